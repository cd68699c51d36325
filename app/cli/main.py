"""`sokuo`: one command for everything an operator does."""

from __future__ import annotations

import gc
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from app.cli import inbox, jobs, knowledge, leads, mail

cli = typer.Typer(
    name="sokuo",
    help="Sokuo answers every new B2B lead within seconds, in Japanese and English.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
cli.add_typer(knowledge.app, name="knowledge")
cli.add_typer(leads.app, name="leads")
cli.add_typer(jobs.app, name="jobs")
cli.add_typer(inbox.app, name="inbox")
cli.add_typer(mail.app, name="mail")
admin = typer.Typer(help="People who may sign in.", no_args_is_help=True, rich_markup_mode=None)
cli.add_typer(admin, name="admin")


class Role(StrEnum):
    """Who may do what; see app/accounts/roles.py."""

    rep = "rep"
    manager = "manager"
    admin = "admin"


Host = Annotated[str | None, typer.Option(help="Address to listen on (SOKUO_HOST).")]
Port = Annotated[int | None, typer.Option(help="Port to listen on (SOKUO_PORT).", min=1, max=65535)]


@cli.command()
def serve(host: Host = None, port: Port = None) -> None:
    """Run the web node: widget, console, jobs."""
    from app.cli.serving import serve as run_server

    run_server(host=host, port=port)


@cli.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the demo.", min=1, max=65535)] = 8000,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")] = False,
    source: Annotated[Path | None, typer.Option("--from", help="Answer from your own documents instead.")] = None,
) -> None:
    """Run the whole product with a fictional company, on one port, without key or network."""
    from app.demo.run import run

    run(port=port, browser=not no_browser, source=source)


@cli.command()
def chat(
    lang: Annotated[str, typer.Option(help="ja or en: the language of the greeting.")] = "ja",
    jsonl: Annotated[
        bool,
        typer.Option(
            "--jsonl", help="Rows {text, channel?, at?, form?, page_views?} on stdin, one row each on stdout."
        ),
    ] = False,
    now: Annotated[str | None, typer.Option(help="Pretend it is this time (ISO 8601 with offset).")] = None,
) -> None:
    """Talk to the assistant in the terminal."""
    from app.cli.chat import chat as talk

    talk(lang=lang, jsonl=jsonl, now=now)


@cli.command()
def understand(
    text: Annotated[str | None, typer.Argument(help="One message; with --jsonl rows on stdin instead.")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Rows {id,text,lang?,asked?,today?} on stdin.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON (the default).")] = True,
) -> None:
    """Show what the rules read from a message."""
    from app.cli.understand import understand as show

    del json_
    show(text, jsonl=jsonl)


@cli.command()
def briefing(
    lead: Annotated[str, typer.Argument(help="The lead's id.")],
    lang: Annotated[str | None, typer.Option(help="ja or en; the installation's language if not given.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print the briefing of a lead."""
    leads.briefing(lead, lang=lang, as_json=json_)


@cli.command()
def site(
    company: Annotated[str | None, typer.Option(help="The company's name, as prospects read it.")] = None,
    origin: Annotated[
        list[str] | None, typer.Option(help="An origin whose pages carry the widget; may be given several times.")
    ] = None,
) -> None:
    """Show the widget's script tag for your own site, and say where it may stand."""
    from app.cli.site import site as show

    show(company=company, origins=origin or ())


@cli.command()
def rehearse(
    only: Annotated[
        list[str] | None, typer.Option(help="Only prospects whose name begins so; may be given several times.")
    ] = None,
    lang: Annotated[str | None, typer.Option(help="ja or en: the language of the score sheet.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write the score sheet as a page.")] = None,
    against: Annotated[Path | None, typer.Option(help="Compare with this stored run instead of the last.")] = None,
    scripted: Annotated[bool, typer.Option("--scripted", help="Leave a configured model out.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Let scripted prospects talk to the assistant of the demo company, and print a score sheet."""
    from app.cli.rehearse import Wanted
    from app.cli.rehearse import rehearse as play

    wanted = Wanted(tuple(only or ()), lang, html, against, as_json=json_, scripted=scripted)
    raise typer.Exit(play(wanted))


@admin.command("link")
def admin_link(
    email: Annotated[str, typer.Argument(help="The person's address; a new one is added.")],
    name: Annotated[str, typer.Option(help="Name of a new person.")] = "Admin",
    role: Annotated[Role, typer.Option(help="Role of a new person.")] = Role.admin,
) -> None:
    """Print a one-time link with which a person signs in and sets a password."""
    from app.cli.admin import link

    link(email, name=name, role=role.value)


def run(arguments: list[str] | None = None) -> None:
    """Run the command line; an error a person can mend is one line on stderr and exit code 2."""
    from app.core.errors import AppError
    from app.core.private_files import keep_private

    gc.set_threshold(50_000)  # a start makes many objects and next to no garbage
    keep_private()
    try:
        cli(arguments)
    except AppError as error:
        where = f": {error.detail}" if error.detail else ""
        typer.echo(f"sokuo: {error.code}{where}", err=True)
        sys.exit(2)
