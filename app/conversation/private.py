"""Contact data in a text, whoever's it is, replaced by placeholders: too much rather than too little. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.understanding.normal import normalise

# Runs are read once, by look-behinds and possessive repeats: unspaced text must not cost its square.
_LOCAL = r"(?<![0-9A-Za-zÀ-ɏ._%+-])[0-9A-Za-zÀ-ɏ._%+-]*+"
_SIGNS = r"dot|underscore|dash|hyphen|ドット|アンダーバー|アンダースコア|ハイフン"
_MAIL = re.compile(
    _LOCAL + r"(?:\s?@\s?[\w-]++(?:(?:\s?\.|\s\.\s)[\w-]++)++|(?<=[0-9A-Za-z])@[A-Za-z][0-9A-Za-z-]*+)"  # ann@localhost
)
_QUOTED_AT = re.compile(r"(?<=[0-9A-Za-z])%40(?=[A-Za-z])")
_SPELLED_MAIL = re.compile(
    rf"(?:(?<![0-9A-Za-z])[0-9A-Za-z]{{1,40}}+\s?[\[(]?(?:{_SIGNS})[\])]?\s?){{0,4}}{_LOCAL}"
    r"\s?(?:[\[({<]\s?(?:at?|@|アット(?:マーク)?)\s?[\])}>]|アットマーク|あっとまーく|アット|あっと(?=\s?[0-9A-Za-z])|\sat\s(?!\d))\s?"
    r"[\w-]{1,63}(?:\.[\w-]{1,63}|\s?(?:[\[({<]\s?(?:dot|ドット|\.)\s?[\])}>]|ドット|どっと|てん(?=[a-z])|\sdot\s)\s?[\w-]{1,63})+",
    re.IGNORECASE,
)
_PREFECTURE = (
    r"(?:東京都|北海道|(?:大阪|京都)府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野"
    r"|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県)"
)
_N = r"[\d一二三四五六七八九十]{1,4}+"
_BLOCK = (
    rf"{_N}(?:丁目|番地?|[-の](?=\d))(?:\s?{_N}(?:番地?|号室?|[-の](?=\d))?){{0,3}}+"
    r"(?![つ個台名人件社本枚年月日時分秒週回%万円]|拠点|店舗)"
)
_ROOM = (
    r"(?:\s?[^\s、。,.\n\d]{1,20}(?:ビル(?:ディング)?|タワー|マンション|ハイツ|プラザ|館|棟))?"
    r"(?:\s?\d{1,4}\s?(?:階|F\b|号室?))?"
)
_ADDRESS_JA = re.compile(
    rf"(?:(?:〒|郵便番号:?)\s?\d{{3}}-?\d{{4}}\s*)?(?:{_PREFECTURE}\s?(?:[一-鿿ヶケ]{{1,6}}[市区町村郡])?|[一-鿿ヶケ]{{1,6}}[市区町村郡])"
    rf"[一-鿿々ぁ-つづなぬねのひびふぶほぼま-ろわァ-ヶー]{{0,14}}\s?{_BLOCK}{_ROOM}"
    rf"|[一-鿿ヶケ々]{{1,8}}(?:{_N}丁目(?:\s?{_N}(?:番地?|号|-(?=\d))?){{0,3}}|\d{{1,3}}-\d{{1,3}}-\d{{1,4}}(?![\d-])){_ROOM}"
    r"|(?:〒|郵便番号:?)\s?\d{3}-?\d{4}"
)
_CITY = r"[A-Z][a-z]{1,20}-(?:ku|shi|gun|cho|machi|mura|fu|ken)\b"
_LOTS = r"(?<![\d-])\d{1,4}-\d{1,4}(?:-\d{1,4}){0,2}+(?![\d-])"
_PART = r"(?:,?\s[A-Z][A-Za-z-]{1,30})"
_ADDRESS_IN_LETTERS = re.compile(
    rf"{_LOTS}{_PART}{{0,2}},?\s{_CITY}{_PART}{{0,2}}|(?:\b[A-Z][a-z]{{1,20}},\s)?\b{_CITY}{_PART}{{0,2}},?\s{_LOTS}{_PART}?"
)  # 1-8-3 Suimon, Ota-ku, Tokyo
_WORD = r"(?!(?:in|on|the|a|an|at|per|for|of|by|to|and|or|from|with)\b)[A-Za-zÀ-ɏ.'’-]{1,20}+\s"
_ADDRESS = re.compile(
    rf"(?<![\w.,-])\d{{1,6}}[A-Za-z]?\s(?:{_WORD}|\d{{1,3}}(?:st|nd|rd|th)\s){{1,4}}"
    r"(?:(?i:street|avenue|road|lane|boulevard|terrace|parkway|highway|st|ave|rd|ln|blvd|pkwy|hwy)|(?:Dr|Drive|Way|Court"
    r"|Ct|Place|Pl|Square|Sq))\b\.?(?:,?\s(?i:suite|ste|apt|unit|floor|fl|flat)\.?\s?\w{1,6})?"
    r"(?i:(?:,\s?[a-z][a-z .'’-]{1,30}){0,3},?\s(?:(?:[a-z]{2}\s)?\d{5}(?:-\d{4})?"
    r"|[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2})\b)?"
    r"|(?i:\bp\.?\s?o\.?\sbox\s\d+)"
    r"|\b[\wß-]{2,30}(?:straße|strasse|str\.|gasse|weg)\s\d{1,4}[a-z]?\b(?:,?\s\d{5}\s\w+)?"
    r"|\b\d{1,4},?\s(?:rue|avenue|boulevard|chemin|quai)\s(?:[\wÀ-ɏ'’-]{1,20}+\s?){1,4}"
)
_KANJI = "〇零一二三四五六七八九"
_DIGIT_WORD = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"
_PHONE = re.compile(
    r"(?:\+[\s(-]?|(?<![\d.,])\(?(?=0(?![.,]\d)))\d(?:(?:[\s\-./_*・の‒―─ー()]{0,3}|,)\d){6,}+"  # one for sure
    r"|(?<!\d)\(?\d(?:[ \t\-./_*・の‒―─ー()]{0,3}\d){6,}+"
    rf"|[{_KANJI}](?:[\s\-.・のー]?[{_KANJI}]){{6,}}+"
    rf"|\b(?:{_DIGIT_WORD}\b[\s,.-]{{0,3}}){{7,}}+",
    re.IGNORECASE,
)
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_DATE = (
    rf"(?:{_YEAR}[-/.]{_MONTH}[-/.]{_DAY}|{_DAY}[-/.]{_MONTH}[-/.]{_YEAR}|{_MONTH}[-/.]{_DAY}[-/.]{_YEAR}"
    rf"|{_YEAR}(?:{_MONTH}{_DAY}|[-/.]{_MONTH})?|{_MONTH}/{_DAY})"
)
_HOUR = r"(?:[01]?\d|2[0-4])"
_TIMES = re.compile(
    rf"\(?{_DATE}\)?(?:[ -]{{1,3}}{_DATE})*(?:\s{_HOUR}(?:-{_HOUR})?)?"
    r"|[1-9]\d{0,2}0{2,3}\s?-\s?[1-9]\d{0,2}0{2,3}"
)
_COUNTED = re.compile(
    r"\s?(?:円|万|億|千|ドル|ユーロ|[個台名人件社本枚回行%時]|(?:yen|dollars|euros?|usd|jpy|eur|gbp|people|employees|staff|users"
    r"|seats|units|pieces|pcs|sensors|devices|rows|records|items|orders|customers|leads|messages|requests)\b)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[¥$€£]\s?$")
_PARTED = r"[1-9]\d{0,2}(?:,\d{3})++"
_AMOUNT = re.compile(rf"\(?(?:{_PARTED}(?:\s?-\s?{_PARTED})?|[1-9]\d{{0,8}}+|[1-9]\d*0{{3}})(?:\.\d{{1,2}})?")
"""What an amount or a count looks like; parted in any other way it is a number to call."""


_OWN_NAME = re.compile(
    r"((?i:\bje (?:m['’]appelle|suis)|\bich (?:hei(?:ß|ss)e|bin)|\bmein name ist"
    r"|\bme llamo|\bmi nombre es|\bsoy|\bmi chiamo"
    r"|\bsono|\bme chamo|\bmeu nome é|\bik (?:ben|heet)|\btôi (?:tên )?là|\btên tôi là|\bnama saya"
    r"|\bcordialement|\bmit freundlichen grüßen|\bviele grüße|\bsaludos|\batentamente|\bcordiali saluti"
    r"|\bmet vriendelijke groet|\batenciosamente)[,\s]{1,4})[A-ZÀ-Þ][\w'’-]{1,30}(?: [A-ZÀ-ÞĐ][\w'’-]{1,30}){0,3}"
    r"|(我叫|我的名字是)[一-鿿]{2,4}"
)
"""Who introduces themselves in a language whose names nothing here reads."""
_AFTER_A_NAME = r"(?=\s?(?:です|でござ|と申|と言|といい|様|さん|さま|氏|より|、|。|$))"


def private(text: str, *, names: Sequence[str]) -> str:
    """Replace addresses, telephone numbers and the contact's names by placeholders, in one spelling (NFKC)."""
    text = without_mails(normalise(text).text, mark="[[email]]")
    for place in (_ADDRESS_JA, _ADDRESS_IN_LETTERS, _ADDRESS):
        text = place.sub("[[address]]", text)
    text = without_numbers(text, mark="[[phone]]")
    text = _OWN_NAME.sub(lambda found: f"{found[1] or found[2]}[[name]]", text)
    for name in names:
        text = re.sub(_whole(name), "[[name]]", text, flags=re.IGNORECASE)
    return text


def without_mails(text: str, *, mark: str) -> str:
    """Return `text` with `mark` for every e-mail address, also one that is spelled out."""
    return _SPELLED_MAIL.sub(mark, _MAIL.sub(mark, _QUOTED_AT.sub("@", text)))


def without_numbers(text: str, *, mark: str) -> str:
    """Return `text` with `mark` for every run of seven digits or more that is no date, amount or count."""

    def hidden(found: re.Match[str]) -> str:
        if _TIMES.fullmatch(found[0]):
            return found[0]
        counts = _COUNTED.match(text, found.end()) or _MONEY.search(text[max(0, found.start() - 2) : found.start()])
        return found[0] if counts and _AMOUNT.fullmatch(found[0]) else mark

    return _PHONE.sub(hidden, text)


def _whole(name: str) -> str:
    if name.isascii():
        return rf"\b{re.escape(name)}\b" if len(name) > 1 else r"(?!)"
    return re.escape(name) + (_AFTER_A_NAME if len(name) == 1 else "")
