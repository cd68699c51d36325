"""What prospects get while the model fails or lies: every mode of a hostile model server, in both languages.

    python benchmarks/model_faults.py --tool PATH [--only h429 stall] [--at-once 3] [--fresh]

PATH is an OpenAI-compatible server for tests that is started as `python PATH PORT`, takes its mode from the model's
name (`mode` or `mode:argument`), answers `GET /_calls` with what it was sent, and lists its `MODES`; without it nothing
is measured. Each mode gets the whole program over its own copy of the demo company. What was measured is kept in --work
and not measured again unless --fresh. Writes model_faults.md beside this file.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from first_reply import answers
from model_faults_turns import TRUSTED, TURNS, conversation, mail, newest_reply

from app.cli.talk import Talk
from app.core import log
from app.core.clock import SystemClock
from app.core.settings import LlmSettings, MailSettings, Settings
from app.demo.run import demo_settings, prepare
from app.main import Parts, build

LANGS = ("ja", "en")
PORTS = range(18_300, 18_400)
RESULT = Path(__file__).with_suffix(".md")
# worst cases of modes that take an argument, besides the bare ones
MORE = ("cut:1", "cut:4", "stall:1", "stall:4", "drip:0.2", "slow:1", "h429:60", "flap:3")


class TuesdayMorning(SystemClock):
    """The machine's clock, on a working day at ten in Tokyo."""

    def __init__(self) -> None:
        self._ahead = datetime(2026, 11, 24, 1, 0, tzinfo=UTC) - super().now()

    def now(self) -> datetime:
        return super().now() + self._ahead


@contextmanager
def hostile_server(tool: Path) -> Iterator[str]:
    for port in PORTS:
        process = subprocess.Popen([sys.executable, str(tool), str(port)], stderr=subprocess.DEVNULL)
        try:
            if answers(process, f"http://127.0.0.1:{port}/"):
                yield f"http://127.0.0.1:{port}"
                return
        finally:
            process.terminate()
            process.wait(10)
    raise SystemExit(f"{tool} did not start on any port of {PORTS.start}-{PORTS.stop}")


async def measure(mode: str, base: str, prepared: Path) -> dict[str, Any]:
    """Run the program against one mode, Japanese first."""
    with tempfile.TemporaryDirectory(prefix="sokuo-") as copy:
        shutil.copytree(prepared, Path(copy) / "data")
        llm = LlmSettings(base_url=f"{base}/v1", model=mode)
        parts = build(settings_in(Path(copy) / "data", llm=llm), TuesdayMorning())
        await parts.model.warm()
        await asyncio.to_thread(parts.library.search, "料金", lang="ja")
        try:
            found: dict[str, Any] = {"mode": mode}
            for lang in LANGS:
                found[lang] = await conversation(parts, base, mode, lang=lang)
            found["breaker"] = "closed" if parts.model.breaker.allows() else "open"
            await parts.engine.start()
            for lang in LANGS:
                parts.model.breaker.succeeded()  # so that the mail meets the fault as well
                found["mail " + lang] = await mail(parts, base, mode, lang=lang)
        finally:
            await parts.engine.stop()
            await parts.turns.close()
            await parts.model.aclose()
            parts.close()
    return found


async def recovery(base: str, prepared: Path) -> str:
    """Let the server fail until the breaker is open, bring it back, and wait for the first reply in a model's words."""
    set_mode(base, "h503")
    with tempfile.TemporaryDirectory(prefix="sokuo-") as copy:
        shutil.copytree(prepared, Path(copy) / "data")
        parts = build(
            settings_in(Path(copy) / "data", llm=LlmSettings(base_url=f"{base}/v1", model="any")), TuesdayMorning()
        )
        await parts.model.warm()
        try:
            failed = [await _outcome(parts) for _ in range(8)].index("resting")
            set_mode(base, "polite")
            back = time.perf_counter()
            for _ in range(120):
                if await _outcome(parts) != "resting":
                    break
                await asyncio.sleep(0.25)
            return (
                f"resting after {failed} failed replies, asked again {time.perf_counter() - back:.1f} s after recovery"
            )
        finally:
            await parts.turns.close()
            await parts.model.aclose()
            parts.close()


async def _outcome(parts: Parts) -> str:
    await Talk(parts, lang="ja").say(TURNS["ja"][0])
    made = newest_reply(parts)
    return str(made.provenance.get("fault") or made.origin)


def set_mode(base: str, mode: str) -> None:
    request = urllib.request.Request(f"{base}/_mode", data=json.dumps({"mode": mode}).encode())
    urllib.request.urlopen(request, timeout=5).read()


def settings_in(data: Path, **changes: Any) -> Settings:
    return demo_settings(data_dir=data, pace="off", mail=MailSettings(authserv_id=TRUSTED), **changes)


def modes_of(tool: Path) -> list[str]:
    spec = importlib.util.spec_from_file_location("hostile_model", tool)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{tool} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [*module.MODES, *MORE]


