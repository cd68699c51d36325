"""When and how the prospect wants to be reached: 「15時以降にお電話ください」, "no calls please"."""

import re
from datetime import date

from app.understanding.days import days
from app.understanding.facts import Callback, CallbackMethod
from app.understanding.normal import any_of, sentences

_NO_CALL = (
    (
        r"(?:お?電話|架電|TEL)(?:での?(?:ご?連絡|対応)?|連絡)?(?:は|も|を)?(?:一切|特に|まだ)?"
        r"(?:不要|いりません|要りません|結構|控え|遠慮|ご遠慮|困り|お断り|NG|無し|なし(?:で|希望)|やめ|しない"
        r"|いらない|嫌|苦手|必要(?:ありま|な[いし])|出られ|出れ|難し|受けられ|不可)"
    ),
    r"電話(?:し|かけ|掛け)(?:て(?:こ)?|)ない(?:で|ように)",
    (
        r"\b(?:no|don't|do not|please don't|without|not by|never) (?:any )?(?:phone )?calls?(?: me)?\b"
        r"|\bdon't (?:phone|ring)\b|\b(?:hate|dislike|avoid) (?:phone )?calls\b|no phone\b"
        r"|not (?:by|over the) phone"
    ),
)
_MAIL = (
    (
        r"メールで(?:の)?(?:お願い|ご?連絡|ご?返信|ご?回答|ください|下さい|結構|希望|いただ|頂|送|やり|十分"
        r"|いい|良い|だけ|のみ|大丈夫)"
    ),
    r"メール(?:希望|のみ|が(?:いい|良い|助か|ありがた)|の方が)",
    (
        r"\b(?:by|via|over|through) e-?mail\b"
        r"|\be-?mail (?:only|is (?:fine|best|better|easiest)|me instead|works|preferred)|prefer e-?mail"
        r"|just e-?mail"
    ),
)
_PHONE = (
    (
        r"(?:お)?電話(?:を|で|が)?(?:ください|下さい|お願い|もら|いただ|頂|希望|ほし|欲し"
        r"|(?:が|の方が)(?:早|いい|良い)|して|かけ|でお|で話|OK|可能|大丈夫)"
    ),
    r"(?:折り?返し|かけ直)",
    (
        r"\b(?:call|phone|ring) me\b|give me a (?:call|ring|buzz)|\b(?:a|your) call\b|call back|callback"
        r"|by phone|reach me at|(?:can|could) (?:you|someone) call|have someone call"
    ),
)
# A call that was made or missed is no wish for one.
_TOLD = (
    (
        r"折り?返し(?:の)?(?:ご?連絡|お?電話)?(?:が|も|は|を)(?:まだ|一度も|一向に)?(?:な(?:い|く)|あり?ま"
        r"|来(?:な|ま|て(?:い)?な)"
        r"|こな|もらえて|いただけて)|お?電話(?:を)?(?:\d+回)?(?:し|かけ|掛け)(?:た|まし|ても(?!ら|い))"
        r"|何度(?:も)?お?電話"
    ),
    (
        r"\b(?:i|we)(?:'ve| have)? (?:already |just )?(?:called|phoned|rang|rung|tried calling)\b[^.!?]{0,30}"
        r"|\b(?:never|nobody|no one|didn't|hasn't|haven't) (?:\w+ )?(?:called|call|phoned|rang)\b[^.!?]{0,12}"
        r"|\bmissed (?:a |your |my )?calls?\b|\bpromised\b[^.!?]{0,12}\bcall\w*"
    ),
)
_ABOUT = r"連絡|電話|つなが|繋が|出られ|話せ|話でき|かけ|折り?返|TEL|対応でき|空いて|都合|架電"
_ABOUT_EN = r"\bcall\b|\bphone\b|\breach\b|\bring\b|\bavailable\b|\bcontact\b|\bfree\b|best time|\btalk\b"
_HOUR = r"(?P<h{0}>\d{{1,2}})(?:時(?:(?P<half{0}>半)|(?P<m{0}>\d{{2}})分)?|:(?P<c{0}>\d{{2}}))"
_JA = (
    (
        rf"(?P<pm>午後|夕方|夜)?(?P<am>午前)?{_HOUR.format(1)}(?:頃)?(?:から|~|-|以降(?:から)?)?"
        rf"(?:(?<=から)|(?<=~)|(?<=-))(?:午後)?{_HOUR.format(2)}"
    ),
    (
        rf"(?P<pm>午後|夕方|夜)?(?P<am>午前)?{_HOUR.format(1)}(?:頃|ごろ|くらい|ぐらい)?"
        rf"(?P<edge>以降|から|過ぎ|すぎ|より後|まで|迄|以前|前)?"
    ),
)
_GO_LIVE = r"導入|稼働|使い始め|開始|go[- ]?live|launch|install|in place|running"
_PARTS_JA = (
    ("午前(?:中)?", "09:00", "12:00"),
    ("お?昼(?:休み|頃|ごろ|過ぎ)?", "12:00", "13:00"),
    ("夕方", "16:00", "18:00"),
    ("午後(?:イチ|一番?|1)?", "13:00", "18:00"),
    ("朝(?:イチ|一)?", "09:00", "10:00"),
    ("夜(?!分|間|勤|中)", "18:00", "20:00"),
)
_CLOCK = r"(?P<h{0}>\d{{1,2}})(?::(?P<c{0}>\d{{2}}))?\s?(?P<ap{0}>am|pm|a\.m\.|p\.m\.)?"
_EN = (
    rf"\b(?:between |from )?{_CLOCK.format(1)}\s?(?:-|to|and|until|till)\s?{_CLOCK.format(2)}(?![\d/])",
    rf"\b(?P<edge>after|from|before|until|by|at|around|past)\s+{_CLOCK.format(1)}(?![\d/%])",
    r"(?<![\d/:.$])(?P<h1>\d{1,2})(?::(?P<c1>\d{2}))?\s?(?P<ap1>am|pm|a\.m\.|p\.m\.)(?![a-z])",
)
_PARTS_EN = (
    (r"mornings?", "09:00", "12:00"),
    (r"afternoons?", "13:00", "17:00"),
    (r"lunch(?:time)?", "12:00", "13:00"),
    (r"evenings?", "17:00", "20:00"),
)


