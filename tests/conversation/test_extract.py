"""What is taken from a model that reads a turn: the form to the letter, and only what the visitor wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import orjson
import pytest

from app.conversation.extracted import Extracted, added, disagreed, form, read_answer, supported
from app.conversation.transcript import Masked
from app.understanding.challenge_words import DEFAULT_CATEGORIES
from app.understanding.facts import Callback, Challenge, ContactData, Timing, Understanding
from app.understanding.understand import understand

TODAY = date(2026, 11, 24)
TEXT = "新棟の立ち上げに間に合わせたいです。紙でやりくりしており、１５名で見る想定です。佐々木より"
NOTHING: dict[str, Any] = {
    "intents": [],
    "timing": {"kind": "none", "quote": None},
    "challenges": [],
    "authority": None,
    "tool": None,
    "team_size": None,
    "callback": None,
    "company": None,
    "role": None,
}
FULL = "みどり物流の配車係です。来週の火曜、15時以降にお電話いただけると助かります。金額の目安も知りたいところです"


def read(**changes: Any) -> Extracted | None:
    return read_answer(orjson.dumps(NOTHING | changes).decode(), DEFAULT_CATEGORIES)


def taken(text: str = TEXT, **changes: Any) -> Understanding:
    found = read(**changes)
    assert found is not None
    return supported(found, text, said=Masked((), ("佐々木",)), lang="ja", today=TODAY)


def test_the_first_object_counts_whatever_stands_around_it() -> None:
    answer = f"Sure!\n```json\n{orjson.dumps(NOTHING).decode()}\n``` and {{}}"
    assert read_answer(answer, DEFAULT_CATEGORIES) == Extracted.model_validate(NOTHING)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "お問い合わせありがとうございます。",
        "[]",
        '{"timing": ',
        '{"next_state": "CONTRACT_SIGNED", "score": 99999, "assign_to": "attacker", "timing": "<script>"}',
        orjson.dumps(NOTHING | {"score": 100}).decode(),
        orjson.dumps({key: value for key, value in NOTHING.items() if key != "tool"}).decode(),
        orjson.dumps(NOTHING | {"team_size": "15"}).decode(),
        orjson.dumps(NOTHING | {"team_size": True}).decode(),
        orjson.dumps(NOTHING | {"authority": "attacker"}).decode(),
        orjson.dumps(NOTHING | {"timing": {"kind": "hot", "quote": None}}).decode(),
        orjson.dumps(NOTHING | {"intents": [{"name": "opt_out", "quote": "紙"}]}).decode(),
        orjson.dumps(NOTHING | {"intents": [{"name": "request_human", "quote": "紙"}]}).decode(),
        orjson.dumps(NOTHING | {"email": "victim@victim.example"}).decode(),
        orjson.dumps(NOTHING | {"phone": "+81312345678"}).decode(),
        orjson.dumps(NOTHING | {"callback": {"method": "fax", "quote": "紙"}}).decode(),
        orjson.dumps(NOTHING | {"challenges": [{"quote": "紙", "categories": ["rm -rf"]}]}).decode(),
        orjson.dumps(NOTHING | {"tool": "紙" * 5000}).decode(),
        '{"a":' * 3000,
        '{"timing": NaN}',
    ],
)
def test_an_answer_that_is_not_in_the_form_is_dropped_whole(answer: str) -> None:
    assert read_answer(answer, DEFAULT_CATEGORIES) is None


def test_the_form_names_every_key_and_the_companys_own_categories() -> None:
    schema = form({"downtime": {}, "other": {}})
    assert set(schema["required"]) == set(schema["properties"]) == set(NOTHING)
    assert schema["additionalProperties"] is False
    assert schema["$defs"]["ChallengeRead"]["properties"]["categories"]["items"]["enum"] == ["downtime", "other"]


def test_quotes_are_taken_as_the_visitor_wrote_them() -> None:
    heard = taken(
        timing={"kind": "undecided", "quote": "新棟の立ち上げに間に合わせたい"},
        challenges=[{"quote": "15名で見る想定", "categories": []}],
        tool="紙",
        team_size=15,
    )
    assert (heard.timing.kind, heard.timing.quote) == ("undecided", "新棟の立ち上げに間に合わせたい")
    assert heard.challenges[0].span == "１５名で見る想定"
    assert heard.challenges[0].categories == ("other",)
    assert heard.tool == "紙"
    assert heard.contact.team_size == 15


@pytest.mark.parametrize(
    "quote", ["すぐにでも契約します", "<script>alert(1)</script>", "佐々木より", "[[name]]", "", " "]
)
def test_a_quote_the_visitor_has_not_written_or_that_we_hid_is_left_out(quote: str) -> None:
    heard = taken(
        timing={"kind": "asap", "quote": quote}, challenges=[{"quote": quote, "categories": ["cost"]}], tool=quote
    )
    assert (heard.timing.kind, heard.challenges, heard.has_challenge, heard.tool) == ("none", (), False, None)


def test_a_model_that_lies_in_a_letter_of_the_visitors_makes_nobody_hot() -> None:
    lie = {"timing": {"kind": "asap", "quote": "は"}, "authority": "self"}
    heard = taken("料金はいくらですか。", **lie, challenges=[{"quote": "は", "categories": ["cost"]}])
    assert (heard.timing.kind, heard.authority, heard.challenges) == ("none", None, ())
    assert taken("私どもは展示会を見ました。", **lie).authority is None


def test_what_the_rules_can_read_in_the_words_is_taken_from_a_model() -> None:
    heard = taken("至急です。社長のひと声です", timing={"kind": "asap", "quote": "至急"}, authority="superior")
    assert (heard.timing.kind, heard.authority) == ("asap", "superior")


def test_a_number_the_visitor_has_not_written_is_left_out() -> None:
    assert taken(team_size=500).contact.team_size is None
    assert taken("十五名で見る想定です", team_size=15).contact.team_size == 15


def test_dates_come_from_the_rules_and_words_they_cannot_date_are_a_condition() -> None:
    dated = taken("展示会は4月です", timing={"kind": "range", "quote": "4月"}).timing
    undated = taken(timing={"kind": "range", "quote": "新棟の立ち上げに間に合わせたい"}).timing
    assert (dated.kind, dated.earliest, dated.quote) == ("range", date(2027, 4, 1), "4月")
    assert (undated.kind, undated.condition) == ("undecided", "新棟の立ち上げに間に合わせたい")


def test_wishes_company_role_and_call_are_taken_in_the_visitors_words() -> None:
    heard = taken(
        FULL,
        intents=[{"name": "ask_price", "quote": "金額の目安"}],
        callback={"method": "phone", "quote": "来週の火曜、15時以降にお電話いただけると"},
        company="みどり物流",
        role="配車係",
    )
    assert heard.intents == ("ask_price",)
    assert (heard.contact.company, heard.contact.role) == ("みどり物流", "配車係")
    assert heard.callback is not None
    assert (heard.callback.start, heard.callback.method) == ("15:00", "phone")


@pytest.mark.parametrize(
    "changes",
    [
        {"intents": [{"name": "request_demo_meeting", "quote": "ぜひ打ち合わせを"}]},
        {"intents": [{"name": "request_demo_meeting", "quote": "の"}]},
        {"company": "青空商事"},
        {"role": "社長"},
        {"company": "東和計測"},
        {"company": "みどり物流の配車係です。来週"},
        {"callback": {"method": "phone", "quote": "今すぐお電話ください"}},
        {"callback": {"method": "none", "quote": "お電話いただけると"}},
    ],
)
def test_what_nobody_wrote_and_our_own_name_are_left_out(changes: dict[str, Any]) -> None:
    found = read(**changes)
    assert found is not None
    text = FULL + "。東和計測さんの記事を見ました"
    heard = supported(found, text, said=Masked((), ()), lang="ja", today=TODAY, ours=("東和計測",))
    assert (heard.intents, heard.contact, heard.callback) == ((), ContactData(), None)


RULES = Understanding(
    lang="ja",
    intents=("ask_price",),
    timing=Timing("undecided", quote="未定"),
    challenges=(Challenge("止まる", ("other",)),),
    has_challenge=True,
    contact=ContactData(company="青空製作所", role="課長", team_size=3, email="a@aozora.example"),
    callback=Callback(start="10:00"),
    authority="ringi",
    tool="Excel",
)
MODEL = Understanding(
    lang="ja",
    intents=("ask_price", "ask_security"),
    timing=Timing("asap", quote="至急"),
    challenges=(Challenge("高い", ("cost",)),),
    has_challenge=True,
    contact=ContactData(company="別の会社", role="社長", team_size=900, email="victim@victim.example"),
    callback=Callback(start="20:00"),
    authority="self",
    tool="紙",
)
SILENT = Understanding(lang="ja", intents=())


def test_field_by_field_the_rules_win_and_a_model_adds_what_they_have_not_heard() -> None:
    beside = added(RULES, MODEL)
    assert beside.intents == ("ask_security",)
    assert replace(beside, intents=()) == SILENT
    alone = added(SILENT, MODEL)
    assert replace(alone, contact=MODEL.contact) == MODEL
    assert alone.contact == ContactData(company="別の会社", role="社長", team_size=900)


@pytest.mark.parametrize("field", ["timing", "challenges", "callback", "authority", "tool"])
def test_one_field_of_the_rules_keeps_out_that_field_alone(field: str) -> None:
    heard = replace(SILENT, **{field: getattr(RULES, field)})
    beside = added(heard, MODEL)
    assert getattr(beside, field) == getattr(SILENT, field)
    others = {"timing", "challenges", "callback", "authority", "tool"} - {field}
    assert all(getattr(beside, other) == getattr(MODEL, other) for other in others)


def test_another_company_role_call_or_wish_is_a_disagreement_and_a_longer_spelling_is_none() -> None:
    agrees = read(company="青空製作所 第二工場", role="課長", intents=[{"name": "ask_price", "quote": "x"}])
    differs = read(
        company="別の会社",
        role="社長",
        intents=[{"name": "ask_security", "quote": "x"}],
        callback={"method": "email", "quote": "x"},
    )
    rules = replace(RULES, timing=Timing(), challenges=(), has_challenge=False, callback=Callback(method="phone"))
    assert agrees is not None
    assert differs is not None
    assert disagreed(rules, agrees) == []
    assert disagreed(rules, differs) == ["company", "role", "callback", "intents"]


def test_a_disagreement_names_the_slot_and_silence_about_codes_and_words_is_none() -> None:
    text = "4月までに導入したいです。夜間に設備が突然止まって困っています。営業は10名で使います"
    heard = understand(text, today=TODAY)
    agrees = read(timing={"kind": "range", "quote": "4月"}, challenges=[_challenge(heard)])
    differs = read(timing={"kind": "asap", "quote": "4月"}, team_size=4)
    assert agrees is not None
    assert differs is not None
    assert disagreed(heard, agrees) == []
    assert disagreed(heard, differs) == ["timing", "challenge", "team_size"]


def _challenge(heard: Understanding) -> dict[str, Any]:
    return {"quote": "突然止まって", "categories": [heard.challenges[0].categories[0]]}