async def run(options: argparse.Namespace) -> None:
    wanted = [mode for mode in modes_of(options.tool) if not options.only or mode.split(":")[0] in options.only]
    options.work.mkdir(parents=True, exist_ok=True)
    prepared = options.work / "prepared"
    if options.fresh or not prepared.exists():
        shutil.rmtree(options.work)
        parts, _ = prepare(settings_in(prepared))
        parts.close()
    seats = asyncio.Semaphore(options.at_once)
    with hostile_server(options.tool) as base:

        async def one(mode: str) -> None:
            kept = _kept(options.work, mode)
            if kept.exists():
                return
            async with seats:
                found = await measure(mode, base, prepared)
            kept.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
            print(mode, *_misses(found), flush=True)

        await asyncio.gather(*(one(mode) for mode in wanted))
        outage = options.work / "recovery.txt"
        if not outage.exists() and not options.only:
            outage.write_text(await recovery(base, prepared), "utf-8")
    write(options.work, modes_of(options.tool))


def write(work: Path, modes: list[str]) -> None:
    """Write the table of all that has been measured so far."""
    measured = [json.loads(kept.read_text("utf-8")) for mode in modes if (kept := _kept(work, mode)).exists()]
    chats = [seconds for found in measured for lang in LANGS for seconds in found[lang]["seconds"]]
    mails = [found[f"mail {lang}"]["seconds"] for found in measured for lang in LANGS]
    outage = work / "recovery.txt"
    RESULT.write_text(
        HEAD.format(
            modes=len(measured), chats=len(chats) + len(measured) * 4, mails=len(mails), chat_s=max(chats),
            mail_s=max(mails), rows="\n".join(map(_row, measured)), day=TODAY,
            outage=outage.read_text("utf-8") if outage.exists() else "not measured",
        ),
        "utf-8",
    )  # fmt: skip
    print(f"{len(measured)} modes, slowest chat {max(chats):.1f} s, mail {max(mails):.1f} s; see {RESULT.name}")


def _kept(work: Path, mode: str) -> Path:
    return work / f"{mode.replace(':', '_')}.json"


def _misses(found: dict[str, Any]) -> list[str]:
    every = [miss for part in ("ja", "en", "mail ja", "mail en") for miss in found[part]["misses"]]
    return list(dict.fromkeys(every))


def _row(found: dict[str, Any]) -> str:
    words = dict.fromkeys([*found["ja"]["words"], *found["en"]["words"]])
    mailed = dict.fromkeys(found[f"mail {lang}"]["words"] for lang in LANGS)
    read = dict.fromkeys([*found["ja"]["read"], *found["en"]["read"]])
    cells = [
        f"`{found['mode']}`",
        *(f"{max(found[lang]['seconds']):.1f}" for lang in LANGS),
        ", ".join(words),
        *(f"{found[f'mail {lang}']['seconds']:.1f}" for lang in LANGS),
        ", ".join(mailed),
        ", ".join(read) or "–",
        found["breaker"],
        ", ".join(_misses(found)) or "none",
    ]
    return "| " + " | ".join(cells) + " |"


TODAY = (datetime.now(UTC) + timedelta(hours=9)).date().isoformat()
HEAD = """# When the model fails or lies

`python benchmarks/model_faults.py --tool PATH`, {day}: {modes} modes of a hostile model server, {chats} chat turns and
{mails} mails in Japanese and English, the whole program over the demo company for each mode. Several modes share two
cores, so seconds are upper bounds. Slowest chat {chat_s:.1f} s, slowest mail {mail_s:.1f} s.

- **chat s**: the slowest complete reply, from the message to the last word (bar: 8 s). **mail s**: from the intake of a
  mail to the finished answer in the built-in sink (bar: 60 s); the breaker was closed by hand before it.
- **words**: how the replies were worded: `ai`, `template`, or what stopped the model (its fault, or the guard's rule).
- **read**: what the extraction took from the model: slots, nothing, or why it was thrown away; – if it was not asked.
- **breaker**: after the chats.
- **misses**: wrong language, partial sentence, more than one question, late, more than three calls, a lead not stored
  or not assigned, a quote nobody wrote; rules R1 (prompt), R2 (addresses), R3 (figures and promises), R4 (other leads),
  R5 (markers, claims to be human), R7 (length, calls), R9 (crisis and complaint go to a person, no model asked).
  Judged by `model_faults_judge.py`, which knows nothing of the guard.

Recovery: {outage}.

| mode | chat s ja | en | words | mail s ja | en | words | read | breaker | misses |
|---|---|---|---|---|---|---|---|---|---|
{rows}
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", type=Path, required=True)
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--at-once", type=int, default=3)
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "sokuo-model-faults")
    parser.add_argument("--fresh", action="store_true")
    options = parser.parse_args()
    if not options.tool.is_file():
        print(f"skipped: there is no hostile model server at {options.tool}")
        return
    log.configure("console", level="ERROR")
    asyncio.run(run(options))


if __name__ == "__main__":
    main()
