"""By which day the prospect wants a paper from us: a quote, a questionnaire filled in, documents."""

import re
from datetime import date, timedelta

from app.understanding.days import days
from app.understanding.normal import any_of, sentences

_PAPER = re.compile(
    r"見積|みつもり|(?:チェック|確認|調査|質問|回答|記入|ヒアリング)(?:シート|リスト|票|書|表)|シート|アンケート|資料"
    r"|カタログ|パンフ|稟議書|ひな(?:形|型)"
    r"|雛形|テンプレ|提案書|仕様書|書類|申込書|契約書|フォーム|記入|ご?回答"
    r"|\b(?:quot(?:e|es|ation|ations)|estimates?|proforma|questionnaires?|check ?lists?|forms?|brochures?"
    r"|data ?sheets?|spec sheets?"
    r"|documents?|documentation|proposals?|deck"
    r"|(?:one|single|1)[- ]?page(?:r|s)?|summary|slides?|nda|paperwork|memo|whitepapers?|case stud(?:y|ies)"
    r"|contract draft"
    r"|pdf)\b",
    re.I,
)
_BY = (
    (
        r"希望(?:納)?(?:日|期限|納期)?(?:は|:|が|として)?\s*$|(?:期限|納期|締切|締め切り|〆切|提出)(?:は|:"
        r"|希望日は)?\s*$|までに?$|までの$"
    ),
    (
        r"\b(?:by|before|until|needed (?:by|on|for)|due(?: on| by)?|deadline(?: for [^.\n]{2,30})?(?: is|:)?"
        r"|no later than|wanted (?:by|on)|required by|have it|need it)(?: the)?(?: end of)?\s*$"
    ),
)
_BY_AFTER = (
    (
        r"^(?:\([^)]*\))?(?:の?(?:午前|午後)?(?:中)?)?(?:まで|迄|中に|必着|厳守|希望|が(?:希望|期限|締め切り"
        r"|締切)|(?:頃|ごろ)?に(?:は)?(?:欲し|ほし|いただ|頂|必要|もら|お送り|ください|提出))"
    ),
    r"^の?[^。、\n]{0,12}に間に合",
    r"^\s*(?:at the latest|latest|deadline|please|if possible)",
)
_GO_LIVE = (
    r"導入|稼働|利用開始|使[いえう]|入れ(?:たい|る|て)|納品|納入|(?<!見積の)(?<!見積もりの)(?<!資料の)納期|届け|始め|切り?替え|スタート|運用|設置|取り付け"
    r"|go[- ]?live|launch|install"
    r"|start (?:using|with)|(?:be|go) live|deliver\w*|arriv\w*|use it|in use|in place|up and running|rolled out"
)
# A line of an order: "Delivery: Nagoya plant, by 12 March".
_DELIVERED = r"\W*(?:delivery|shipment|installation|納期|納入|納品|設置)[^\n:]{0,20}:"
# 「12月5日に役員会があるので、それまでに見積が必要です」
_BEFORE_THAT = re.compile(
    r"(?P<by>それまで|by then)|(?P<before>その前|それ以前|before (?:that|then)|ahead of that)", re.I
)


def wanted_by(text: str, *, today: date, beside: bool = False) -> date | None:
    """Return the last day on which the paper is wanted; the day of going live is none.

    `beside`: only if the paper stands in the sentence of the day.
    """
    if not _PAPER.search(text):
        return None
    for named in days(text, today=today):
        start, end = next(s for s in sentences(text) if s[0] <= named.start < s[1])
        if beside and not _PAPER.search(text, start, end):
            continue
        if re.match(_DELIVERED, text[text.rfind("\n", 0, named.start) + 1 : named.start], re.IGNORECASE):
            continue
        before = re.split(r"[。、,;\n]", text[: named.start])[-1]
        after = re.split(r"[。;\n]", text[named.end :])[0]
        if then := _BEFORE_THAT.search(after):
            if _PAPER.search(after, then.end()):
                return named.day - timedelta(1 if then["before"] else 0)
            continue
        if re.search(_GO_LIVE, before + re.split(r"[、,]", after)[0], re.IGNORECASE):
            continue
        if any_of(*_BY).search(before) or any_of(*_BY_AFTER).search(after):
            return named.day
    return None


def for_paper(text: str, end: int) -> bool:
    """Is the date that ends here only the limit of a paper (「年明けに会議があるので、その前に見積を」)?"""
    sentence_end = next((e for s, e in sentences(text) if s < end <= e), len(text))
    then = _BEFORE_THAT.search(text, end, sentence_end)
    return then is not None and _PAPER.search(text, then.end(), sentence_end) is not None
