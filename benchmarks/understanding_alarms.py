"""Count false alarms and misses on ordinary messages: `[ROUND] [--errors]`; a round is a pair of files in its folder.

A row is a message, the classes it must not be read as, and those nobody would dispute, separated by tabs; unlike in
understanding_heldout the word lists and the weights are scored together, as a prospect meets them.
"""

import argparse
import csv
from collections import Counter
from datetime import date
from pathlib import Path

from app.understanding.classifier import LABELS
from app.understanding.understand import understand

TODAY = date(2026, 11, 24)
ROUNDS = Path(__file__).with_name("understanding_alarms")
FLAGS = {"asks_who": "asks_who", "postpones": "postpones", "threat": "threatens", "crisis": "crisis"}


def main() -> None:
    """Print alarms and recall of each class, for each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("round", nargs="?", default="second")
    parser.add_argument("--errors", action="store_true", help="print the messages read wrongly")
    arguments = parser.parse_args()
    for lang in ("ja", "en"):
        with (ROUNDS / f"{arguments.round}_{lang}.tsv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        score(rows, lang, errors=arguments.errors)


def score(rows: list[dict[str, str]], lang: str, *, errors: bool) -> None:
    """Print the figures of one language."""
    alarms, hits, wanted, rung = Counter[str](), Counter[str](), Counter[str](), 0
    for row in rows:
        found = read(row["text"])
        false = found & set((row["must_not"] or "").split(","))
        named = set((row["must"] or "").split(",")) & set(LABELS)
        alarms.update(false)
        wanted.update(named)
        hits.update(named & found)
        rung += bool(false)
        if errors and (false or named - found):
            print(sorted(false), sorted(named - found), row["text"], sep="\t")
    print(f"{lang}  messages with an alarm: {rung} of {len(rows)}")
    for name in LABELS:
        print(f"  {name:26}alarms {alarms[name]:3}   recall {hits[name]} of {wanted[name]}")


def read(text: str) -> set[str]:
    """Return the classes of a message."""
    found = understand(text, today=TODAY)
    return {*found.intents, *(name for name, field in FLAGS.items() if getattr(found, field))}


if __name__ == "__main__":
    main()
