"""What a prospect wishes a person to do: stored with its day, promised, told at once, and in the briefing. And a no."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from app.briefing.read import briefing_for
from app.cli.talk import Talk
from app.conversation.acts import CALLS
from app.main import Parts
from app.models import Contact, ContactPoint, Conversation, Event, Job, Lead, Message, Promise, SlaClock

FRIDAY_1530 = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
TUESDAY_24 = datetime(2026, 11, 24, tzinfo=UTC)  # 09:00 in Tokyo; Monday is a holiday


def talk(office: Parts, *texts: str, lang: str = "ja") -> list[dict[str, Any]]:
    async def run() -> list[dict[str, Any]]:
        prospect = Talk(office, lang=lang)
        return [(await prospect.say(text)).row for text in texts]

    return asyncio.run(run())


def rows(office: Parts, query: Any) -> list[Any]:
    return office.database.read(lambda s: list(s.scalars(query)))


def briefed(office: Parts, lang: str, key: str) -> str:
    lead = rows(office, select(Lead).order_by(Lead.received_at.desc()))[0]
    card = office.database.read(
        lambda s: briefing_for(s, office.vault, office.texts, lead_id=lead.id, lang=lang, now=office.clock.now())
    )
    found = card.find(key)
    assert found is not None
    return found.text


@pytest.mark.parametrize(
    ("lang", "texts", "day", "times"),
    [
        ("ja", ("03-5555-0100 山田です。11月25日の15時以降に電話をください。",), "11月25日", "15:00"),
        ("en", ("Please call me at 03-5555-0100 on November 25 after 3 pm. This is Ann Ward.",), "Nov 25", "15:00"),
    ],
)
def test_a_wished_call_is_kept_with_its_day_promised_until_then_and_stands_beside_the_number(
    office_hours: Parts, lang: str, texts: tuple[str, ...], day: str, times: str
) -> None:
    (row,) = talk(office_hours, *texts, lang=lang)
    assert (row["handoff"], row["booking_offered"]) == (True, True)
    (lead,) = rows(office_hours, select(Lead).order_by(Lead.received_at.desc()).limit(1))
    assert (lead.facts["call"]["day"], lead.facts["call"]["from"]) == ("2026-11-25", "15:00")
    (promise,) = rows(office_hours, select(Promise).where(Promise.lead_id == lead.id, Promise.kind == "contact"))
    assert promise.told == "call_noted"
    assert promise.due_at == datetime(2026, 11, 25, 9, tzinfo=UTC), "until the team closes on that day"
    reach = briefed(office_hours, lang, "reach")
    assert all(part in reach for part in ("03-5555-0100", day, times)), reach


@pytest.mark.parametrize(
    ("lang", "wish", "number"),
    [
        ("ja", "明日の10時に電話ください。石川 ishikawa@kita.example です", "080-5555-2222"),
        ("en", "Can someone call me tomorrow at 10am? I'm Ann Ward, ann@field.example", "+1 312 555 0100"),
    ],
)
def test_who_wishes_a_call_and_gives_an_address_alone_is_asked_for_the_number(
    office_hours: Parts, lang: str, wish: str, number: str
) -> None:
    first, moment, then = talk(
        office_hours, wish, {"ja": "少々お待ちください", "en": "one moment"}[lang], number, lang=lang
    )
    assert ("call_noted" in first["acts"], first["asked"]) == (True, ["phone"])
    assert (moment["acts"], moment["asked"]) == (["take_your_time"], [])
    assert (then["acts"], then["slots"]["phone"] is not None) == (["thanks_for_contact"], True)
    assert then["asked"] == ["timing"]


@pytest.mark.parametrize("no", ["電話はやっぱり結構です", "メールでお願いします"])
def test_who_will_not_be_called_after_all_is_asked_for_no_number(office_hours: Parts, no: str) -> None:
    _, then = talk(office_hours, "明日の10時に電話ください。石川 ishikawa@kita.example です", no)
    assert {"call_dropped", "mail_instead"} & set(then["acts"])
    assert then["asked"] == []
    (lead,) = rows(office_hours, select(Lead).order_by(Lead.received_at.desc()).limit(1))
    assert "call" not in lead.facts


@pytest.mark.parametrize(
    ("lang", "texts", "kept"),
    [
        (
            "ja",
            ("石川 ishikawa@kita.example です。見積もりをください", "office@kita.example にも送ってください"),
            "ishikawa",
        ),
        ("en", ("A quote please, ann@field.example", "You can also reach me at bob@field.example"), "ann"),
        ("en", ("A quote please, ann@field.example", "please use bob@field.example instead"), "bob"),
        ("en", ("A quote please, ann@field.example", "it was bob@field.example. Is there an app too?"), "bob"),
        (
            "ja",
            (
                "資料をください。ishikawa@kita.example",
                "アドレスが間違っていました。正しくは sato@kita.example です、他にも質問があります",
            ),
            "sato",
        ),
    ],
)
def test_an_address_told_beside_another_is_kept_and_stands_in_nobody_s_place(
    office_hours: Parts, lang: str, texts: tuple[str, ...], kept: str
) -> None:
    said = talk(office_hours, *texts, lang=lang)
    assert said[-1]["slots"]["email"].startswith(kept)
    assert not {"call_wanted", "call_noted"} & set(said[-1]["acts"])
    (lead,) = rows(office_hours, select(Lead).order_by(Lead.received_at.desc()).limit(1))
    points = rows(office_hours, select(ContactPoint).where(ContactPoint.contact_id == lead.contact_id))
    assert len(points) == 2
    assert sum(point.replaced_at is None for point in points) == 1


@pytest.mark.parametrize(
    ("lang", "texts", "day", "start"),
    [
        (
            "ja",
            ("来週の水曜15時に電話もらえますか。080-5555-2222 石川です", "やっぱり木曜の午前で"),
            "2026-12-03",
            "09:00",
        ),
        (
            "ja",
            ("来週の水曜15時に電話もらえますか。080-5555-2222 石川です", "やっぱり木曜でお願いします"),
            "2026-12-03",
            "15:00",
        ),
        (
            "en",
            ("Please call me tomorrow at 10. ann@field.example", "03-5555-0100", "Actually make it Thursday."),
            "2026-11-26",
            "10:00",
        ),
        (
            "ja",
            ("明日の10時に電話ください。080-5555-2222 石川です", "すみません、16時にしてください"),
            "2026-11-25",
            "16:00",
        ),
        ("en", ("Can someone call me tomorrow at 10am? 03-5555-0100", "Make it 2pm instead"), "2026-11-25", "14:00"),
    ],
)
def test_a_call_put_off_keeps_the_day_or_the_week_it_was_wished_for(
    office_hours: Parts, lang: str, texts: tuple[str, ...], day: str, start: str
) -> None:
    said = talk(office_hours, *texts, lang=lang)
    assert "call_noted" in said[-1]["acts"]
    (lead,) = rows(office_hours, select(Lead).order_by(Lead.received_at.desc()).limit(1))
    assert (lead.facts["call"]["day"], lead.facts["call"]["from"]) == (day, start)


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("ja", ("契約中の者ですが、センサーが1台壊れました。", "交換はいつ?", "電池はどのくらいもちますか?")),
        ("en", ("Your sensor is dead and nobody helps. Terrible.", "When will it be replaced?", "Is it waterproof?")),
    ],
)
def test_who_has_trouble_hears_of_nobody_elses_success_and_asks_us_when_it_is_mended(
    office: Parts, lang: str, texts: tuple[str, ...]
) -> None:
    said = talk(office, *texts, lang=lang)
    assert said[1]["acts"] == ["when_open"]
    assert not any("case" in row["acts"] for row in said)


def test_who_was_asked_what_we_know_already_is_not_asked_again(office: Parts) -> None:
    said = talk(office, "みどり精機の木下と申します。ポンプがよく止まって困ってます😥 いくらですか", "来年の春です")
    assert said[0]["asked"] == ["timing"], "the trouble is told"
    assert said[1]["asked"] == ["contact"]
    assert "お名前" not in said[1]["reply"]


def test_a_call_wished_for_a_day_off_is_promised_for_the_next_day_people_are_in(office_hours: Parts) -> None:
    office_hours.clock.set(FRIDAY_1530)  # type: ignore[attr-defined]
    (row,) = talk(office_hours, "03-5555-0100 山田です。土曜日の10時に電話をもらえますか。")
    assert "call_outside" in row["acts"]
    (promise,) = rows(office_hours, select(Promise).where(Promise.kind == "contact"))
    assert promise.told == "call_outside"
    assert TUESDAY_24 < promise.due_at <= TUESDAY_24.replace(hour=2)


@pytest.mark.parametrize(
    ("then", "told"),
    [("やっぱりメールでお願いします。suzuki@sora.example", ["mail_instead"]), ("電話は不要です。", [])],
)
def test_a_call_taken_back_is_promised_no_more_and_a_person_hears_of_it(
    office_hours: Parts, then: str, told: list[str]
) -> None:
    talk(office_hours, "03-5555-0100 山田です。11月25日の15時以降に電話をください。", then)
    (lead,) = rows(office_hours, select(Lead).order_by(Lead.received_at.desc()).limit(1))
    assert "call" not in lead.facts
    timed = select(Promise.told).where(Promise.lead_id == lead.id, Promise.kind == "contact")
    assert rows(office_hours, timed) == told
    assert rows(office_hours, select(Contact.phone_ok).where(Contact.id == lead.contact_id)) == [False]
    news = rows(office_hours, select(Job.payload).where(Job.kind == "tell_news"))
    assert [one["about"] for one in news] == ["wish"]


@pytest.mark.parametrize(
    "wish", ["15時以降に電話ください。03-5555-0100 山田です。", "電話ください。03-5555-0100 山田です。"]
)
@pytest.mark.parametrize(
    "then",
    [
        "やっぱり電話は不要です。メールで見積もりをください。yamada@minato.example",
        "電話は不要です。夜間に設備が止まって困っています。",
        "電話はやめてください。資料をください。",
        "電話は困ります。ありがとうございました。",
        "やっぱり電話ではなくメールでお願いします。導入は来年3月です。",
    ],
)
def test_whoever_wants_no_call_is_promised_none_whatever_else_they_say(
    office_hours: Parts, wish: str, then: str
) -> None:
    talk(office_hours, wish, then)
    assert rows(office_hours, select(Promise.id).where(Promise.told.in_(CALLS))) == []
    timed = rows(office_hours, select(Promise.id).where(Promise.due_at.is_not(None)))
    clocks = rows(office_hours, select(Job.key).where(Job.kind == "promise_due"))
    assert sorted(clocks) == sorted(f"promise:{one}" for one in timed)
    if "メールでお願い" not in then:
        assert timed == [], "nobody is late with a call that is not wanted"


def test_a_quote_is_kept_with_what_it_has_to_say_and_told_to_a_person_at_once_while_the_questions_go_on(
    office_hours: Parts,
) -> None:
    (row,) = talk(
        office_hours, "見積書をお願いします。宛名は株式会社みなと製作所、数量は20台、11月30日までに希望です。"
    )
    assert row["handoff"]
    assert row["asked"], "a wish is no reason to stop asking"
    (lead,) = rows(office_hours, select(Lead).order_by(Lead.received_at.desc()).limit(1))
    assert lead.facts["quote"]["wanted_by"] == "2026-11-30"
    assert briefed(office_hours, "ja", "quote").startswith("宛名 株式会社みなと製作所・数量 20台・希望日 11月30日")


@pytest.mark.parametrize(
    ("no", "reason"),
    [
        ("今後の連絡は一切不要です。配信を停止してください。", "opt_out"),
        ("今回は結構です。間に合っています。", "refusal"),
    ],
)
def test_a_no_closes_the_lead_and_takes_back_its_promises_and_clocks(office_hours: Parts, no: str, reason: str) -> None:
    talk(office_hours, "3年後の価格改定の予定を教えてください。", no)
    (lead,) = rows(office_hours, select(Lead).order_by(Lead.received_at.desc()).limit(1))
    assert (lead.status, lead.facts["closed_for"]) == ("closed", reason)
    assert rows(office_hours, select(Promise).where(Promise.lead_id == lead.id)) == []
    assert rows(office_hours, select(SlaClock).where(SlaClock.lead_id == lead.id, SlaClock.closed_at.is_(None))) == []
    if reason == "opt_out":
        assert lead.band == "cold"
        assert rows(office_hours, select(Contact.opted_out_at).where(Contact.id == lead.contact_id)) != [None]


def test_whoever_buys_after_a_polite_no_is_a_lead_again_and_somebody_has_it(office_hours: Parts) -> None:
    talk(
        office_hours, "今回は結構です。間に合っています。", "やはり打ち合わせをお願いします。hana@minato.example です。"
    )
    (lead,) = rows(office_hours, select(Lead).order_by(Lead.received_at.desc()).limit(1))
    assert lead.status != "closed"
    assert lead.owner_id is not None


def test_a_turn_without_a_word_leaves_no_message_no_safety_net_and_the_next_turn_begins_after_it(
    office_hours: Parts,
) -> None:
    said = talk(
        office_hours, "今後の連絡は一切不要です。配信を停止してください。", "了解です。", "料金はいくらですか。"
    )
    assert said[1]["reply"] == ""
    assert said[2]["asked"] == []
    (conversation,) = rows(office_hours, select(Conversation).order_by(Conversation.created_at.desc()).limit(1))
    settled = rows(office_hours, select(Event.data).where(Event.kind == "turn_settled"))
    assert settled == [{"reason": "after_opt_out"}]
    assert rows(office_hours, select(Job).where(Job.kind == "answer_turn")) == []
    replies = select(Message).where(Message.conversation_id == conversation.id, Message.kind == "reply")
    assert [row.answers_seq for row in rows(office_hours, replies.order_by(Message.seq))] == [1, 5]


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("ja", ("見積をお願いします。kato@hikari.example", "すみません、押し間違えました", "40台でお願いします")),
        ("en", ("Please send a quote for 40 sensors to kato@hikari.example", "oops, ignore this", "no need to phone")),
    ],
)
def test_a_slip_or_a_no_to_calls_ends_no_talk_in_which_a_quote_is_prepared(
    office_hours: Parts, lang: str, texts: tuple[str, ...]
) -> None:
    said = [act for row in talk(office_hours, *texts, lang=lang) for act in row["acts"]]
    assert "refusal" not in said
    (lead,) = rows(office_hours, select(Lead).order_by(Lead.received_at.desc()).limit(1))
    assert lead.facts["quote"]["quantity"].startswith("40")


def test_where_somebody_is_hurt_nothing_of_it_counts_as_their_need(office_hours: Parts) -> None:
    (row,) = talk(office_hours, "Three operators are injured, please help us!", lang="en")
    assert row["acts"] == ["emergency"]
    assert not row["slots"].get("challenges")
    assert not row["slots"].get("team_size")
