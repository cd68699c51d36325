"""`sokuo site` gives the script tag and keeps where the widget may stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.main import run
from app.cli.site import origin_of
from app.core.errors import Invalid


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOKUO_DATA_DIR", str(tmp_path))


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    with pytest.raises(SystemExit) as ended:
        run(["site", *arguments])
    assert ended.value.code == 0
    *lines, tag = capsys.readouterr().out.splitlines()
    return {**dict(line.split(maxsplit=1) for line in lines), "tag": tag}


def test_the_site_keeps_its_key_and_collects_its_origins(capsys: pytest.CaptureFixture[str]) -> None:
    made = printed(capsys, "--company", "Minamo", "--origin", "https://www.minamo.example/")
    again = printed(capsys, "--origin", "https://shop.minamo.example", "--origin", "https://www.minamo.example")
    assert made["tag"].count(made["key"]) == 1
    assert again["key"] == made["key"]
    assert again["company"] == "Minamo"
    assert again["origins"] == "https://www.minamo.example https://shop.minamo.example"


@pytest.mark.parametrize("written", ["minamo.example", "https://minamo.example/contact", "ftp://minamo.example", "*"])
def test_what_is_no_origin_is_refused(written: str) -> None:
    with pytest.raises(Invalid, match="needs scheme and host"):
        origin_of(written)
