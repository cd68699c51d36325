"""What a rep reads before the call, from rows as they are after a conversation."""

from __future__ import annotations

from datetime import timedelta

import orjson
import pytest
from sqlalchemy import select, update

from app.briefing.card import LIMIT, Briefing, short
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import NotFound
from app.core.security import Vault
from app.models import Contact, ContactPoint, Document, Event, Lead, Message, Promise, Qualification
from tests.briefing.sample import MINUTE, Story, tanaka, whitfield


@pytest.fixture
def story(database: Database, vault: Vault, clock: FixedClock) -> Story:
    return tanaka(database, vault, now=clock.now())


@pytest.fixture
def english(database: Database, vault: Vault, clock: FixedClock) -> Story:
    return whitfield(database, vault, now=clock.now())


def text(briefing: Briefing, key: str) -> str:
    line = briefing.find(key)
    assert line is not None, f"no line {key}"
    return line.text


def everything(briefing: Briefing) -> str:
    return orjson.dumps(briefing.as_json()).decode()


def test_the_card_says_who_how_urgent_and_why_now(story: Story) -> None:
    card = story.briefing()
    assert text(card, "person") == "田中 美咲様（タナカ ミサキ）・生産技術課長"
    assert text(card, "reach") == "03-3234-5678・10:00〜12:00 / m.tanaka@kitagawa.example（本人未確認）"
    assert text(card, "band") == "ホット：時期が近い・料金ページを2回閲覧・課題が具体的"
    assert text(card, "clock") == "初回連絡まであと7分"
    assert text(card, "owner") == "佐藤 健（対応中）"
    why = card.find("why")
    assert why is not None
    assert why.text == "導入時期が近づいています（4分前に受信）"
    assert why.quote == "年度内に20名で使い始めたいのですが、料金を教えてください。"
    assert text(card, "next") == "今すぐ電話します。"


def test_the_grid_says_what_is_known_in_their_words_and_invents_nothing(english: Story) -> None:
    card = english.briefing()
    challenge = card.find("challenge")
    assert challenge is not None
    assert challenge.quote == "loses hours to sudden conveyor stops"
    assert text(card, "timing") == "By Mar 31, 2027"
    assert text(card, "authority") == "Declined to say"
    assert text(card, "tool") == "Not known yet"
    asked = [line.text for part in (*card.above, *card.below) for line in part.lines if line.key == "gap"]
    assert asked == ["How do you handle this today?", "How many people would use it?"]


def test_a_quote_that_stands_in_no_message_is_not_shown(story: Story) -> None:
    story.database.write(
        lambda s: s.execute(update(Qualification).where(Qualification.slot == "challenge").values(quote="創作")).close()
    )
    challenge = story.briefing().find("challenge")
    assert challenge is not None
    assert challenge.quote is None


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_line_names_a_row_that_exists(story: Story, lang: str) -> None:
    rows = story.database.read(lambda s: {*s.scalars(select(Message.id)), *s.scalars(select(Event.id))})
    card = story.briefing(lang)
    lines = [line for part in (*card.above, *card.below) for line in part.lines]
    assert len(lines) > 20
    for line in lines:
        assert line.source.id in rows or line.source.kind in ("signal", "consent"), line.key
    why = card.find("why")
    assert why is not None
    assert why.source.href == f"#m-{why.source.id}"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_it_is_read_in_thirty_seconds(story: Story, english: Story, lang: str) -> None:
    for card in (story.briefing(lang), english.briefing(lang)):
        assert card.size <= LIMIT[lang]
        assert all(part.lines for part in (*card.above, *card.below))


def test_an_unanswered_question_is_shown_with_its_words(story: Story) -> None:
    line = story.briefing().find("open_question")
    assert line is not None
    assert line.quote == "既設のPLCとつなげますか。"
    story.database.write(lambda s: s.execute(update(Promise).values(kept_at=story.now)).close())
    assert story.briefing().find("open_question") is None


def test_a_lapsed_promise_is_the_first_thing_to_apologize_for(story: Story) -> None:
    story.database.write(lambda s: s.execute(update(Promise).values(lapsed_at=story.now)).close())
    assert text(story.briefing(), "watch") == "約束の期限を過ぎています。最初にお詫びします。"


