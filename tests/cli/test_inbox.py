"""`sokuo inbox` sets up mail addresses and forms, and prints a form that works as it is."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import typer
from fastapi.testclient import TestClient

from app.cli.inbox import app
from app.cli.open import open_parts
from app.core.errors import AppError, Conflict, Invalid, NotFound
from app.main import create_app
from app.models import Conversation

TAKEN = "taken@minamo.example"
TAKEN_FORM = ("--channel", "webform", "--mail-inbox", TAKEN)
MAIL = ("add", "--channel", "email", "--address", "Sales@minamo.example", "--name", "ミナモ計測")


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOKUO_DATA_DIR", str(tmp_path))


def run(*arguments: str) -> None:
    typer.main.get_command(app)(arguments, standalone_mode=False)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    run(*arguments, "--json")
    return json.loads(capsys.readouterr().out)


def test_a_printed_form_sends_with_its_notice(capsys: pytest.CaptureFixture[str]) -> None:
    mail = printed(capsys, *MAIL)
    assert (mail["address"], mail["settings"]["name"]["en"]) == ("sales@minamo.example", "ミナモ計測")
    form = printed(
        capsys, "add", "--channel", "webform", "--origin", "https://www.minamo.example/", "--field", "会社=company"
    )
    assert form["settings"]["mail_inbox"] == mail["id"]
    assert form["settings"]["origins"] == ["https://www.minamo.example"]
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', form["html"]))
    typed = {"email": "tanaka@minato.example", "message": "料金を知りたいです", "会社": "みなと工業"}
    with open_parts() as parts:
        posted = re.findall(r'action="http://localhost:8000([^"]+)"', form["html"])[0]
        with TestClient(create_app(parts), base_url="http://localhost", follow_redirects=False) as browser:
            assert browser.post(posted, data={**hidden, **typed}).status_code == 303
            talk = parts.database.read(lambda s: s.query(Conversation).one())
    assert (talk.notice_version, str(talk.inbox_id)) == (hidden["notice"], mail["id"])


def test_the_list_shows_addresses_and_keys(capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, *MAIL)
    key = printed(capsys, "add", "--channel", "webform", "--name", "資料請求", "--mail-inbox", "sales@minamo.example")[
        "key"
    ]
    run("list")
    shown = capsys.readouterr().out
    assert "sales@minamo.example" in shown
    assert key in shown
    assert {row["channel"] for row in printed(capsys, "list")} == {"widget", "email", "webform"}


@pytest.mark.parametrize(
    ("arguments", "error", "code"),
    [
        (("--channel", "webform"), NotFound, "inbox_unknown"),
        (("--channel", "email"), Invalid, "email_invalid"),
        (("--channel", "email", "--address", "sales+x@minamo.example"), Invalid, "email_invalid"),
        (("--channel", "email", "--address", TAKEN), Conflict, "inbox_exists"),
        ((*TAKEN_FORM, "--field", "会社"), Invalid, "field_unknown"),
        ((*TAKEN_FORM, "--field", "会社=firm"), Invalid, "field_unknown"),
        ((*TAKEN_FORM, "--thanks-url", "//x.example"), Invalid, "form_link_invalid"),
        ((*TAKEN_FORM, "--privacy-url", "javascript:x"), Invalid, "form_link_invalid"),
    ],
)
def test_what_cannot_work_is_refused(arguments: tuple[str, ...], error: type[AppError], code: str) -> None:
    if TAKEN in arguments:
        run("add", "--channel", "email", "--address", TAKEN)
    with pytest.raises(error) as refused:
        run("add", *arguments)
    assert refused.value.code == code
