"""Three decisions on a mail: what it is, whether we may answer, whether an address is dead.

RFC 3834 and RFC 3464 first, then what servers and people without them do. In doubt the lead is kept and nothing sent.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Literal

from authres import AuthenticationResultsHeader, AuthResError  # type: ignore[import-untyped]

from app.channels.email.header import Address
from app.channels.email.machine_words import (
    AUTO_SUBJECT,
    AUTO_TEXT,
    BOUNCE_SUBJECT,
    BOUNCE_TEXT,
    DAEMON,
    MAILER,
    NO_REPLY,
    PERMANENT,
    RECEIPT_SUBJECT,
    TEMPORARY,
    TEMPORARY_SUBJECT,
)
from app.channels.email.parse import ParsedMail
from app.channels.email.reply_text import visible_reply
from app.channels.email.thread import base_address

Class = Literal[
    "human", "auto_reply", "bounce", "feedback_report", "list", "loop", "calendar", "forward", "spam", "reject"
]
DELIVERY_REPORTS = frozenset(("message/delivery-status", "message/global-delivery-status"))
READ_TEXT = 4000
PENDING = "not_failed"
WRITTEN = frozenset(("human", "forward"))
UNPROVEN = frozenset(  # reasons that a person's own words, calendar, spam filter or redirected mail give as well
    (
        "complaint_subject",
        "sender_says_undelivered",
        "forwarded_report",
        "undelivered_words",
        "invitation_with_words",
        "inbox_rule",
        "subject",
        "receipt_subject",
        "text",
        "spam_flag",
    )
)
MOST_HOPS = 40

_ACTION = re.compile(r"(?im)^action\s*:\s*(\w+)")
_STATUS = re.compile(r"(?im)^status\s*:\s*(\d)\.\d{1,3}\.\d{1,3}")
_DIAGNOSTIC = re.compile(r"(?im)^diagnostic-code\s*:\s*(.*(?:\n[ \t].*)*)")
_DMARC_FAIL = re.compile(r"\bdmarc\s*=\s*fail", re.IGNORECASE)
_FORWARD_START = re.compile(
    r"[-\s>_*]*+(?:(?:begin )?forwarded message|weitergeleitete nachricht|転送(?:された)?メッセージ)", re.IGNORECASE
)
_HEADING = re.compile(r"[^。．.!?！？]{2,60}(?<!です)(?<!ます)")  # no sentence: it stands as a subject would
_AUTO_FIELDS = (
    "x-autoreply",
    "x-autorespond",
    "x-autoresponder",
    "x-autoreply-from",
    "x-auto-reply-from",
    "x-mail-autoreply",
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """`reasons` are codes, the first one decided the class; `not_failed`: a bounce that tells of a delay or a success.

    `proven`: header fields, MIME or the envelope show that no person wrote it; words alone prove nothing. `verified`:
    DMARC passed at our own mail server.
    """

    klass: Class
    may_answer: bool
    dead_address: bool
    reasons: tuple[str, ...]
    proven: bool = False
    verified: bool = False


def judge(
    mail: ParsedMail,
    *,
    own_addresses: AbstractSet[str],
    envelope_from: str | None,
    authserv_id: str | None,
) -> Judgement:
    """Judge a mail. `own_addresses` are our inboxes without tags, `envelope_from` "" is the null sender.

    The envelope's recipients play no part: a Bcc has them too, and nobody answers a Bcc.
    """
    envelope = mail.return_path if envelope_from is None else envelope_from
    klass, reason = _class(mail, own_addresses=own_addresses, envelope=envelope)
    doubts = _doubts(mail, own_addresses=own_addresses) if klass == "human" else ()
    if klass == "bounce" and _is_pending(mail):
        doubts = (PENDING,)
    doubts += _spoofed(mail)
    return Judgement(
        klass,
        may_answer=klass == "human" and not doubts,
        dead_address=klass == "bounce" and _is_dead(mail),
        reasons=((reason,) if reason else ()) + doubts,
        proven=klass not in WRITTEN
        and (reason not in UNPROVEN or bool(_declared(mail, own_addresses=own_addresses, envelope=envelope))),
        verified=_passes_dmarc(mail, authserv_id),
    )


def is_automatic(text: str) -> bool:
    """Say whether a mail of which only the words are known is a responder's: by its heading, or because it says so."""
    heading, _, rest = text.strip().partition("\n")
    headed = rest.strip() and _HEADING.fullmatch(heading) and AUTO_SUBJECT.search(heading)
    return bool(headed or AUTO_TEXT.search(visible_reply(text[:READ_TEXT])))


