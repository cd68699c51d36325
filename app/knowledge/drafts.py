"""What documents that wait for approval would answer, judged among themselves: nothing of them is ever indexed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from app.knowledge import written
from app.knowledge.versions import Saved, Version
from app.retrieval.bm25 import Corpus
from app.retrieval.passages import Kind, Passage


def corpus(drafts: Sequence[tuple[Saved, Version]], *, kinds: Collection[Kind] | None) -> Corpus:
    """Return the drafts, of these kinds or of any, to search and ask in memory."""
    passages = (passage for saved, version in drafts for passage in _passages(saved, version))
    return Corpus(passage for passage in passages if kinds is None or passage.kind in kinds)


def _passages(saved: Saved, version: Version) -> Iterator[Passage]:
    entry = written.of_version(saved.file, version, approved_by="")
    source, head = entry.source, entry.source.head
    for piece in entry.pieces:
        yield Passage(
            chunk_id=f"{saved.document_id}/{piece.position}",
            document_id=str(saved.document_id),
            file=source.file,
            title=source.title,
            heading=piece.heading,
            url=head.url,
            lang=source.lang,
            kind=head.kind,
            text=piece.text,
            score=0.0,
            case=None,
        )
