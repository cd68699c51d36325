"""Whatever lies in a folder: the good files are taken in, each other one is named with its reason."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from app.core.errors import Invalid
from app.knowledge.library import Library
from app.knowledge.reading.apart import Reader
from tests.knowledge.reading.paper import new_word, pdf, word

DAMAGED, LOCKED, NO_TEXT = "knowledge_file_damaged", "knowledge_file_locked", "knowledge_file_no_text"
HEAD, ELSEWHERE, TYPE = "knowledge_front_matter_invalid", "knowledge_file_elsewhere", "knowledge_file_type"
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
    "huge.txt": (b"a" * 30_000_000, DAMAGED),
    "sheet.xlsx": (b"PK", TYPE),
    "nameless": (b"text", TYPE),
}
GOOD = {
    "prices.pdf": PAPER,
    "endless.pdf": PAPER.replace(b"/Count 1", b"/Count 1000000000"),
    "terms.docx": a_word_file(),
    "odd\nname ＃1%20.md": b"# Odd\n\nStill read.",
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
    links = {"outside.md": ELSEWHERE, "nowhere.md": DAMAGED, "circle.md": DAMAGED}
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
