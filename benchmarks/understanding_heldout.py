"""Score the word lists, alone and with the classifier, on wordings it was not trained on: `[ROUND] [--errors]`.

A round is a folder of understanding_heldout; sentences that stand in the training text as well are left out.
Look-alikes of a class stand in ordinary.txt, or in a file of their own (no_challenge.txt).
"""

import argparse
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from app.understanding import classifier
from app.understanding.classifier import FOLDER, LABELS, Label
from app.understanding.understand import understand

TODAY = date(2026, 11, 24)
ROUNDS = Path(__file__).with_name("understanding_heldout")
Row = tuple[str, str, str]


def main() -> None:
    """Print recall and false alarms of each class and language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("round", nargs="?", default="third")
    parser.add_argument("--errors", action="store_true", help="print the sentences read wrongly")
    arguments = parser.parse_args()
    rows = list(fresh(ROUNDS / arguments.round))
    hybrid = [read(text) for _, _, text in rows]
    thresholds = classifier.TAKEN, classifier.DOUBTED
    classifier.TAKEN, classifier.DOUBTED = dict.fromkeys(LABELS, 1e9), dict.fromkeys(LABELS, -1e9)
    by_words = [read(text) for _, _, text in rows]
    classifier.TAKEN, classifier.DOUBTED = thresholds
    for label in [label for label in LABELS if label in {right for _, right, _ in rows}]:
        for lang in ("ja", "en"):
            print(f"{label:17}{lang}  {figures(rows, label, lang, {'words': by_words, 'hybrid': hybrid})}")
    for (_, right, text), found in zip(rows, hybrid, strict=True) if arguments.errors else ():
        if (found & set(LABELS)) != ({right} & set(LABELS)):
            print(right, sorted(found), text, sep="\t")


def fresh(folder: Path) -> Iterator[Row]:
    """Yield language, label and text of a round."""
    known = {_plain(line) for path in FOLDER.glob("*/*.txt") for line in path.read_text("utf-8").splitlines()}
    for path in sorted(folder.glob("*/*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if _plain(line) not in known:
                yield path.parent.name, path.stem, line


def _plain(line: str) -> str:
    return line.lower().strip().rstrip(".?!。？")


def read(text: str) -> set[str]:
    """Return the intents of a message, and asks_who and challenge where it asks and has one."""
    found = understand(text, today=TODAY)
    beside = {"asks_who": found.asks_who, "challenge": found.has_challenge}
    return {*found.intents, *(label for label, said in beside.items() if said)}


def figures(rows: list[Row], label: Label, lang: str, read_by: Mapping[str, list[set[str]]]) -> str:
    """Return recall and false alarms among the ordinary messages, for each way to read."""
    parts = []
    for name, found in read_by.items():
        of_lang = [(right, label in one) for (said, right, _), one in zip(rows, found, strict=True) if said == lang]
        hits = [hit for right, hit in of_lang if right == label]
        alarms = [hit for right, hit in of_lang if right in ("ordinary", f"no_{label}")]
        parts.append(
            f"{name}: recall {sum(hits) / len(hits):.3f} of {len(hits)}, alarms {sum(alarms)} of {len(alarms)}"
        )
    return "   ".join(parts)


if __name__ == "__main__":
    main()
