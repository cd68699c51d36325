"""Whatever lies in a folder: the good files are taken in, each other one is named with its reason."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Invalid
from app.knowledge.intake import Incoming, Intake
from app.knowledge.library import Library
from app.knowledge.reading.apart import Reader
from app.knowledge.reading.source import Source, parse
from app.retrieval.passages import Failure
from tests.knowledge.reading.paper import new_word, pdf, word

DAMAGED, LOCKED, NO_TEXT = "knowledge_file_damaged", "knowledge_file_locked", "knowledge_file_no_text"
HEAD, ELSEWHERE, TYPE = "knowledge_front_matter_invalid", "knowledge_file_elsewhere", "knowledge_file_type"
UNREADABLE = "knowledge_file_unreadable"
PAPER = pdf(["The fee is 98,000 yen a month."])


def packed(**parts: bytes) -> bytes:
    """Return a ZIP file; the parts of a Word file that are not named are left out."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", content)
    return written.getvalue()


def with_part(document: bytes, name: str, content: bytes) -> bytes:
    """Return a Word file with one part exchanged."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return written.getvalue()


def a_word_file() -> bytes:
    document = new_word()
    document.add_paragraph("The term is 12 months.")
    return word(document)


def bomb() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">{entities}]><a>&a9;</a>'.encode()


BROKEN: dict[str, tuple[bytes, str]] = {
    "truncated.pdf": (PAPER[: len(PAPER) // 2], DAMAGED),
    "garbage.pdf": (bytes(range(256)) * 40, DAMAGED),
    "scan.pdf": (pdf([""]), NO_TEXT),
    "locked.pdf": (pdf(["Secret."], password="open sesame"), LOCKED),
    "text.docx": (b"I am no Word file.", DAMAGED),
    "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), LOCKED),
    "no-document.docx": (packed(word__styles=b"<a/>"), DAMAGED),
    "truncated.docx": (a_word_file()[:9000], DAMAGED),
    "zip-bomb.docx": (packed(word__document=bytes(101_000_000)), DAMAGED),
    "entity-bomb.docx": (with_part(a_word_file(), "word/document.xml", bomb()), DAMAGED),
    "empty.docx": (word(new_word()), NO_TEXT),
    "no-mark.txt": ("料金は98,000円です。 A".encode("utf-16-le"), DAMAGED),
    "nul.md": (b"The fee is \x00\x00 yen.", DAMAGED),
    "empty.md": (b"", DAMAGED),
    "only-head.md": (b"---\ntitle: Prices\n---\n", DAMAGED),
    "unclosed.md": (b"---\ntitle: Prices\n\nThe fee is 98,000 yen.", HEAD),
    "no-text.html": (b"<title>App</title><div id=root></div><script>go()</script>", DAMAGED),
    "deep.html": (b"<div>" * 100_000 + b"Deep inside.", DAMAGED),
    "hex.html": (b'<meta charset="hex"><p>\x81\xff', DAMAGED),
    "undefined.html": (b'<meta charset="undefined"><p>\x81\xff', DAMAGED),
    "cells.html": (f"<table><tr>{'<td rowspan=50 colspan=50>a' * 30}{'<tr>' * 49}</table>".encode(), DAMAGED),
    "padding.html": (f"<table><tr>{'<td colspan=50>a' * 90}{'<tr><td>a' * 90}</table>".encode(), DAMAGED),
    "swelling.html": (f"<table><tr><td rowspan=50 colspan=50>{'word ' * 600}{'<tr>' * 49}</table>".encode(), DAMAGED),
    "header.md": (b"|" + b"word " * 1000 + b"|b|\n|-|-|\n" + b"|a|b|\n" * 1200, DAMAGED),
    "long.txt": (b"word\n" * 1_100_000, DAMAGED),
    "huge.txt": (b"a" * 30_000_000, DAMAGED),
    "sheet.xlsx": (b"PK", TYPE),
    "nameless": (b"text", TYPE),
}
GOOD = {
    "prices.pdf": PAPER,
    "endless.pdf": PAPER.replace(b"/Count 1", b"/Count 1000000000"),
    "terms.docx": a_word_file(),
    "odd\nname ＃1%20.md": b"# Odd\n\nStill read.",
    "wide.html": b"<table><tr><td colspan=" + b"9" * 5000 + b">Wide.<td>b<tr><td>c</table>",
    "typed.md": b"---\nextra: !!binary gIGC\n---\nThey measure.",
    "nested.html": b"<b>" * 4_000 + b"Deep inside.",
    "brackets.md": b"[" * 20_000 + b"\n\n" + b"> " * 5000 + b"quoted",
    "crlf.md": b"\xef\xbb\xbf---\r\ntitle: Sensors: all\r\n---\r\n\r\nThey measure.\r\n",
}


def test_one_folder_of_broken_files_gives_a_reason_for_each_and_all_good_files(
    library: Library, tmp_path: Path
) -> None:
    root = tmp_path / "papers"
    root.mkdir()
    for name, content in GOOD.items() | {(name, content) for name, (content, _) in BROKEN.items()}:
        (root / name).write_bytes(content)
    (tmp_path / "secret.md").write_text("Salaries.", "utf-8")
    (root / "outside.md").symlink_to(tmp_path / "secret.md")
    (root / "nowhere.md").symlink_to(root / "gone.md")
    (root / "circle.md").symlink_to(root / "circle.md")
    (root / "prices.pdf.yaml").write_text("title: Price list\nvalid_until: 2030-01-01\n", "utf-8")

    report = library.add(root)

    assert set(report.added) == set(GOOD)
    reasons = {failure.file: failure.code for failure in report.failed}
    links = {"outside.md": ELSEWHERE, "nowhere.md": UNREADABLE, "circle.md": UNREADABLE}
    assert reasons == {name: code for name, (_, code) in BROKEN.items()} | links
    assert all(failure.message for failure in report.failed)
    assert next(one.title for one in library.list() if one.file == "prices.pdf") == "Price list"

    (root / "prices.pdf.yaml").write_text("title: Price list 2027\n", "utf-8")
    assert library.add(root).updated == ("prices.pdf",)


@pytest.mark.parametrize(("trouble", "reason"), [("crash", "crashes"), ("hang", "longer than"), ("swell", "memory")])
def test_a_file_that_takes_its_reader_down_is_damaged_and_the_next_one_is_read(trouble: str, reason: str) -> None:
    reader = Reader("tests.knowledge.reading.troubled")
    with pytest.raises(Invalid) as error:
        reader.convert(".pdf", trouble.encode())
    assert (error.value.code, reason in error.value.detail) == (DAMAGED, True)
    assert reader.convert(".pdf", b"Good.") == (None, "Good.")


def test_the_reading_process_is_told_nothing_of_our_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOKUO_SECRET_KEY", "key")
    _, names = Reader("tests.knowledge.reading.troubled").convert(".pdf", b"environment")
    assert "PATH" in names
    assert "SOKUO" not in names


def test_a_fault_of_ours_costs_one_file_and_not_the_run(database: Database, clock: FixedClock) -> None:
    def fail(raw: bytes) -> Source:
        raise KeyError(raw)

    good = Incoming("good.md", lambda: b"They measure.", lambda raw: parse("good.md", raw))
    report = Intake(database, clock=clock).take([Incoming("bad.md", lambda: b"", fail), good])
    assert report.added == ("good.md",)
    assert report.failed == (Failure("bad.md", DAMAGED, "cannot be read: KeyError"),)


def test_a_name_that_no_database_looks_up_is_refused(library: Library, tmp_path: Path) -> None:
    root = tmp_path / "papers"
    deep = root.joinpath(*["深" * 70] * 5)
    deep.mkdir(parents=True)
    for folder in (root, deep):
        (folder / "a.md").write_text("They measure.", "utf-8")
    report = library.add(root)
    assert report.added == ("a.md",)
    assert [failure.code for failure in report.failed] == ["knowledge_name_too_long"]