def read_callback(text: str, *, asked: bool, today: date) -> Callback | None:
    """Return day, time and way; method "none" when calls are refused; None when nothing was said."""
    refused = any_of(*_NO_CALL).search(text)
    method: CallbackMethod | None = "none" if refused else "email" if any_of(*_MAIL).search(text) else None
    text = any_of(*_TOLD).sub(" ", text)
    if method is None and any_of(*_PHONE).search(text):
        method = "phone"
    start = end = day = None
    if method == "phone" or asked or any_of(_ABOUT, _ABOUT_EN).search(text):
        start, end = _hours(text)
        day = _day(text, today=today, asked=asked)
    if method is None and start is None and end is None and day is None:
        return None
    if method is None and (start or end or day):
        method = "phone"
    return Callback(start, end, method, day)


def _day(text: str, *, today: date, asked: bool) -> date | None:
    """Return the day that stands in the sentence about reaching them, or beside the time of day."""
    about = any_of(_ABOUT, _ABOUT_EN, *_PHONE)
    for start, end in sentences(text):
        sentence = text[start:end]
        if asked or about.search(sentence) or _hours(sentence) != (None, None):
            found = [
                one
                for one in days(sentence, today=today)
                if not re.search(_GO_LIVE, _clause_at(sentence, one.start), re.I)
            ]
            if found:
                return found[0].day
    return None


def _clause_at(sentence: str, position: int) -> str:
    start = max(sentence.rfind(mark, 0, position) for mark in "、,。") + 1
    cut = re.search("[、,。]", sentence[position:])
    return sentence[start : position + cut.start() if cut else len(sentence)]


def _hours(text: str) -> tuple[str | None, str | None]:
    for pattern in (*_JA, *_EN):
        for match in any_of(pattern).finditer(text):
            groups = match.groupdict()
            if (
                "h2" not in groups
                and not groups.get("edge")
                and not groups.get("ap1")
                and not re.search("[時:]", match.group())
            ):
                continue
            first = _time(groups, "1")
            second = _time(groups, "2") if "h2" in groups else None
            if first is None:
                continue
            if second is not None:
                return first, second
            return (
                (None, first)
                if groups.get("edge") in ("まで", "迄", "以前", "前", "before", "until", "by")
                else (first, None)
            )
    for word, start, end in (*_PARTS_JA, *_PARTS_EN):
        if any_of(word).search(text):
            return start, end
    return None, None


def _time(groups: dict[str, str | None], which: str) -> str | None:
    hour = int(groups.get(f"h{which}") or 99)
    minute = 30 if groups.get(f"half{which}") else int(groups.get(f"m{which}") or groups.get(f"c{which}") or 0)
    suffix = (groups.get(f"ap{which}") or groups.get("ap2") or "").lower()
    english = f"ap{which}" in groups
    if (suffix.startswith("p") or groups.get("pm")) and hour < 12:
        hour += 12
    elif english and not suffix and hour < 8:
        hour += 12  # "after 3" is the afternoon
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
