"""A name or a company told wrong before and put right: 「正しくは…です」「…ではなく…です」: Japanese."""

import re

from app.understanding.companies_ja import is_formed, is_thing, own_company
from app.understanding.nouns_ja import is_noun
from app.understanding.people_words import NOT_NAMES_JA
from app.understanding.shapes_ja import COMPANY_CHAR, KANJI, is_name, may_be_name, starts_with_surname

_OLD = r"(?:ではなく|じゃなく|でなく)て?、?"
_NOW = r"(?:正しくは|正式には|正確には|現在は|今は|いまは|新社名は|訂正\s?[:、]|訂正します、)、?"
_IS = r"(?=」?(?:です|でござ|でした|になります|となります|と(?:いい|申)|に(?:変わ|変更|なり)))"
_NOT_RIGHT = r"(?=」?(?:が正しい|の(?:間違い|まちがい|誤り)(?:です|でし)))"
_BEHIND = r"(?:^|(?<=[。、!\s「はの]))"


def _put_right(told: str) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"{_NOW}「?(?P<told>{told}){_IS}"),
        re.compile(rf"{_OLD}「?(?P<told>{told}){_IS}"),
        re.compile(rf"{_BEHIND}「?(?P<told>{told}){_NOT_RIGHT}"),
    )


_COMPANIES = _put_right(rf"(?:(?![はがを。、]|です|ではなく){COMPANY_CHAR}){{2,25}}?")
_NAMES = (
    *_put_right(rf"[{KANJI}]{{1,4}}(?: [{KANJI}]{{1,3}})?"),
    re.compile(rf"(?:すみません|すいません|失礼(?:しました)?)[、。]\s?(?P<told>[{KANJI}]{{1,4}}){_IS}"),
)
_OLD_NAME = re.compile(rf"(?P<old>[{KANJI}]{{2,4}}){_OLD}")
_OF_ANOTHER = re.compile(r"(?<!名前)(?<!氏名)(?<![私僕字])[はが]")  # 「担当は江藤ではなく山田です」
_ABOUT_COMPANY = re.compile(r"社名|会社の?名|法人名|屋号|商号|合併")
_ABOUT_NAME = re.compile(r"名前|氏名|苗字|名字|変換|誤字|漢字")


def company_put_right(text: str) -> str | None:
    """Return the company as it is right: where they speak of its name, or what ends like a company's."""
    about = _ABOUT_COMPANY.search(text) is not None
    of_a_name = _ABOUT_NAME.search(text) is not None
    for pattern in _COMPANIES:
        for match in pattern.finditer(text):
            told = own_company(match["told"])
            if told is None or told in NOT_NAMES_JA or (of_a_name and starts_with_surname(told)):
                continue
            if is_formed(told) or (about and not _is_word(told)):
                return told
    return None


def _is_word(told: str) -> bool:
    """Say whether it is an ordinary word, and none by which a company goes: 「現在は手作業です」."""
    return is_thing(told) or is_noun(told) or re.search("作業|点検|管理$", told) is not None


def name_put_right(text: str) -> str | None:
    """Return the name as it is right: a known family name, or any where they speak of their name or how it is typed."""
    old = _OLD_NAME.search(text)
    about = _ABOUT_NAME.search(text) or (old and starts_with_surname(old["old"]))
    for pattern in _NAMES:
        for match in pattern.finditer(text):
            told = match["told"]
            if _OF_ANOTHER.search(re.split(r"[。、!\n]", text[: match.start()])[-1]):
                continue
            likely = starts_with_surname(told) or (about and may_be_name(told.replace(" ", "")))
            if likely and is_name(told) and not is_formed(told):
                return told
    return None
