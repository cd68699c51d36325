"""Japanese expressions of time and the windows they mean."""

import re
from datetime import date, timedelta

from app.understanding import distances_ja, festivals, occasions_ja, periods, timing_holidays_ja
from app.understanding.distances_ja import number
from app.understanding.found import Rule, Scene
from app.understanding.periods import Window
from app.understanding.timing_holidays_ja import YEAR, year_number

_PARTS = {
    "上旬": "early", "初旬": "early", "初め": "early", "はじめ": "early", "始め": "early", "頭": "early",
    "あたま": "early", "アタマ": "early", "早々": "early", "中旬": "mid", "半ば": "mid", "なかば": "mid",
    "中頃": "mid", "中ごろ": "mid", "真ん中": "mid", "下旬": "late", "末": "late", "終わり": "late", "おわり": "late",
    "前半": "first", "後半": "second",
}  # fmt: skip
_SEASONS = {"春": 3, "はる": 3, "夏": 6, "なつ": 6, "秋": 9, "あき": 9, "冬": 12, "ふゆ": 12}

MONTH = (
    r"(?P<month>(?<!\d)(?:1[0-2]|0?[1-9])月|十[一二]?月|[一二三四五六七八九]月"
    r"|(?:じゅう(?:いち|に)?|いち|に|さん|し|ご|ろく|しち|なな|はち|く)がつ)"
)
NOT_A_MONTH = r"(?!号|分の|度の?(?:売上|実績)|額|次|報|さん|様)"
PART = r"(?:の?(?P<part>" + "|".join(_PARTS) + r"))"
# 「来月アタマから」 means the month that begins then, not its first ten days.
WHOLE_FROM = r"(?P<whole>から|より|スタート)"
FISCAL = (
    r"(?P<fy>今期|こんき|こんねんど|今年度|当期|当年度|本年度|来期|らいき|来年度|らいねんど|新年度|しんねんど|翌年度"
    r"|次年度|翌期|次期|次の期|再来期|再来年度|20\d\d年度|(?<!\d)[23]\d年度|(?:令和|R)\s?(?:\d{1,2}|元)年?度"
    r"|FY\s?(?:20)?\d\d)"
)


def month_number(text: str) -> int:
    """Return 1-12 of 「3月」「十二月」「さんがつ」."""
    stem = text.removesuffix("月").removesuffix("がつ")
    if stem.startswith("十") and len(stem) == 2:
        return 10 + int(number(stem[1]))
    return 7 if stem == "なな" else int(number(stem))


def _month(match: re.Match[str], scene: Scene) -> Window:
    month, year = month_number(match["month"]), match["year"]
    window = periods.span(year_number(year, scene.today), month) if year else periods.next_span(scene.today, month)
    return _cut(window, match)


def _cut(window: Window, match: re.Match[str]) -> Window:
    which = match["part"]
    if not which or (match["whole"] and _PARTS[which] == "early"):
        return window
    return periods.part(window, _PARTS[which])


def _month_range(match: re.Match[str], scene: Scene) -> Window:
    first, last = int(match["a"]), int(match["b"])
    length = (last - first) % 12 + 1
    if match["year"]:
        return periods.span(year_number(match["year"], scene.today), first, length)
    return periods.next_span(scene.today, first, length)


def _near_month(match: re.Match[str], scene: Scene) -> Window:
    ahead = {"今": 0, "こん": 0, "当": 0, "来": 1, "らい": 1, "翌": 1, "再来": 2, "さ来": 2, "さらい": 2}[match["near"]]
    return _cut(periods.span(scene.today.year, scene.today.month + ahead), match)


def _day(match: re.Match[str], scene: Scene) -> Window | None:
    try:
        year = year_number(match["year"], scene.today) if match["year"] else scene.today.year
        day = date(year, int(match["mm"]), int(match["dd"]))
        if not match["year"] and day < scene.today:
            day = day.replace(year=year + 1)
    except ValueError:
        return None
    return Window(day, day)


def fiscal(text: str, scene: Scene) -> Window:
    """Return the fiscal year a word such as 「今期」「来年度」「令和9年度」「FY27」 names."""
    word = text.replace(" ", "")
    if digits := re.search(r"(20\d\d|(?:令和|R)(?:\d+|元)|FY\d+|^[23]\d(?=年度))", word, re.IGNORECASE):
        year = year_number(re.sub("FY", "", digits[1], flags=re.IGNORECASE), scene.today)
        return periods.named_fiscal_year(year, closing=scene.closing)
    running = periods.fiscal_year(scene.today, 0, closing=scene.closing)
    if word.startswith("再来"):
        offset = 2
    elif word in ("新年度", "しんねんど"):
        offset = 0 if scene.today.month == running.earliest.month else 1
    else:
        offset = 0 if word.startswith(("今", "こん", "当", "本")) else 1
    return periods.fiscal_year(scene.today, offset, closing=scene.closing)


