"""What the prospect wants with this message, several at once, most urgent first."""

import re

from app.understanding import intent_words_en as en
from app.understanding import intent_words_ja as ja
from app.understanding import support_words, unwelcome_words_en, unwelcome_words_ja
from app.understanding.classifier import CLEARLY, LABELS, Label, belongs, scores
from app.understanding.evidence import may_stand
from app.understanding.facts import Asked, Challenge, ContactData, Timing
from app.understanding.identity import asks_who
from app.understanding.normal import any_of, sentences
from app.understanding.not_meant import NOT_MEANT
from app.understanding.questions import ONE_THING, asks_in_form
from app.understanding.stance import threatens, turns_down
from app.understanding.support import device_fails, fails_customer, is_customer, is_support, of_others

# In the order in which several intents are reported: what must be acted on first comes first.
_ORDER = (
    "prompt_injection",
    "opt_out",
    "request_human",
    "complaint",
    "abusive",
    "spam_or_sales_pitch",
    "job_application",
    "existing_customer_support",
    "ask_case_study",
    "ask_price",
    "ask_integration",
    "ask_security",
    "request_document",
    "request_demo_meeting",
    "ask_product",
)
# Letters that a question holds: one more than this, or than this where it begins like a shrug.
SHORTEST, LONGEST_VAGUE = 5, 8
# By the letters that a text must hold for a term to stand in it.
_JAPANESE = re.compile(r"[ぁ-ヿ一-鿿]")
_LATIN = re.compile(r"[A-Za-z]")
_TABLES = (
    (_JAPANESE, (ja.INTENTS, unwelcome_words_ja.INTENTS)),
    (_LATIN, (en.INTENTS, unwelcome_words_en.INTENTS)),
)
_INTENTS = {
    name: tuple(
        (letters, tuple(term for table in tables for term in table.get(name, ()))) for letters, tables in _TABLES
    )
    for name in _ORDER
}
_LEARNED: dict[str, Label] = {label: label for label in LABELS if label in _ORDER}
# What a buyer asks of us with the same verbs: to write, to apply, to give.
_ORDERS = ("prompt_injection", "job_application", "request_human")
_NEVER_A_BUYER = ("prompt_injection", "spam_or_sales_pitch", "job_application")
# What people say together with anything else.
_BESIDE = ("opt_out", "complaint", "request_human")
_SMALLTALK = (*ja.SMALLTALK, *en.SMALLTALK)
_VAGUE = (*ja.VAGUE, *en.VAGUE)
_HEADCOUNT = (*ja.HEADCOUNT, *en.HEADCOUNT)
# A wish or question, against which a product question is weighed.
_QUESTION = (*ja.QUESTION, *en.QUESTION)

# A more special question makes the general one silent; so does anything that is not a sales conversation.
_SPECIAL_QUESTIONS = (
    "ask_price",
    "ask_case_study",
    "ask_integration",
    "ask_security",
    "request_document",
    "request_demo_meeting",
)
_NOT_A_SALE = (
    "prompt_injection",
    "spam_or_sales_pitch",
    "job_application",
    "existing_customer_support",
    "abusive",
    "opt_out",
)
_MORE = support_words.MORE
_GREETING = re.compile(
    (
        r"^(?:(?:いつも|大変)?お世話に(?:なって(?:おり|い)ます|なります)|はじめまして|初めまして|こんにちは"
        r"|こんばんは|おはようございます|ありがとうございます"
        r"|(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks|thank you)"
        r"(?: (?:there|all|team|so much|for [^.,!\n]{1,30}(?=[.,!\n]|$)))?)[\s。、,.!]*"
    ),
    re.I,
)