def author(mail: ParsedMail) -> Address | None:
    """Return whom the mail is from: the one different Reply-To of a sender that cannot be answered (a form relay)."""
    sender = mail.from_
    if sender is None:
        return mail.reply_to[0] if mail.reply_to else _envelope_author(mail)
    other = _other_reply_to(mail)
    return other if other and NO_REPLY.search(sender.address) else sender


def assumed_own(mail: ParsedMail) -> frozenset[str]:
    """Return the tagged addresses a mail came to, without tags: where nobody says who we are, only we have those."""
    return frozenset(base_address(address) for address in _named(mail) if "+" in address)


def _named(mail: ParsedMail) -> list[str]:
    return [*(found.address for found in (*mail.to, *mail.cc)), *mail.delivered_to]


def _envelope_author(mail: ParsedMail) -> Address | None:
    return Address("", mail.return_path) if mail.return_path else None


def _other_reply_to(mail: ParsedMail) -> Address | None:
    others = {found.address: found for found in mail.reply_to if not mail.from_ or found.address != mail.from_.address}
    return next(iter(others.values())) if len(others) == 1 else None


def _class(mail: ParsedMail, *, own_addresses: AbstractSet[str], envelope: str | None) -> tuple[Class, str]:
    """Return class and reason; the order matters: many delivery reports call themselves auto-replied."""
    if reason := _complaint(mail):
        return "feedback_report", reason
    if reason := _bounced(mail, envelope):
        return "bounce", reason
    if reason := _loops(mail, own_addresses):
        return "loop", reason
    if mail.calendar_method in ("REPLY", "REQUEST", "CANCEL", "COUNTER"):
        return "calendar", "invitation_with_words" if mail.text.strip() else "calendar_part"
    if reason := _automatic(mail, envelope):
        return "auto_reply", reason
    if reason := _listed(mail, own_addresses):
        return "list", reason
    if mail.header("x-spam-flag").startswith("yes") or mail.header("x-spam-status").startswith("yes"):
        return "spam", "spam_flag"
    if author(mail) is None and not mail.text:
        return "reject", "nothing_to_read"
    return ("forward", "forward_without_words") if _only_forwards(mail) else ("human", "")


def _complaint(mail: ParsedMail) -> str:
    if mail.parameters.get("report-type", "").lower() == "feedback-report" or "message/feedback-report" in mail.types:
        return "feedback_report"
    return "complaint_subject" if mail.subject.lower().startswith("complaint about message from") else ""


def _bounced(mail: ParsedMail, envelope: str | None) -> str:
    if mail.parameters.get("report-type", "").lower() == "delivery-status" or DELIVERY_REPORTS & set(mail.types):
        return "delivery_status"
    if "x-failed-recipients" in mail.headers:
        return "x_failed_recipients"
    text = mail.text[:READ_TEXT]
    senders = [envelope or "", *((mail.from_.name, mail.from_.address) if mail.from_ else ())]
    daemon = any(DAEMON.search(sender) for sender in senders)
    subject, told = BOUNCE_SUBJECT.search(mail.subject), BOUNCE_TEXT.search(f"{text}\n{mail.report[:READ_TEXT]}")
    away = AUTO_SUBJECT.search(mail.subject) and not daemon
    if (daemon or envelope == "") and (subject or told) and not away:
        server = envelope == "" or any(MAILER.search(sender) for sender in senders)
        return "server_says_undelivered" if server else "sender_says_undelivered"
    if told and _FORWARD_START.match(text) and DAEMON.search(text[:300]):
        return "forwarded_report"
    answers = mail.subject.lower().startswith(("re:", "fw", "aw:"))
    return "undelivered_words" if subject and told and not answers else ""


def _loops(mail: ParsedMail, own_addresses: AbstractSet[str]) -> str:
    if mail.from_ and base_address(mail.from_.address) in own_addresses:
        return "own_address"
    return "too_many_hops" if len(mail.headers.get("received", ())) > MOST_HOPS else ""


def _declared(mail: ParsedMail, *, own_addresses: AbstractSet[str], envelope: str | None) -> str:
    """Return which header field or envelope says that a machine sent it, whatever its words are."""
    return _loops(mail, own_addresses) or _marked(mail, envelope) or _listed(mail, own_addresses)


def _automatic(mail: ParsedMail, envelope: str | None) -> str:
    return _marked(mail, envelope) or _automatic_words(mail)


def _marked(mail: ParsedMail, envelope: str | None) -> str:
    submitted = mail.header("auto-submitted")
    if submitted and not submitted.startswith("no"):
        return "auto_submitted"
    if mail.header("precedence") in ("auto_reply", "auto-reply"):
        return "precedence"
    for name in _AUTO_FIELDS:
        if name in mail.headers and mail.header(name) != "no":
            return name.replace("-", "_")
    if mail.header("x-ms-exchange-generated-message-source"):
        return "exchange_rule"
    if envelope == "":
        return "null_sender"
    return "read_receipt" if "message/disposition-notification" in mail.types else ""


