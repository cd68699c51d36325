"""The words of the notices that companies put under every mail: confidentiality, lists, the register, the trees."""

from __future__ import annotations

import re

_MAIL = r"(?:e-?mail|mail|message|communication|transmission|document)s?"
_HARD = (
    r"\b(?:confidential(?!ity no)|privileged|disclos\w+|(?:intended|named) recipient|addressees?|liab\w+|virus\w*"
    r"|unauthori[sz]ed|personal data|prohibited|views|opinions|monitor(?:ed)?)\b"
)
# How a notice in sentences begins; it may run on over lines. What the mail is and whom it is for stand in it both.
NOTICE = re.compile(
    r"[\W_]{0,8}(?:"
    rf"(?:this (?:{_MAIL}|information)\b|the (?:information|contents?)\b[^.]{{0,40}}?\bthis {_MAIL}\b).{{0,160}}?"
    r"(?:\bmay contain (?:[\w/]+,? ){0,4}(?:confidential|privileged|proprietary|sensitive|protected)\b|\bprivileged\b"
    r"|\bintended (?:only|solely|exclusively|for the (?:sole |exclusive |named )?(?:use|addressee|recipient|individual"
    r"|entity|person (?:or|to whom|named)))|\bsolely for\b|\bsole use\b|\bnamed (?:above|recipient|person|addressee)"
    r"|\baddressees?\b|\b(?:intended|unintended) recipients?\b|\breceived (?:\w+ ){0,4}(?:in error|by mistake)\b"
    r"|\bconfidential\b.{0,80}\b(?:delet|destroy|notify))"
    rf"|(?:(?:confidentiality|privacy|legal|important) (?:notice|note|statement)|disclaimer|(?:strictly )?confidential)"
    rf"\W{{0,8}}(?:$|.{{0,200}}?{_HARD})"
    r"|(?:if|should) you (?:are|have|believe|think|were)? ?.{0,60}?"
    r"(?:\bnot (?:the|an?) (?:\w+ )?(?:addressee|recipient)"
    r"|\breceived? (?:this|it|the) ?(?:\w+ ){0,3}(?:in error|by mistake).{0,80}?"
    r"\b(?:delet|destroy|discard|disregard|notify|inform|return|advise|cop(?:y|ies)|prohibited))"
    r"|any (?:unauthori[sz]ed (?:\w+, )?(?:use|review|copying|disclosure|distribution|reading|reproduction)"
    r"|review|use(?:,| or| of th)|disclosure|copying|views|opinions)\b"
    r".{0,120}?\b(?:prohibited|unlawful|the author|sender|not permitted)"
    r"|(?:please )?(?:consider|think|save)\b.{0,40}?"
    r"\b(?:before (?:you )?print\w*|print(?:ing)? (?:this|only|unless))"
    r"|(?:please )?save (?:a |the )?(?:trees?|paper)\b"
    r"|you (?:are receiving|received|have received) this (?:\w+ ){0,3}?because you.{0,30}?"
    r"\b(?:subscri|signed|opted|registered|list)"
    r"|(?:to|you (?:can|may)) (?:stop receiving|unsubscribe|opt out)\b.{0,60}?\b(?:click|here|link|below|preferences)\b"
    r"|unsubscribe\s*(?:[|·/<]|here\b|link\b)|manage (?:your )?preferences\b"
    r"|diese (?:e-?mail|nachricht)\b.{0,80}?\bvertraulich|ce (?:message|courriel)\b.{0,80}?\bconfidentiel"
    r"|(?:この|本|当)(?:電子)?(?:E-?)?(?:メール|メッセージ|通信)[^。]{0,80}?(?:(?:機密|秘密)(?:情報|事項|性)|名宛|宛先以外"
    r"|受信者(?:以外|のみ|だけ)|意図した|心当たり|送信専用|誤(?:って|送信|配信)[^。]{0,16}(?:場合|際|方は))"
    r"|(?:(?:万一|万が一|もし(?:も)?)[^。]{0,30}?(?:誤|間違|手違い|心当たり|名宛|以外)|誤って|お?心当たり|間違って"
    r"|名宛人|宛先(?:の方)?以外|受信者以外)[^。]{0,60}?(?:受信|受け取|届い|メール|開示)"
    r".{0,80}?(?:(?:削除|破棄|廃棄|消去)(?!し(?:た|まし|ます)|済)|禁[じ止]|ご遠慮)"
    r"|[^。]{0,12}メール[^。]{0,8}(?:印刷|プリント)(?:する|される|の)?(?:前|際)に?[^。]{0,40}(?:環境|必要)"
    r"|[^。@]{0,20}配信の?停止(?:は|(?:を(?:ご)?希望|のお?手続き)[^。]{0,6}は)[^。@]{0,20}(?:こちら|下記|以下|URL|リンク)"
    r"[^。@]{0,10}?(?:から|より|クリック|[:：]|$)"
    r")",
    re.IGNORECASE | re.DOTALL,
)
# A sentence of a notice holds one of these words; a paragraph with another sentence in it is none.
OF_A_NOTICE = re.compile(
    r"e-?mails?\b|\b(?:mail|messages?|communication|transmission|information|contents?|attachments?|confidential\w*"
    r"|privileged|recipients?|addressees?|in error|by mistake|delet\w+|destroy\w*|notify|cop(?:y|ies|ied|ying)"
    r"|disclos\w+|distribut\w+|forward|pass it on|virus\w*|liab\w+|responsib\w+|views|opinions|author|sender"
    r"|prohibited|unlawful|print\w*|environment|trees?|unsubscribe|preferences|click|subscri\w+|privacy|disclaimer|registered|nachricht"
    r"|vertraulich\w*|message|confidentiel\w*)\b"
    r"|メール|メッセージ|通信|受信|受け取|宛|機密|秘密|情報|開示|複製|転送|転載|破棄|削除|廃棄|消去|印刷|環境|配信|ウイルス|責任"
    r"|送信|添付|見解|ご一報|法律|禁",
    re.IGNORECASE,
)
# What only the sender of this very mail says: what they wish, what they have, how many, and what they ask.
OWN_WORDS = re.compile(
    r"[?？]|(?:でしょう|です|ます)か(?:[。\s]|$)"
    r"|\b(?:i|i['’]\w+|my|we['’]\w+)\b"
    r"|\bwe (?:\w{1,12} ){0,2}?(?:need|want|wish|like|love|hope|plan|run|own|operate|make|build|look"
    r"|looking|interested)\b"
    r"|\bour (?!privacy|terms|web|liab|company|general|polic|e-?mail|data|conditions|legal|group|employees|staff"
    r"|bulletin|newsletter|mailing|list\b|service)\w"
    r"|\b(?:us|me) (?:an? |the |your )?(?:quot|offer|demo|price|document|brochure)"
    r"|\b(?:quot(?:e|es|ation)|sensors?|pumps?|machines?|demo|meeting|pric\w+|budget)\b"
    r"|\b(?:remove|unsubscribe|take) (?:me|us)\b|\bstop (?:sending|mailing|calling|writing)\b"
    r"|(?<![\d.-])\d{1,4} (?:\w{1,12} )?[a-z]{2,20}s\b"
    r"|見積|導入|検討|デモ|打ち?合わ?せ|センサー|料金|価格|納期|契約|資料を|たい(?:です|と[思考]|の[でか]|[。、]|$)|たく"
    r"|ほし|欲し|[\d０-９]\s?(?:台|個|基|か所|箇所|拠点|名|人|月|時)",
    re.IGNORECASE,
)
# A line that the register asks for, and no more than that line.
REGISTERED = re.compile(
    r"[\W_]{0,8}(?:registered (?:office|address)\b(?!\W{0,3}(?:is|are|was|has|will|must|should|for)\b)"
    r"|registered (?:company|number|no\b).{0,40}\d|registered in [A-Z][\w ]{1,30}\b(?:no|number|under)"
    r"|(?:company (?:no|number|reg\w*)|vat (?:no|number|reg|id))\b.{0,24}\d|incorporated in\b|ust-?id|handelsregister"
    r"|(?:[^,:]{2,60}, ?)?(?:sitz der gesellschaft|amtsgericht \w)|geschäftsführer(?:in)?\s?:"
    r"|(?:法人番号|登録番号)\s?[:：])",
    re.IGNORECASE,
)
