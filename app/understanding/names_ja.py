"""Who writes, for which company and in which role: Japanese."""

import re

from app.understanding import people_words as words
from app.understanding.beside_ja import beside_address
from app.understanding.companies_ja import CLIENT_IN_BRACKETS, bare_company, is_thing, own_company
from app.understanding.contact_points import NUMBER
from app.understanding.lone_ja import read_lone
from app.understanding.normal import any_of
from app.understanding.put_right_ja import company_put_right, name_put_right
from app.understanding.roles_ja import WORK, department_beside, is_work, own_work
from app.understanding.shapes_ja import (
    COMPANY_CHAR,
    KANJI,
    NAME,
    READING,
    ROLE,
    SORT_OF_COMPANY,
    Person,
    clear_role,
    is_kind,
    is_name,
    kana_name,
    may_be_name,
    starts_with_surname,
)
from app.understanding.signed_ja import in_full, signature

# と申します proves a name; です follows anything.
_CERTAIN = r"\s?(?:と申|ともうし|と(?:い|言)(?:い|う(?:者|もの))|って(?:い|言)い|っていう者|と名乗)"
_LIKELY = r"\s?(?:です|でございます|だよ|っす|と言う|であります|でーす)(?!か)"
_EDGE = r"(?:^|(?<=[の、。,!\s)/|:はー…・])|(?<=ます)|(?<=[私僕]は)|(?<=たしは)|(?<=[てで]る)|(?<=ている))"
_LABEL = (
    r"(?:氏名|お?名前|なまえ|ご?担当者(?:名)?|ご?芳名|担当)\s?(?P<sign>[:は])\s?(?P<name>"
    + rf"[{KANJI}]{{1,4}} [{KANJI}ぁ-んァ-ヶー]{{1,4}}(?=$|[、。,/(\n])|"
    + NAME
    + r")(?=\s|$|[、。,/(]|です|と申)"
    + READING
)
_SAID_TO_BE = re.compile(r"\s?(?:です|でございます|と申|ともうし|といい)(?!か)")
_NO_KANA_NAME = re.compile(
    "まだ|ちょっと|ない|なし|ひみつ|あとで|のち|むり|だめ|べつ|いや|いえ|これ|それ|あれ|なに|なん|どう"
)
# A form field on a line of its own.
_LABEL_LINE = (
    (
        rf"^\s*(?:[・■◆●\-*]\s?)?(?:氏名|お?名前|ご?担当者(?:名)?"
        rf"|ご?芳名)\s?(?P<sign>[:])\s?(?P<name>[{KANJI}]{{1,4}}[ ]?[{KANJI}ぁ-んァ-ヶー]{{0,5}}"
        rf"|[ァ-ヶー]{{2,8}}[ ・]?[ァ-ヶー]{{0,8}}|[ぁ-ん]{{2,6}}(?:[ ](?!です|でし))?[ぁ-ん]{{0,6}})"
    )
    + READING
    + r"\s*$"
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
# A particle before something that is not hiragana ends the name: みなと工業 stays whole, 工業は終わる.
_END_OF_COMPANY = (
    (
        r"(?:で(?:す|ござ|お願|いただ|頂)|まで(?!す)|宛|と(?:申|い|言)|って|という|から|さん|様|に(?:勤|所属)"
        r"|[はがをにも](?![ぁ-ん])|で(?=[一-鿿ァ-ヶA-Za-z]{2,12}[をとの]|$)"
        r"|の(?=[一-鿿ァ-ヶA-Za-z]|$|[\s、。])(?![一-鿿]{1,4}"
    )
    + words.COMPANY_TAIL_JA
    + "))"
)
# 「株式会社いろは製茶」: kana before a trade, whatever particle they hold.
_KANA_BEFORE_TRADE = (
    rf"(?:[ぁ-ん]{{2,5}}(?=[{KANJI}]{{0,2}}(?:{words.COMPANY_TAIL_JA}|製[{KANJI}])"
    r"(?:の|です|でご|と[申言い]|様|$|[、。\s])))?"
)
# 「きのみ株式会社」 at the beginning: whatever particle the kana hold.
_KANA_FIRST = (
    r"(?!こちら|そちら|どちら|わたくし|わたし|うち|ただし|また|なお|いま|まだ|もちろん|おそらく|たとえば|はい|あの|ええ|どこ"
    r"|いつも|これ|それ|ここ|とある|ある|その|この|および|あるいは|もしくは|もと)[ぁ-ん]{2,7}(?<![はがをのにでへとや])"
)
_COMPANY = (
    rf"(?:(?<![^\s、。]){_KANA_FIRST}[{KANJI}ァ-ヶーA-Za-z・]{{0,12}}{words.COMPANY_FORM_JA}(?=の|です|でご|と|様|$|[、。\s(])"
    rf"|{words.COMPANY_FORM_JA}(?!で(?:言|い|す|は)|の(?:場合|方|場)|と(?:か|して"
    rf"|言))\s?{_KANA_BEFORE_TRADE}(?:(?!{_END_OF_COMPANY})[{KANJI}ァ-ヶーA-Za-z0-9&・'\-ぁ-ん]){{1,20}}"
    rf"|(?:[{KANJI}ァ-ヶーA-Za-z0-9&・'\-]"
    rf"|(?![のはがを])[ぁ-ん]){{1,20}}{words.COMPANY_FORM_JA}(?![{KANJI}ァ-ヶーA-Z]))"
)
_COMPANY_ALONE = (
    r"(?:(?:会社|社名|勤務先|所属)は|弊社は|うちは)?"
    rf"(?P<name>(?:[{KANJI}ァ-ヶーA-Za-z0-9&・]|(?![はがをもで])[ぁ-ん]){{1,15}}{words.COMPANY_TAIL_JA})"
    r"(?:です|でございます|と(?:申|いい|言い)ます|の者です|の|に勤めて(?:い|おり)ます|(?:に)?勤務(?:です"
    r"|の者です|して(?:い|おり)ます)?)?"
)
# 「森田製作所で工場長をしています」「みどり食品の品質管理の者です」
_COMPANY_OF_ROLE = (
    rf"(?:私は|わたしは|僕は|現在|今)?、?(?P<name>(?:[{KANJI}ァ-ヶーA-Za-z0-9&・]"
    rf"|(?![はがをもで])[ぁ-ん]){{1,15}}{words.COMPANY_TAIL_JA})"
    rf"(?:で|の)(?:[{KANJI}ァ-ヶーA-Za-z]{{0,8}}の?)?(?:{words.ROLES_JA}"
    rf"|{words.DEPARTMENTS_JA}|[{KANJI}]{{2,6}})?(?:を(?:して|やって|務め|担当して)"
    rf"|の者(?:です|でございます|になります)|に勤め|で働)"
)
_NOT_OURS = (
    r"^\s?(?:さん|様|さま|殿|御中|の事例|の導入|を使|を利用|製(?![造作品])|に(?:依頼|頼|お願い)"
    r"|から(?:の紹介|紹介|営業)|も(?:使|導入))"
)
_ROLE_SELF = (
    rf"(?P<role>(?:{words.DEPARTMENTS_JA}(?:\s|の)?|(?<![{KANJI}ァ-ヶー])[{KANJI}ァ-ヶー]{{1,8}})?{words.ROLES_JA})"
    rf"(?=\s?(?:を(?:して|やって|務|つと|担当|拝命)|です|でございます|として|と申|をつとめ|やって|\s|$"
    rf"|[、。/|)]))"
)
# 「自分が社長なので」; 「親父(会長)が」 is somebody else.
_ROLE_OF_SELF = re.compile(
    rf"(?:^|(?<=[。、!?\n\s]))(?:私|わたし|わたくし|自分|僕|俺)(?:が|は)、?(?P<role>(?:[{KANJI}]{{1,8}}の)?{words.ROLES_JA})"
    r"(?:なので|なんで|なもので|だから|ですから|ですので)"
)
_OF_SOMEBODY_IN_BRACKETS = re.compile(r"^\)(?:[がはもにのをへ]|から|より|さん)")
_ADDRESSEE = re.compile(rf"[ ]?[{KANJI}ぁ-んァ-ヶー ]{{1,10}}(?:様|殿|さま|先生)(?=$|[\s、。])")
_PLACE = r"(?:[一-鿿]{2,3}[都道府県])?[一-鿿ァ-ヶぁ-ん]{0,5}[都道府県市区郡町村](?:[一-鿿ァ-ヶぁ-ん]{1,5}[区町村])?"
_REGION_BEFORE = re.compile(rf"^{words.REGIONS_JA}の(?=.{{3}})")
_PLACE_BEFORE = re.compile(rf"^(?!.{{1,3}}村の){_PLACE}の(?=.*(?:{words.COMPANY_TAIL_JA}$|{words.COMPANY_FORM_JA}))")
_TITLE_BEFORE = re.compile(rf"(?P<role>[{KANJI}ァ-ヶーA-Z]{{2,8}})(?P<sign>で、?| )(?=[{KANJI}])")
# What was told before in the same sentence: 「社長の代わりに問い合わせています、」
_ENDED = re.compile(r"^.*(?:ます|です|ました|でして|まして|おり)(?:が|けど|ので)?、")
_THEIRS = re.compile(r"[はがもに]|御社|貴社|上司|うちの|決裁|弊社の|(?:相談|報告)")


# An address or a number with the words around it is no part of a name or a company.
_POINTS = (
    r"(?:(?:ご)?連絡(?:先)?|メール(?:アドレス)?|メアド|アドレス|e-?mail|mail|お?電話(?:番号)?"
    r"|携帯(?:電話)?(?:番号)?|直通|TEL|FAX)?\s?(?:は|:|が|の)?\s?"
    rf"(?:[A-Za-z0-9_.+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+|https?://\S+|{NUMBER})"
    r"(?:\s?(?:です|になります|でお願いします|(?:に|へ|まで)(?:お願い(?:いた)?します|ご?連絡ください|ください)?))?"
)


# 「はい栗原です」 said in one breath: a sound, and a known family name right behind it.
_SOUND = re.compile(
    rf"(?:^|(?<=[。、!\s]))(?:はい|ええ(?:っ?と)?|えっ?と|えーっ?と|あの[ー~]?|あー?|うん|もしもし|どうもー?|ども"
    rf"|すみません|すいません)"
    rf"[ー~]?(?P<next>[{KANJI}]{{1,5}})(?=です|と申|でございます|だけど|っす|$|[。、\s])"
)


# 「20台利用しております有限会社つづみ」: a clause about the company ends before its legal form.
_CLAUSE_BEFORE_FORM = re.compile(
    r"(?:[てで](?:い?る|い?ない|おります?|い?ます|い?た|(?:いただ|頂)いて(?:い?る|おります?|い?ます)|もらって(?:い?る|ます))"
    r"|(?:いただ|頂|いたしまし|しまし|りまし|きまし|でし)(?:いた|きました|た)|ます|のある|にある|(?<=[一-鿿])(?:する|した|った|いた|んだ)"
    r"|[一-鿿][ぁ-ん]{0,2}(?:し|っ|い|せ|れ|け|め|べ|え|げ)た"
    r"|(?<![^\s、。])(?:こちら|いま|今|現在|先日|先程|昨日|以前|弊社|当社|私ども|うち))"
    rf"(?={words.COMPANY_FORM_JA}\s?(?!です|でござ|と申|の(?![ぁ-ん]))[{KANJI}ァ-ヶーA-Za-zぁ-ん])"
)


def _without_sounds(text: str) -> str:
    def cut(match: re.Match[str]) -> str:
        said = match["next"]
        known = said in words.SURNAMES or (said[:2] in words.SURNAMES and len(said) == 4)
        known = known or re.fullmatch(rf".{{2,}}{words.COMPANY_TAIL_JA}", said) is not None
        return f"、{said}" if known else match.group()

    return _SOUND.sub(cut, text)


def read_person(text: str, *, bare: bool) -> Person:
    """Return the writer; `bare`: a lone word may be a name, because we asked or a contact point stands beside it."""
    beside = beside_address(text) if bare else Person()
    text = _without_sounds(CLIENT_IN_BRACKETS.sub(r"\g<who>", any_of(_POINTS).sub("。", text)))
    text = _CLAUSE_BEFORE_FORM.sub(r"\g<0>。", text)
    introduction = _introduction(text, bare=bare)
    label = re.search(_LABEL_LINE, text, re.MULTILINE) or any_of(_LABEL).search(text)
    lone = read_lone(text, bare=bare)
    labelled = label["name"].strip() if label and is_name(label["name"]) else None
    if labelled and re.search("(?:ません|ない|たく|無し|なし|秘密|ひみつ)$", labelled):
        labelled = None
    if labelled and label and re.fullmatch("[ぁ-ん]+", labelled) and not starts_with_surname(labelled):
        labelled = labelled if _SAID_TO_BE.match(text[label.end() :]) and not _NO_KANA_NAME.match(labelled) else None
    if (
        label
        and labelled
        and re.match("担当|ご担当", label.group())
        and label["sign"] == "は"
        and not starts_with_surname(labelled)
    ):
        labelled = None
    signed = signature(text)
    name = name_put_right(text) or introduction.name or labelled or lone.name or signed.name or beside.name
    told, read = (name, None) if name is None else in_full(text, name)
    company = (
        company_put_right(text)
        or introduction.company
        or _company(text)
        or (name and _company_sentence(text))
        or lone.company
        or (signed.company if name == signed.name else None)
        or _staff_of(text)
        or bare_company(text)
    )
    company = _REGION_BEFORE.sub("", company or "")
    company = beside.company if not company or is_kind(company) else company
    company = own_company(company) if company else None
    kana = any_of(_FURIGANA).search(text)
    reading = (
        introduction.reading
        or (label["reading"] if label else None)
        or (kana and (kana["kana"] or kana["read"]))
        or lone.reading
        or read
    )
    return Person(
        name=told,
        reading=reading,
        company=company,
        role=introduction.role
        or _own_role(text)
        or own_work(text, bare=bare)
        or lone.role
        or (signed.role if name == signed.name else None)
        or beside.role
        or department_beside(text, name, company=company),
    )


def _introduction(text: str, *, bare: bool) -> Person:
    for certain, ending in ((True, _CERTAIN), (False, _LIKELY)):
        for match in re.finditer(rf"{_EDGE}(?P<name>{NAME}){READING}{ending}", text, re.MULTILINE):
            name = match["name"].strip()
            before = re.split(r"[。!?\n]", text[: match.start("name")])[-1]
            if titled := _title_before(name):
                before = re.sub("^(?:私|わたし|わたくし|僕)は、?", "", before) + titled["role"] + "の"
                name = name[titled.end() :]
            aside = re.sub(
                r"^(?:私|わたし|わたくし|僕|当方)(?:は|、|が)", "", _ENDED.sub("", _GREETING.sub("", before))
            )
            if _THEIRS.search(aside) and not certain:
                continue
            person = _from_prefix(before)
            known = starts_with_surname(name)
            if not known and re.fullmatch(WORK, name):
                continue
            if is_name(name) and (
                certain
                or known
                or match["reading"]
                or (bare and kana_name(name))
                or (bare and not before and re.fullmatch("[ァ-ヶー]{2,6}", name) and not is_thing(name))
                or (may_be_name(name) and (person.role or bare or _is_firm(person.company)))
            ):
                return Person(name, match["reading"], person.company, person.role)
    to = re.search(rf"{_EDGE}(?P<role>{WORK})の(?P<name>[{KANJI}]{{1,4}})(?:まで|宛|あて)", text) if bare else None
    if to and starts_with_surname(to["name"]):
        return Person(to["name"], None, None, to["role"])
    glued = re.search(rf"(?P<role>{ROLE})\s?(?P<name>[{KANJI}]{{1,4}})(?:{_CERTAIN}|{_LIKELY})", text)
    if glued and starts_with_surname(glued["name"]):
        return Person(glued["name"], None, None, glued["role"])
    return Person()


def _is_firm(company: str | None) -> bool:
    return company is not None and (re.search(words.COMPANY_FORM_JA, company) is not None or not is_thing(company))


def _title_before(name: str) -> re.Match[str] | None:
    """Return the 製造部 of 「製造部 塙」 or the 記者 of 「記者で鵜飼」, with what ties it to the name."""
    match = _TITLE_BEFORE.match(name)
    if match is None or re.fullmatch(ROLE, match["role"]):
        return match
    department = match["sign"] == " " and len(match["role"]) > 2 and is_work(match["role"])
    return match if department else None


def _from_prefix(before: str) -> Person:
    """Split 「ひまわり物流、営業部長の」 into company and role."""
    prefix = _ENDED.sub("", _GREETING.sub("", before)).strip(" 、,")
    role_match = re.search(
        (
            rf"(?P<role>(?:{ROLE}|{words.DEPARTMENTS_JA}))"
            rf"(?:の|、|\s|で|を?(?:して|務めて|やって)(?:おり|い)?(?:ます|る)、?|)*$"
        ),
        prefix,
    )
    role = None
    if role_match and (role_match.start() == 0 or prefix[role_match.start() - 1] in "の、, /で"):
        role = role_match["role"]
        prefix = prefix[: role_match.start()]
    company = _PLACE_BEFORE.sub("", prefix.strip(" 、,の/で"))
    company = re.split(r"[、,]|(?<=です)|でして|で、", company)[-1].strip()
    if of := re.match(rf"(?P<company>.+?{words.COMPANY_TAIL_JA})(?:の|で)(?=.)", company):
        company = of["company"]
    if at := re.fullmatch(
        rf"(?P<company>[{KANJI}ァ-ヶーA-Za-z]{{3,15}})で[^、。]{{2,12}}を(?:担当)?(?:して|やって)(?:い|お)る", prefix
    ):
        company = at["company"]
    own = any_of(_COMPANY).search(prefix)
    if own:
        company = _without_department(own.group()) or own.group()
        if re.fullmatch(words.COMPANY_FORM_JA, company):
            company = prefix[: own.end()].removesuffix(own.group()) + company
    company = own_company(company) or ""
    if (
        not 2 <= len(company) <= 30
        or company in words.NOT_NAMES_JA
        or company.endswith(("さん", "様", "さま"))
        or (re.fullmatch(_PLACE, company) and not re.search(words.COMPANY_FORM_JA, company))
        or re.search(r"[はがを]|ます|です|御社|貴社|^[ぁ-ん]{2,6}$", company)
        or re.fullmatch(words.TOOLS, company)
    ):
        return Person(role=clear_role(role))
    return Person(company=company, role=clear_role(role))


def _without_department(company: str) -> str:
    return re.sub(rf"の?(?:{words.DEPARTMENTS_JA})(?:で|の)?$", "", company)


def _company(text: str) -> str | None:
    label = re.search(
        (
            rf"(?:(?<![式限同資名])会社名?|貴?社名|法人名|勤務先|所属"
            rf"|屋号)\s?[:は]\s?(?P<name>{COMPANY_CHAR}{{2,25}}?)"
            rf"(?=\s|$|[、。,/]|で[すお]|と(?:いい|申)|ではなく|じゃなく)"
        ),
        text,
    )
    if (
        label
        and label["name"] not in words.NOT_NAMES_JA
        and not re.search(
            "まだ|ません|ますか|ですか|ない|どこ|なに|何|言え|内緒|控え|秘密|容赦|後ほど|あとで|非公開|伏せ|勘弁",
            label["name"],
        )
    ):
        return str(label["name"])
    for match in any_of(_COMPANY).finditer(text):
        if not re.match(_NOT_OURS, text[match.end() :]):
            more = re.match(rf"の(?P<word>[{KANJI}]{{1,3}})(?=で(?!す|ご)|[にを])", text[match.end() :])
            rest = (
                more.group()
                if more
                and not starts_with_surname(more["word"])
                and not re.search(words.ROLES_JA + "|[部課係室店]$", more["word"])
                else ""
            )
            named = _without_department(match.group().strip() + rest)
            if named and not re.fullmatch(words.COMPANY_FORM_JA, named):
                return named
            if before := re.search(rf"{COMPANY_CHAR}{{2,20}}$", text[: match.start()]):
                return before.group() + named
    ours = re.search(
        (
            rf"(?:弊社|当社|うち|私ども|わたくしども)は、?"
            rf"(?P<name>(?:[{KANJI}ァ-ヶーA-Za-z&・]){{1,15}}{words.COMPANY_TAIL_JA})(?:です|と(?:いい|申))"
        ),
        text,
    )
    if ours is None or ours["name"].endswith(("業", "産業")) or SORT_OF_COMPANY.search(ours["name"]):
        return None
    return str(ours["name"])


def _company_sentence(text: str) -> str | None:
    """Return the company of 「田中と申します。みなと工業です。」: a sentence that is nothing but its name."""
    for part in re.split(r"[。、,!\n()]", text):
        match = re.fullmatch(_COMPANY_ALONE, part.strip()) or re.match(_COMPANY_OF_ROLE, part.strip())
        if match and SORT_OF_COMPANY.search(match["name"]):
            continue
        if match and not re.fullmatch(words.INDUSTRY_JA, match["name"]) and match["name"] not in words.NOT_NAMES_JA:
            return str(match["name"])
    return None


def _staff_of(text: str) -> str | None:
    """Return the company of 「みどり食品の者です」, where no name is given."""
    match = any_of(
        r"(?:^|[。、\n])(?:お世話になっております、?|初めまして、?|はじめまして、?)?" + _COMPANY_OF_ROLE
    ).search(text)
    known = match and match["name"] not in words.NOT_NAMES_JA and not SORT_OF_COMPANY.search(match["name"])
    return match["name"] if match and known else None


def _own_role(text: str) -> str | None:
    if self_told := _ROLE_OF_SELF.search(text):
        return clear_role(self_told["role"])
    for match in re.finditer(_ROLE_SELF, text):
        if _OF_SOMEBODY_IN_BRACKETS.match(text[match.end() :]) or _ADDRESSEE.match(text[match.end() :]):
            continue
        before = re.split(r"[。、!?\n]", text[: match.start()])[-1]
        if not _THEIRS.search(re.sub(r"^(?:私|わたし|僕|役職|肩書き?)は", "", before)) and clear_role(match["role"]):
            return re.sub(r"\s+", " ", match["role"])
    return None