def _automatic_words(mail: ParsedMail) -> str:
    if "x-ms-exchange-inbox-rules-loop" in mail.headers:  # of what a rule answers, and of what it only redirects
        return "inbox_rule"
    if AUTO_SUBJECT.search(mail.subject):
        return "subject"
    if RECEIPT_SUBJECT.search(mail.subject) and not mail.subject.lower().startswith("re:"):
        return "receipt_subject"
    return "text" if AUTO_TEXT.search(visible_reply(mail.text[:READ_TEXT])) else ""


def _listed(mail: ParsedMail, own_addresses: AbstractSet[str]) -> str:
    """Recognise lists and newsletters; a group of our own domain that feeds the inbox is none."""
    domains = {address.rpartition("@")[2] for address in own_addresses}
    list_id = mail.header("list-id") or mail.header("list-post")
    if any(list_id.rstrip("> ").endswith(domain) for domain in domains if list_id):
        return ""
    for name in ("list-id", "list-post", "list-unsubscribe", "list-help", "x-mailman-version", "feedback-id"):
        if name in mail.headers:
            return name.replace("-", "_")
    return "precedence" if mail.header("precedence") in ("bulk", "list", "junk") else ""


def _only_forwards(mail: ParsedMail) -> bool:
    if not mail.text:
        return set(mail.types) - {"text/plain", "text/html"} == {"message/rfc822"}
    return bool(_FORWARD_START.match(mail.text))


def _doubts(mail: ParsedMail, *, own_addresses: AbstractSet[str]) -> tuple[str, ...]:
    """Return why a person's mail is not to be answered by itself."""
    doubts = []
    who = author(mail)
    if mail.from_ is None:
        doubts.append("no_from")
    elif who is not None and NO_REPLY.search(who.address):
        doubts.append("no_reply_address")
    named = {base_address(address) for address in _named(mail)}
    if not named or (own_addresses and not named & own_addresses):
        doubts.append("not_addressed")
    if not mail.text.strip() and not mail.subject:
        doubts.append("empty")
    return tuple(doubts)


def _spoofed(mail: ParsedMail) -> tuple[str, ...]:
    told = mail.headers.get("authentication-results", ())
    return ("dmarc_fail",) if any(_DMARC_FAIL.search(value) for value in told) else ()


def _is_pending(mail: ParsedMail) -> bool:
    """Say whether a delivery report tells of no failure: delayed, delivered, relayed."""
    actions = {action.lower() for action in _ACTION.findall(mail.report)}
    return "failed" not in actions if actions else bool(TEMPORARY_SUBJECT.search(mail.subject))


def _is_dead(mail: ParsedMail) -> bool:
    """Say whether an address failed for good: action failed and status 5.x.x (RFC 3463), or a 55x reply in words."""
    if _is_pending(mail):
        return False
    if mail.report:
        blocks = re.split(r"\n\s*\n", mail.report)
        failed = [block for block in blocks if "failed" in (action.lower() for action in _ACTION.findall(block))]
        return any(_failed_for_good(block) for block in failed or blocks)
    text = mail.text[:READ_TEXT]
    return bool(PERMANENT.search(text)) and not TEMPORARY.search(text)


def _failed_for_good(block: str) -> bool:
    status = _STATUS.search(block)
    if status:
        return status[1] == "5"
    diagnostic = _DIAGNOSTIC.search(block)
    return bool(diagnostic and PERMANENT.search(diagnostic[1]))


def _passes_dmarc(mail: ParsedMail, authserv_id: str | None) -> bool:
    """Trust the topmost result of our own server only (RFC 8601 §5), about the one author that From names."""
    who = author(mail)
    if not authserv_id or not mail.authentication or who is None or who.address != mail.sole_from:
        return False
    try:
        told = AuthenticationResultsHeader.parse(f"Authentication-Results: {mail.authentication}")
    except (AuthResError, ValueError, TypeError):
        return False
    if (told.authserv_id or "").lower() != authserv_id.lower():
        return False
    passed = [result for result in told.results if result.method == "dmarc" and result.result == "pass"]
    return any(_aligned(who.domain, told_of) for result in passed for told_of in _header_from(result))


def _header_from(result: Any) -> list[str]:
    """Return the domain of From that a result is about, as the server read it."""
    return [
        str(one.value).rpartition("@")[2].lower()
        for one in result.properties
        if (one.type, one.name) == ("header", "from")
    ]


def _aligned(domain: str, told: str) -> bool:
    return "." in told and (domain == told or domain.endswith(f".{told}"))