# What leaves nothing of a sale: what may stand beside each of them, and in which order.
_RULING = {
    "prompt_injection": ("prompt_injection",),
    "spam_or_sales_pitch": ("opt_out", "spam_or_sales_pitch"),
    "job_application": ("opt_out", "abusive", "job_application"),
    "opt_out": ("complaint", "opt_out", "abusive"),
}
_ADDRESS = re.compile(r"[\w.+\-]+@[\w.\-]+")
_MEETING = re.compile(
    r"デモ|demo|\b(?:video|zoom|teams|online|web)[- ](?:call|chat|session)|打ち?合わ?せ|meeting|日程|schedul|book", re.I
)
# Who complains that nobody called has not asked for somebody else.
_WAITED = re.compile(
    (
        r"いつになったら|いつまで|まだ(?:です|来|連絡)|来ない|もらえ(?:て)?(?:い)?な|\b(?:nobody"
        r"|no one|never|still|haven't)\b"
    ),
    re.I,
)
# What an order to the software speaks of: who asks for none of it asks about the thing.
_OF_THE_SOFTWARE = re.compile(
    r"指示|命令|ルール|規則|制約|制限|プロンプト|システム|設定|モード|役割|秘密|内部|中身|鍵|パスワード|他社|他の"
    r"|ほかの|顧客"
    r"|お客|名簿|一覧|あなた|あんた|お前|君|AI|ボット|出力|表示|見せ|教え|言[っいえわ]|書[いけ]|答え|返|誰|だれ"
    r"|どなた|アドレス|連絡先|チャット"
    r"|\b(?:you\w*|u|ur|instruct\w*|prompts?|rules?|ignor\w*|forget|pretend|roles?|modes?|secrets?|keys?|passwords?"
    r"|tokens?|debug|admin\w*|developers?|system|hidden|internal|above|say|tell|show|print|repeat|reveal|output"
    r"|write|list|translate|customers?|clients?|other|ai|bot|me)\b",
    re.I,
)
# What an application speaks of: who names none of it applies for a trial, or asks in which language we answer.
_OF_WORK = re.compile(
    r"採用|求人|求職|就職|就活|転職|復職|職|働|はたら|実習|会社説明会|一員|O[BG]訪問|適性検査|志望|ぼしゅう"
    r"|カジュアル面談"
    r"|勤|仕事|インターン|新卒|中途|卒|学生|面接|選考|履歴|経歴|経験|キャリア|入社|社員"
    r"|応募|エントリー|バイト|パート|雇|人事|エンジニア|デザイナー|ポジション|募集|ポートフォリオ|スカウト|内定"
    r"|給[料与]"
    r"|\b(?:need people|jobs?|trainees?|semester|first day"
    r"|work\w*|hir(?:e|es|ing)|careers?|intern\w*|positions?|roles?|vacanc\w+|openings?|cv|resume|résumé|appl\w+"
    r"|recruit\w*|graduat\w*|degree|student|engineers?|developers?|salar\w+|join\w*|employ\w*|portfolio|cover letter"
    r"|candidates?|talent|interview\w*|experience|freelanc\w*|apprentic\w*|(?:part|full)[- ]time|stud(?:y"
    r"|ies|ying))\b",
    re.I,
)
# Who wants none of these may want something else of us: 「営業電話はお断りですが資料はほしい」
_MARKETING = re.compile(
    r"メルマガ|メールマガジン|ニュースレター|営業(?:の)?(?:お?電話|メール|連絡|訪問)|セールス(?:の)?(?:お?電話|メール)"
    r"|\bnewsletters?\b|\b(?:sales|marketing|promo\w*) (?:calls?|e-?mails?|mails?|messages?|visits?)\b",
    re.I,
)
_BREAK = re.compile(r"(?<=[すいたん])(?:けれども|けれど|けど|が)、?|[。.!?\n]|\bbut\b|\bthough\b", re.I)
# Who has the money, looks for a supplier or would have it explained.
_BUYER = re.compile(
    r"予算(?:は|が|も)?(?:もう|すでに|既に)?(?:取れ|下り|ついて|付いて|確保|承認|あり)|(?:稟議|決裁)(?:は|が|も)?"
    r"(?:もう|すでに|既に)?(?:下り|通り|おり)(?:まし|て|た)"
    r"|(?:業者|ベンダー|メーカー|仕入れ?先|委託先)(?:さん)?(?:を|の)(?:探し|選定|選ん|検討|比較)"
    r"|(?:承認|稟議|決裁|予算)(?:され|が(?:下り|出|取れ|通れ?|付け?|つけ?|おり))(?:れば|ば|たら|次第)"
    r"|(?:御社|貴社|そちら)の(?:センサー|製品|機器|装置)(?:を|は|が)[^。]{0,24}(?:[付着つ]け|使え|使い|設置|買え|購入)"
    r"|(?:工場|店|旅館|ホテル|農園|製作所|パン屋|醸造所)(?:を(?:やって|営ん|経営)|で(?:働|設備|保全|機械))"
    r"|(?:ご?説明|ご?紹介|ご?提案|お?話)(?:を|の|に)(?:お願い|いただけ|頂け|お聞かせ|聞かせ|伺[いえう]|受け)"
    r"|(?:他社|よそ|競合)(?:さん|様)?(?:は|では|だと|から)[^。]{0,12}\d"
    r"|\bquoted (?:me|us)\b"
    r"|\b(?:if|once|when) (?:it|this|that|the \w+|my \w+|our \w+)(?:'s| is| gets| has been)? (?:approved|agreed"
    r"|signed off|granted|confirmed"
    r"|agrees?|approves?|says? yes|comes? through|goes through)\b"
    r"|\b(?:put|use|mount|install|fit|try|get|buy|place) your (?:sensors?|gateways?|devices?|products?|equipment)\b"
    r"|\bi(?:'m| am)? (?:work|working|run|own|write|writing)(?: you| to you)? (?:in|at|from"
    r"|an?) [\w' ]{0,30}\b(?:shop|plant|factory|mill|bakery"
    r"|workshop|hotel|brewery|dairy|farm|quarry|foundry|laundry)\b"
    r"|\b(?:headquarters?|head office|parent company|branch|office)\b[^.?!]{0,24}\b(?:can|could|will|would"
    r"|to) (?:buy|purchase|order)\b"
    r"|\b(?:is|'s|sounds|seems|looks) (?:(?:a bit|a little|pretty|rather|quite|too) )?(?:steep|pricey)\b"
    r"|\bbudget(?:'s| is| has been| was) (?:already |now |finally )?(?:approved|there|set|signed|in place|ready)\b"
    r"|\b(?:need|looking for|choosing|after|want|find|picking|shortlist\w*) (?:an? |our |the |some "
    r"|new )*(?:vendors?|suppliers?|providers?|manufacturers?)\b",
    re.I,
)
# Who asks whether a person answers has not asked for one.
_WISHES_ONE = re.compile(
    r"(?:話|しゃべ|相談|電話|対応)[^。?]{0,6}(?:たい|ほし|欲し)|(?:代わ|替わ|変わ|つな|繋|出し|出せ|呼ん"
    r"|回し|お願い|希望|取り次)"
    r"|(?:話|相談)(?:せ|でき)(?:ます|る)(?!て)|(?:では|じゃ)なく"
    r"|\bis there (?:a |any )?(?:real |actual |live )?(?:person|human) (?:there|here|available|around|i can)\b"
    r"|\b(?:want|need|(?:like|love|prefer|rather|wish|able) (?:to )?(?:talk|speak|chat)|let me|get me"
    r"|give me|put me|transfer"
    r"|connect|escalate|hand me|can (?:i|we|you|someone|somebody)|could (?:i|we|you|someone|somebody)"
    r"|may i (?:talk|speak)"
    r"|please (?!tell)|call me|instead|no bots?)\b",
    re.I,
)
_HANDED_OVER = re.compile(
    (
        r"代わ|替わ|変わ|つな|繋|出し|出せ|呼ん|話(?:せ|したい|をさせ)|責任者|上司|\b(?:talk"
        r"|speak|human|person|manager|supervisor|call me)\b"
    ),
    re.I,
)
_NAMED_BESIDE = re.compile(
    r"(?:と|や|、)(?:機能|特徴|違い|仕組み|使い方)|(?:機能|特徴|違い|仕組み|使い方)(?:と|や|、)"
    r"|\b(?:and|,) (?:the )?features\b|\bfeatures and\b"
)


