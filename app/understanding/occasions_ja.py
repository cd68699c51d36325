"""Occasions of the Japanese year and the days they mean."""

import re
from datetime import date

from app.understanding.found import Rule, Scene
from app.understanding.periods import Window

# An occasion, its first day and its last (month, day).
_OCCASIONS = (
    (r"桜(?:の|が)(?:咲|開花|季節|時期|頃|ころ)|お?花見(?:の(?:季節|時期|頃))?", (3, 15), (4, 30)),
    (r"春の?お?彼岸", (3, 17), (3, 24)),
    (r"秋の?お?彼岸", (9, 19), (9, 26)),
    (r"卒業(?:式|シーズン|の時期)", (3, 1), (3, 31)),
    (r"こどもの日|子どもの日", (5, 5), (5, 5)),
    (r"梅雨(?:入り)?(?!明け)", (6, 7), (7, 15)),
    (r"梅雨明け", (7, 16), (7, 31)),
    (r"株主総会", (6, 1), (6, 30)),
    (r"夏の?ボーナス", (6, 1), (7, 31)),
    (r"お中元", (7, 1), (7, 31)),
    (r"ハロウィン", (10, 25), (10, 31)),
    (r"紅葉(?:の(?:季節|時期|頃))?", (11, 1), (11, 30)),
    (r"お歳暮|忘年会|冬の?ボーナス|師走", (12, 1), (12, 31)),
    (r"節分|バレンタイン", (2, 1), (2, 14)),
)


def _occasion(words: str, first: tuple[int, int], last: tuple[int, int]) -> Rule:
    def build(match: re.Match[str], scene: Scene) -> Window:
        year = scene.today.year + (date(scene.today.year, *last) < scene.today)
        return Window(date(year, *first), date(year, *last))

    return Rule(words, build)


RULES = tuple(_occasion(*row) for row in _OCCASIONS)
