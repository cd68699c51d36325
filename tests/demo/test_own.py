"""`sokuo demo --from PATH`: the reader's own documents, answered from at once; what is not in them is listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cli.main import run as sokuo
from app.cli.talk import Talk
from app.core.errors import SetupError
from app.core.settings import MailSettings, Settings
from app.demo import own, run
from app.demo.run import Demo
from app.demo.unknown import Unknown, unknown_questions

PRICES = "# 料金\n\n月額利用料は12,000円です。初期費用はかかりません。\n"
RETURNS = "<title>Returns</title><h1>Returns</h1><p>You can return goods within 7 days of delivery.</p>"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "資料"
    folder.mkdir()
    (folder / "料金.md").write_text(PRICES, "utf-8")
    (folder / "returns.html").write_text(RETURNS, "utf-8")
    (folder / "会社案内.pdf").write_bytes(b"%PDF-1.4")
    return folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOKUO_DATA_DIR", str(tmp_path / "var"))
    return tmp_path / "var"


@pytest.fixture
def demo(source: Path) -> Iterator[Demo]:
    opened = run.open_own(own.own_settings(source), source)
    yield opened
    opened.parts.close()


def answer(demo: Demo, question: str) -> tuple[str, list[str | None]]:
    found = demo.parts.library.ask(question)
    return found.text, [citation.passage.url for citation in found.citations]


def test_it_cites_pages_that_are_there_and_names_what_it_cannot_read(demo: Demo, home: Path) -> None:
    text, urls = answer(demo, "月額利用料はいくらですか")
    assert "12,000円" in text
    assert urls == ["/documents/%E6%96%99%E9%87%91.md"]
    page = demo.site.find("/documents/料金.md")
    assert page is not None
    assert page.document is not None
    assert "12,000円" in page.document.html
    assert demo.site.company.name["ja"] == "資料"
    assert [(one.file, one.code) for one in demo.refused or ()] == [("会社案内.pdf", "knowledge_file_damaged")]
    assert demo.parts.settings.data_dir.parent == home / "demo-from"


def test_a_second_run_takes_in_changes_only_and_forgets_deleted_files(demo: Demo, source: Path) -> None:
    library = demo.parts.library
    before = {one.file: one for one in library.list()}
    assert library.add(source).unchanged == ("returns.html", "料金.md")
    (source / "料金.md").write_text(PRICES.replace("12,000", "15,000"), "utf-8")
    (source / "returns.html").unlink()
    own.take_in(demo.parts, source)
    assert before.keys() - {one.file for one in library.list()} == {"returns.html"}
    assert "15,000円" in answer(demo, "月額利用料はいくらですか")[0]
    assert answer(demo, "How many days do I have to return goods?") == ("", [])
    (source / "料金.md").write_bytes(b"\x00\xff\x00")
    (source / "返品.txt").write_text("商品到着後7日以内であれば返品できます。", "utf-8")
    assert [one.code for one in own.take_in(demo.parts, source)] == ["knowledge_file_damaged", "knowledge_file_damaged"]
    assert [one.file for one in library.list()] == ["返品.txt"]


@pytest.mark.anyio
async def test_what_the_documents_do_not_say_is_listed_in_the_prospects_words(demo: Demo) -> None:
    parts = demo.parts
    for question in ("ISO 27001は取得していますか。", "月額利用料はいくらですか。", "ISO 27001は取得していますか。"):
        await Talk(parts, lang="ja").say(question)
    await parts.turns.close()
    assert parts.database.read(unknown_questions) == [Unknown("ISO 27001は取得していますか。", 2)]


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (None, "documents_missing"),
        ({}, "documents_empty"),
        ({"案内.pdf": b"%PDF-1.4"}, "documents_unreadable"),
    ],
)
def test_a_path_with_nothing_to_read_is_refused_with_its_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, made: dict[str, bytes] | None, code: str
) -> None:
    path = tmp_path / "own"
    if made is not None:
        path.mkdir()
        for name, content in made.items():
            (path / name).write_bytes(content)
    with pytest.raises(SystemExit) as ended:
        sokuo(["demo", "--no-browser", "--port", "29417", "--from", str(path)])
    assert ended.value.code == 2
    assert code in capsys.readouterr().err


@pytest.mark.parametrize("made", [run.demo_settings, lambda: own.own_settings(Path(__file__))])
def test_a_demo_mails_nobody_and_touches_no_database_that_the_environment_names(
    home: Path, monkeypatch: pytest.MonkeyPatch, made: Callable[[], Settings]
) -> None:
    monkeypatch.setenv("SOKUO_DATABASE_URL", "postgresql://sokuo@db.example/leads")
    for name in ("SMTP_HOST", "LMTP_LISTEN", "SMTP_LISTEN"):
        monkeypatch.setenv(f"SOKUO_MAIL__{name}", "mail.example:25")
    settings = made()
    assert settings.mail == MailSettings()
    assert settings.sqlalchemy_url.startswith(f"sqlite:///{home}/demo")


def test_a_link_out_of_the_folder_is_named_and_never_read(source: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("給与は月額99万円です。", "utf-8")
    (source / "給与.txt").symlink_to(tmp_path / "secret.txt")
    (source / "もう一つの料金.md").symlink_to("料金.md")
    opened = run.open_own(own.own_settings(source), source)
    try:
        assert [(one.file, one.code) for one in opened.refused or ()] == [
            ("会社案内.pdf", "knowledge_file_damaged"),
            ("給与.txt", "knowledge_file_elsewhere"),
        ]
        taken = {one.file for one in opened.parts.library.list()}
        assert taken == {"もう一つの料金.md", "returns.html", "料金.md"}
        assert opened.site.find("/documents/給与.txt") is None
    finally:
        opened.parts.close()


def test_each_path_has_its_own_folder(tmp_path: Path) -> None:
    folders = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.md").write_text("# x\n\ntext\n")
        folders.append(own.own_settings(tmp_path / name).data_dir)
    assert folders[0] != folders[1]
    assert isinstance(Settings.load(), Settings)
    with pytest.raises(SetupError):
        own.own_settings(tmp_path / "c")
