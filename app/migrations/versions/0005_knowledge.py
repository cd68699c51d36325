"""Knowledge: versions of documents, their sources, questions nobody's document answers, calibrated thresholds."""

from __future__ import annotations

import re

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

import app.models.base
from app.core.ids import new_id

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MARKS = re.compile(r"[\\`*_\[\]<>&~|#]|^(?:[-+=:]|\d{1,9}(?=[.)]))", re.M)
LINE_BREAK = re.compile(r"(?<=\S)\n(?=\S)")

JSON = sa.JSON().with_variant(postgresql.JSONB(astext_type=sa.Text()), "postgresql")


def upgrade() -> None:
    op.create_table(
        "knowledge_source",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("failures", JSON, nullable=False),
        sa.Column("checked_at", app.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("at", app.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind in ('folder', 'url')", name=op.f("ck_knowledge_source_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge_source")),
        sa.UniqueConstraint("location", name=op.f("uq_knowledge_source_location")),
    )
    source = sa.ForeignKey("knowledge_source.id", name=op.f("fk_document_source_id"))
    op.add_column("document", sa.Column("source_id", sa.Uuid(), source, nullable=True), inline_references=True)
    op.create_index(op.f("ix_document_source_id"), "document", ["source_id"])
    op.add_column("document", sa.Column("valid_from", sa.Date(), nullable=True))
    op.add_column("document", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    op.create_table(
        "document_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("front_matter", JSON, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("body_hash", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("at", app.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state in ('draft', 'live', 'past')", name=op.f("ck_document_version_state")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_document_version_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_version")),
        sa.UniqueConstraint("document_id", "number", name=op.f("uq_document_version_document_id_number")),
    )
    op.create_table(
        "missing_question",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("closed_by", sa.Uuid(), nullable=True),
        sa.Column("closed_at", app.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("at", app.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint("verdict in ('maybe', 'unknown')", name=op.f("ck_missing_question_verdict")),
        sa.CheckConstraint("state in ('open', 'answered', 'dismissed')", name=op.f("ck_missing_question_state")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_missing_question_lead_id")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_missing_question_message_id")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_missing_question_document_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["closed_by"], ["person.id"], name=op.f("fk_missing_question_closed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_missing_question")),
        sa.UniqueConstraint("message_id", name=op.f("uq_missing_question_message_id")),
    )
    op.create_index(op.f("ix_missing_question_lead_id"), "missing_question", ["lead_id"])
    op.create_index(op.f("ix_missing_question_state"), "missing_question", ["state"])
    op.create_table(
        "calibration",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("answer_from", sa.Double(), nullable=False),
        sa.Column("maybe_from", sa.Double(), nullable=False),
        sa.Column("questions", sa.Integer(), nullable=False),
        sa.Column("curve", JSON, nullable=False),
        sa.Column("at", app.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration")),
    )
    op.create_index(op.f("ix_citation_document_id"), "citation", ["document_id"])
    _note_present_versions()


def _note_present_versions() -> None:
    """Give each document its present version; its text is put together again from its chunks."""
    at = app.models.base.UtcDateTime(timezone=True)
    document = sa.table(
        "document",
        *(sa.column(name) for name in ("title", "lang", "body_hash", "approved_by", "status")),
        sa.column("id", sa.Uuid()),
        sa.column("front_matter", JSON),
        sa.column("updated_at", at),
    )
    chunk = sa.table(
        "chunk", sa.column("document_id", sa.Uuid()), *(sa.column(n) for n in ("position", "heading", "text"))
    )
    version = sa.table(
        "document_version",
        *(sa.column(name, sa.Uuid()) for name in ("id", "document_id")),
        *(sa.column(name) for name in ("number", "state", "title", "lang", "text", "body_hash", "by")),
        sa.column("front_matter", JSON),
        sa.column("at", at),
    )
    connection = op.get_bind()
    for row in connection.execute(sa.select(document)).all():
        pieces = connection.execute(
            sa.select(chunk).where(chunk.c.document_id == row.id).order_by(chunk.c.position)
        ).all()
        lines: list[str] = []
        for n, piece in enumerate(pieces):
            if piece.heading and (n == 0 or pieces[n - 1].heading != piece.heading):
                lines.append(f"## {_as_markdown(piece.heading)}")
            lines.append(_as_markdown(piece.text))
        connection.execute(
            sa.insert(version).values(
                id=new_id(),
                document_id=row.id,
                number=1,
                state={"approved": "live", "draft": "draft"}.get(row.status, "past"),
                title=row.title,
                lang=row.lang,
                front_matter=row.front_matter,
                text="\n\n".join(lines),
                body_hash=row.body_hash,
                by=row.approved_by,
                at=row.updated_at,
            )
        )


def _as_markdown(plain: str) -> str:
    """Write what the passages say so that Markdown takes no character of it for a mark and keeps every line."""
    lines = "\n".join(line.strip() for line in plain.splitlines())
    marked = MARKS.sub(lambda mark: f"{mark[0]}\\" if mark[0].isdigit() else f"\\{mark[0]}", lines)
    return LINE_BREAK.sub("\\\\\n", marked)
