"""What a web form says, whoever built it: names of fields in two languages, what we need of them, what is wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MOST_CHARS = {"name": 100, "reading": 100, "company": 200, "role": 200, "email": 254, "phone": 60}
MOST_REST = 30
REST_CHARS = 500
NO_CHOICE = ("other", "その他")
WANTS = ("document", "quote", "meeting")

ALIASES = {
    "name": "name fullname yourname contactname customername お名前 名前 氏名 ご氏名 担当者 ご担当者 担当者名"
    " ご担当者名 ご担当者様名 担当者氏名 お客様名 ご芳名",
    "family": "lastname familyname surname sei 姓 名字 苗字",
    "given": "firstname givenname mei 名",
    "reading": "reading kana furigana yourkana namekana yourfurigana フリガナ ふりがな カナ かな お名前フリガナ"
    " 氏名フリガナ 氏名カナ お名前カナ 氏名ふりがな お名前ふりがな",
    "company": "company companyname yourcompany organization organisation organizationname 会社名 会社 貴社名 御社名"
    " 企業名 法人名 団体名 組織名 会社団体名 会社名団体名 勤務先 勤務先名 社名",
    "role": "role department jobtitle position 部署 部署名 所属 所属部署 役職 役職名 お役職 部署役職 部署名役職名",
    "email": "email mail emailaddress mailaddress youremail yourmail メール メールアドレス eメール eメールアドレス"
    " 電子メール ご連絡先メールアドレス",
    "phone": "phone tel telephone phonenumber telephonenumber yourtel yourphone mobile mobilephone 電話 電話番号"
    " お電話番号 tel番号 連絡先電話番号 ご連絡先電話番号 携帯電話 携帯電話番号",
    "message": "message yourmessage body comment comments inquiry enquiry question questions content contents details"
    " subject yoursubject 件名 題名 内容 本文 お問い合わせ内容 お問合せ内容 お問合わせ内容 問い合わせ内容 ご相談内容"
    " ご質問 ご質問内容 ご質問ご要望 ご要望 備考 メッセージ コメント 詳細",
    "wants": "wants want inquirytype enquirytype category type yourmenu 種別 お問い合わせ種別 お問合せ種別"
    " お問い合わせ項目 お問合せ項目 お問い合わせの種類 ご用件 用件 ご希望 希望内容",
    "lang": "lang language locale 言語",
    "client_id": "clientid",
    "page": "page pageurl",
    "visitor": "visitor",
    "notice": "notice",
    "trap": "url2",  # machines fill whatever sounds like an address; no company asks for a second one
    "": "utf8 authenticitytoken csrf csrftoken csrfmiddlewaretoken grecaptcharesponse hcaptcharesponse"
    " cfturnstileresponse submit send button 送信 送信する 確認",
}
FIELDS = {alias: field for field, aliases in ALIASES.items() for alias in aliases.split()}
NOISE = re.compile(r"[\s\-_.:：・*＊※\[\]()（）【】/／]+|必須|任意|required|optional")
CHOICES = {
    "document": re.compile(r"document|brochure|catalog|download|資料|カタログ|パンフレット", re.I),
    "quote": re.compile(r"quot|estimate|pric|cost|見積|料金|価格|費用", re.I),
    "meeting": re.compile(r"meeting|talk|call|demo|consult|introduc|相談|打ち?合わ?せ|商談|デモ|説明", re.I),
}
# the address as HTML's input type=email takes it, with a dot in the domain; 64 + 255 octets by RFC 5321 §4.5.3.1
EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{1,62}"
)
CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as somebody filled it in; `rest` are the fields we have no place for, by their own names.

    `trap` is the field that no person sees.
    """

    name: str = ""
    reading: str = ""
    company: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    message: str = ""
    wants: tuple[str, ...] = ()
    lang: str = ""
    client_id: str = ""
    page: str = ""
    visitor: str = ""
    notice: str = ""
    trap: str = ""
    rest: tuple[tuple[str, str], ...] = ()


def read(pairs: Iterable[tuple[str, str]], *, names: Mapping[str, str]) -> Filled:
    """Return what the fields say. `names` maps the form's own names to ours and goes before our table; "" leaves a
    field out. A field that comes twice is joined: subject and message, department and title.
    """
    own = {_plain(name): field if field in ALIASES else "" for name, field in names.items()}
    found: dict[str, list[str]] = {}
    rest: list[tuple[str, str]] = []
    for name, value in pairs:
        field = own.get(_plain(name), FIELDS.get(_plain(name)))
        said = text(value) if field in ("message", None) else _line(value)
        unknown = field is None or (field == "wants" and not codes(said) and said.lower() not in NO_CHOICE)
        if unknown and said and not name.startswith("_"):
            rest.append((_line(name)[:100], said[:REST_CHARS]))
        elif field and said:
            found.setdefault(field, []).append(said)
    email = unicodedata.normalize("NFKC", "".join(found.pop("email", [])[:1])).lower()
    chosen = {code for said in found.pop("wants", []) for code in codes(said)}
    message = "\n".join(found.pop("message", []))
    number = unicodedata.normalize("NFKC", " ".join(found.pop("phone", [])))
    found.setdefault("name", [_whole_name(found.pop("family", []), found.pop("given", []))])
    return Filled(
        **{field: " ".join(said) for field, said in found.items() if field not in ("family", "given")},
        email=email,
        phone=number,
        message=message,
        wants=tuple(code for code in WANTS if code in chosen),
        rest=tuple(rest[:MOST_REST]),
    )


def problems(filled: Filled, *, most_chars: int) -> dict[str, str]:
    """Return what keeps the form from being taken: a field and the code of what is wrong with it."""
    found: dict[str, str] = {}
    for field, most in MOST_CHARS.items():
        if len(getattr(filled, field)) > most:
            found[field] = "too_long"
    if not filled.email:
        found["email"] = "email_missing"
    elif "email" not in found and not EMAIL.fullmatch(filled.email):
        found["email"] = "email_invalid"
    if len(filled.message) > most_chars:
        found["message"] = "too_long"
    elif not filled.message and not filled.wants:
        found["message"] = "message_missing"
    return found


def codes(choice: str) -> tuple[str, ...]:
    """Return our codes for a choice in the form's own words; none for a choice we do not know."""
    return tuple(code for code, words in CHOICES.items() if words.search(choice))


def _plain(name: str) -> str:
    """Return a field's name without what only decorates it: case, width, brackets, "required"."""
    return NOISE.sub("", unicodedata.normalize("NFKC", name).casefold())


def text(value: str) -> str:
    """Return a value with its lines, without control characters or halves of characters."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        "\ufffd" if "\ud800" <= sign <= "\udfff" else sign
        for sign in lines
        if sign in "\n\t" or unicodedata.category(sign) != "Cc"
    ).strip()


def _line(value: str) -> str:
    return " ".join(text(value).split())


def _whole_name(family: list[str], given: list[str]) -> str:
    parts = [*family, *given] if CJK.search("".join([*family, *given])) else [*given, *family]
    return " ".join(parts)
