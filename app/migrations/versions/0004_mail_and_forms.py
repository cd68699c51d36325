"""Mail and forms: table mail, raw_message with its conversation, inboxes with key and address, clocks of promises."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

import app.models.base

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(astext_type=sa.Text()), "postgresql")


def upgrade() -> None:
    op.add_column("inbox", sa.Column("key", sa.Text(), nullable=True))
    op.add_column("inbox", sa.Column("address", sa.Text(), nullable=True))
    _add_reference("inbox", "site_id", "site")
    op.create_index("uq_inbox_key", "inbox", ["key"], unique=True)
    op.create_index("uq_inbox_address", "inbox", ["address"], unique=True)
    _add_reference("conversation", "inbox_id", "inbox")
    op.add_column("promise", sa.Column("warned_at", app.models.base.UtcDateTime(timezone=True), nullable=True))
    op.add_column("promise", sa.Column("apologised_at", app.models.base.UtcDateTime(timezone=True), nullable=True))
    op.drop_table("raw_message")  # nothing has been written to it before this revision
    op.create_table(
        "raw_message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("provider_id", sa.Text(), nullable=True),
        sa.Column("inbox_id", sa.Uuid(), nullable=True),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("envelope_enc", sa.LargeBinary(), nullable=True),
        sa.Column("body_enc", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("received_at", app.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state in ('received', 'accepted', 'refused', 'quarantined', 'sent')", name=op.f("ck_raw_message_state")
        ),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_raw_message_inbox_id")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name=op.f("fk_raw_message_conversation_id")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_raw_message_message_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_raw_message")),
        sa.UniqueConstraint("source", "provider_id", name=op.f("uq_raw_message_source_provider_id")),
    )
    op.create_index(op.f("ix_raw_message_conversation_id"), "raw_message", ["conversation_id"])
    op.create_table(
        "mail",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("rfc_id", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("parents", JSON, nullable=False),
        sa.Column("peer_hmac", sa.LargeBinary(), nullable=False),
        sa.Column("domain_hmac", sa.LargeBinary(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("by_token", sa.Boolean(), nullable=False),
        sa.Column("raw_id", sa.Uuid(), nullable=True),
        sa.Column("at", app.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint("direction in ('inbound', 'outbound')", name=op.f("ck_mail_direction")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_mail_message_id")),
        sa.ForeignKeyConstraint(["raw_id"], ["raw_message.id"], name=op.f("fk_mail_raw_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
        sa.UniqueConstraint("message_id", name=op.f("uq_mail_message_id")),
    )
    op.create_index(op.f("ix_mail_rfc_id"), "mail", ["rfc_id"])
    op.create_index("ix_mail_peer", "mail", ["peer_hmac", "at"])
    op.create_index("ix_mail_domain", "mail", ["domain_hmac", "at"])


def _add_reference(table: str, column: str, target: str) -> None:
    """Add a nullable foreign key in one ALTER TABLE, which SQLite can do without copying the table."""
    key = sa.ForeignKey(f"{target}.id", name=op.f(f"fk_{table}_{column}"))
    op.add_column(table, sa.Column(column, sa.Uuid(), key, nullable=True), inline_references=True)
