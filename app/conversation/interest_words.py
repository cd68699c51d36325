"""Interest and wishes that name no question: what answers them is a welcome, not a look into the documents. Pure."""

from __future__ import annotations

import re

INTERESTED = re.compile(
    r"^\W*(?:(?:こんにちは|はじめまして|初めまして|はい|ええ|少し|ちょっと|とても|すごく|結構|大変|非常に|いま|今"
    r"|現在|まだ|ちょうど|やっぱり?|やはり|実は|でも|いや|あ)[、。\s]*)*"
    r"(?:(?:御社|貴社|そちら|こちら|この)の?(?:製品|商品|サービス|センサー?|システム|もの)?(?:の導入)?(?:に|には|を"
    r"|が|の導入を)[、\s]*)?(?:(?:少し|ちょっと|とても|すごく|非常に)[、\s]*)?"
    r"(?:(?:導入|購入|採用|利用)(?:を|の)?)?(?:興味(?:が|は)?(?:あ(?:る|ります|って)|出て(?:き|い)|湧い|を?持って"
    r"(?:い)?)|(?:前向きに)?検討(?:中|し(?:始め)?て(?:い)?(?:る|ます|おり)|を始め)"
    r"|気になって(?:い)?(?:る|ます|おり))[ぁ-ん]{0,6}[。！!\s]*$"
    r"|^\W*(?:(?:hi|hello|hey|yes|yeah|ok(?:ay)?|actually|well|but|no|oh|hmm+|sorry|wait)\W+)*(?:(?:i|we)(?:['’]m"
    r"|['’]re| am| are| might be| may be"
    r"|['’]d be)? )?(?:\w+ly |very |quite |a bit |rather "
    r"|also |still |actually )?interested(?: in (?:your|this|the) (?:product|products|solution|solutions|service"
    r"|services|system"
    r"|sensors?|offering|stuff|company))?(?: after all| now)?\W*$",
    re.I,
)  # and that is all
WISHES = re.compile(
    r"(?:(?<!しり)(?<!知り)たい(?:です|ん(?:です)?|と(?:思|考)\w*|の(?:です|で))?|探して(?:い)?(?:る|ます|おり)\w*"
    r"|検討(?:中|して)\w*|希望(?:です|します|して)\w*|興味が\w+)"
    r"[ぁ-ん]{0,6}[。！!\s]*$"
    r"|\b(?:looking for|interested in|(?:i|we)(?:['’]d| would) like (?:to|a|an|some)|(?:i|we) (?:want|need"
    r"|are considering|are planning)|(?:we|i)['’]re (?:considering|planning|after))\b",
    re.I,
)  # told, and asked for nothing that is read otherwise
