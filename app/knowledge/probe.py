"""Looks for sentences of known chunks, to see what an embedder is worth on these very documents."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.knowledge.dense import Trust, weigh_up
from app.knowledge.embed import Embedder
from app.retrieval.passages import Lang
from app.retrieval.sentences import sentences

if TYPE_CHECKING:
    from app.knowledge.vectors import Vectors

SAMPLE = 200
PER_CHUNK = 6
NEAR = 3
STRANGERS = 12
"""Nearest chunks read to find one of another document."""

Chunk = tuple[str, str, str]
"""(document id, chunk id, text as it is searched)"""


def sample(ids: Sequence[str]) -> list[str]:
    """Return what to probe by: always the same of the same."""
    ordered = sorted(ids)
    return random.Random(len(ordered)).sample(ordered, min(SAMPLE, len(ordered)))  # noqa: S311 - a sample, no secret


def probe(vectors: Vectors, embedder: Embedder, lang: Lang, *, documents: Sequence[Chunk]) -> Trust:
    """Return how far to trust the embedder, judged by some whole documents of one language.

    It is shown sentences, never a whole text it has seen before.
    """
    home_of = {chunk_id: document_id for document_id, chunk_id, _ in documents}
    sampled = vectors.ids(lang, sample(list(home_of)))  # what has just been edited has no vector yet
    chunks = [chunk for chunk in documents if chunk[1] in sampled]
    asked = [(number, part) for number, (_, _, text) in enumerate(chunks) for part in _parts(text, len(chunks))]
    if not asked:
        return weigh_up([], [], home=[], chance=1.0)
    given = embedder.embed_documents([part for _, part in asked])
    among = vectors.cosines(lang, given, [chunk_id for _, chunk_id, _ in chunks])
    everywhere = vectors.nearest(lang, given, limit=STRANGERS)
    near = max(1, min(NEAR, len(chunks) // 10))
    own, home, strangers = [], [], []
    for (number, _), row, found in zip(asked, among, everywhere, strict=True):
        own.append(row[number])
        home.append(sum(cosine > row[number] for cosine in row) < near)
        strange = [cosine for chunk_id, cosine in found.items() if home_of.get(chunk_id) != chunks[number][0]]
        if strange:
            strangers.append(max(strange))
    return weigh_up(own, strangers, home=home, chance=near / len(chunks))


def _parts(text: str, chunks: int) -> list[str]:
    """Return sentences of a chunk, more of each where there are few chunks."""
    found = [sentence for sentence in sentences(text) if sentence.strip() and sentence.strip() != text.strip()]
    wanted = min(PER_CHUNK, max(1, SAMPLE // max(1, chunks)))
    return sorted(found, key=len, reverse=True)[:wanted]
