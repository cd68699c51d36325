"""Train the classifier on the sentences in `trained/`: `python -m app.understanding.train`, some forty seconds."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path
from random import Random
from zlib import compress

from app.understanding.classifier import BUCKETS, FOLDER, LABELS, WEIGHTS, Label, features, pieces, share
from app.understanding.normal import normalise

EPOCHS = 12
RATE = 0.5
# Pulls every weight to zero, so that what was seen once says little.
DECAY = 1e-3
# Gradients below this are not worth an update.
SETTLED = 0.03
SEED = 5
# Steps of a written weight to either side; fewer make a smaller file.
STEPS = 31
# What the sentences of a file say nothing of: nobody looked for problems in the one, for other classes in the other.
SILENT = {"ordinary": frozenset({"challenge"}), "no_challenge": frozenset(LABELS) - {"challenge"}}


@dataclass(frozen=True, slots=True)
class Example:
    """The features of one sentence and the classes it belongs to; none for an ordinary message."""

    found: tuple[int, ...]
    share: float
    labels: frozenset[str]
    silent: frozenset[str] = frozenset()


def main() -> None:
    """Write the weights anew."""
    WEIGHTS.write_bytes(packed(*trained(list(examples(FOLDER)))))


def fingerprint() -> str:
    """Return the digest of everything the weights follow from: the sentences and the code."""
    code = [Path(__file__).with_name(name) for name in ("classifier.py", "train.py", "normal.py")]
    digest = hashlib.sha256()
    for path in [*code, *sorted(FOLDER.glob("**/*.txt"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def examples(folder: Path) -> Iterator[Example]:
    """Yield the sentences of a folder, labelled by the name of their file (two labels are joined by "+"); of ordinary
    messages also their parts.
    """
    for path in sorted(folder.glob("*/*.txt")):
        labels = frozenset(path.stem.split("+")) & set(LABELS)
        for line in path.read_text("utf-8").splitlines():
            text = normalise(line).text
            for part in (text, *(() if labels else pieces(text))):
                found = tuple(sorted(features(part)))
                yield Example(found, share(found), labels, SILENT.get(path.stem, frozenset()))


def trained(rows: list[Example]) -> tuple[dict[Label, list[float]], dict[Label, float]]:
    """Return weights and bias of each label: logistic regression with AdaGrad, one label against the rest."""
    fits = {label: _one_against_rest(rows, label) for label in LABELS}
    return {label: fit[0] for label, fit in fits.items()}, {label: fit[1] for label, fit in fits.items()}


def _one_against_rest(rows: list[Example], label: Label) -> tuple[list[float], float]:
    weights, seen = [0.0] * BUCKETS, [1e-8] * BUCKETS
    bias, bias_seen = 0.0, 1e-8
    order = [row for row in rows if label not in row.silent]
    random = Random(SEED)  # noqa: S311 the order of the lessons is no secret
    for _ in range(EPOCHS):
        random.shuffle(order)
        for row in order:
            if not row.found:
                continue
            value = bias + row.share * sum(map(weights.__getitem__, row.found))
            error = 1 / (1 + exp(-max(-30.0, min(30.0, value)))) - (label in row.labels)
            if abs(error) < SETTLED:
                continue
            bias_seen += error * error
            bias -= RATE * error / sqrt(bias_seen)
            step = error * row.share
            for at in row.found:
                slope = step + DECAY * weights[at]
                seen[at] += slope * slope
                weights[at] -= RATE * slope / sqrt(seen[at])
    return weights, bias


def packed(tables: dict[Label, list[float]], biases: dict[Label, float]) -> bytes:
    """Return the file: a line of JSON, then, compressed, one small signed byte a bucket and label."""
    scale = max(abs(weight) for table in tables.values() for weight in table) / STEPS
    head = {
        "scale": scale,
        "biases": {label: round(biases[label], 4) for label in LABELS},
        "fingerprint": fingerprint(),
    }
    body = b"".join(bytes(round(weight / scale) & 0xFF for weight in tables[label]) for label in LABELS)
    return json.dumps(head).encode() + b"\n" + compress(body, 9)


if __name__ == "__main__":
    main()
