"""The composition root: settings → engine → adapters → routes, handlers, ticks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml
from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from app.briefing.read import briefing_for
from app.bus.memory import MemoryBus
from app.bus.port import publishing
from app.channels.email.intake import MailIntake, Protocols
from app.channels.email.port import Transport
from app.channels.email.sink import SinkTransport
from app.channels.email.smtp import SmtpTransport
from app.conversation.extract import Extraction
from app.conversation.letter import Stationery
from app.conversation.turn import Assistant
from app.conversation.word import Wording
from app.core import log
from app.core.clock import Clock, SystemClock
from app.core.db import Database, prepare_folder
from app.core.errors import SetupError
from app.core.plain_yaml import plain_values
from app.core.resources import folder
from app.core.security import Vault, derive_vault, load_secret
from app.core.settings import Settings
from app.core.templating import Texts, load_texts
from app.flows.deps import Deps
from app.flows.first_run import ZONE
from app.flows.form_in import TakeForm
from app.flows.mail_in import TakeMail, takes_mail
from app.flows.receive import Receive
from app.flows.registry import handlers, schedule
from app.flows.turns import TurnRunner
from app.jobs.embedded import EmbeddedEngine
from app.jobs.ticks import Ticks
from app.knowledge.embeddings import embedder
from app.knowledge.library import Library
from app.llm.client import ModelClient
from app.llm.prompts import Prompts
from app.migrations.upgrade import upgrade
from app.notifiers.discover import discover
from app.understanding.challenge_words import DEFAULT_CATEGORIES
from app.understanding.facts import ChallengeCategories
from app.understanding.understand import warm
from app.web import (
    board,
    body_limit,
    console,
    console_actions,
    errors,
    forms,
    health,
    knowledge,
    knowledge_document,
    knowledge_missing,
    knowledge_try,
    knowledge_write,
    live,
    login,
    pace,
    widget,
)
from app.web.deps import Services
from app.web.front_door import OwnHost, Proxies
from app.web.pages import STATIC, make_templates
from app.web.security_headers import SecurityHeaders
from app.web.sites import SiteCors

logger = log.get(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that is wired together once per process."""

    settings: Settings
    clock: Clock
    database: Database
    vault: Vault
    texts: Texts
    bus: MemoryBus
    categories: ChallengeCategories
    library: Library
    model: ModelClient
    turns: TurnRunner
    receive: Receive
    take_form: TakeForm
    take_mail: TakeMail
    engine: EmbeddedEngine
    ticks: Ticks

    def close(self) -> None:
        """Give files and connections free."""
        self.library.close()
        self.database.close()


def open_database(settings: Settings) -> tuple[Database, Vault]:
    """Open, check and migrate the database; `SetupError` says in one line what is wrong."""
    secret = load_secret(settings.data_dir, settings.secret_key.get_secret_value() if settings.secret_key else None)
    database = Database(settings.sqlalchemy_url, write_timeout_s=settings.write_timeout_s)
    try:
        prepare_folder(settings.sqlalchemy_url)
        database.check()
        upgrade(database)
    except SetupError:
        database.close()
        raise
    return database, derive_vault(secret)


def open_library(settings: Settings, database: Database) -> Library:
    """Open the knowledge; heavy parts load on first use or by `warm`."""
    return Library(
        database,
        settings.data_dir / "knowledge",
        zone=ZoneInfo(ZONE),
        embedder=embedder(settings.knowledge),
        fetch_hosts=settings.knowledge.fetch_hosts,
    )


def build(settings: Settings, clock: Clock | None = None, *, model: ModelClient | None = None) -> Parts:
    """Wire everything together; nothing runs yet. `model` replaces the client of the configured one."""
    clock = clock or SystemClock()
    database, vault = open_database(settings)
    texts = load_texts(folder("templates"))
    bus = MemoryBus()
    database.listen(publishing(bus))
    library = open_library(settings, database)
    model = model or ModelClient(settings.llm, monotonic=clock.monotonic)
    prompts = Prompts(folder("prompts"))
    categories = challenge_categories(settings.challenges_file)
    assistant = Assistant(
        database,
        vault,
        clock=clock,
        texts=texts,
        categories=categories,
        library=library,
        wording=Wording(
            model,
            prompts,
            vault=vault,
            clock=clock,
            settings=settings.llm,
            allowed_hosts=frozenset(settings.allowed_hosts),
        ),
        hosts=frozenset(settings.allowed_hosts),
    )
    extraction = Extraction(
        database, vault, model=model, prompts=prompts, clock=clock, settings=settings.llm, categories=categories
    )
    turns = TurnRunner(assistant, bus, extraction=extraction)
    receive = Receive(
        database,
        clock,
        vault=vault,
        texts=texts,
        categories=categories,
        turns=turns,
        max_chars=settings.max_message_chars,
    )
    take_form = TakeForm(receive, database, clock=clock, vault=vault, texts=texts)
    mail = transport(settings, database, vault=vault, clock=clock)
    stationery = Stationery(folder("templates"), texts)
    deps = Deps(database, clock, vault, texts, settings, mail, stationery, discover(bus))
    engine = EmbeddedEngine(database, clock, handlers=handlers(deps, turns, receive), node=settings.node)
    ticks = Ticks(database, clock)
    return Parts(
        settings=settings,
        clock=clock,
        database=database,
        vault=vault,
        texts=texts,
        bus=bus,
        categories=categories,
        library=library,
        model=model,
        turns=turns,
        receive=receive,
        take_form=take_form,
        take_mail=TakeMail(database, clock, vault=vault),
        engine=engine,
        ticks=ticks,
    )


