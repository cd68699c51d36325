"""What the writer does, told as a department, a function or a profession: Japanese."""

import re

from app.understanding import people_words as words
from app.understanding.normal import any_of
from app.understanding.shapes_ja import KANJI, starts_with_surname

# What people call themselves by; a trade (物流です) and a mere activity (点検をしています) are not among them.
_FUNCTION = (
    r"(?:生産(?:技術|管理|設備)|製造技術|品質(?:保証|管理|技術)|品管|品証|設備(?:保全|管理|技術|課|係)|保全|営繕"
    r"|工務|原動|動力|電気計装|電装計装|計装|施設(?:管理)?|購買|調達|資材|総務|庶務|経理|財務|人事|労務|法務|広報"
    r"|営業事務|一般事務|情シス|情報システム|社内SE|環境安全|安全衛生|安全環境|経営企画|DX推進|研究開発|設計)"
)
_GROUP = r"(?:部門|本部|部|課|係|室|班|グループ|G|Gr|チーム|担当)"
WORK = rf"{_FUNCTION}{_GROUP}?"
_PROFESSION = (
    rf"(?:(?:経営|技術|生産|IT|省エネ|設備)?コンサル(?:タント)?|(?:社長|役員|会長|常務|専務)?秘書|(?:技術)?(?:顧問"
    rf"|アドバイザー)"
    rf"|[{KANJI}]{{0,5}}(?:税理士|会計士|診断士|弁護士|技術士|建築士|技能士|整備士|栄養士|電気工事士|主任技術者)"
    rf"|[{KANJI}ァ-ヶーA-Z]{{0,8}}(?:管理者|保全員|保全マン|技師|技術者|班長|職長)|大工|職人|農家|漁師|社労士)"
)
# Only with をしております: 「会員です」 is no work.
_CALLING = rf"[{KANJI}]{{1,6}}(?<![全動人増要会客定職])(?:士|師|員)|杜氏|農業|自営業|教授"
_DEPARTMENT = rf"[{KANJI}ァ-ヶーA-Za-z]{{1,8}}(?:部|課|係|室|グループ|チーム)"
_DOING = (
    r"(?:を(?:担当)?(?:して|やって|務めて|つとめて)|(?:を)?やって|を担当して)(?:おります|おり|います|ます|いる"
    r"|おる|る|い)"
)
# Only a sentence of its own tells about the writer: 「課題は設備保全です」 and 「工場で保全をしてくれる人」 do not.
_START = (
    rf"(?:^|(?<=[。!?\n、\s])|(?<=[私僕]は)|(?<=たしは)|(?<=役職は)|(?<=[{KANJI}ァ-ヶー]で)"
    rf"|(?<=[{KANJI}ァ-ヶー]の)|(?<=ている))"
)
_CLAUSE_ENDS = rf"(?=$|[。、!\n\s]|が[、。\s]?|けど|けれど|ので|者|[{KANJI}]{{1,4}}(?:です|と申|といい))"
_SELF = (
    rf"{_START}(?P<role>{WORK}|{_PROFESSION}|{_CALLING}){_DOING}{_CLAUSE_ENDS}",
    rf"{_START}(?P<role>{WORK}|{_PROFESSION}|{_DEPARTMENT})の(?:者|もの|人間)(?:です|でございます|になります)",
    rf"{_START}(?P<role>{_PROFESSION})(?:です|でございます)(?=$|[。、!\n]|が[、。\s]|けど)(?!\s?と)",
    (
        rf"(?:^|(?<=[。!?\n]))\s?(?P<role>[{KANJI}ァ-ヶーA-Z]{{1,8}}[部課係室])で[^、。\n]{{2,14}}(?:を(?:担当して"
        rf"|見て|やって|して)"
        rf"|に携わって)(?:い|お)"
    ),
)
# 「購買です。見積書をお願いします」: somebody, where more follows; alone it may answer a question about the problem.
_STAFF = rf"(?:^|(?<=[。!?\n]))\s?(?P<role>{WORK})(?:です|でございます)(?=[。\n]\s?\S)"
_ABOUT_OTHERS = re.compile(
    r"(?:は|が|も|に|を|御社|貴社|弊社の?|うちの?|上司の?|知人の?|友人の?|担当の)$|[はがも][^、。]*[ので]$"
)
_OTHERS_BESIDE = re.compile(r"^(?:AI|会社|業者|メーカー|ところ|方|人|ベンダー)")


def own_work(text: str, *, bare: bool) -> str | None:
    """Return 「生産技術」, 「コンサル」: what the writers say they are; `bare`: we asked who they are."""
    for pattern in _SELF:
        for match in any_of(pattern).finditer(text):
            before = re.split(r"[。、!?\n\s]", text[: match.start("role")])[-1]
            own = re.sub(r"^(?:私|わたし|わたくし|僕|役職|肩書き?)は、?", "", before)
            if not _ABOUT_OTHERS.search(own) and not _OTHERS_BESIDE.match(text[match.end() :]):
                return match["role"]
    staff = any_of(_STAFF).search(text) or (bare and re.fullmatch(rf"(?P<role>{WORK})(?:です)?[。]?", text.strip()))
    return staff["role"] if staff else None


def is_work(chunk: str) -> bool:
    """Is it a department or a function as it stands on a card?"""
    return re.fullmatch(WORK, chunk) is not None or (
        re.fullmatch(rf"{_DEPARTMENT}|[{KANJI}ァ-ヶー]{{1,8}}(?:G|Gr)", chunk) is not None
        and chunk not in words.NOT_NAMES_JA
        and not starts_with_surname(chunk)  # 長谷部
        and re.fullmatch(r"[本支全一外内学各上下幹当他同両局]部|.*(?:全部|一部|[教浴温病寝会居]室|議室|合室)", chunk)
        is None
    )


def department_beside(text: str, name: str | None, *, company: str | None) -> str | None:
    """Return the 設備課 of 「桐生織物(株)設備課の小田切です」: what stands between the company and the name."""
    if name is None:
        return None
    told = rf"(?P<role>[{KANJI}ァ-ヶーA-Z]{{2,8}})の?\s?{re.escape(name)}"
    behind = re.search(rf"{re.escape(company)}[のは、\s]*{told}", text) if company else None
    match = behind or re.search(rf"(?:^|[。、\n\s]){told}(?:です|と申|でございます)", text)
    return match["role"] if match and is_work(match["role"]) else None
