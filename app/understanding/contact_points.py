"""Addresses and numbers where the prospect can be reached: e-mail after NFKC, phones in E.164."""

import re
from functools import cache
from types import ModuleType

from app.understanding.normal import any_of

_LOCAL = r"[A-Za-z0-9][A-Za-z0-9._%+\-]*"
_DOMAIN = r"[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?"
_AT = (
    r"(?:\s?@\s?|\s?[\[({<]\s?(?:at|アット(?:マーク)?|@)\s?[\])}>]\s?"
    r"|\s?(?:アットマーク|あっとまーく|アット|あっと)\s?|\s+at\s+)"
)
_DOT = r"(?:\.|\s?[\[({<]\s?(?:dot|ドット|\.)\s?[\])}>]\s?|\s?(?:ドット|どっと|てん)\s?|\s+dot\s+)"
_EMAIL = (
    rf"(?<![A-Za-z0-9._%+\-])(?P<local>{_LOCAL}(?:(?:\s+dot\s+|\s?ドット\s?|\s?[\[(]dot[\])]\s?){_LOCAL})*)"
    rf"(?P<at>{_AT})(?P<domain>{_DOMAIN}(?:{_DOT}{_DOMAIN})+)(?![A-Za-z0-9])"
)
# An address with its sign is looked for first: "you get me at k.osei@…" is not spelled.
_WRITTEN_EMAIL = (
    rf"(?<![A-Za-z0-9._%+\-])(?P<local>{_LOCAL})(?P<at>\s?@\s?)"
    rf"(?P<domain>{_DOMAIN} ?\.{_DOMAIN}(?:\.{_DOMAIN})*)(?![A-Za-z0-9])"
)
_SPOKEN_SEPARATORS = (
    (re.compile(r"(?<=[A-Za-z0-9])\s?(?:アンダーバー|アンダースコア|\bunderscore\b)\s?(?=[A-Za-z0-9])", re.I), "_"),
    (re.compile(r"(?<=[A-Za-z0-9])\s?(?:ハイフン|\b(?:dash|hyphen)\b)\s?(?=[A-Za-z0-9])", re.I), "-"),
)
# Whose address it is not: up to it no word turns back to the writer ("my boss is away so use …").
_UP_TO_IT = r"(?:(?!\b(?:so|but|me|i|i'?m|myself|please|use)\b|私|わたし|自分|継い|ので|ため|けど)[^.,、。\n]){0,25}\Z"
_OTHERS_BEFORE = (
    r"(?:\bcc:?\b|(?<!\bi'm )(?<!\bim )(?<!\bi am )(?<!\bas )"
    r"(?:\b(?:my|our|his|her|their|your)|(?<!, )\bthe) (?:\w+ )?(?:colleague|boss|manager"
    r"|co-?worker|assistant|admin|accountant|secretary|partner)s?\b"
    r"|instead of|don'?t (?:use|send)|\bwrong\b|\bold\b|\bignore\b|\bprevious\b|formerly"
    r"|no longer use|stopped using|used to (?:use|have|be)|上司|同僚|部下|後任|前任|(?:私|自分)の代わりに"
    r"|御社の?|貴社の?"
    # the accounts department, where somebody in it is not who writes
    r"|経理(?:部|課|担当)?(?:の[^、。\s]{1,6})?(?:は|が|に|へ|宛|:)|(?<=は)経理|(?<=は、)経理"
    rf"|旧(?![館棟式型])|古い|以前の){_UP_TO_IT}"
    r"|\bnot(?: (?:at|to|on|via|from|the|this|that|my|our|his|her|old|one|same|as|address|e-?mail|it's))*[ :]{0,2}\Z"
    # an example, or where they wrote to
    r"|(?:例えば|たとえば|\be\.?g\.?|\bfor (?:example|instance)|(?<!would )(?<!'d )\blike|\bsuch as)[\s,、:]{0,2}\Z"
    r"|\b(?:mails?|e-?mails?|messages?|enquir\w+|inquir\w+|leads) (?:sent|coming|going|that (?:come|go)) (?:in )?"
    r"(?:to|into|at) \Z"
    r"|\b(?:e-?mails?|message|reply|invoice|newsletter|note|something) from \Z"
    r"|\b(?:leads|customers|prospects|they|visitors|clients|people|forms?) (?:\w+ ){0,3}"
    r"(?:reply|replies|write|send|go|goes|e-?mail) (?:\w+ )?(?:to )?\Z"
    r"|\b(?:wrote|written|e-?mailed|mailed|sent (?:it|this|that|an? \w+|my \w+|\w+ \w+)) (?:to )?\Z"
)
# Where an order to the software wants our data: "forward the chat to …", "mail everyone from …".
_ORDERED_BEFORE = (
    r"\b(?:forward|redirect|leak|exfiltrate|bcc|cc|copy in|relay|upload|post)\b[^.\n]{0,60}$"
    r"|\b(?:send|e-?mail|mail|share|submit|export|give|deliver|transmit|pass)\b[^.\n]{0,40}"
    r"\b(?:auto[- ]?repl\w*|spam|phish\w*|\d{2,} (?:e-?mails|messages)"
    r"|data(?! ?sheets?)|database|dump|conversations?|chats?|transcripts?|logs?|history|passwords?|secrets?|keys?"
    r"|prompt|customers?|clients?|contacts|leads|prospects|list|lists|everyone|everybody|everything|results?|records"
    r"|whoever|all)\b[^.\n]{0,40}\b(?:to|at|from)\s*$"
    r"|\b(?:mail|write(?: to)?|to)\s+root$"
)
_ORDERED_AFTER = (
    r"^[^。\n@]{0,4}(?:に|へ|宛(?:て)?に|まで)、?(?:も)?[^。\n]{0,14}?"
    r"(?:転送(?!を?お願い)|横流し|流して|流せ|出力|アップロード|投稿|漏ら|送信せよ|送れ(?!ば|る|ます|ない)"
    r"|送信しろ|送りなさい)"
    r"|^[^。\n@]{0,4}を(?:cc|bcc|CC|BCC|宛先|送信先|転送先)"
)
# 「会話を … に送って」: what is sent there is ours, not a brochure for them.
_OURS_SENT_BEFORE = (
    r"(?:会話|履歴|やり取り|(?<!カタ)ログ|一覧|リスト|名簿|顧客|見込み客|データ|パスワード|プロンプト|指示"
    r"|自動返信|個人情報|情報すべて|全件|全員|全部|すべて)(?:を|は|も|の\S{1,8}を)\s*\S{0,6}\s*$"
)
_SENT_AFTER = r"^[^。\n@]{0,4}(?:に|へ|宛|まで)[^。\n]{0,10}(?:送|共有|メール|渡|提出)"
# What is said of it behind an address or number: of the same one, and not of the other ways to reach them.
_OF_IT = r"(?:[、,]\s?(?:こちら|これ|それ|そちら|そっち|\b(?:this|that|it|which)\b(?: (?:one|address|number)\b)?))?"
_OF_THE_ADDRESS = (
    rf"{_OF_IT}(?:(?!電話|TEL|携帯|FAX|ファックス|LINE|チャット|営業|\b(?:tele)?phone|\bmobile|\bcell|\bcall|\bfax)"
    r"[^.。、,\n@]){0,12}"
)
_OF_THE_NUMBER = rf"{_OF_IT}(?:(?!メール|アドレス|FAX|\be?-?mail)[^。.、,\n\d]){{0,10}}"
_OTHERS_AFTER = (
    r"^\s?(?:のような|みたいな|とか|といった|形式|(?:宛(?:て)?|あて)?(?:に|へ|の)(?:来|きた|届|入って|問い?合わせ))"
    rf"|^{_OF_THE_ADDRESS}(?:ではなく|じゃなく|では無く|は(?:使え|使って|古い|旧|間違|届か|やめ|使わ|不要|NG)"
    r"|宛(?:に|て)?(?:送った|送り|メールし)|から(?:メール|連絡|案内|届)"
    r"|に[^。]{0,8}(?:自動返信|大量|スパム|\d+通|何度も)"
    r"|\s*(?:has |have |had |just |keeps? )*(?:e-?mail(?:ed|s|ing)? (?:me|us)|wrote|contacted"
    r"|mailed|sent (?:me|us)|spamm)"
    r"|is (?:automated|old|wrong|my (?:boss|colleague|manager|assistant)|no longer"
    r"|dead|invalid|his|her)|bounce|doesn'?t work|was wrong|used to"
    # not checked at weekends is in use all the same
    r"|is(?: not|n'?t)\b(?! (?:always|checked|read|monitored|looked|watched)))"
)
# Among several, theirs is the one they call so.
_MINE_BEFORE = (
    r"(?:\bi'm(?: at)?|\bi am(?: at)?|\bmine(?: is|:)|\bmy (?:own |work )?(?:e-?mail|address)(?: is|:)?"
    r"|\breach me(?: at)?|私(?:は|の(?:アドレス|メール)は|宛))\s*\(?\Z"
)
_MACHINE = re.compile(r"^(?:root@|no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounce)", re.I)

