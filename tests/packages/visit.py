"""Run the demo of an installed package and use it as a visitor would: `python -m tests.packages.visit VENV FOLDER`.

The program gets what a container gives it: an empty environment, a working folder it cannot write to, a data folder and
one for temporary files. As root it also gets a file system that is read-only everywhere else, and a user without name
or home.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import httpx2

PAGES = ("/", "/en/pricing", "/demo", "/demo/mailbox", "/login", "/static/widget/loader.js")
ADDRESS = "hanako@example.test"
USER = "10001"  # the one of the Dockerfile
PATIENCE_S = 90
END_S = 15
LOCK = """
/bin/mount --bind "$1/data" "$1/data"
/bin/mount --bind "$1/tmp" "$1/tmp"
/bin/mount -o remount,bind,ro /
shift
exec "$@"
"""
AS_NOBODY = ("/usr/bin/setpriv", "--reuid", USER, "--regid", USER, "--clear-groups", "--no-new-privs")


def main(environment: Path, folder: Path) -> None:
    """Start the demo, visit it, end it, and see that it wrote nothing outside its data folder."""
    for name in ("data", "tmp", "cwd"):
        (folder / name).mkdir(parents=True, mode=0o700 if name == "data" else 0o755)
        if os.geteuid() == 0 and name != "cwd":
            os.chown(folder / name, int(USER), int(USER))
    (folder / "cwd").chmod(0o555)
    marker = folder / "started"
    marker.touch()
    port = free_port()
    with demo(environment, folder, port=port) as base, httpx2.Client(base_url=base, timeout=20) as visitor:
        for page in PAGES:
            assert visitor.get(page).status_code == 200, page
        chat(visitor)
        write_by_form(visitor)
    assert (folder / "data" / "demo" / "sokuo.db").exists()
    elsewhere = [found for root in (environment, folder / "tmp", folder / "cwd") for found in newer(root, marker)]
    assert elsewhere == [], f"written outside the data folder: {elsewhere[:5]}"


@contextmanager
def demo(environment: Path, folder: Path, *, port: int) -> Iterator[str]:
    """Give the address of a demo that is ready; it has to end by itself after SIGTERM."""
    own = {"PATH": str(environment / "bin"), "SOKUO_DATA_DIR": str(folder / "data"), "TMPDIR": str(folder / "tmp")}
    command = [str(environment / "bin" / "sokuo"), "demo", "--no-browser", "--port", str(port)]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [*locked(folder), *command], env=own, cwd=folder / "cwd", stdout=log, stderr=log, stdin=subprocess.DEVNULL
        )
        base = f"http://127.0.0.1:{port}"
        try:
            assert soon(lambda: is_ready(base, server)), "the demo is not ready"
            yield base
        except BaseException:
            sys.stderr.write((folder / "log").read_text("utf-8", "replace"))
            raise
        finally:
            server.terminate()
            ended = server.wait(END_S)
    assert ended in (0, -15), f"ended with {ended}"


def locked(folder: Path) -> list[str]:
    """Return the words before a command that take away what a container would not give; none where we may not."""
    if os.geteuid() != 0 or subprocess.run(["/usr/bin/unshare", "--mount", "/bin/true"], check=False).returncode != 0:
        return []
    return ["/usr/bin/unshare", "--mount", "/bin/sh", "-ec", LOCK, "sh", str(folder), *AS_NOBODY]


def chat(visitor: httpx2.Client) -> None:
    """Ask in the widget and get an answer from the documents."""
    opened = visitor.post("/v1/widget/sessions", json={"site": "pk_demo", "lang": "ja", "page": {"path": "/"}})
    assert opened.status_code == 201, opened.text
    question = {"client_id": "smoke-0001", "text": "料金を教えてください。"}
    allowed = {"Authorization": f"Bearer {opened.json()['token']}"}
    told = visitor.post("/v1/widget/messages", json=question, headers={**allowed, "Accept": "text/event-stream"})
    assert told.status_code == 202, told.text
    assert "event: turn.end" in told.text
    messages = visitor.get("/v1/widget/conversation", headers=allowed).json()["messages"]
    assert [message["kind"] for message in messages][-1] == "reply"
    assert messages[-1]["citations"], "the reply names no source"


def write_by_form(visitor: httpx2.Client) -> None:
    """Fill in the contact form, find the answer in the mailbox, and answer it."""
    filled = {"name": "山田 花子", "company": "山田商事", "email": ADDRESS, "message": "資料をください。"}
    sent = visitor.post("/v1/forms/fk_demo", json=filled)
    assert sent.is_success, sent.text
    assert soon(lambda: bool(mails(visitor))), "no mail in the mailbox"
    (mail,) = mails(visitor)
    page = visitor.get(f"/demo/mailbox/{mail}?view=text").text
    assert ADDRESS in page
    assert "送付資料" in page
    own = {"Origin": str(visitor.base_url).rstrip("/")}
    answered = visitor.post(f"/demo/mailbox/{mail}/answer", data={"text": "担当者と話したいです。"}, headers=own)
    assert answered.status_code == 303, answered.text
    assert soon(lambda: len(mails(visitor)) == 2), "the answer was not answered"


def mails(visitor: httpx2.Client) -> set[str]:
    """Return the ids of the mails in the mailbox."""
    return set(re.findall(r"/demo/mailbox/([0-9a-f-]{36})", visitor.get("/demo/mailbox").text))


def is_ready(base: str, server: subprocess.Popen[bytes]) -> bool:
    """Say whether the server takes visitors; one that has ended never will."""
    assert server.poll() is None, "the demo did not start"
    try:
        return httpx2.get(f"{base}/readyz", timeout=5).status_code == 200
    except httpx2.TransportError:
        return False


def soon(holds: Callable[[], bool]) -> bool:
    """Wait until it holds, or for too long."""
    pause, until = Event(), time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > until:
            return False
        pause.wait(0.2)
    return True


def newer(root: Path, marker: Path) -> list[Path]:
    """Return what was made or changed below `root` after the marker."""
    since = marker.stat().st_mtime_ns
    return [path for path in root.rglob("*") if path.lstat().st_mtime_ns > since]


def free_port() -> int:
    """Return a port below those the system gives away by itself."""
    for port in range(23_900, 24_000):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise SystemExit("smoke: no free port")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