def create_app(parts: Parts) -> FastAPI:
    """Return the web application; its lifespan starts and stops the jobs, the ticks and the turns."""
    app = FastAPI(title="Sokuo", lifespan=lambda _: running(parts), docs_url=None, redoc_url=None, openapi_url=None)
    app.state.services = services(parts)
    errors.install(app)
    most = parts.settings.max_body_bytes
    app.add_middleware(body_limit.BodyLimit, max_bytes=most, render=errors.show, larger=knowledge_write.LARGER)
    app.add_middleware(SiteCors)
    app.add_middleware(OwnHost, render=errors.show)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Proxies, trusted=parts.settings.trusted_proxies)
    documents = (knowledge, knowledge_document, knowledge_missing, knowledge_try, knowledge_write)
    for module in (health, widget, forms, login, console, console_actions, live, board, *documents):
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


def services(parts: Parts) -> Services:
    """Return what requests may ask for."""
    return Services(
        database=parts.database,
        clock=parts.clock,
        vault=parts.vault,
        bus=parts.bus,
        texts=parts.texts,
        settings=parts.settings,
        templates=make_templates(parts.texts),
        receive=parts.receive,
        take_form=parts.take_form,
        turns=parts.turns,
        library=parts.library,
        pace=pace.Pace() if parts.settings.pace == "on" else pace.unlimited(),
        briefing=lambda session, lead_id, lang: briefing_for(
            session, parts.vault, parts.texts, lead_id=lead_id, lang=lang, now=parts.clock.now()
        ),
    )


@asynccontextmanager
async def running(parts: Parts) -> AsyncIterator[None]:
    """Run jobs, ticks and turns; on the way out end streams and turns within 3 s, losing nothing.

    The words are read in full before anybody is let in: the first prospect waits for no vocabulary.
    """
    await asyncio.to_thread(warm, parts.categories)
    parts.library.warm()
    await parts.engine.start()
    schedule(parts.ticks)
    parts.ticks.start()
    intakes = mail_intakes(parts)
    for intake in intakes:
        await intake.start()
    warming = asyncio.create_task(parts.model.warm())
    logger.info("started", node=parts.settings.node, model=parts.settings.llm.configured)
    try:
        yield
    finally:
        warming.cancel()
        await asyncio.gather(warming, return_exceptions=True)  # else the log has an error at a stop right after a start
        parts.bus.close()
        for intake in intakes:
            await intake.stop()
        parts.ticks.stop()
        await parts.turns.close()
        await parts.engine.stop()
        await parts.model.aclose()
        await asyncio.to_thread(parts.close)
        logger.info("stopped", node=parts.settings.node)


def transport(settings: Settings, database: Database, *, vault: Vault, clock: Clock) -> Transport:
    """Return the way out for mail: the configured server, or the built-in sink."""
    if settings.mail.smtp_host:
        return SmtpTransport(settings.mail)
    return SinkTransport(database, vault, clock)


def mail_intakes(parts: Parts) -> list[MailIntake]:
    """Return the mail servers of our own that the settings ask for."""
    mail = parts.settings.mail
    wanted: tuple[tuple[Protocols, str | None], ...] = (("lmtp", mail.lmtp_listen), ("smtp", mail.smtp_listen))
    return [
        MailIntake(
            parts.take_mail,
            lambda address: takes_mail(parts.database, parts.vault, address),
            listen=listen,
            protocol=protocol,
            hostname=mail.hello_name,
            authserv_id=mail.authserv_id,
        )
        for protocol, listen in wanted
        if listen
    ]


def challenge_categories(file: Path | None) -> ChallengeCategories:
    """Return the categories of the company's own file, or the default set."""
    if file is None:
        return DEFAULT_CATEGORIES
    try:
        loaded = plain_values(file.read_text("utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise SetupError("challenges_file_invalid", f"{file}: {error}") from None
    if not isinstance(loaded, dict) or not all(isinstance(terms, dict) for terms in loaded.values()):
        raise SetupError("challenges_file_invalid", f"{file}: expected category → language → terms")
    return loaded