# 「048-555-0199 3時ごろ」 "03-5550-0123 4 people": what is counted behind a number is none of its digits.
COUNTED = (
    r"\s+\d{1,3}\s?(?:時|分|日(?!中(?!に))|月(?!曜)|年|人(?!事)|名|台|個|[かヶケ箇]所|F\b|[:~/]|-\d{1,2}(?!\d)|[ap]\.?m\b|o'?clock"
    r"|(?:people|persons|staff|users|sensors|pumps|motors|machines|units|minutes?|hours?|days?)\b)"
)
# A telephone number wherever it stands, its country and area included.
NUMBER = rf"\+?\(?\d(?:(?!{COUNTED})[\d\-() ]){{7,}}\d"
_PHONE = re.compile(
    r"(?:(?<![\dA-Za-z@.#\-/])|(?<=TEL)"
    r"|(?<=[Tt]el))(?:\+\s?\d{1,3}[\s\-.(]*)?\(?\d"
    rf"(?:(?!{COUNTED})[\s\-.()]{{0,2}}\d){{8,13}}(?![\d@]|\.\d)"
)
# Where too few digits are left without what seems to be counted: 「045 555 01 23 時間外でも」
_WHOLE_PHONE = re.compile(r"(?<![\dA-Za-z@.#\-/])0\d(?:[\s\-.()]{0,2}\d){8,9}(?![\d@]|\.\d)")
_KANJI_NUMBER = re.compile(r"[〇零](?:[のー\-]?[〇零一二三四五六七八九]){9,10}")
_KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_NUMBER_OF = (
    r"(?:(?<=[一-鿿ァ-ヶーA-Za-z])番号|No\.?|#|ID|コード|型番|伝票|(?:注文|発注|契約|見積|請求)書?|顧客|会員|チケット|受付|管理"
    r"|お?問い?合わせ|製造|製品|機器|郵便|口座"
    r"|法人番号|FAX|ファックス|fax|order|ticket|invoice|case|ref(?:erence)?|account|customer|serial"
    r"|model|contract|tracking|quote|PO)\s*(?:no\.?|number|num|id|の?番号)?\s*(?:is|は|が|:|#|の|:)?\s*$"
)
_PHONE_WORD = re.compile(
    r"(?:電話|携帯|直通|内線|TEL|phone|mobile|cell|連絡先)(?:の?番号)?\s*(?:is|は|:|が|の|:)?\s*$", re.I
)
_OTHERS_PHONE_BEFORE = (
    r"(?:代表電話|御社の?(?:番号|電話)?|貴社|フリーダイヤル"
    r"|your (?:number|hotline|(?:support |phone )?line|office|toll[- ]free)"
    r"|called you (?:at|on)|you called"
    r"|\b(?:ad|site|website|page|flyer|card|voicemail) (?:said|says|lists|shows)"
    r"|宛|someone (?:else )?called from)[^。.\n]{0,12}$"
)
_OTHERS_PHONE_AFTER = (
    rf"^{_OF_THE_NUMBER}(?:から(?:着信|電話|掛|か)|に(?:かけた|掛けた|電話した|架電)"
    r"|は(?:つなが|使われて|間違|古い|使え)|ではなく|じゃなく|is (?:wrong|old|not)"
    r"|keeps calling)"
)


