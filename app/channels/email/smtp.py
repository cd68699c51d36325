"""Hand a mail to an SMTP server, and know afterwards whether it can have been delivered (RFC 5321)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import timedelta
from email.message import EmailMessage
from functools import partial

from aiosmtplib import SMTP, SMTPAuthenticationError, SMTPException, SMTPRecipientRefused, SMTPSenderRefused

from app.channels.email.port import Deferred, HandOver, NobodyKnows, Refused
from app.core import log
from app.core.settings import MailSettings

logger = log.get(__name__)
GO_AHEAD, DONE = 354, 250
RECEIPT_CHARS = 200
MOST_AT_ONCE = 4  # connections: more would annoy the server, and leave more in doubt when the process dies


class SmtpTransport:
    """One connection per mail. The server has `smtp_timeout_s` to get ready, and as much to begin and to end taking
    the mail, which a careful one does late (RFC 5321 §4.5.3.2.6).
    """

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings
        self._patience = settings.smtp_timeout_s
        self.longest = timedelta(seconds=2 * self._patience + 1)
        self._doors = asyncio.Semaphore(MOST_AT_ONCE)

    @asynccontextmanager
    async def ready(self, *, sender: str, recipients: Sequence[str]) -> AsyncIterator[HandOver]:
        """Connect and name the envelope: whatever goes wrong here, nothing was sent."""
        client = self._client(hello=self._settings.hello_name or sender.rpartition("@")[2])
        async with self._doors:
            try:
                with _certainly_not_sent():
                    async with asyncio.timeout(self._patience):
                        await client.connect()
                        await client.mail(sender)
                        await client.rcpt(recipients[0])
                        for copy in recipients[1:]:
                            await _add_copy(client, copy)
                yield partial(self._hand_over, client)
            finally:
                client.close()

    async def arrived(self, _message_id: str) -> None:
        """No server tells what became of a mail."""

    async def _hand_over(self, client: SMTP, mail: EmailMessage) -> str:
        with _certainly_not_sent():
            async with asyncio.timeout(self._patience):
                code, text = await client.execute_command(b"DATA")
        if code != GO_AHEAD or client.protocol is None:
            raise _verdict(code, text)
        message = mail.as_bytes().replace(b"\r\n.", b"\r\n..") + b".\r\n"
        try:
            async with asyncio.timeout(self._patience):
                client.protocol.write(message)
                code, text = await client.protocol.read_response()
        except (SMTPException, OSError, TimeoutError) as error:
            raise NobodyKnows from error
        if code != DONE:
            raise _verdict(code, text)
        with suppress(SMTPException):
            client.protocol.write(b"QUIT\r\n")  # nobody waits for the answer
        return text[:RECEIPT_CHARS]

    def _client(self, *, hello: str) -> SMTP:
        settings = self._settings
        password = settings.smtp_password
        return SMTP(
            hostname=settings.smtp_host,
            port=settings.smtp_port,
            use_tls=settings.smtp_tls == "tls",
            start_tls=settings.smtp_tls == "starttls",
            username=settings.smtp_user,
            password=password.get_secret_value() if password else None,
            local_hostname=hello,  # the library would ask the name service, which may take seconds
            timeout=None,  # every step has our own deadline
        )


@contextmanager
def _certainly_not_sent() -> Iterator[None]:
    """Turn what goes wrong before the first byte of the mail into what it means."""
    try:
        yield
    except SMTPAuthenticationError as error:
        logger.error("smtp_login_failed", code=error.code)  # ours to repair; the mail can wait for that
        raise Deferred("smtp_login") from error
    except (SMTPSenderRefused, SMTPRecipientRefused) as error:
        raise _verdict(error.code, error.message) from error
    except TimeoutError as error:
        raise Deferred("smtp_timeout") from error
    except (SMTPException, OSError, ValueError) as error:
        raise Deferred("smtp_connection") from error


def _verdict(code: int, text: str) -> Refused | Deferred:
    return Refused(code, text) if code >= 500 else Deferred(f"smtp_{max(code, 0)}")


async def _add_copy(client: SMTP, address: str) -> None:
    try:
        await client.rcpt(address)
    except SMTPRecipientRefused as error:
        logger.warning("smtp_copy_refused", code=error.code)
