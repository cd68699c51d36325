"""The words of the notices that companies put under every mail: confidentiality, lists, the register, the trees."""

from __future__ import annotations

import re

_MAIL = r"(?:e-?mail|mail|message|communication|transmission|document)s?"
# A notice in sentences, which may run on over lines.
NOTICE = re.compile(
    r"[\W_]{0,8}(?:"
    rf"(?:this|the) (?:{_MAIL}|information|contents?)\b.{{0,160}}?"
    r"(?:\b(?:may contain|privileged|intended|solely|sole use"
    r"|named (?:above|recipient|person|addressee)|addressees?|recipients?|in error)\b"
    r"|\bconfidential\b.{0,80}\b(?:delet|destroy|notify))"
    r"|(?:confidentiality|privacy|legal|important) (?:notice|note|statement)\b|disclaimer\b"
    r"|(?:strictly )?confidential ?[:|.-]"
    r"|(?:if|should) you (?:are|have|believe|think|were)? ?.{0,60}?"
    r"(?:\bnot (?:the|an?) (?:\w+ )?(?:addressee|recipient)"
    r"|\breceived? (?:this|it|the) ?(?:\w+ ){0,3}(?:in error|by mistake)|\bin error\b)"
    r"|any (?:unauthori[sz]ed|review|use|disclosure|copying|views|opinions)\b"
    r".{0,120}?\b(?:prohibited|unlawful|the author|sender|not permitted)"
    r"|(?:please )?(?:consider|think (?:of|about)|think before|save)\b.{0,40}?\b(?:environment|print\w*|paper|trees?)\b"
    r"|you (?:are receiving|received|have received) this (?:\w+ ){0,3}?because\b"
    r"|(?:to|you (?:can|may)) (?:stop receiving|unsubscribe|opt out)\b.{0,60}?\b(?:click|here|link|below|preferences)\b"
    r"|unsubscribe\s*(?:[|·/<]|here\b|link\b)|manage (?:your )?preferences\b"
    r"|diese (?:e-?mail|nachricht)\b.{0,80}?\bvertraulich|ce (?:message|courriel)\b.{0,80}?\bconfidentiel"
    r"|(?:この|本|当)(?:電子)?(?:E-?)?(?:メール|メッセージ|通信).{0,120}?(?:機密|秘密|名宛|宛先以外|受信者|受取人|誤って|誤送信|心当たり|送信専用"
    r"|意図した)"
    r"|(?:万一|万が一|もし(?:も)?|誤って|お?心当たり|間違って|名宛人|宛先(?:の方)?以外|受信者以外).{0,60}?(?:受信|受け取|届い|メール|開示)"
    r".{0,80}?(?:削除|破棄|廃棄|消去|禁[じ止]|ご遠慮)"
    r"|.{0,24}(?:印刷|プリント)(?:する|される|の)?(?:前|際)に?.{0,40}(?:環境|必要)"
    r"|.{0,20}配信停止(?:は|を(?:ご)?希望(?:の方|される|の場合)?は?|のお?手続き?は).{0,20}(?:こちら|下記|URL|リンク|クリック)"
    r")",
    re.IGNORECASE | re.DOTALL,
)
# A line that the register asks for, and no more than that line.
REGISTERED = re.compile(
    r"[\W_]{0,8}(?:registered (?:office|address|company|number|no\b|in [A-Z][\w ]{1,30}\b(?:no|number|under))"
    r"|company (?:no|number|reg\w*)\b|incorporated in\b|vat (?:no|number|reg|id)\b|ust-?id|handelsregister"
    r"|(?:[^,:]{2,60}, ?)?(?:sitz der gesellschaft|amtsgericht \w)|geschäftsführer(?:in)?\s?:"
    r"|(?:法人番号|登録番号)\s?[:：])",
    re.IGNORECASE,
)