def test_a_call_wished_for_another_day_is_not_made_today(story: Story) -> None:
    tomorrow = (story.now + timedelta(days=1)).date().isoformat()
    story.change(Lead, story.lead_id, facts={"call": {"day": tomorrow}})
    step = text(story.briefing(), "next")
    assert step.startswith("ご希望の時間（")
    assert step.endswith("10:00〜12:00）に電話します。")
    story.change(Lead, story.lead_id, facts={"call": {"day": story.now.date().isoformat()}})
    assert text(story.briefing(), "next") == "今すぐ電話します。"


def test_who_asks_for_the_price_is_quoted_with_the_question_and_not_with_the_thanks(story: Story) -> None:
    story.wrote("料金を教えてください。", ago=2 * MINUTE)
    story.wrote("ありがとうございました！", ago=MINUTE)
    story.scored("warm", ("price", 10, ""))
    why = story.briefing().find("why")
    assert why is not None
    assert (why.text, why.quote) == ("料金を質問されています（1分前に受信）", "料金を教えてください。")


def test_no_calls_hides_the_number_everywhere(story: Story) -> None:
    story.wrote("電話はしないでください。念のため番号は 03-3234-5678 です。", ago=MINUTE)
    story.change(Contact, story.contact_id, phone_ok=False)
    card = story.briefing()
    assert "3234" not in everything(card)
    assert text(card, "reach") == "電話不要 / m.tanaka@kitagawa.example（本人未確認）"
    assert text(card, "watch") == "電話不要のご希望です。電話はかけません。"
    assert card.find("desk") is None
    assert text(card, "write").startswith("田中 美咲様、ミナモ計測の佐藤 健です。")
    assert text(card, "next") == "メールで返信します。"


def test_pages_are_shown_only_while_the_visitor_agrees(story: Story) -> None:
    card = story.briefing()
    assert [line.text for part in card.below if part.key == "pages" for line in part.lines] == [
        "料金・2回",
        "みなと中央物流様の事例・最後まで",
    ]
    story.consents(granted=False)
    withdrawn = story.briefing()
    assert withdrawn.find("page") is None
    assert text(withdrawn, "consent") == "同意なし"
    assert "料金ページ" not in text(withdrawn, "band")


def test_the_opening_lines_are_in_the_prospects_language(english: Story) -> None:
    card = english.briefing("ja")
    line = card.find("call_person")
    assert line is not None
    assert (line.label, line.lang) == ("本人用", "en")
    assert "“loses hours to sudden conveyor stops”" in line.text


def test_a_mobile_number_needs_no_receptionist(story: Story) -> None:
    story.reachable(phone="+819012345678")
    card = story.briefing()
    assert card.find("desk") is None
    assert text(card, "call_person").startswith("田中 美咲様でいらっしゃいますか。")


def test_a_complaint_gets_an_apology_and_no_sales_questions(story: Story) -> None:
    story.wrote("昨日から画面が開きません。何度も言っています。", ago=MINUTE)
    story.replied("お詫び", acts=["complaint"], ago=MINUTE)
    card = story.briefing()
    assert text(card, "watch") == "苦情です。まずお詫びし、営業の話はしません。"
    assert "申し訳ございません。「昨日から画面が開きません」とお書きいただいた件で" in text(card, "call_person")
    assert card.find("gap") is None
    assert card.find("case") is None
    why = card.find("why")
    assert why is not None
    assert why.quote == "昨日から画面が開きません。"
    assert text(card, "next") == "すぐに電話し、状況を伺います。"


@pytest.mark.parametrize(
    ("wrote", "matter"),
    [
        (
            "どうなっているんですか。先週お願いした見積がまだ届きません。至急対応してください。",
            "先週お願いした見積がまだ届きません",
        ),
        ("いい加減にしてください。センサーが昨日から全部オフラインです。", "センサーが昨日から全部オフラインです"),
        (
            "お世話になっております。北川精密の田中です。先月の請求の金額が契約と違います。どういうことでしょうか。",
            "先月の請求の金額が契約と違います",
        ),
        ("This is unacceptable. You promised a call on Friday and nobody called.", "You promised a call on Friday"),
    ],
)
def test_a_complaint_is_opened_with_its_matter_and_not_with_the_anger_around_it(
    story: Story, wrote: str, matter: str
) -> None:
    story.wrote(wrote, ago=MINUTE)
    story.replied("お詫び", acts=["complaint"], ago=MINUTE)
    assert f"「{matter}" in text(story.briefing(), "call_person")


