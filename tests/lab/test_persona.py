"""The prospects that ship with the program, and what their files may say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from app.core.errors import SetupError
from app.lab.persona import PERSONAS, chosen, load_personas
from app.lab.prospect import Prospect
from tests.lab.scripts import persona

KINDS = {
    *("hurried", "vague", "two_at_once", "corrections", "language_switch", "refuser", "complaint", "competitor"),
    *("student", "job_seeker", "seller", "discount", "night_before_a_holiday", "injector", "crisis"),
    *("chat_to_mail", "call_outside_hours", "are_you_human", "thanks_only", "customer_wants_more", "quote"),
}
SCRIPT = {
    "kind": "test",
    "about": {"ja": "試し", "en": "A try"},
    "lang": "ja",
    "now": "2026-11-24T10:00:00+09:00",
    "turns": [{"say": "こんにちは"}],
    "expect": {"band": "cold"},
}


def written(folder: Path, **changes: object) -> Path:
    (folder / "ja-test.yaml").write_text(yaml.safe_dump({**SCRIPT, **changes}), "utf-8")
    return folder


def test_every_kind_of_prospect_is_there_and_most_in_both_languages() -> None:
    everybody = load_personas(PERSONAS)
    by_lang = {lang: {one.kind for one in everybody if one.lang == lang} for lang in ("ja", "en")}
    assert by_lang["ja"] | by_lang["en"] >= KINDS
    assert by_lang["ja"] & by_lang["en"] >= KINDS
    assert all(sum(one.lang == lang for one in everybody) >= 18 for lang in by_lang)


def test_who_is_who_can_be_told_from_the_name_and_nobody_is_real() -> None:
    for path in PERSONAS.glob("*.yaml"):
        addresses = re.findall(r"@([\w.-]+\w)", path.read_text("utf-8"))
        assert all(address.endswith(".example") for address in addresses), path.name
    assert all(
        one.id.startswith(f"{one.lang}-") and one.about.keys() == {"ja", "en"} for one in load_personas(PERSONAS)
    )


def test_fifty_ways_to_ask_who_answers_are_tried_in_each_language() -> None:
    asking = [one for one in load_personas(PERSONAS) if one.kind == "are_you_human"]
    assert [len({turn.say for turn in one.turns}) for one in asking] == [50, 50]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"mood": "bad"}, "mood"),
        ({"expect": {"band": "hott"}}, "expect.band"),
        ({"turns": [{"say": "あ", "reply": {"says": "("}}]}, "not a pattern"),
        ({"turns": [{"say": "あ", "at": "2026-11-23T10:00:00+09:00"}]}, "run backwards"),
        ({"now": "2026-11-24T10:00:00"}, "now"),
    ],
)
def test_a_file_that_makes_no_sense_is_named_with_the_reason(tmp_path: Path, changes: object, says: str) -> None:
    assert isinstance(changes, dict)
    with pytest.raises(SetupError) as raised:
        load_personas(written(tmp_path, **changes))
    assert raised.value.code == "persona_invalid"
    assert "ja-test.yaml" in raised.value.detail
    assert says in raised.value.detail


def test_only_those_whose_name_begins_so_take_part() -> None:
    everybody = [persona(name=name) for name in ("en-quote", "ja-quote", "ja-quiet")]
    assert [one.id for one in chosen(everybody, ("ja-qu",))] == ["ja-quote", "ja-quiet"]
    assert chosen(everybody, ()) == everybody
    with pytest.raises(SetupError, match="fr"):
        chosen(everybody, ("fr",))


def test_a_prospect_answers_what_is_asked_but_never_before_its_time() -> None:
    script = persona(
        {"say": "hello"},
        {"say": "Anna", "if_asked": "contact"},
        {"say": "May", "if_asked": "timing"},
        {"say": "the next day", "if_asked": "challenge", "at": "2026-11-25T10:00:00+09:00"},
        {"say": "stops", "if_asked": "challenge"},
    )
    prospect = Prospect(script.turns)
    heard = [prospect.next(asked) for asked in (None, "timing", "challenge", "challenge", "challenge", None)]
    assert [turn and turn.say for turn in heard] == ["hello", "May", "Anna", "the next day", "stops", None]
