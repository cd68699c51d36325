"""Does the writer want to sign with us or order from us now, and not only to hear more? Pure."""

import re

from app.understanding.normal import any_of, sentences

# What is ordered from us: what we sell, or nothing named at all.
_OURS_EN = (
    r"(?: (?:an?|the|all|some|your|our|these|those|this|about|around|another|more|few|several|first|up to"
    r"|\d[\d,]*|one|two|three|four|five|six|eight|ten|twelve|fifteen|twenty"
    r"|thirty|fifty|a dozen|of|vibration|temperature|wireless|extra"
    r"|additional|starter|standard|pro))*"
    r" (?:sensors?|gateways?|units?|devices?|kits?|sets?|pcs|pieces|licen[sc]es?|seats?|plan|package|subscription)\b"
    r"| (?:it|them|one|some)\b(?! of (?!your|the|these|those)\w)"
    r"| (?:your|the) (?:system|product|solution|offer|quote|order|purchase|proposal)\b"
    r"| (?:from|with|through|at) (?:you|your)\b"
    r"|(?: (?:about |around )?(?:\d[\d,]*|ten|twenty|five)(?: more)?(?: of (?:them|these|those|your \w+))?)?"
    r"(?: (?:now|today|tomorrow|this week|right away|straight away|immediately|asap|online|please|then|directly))?"
    r"(?=\s*(?:$|[.,;:!?)-])| (?:and|but|so|as soon|by|before the)\b)"
)
_SIGNS_EN = r"(?: up)?(?=\s*(?:$|[.,;:!?])| (?:and|now|today|please|with you|for (?:your|the)|right)\b)"
_PAPER_EN = r" (?:the|a|your|our) (?:contract|agreement|order)\b"
_ORDERS = (
    # said of the contract or the order itself
    (
        r"(?:契約|発注|注文|申し?込み?|申込み?)(?:を|に|の手続き?(?:を|に)?"
        r"|へ)?(?:進み|進め|移り|させていただき"
        r"|いたし|致し|し)?(?:たい(?!場合|とき|時|なら|けど|人|方)|たく(?!な)|ます(?!か|と"
        r"|ので、?(?:.{0,12})(?:いくら|見積))|ましょう)"
        r"|(?:契約|発注|注文|申し?込み?)(?:を|の)?お願い(?:します|いたします|したい|できますか)|契約書を(?:送"
        r"|ください|お願い)"
        r"|(?:購入し|買い)たい(?:です|のですが|んですが|と思います|と思っています)?[。!]*$|(?:購入"
        r"|買い?)(?:します(?!か|と)|したい(?:です)?(?:。|ので|のですが|んですが|、)?[^。]{0,12}(?:どうすれば"
        r"|どうしたら|手続き?|方法を)"
        r"|ます(?!か|と)|たい(?:です)?(?:。|ので|のですが|んですが|、)?[^。]{0,8}(?:どうすれば|どうしたら|手続き?"
        r"|方法を))"
        r"|(?:導入|購入|契約|(?:御社|貴社|そちら|センサー)[^。、]{0,12}採用)(?:を|する(?:こと)?(?:に|を)|することが|が)"
        r"(?:決め|決まり?|決定し|決裁(?:され|が下り))(?:た|ました|まし|たので)"
    ),
    (
        rf"(?<!do )(?<!should )(?<!did )(?<!does )\b(?:i|we)(?:(?:'d| would) (?:now |all |finally )?(?:like|want)"
        rf"|(?: now| all| finally)? (?:want|need)|(?:'re|'m| are| am)(?: now| all| finally)? (?:ready|happy))"
        rf"(?: now)? to "
        rf"(?:(?:place an? order|order|buy|purchase)(?: for)?(?:{_OURS_EN})|sign(?:{_SIGNS_EN}|{_PAPER_EN})"
        rf"|(?:place an? order|go ahead)(?=\s*(?:$|[.,;!]))|(?:go ahead|proceed) with(?:{_OURS_EN}| this| you))"
        r"|^\W*(?:ok(?:ay)?,? )?ready to (?:order|sign)\W*$"
        rf"|\bhow (?:do|can|would) (?:i|we) (?:(?:order|buy|purchase)(?:{_OURS_EN})|place an? order\b|sign{_SIGNS_EN})"
        rf"|\bwhere (?:do|can|should) (?:i|we) (?:sign{_SIGNS_EN}|(?:order|buy)(?:{_OURS_EN}))"
        rf"|\b(?:i|we)(?:'ve| have)? (?:just )?decided to (?:(?:buy|order|purchase)(?:{_OURS_EN})|go with you"
        rf"|go ahead(?: with(?:{_OURS_EN}| you| this)|(?=\s*(?:$|[.,;!])))|take it\b)"
        rf"|\b(?:i|we)(?:'ll| will) (?:take|order|buy)(?:{_OURS_EN})"
        r"|\b(?:please )?(?:send|draw up|prepare) (?:me |us )?(?:the|a|your) (?:contract|order form)\b"
        rf"|\b(?:placing|place) an? order (?:with you\b|(?:for|of)(?:{_OURS_EN}))"
    ),
)
# What else is applied, ordered or signed for, with whom else, or some other time.
_OTHERWISE = (
    r"トライアル|お?試し|デモ|体験|試用|無料|セミナー|ウェビナー|説明会|資料|メルマガ|見学|面談|打ち?合わ?せ|他社"
    r"|よそ|別の|別会社|他の(?:会社|メーカー|業者|製品)|迷って"
    r"|解約|解除|停止|応募|採用(?:の|に|へ|枠|試験)|選考|求人|(?:契約|注文|発注)(?:し|を)?(?:て(?:い)?(?:る|ます)"
    r"|済|中)|検討|予定|前に|毎[日週月年回]|定期|いつも|ごとに|部品|消耗品|備品|秘密保持|(?<![a-z])NDA(?![a-z])|来年"
    r"|場合|(?:たら|なら|れば)[^。]{0,20}(?:契約|発注|注文|申し?込|購入|買)|(?:お?客|顧客|利用者)(?:様|さん|さま)?(?:が|から)"
    r"|な(?:い|く|かっ)|ません|かどうか|いずれ|将来|ゆくゆく",
    r"\b(?:trials?|demos?|pilots?|webinars?|newsletter|free|brochure|another|someone else|somebody else"
    r"|competitors?|other|cancel\w*|instead|nda|every|each|usually|always|spare|next year"
    r"|not|n't|never|before (?!the\b)|if|when|once|customers?|clients?|later|eventually|someday|considering|maybe|might"
    r"|talk|call|meeting)\b|n't\b"
    r"|\b(?:from|through) (?!you|your|the|this|next|now|today|our|\d|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\w",
)
# What stands as the thing in 「…を注文」「…の導入」 and is ours, or no thing at all.
_THING_JA = re.compile(
    r"([^、。\s]{1,16})(?:を(?![^を、。]{0,6}の(?:導入|契約|発注|注文))[^を、。]{0,10}|の)"
    r"(?:導入|採用|購入|買|契約|発注|注文|申し?込)"
)
_OURS_JA = re.compile(
    r"センサー?|ゲートウェイ|機器|端末|キット|製品|商品|サービス|システム|プラン|ライセンス|スターター|スタンダード"
    r"|御社|貴社|そちら|これ|こちら|それ|もの|台|個|セット|拠点|今回|正式|月|手続き?|契約|発注|注文|購入|導入|申し?込み?|(?:で|へ|から)$"
)
# 「SKFに発注」; how, when and to us it is ordered may stand there as well.
_TO_ANOTHER_JA = re.compile(
    r"[^、。\s](?<!御社)(?<!貴社)(?<!そちら)(?<!正式)(?<!早急)(?<!至急)(?<!すぐ)(?<!直ち)(?<!中)(?<!内)(?<!月)(?<!日)(?<!週)(?<!度)"
    r"(?<!旬)(?<!末)(?<!先)(?<!緒)(?<!時)(?<!ら)(?<!た)(?<!次)(?<!め)(?<!の)(?<!ため)に、?(?:正式に|ぜひ)?(?:発注|注文)"
)
# Said anywhere, it puts the decision off.
_NOT_YET = re.compile(
    r"(?:見|読ん|確認し|検討し|相談し|比べ)[てで]から|迷って|相見積|比較(?:中|して)"
    r"|\bbefore (?:we|i) (?:decide|sign|commit)|\bafter (?:reading|reviewing)|\b(?:not|n't) (?:yet )?decided"
    r"|\b(?:then|still) (?:we |to )?decide|\bcompar(?:e|ing) (?:you|offers|quotes|suppliers|vendors)",
    re.I,
)
# How it goes on is asked of the order itself, and a person tells.
_HOW_IT_GOES_ON = re.compile(
    r"何から|(?:次|まず)は?(?:何|どう)|どう(?:すれば|したら|進め)|手続き|方法|お願いでき"
    r"|\bwhat (?:now|next|is next|do (?:i|we) do|happens next|are the next)|\bwhat's next|\bnext steps?"
    r"|\b(?:how|where) (?:do|can|would|should) (?:i|we) (?:place|order|sign|buy|purchase|proceed|go|start|pay)"
    r"|\b(?:can|could|would) you (?:please )?(?:send|draw|prepare)",
    re.I,
)


def wishes_to_order(text: str) -> bool:
    """Say whether a sentence asks to sign or to order from us: no trial, no condition, no order of or with others."""
    return _NOT_YET.search(text) is None and any(map(_is_order, _parts(text)))


def asks_how_to_order(question: str) -> bool:
    """Say whether a question is only how the order goes on: that is for a person, and in no document."""
    return _HOW_IT_GOES_ON.search(question) is not None


def _parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def _is_order(part: str) -> bool:
    if any_of(*_ORDERS).search(part) is None or any_of(*_OTHERWISE).search(part):
        return False
    things = (one[1] for one in _THING_JA.finditer(part))
    return all(_OURS_JA.search(one) for one in things) and _TO_ANOTHER_JA.search(part) is None