def read_intents(
    text: str, *, timing: Timing, challenges: tuple[Challenge, ...], contact: ContactData, asked: Asked | None
) -> tuple[str, ...]:
    """Return the intents of a message, ("unclear",) when there is none."""
    core = _GREETING.sub("", text) or text
    told = bool(challenges or contact.team_size or contact.role) or timing.kind in ("range", "asap")
    answers = asked is not None and (told or timing.kind != "none" or contact != ContactData())
    who = asks_who(core)
    without_role = core.replace(contact.role, " ") if contact.role else core  # "warehouse supervisor, four people"
    by_words = [name for name in _INTENTS if _says(name, without_role if name == "request_human" else core)]
    found = _learned(by_words, core, told=told)
    if answers:  # to our question: nobody gives an order by the way
        found = [name for name in found if name in by_words]
    found = _weighed(_reconciled(_beside(found, core, who=who), core), core, challenges)
    if who and not found:
        return ("smalltalk",)
    if is_customer(core) and any_of(*_MORE).search(core) and not found:
        found = ["ask_product"]
    if found == ["ask_product"] and len(core) <= 25 and any_of(*_SMALLTALK).search(core) and not _asks_beyond(core):
        return ("smalltalk",)
    if "prompt_injection" in found:
        found += ["give_contact"] if contact.email or contact.phone or contact.name else []
    elif not set(found) & {"spam_or_sales_pitch", "job_application"}:
        found += _given(text, timing=timing, challenges=challenges, contact=contact, intents=found)
    if found:
        return tuple(found)
    chats = any_of(*_SMALLTALK).search(core) is not None or (core != text and not asks_in_form(core))
    if turns_down(core) or (chats and len(core) <= 40 and not _asks_beyond(core)):
        return ("smalltalk",)
    vague = any_of(*_VAGUE).search(core) is not None
    if asks_in_form(core) and (len(core) > (LONGEST_VAGUE if vague else SHORTEST) or ONE_THING.match(core)):
        return ("ask_product",)
    marked = asked is None and any_of(*_QUESTION).search(core) and len(core) > SHORTEST
    return ("ask_product",) if marked and not any_of(*_VAGUE).search(core) else ("unclear",)


