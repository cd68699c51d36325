"""Does the writer want to sign or order, and not only to hear more? Pure."""

from app.understanding.normal import any_of, sentences

_ORDERS = (
    # said of the contract or the order itself
    (
        r"(?:正式に|さっそく|早速|ぜひ|すぐに?)?(?:契約|発注|注文|申し?込み?|申込み?)(?:を|に|の手続き?(?:を|に)?"
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
        r"|(?<!他社の)(?:導入|購入|契約|採用)(?:を|する(?:こと)?(?:に|を)|することが|が)(?:決め|決まり?|決定し"
        r"|決裁(?:され|が下り))(?:た|ました|まし|たので)"
    ),
    (
        r"\b(?:i|we)(?:'d|'re| would| are| am|'m)? (?:now |all |finally )?(?:want|like|need|ready"
        r"|happy)(?: now)? to (?:place an? order|order"
        r"|sign(?: up| the contract| a contract)?|buy|purchase|go ahead(?: with (?:it|this|you|the order|your))?)\b"
        r"|\bhow (?:do|can|would) (?:i|we) (?:place an? order|order(?! (?:them|it) from)|sign up|buy|purchase)\b"
        r"|\bwhere (?:do|can|should) (?:i|we) (?:sign|order|buy)\b"
        r"|\b(?:i|we)(?:'ve| have)? (?:just )?decided to (?:buy|order|purchase|go ahead|go with you|take it)\b"
        r"|\b(?:i|we)(?:'ll| will) (?:take|order|buy) (?:the |all )?(?:\d+|ten|twenty|five|it\b|them\b)"
        r"|\b(?:please )?(?:send|draw up|prepare) (?:me |us )?(?:the|a|your) (?:contract|order form)\b"
        r"|\b(?:placing|place) an? order (?:for|of|with you)\b"
    ),
)
# What else is applied, ordered or signed for, and with whom else.
_OTHERWISE = (
    r"トライアル|お?試し|デモ|体験|試用|無料|セミナー|ウェビナー|説明会|資料|メルマガ|見学|面談|打ち?合わ?せ|他社"
    r"|よそ|別の(?:会社|メーカー|業者)"
    r"|解約|解除|停止|応募|採用(?:の|に|へ|枠|試験)|選考|求人|(?:契約|注文|発注)(?:し|を)?(?:て(?:い)?(?:る|ます)"
    r"|済|中)|検討|予定|前に"
    r"|場合|(?:たら|なら|れば)[^。]{0,20}(?:契約|発注|注文|申し?込|購入|買)|(?:お?客|顧客|利用者)(?:様|さん|さま)?(?:が|から)"
    r"|な(?:い|く|かっ)|ません|かどうか|いずれ|将来|ゆくゆく",
    r"\b(?:trials?|demos?|pilots?|webinars?|newsletter|free|brochure|another|someone else|somebody else"
    r"|competitors?|other|cancel\w*"
    r"|not|n't|never|before|if|when|once|customers?|clients?|later|eventually|someday|considering|maybe|might|talk"
    r"|call|meeting)\b|n't\b",
)


def wishes_to_order(text: str) -> bool:
    """Say whether a sentence asks to sign or to order: no trial, no condition, no order of others."""
    parts = (text[start:end] for start, end in sentences(text))
    return any(_is_order(part) for part in parts)


def _is_order(part: str) -> bool:
    return any_of(*_ORDERS).search(part) is not None and any_of(*_OTHERWISE).search(part) is None
