"""Who writes, out of the words that stand beside an address or number: Japanese."""

import re
from dataclasses import replace
from itertools import pairwise

from app.understanding import people_words as words
from app.understanding.contact_points import NUMBER
from app.understanding.nouns_ja import is_noun
from app.understanding.roles_ja import WORK, is_work
from app.understanding.shapes_ja import (
    COMPANY_CHAR,
    KANJI,
    NAME,
    READING,
    ROLE,
    SORT_OF_COMPANY,
    Person,
    clear_role,
    is_name,
    kana_name,
    may_be_name,
    starts_with_surname,
)

_MATES = re.compile(
    (
        r"[A-Za-z0-9._+\-]+@[A-Za-z0-9.\-]+|https?://\S+|(?:TEL|電話|携帯|Mail|E-mail"
        r"|メール(?:アドレス)?|メアド)\s?(?:番号)?[:は]?"
        rf"|{NUMBER}|(?:です|と申します|よろしくお願い(?:いた)?します|お願いします)"
    ),
    re.I,
)


_POINT = re.compile(r"^[ \t]*(?:[・■◆●*\-]|\(?\d{1,2}[.):、]|[①-⑳])[ \t]?\S.*$", re.MULTILINE)
_TELLS_WHO = re.compile(r"@|\d{2,4}-?\d{2,4}-?\d{3,4}|名|会社|担当|所属|電話|メール|連絡|。$")
# 「連絡はメールでOKです 深谷」
_UNDER = re.compile(
    rf"(?:です|ます|ください|下さい|たい|OK|[。!])[。!]?\s+(?P<name>[{KANJI}]{{2,3}}(?: [{KANJI}]{{1,3}})?)\s*$"
)
_LED_IN = re.compile(
    r"^(?:(?:私|わたし|わたくし|自分|僕|俺|ワイ|当方|こちら)は、?"
    r"|(?:会社|社名|勤務先|所属)は|弊社は|うちは|当社は|会社名は)"
)
# 「ミツバチ舎 代表 岡」「鈴木商会の鈴木」「森川@ミナト運輸」
_TOGETHER = (
    rf"(?P<company>{COMPANY_CHAR}{{2,20}}) (?P<role>{ROLE}) (?P<name>[{KANJI}]{{1,4}}(?: [{KANJI}ぁ-ん]{{1,4}})?)",
    rf"(?P<company>{COMPANY_CHAR}{{2,20}}) (?P<role>{WORK}|[{KANJI}ァ-ヶー]{{1,8}}(?:[部課係室]|グループ|Gr?))"
    rf" (?P<name>[{KANJI}]{{1,4}}(?: [{KANJI}ぁ-ん]{{1,4}})?)",
    rf"(?P<company>{words.COMPANY_FORM_JA}{COMPANY_CHAR}{{1,20}}?)の(?P<role>(?!))?(?P<name>{NAME})",
    rf"(?P<company>{COMPANY_CHAR}{{1,20}}{words.COMPANY_TAIL_JA})の(?P<role>(?!))?(?P<name>{NAME})",
    rf"(?P<name>{NAME})\s?@\s?(?P<role>(?!))?(?P<company>{COMPANY_CHAR}{{2,20}})",
)


def read_lone(text: str, *, bare: bool) -> Person:
    """Read the words left beside an address or number, or the whole of a very short message."""
    rest = _MATES.sub("\n", _without_list(text))
    if not bare and (under := _UNDER.search(text)) and starts_with_surname(under["name"]):
        return Person(under["name"])
    chunks = re.split(r"[\n、。,/|! ]+", rest)
    card = _is_card(text, rest, chunks)
    if len(rest) > 80 or (not (bare or card) and len(text.strip()) > 20):
        return Person()
    bare = bare or card or _names_both(chunks)
    found = Person()
    for line in re.split(r"[\n、。,/|!]+", rest):
        found = _merged(
            found,
            _read_line(
                re.sub(r"(?:(?<=[一-鿿])(?:で|と|に)|まで|へ|宛(?:て)?|あて|より)$", "", line.strip()), bare=bare
            ),
        )
    if (
        bare
        and found.name is None
        and (aside := re.search(rf"\((?P<name>[{KANJI}]{{1,4}}(?: [{KANJI}]{{1,3}})?)\)", rest))
    ):
        found = replace(found, name=aside["name"] if starts_with_surname(aside["name"]) else None)
    return found if found.name else replace(found, reading=None)


def _without_list(text: str) -> str:
    """Return the text without a list of questions; one in which an address, a number or a label stands tells who."""
    points = _POINT.findall(text)
    return text if len(points) < 2 or any(map(_TELLS_WHO.search, points)) else _POINT.sub("", text)


def _is_card(text: str, rest: str, chunks: list[str]) -> bool:
    """Is it a card in one line: a legal form or a role among few words, and no sentence?"""
    if len(rest) > 60:
        return False
    formed = len(chunks) > 1 and any(re.match(words.COMPANY_FORM_JA, chunk) for chunk in chunks)
    titled = not re.search(r"です|ます|[?]|でした", text) and any(re.fullmatch(ROLE, chunk) for chunk in chunks)
    return formed or titled