def _asks_beyond(text: str) -> bool:
    """Say whether something is asked after the courtesy that a text begins with: "great, do you cover fans?"."""
    courtesy = any_of(*_SMALLTALK).search(text)
    rest = text[courtesy.end() :] if courtesy else ""
    joined = rest.isascii() and re.match(r"\s*[,.;!-]", rest) is None  # "how are you | doing?" is one sentence
    rest = rest.strip(" 、,。.!;-")
    return len(rest) > SHORTEST and not joined and asks_in_form(rest) and not any_of(*_SMALLTALK).search(rest)


def _learned(by_words: list[str], text: str, *, told: bool) -> list[str]:
    """Ask the trained weights too where the word lists know too few, or too many, of the ways to say it.

    Who asks about the offer or has told something of their own (`told`) is a buyer until the weights are surer. A
    doubtful class gives way to a sure one, but for what may well stand beside it in words.
    """
    buys = told or any(name.startswith("ask_") or name == "request_document" for name in by_words)
    goes_to_buy = _BUYER.search(text) is not None

    of_a_thing = asks_in_form(text) and not _OF_THE_SOFTWARE.search(text)

    def is_said(name: str) -> bool:
        asks = buys or (of_a_thing and name in ("prompt_injection", "job_application"))

        def belongs_there(said: str) -> bool:
            return belongs(said, _LEARNED[name], by_words=name in by_words, buys=asks)

        if name == "existing_customer_support" and of_others(text):
            return False
        if name in _NEVER_A_BUYER and name not in by_words and goes_to_buy:
            return False
        if name not in by_words and not may_stand(name, text, by_words=by_words):
            return False
        if name not in _ORDERS or not belongs_there(text):
            return belongs_there(text)
        told = _without(text, NOT_MEANT[name])
        works = name != "job_application" or _OF_WORK.search(told) is not None
        return works and belongs_there(told)

    plain = (
        {"complaint", "existing_customer_support"} & set(by_words) if fails_customer(text) or device_fails(text) else ()
    )
    found = [name for name in _ORDER if (name in by_words if name not in _LEARNED or name in plain else is_said(name))]
    heard = {name: scores(text)[_LEARNED[name]] for name in found if name in _LEARNED}
    surest = max(heard.values(), default=0.0)

    def is_sure(name: str) -> bool:
        if name == "opt_out" and name not in by_words and ("existing_customer_support" in by_words or threatens(text)):
            return heard[name] >= 0.0  # what no longer arrives may be missed, and who sues us may want an answer
        most = (0.0 if name in _BESIDE else CLEARLY) - CLEARLY * (name in by_words)
        return (name in _BESIDE and name in by_words) or heard[name] >= min(most, surest - CLEARLY)

    return [name for name in found if name not in heard or is_sure(name)]


def _beside(found: list[str], text: str, *, who: bool) -> list[str]:
    """A threat complains; who asks who is answering wishes for nobody else, unless they say so."""
    if threatens(text) and "abusive" not in found:
        found = [name for name in _ORDER if name in found or name == "complaint"]
    if who and not _WISHES_ONE.search(text) and not belongs(text, "request_human", by_words=False):
        return [name for name in found if name not in ("request_human", "ask_product", "ask_integration")]
    return found


def _says(name: str, text: str) -> bool:
    if name == "existing_customer_support":
        return is_support(text)
    if name == "prompt_injection":
        text = _ADDRESS.sub("@", text)
    stands = _stands(name, text)
    return _stands(name, _without(text, NOT_MEANT[name])) if stands and name in NOT_MEANT else stands