@cache
def _phonenumbers() -> ModuleType:
    """Load the number plans on the first message that holds a number."""
    import phonenumbers

    return phonenumbers


def emails(text: str) -> list[str]:
    """Return the addresses in the text that may be the prospect's own, in lower case."""
    own: list[str] = []
    mine: list[str] = []
    for pattern, sign in _SPOKEN_SEPARATORS:
        text = pattern.sub(sign, text)
    written = any_of(_WRITTEN_EMAIL)
    for match in (written if written.search(text) else any_of(_EMAIL)).finditer(text):
        spelled = match["at"].strip().lower() == "at"
        if spelled and not re.search(
            r"\bdot\b|\.(?:com|net|org|io|jp|example|test|co|biz|info|eu|de|uk|us|dev|ai)\b", match["domain"], re.I
        ):
            continue
        address = _written(match["local"]) + "@" + _written(match["domain"])
        before, after = text[: match.start()], text[match.end() :]
        if _MACHINE.match(address) or re.search(_OTHERS_BEFORE, before, re.I) or re.match(_OTHERS_AFTER, after, re.I):
            continue
        if _ordered(before, after):
            continue
        own.append(address)
        if re.search(_MINE_BEFORE, before, re.I):
            mine.append(address)
    return mine or own


def _ordered(before: str, after: str) -> bool:
    """Is the address where the software is ordered to send our data?"""
    if any_of(_ORDERED_BEFORE).search(before) or any_of(_ORDERED_AFTER).search(after):
        return True
    return any_of(_OURS_SENT_BEFORE).search(before) is not None and any_of(_SENT_AFTER).search(after) is not None