def _fiscal(match: re.Match[str], scene: Scene) -> Window:
    window = fiscal(match["fy"], scene)
    part = match["part"]
    if part in ("末", "終わり", "おわり"):
        return periods.slice_of(window, 11, months=1)
    if part in ("初め", "はじめ", "始め", "頭", "あたま", "アタマ", "スタート") and not match["whole"]:
        return periods.slice_of(window, 0, months=1)
    return _cut(window, match)


def _fiscal_end(match: re.Match[str], scene: Scene) -> Window:
    return periods.slice_of(periods.fiscal_year(scene.today, 0, closing=scene.closing), 11, months=1)


def _rest_of_fiscal_year(match: re.Match[str], scene: Scene) -> Window:
    return Window(scene.today, periods.fiscal_year(scene.today, 0, closing=scene.closing).latest)


def _next_fiscal_start(match: re.Match[str], scene: Scene) -> Window:
    return periods.slice_of(periods.fiscal_year(scene.today, 1, closing=scene.closing), 0, months=1)


def _half(match: re.Match[str], scene: Scene) -> Window:
    index = 0 if match["half"] in ("上", "かみ", "前") else 1
    if match["fy"]:
        return periods.slice_of(fiscal(match["fy"], scene), index, months=6)
    if match["year"]:
        return periods.span(year_number(match["year"], scene.today), 1 + 6 * index, 6)
    return periods.running_or_next(scene.today, index, months=6, closing=scene.closing)


def _quarter(match: re.Match[str], scene: Scene) -> Window:
    index = int(number(match["q1"] or match["q2"] or match["q3"])) - 1
    if match["fy"]:
        window = periods.slice_of(fiscal(match["fy"], scene), index, months=3)
    elif match["year"]:
        year = year_number(match["year"], scene.today)
        window = periods.slice_of(periods.named_fiscal_year(year, closing=scene.closing), index, months=3)
    else:
        window = periods.running_or_next(scene.today, index, months=3, closing=scene.closing)
    return _cut(window, match)


def _near_quarter(match: re.Match[str], scene: Scene) -> Window:
    running = periods.fiscal_year(scene.today, 0, closing=scene.closing)
    index = (scene.today.month - running.earliest.month) % 12 // 3
    return periods.slice_of(running, index + (0 if match["near"][0] in "今当" else 1), months=3)


def _year(match: re.Match[str], scene: Scene) -> Window:
    year = year_number(match["year"], scene.today)
    if match["part"] == "末":
        return periods.span(year, 12)
    if match["part"] in ("初め", "はじめ", "始め", "頭", "あたま", "アタマ", "早々"):
        return periods.span(year, 1)
    return _cut(periods.span(year, 1, 12), match)


def _season(match: re.Match[str], scene: Scene) -> Window:
    first, word = _SEASONS[match["season"]], match["when"] or ""
    if not word or word in ("この", "今度の", "次の", "今"):
        return periods.next_season(scene.today, first) if not word else periods.next_span(scene.today, first, 3)
    year = scene.today.year + 1 if word in ("来", "翌") else year_number(word.rstrip("の"), scene.today)
    return periods.span(year, first, 3)


def _until_eve_of(month: int, today: date) -> Window:
    """「寒くなる前に」: from today to the last day before the month."""
    first = date(today.year, month, 1)
    return Window(today, (first if first > today else first.replace(year=today.year + 1)) - timedelta(1))


def _day_of_month(match: re.Match[str], scene: Scene) -> Window | None:
    """「来月1日」「15日までに」: of the month named, else of this month or, once it is over, of the next."""
    day, near = int(match["dd"]), match.groupdict().get("near") or ""
    ahead = {"今": 0, "当": 0, "来": 1, "翌": 1, "再来": 2, "さ来": 2}.get(near, int(day < scene.today.day))
    first = periods.span(scene.today.year, scene.today.month + ahead).earliest
    try:
        found = first.replace(day=day)
    except ValueError:
        return None
    return Window(found, found)


def _weekday(match: re.Match[str], scene: Scene) -> Window:
    index = "月火水木金土日".index(match["wd"])
    weeks = {"今週": 0, "来週": 1, "翌週": 1, "再来週": 2}.get(match["near"] or "")
    if weeks is None:
        weeks = int(index <= scene.today.weekday())
    day = periods.week(scene.today, weeks).earliest + timedelta(index)
    return Window(max(day, scene.today), max(day, scene.today))