def _stands(name: str, text: str) -> bool:
    return any(
        letters.search(text) is not None and any_of(*terms).search(text) is not None
        for letters, terms in _INTENTS[name]
        if terms
    )


def _without(text: str, terms: tuple[str, ...]) -> str:
    """Return the sentences in which none of the terms stands."""
    parts = [text[start:end] for start, end in sentences(text)]
    return "".join(part for part in parts if not any_of(*terms).search(part))


def _reconciled(found: list[str], text: str) -> list[str]:
    """Drop the general reading where a special one explains the words."""
    kept = list(found)

    def drop(name: str) -> None:
        if name in kept:
            kept.remove(name)

    if "opt_out" in kept and _only_marketing(text):
        drop("opt_out")
    for ruling, beside in _RULING.items():
        if ruling in kept:
            return [name for name in beside if name in kept]
    general = "ask_product" in kept and set(kept) & {*_SPECIAL_QUESTIONS, *_NOT_A_SALE, "request_human", "complaint"}
    if general and not _asks_twice(text):
        drop("ask_product")
    if {"request_human", "complaint"} <= set(kept) and _WAITED.search(text) and not _HANDED_OVER.search(text):
        drop("request_human")
    if {"request_human", "request_demo_meeting"} <= set(kept):
        drop("request_human" if _MEETING.search(text) else "request_demo_meeting")
    if "existing_customer_support" in kept and not re.search(
        r"最悪|ひど|怒|不愉快|ふざけ|なめて|どういうこと|いい加減|話にな|unaccept|terrible|ridiculous|kidding|awful"
        r"|a joke|何度|全然|どうなって|いつまで|待た(?:され|せ)"
        r"|(?:折り?返し|返事|返信|連絡|回答)(?:が|も)(?:な|あり?ま|来|こ)"
        r"|still (?:waiting|no)|nobody|no one|never (?:called|replied|answered)",
        text,
        re.I,
    ):
        drop("complaint")
    return kept


def _only_marketing(text: str) -> bool:
    """Are newsletters or sales calls all that is refused, by somebody who asks for something in the same breath?"""
    parts = [part for part in _BREAK.split(text) if part.strip()]
    rest = "".join(part for part in parts if not _MARKETING.search(part))
    return (
        _MARKETING.search(text) is not None
        and not _says("opt_out", rest)
        and any(_says(name, rest) for name in _SPECIAL_QUESTIONS)
    )


def _weighed(found: list[str], text: str, challenges: tuple[Challenge, ...]) -> list[str]:
    """A statement of trouble is no question; a complaint about us is no question, one about themselves no complaint."""
    if any_of(*_QUESTION).search(text):
        return found
    if (
        "complaint" in found
        and challenges
        and re.search(r"\b(?:our|we)\b", text, re.I)
        and not re.search(r"\b(?:you|your|bot)\b", text, re.I)
    ):
        found = [name for name in found if name != "complaint"]
    if "complaint" in found:
        return [name for name in found if not name.startswith("ask_")]
    return [name for name in found if name != "ask_product"] if challenges and not asks_in_form(text) else found


def _asks_twice(text: str) -> bool:
    """Does the product question stand beside the special one ("…使えますか?似た会社の話も")?"""
    parts = [part for part in re.split(r"(?<=[。?!？])", text) if part.strip()]
    product = [part for part in parts if _says("ask_product", part)]
    special = [
        part
        for part in parts
        if any(_says(name, part) for name in (*_SPECIAL_QUESTIONS, *_NOT_A_SALE, "request_human", "complaint"))
    ]
    return any(part not in special for part in product) or _NAMED_BESIDE.search(text) is not None


def _given(
    text: str, *, timing: Timing, challenges: tuple[Challenge, ...], contact: ContactData, intents: list[str]
) -> list[str]:
    given = []
    if challenges and not set(intents) & {"complaint", "opt_out", "abusive", "existing_customer_support"}:
        given.append("give_challenge")
    if timing.kind in ("range", "asap", "undecided") and not set(intents) & {"opt_out", "abusive"}:
        given.append("give_timing")
    counted = contact.team_size and "ask_price" not in intents
    named = any((contact.name, contact.company, contact.email, contact.phone, counted, contact.role))
    if named or any_of(*_HEADCOUNT).search(text):
        given.append("give_contact")
    return given
