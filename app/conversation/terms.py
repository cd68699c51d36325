"""What documents tell of what a person takes up otherwise: are there discounts, how soon does support answer? Pure."""

from __future__ import annotations

import re

from app.conversation.situation_words import DISCOUNT

PLAIN_QUESTION = re.compile(r"[?？]|か(?:。|\n|$)|教えて")
WOULD_LIKE_TO = re.compile(
    r"たい(?:の|ん)?です(?:が|けど|けれど)|たいのですが|たいんだ(?:が|けど)"
    r"|\b(?:we|i)(?:['’]d| would)(?: also)? like to\b|\b(?:we|i) (?:also )?want to\b",
    re.I,
)  # a wish that the documents may grant or not
LESS = re.compile(rf"{DISCOUNT.pattern}|\bcheaper\b|\bsave (?:money|anything)\b", re.I)
HAGGLES = re.compile(
    r"もらえ|もらい|いただけ|いただき|頂け|くれ|くださ|下さ|お願い|ほし[いく]|欲し[いく]|まけ|勉強して|交渉"
    r"|もう少し|もっと|[たれ]ら|予算|相談|安くし|\d\s?(?:%|％|割|percent)"
    r"|\b(?:can|could|would|will) (?:you|u)\b|\bgive|\bknock|\btake\b.{0,16}\boff\b|\b(?:% ?|percent )off\b"
    r"|\bnegotia\w*|\bbest price|\bmatch|\bif (?:we|i) (?:buy|order|sign|take|commit)\b"
    r"|\bneed|\bwant|\bplease|\bexpect|\bdeserve",
    re.I,
)
OF_SUPPORT = re.compile(
    r"サポート|問い?合わ?せ|窓口|ヘルプデスク|\b(?:support|help ?desk|hotline|customer service)\b", re.I
)
OF_THIS_TALK = re.compile(
    r"(?:なぜ|なんで|何で|どうして|(?:何|なん)のため)(?:(?!のか)[^。？?\n]){0,14}"
    r"(?:聞[くかきい]|訊[くかきい]|尋ね|質問(?:する|され)|知りた(?:い|が)|教え(?:る|な)|[答言]わ?え?な)"
    r"|\bwhy (?:do|are|would|should|did) (?:you|u)\b.{0,12}\b"
    r"(?:ask\w*|need (?:to know|this|that|it|my)|want (?:to know|this|that|my))"
    r"|\bwhy (?:do|must|would|should|did) i\b.{0,12}\b(?:tell you|answer|share (?:this|that|it|my)|give (?:you|my))",
    re.I,
)
"""What is asked of this conversation itself: no document says why we ask."""
WHO_WE_ARE = re.compile(
    r"^\W*(?:and |but |so )?who (?:are|is|r) (?:you|u|this)\b(?! (?:partner|work|customer|for|made|meant|best"
    r"|aimed))[^,;]{0,20}$"
    r"|^[^。]{0,8}(?:あなた|そちら)(?:は|って)?(?:誰|だれ|どなた)",
    re.I,
)
ENDS_A_CONTRACT = re.compile(
    r"解約|キャンセル|違約|途中でやめ|中途|返却|返送|\bcancel\w*|\bterminat\w*|\bpenalt\w*|\bearly (?:exit|end)"
    r"|\b(?:end|leave|break|exit) (?:it|the contract)\b",
    re.I,
)
OF_QUOTES = re.compile(
    r"見積(?:もり|り)?書?(?:を|に|は|の|が|って)?(?:[^。？?\n]{0,12})(?:いつ(?!でも)|どのくらい|どれくらい|何日|有効期限|必要(?!です。?$|なので)"
    r"|要り|いります|無料|有料|何を|なにを|届き)|(?:何|なに|どんな|どのような)[^。？?\n]{0,10}見積(?:もり|り)?書?(?:でき|して|もら|が出)"
    r"|\b(?:when|how (?:soon|long|fast|quickly|many days))\b[^.?!\n]{0,40}\b(?:quot(?:e|es|ation)|estimate)\b"
    r"|\b(?:what|which)\b[^.?!\n]{0,40}\b(?:need|needed|require\w*|have to|send|provide|give|tell)\b[^.?!\n]{0,30}"
    r"\b(?:quot(?:e|es|ation)|estimate)\b"
    r"|\b(?:is|are) (?:the |your |a )?(?:quot(?:e|es|ation)|estimate)s? (?:free|binding|valid)\b",
    re.I,
)
OF_PAYING = re.compile(
    r"カード(?:で|払|決済|は使え)|振り?込み?(?:で|は|に|手数料|以外)|(?:支払い?|決済)(?:の)?(?:方法|手段|条件|サイト)|[年月]払い|前払い|後払い|分割払い"
    r"|請求書(?:払い|で|は)|締め?日|口座振替"
    r"|\b(?:pay|paying|payment|settle|invoiced?|billed?)\b[^.?!\n]{0,30}\b(?:cards?|bank transfer|wire|invoice|cheques?"
    r"|in advance|up ?front|instal+ments?|paypal|direct debit|purchase order|net \d+|\d+ days)\b"
    r"|\b(?:accept|take)\b[^.?!\n]{0,20}\b(?:cards?|cheques?|paypal|amex|visa|purchase orders?)\b"
    r"|\bpayment (?:terms|methods?|options|conditions)\b|\b(?:full|whole) year in advance\b",
    re.I,
)
COSTS = re.compile(r"料金|価格|費用|値段|いくら|\bhow much\b|\bcosts?\b|\bprices?\b", re.I)
COSTS_OR_LEAST = re.compile(
    rf"{COSTS.pattern}|[台個本](?:だけ|のみ|しか|未満|以下|から)[^。]{{0,8}}(?:契約|導入|始め|買|申し込|利用|使[えい])"
    r"|\b(?:contract|start|begin|buy|order|sign up|use it)\b[^.?!\n]{0,24}"
    r"\b(?:fewer than|as few as) \w+",
    re.I,
)
OF_A_CASE = re.compile(
    r"事例|実績|導入|採用|お客(?:様|さま|さん)?|顧客|ユーザー|他社|同業|業界|業種|分野|参考"
    r"|\b(?:customers?|clients?|users?|references?|case stud\w+|examples?|(?:success )?stor(?:y|ies)|compan(?:y|ies)"
    r"|industr(?:y|ies)|sectors?|plants?|factor(?:y|ies)|anyone|anybody|similar|installed?|installations?)\b",
    re.I,
)
"""Words of a question about our customers that do not say which."""
OF_OUR_OWN_TERMS = re.compile(
    rf"{COSTS.pattern}|必要|要り?ます|なぜ|どうして|理由|納期|届[くきけ]|発送|出荷|送料"
    r"|\bwhy\b|\bneed(?:ed)?\b|\brequired?\b|\bship\w*|\bdeliver\w*|\bdo we have to\b",
    re.I,
)
"""Price, need, reason, shipping: what a customer's story tells of these is true of that customer."""
SUMS = re.compile(
    r"いくら|何円|金額|総額|合計|\bhow much\b|\bwhat (?:does|do|will|would) (?:it|they|that) cost\b", re.I
)
LEANS = re.compile(
    r"その|そこ|それ|そんな|そういう|こんな|こういう|この(?:環境|場所|条件|状況|場合|温度)"
    r"|\b(?:there|that|this|it|those|these|them|such|so)\b",
    re.I,
)  # what is asked has just been told
COMPANY_FORM = re.compile(r"^(?:株式会社|有限会社|会社|工業|工場|製作所|Company|Corporation|Limited)$", re.I)
OF_THEIR_OWN = re.compile(r"いつ|何時|まだ|の件|\b(?:when|yet|still|call(?:ing)? me|my)\b", re.I)  # no rule tells this


def asks_for_a_discount(text: str) -> bool:
    """Say whether it is asked if there is a discount, without asking for one: haggling is a person's to answer."""
    return DISCOUNT.search(text) is not None and not HAGGLES.search(text) and PLAIN_QUESTION.search(text) is not None


def asks_what_is_cheaper(text: str) -> bool:
    """Say whether it is asked, without haggling, how to pay less."""
    return LESS.search(text) is not None and not HAGGLES.search(text)


def asks_how_soon_support_answers(text: str) -> bool:
    """Say whether it is asked how long an answer of support takes in general, and not where theirs is."""
    asks = OF_SUPPORT.search(text) and PLAIN_QUESTION.search(text)
    return asks is not None and not OF_THEIR_OWN.search(text)


def asks_about_quotes(text: str) -> bool:
    """Say whether it is asked how quotes are made: when they come, what they need, how long they are valid."""
    return OF_QUOTES.search(text) is not None and PLAIN_QUESTION.search(text) is not None


def asks_how_to_pay(text: str) -> bool:
    """Say whether it is asked by what means or when is paid, which no list of prices tells."""
    return OF_PAYING.search(text) is not None and not SUMS.search(text)
