"""A company's own documents say from which evidence on to answer."""

from __future__ import annotations

from itertools import product
from pathlib import Path

from app.core.clock import FixedClock
from app.core.db import Database
from app.knowledge.library import Library
from app.retrieval.bands import DEFAULT

ROOT = Path(__file__).parents[2]
MACHINES = ("冷凍機", "送風機", "圧縮機", "攪拌機", "遠心機", "粉砕機", "乾燥機")
PARTS = ("軸受", "羽根車", "電動機", "歯車箱", "油圧弁", "計器盤", "冷却塔")


def repeat_yourself(folder: Path) -> None:
    for machine, part in product(MACHINES, PARTS):
        text = f"{machine}の{part}は毎月係員が点検して写真つきの報告書にまとめ、工場長へ渡します。"
        body = f"---\ntitle: {machine}の{part}\n---\n\n## {machine}の{part}の毎月の点検と報告書\n\n{text}\n"
        (folder / f"{machine}-{part}.md").write_text(body, "utf-8")


def test_the_demo_company_keeps_thresholds_like_the_defaults(
    database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    library = Library(database, tmp_path / "index", clock=clock)
    library.add(ROOT / "knowledge" / "ja")
    told: list[tuple[int, int]] = []

    found = library.calibrate(progress=lambda done, of: told.append((done, of)))

    assert found.enough
    assert told[-1] == (found.questions, found.questions)
    assert abs(found.thresholds.answer_from - DEFAULT.answer_from) <= 0.08
    assert abs(found.thresholds.maybe_from - DEFAULT.maybe_from) <= 0.08
    answered = [point.answered for point in found.curve]
    wrong = [point.wrongly_answered for point in found.curve]
    assert answered == sorted(answered, reverse=True)
    assert wrong == sorted(wrong, reverse=True)
    library.close()


def test_documents_that_are_much_alike_raise_the_thresholds_which_then_hold(
    database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    (tmp_path / "documents").mkdir()
    repeat_yourself(tmp_path / "documents")
    library = Library(database, tmp_path / "index", clock=clock)
    library.add(tmp_path / "documents")
    assert library.thresholds() == DEFAULT

    found = library.calibrate()

    assert found.thresholds.answer_from > DEFAULT.answer_from + 0.03
    assert library.thresholds() == found.thresholds
    assert library.calibrate() == found
    library.close()
    reopened = Library(database, tmp_path / "index", clock=clock)
    assert reopened.thresholds() == found.thresholds
    reopened.close()


def test_a_few_documents_keep_the_defaults(stocked: Library) -> None:
    found = stocked.calibrate()
    assert (found.enough, found.thresholds) == (False, DEFAULT)
    assert 0 < found.questions < 30
