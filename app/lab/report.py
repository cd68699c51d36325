"""The rehearsal as one page that needs nothing else: no script, no picture, no font from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.core.templating import Texts, make_environment
from app.lab.persona import Lang
from app.lab.rehearsal import Change, Rehearsal
from app.lab.sheet import MEASURES, Measure, Sheet
from app.lab.words import LANGUAGES, describe
from app.lab.words import MEASURES as MEASURE_IDS


def page(
    rehearsal: Rehearsal,
    changes: Sequence[Change],
    *,
    templates: Path,
    texts: Texts,
    lang: Lang,
    before: str | None,
) -> str:
    """Return the page; `before` is when the rehearsal it is compared with was played, None if there is none."""
    environment = make_environment(templates, texts, folder="lab")
    middle, slow = rehearsal.latency_ms
    return environment.get_template("rehearsal.html").render(
        lang=lang,
        at=rehearsal.at[:16].replace("T", " "),
        model=rehearsal.model,
        total=len(rehearsal.sheets),
        passed=rehearsal.passed,
        figures=[_figure(rehearsal, measure, texts, lang) for measure in MEASURES],
        middle=middle,
        slow=slow,
        before=before[:16].replace("T", " ") if before else None,
        changes=[{"id": one.id, "gone": one.gone, "line": describe(one.fault, texts, lang=lang)} for one in changes],
        sheets=[_shown(sheet, texts, lang) for sheet in sorted(rehearsal.sheets, key=lambda sheet: sheet.passed)],
    )


def _figure(rehearsal: Rehearsal, measure: Measure, texts: Texts, lang: Lang) -> dict[str, Any]:
    right, total = rehearsal.share(measure)
    never = measure in ("reasks", "forbidden")
    return {
        "label": texts(lang, MEASURE_IDS[measure]),
        "value": str(rehearsal.count(measure)) if never else f"{right}/{total}",
        "share": None if never or not total else round(100 * right / total),
        "right": right == total,
    }


def _shown(sheet: Sheet, texts: Texts, lang: Lang) -> dict[str, Any]:
    by_turn: dict[int | None, list[str]] = {}
    for fault in sheet.faults:
        by_turn.setdefault(fault.turn, []).append(describe(fault, texts, lang=lang))
    return {
        "sheet": sheet,
        "lang": texts(lang, LANGUAGES[sheet.lang]),
        "measures": [_measure(sheet, measure, texts, lang) for measure in MEASURES],
        "in_replies": sum(fault.turn is not None for fault in sheet.faults),
        "at_the_end": by_turn.get(None, []),
        "said": [(one, by_turn.get(number, [])) for number, one in enumerate(sheet.said, start=1)],
    }


def _measure(sheet: Sheet, measure: Measure, texts: Texts, lang: Lang) -> dict[str, Any]:
    total, wrong = sheet.checked[measure], sheet.wrong(measure)
    never = measure in ("reasks", "forbidden")
    return {
        "label": texts(lang, MEASURE_IDS[measure]),
        "value": str(wrong) if never else f"{total - wrong}/{total}" if total else "–",
        "right": not wrong,
    }
