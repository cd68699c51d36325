"""Score the reading of mail on labelled mails: `python benchmarks/email_reading.py DATA [--errors]`.

DATA (or the environment variable SOKUO_BENCH_DATA) is the folder with index.jsonl: class of each mail, visible reply,
and what must come out of hard character sets.
"""

import argparse
import json
import os
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.channels.email.classify import assumed_own, judge
from app.channels.email.html_text import html_text
from app.channels.email.parse import ParsedMail, Unreadable, parse
from app.channels.email.reply_text import Reply, split_reply

Row = dict[str, Any]
SEEN = ("eml",)  # webhook requests and bare bodies have no class to judge
MACHINES = frozenset(("auto_reply", "bounce", "feedback_report", "list", "loop", "calendar"))
REPLIES = ("exact", "exact_nosig", "exact_ws", "exact_firstfrag", "affix", "contains")


def main() -> None:
    """Print the figures and, if wanted, the misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", default=os.environ.get("SOKUO_BENCH_DATA"))
    parser.add_argument("--errors", action="store_true", help="print the mails that differ")
    arguments = parser.parse_args()
    if not arguments.data or not (Path(arguments.data) / "index.jsonl").is_file():
        print("no data: give the folder with index.jsonl as argument or in SOKUO_BENCH_DATA; nothing measured")
        return
    folder = Path(arguments.data)
    rows = [json.loads(line) for line in (folder / "index.jsonl").read_text("utf-8").splitlines() if line.strip()]
    misses = [*_classes(folder, rows), *_replies(folder, rows), *_decoding(folder, rows)]
    for miss in misses if arguments.errors else ():
        print(json.dumps(miss, ensure_ascii=False))


def _classes(folder: Path, rows: list[Row]) -> Iterator[Row]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    caught = machines = blocked = humans = 0
    seconds: list[float] = []
    for row in rows:
        if row["kind"] not in SEEN:
            continue
        begin = time.perf_counter()
        mail = _parsed((folder / row["file"]).read_bytes())
        verdict = judge(mail, own_addresses=assumed_own(mail), envelope_from=None, authserv_id=None)
        seconds.append(time.perf_counter() - begin)
        wanted = row["expected_class"]
        total[wanted] += 1
        right[wanted] += verdict.klass == wanted
        if wanted in MACHINES:
            machines += 1
            caught += verdict.klass in MACHINES
        else:
            humans += 1
            blocked += verdict.klass != "human" and wanted == "human"
        if verdict.klass != wanted:
            yield {"file": row["file"], "class": verdict.klass, "wanted": wanted, "reasons": verdict.reasons}
    print(f"== class: {sum(right.values())} of {sum(total.values())} right")
    for name, count in total.most_common():
        print(f"   {name}: {right[name]} of {count}")
    print(f"== machines caught: {caught} of {machines}; humans blocked: {blocked} of {humans}")
    seconds.sort()
    print(f"== time per mail: median {seconds[len(seconds) // 2] * 1e3:.1f} ms, longest {seconds[-1] * 1e3:.0f} ms")


def _replies(folder: Path, rows: list[Row]) -> Iterator[Row]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row in rows:
        if row.get("expect_kind") not in REPLIES:
            continue
        raw = (folder / row["file"]).read_bytes()
        reply = split_reply(_body(raw, row["kind"]))
        lang = (
            "ja"
            if re.search("[ぁ-ん]", row.get("expected_reply", "") + " ".join(row.get("must_contain", ())))
            else "other"
        )
        for name in (lang, row["source"]):
            total[name] += 1
            right[name] += _passes(reply, row)
        if not _passes(reply, row):
            yield {"file": row["file"], "reply": reply.visible, "signature": reply.signature, "wanted": row}
    print(f"== visible reply: {right['ja'] + right['other']} of {total['ja'] + total['other']} right")
    for name, count in total.items():
        print(f"   {name}: {right[name]} of {count}")


def _decoding(folder: Path, rows: list[Row]) -> Iterator[Row]:
    right: Counter[bool] = Counter()
    for row in rows:
        for key in ("subject_contains", "body_contains", "from_addr"):
            if key not in row:
                continue
            mail = _parsed((folder / row["file"]).read_bytes())
            found = {
                "subject_contains": mail.subject,
                "body_contains": mail.text,
                "from_addr": mail.from_.address if mail.from_ else "",
            }[key]
            good = all(wanted in found for wanted in _list(row[key]))
            right[good] += 1
            if not good:
                yield {"file": row["file"], key: row[key], "found": found[:200]}
    print(f"== decoding: {right[True]} of {right.total()} right")


def _parsed(raw: bytes) -> ParsedMail:
    try:
        return parse(raw)
    except Unreadable as unreadable:
        return ParsedMail(subject=unreadable.reason)


def _body(raw: bytes, kind: str) -> str:
    if kind == "eml":
        return _parsed(raw).text
    text = raw.decode("utf-8", "replace")
    return html_text(text) if kind == "html" else text


def _passes(reply: Reply, row: Row) -> bool:
    forms = [reply.visible, f"{reply.visible}\n\n{reply.signature}", f"{reply.visible}\n{reply.signature}"]
    if row["expect_kind"] == "contains":
        return all(wanted in reply.visible for wanted in row["must_contain"])
    if row["expect_kind"] == "affix":
        ends = [_spaces(row[key]) for key in ("ends", "ends_nosig") if key in row]
        starts = _spaces(row.get("starts", ""))
        return any(_spaces(form).endswith(end) and _spaces(form).startswith(starts) for form in forms for end in ends)
    truths = [row["expected_reply"]]
    if signature := row.get("expected_signature"):
        truths.append(f"{row['expected_reply']}\n{signature}")
    return any(_spaces(form) == _spaces(truth) for form in forms for truth in truths)


def _spaces(text: str) -> str:
    return " ".join(text.split())


def _list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


if __name__ == "__main__":
    main()
