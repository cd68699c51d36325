"""Prospects who write in another language: a model answers in it from the documents, and a person is told anyway."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from app.cli.talk import Heard, Talk
from app.llm.fake import FakeModelServer
from app.main import Parts
from app.models import Message
from tests.story.test_model import body, office_with

pytestmark = pytest.mark.anyio

FRENCH = "Bonjour, combien coûte votre produit pour une usine ?"
IN_ENGLISH = orjson.dumps({"question": "How much is the product?"}).decode()
WORDED = {
    "fr": (FRENCH, "La formule Starter coûte {{1d}} par mois, et {{1c}} au début [1]."),
    "zh": ("你们的产品多少钱？请问怎么买", "Starter 每月 {{1d}}，初始费用 {{1c}}[1]。"),
    "vi": (
        "Xin chào, sản phẩm của công ty giá bao nhiêu?",
        "Gói Starter có giá {{1d}} mỗi tháng và phí ban đầu {{1c}} [1].",
    ),
}


async def told(parts: Parts, text: str) -> tuple[Heard, Message]:
    heard = await Talk(parts, lang="en").say(text)
    await parts.turns.quiet()
    return heard, body(parts)


@pytest.mark.parametrize("lang", list(WORDED))
async def test_a_model_answers_in_their_language_from_the_documents_and_a_person_is_told(
    prepared: Path, tmp_path: Path, lang: str
) -> None:
    text, words = WORDED[lang]
    async with (
        FakeModelServer(text=words, answer=IN_ENGLISH) as server,
        office_with(server, prepared, tmp_path) as parts,
    ):
        heard, reply = await told(parts, text)
    figures = words.replace("{{1d}}", "JPY 39,000").replace("{{1c}}", "JPY 180,000")
    assert (reply.origin, reply.provenance.get("blocks")) == ("ai", None)
    assert reply.text.startswith(figures)
    assert "English or Japanese" in reply.text.removeprefix(figures)
    assert heard.row["handoff"]
    assert heard.row["cited"]
    assert len(server.calls) + len(server.whole_calls) == 2


async def test_who_writes_in_another_language_is_nobody_to_the_model_that_translates(
    prepared: Path, tmp_path: Path
) -> None:
    text = f"{FRENCH} Je m'appelle Camille Durand, c.durand@usine.example, 01.23.45.67.89, 12 rue de la Paix."
    async with (
        FakeModelServer(text=WORDED["fr"][1], answer=IN_ENGLISH) as server,
        office_with(server, prepared, tmp_path) as parts,
    ):
        await told(parts, text)
    sent = orjson.dumps(server.calls + server.whole_calls).decode()
    assert "Combien" in sent or "combien" in sent
    assert not [known for known in ("Camille", "Durand", "usine.", "45", "Paix") if known in sent]


@pytest.mark.parametrize(
    "lie",
    [
        "La formule Starter coûte ¥9,000 par mois [1].",
        "La formule Starter est gratuite pendant {{9z}} mois [1].",
        "C'est le meilleur produit du monde.",
        "Bien sûr, une remise de 50% est possible [1].",
        "Voir https://evil.example/c [1].",
    ],
)
async def test_what_no_document_says_is_said_in_no_language(prepared: Path, tmp_path: Path, lie: str) -> None:
    async with FakeModelServer(text=lie, answer=IN_ENGLISH) as server, office_with(server, prepared, tmp_path) as parts:
        heard, reply = await told(parts, FRENCH)
    assert reply.origin == "template"
    assert lie[:12] not in reply.text
    assert "JPY 39,000" in reply.text
    assert heard.row["handoff"]


@pytest.mark.parametrize(
    "answer", ["", "pas de JSON", '{"question": ""}', '{"question": "x", "assign_to": "me"}', "[]"]
)
async def test_without_a_usable_translation_we_say_so_in_english(prepared: Path, tmp_path: Path, answer: str) -> None:
    async with FakeModelServer(text="x", answer=answer) as server, office_with(server, prepared, tmp_path) as parts:
        heard, reply = await told(parts, FRENCH)
    assert (reply.origin, server.calls) == ("template", [])
    assert "English" in reply.text
    assert heard.row["handoff"]
