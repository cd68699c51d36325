"""What vectors say about one question, and how far to believe them: trust is earned, by a model as by a single find."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.knowledge.within import Only
from app.retrieval.fuse import DENSE_SHARE
from app.retrieval.passages import Lang


@dataclass(frozen=True, slots=True)
class Dense:
    """Scores (0 to 1) by chunk id; `weight` is their share of the ranking, 0 where they have not earned any.

    `evidence` (0 to 1, comparable with that of words) is about the nearest chunk alone.
    """

    scores: Mapping[str, float] = field(default_factory=dict)
    weight: float = 0.0
    evidence: float = 0.0

    @property
    def best(self) -> str | None:
        """Return the nearest chunk."""
        return max(self.scores, key=self.scores.__getitem__, default=None)


Near = Callable[[Lang, str, Only], Dense]
"""Look for a text, whatever its language, among the chunks of one language: of those documents only."""


ENOUGH_PROBES = 12
LOW, HIGH = 0.35, 0.75
"""Share of probes that come home from which vectors are ranked by, and from which they have their full share."""

SURE_FROM, SURE_AT = 4.0, 6.0
"""How far a find stands out, in steps from the median to the upper tenth of what strangers reach. The best of many
random vectors follows Gumbel's law, by which 4 is passed once in 2,500 questions."""

SURE_SHARE, SURE_EVIDENCE = 0.6, 0.9
TRUSTED_EVIDENCE = 0.32
"""A model known to be good may lead to "maybe", never alone to "answer": to be near is not to hold the fact."""


@dataclass(frozen=True, slots=True)
class Trust:
    """What was seen when sentences of known chunks were looked for among the chunks of one language.

    `home` is the lower bound of the share that found their own chunk, beyond chance; `strangers` and `spread` are where
    the best chunk of any other document lies (`reach` of the cosine): median, and from there to the upper tenth; `own`
    is the median of their own chunk.
    """

    probes: int
    home: float
    strangers: float
    spread: float
    own: float

    @property
    def share(self) -> float:
        """Return 0 to 1: how much of the full weight the model has earned here."""
        return _between(self.home, LOW, HIGH) if self.probes >= ENOUGH_PROBES else 0.0


def reach(cosine: float) -> float:
    """Return a cosine on a scale on which the best of many random ones has the same tail whatever the dimensions."""
    return -math.log(max(1e-6, 1.0 - cosine))


def weigh_up(own: Sequence[float], strangers: Sequence[float], *, home: Sequence[bool], chance: float) -> Trust:
    """Judge probes: cosines of the own chunk and of the best strange one, and whether the own was among the nearest."""
    count = len(strangers)
    if count < 2:
        return Trust(count, 0.0, 0.0, 1.0, 0.0)
    ordered = sorted(reach(cosine) for cosine in strangers)
    middle = statistics.median(ordered)
    tenth = ordered[min(count - 1, math.ceil(0.9 * count))]
    came = sum(home) / len(home)
    doubt = 2 * math.sqrt(max(came * (1 - came), chance * (1 - chance)) / len(home))
    return Trust(
        probes=count,
        home=(came - doubt - chance) / (1 - chance) if chance < 1 else 0.0,
        strangers=middle,
        spread=max(0.01, (tenth - middle) * (1 + 2 / math.sqrt(count))),
        own=statistics.median(reach(cosine) for cosine in own),
    )


def judge(cosines: Mapping[str, float], trust: Trust) -> Dense:
    """Return what the nearest chunks are worth: what the model has earned, or this one find by standing out."""
    if not cosines or trust.probes < ENOUGH_PROBES:
        return Dense()
    top, floor = max(cosines.values()), min(cosines.values())
    beyond = reach(top) - trust.strangers
    sure = _between(beyond / trust.spread, SURE_FROM, SURE_AT)
    weight = max(trust.share * DENSE_SHARE, sure * SURE_SHARE)
    if not weight:
        return Dense()
    width = top - floor
    near = _between(reach(top), trust.strangers, trust.own) if trust.own > trust.strangers else 0.0
    return Dense(
        scores={chunk_id: (cosine - floor) / width if width else 1.0 for chunk_id, cosine in cosines.items()},
        weight=weight,
        evidence=max(sure * SURE_EVIDENCE, trust.share * near * TRUSTED_EVIDENCE),
    )


def _between(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))
