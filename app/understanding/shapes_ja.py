"""What Japanese names, companies and roles look like."""

import re
from dataclasses import dataclass

from app.understanding import people_words as words
from app.understanding.nouns_ja import is_noun

KANJI = r"一-鿿々〆ヶ"
NAME = (
    rf"(?:[{KANJI}]{{1,4}}(?:[ ]?[{KANJI}ァ-ヶーぁ-ねは-ん]{{1,4}})??"
    rf"|[ァ-ヶー]{{2,8}}(?:[・ ][ァ-ヶー]{{2,8}})?"
    r"|(?!わたし|わたくし|なまえ|ぼくは|おれは|こちら)[ぁ-ん]{2,6}?"
    r"(?:[ ](?!です|でし|でご|だよ|っす|といい|ともう)[ぁ-ん]{2,5}?)?"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
READING = r"(?:\s?[((](?:(?P<reading>[ぁ-んァ-ヶー ]{2,14})|[^()()]{1,12})[))])?"
COMPANY_CHAR = rf"[{KANJI}ァ-ヶーA-Za-z0-9&・ぁ-ん'\-]"
ROLE = rf"(?:{words.DEPARTMENTS_JA}\s?の?|[{KANJI}ァ-ヶー]{{1,8}})?{words.ROLES_JA}"
SORT_OF_COMPANY = re.compile(
    r"[のな](?:会社|お店|工場|企業|商社)$|(?<!株式)(?<!有限)(?<!合同)(?<!合資)(?<!合名)会社$|(?:商社|メーカー|業者"
    r"|代理店|子会社)$"
)
_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ"))}
# はやしだ, たけうち: how family names end; そのうち is none.
_KANA_SURNAME = (
    r"(?!その|この|まだ|ただ|いま)[ぁ-ん]{1,4}"
    r"(?:もと|やま|かわ|がわ|むら|しま|じま|ばやし|ざき|わら|ばら|ぐろ|がみ|だに|ばし|ずみ|みや|ぐち|うち|さわ"
    r"|ざわ|しだ|ぬま|づか)"
)
# 夕部, 磯部 are family names; these are parts of a whole.
_NAMED_BU = rf"(?![本支全一外内学各上下幹当他同両局細大])[{KANJI}]部"
_VAGUE_ROLES = frozenset(("担当", "担当者", "責任者", "スタッフ", "エンジニア", "営業", "CS", "IT", "課", "部"))


@dataclass(frozen=True, slots=True)
class Person:
    """What a self-introduction gives."""

    name: str | None = None
    reading: str | None = None
    company: str | None = None
    role: str | None = None


def starts_with_surname(word: str) -> bool:
    """Is it a known family name, alone or with a given name of up to three characters?"""
    plain = word.replace(" ", "")
    if " " in word and word.split(" ")[0].translate(_HIRAGANA) in words.SURNAME_READINGS:
        return True
    if re.fullmatch(_KANA_SURNAME, plain.translate(_HIRAGANA)):
        return True
    return plain.translate(_HIRAGANA) in words.SURNAME_READINGS or any(
        plain[:n] in words.SURNAMES and len(plain) - n <= 3 and (n > 1 or not re.search("[ぁ-ん]", plain))
        for n in (3, 2, 1)
    )


def is_name(word: str) -> bool:
    return (
        word in words.SURNAMES
        or word == "市場"  # a family name too, where its ending says so
        or _is_bu(word)
        or (
            word not in words.NOT_NAMES_JA
            and not re.fullmatch(words.TIME_JA, word)
            and not re.search(
                rf"{words.COMPANY_TAIL_JA}$|{words.ROLES_JA}$|(?:[年月日時円台件部課係校]|番号|病院|旅館|美術館)$", word
            )
        )
    )


def _is_bu(word: str) -> bool:
    return word not in words.NOT_NAMES_JA and re.fullmatch(_NAMED_BU, word) is not None


def is_kind(word: str) -> bool:
    """Say whether a word tells what sort of place it is, or where, and no name: 総合病院, タイル屋, 新潟."""
    return re.fullmatch(rf"{words.KIND_JA}|{words.REGIONS_JA}", word) is not None


def may_be_name(word: str) -> bool:
    """Do only kanji stand in it, and is it no ordinary word, nor ends like a place, a kind or a time?"""
    if _is_bu(word):
        return True
    return (
        re.fullmatch(rf"[{KANJI}]{{2,5}}", word) is not None
        and not is_noun(word)
        and re.search(r"[中内外前後済用的性化者式先元別日号所社店部課音率費量材度料機品庫]$", word) is None
    )


def clear_role(role: str | None) -> str | None:
    return None if role is None or role in _VAGUE_ROLES else role


# ありがとうございました, かわいそう: kana that only begin like a family name.
_NO_GIVEN_NAME = re.compile(
    r"(?:さん|さま|です|ます|ました|ません|ください|そう|しい|ない|たい|から|まで|よう|って|あて|だけ|ばかり)$"
)

_GIVEN_NAME = re.compile(
    r"(?:[こみえかなりたやときおじまほよさくねちはもんしらけ]|[ひま]ろ|(?:ろ|ゆ|しょ|こ|りょ|りゅ)う"
    r"|は[るれ]|かおる|のる|とる|げる|ける|もる|たる|おる|かる|ぐる|める|つむ|さむ|いむ)$"
)


def kana_name(word: str) -> bool:
    """「もりたけん」: a known family name and a short given name in kana."""
    return (
        re.fullmatch("[ぁ-ん]{4,9}", word) is not None
        and _NO_GIVEN_NAME.search(word) is None
        and any(
            word[:n] in words.SURNAME_READINGS and 2 <= len(word) - n <= 4 and _GIVEN_NAME.search(word[n:])
            for n in (5, 4, 3, 2)
        )
    )