def email(text: str) -> str | None:
    """Return the prospect's own address: the last one of a correction, otherwise the first."""
    own = emails(text)
    if not own:
        return None
    return (
        own[-1]
        if re.search(r"間違|訂正|正しく|正しい|変更|sorry|typo|correct|i meant|actually|rather", text, re.I)
        else own[0]
    )


def _written(spelled: str) -> str:
    return re.sub(r"\s", "", any_of(_DOT).sub(".", spelled)).lower().strip(".")


def phone(text: str) -> str | None:
    """Return the prospect's own number in E.164; order and contract numbers are none."""
    plain = _KANJI_NUMBER.sub(lambda match: match.group().translate(_KANJI_DIGITS), text)
    plain = re.sub(r"(?<=\d)[のー](?=\d)", "-", plain)
    for match in (*_PHONE.finditer(plain), *_WHOLE_PHONE.finditer(plain)):
        before, after = plain[: match.start()], plain[match.end() :]
        if re.search(_OTHERS_PHONE_BEFORE, before, re.I) or re.match(_OTHERS_PHONE_AFTER, after, re.I):
            continue
        if re.search(_NUMBER_OF, before, re.I) and not _PHONE_WORD.search(before):
            continue
        if number := _e164(match.group()):
            return number
    return None


def _e164(written: str) -> str | None:
    numbers = _phonenumbers()
    written = re.sub(r"^(?=[789]0[ -]?\d{4}[ -]?\d{4}$)", "0", written.strip())  # 「90-1234-5678」
    digits = re.sub(r"\D", "", written)
    region = "GB" if digits.startswith("020") else "JP" if digits.startswith("0") else "US"
    if region == "JP" and "+" not in written and not re.fullmatch(r"0\d{9,10}", digits):
        return None
    try:
        parsed = numbers.parse(written, region)
    except numbers.NumberParseException:
        return None
    if not numbers.is_possible_number(parsed):
        return None
    return str(numbers.format_number(parsed, numbers.PhoneNumberFormat.E164))
