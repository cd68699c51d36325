"""Who somebody is: a function for a role, a name said in one breath, a customer's company, a range of people."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from app.understanding.contact_data import read_contact
from app.understanding.facts import ContactData
from app.understanding.language import detect
from app.understanding.normal import normalise
from app.understanding.punctuation import punctuated

FIELDS = ("name", "company", "email", "phone", "role", "team_size")
EXAMPLES = Path(__file__).with_name("examples")


def contact(text: str, asked: str | None = None) -> ContactData:
    message = normalise(punctuated(text))
    return read_contact(
        message,
        lang=detect(message.text),
        asked=asked == "contact",
        asked_team_size=asked == "team_size",
    )


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_only_what_the_writers_say_about_themselves_is_read(lang: str) -> None:
    rows = yaml.safe_load((EXAMPLES / f"who_writes_{lang}.yaml").read_text("utf-8"))

    def of(row: dict[str, Any]) -> dict[str, Any]:
        found = contact(row["text"], row.get("asked"))
        return {name: getattr(found, name) for name in FIELDS}

    wanted = dict.fromkeys(FIELDS)
    told = [(row["text"], of(row), wanted | {k: v for k, v in row.items() if k in FIELDS}) for row in rows]
    assert [(text, found) for text, found, right in told if found != right] == []


@pytest.mark.parametrize("function", ["購買", "総務", "設備保全", "生産技術", "情シス", "品質保証"])
def test_a_function_is_a_role_only_of_the_one_who_writes(function: str) -> None:
    for text in ("{}をしております。", "{}の者です。", "{}です。\n見積もりの件でご連絡しました。"):
        assert contact(text.format(function)).role == function, text
    for text in (
        "{}に聞いてみます",
        "{}の者に確認します",
        "{}が反対しています",
        "課題は{}です",
        "{}をしてくれる会社を探しています",
    ):
        assert contact(text.format(function)).role is None, text


@pytest.mark.parametrize("job", ["Consultant", "Student", "Electrician", "Reseller", "Process Engineer"])
def test_a_word_for_a_job_is_no_name(job: str) -> None:
    assert contact(f"{job} here, one question").name is None
    assert contact(f"Tom {job.split()[0].lower()} here").name != job


@pytest.mark.parametrize("sound", ["はい", "あの", "えっと", "もしもし", "うん", "どうも"])
def test_a_sound_before_a_name_is_none_of_it(sound: str) -> None:
    assert contact(f"{sound}古賀です 090-5550-0144").name == "古賀"
    assert contact(f"{sound}平日です 090-5550-0144").name is None