def _names_both(chunks: list[str]) -> bool:
    company = any(re.fullmatch(rf".+{words.COMPANY_TAIL_JA}", chunk) for chunk in chunks)
    return company and any(map(starts_with_surname, chunks))


def _merged(first: Person, second: Person) -> Person:
    return Person(
        first.name or second.name,
        first.reading or second.reading,
        first.company or second.company,
        first.role or second.role,
    )


def _read_line(line: str, *, bare: bool) -> Person:
    word = _LED_IN.sub("", line.strip(" -・*"))
    reading = None
    if inside := re.fullmatch(r"\((?P<word>[^()]+)\)", word):
        word = inside["word"]
    if both := re.fullmatch(rf"(?P<word>[^(]+?){READING}", word):
        word, reading = both["word"], both["reading"]
    if together := _together(word) or (_of_an_unknown_trade(word) if bare else None):
        return replace(together, reading=reading)
    spaced = re.sub(rf"^(?:{ROLE})\s+", "", word)
    found = Person(_pair(spaced), reading)
    for chunk in (spaced, *spaced.split(" ")):
        company = chunk if bare and _is_company(chunk) else None
        role = clear_role(chunk) if bare and (re.fullmatch(ROLE, chunk) or is_work(chunk)) else None
        found = _merged(found, Person(_lone_name(chunk, bare=bare), None, company, role))
    return found


def _together(word: str) -> Person | None:
    for pattern in _TOGETHER:
        match = re.fullmatch(pattern, word)
        if match and (starts_with_surname(match["name"]) or _full_name(match)):
            company = (
                match["company"] if not (match["company"] in words.NOT_NAMES_JA or is_work(match["company"])) else None
            )
            return Person(match["name"], None, company, clear_role(match["role"]))
    return None


def _of_an_unknown_trade(word: str) -> Person | None:
    """「鳴海発酵の及川」: a known family name; the words before it are a company if no department and no role."""
    match = re.fullmatch(rf"(?P<company>[{KANJI}ァ-ヶー]{{3,12}})の(?P<name>{NAME})", word)
    if match is None or match["company"] in words.NOT_NAMES_JA:
        return None
    if not starts_with_surname(match["name"]):
        named = is_work(match["company"]) and may_be_name(match["name"]) and is_name(match["name"])
        return Person(match["name"]) if named and not is_work(match["name"]) else None
    if re.fullmatch(rf"{ROLE}|{words.DEPARTMENTS_JA}|[{KANJI}]{{2,4}}[都道府県市区町村]", match["company"]):
        return Person(match["name"])
    return Person(match["name"], None, match["company"])


def _full_name(match: re.Match[str]) -> bool:
    """「榛名製紙の利根瑞希」: three to five characters after the company, and no work or place."""
    name = match["name"]
    return re.fullmatch(rf"[{KANJI}]{{3,5}}", name) is not None and may_be_name(name) and is_name(name)


def _is_company(chunk: str) -> bool:
    return (
        re.fullmatch(rf"{COMPANY_CHAR}{{1,20}}{words.COMPANY_TAIL_JA}", chunk) is not None
        and chunk not in words.NOT_NAMES_JA
        and not SORT_OF_COMPANY.search(chunk)
    )


def _pair(line: str) -> str | None:
    """Return family and given name out of 「製造部 部長 梅原 健」."""
    parts = line.split(" ")
    for place, (family, given) in enumerate(pairwise(parts)):
        titled = place > 0 and re.fullmatch(rf"{ROLE}|{words.DEPARTMENTS_JA}", parts[place - 1])
        if (
            titled
            and not re.fullmatch(ROLE, family)
            and re.fullmatch(rf"[{KANJI}]{{1,3}}", family)
            and re.fullmatch(rf"[{KANJI}ぁ-ん]{{1,3}}", given)
        ):
            return f"{family} {given}"
        if family in words.SURNAMES and re.fullmatch(rf"[{KANJI}]{{1,3}}", given) and is_name(given):
            return f"{family} {given}"
        if family in words.SURNAME_READINGS and re.fullmatch("[ぁ-ん]{2,4}", given):
            return f"{family} {given}"
    return None


def _lone_name(word: str, *, bare: bool) -> str | None:
    if bare and kana_name(word):
        return word
    if (
        not re.fullmatch(NAME, word)
        or not all(map(is_name, word.split(" ")))
        or re.search(r"(?:さん|さま|様|くん|氏)(?:[にがのとはもへを]|から)?$", word)
        or (re.search(r"[ぁ-ん]", word) and not starts_with_surname(word))
    ):
        return None
    if starts_with_surname(word) and (bare or not re.fullmatch(rf"(?:[{KANJI}])", word)):
        return word
    if is_noun(word):
        return None
    return (
        word
        if bare and re.fullmatch(rf"[{KANJI}]{{1,4}}(?: [{KANJI}ぁ-んァ-ヶー]{{1,4}})?", word) and len(word) > 1
        else None
    )
