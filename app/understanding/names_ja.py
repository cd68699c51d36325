"""Who writes, for which company and in which role: Japanese."""

import re
from dataclasses import dataclass
from itertools import pairwise

from app.understanding import people_words as words
from app.understanding.normal import any_of

_KANJI = r"一-鿿々〆ヶ"
_NAME = (
    rf"(?:[{_KANJI}]{{1,4}}(?:[ ]?[{_KANJI}ァ-ヶーぁ-ねは-ん]{{1,4}})??"
    rf"|[ァ-ヶー]{{2,8}}(?:[・ ][ァ-ヶー]{{2,8}})?|[ぁ-ん]{{2,6}}?(?:[ ][ぁ-ん]{{2,5}}?)?"
    rf"|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
_READING = r"(?:\s?[((](?:(?P<reading>[ぁ-んァ-ヶー ]{2,14})|[^()()]{1,12})[))])?"
# と申します proves a name; です follows anything.
_CERTAIN = r"\s?(?:と申|ともうし|と(?:い|言)(?:い|う(?:者|もの))|って(?:い|言)い|っていう者|と名乗)"
_LIKELY = r"\s?(?:です|でございます|だよ|っす|と言う|であります|でーす)(?!か)"
_EDGE = r"(?:^|(?<=[の、。,!\s)/|:はー…・])|(?<=ます)|(?<=[私僕]は)|(?<=たしは)|(?<=[てで]る)|(?<=ている))"
_LABEL = (
    r"(?:氏名|お?名前|なまえ|ご?担当者(?:名)?|ご?芳名|担当)\s?(?P<sign>[:は])\s?(?P<name>"
    + rf"[{_KANJI}]{{1,4}} [{_KANJI}ぁ-んァ-ヶー]{{1,4}}(?=$|[、。,/(\n])|"
    + _NAME
    + r")(?=\s|$|[、。,/(]|です|と申)"
    + _READING
)
# A form field on a line of its own.
_LABEL_LINE = (
    rf"^\s*(?:[・■◆●\-*]\s?)?(?:氏名|お?名前|ご?担当者(?:名)?|ご?芳名)\s?(?P<sign>[:])\s?(?P<name>[{_KANJI}]{{1,4}}[ ]?[{_KANJI}ぁ-んァ-ヶー]{{0,5}}|[ァ-ヶー]{{2,8}}[ ・]?[ァ-ヶー]{{0,8}}|[ぁ-ん]{{2,6}}[ ]?[ぁ-ん]{{0,6}})"
    + _READING + r"\s*$"
)
_FURIGANA = (
    r"(?:フリガナ|ふりがな|読み(?:方|仮名)?|カナ|よみ)\s?[:は、]?\s?"
    r"(?P<kana>[ァ-ヶー]{2,8}(?:[ ・]?[ァ-ヶー]{2,8})?"
    r"|[ぁ-ん]{2,8}?(?: [ぁ-ん]{2,8}?)?(?=です|と|$|\s|[、。)]))"
    r"|(?P<read>[ぁ-ん]{2,12}?|[ァ-ヶー]{2,12})と読み"
)
_GREETING = re.compile(
    r"^.*?(?:はじめまして|初めまして|お世話になって(?:おり|い)ます|お世話になります|こんにちは|こんばんは"
    r"|おはようございます|失礼(?:いた)?します|突然(?:のご連絡)?すみません|はい|ええ|どうも|あ"
    r"|えっと|えーと|私は?|わたし(?:は)?|僕は?)(?=[、。,!\s])[、。,!\s]*"
)
_COMPANY_CHAR = rf"[{_KANJI}ァ-ヶーA-Za-z0-9&・ぁ-ん'\-]"
# A particle before something that is not hiragana ends the name: みなと工業 stays whole, 工業は終わる.
_END_OF_COMPANY = (
    r"(?:で(?:す|ござ)|と(?:申|い|言)|って|という|から|さん|様|に(?:勤|所属)|[はがをにも](?![ぁ-ん])|で(?=[一-鿿ァ-ヶA-Za-z]{2,12}[をとの]|$)|の(?=[一-鿿ァ-ヶA-Za-z]|$|[\s、。])(?![一-鿿]{1,4}"
    + words.COMPANY_TAIL_JA
    + "))"
)
_COMPANY = (
    rf"(?:{words.COMPANY_FORM_JA}\s?(?:(?!{_END_OF_COMPANY})[{_KANJI}ァ-ヶーA-Za-z0-9&・'\-ぁ-ん]){{1,20}}"
    rf"|(?:[{_KANJI}ァ-ヶーA-Za-z0-9&・'\-]|(?![のはがを])[ぁ-ん]){{1,20}}{words.COMPANY_FORM_JA}(?![{_KANJI}ァ-ヶーA-Z]))"
)
_COMPANY_ALONE = (
    r"(?:(?:会社|社名|勤務先|所属)は|弊社は|うちは)?"
    rf"(?P<name>(?:[{_KANJI}ァ-ヶーA-Za-z0-9&・]|(?![はがをもで])[ぁ-ん]){{1,15}}{words.COMPANY_TAIL_JA})"
    r"(?:です|でございます|と(?:申|いい|言い)ます|の者です|の|に勤めて(?:い|おり)ます)?"
)
# 「森田製作所で工場長をしています」「みどり食品の品質管理の者です」
_COMPANY_OF_ROLE = (
    rf"(?:私は|わたしは|僕は|現在|今)?、?(?P<name>(?:[{_KANJI}ァ-ヶーA-Za-z0-9&・]|(?![はがをもで])[ぁ-ん]){{1,15}}{words.COMPANY_TAIL_JA})"
    rf"(?:で|の)(?:[{_KANJI}ァ-ヶーA-Za-z]{{0,8}}の?)?(?:{words.ROLES_JA}|{words.DEPARTMENTS_JA}|[{_KANJI}]{{2,6}})?(?:を(?:して|やって|務め|担当して)|の者(?:です|でございます|になります)|に勤め|で働)"
)
_SORT_OF_COMPANY = re.compile(r"[のな](?:会社|お店|工場|企業|商社)$")
_NOT_OURS = (
    r"^\s?(?:さん|様|さま|殿|御中|の事例|の導入|を使|を利用|製(?![造作品])|に(?:依頼|頼|お願い)"
    r"|から(?:の紹介|紹介|営業)|も(?:使|導入))"
)
_ROLE = rf"(?:{words.DEPARTMENTS_JA}\s?の?|[{_KANJI}ァ-ヶー]{{1,8}})?{words.ROLES_JA}"
_ROLE_SELF = (
    rf"(?P<role>(?:{words.DEPARTMENTS_JA}(?:\s|の)?|(?<![{_KANJI}ァ-ヶー])[{_KANJI}ァ-ヶー]{{1,8}})?{words.ROLES_JA})"
    rf"(?=\s?(?:を(?:して|やって|務|つと|担当|拝命)|です|でございます|として|と申|をつとめ|やって|\s|$"
    rf"|[、。/|)]))"
)
_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ"))}
# はやしだ, たけうち: how family names end; そのうち is none.
_KANA_SURNAME = (
    r"(?!その|この|まだ|ただ|いま)[ぁ-ん]{1,4}"
    r"(?:もと|やま|かわ|がわ|むら|しま|じま|ばやし|ざき|わら|ぐち|うち|さわ|ざわ|しだ|ぬま|づか)"
)
_VAGUE_ROLES = frozenset(("担当", "担当者", "責任者", "スタッフ", "エンジニア", "営業", "CS", "IT", "課", "部"))
_THEIRS = re.compile(r"[はがもに]|御社|貴社|上司|うちの|決裁|弊社の|(?:相談|報告)")


# An address or a number with the words around it is no part of a name or a company.
_POINTS = (
    r"(?:(?:ご)?連絡(?:先)?|メール(?:アドレス)?|メアド|アドレス|e-?mail|mail|お?電話(?:番号)?|携帯(?:電話)?(?:番号)?|直通|TEL|FAX)?\s?(?:は|:|が|の)?\s?"
    r"(?:[A-Za-z0-9_.+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+|https?://\S+|\+?\(?\d[\d\-() ]{7,}\d)"
    r"(?:\s?(?:です|になります|でお願いします|(?:に|へ|まで)(?:お願い(?:いた)?します|ご?連絡ください|ください)?))?"
)


@dataclass(frozen=True, slots=True)
class Person:
    """What a self-introduction gives."""

    name: str | None = None
    reading: str | None = None
    company: str | None = None
    role: str | None = None


def read_person(text: str, *, bare: bool) -> Person:
    """Return the writer; `bare`: a lone word may be a name, because we asked or a contact point stands beside it."""
    text = any_of(_POINTS).sub("。", text)
    introduction = _introduction(text, bare=bare)
    label = re.search(_LABEL_LINE, text, re.MULTILINE) or any_of(_LABEL).search(text)
    lone = _lone(text, bare=bare)
    labelled = label["name"].strip() if label and _is_name(label["name"]) else None
    if labelled and re.fullmatch("[ぁ-ん]+", labelled) and not starts_with_surname(labelled):
        labelled = None
    if (
        label
        and labelled
        and re.match("担当|ご担当", label.group())
        and label["sign"] == "は"
        and not starts_with_surname(labelled)
    ):
        labelled = None
    name = introduction.name or labelled or lone.name
    company = introduction.company or _company(text) or (name and _company_sentence(text)) or lone.company or _staff_of(text)
    kana = any_of(_FURIGANA).search(text)
    reading = (
        introduction.reading
        or (label["reading"] if label else None)
        or (kana and (kana["kana"] or kana["read"]))
        or lone.reading
    )
    return Person(
        name=name,
        reading=reading,
        company=company or None,
        role=introduction.role or _own_role(text) or lone.role,
    )


def starts_with_surname(word: str) -> bool:
    """Is it a known family name, alone or with a given name of up to three characters?"""
    plain = word.replace(" ", "")
    if " " in word and word.split(" ")[0].translate(_HIRAGANA) in words.SURNAME_READINGS:
        return True
    if re.fullmatch(_KANA_SURNAME, plain.translate(_HIRAGANA)):
        return True
    return plain.translate(_HIRAGANA) in words.SURNAME_READINGS or any(
        plain[:n] in words.SURNAMES and len(plain) - n <= 3 for n in (3, 2, 1)
    )


def _is_name(word: str) -> bool:
    return word in words.SURNAMES or (
        word not in words.NOT_NAMES_JA
        and not re.search(rf"{words.COMPANY_TAIL_JA}$|{words.ROLES_JA}$|[年月日時円台件部課]$", word)
    )


def _introduction(text: str, *, bare: bool) -> Person:
    for certain, ending in ((True, _CERTAIN), (False, _LIKELY)):
        for match in re.finditer(rf"{_EDGE}(?P<name>{_NAME}){_READING}{ending}", text, re.MULTILINE):
            name = match["name"].strip()
            before = re.split(r"[。!?\n]", text[: match.start("name")])[-1]
            aside = re.sub(r"^(?:私|わたし|わたくし|僕|当方)(?:は|、|が)", "", _GREETING.sub("", before))
            if _THEIRS.search(aside) and not certain:
                continue
            person = _from_prefix(before)
            known = starts_with_surname(name)
            if _is_name(name) and (
                certain or known or match["reading"] or (bare and _kana_name(name)) or (_may_be_name(name) and (person.company or person.role or bare))
            ):
                return Person(name, match["reading"], person.company, person.role)
    glued = re.search(rf"(?P<role>{_ROLE})\s?(?P<name>[{_KANJI}]{{1,4}})(?:{_CERTAIN}|{_LIKELY})", text)
    if glued and starts_with_surname(glued["name"]):
        return Person(glued["name"], None, None, glued["role"])
    return Person()


def _kana_name(word: str) -> bool:
    """「もりたけん」: a known family name and a short given name in kana."""
    return re.fullmatch("[ぁ-ん]{4,7}", word) is not None and any(
        word[:n] in words.SURNAME_READINGS and 2 <= len(word) - n <= 4 for n in (4, 3, 2)
    )


def _may_be_name(word: str) -> bool:
    return re.fullmatch(rf"[{_KANJI}]{{2,5}}", word) is not None and not re.search(r"[中内外前後済用的性化者式先元別日号所社店部課]$", word)


def _from_prefix(before: str) -> Person:
    """Split 「ひまわり物流、営業部長の」 into company and role."""
    prefix = _GREETING.sub("", before).strip(" 、,")
    role_match = re.search(
        (
            rf"(?P<role>(?:{_ROLE}|{words.DEPARTMENTS_JA}))"
            rf"(?:の|、|\s|で|を?(?:して|務めて|やって)(?:おり|い)?(?:ます|る)、?|)*$"
        ),
        prefix,
    )
    role = None
    if role_match and (role_match.start() == 0 or prefix[role_match.start() - 1] in "の、, /で"):
        role = role_match["role"]
        prefix = prefix[: role_match.start()]
    company = prefix.strip(" 、,の/で")
    company = re.split(r"[、,]|(?<=です)|でして|で、", company)[-1].strip()
    if of := re.match(rf"(?P<company>.+?{words.COMPANY_TAIL_JA})(?:の|で)(?=.)", company):
        company = of["company"]
    own = any_of(_COMPANY).search(prefix)
    if own:
        company = re.sub(rf"の?(?:{words.DEPARTMENTS_JA})(?:で|の)?$", "", own.group()) or own.group()
    if (
        not 2 <= len(company) <= 30
        or company in words.NOT_NAMES_JA
        or re.search(r"[はがを]|ます|です|御社|貴社|^[ぁ-ん]{2,6}$", company)
        or re.fullmatch(words.TOOLS, company)
    ):
        return Person(role=_clear(role))
    return Person(company=company, role=_clear(role))


def _clear(role: str | None) -> str | None:
    return None if role is None or role in _VAGUE_ROLES else role


def _company(text: str) -> str | None:
    label = re.search(
        (
            rf"(?:会社名?|貴?社名|法人名|勤務先|所属|屋号)\s?[:は]\s?(?P<name>{_COMPANY_CHAR}{{2,25}}?)"
            rf"(?=\s|$|[、。,/]|です|と(?:いい|申))"
        ),
        text,
    )
    if label and label["name"] not in words.NOT_NAMES_JA and not re.search("まだ|ません|ない|言え|内緒", label["name"]):
        return str(label["name"])
    for match in any_of(_COMPANY).finditer(text):
        if not re.match(_NOT_OURS, text[match.end() :]):
            more = re.match(rf"の(?P<word>[{_KANJI}]{{1,3}})(?=[でにを])", text[match.end() :])
            rest = more.group() if more and not starts_with_surname(more["word"]) and not re.search(words.ROLES_JA, more["word"]) else ""
            return re.sub(rf"の?(?:{words.DEPARTMENTS_JA})(?:で|の)?$", "", match.group().strip() + rest) or None
    ours = re.search(
        (
            rf"(?:弊社|当社|うち|私ども|わたくしども)は、?"
            rf"(?P<name>(?:[{_KANJI}ァ-ヶーA-Za-z&・]){{1,15}}{words.COMPANY_TAIL_JA})(?:です|と(?:いい|申))"
        ),
        text,
    )
    return str(ours["name"]) if ours and not ours["name"].endswith(("業", "産業")) else None


def _company_sentence(text: str) -> str | None:
    """Return the company of 「田中と申します。みなと工業です。」: a sentence that is nothing but its name."""
    for part in re.split(r"[。、,!\n()]", text):
        match = re.fullmatch(_COMPANY_ALONE, part.strip()) or re.match(_COMPANY_OF_ROLE, part.strip())
        if match and _SORT_OF_COMPANY.search(match["name"]):
            continue
        if match and not re.fullmatch(words.INDUSTRY_JA, match["name"]) and match["name"] not in words.NOT_NAMES_JA:
            return str(match["name"])
    return None


def _staff_of(text: str) -> str | None:
    """Return the company of 「みどり食品の者です」, where no name is given."""
    match = any_of(r"(?:^|[。、\n])(?:お世話になっております、?|初めまして、?|はじめまして、?)?" + _COMPANY_OF_ROLE).search(text)
    return match["name"] if match and match["name"] not in words.NOT_NAMES_JA else None


def _own_role(text: str) -> str | None:
    for match in re.finditer(_ROLE_SELF, text):
        before = re.split(r"[。、!?\n]", text[: match.start()])[-1]
        if not _THEIRS.search(re.sub(r"^(?:私|わたし|僕|役職|肩書き?)は", "", before)) and _clear(match["role"]):
            return re.sub(r"\s+", " ", match["role"])
    return None


_MATES = re.compile(
    (
        r"[A-Za-z0-9._+\-]+@[A-Za-z0-9.\-]+|https?://\S+|(?:TEL|電話|携帯|Mail|E-mail|メール(?:アドレス)?|メアド)\s?(?:番号)?[:は]?"
        r"|\+?\d[\d\-() ]{7,}\d|(?:です|と申します|よろしくお願い(?:いた)?します|お願いします)"
    ),
    re.I,
)


# 「ミツバチ舎 代表 岡」
_TRIO = re.compile(rf"(?P<company>{_COMPANY_CHAR}{{2,20}}) (?P<role>{_ROLE}) (?P<name>[{_KANJI}]{{1,4}}(?: [{_KANJI}ぁ-ん]{{1,4}})?)")


def _lone(text: str, *, bare: bool) -> Person:
    """Read the words left beside an address or number, or the whole of a very short message."""
    name = company = role = reading = None
    rest = _MATES.sub("\n", text)
    chunks = re.split(r"[\n、。,/|! ]+", rest)
    titled = len(rest) <= 60 and not re.search(r"です|ます|[?]|でした", text) and any(re.fullmatch(_ROLE, c) for c in chunks)
    formed = len(rest) <= 60 and any(re.match(words.COMPANY_FORM_JA, c) for c in chunks) and len(chunks) > 1
    if len(rest) > 80 or (not (bare or titled or formed) and len(text.strip()) > 20):
        return Person()
    bare = bare or titled or formed or (
        any(map(starts_with_surname, chunks)) and any(re.fullmatch(rf".+{words.COMPANY_TAIL_JA}", c) for c in chunks)
    )
    for line in re.split(r"[\n、。,/|!]+", rest):
        line = re.sub(r"(?:まで|へ|宛(?:て)?|あて|より)$", "", line.strip())
        word = re.sub(r"^(?:(?:会社|社名|勤務先|所属)は|弊社は|うちは|当社は|会社名は)", "", line.strip(" -・*"))
        if inside := re.fullmatch(r"\((?P<word>[^()]+)\)", word):
            word = inside["word"]
        if both := re.fullmatch(rf"(?P<word>[^(]+?){_READING}", word):
            word, reading = both["word"], reading or both["reading"]
        spaced = re.sub(rf"^(?:{_ROLE})\s+", "", word)
        if of := re.fullmatch(rf"(?P<company>{_COMPANY_CHAR}{{1,20}}{words.COMPANY_TAIL_JA})の(?P<name>{_NAME})", spaced):
            if starts_with_surname(of["name"]):
                name, company, spaced = name or of["name"], company or of["company"], ""
        if at := re.fullmatch(rf"(?P<name>{_NAME})\s?@\s?(?P<company>{_COMPANY_CHAR}{{2,20}})", spaced):
            if starts_with_surname(at["name"]):
                name, company, spaced = name or at["name"], company or at["company"], ""
        name = name or _pair(spaced)
        if (trio := _TRIO.fullmatch(word)) and starts_with_surname(trio["name"]):
            name, role, spaced = name or trio["name"], role or _clear(trio["role"]), ""
            company = company or (trio["company"] if trio["company"] not in words.NOT_NAMES_JA else None)
        for chunk in (spaced, *spaced.split(" ")):
            name = name or _lone_name(chunk, bare=bare)
            if (
                bare
                and re.fullmatch(rf"{_COMPANY_CHAR}{{1,20}}{words.COMPANY_TAIL_JA}", chunk)
                and chunk not in words.NOT_NAMES_JA
                and not _SORT_OF_COMPANY.search(chunk)
            ):
                company = company or chunk
            if bare and re.fullmatch(_ROLE, chunk):
                role = role or _clear(chunk)
    aside = re.search(rf"\((?P<name>[{_KANJI}]{{1,4}}(?: [{_KANJI}]{{1,3}})?)\)", rest)
    if bare and name is None and aside and starts_with_surname(aside["name"]):
        name = aside["name"]
    return Person(name, reading if name else None, company, role)


def _pair(line: str) -> str | None:
    """Return family and given name out of 「製造部 部長 梅原 健」."""
    parts = line.split(" ")
    for place, (family, given) in enumerate(pairwise(parts)):
        titled = place > 0 and re.fullmatch(rf"{_ROLE}|{words.DEPARTMENTS_JA}", parts[place - 1])
        if titled and not re.fullmatch(_ROLE, family) and re.fullmatch(rf"[{_KANJI}]{{1,3}}", family) and re.fullmatch(rf"[{_KANJI}ぁ-ん]{{1,3}}", given):
            return f"{family} {given}"
        if family in words.SURNAMES and re.fullmatch(rf"[{_KANJI}]{{1,3}}", given) and _is_name(given):
            return f"{family} {given}"
        if family in words.SURNAME_READINGS and re.fullmatch("[ぁ-ん]{2,4}", given):
            return f"{family} {given}"
    return None


def _lone_name(word: str, *, bare: bool) -> str | None:
    if (
        not re.fullmatch(_NAME, word)
        or not _is_name(word)
        or (re.search(r"[ぁ-ん]", word) and not starts_with_surname(word))
    ):
        return None
    if starts_with_surname(word) and not re.fullmatch(rf"(?:[{_KANJI}])", word):
        return word
    return (
        word
        if bare and re.fullmatch(rf"[{_KANJI}]{{1,4}}(?: [{_KANJI}ぁ-んァ-ヶー]{{1,4}})?", word) and len(word) > 1
        else None
    )
