"""The facts of a message as a finished mail: the letter, and the addresses and ids that keep its thread together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from app.channels.email.outgoing import MESSAGE_ID, Unsendable
from app.channels.email.port import OutgoingMail
from app.channels.email.thread import bounce_address, parents, reply_address
from app.conversation.business_time import weekly_hours
from app.conversation.letter import LetterFacts, Source, Stationery, write_letter
from app.conversation.memory import Memory
from app.conversation.salutation import Addressee
from app.core.security import Vault
from app.flows.mail_facts import MailFacts
from app.understanding.facts import Lang

NO_ADDRESS = "no_address"


def write_mail(facts: MailFacts, stationery: Stationery, *, vault: Vault, base_url: str) -> OutgoingMail:
    """Return the mail of a message; `Unsendable` (no_address) where there is none to send it to or from.

    Paths of our documents are links below `base_url`. Ids of theirs that no header line can hold are left out.
    """
    own = facts.inbox.address
    if facts.to is None or own is None:
        raise Unsendable(NO_ADDRESS)
    letter = write_letter(letter_facts(facts, base_url=base_url), stationery)
    answers = facts.answers or facts.before
    above = parents(answers.parents, answers.rfc_id) if answers else ()
    return OutgoingMail(
        message_id=f"<{facts.message.id.hex}@{own.rpartition('@')[2]}>",
        from_name=_company(facts),
        from_address=own,
        reply_to=reply_address(own, facts.conversation.id, sign=vault.sign),
        to=facts.to,
        cc=facts.cc,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        in_reply_to=answers.rfc_id if answers and MESSAGE_ID.fullmatch(answers.rfc_id) else None,
        references=tuple(each for each in above if MESSAGE_ID.fullmatch(each)),
        envelope_from=bounce_address(own, facts.message.id, sign=vault.sign),
        date=facts.at,
        lang=_lang(facts),
        origin="human" if not facts.automatic else "ai" if facts.message.origin == "ai" else "template",
        auto=None if not facts.automatic else "auto-replied" if facts.answers else "auto-generated",
    )


def letter_facts(facts: MailFacts, *, base_url: str) -> LetterFacts:
    """Return what the letter of a message is made of; an unverified address gets nothing of what was typed."""
    lang, settings, contact = _lang(facts), facts.inbox.settings, facts.contact
    answers = facts.answers or facts.before
    known = Addressee(name=contact.name, company=contact.company, role=contact.role)
    bought = Memory.read(facts.conversation.plan).acts
    privacy = _in(settings.get("privacy_url"), lang)
    return LetterFacts(
        lang=lang,
        company=_company(facts),
        body=facts.message.text,
        acts=tuple(facts.message.provenance.get("acts", ())),
        opener=facts.opener,
        parent_subject=answers.subject if answers else None,
        addressee=known if facts.verified else None,
        topic_of=(*facts.lead.facts.get("wants", ()), *bought),
        sources=tuple(_source(cited, base_url) for cited in facts.message.citations),
        signature=(_in(settings.get("signature"), lang) or "").splitlines(),
        privacy_url=urljoin(base_url, privacy) if privacy else None,
        rep=facts.rep,
        hours=weekly_hours(facts.hours, lang=lang) or None,
    )


def _source(cited: Mapping[str, Any], base_url: str) -> Source:
    url = cited.get("url")
    return Source(cited["n"], cited["title"], urljoin(base_url, url) if url else None)


def _company(facts: MailFacts) -> str:
    return _in(facts.inbox.settings.get("name"), _lang(facts)) or facts.inbox.name


def _in(words: Mapping[str, str] | str | None, lang: Lang) -> str | None:
    """Return what a setting says in this language; one that is the same in all of them stands for itself."""
    return words.get(lang) if isinstance(words, Mapping) else words


def _lang(facts: MailFacts) -> Lang:
    return "en" if (facts.message.lang or facts.conversation.lang) == "en" else "ja"