def test_anger_alone_is_not_read_out(story: Story) -> None:
    story.wrote("ひどい。どういうことですか。", ago=MINUTE)
    story.replied("お詫び", acts=["complaint"], ago=MINUTE)
    assert "お問い合わせいただいた件で" in text(story.briefing(), "call_person")


def test_who_opted_out_is_not_contacted(story: Story) -> None:
    story.change(Contact, story.contact_id, opted_out_at=story.now)
    card = story.briefing()
    assert card.find("call_person") is None
    assert text(card, "next") == "連絡はせず、対象外として閉じます。"


def test_a_case_study_that_has_expired_is_not_offered_again(story: Story) -> None:
    assert text(story.briefing(), "case").startswith("株式会社みなと中央物流様：")
    story.database.write(lambda s: s.execute(update(Document).values(status="expired")).close())
    assert story.briefing().find("case") is None


def test_a_wished_time_that_is_not_now_is_kept(story: Story) -> None:
    story.change(Contact, story.contact_id, call_from="14:00", call_until="15:00")
    assert text(story.briefing(), "next") == "ご希望の時間（14:00〜15:00）に電話します。"


def test_each_new_message_changes_the_card(story: Story) -> None:
    message = story.wrote("すみません、50名です。", ago=MINUTE)
    story.database.write(
        lambda s: s.execute(
            update(Qualification)
            .where(Qualification.slot == "team_size")
            .values(status="corrected", message_id=message)
        ).close()
    )
    story.change(Contact, story.contact_id, team_size=50)
    line = story.briefing().find("team_size")
    assert line is not None
    assert (line.text, line.source.id) == ("50名", message)


def test_a_visitor_who_has_said_nothing_about_themselves_gets_a_card_too(
    database: Database, vault: Vault, clock: FixedClock
) -> None:
    nobody = Story(database, vault, clock.now(), company=None, name=None, reading=None, role=None)
    nobody.wrote("料金はいくらですか。")
    card = nobody.briefing()
    assert text(card, "person") == "お名前未確認"
    assert text(card, "clock") == "通知前"
    assert text(card, "write") == "ご連絡ありがとうございます。ミナモ計測です。お問い合わせいただいた件、拝見しました。"
    assert text(card, "next") == "チャットを引き継いで返信します。"
    assert text(card, "gap") == "ご連絡先を伺ってもよろしいでしょうか。"


def test_the_short_form_holds_no_address_and_no_number(story: Story) -> None:
    pain = "夜間に止まります。m.tanaka@kitagawa.example か 03-3234-5678 まで"
    message = story.wrote(pain, ago=MINUTE)
    story.database.write(
        lambda s: s.execute(
            update(Qualification).where(Qualification.slot == "challenge").values(quote=pain, message_id=message)
        ).close()
    )
    notice = short(story.briefing())
    assert notice.startswith("ホット・北川精密工業株式会社 田中 美咲様\n")
    assert "夜間に止まります" in notice
    assert "@" not in notice
    assert "3234" not in notice


def test_an_unknown_lead_is_said_to_be_unknown(story: Story) -> None:
    story.lead_id = story.contact_id
    with pytest.raises(NotFound):
        story.briefing()


def test_a_choice_in_a_form_is_not_quoted_as_their_words_and_a_verified_address_says_nothing_more(
    database: Database, vault: Vault, clock: FixedClock
) -> None:
    story = Story(database, vault, clock.now())
    chosen = story.wrote("資料請求（フォームで選択、本文なし）")
    story.change(Message, chosen, origin="template", channel="webform")
    story.change(Lead, story.lead_id, source="webform")
    story.reachable(email="m.tanaka@kitagawa.example")
    card = story.briefing()
    why = card.find("why")
    assert why is not None
    assert why.quote is None
    assert text(card, "source").startswith("フォーム")
    assert text(card, "reach") == "m.tanaka@kitagawa.example（本人未確認）"
    database.write(lambda s: s.query(ContactPoint).update({"verified_at": clock.now()}))
    assert text(story.briefing(), "reach") == "m.tanaka@kitagawa.example"