def _after_closing(match: re.Match[str], scene: Scene) -> Window:
    return Window(periods.fiscal_year(scene.today, 1, closing=scene.closing).earliest, None)


def _week(match: re.Match[str], scene: Scene) -> Window:
    return periods.week(
        scene.today, {"今": 0, "こん": 0, "来": 1, "らい": 1, "再来": 2, "さ来": 2, "翌": 1}[match["near"]]
    )


def _in_days(days: int) -> "Rule":
    words = {0: r"(?:本日|今日|きょう)", 1: r"(?:明日|あした|あす)", 2: r"(?:明後日|あさって)"}[days]

    def build(match: re.Match[str], scene: Scene) -> Window:
        day = scene.today + timedelta(days)
        return Window(day, day)

    return Rule(words + r"(?!(?:から|に)?でも|から(?:使|導入|始)|中?に?(?:決め|契約))", build)


# 「4月 2028」, in a Japanese message as in an English one
MONTH_OF_YEAR = Rule(
    r"(?<![\d年])(?P<mm>1[0-2]|0?[1-9])月,?\s?(?P<y>20\d\d)(?:年|(?!\d))",
    lambda m, s: periods.span(int(m["y"]), int(m["mm"])),
)

RULES = (
    Rule(rf"(?:{YEAR})?\s?(?P<mm>(?<!\d)\d{{1,2}})月\s?(?P<dd>\d{{1,2}})日", _day),
    Rule(r"(?P<year>20\d\d)[/.\-](?P<mm>\d{1,2})[/.\-](?P<dd>\d{1,2})(?!\d)", _day),
    Rule(
        (
            r"(?P<year>(?!))?(?<![\d/.Rr])(?P<mm>\d{1,2})/(?P<dd>\d{1,2})(?![\d/])"
            r"(?=\s?(?:から|まで|~|に|頃|ごろ|以降|スタート|開始|予定|導入|[()]|$))"
        ),
        _day,
    ),
    Rule(rf"(?:{YEAR})?\s?(?P<a>(?<!\d)\d{{1,2}})月?(?:~|-|、|,|・|or|または)(?P<b>\d{{1,2}})月", _month_range),
    Rule(rf"(?:{YEAR})?\s?{MONTH}{NOT_A_MONTH}(?:{PART}{WHOLE_FROM}?)?", _month),
    MONTH_OF_YEAR,
    Rule(rf"{YEAR}(?P<month>(?:1[0-2]|0?[1-9])(?!\d))(?P<part>(?!))?(?P<whole>(?!))?", _month),
    Rule(rf"(?P<near>再来|さ来|さらい|今|こん|当|来|らい|翌)(?:月|げつ)(?!曜|号)(?:{PART}{WHOLE_FROM}?)?", _near_month),
    Rule(
        rf"{FISCAL}(?:の?(?P<part>末|終わり|初め|はじめ|始め|頭|スタート|早々|前半|後半|半ば))?(?P<whole>から)?",
        _fiscal,
    ),
    Rule(
        r"(?:年度内|今期中|今年度中|こんねんどちゅう|こんきちゅう|当期中|期内|ねんどない)",
        _rest_of_fiscal_year,
        settled=True,
    ),
    Rule(r"(?:年度末|ねんどまつ|期末|決算(?:月|期|前))", _fiscal_end),
    Rule(r"期が(?:変|替|明|代)わ?(?:ったら|ってから|れば|り次第)|期が明けたら", _next_fiscal_start),
    Rule(r"(?P<near>再来|さ来|今|当|来|翌)月の?(?P<dd>[12]\d|3[01]|[1-9])日", _day_of_month),
    Rule(r"(?<![\d月/])(?P<dd>[12]\d|3[01]|[1-9])日(?=までに?|から(?!\d)|付け?|締め)(?!から?間)", _day_of_month),
    Rule(
        (
            r"(?P<near>再来週|来週|翌週|今週)?の?(?P<wd>[月火水木金土日])曜日?(?=まで"
            r"|から(?!\S{0,6}[月火水木金土日]曜)|には?(?:使|始|欲|ほし|必要))"
        ),
        _weekday,
    ),
    Rule(r"(?:新学期|入学(?:式|シーズン)|入社式)", lambda m, s: periods.next_span(s.today, 4)),
    Rule(
        r"春闘(?:が|の)?(?:終|明け|後)?",
        lambda m, s: Window(
            periods.next_span(s.today, 3).earliest, periods.span(periods.next_span(s.today, 3).earliest.year, 4).latest
        ),
    ),
    Rule(
        r"決算(?:が|を)?(?:終わ(?:って|り次第|った|ったら)|終え|明け|後|過ぎ)(?:から|以降|に)?",
        _after_closing,
        settled=True,
    ),
    *timing_holidays_ja.BEFORE,
    Rule(
        r"(?:暑く|あつく|暖かく|あったかく)なる(?:まで|前|まえ)",
        lambda m, s: _until_eve_of(6, s.today),
        settled=True,
    ),
    Rule(
        r"(?:寒く|さむく|冷え込む|雪が降る)(?:なる)?(?:まで|前|まえ)",
        lambda m, s: _until_eve_of(12, s.today),
        settled=True,
    ),
    Rule(r"(?:期初|年度(?:初め|始め|頭|はじめ|明け|替わり|がわり|が(?:変|替|代|明|切り替)わ?))", _next_fiscal_start),
    Rule(rf"(?:{FISCAL}の?|{YEAR})?(?P<half>上|下|かみ|しも)(?:半期|期)", _half),
    Rule(
        (
            rf"(?:{FISCAL}の?|{YEAR})?\s?"
            rf"(?:第\s?(?P<q1>[1-4一二三四])\s?(?:四半期|クォーター)|(?<![A-Za-z\d])Q\s?(?P<q2>[1-4])(?!\d)"
            rf"|(?<!\d)(?P<q3>[1-4])Q(?![A-Za-z]))(?:{PART}{WHOLE_FROM}?)?"
        ),
        _quarter,
    ),
    Rule(r"(?P<near>今|当|来|次の|次|翌)(?:四半期|クォーター|Q(?!\d))", _near_quarter),
    Rule(
        r"(?:年内|ねんない|今年(?:中|いっぱい)|ことし(?:じゅう|ちゅう|中|いっぱい)|年の瀬まで)",
        lambda m, s: Window(s.today, date(s.today.year, 12, 31)),
        settled=True,
    ),
    Rule(r"(?:年末(?!調整|年始)|ねんまつ|年の瀬|年末年始)", lambda m, s: periods.span(s.today.year, 12)),
    Rule(
        r"(?:年明け|としあけ|年始|新年(?!度|会)|年が(?:明け|変わ|替わ|改ま)|年を?越し)",
        lambda m, s: periods.next_span(s.today, 1),
    ),
    Rule(rf"{YEAR}(?<!の)(?P<part>末|初め|はじめ|始め|頭|早々|半ば|なかば|前半|後半)(?P<whole>から)?", _year),
    Rule(rf"{YEAR}(?P<part>末|初め|はじめ|始め|頭|早々|半ば|なかば|前半|後半)?(?P<whole>(?!))?(?!度)", _year),
    Rule(
        r"(?P<when>来年の?|再来年の?|今年の?|去年の?|昨年の?|(?:令和|R)\s?(?:\d{1,2}|元)年の?|20\d\d年の?"
        r"|(?<!\d)'?[23]\d年の?|来|翌|今度の|この|次の|今)?"
        r"(?<!立)(?P<season>[春夏秋冬])"
        r"(?=から|まで|頃|ごろ|ころ|くらい|ぐらい|狙|ねらい|目標|めど|目[処途]|商戦|シーズン"
        r"|いっぱい|に|の|以降|あたり|先|口|前|を|か|で|だ|、|。|または|もしくは"
        r"|中|明け|が|予定|スタート|開始|導入|以内|[\s!?,.~…)]|$)",
        _season,
    ),
    Rule(
        (
            r"(?:(?P<when>らいねんの?|ことしの?|この)|(?<![ぁ-ん]))(?P<season>はる|なつ|あき|ふゆ)"
            r"(?=さき|ぐち|にな(?:る|って)|が(?:くる|はじまる)|の?まえ|ころ|ば(?=$|に|は)|で(?=$|す|[、。])|に(?=$|は|[、。])|頃|ごろ|くらい"
            r"|ぐらい|から|まで|には|$)"
        ),
        _season,
    ),
    *timing_holidays_ja.RULES,
    *occasions_ja.RULES,
    *festivals.RULES,
    *distances_ja.RULES,
    Rule(r"(?P<near>再来|さ来|今|こん|来|らい|翌)(?:週|しゅう)(?:中|末|明け|頭)?", _week),
    Rule(r"週明け", lambda m, s: periods.week(s.today, 1)),
    *(_in_days(n) for n in (0, 1, 2)),
    Rule(
        r"月内|当月中|(?<![\d今来当再翌ヶか毎一二三四五六七八九十])月末(?!締|処理|の処理|作業|月初|は|が)",
        lambda m, s: Window(s.today, periods.span(s.today.year, s.today.month).latest),
        settled=True,
    ),
    Rule(r"月初", lambda m, s: periods.part(periods.span(s.today.year, s.today.month + 1), "early")),
)
