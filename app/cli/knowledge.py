"""`sokuo knowledge`: what the company has approved to be said."""

from __future__ import annotations

import typer

from app.cli import knowledge_add, knowledge_ask, knowledge_documents, knowledge_index, knowledge_missing

app = typer.Typer(help="What the company has approved to be said.", no_args_is_help=True, rich_markup_mode=None)

app.command()(knowledge_add.add)
app.command()(knowledge_add.unwatch)
app.command()(knowledge_add.sources)
app.command("list")(knowledge_documents.list_)
app.command()(knowledge_documents.show)
app.command()(knowledge_documents.approve)
app.command()(knowledge_documents.withdraw)
app.command()(knowledge_documents.restore)
app.command()(knowledge_ask.search)
app.command()(knowledge_ask.ask)
app.command()(knowledge_missing.missing)
app.command()(knowledge_index.rebuild)
app.command()(knowledge_index.check)
app.command()(knowledge_index.calibrate)
