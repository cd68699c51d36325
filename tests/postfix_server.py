"""A throwaway Postfix: own configuration, queue and ports, reachable from this machine alone; needs root."""

from __future__ import annotations

import os
import shutil
import signal
import smtplib
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

SERVICES = """
127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
smtp unix - - n - - smtp
relay unix - - n - - smtp
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
postlog unix-dgram n - n - 1 postlogd
"""
OWN = {
    "compatibility_level": "3.6",
    "inet_interfaces": "127.0.0.1",
    "inet_protocols": "ipv4",
    "mynetworks": "127.0.0.0/8",
    "mydestination": "",
    "alias_maps": "",
    "local_recipient_maps": "",
    "smtp_dns_support_level": "disabled",
    "smtpd_relay_restrictions": "permit_mynetworks, reject",
}
START_S = 20


def program() -> Path | None:
    """Return the command if an instance can be run here: as root, with Postfix installed."""
    found = shutil.which("postfix", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    return Path(found) if found and os.geteuid() == 0 else None


@contextmanager
def running(postfix: Path, *, port: int, settings: Mapping[str, str]) -> Iterator[Path]:
    """Start an instance that listens on `port` and give its log; it is ended and removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="sokuo-postfix-"))
    folders = [folder, *(folder / name for name in ("config", "queue", "data"))]
    for one in folders:
        one.mkdir(exist_ok=True)
        one.chmod(0o755)  # its parts run as other users, and our program may have set a private umask
    shutil.chown(folder / "data", "postfix")
    paths = {
        "queue_directory": folder / "queue",
        "data_directory": folder / "data",
        "maillog_file": folder / "log",
        "maillog_file_prefixes": folder,
    }
    lines = [f"{name} = {value}" for name, value in {**OWN, **paths, **settings}.items()]
    (folder / "config" / "main.cf").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "config" / "master.cf").write_text(SERVICES.format(port=port).lstrip(), "utf-8")
    for file in (folder / "config").iterdir():
        file.chmod(0o644)
    try:
        process = subprocess.Popen(
            [postfix, "-c", folder / "config", "start-fg"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            umask=0o022,
        )
        _wait_for(port, process)
        try:
            yield folder / "log"
        finally:
            master = (folder / "queue" / "pid" / "master.pid").read_text("ascii")
            os.kill(int(master), signal.SIGTERM)  # it ends the others
            process.wait(START_S)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    pause = threading.Event()
    for _ in range(START_S * 20):
        try:
            with smtplib.SMTP("127.0.0.1", port, timeout=5):
                return
        except OSError:
            if process.poll() is not None:
                break
            pause.wait(0.05)
    raise RuntimeError("Postfix did not start")
