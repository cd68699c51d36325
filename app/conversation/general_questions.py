"""Questions that ask only whether we can help: what they are about is the problem told beside them. Pure."""

from __future__ import annotations

import re

_HELPS = re.compile(
    r"対応|解決|改善|対処|解消|防止|役に立|力にな|助け|手伝|[何な]んとか|何とか|どうにか|相談|提案|アドバイス|方法|[手案]は|どうすれば|どうしたら|もの"
    r"|\b(?:help|assist|solve|fix|handle|address|prevent|tackle|suggest\w*|recommend|advi[sc]e|ideas?|thoughts"
    r"|(?:have|offer) (?:something|anything|a (?:solution|product|tool))"
    r"|(?:something|anything) (?:that )?you (?:\w+ )?do)\b",
    re.I,
)
# Words that name nothing: us and them, "this", helping, and how a question is put.
_NAMES_NOTHING = re.compile(
    r"御社|貴社|おたく|[そこ]ちら|ミナモ[ァ-ヶー・]*|センサー?|製品|商品|サービス|システム|ソリューション|ツール|技術|うち|弊社|当社"
    r"|こう|そう|この|その|こんな|そんな|これ|それ|同様|いう|いった|した|よう|場合|状況|状態|悩み|問題|課題|ケース|トラブル|用途|件|困りごと"
    r"|症状|何か|なにか|[何な]んとか|何とか|どうにか|対応|解決|改善|対処|解消|防止|お役に立[つちて]|役に立[つちて]|力にな[りるっ]|助け|手伝[いうえ]"
    r"|相談に乗って|相談|提案|アドバイス|方法|[良い]い[手案]|良い|いい|よい|どうすれば|どうしたら|可能|でき[るまそ]?|出来[るま]?|いただけ[るまそ]?"
    r"|頂け[るま]?|もらえ[るま]?|くれ[るま]?|あり|ござい|なり|なる|でしょう|です|ます|ません|せん|ない|思い|かね|かな"
    r"|それで|そこで|もしかして|また|あの|えっと|すみません|など|って|こと|もの|さん|お願い|とか|しょう"
    r"|[でにはもがをのなとごおかねまするしせんてうつ]"
    r"|\b(?:can|could|would|will|do|does|is|are|might|may|be|been|able|to|possibly|perhaps|maybe|actually|also|even"
    r"|really|you|your|yours|guys|team|company|minamo|sense|sensors?|systems?|products?|solutions?|tools?|service"
    r"|platform|kit|it|this|that|these|those|such|thing|things|something|anything|any|some|like|kind|sort|type|of|our"
    r"|ours|my|mine|a|an|the|us|me|we|i|out|with|on|in|about|for|at|all|here|then|there|please|thanks|too|case|cases"
    r"|problems?|issues?|situations?|challenges?|pains?|help\w*|assist|solve|fix|handle|address|prevent|tackle|have"
    r"|offer|suggest\w*|recommend|advi[sc]e|ideas?|thoughts|what|how|which|if|and|so|but|well|hi|hello|ok|just|wondering"
    r"|wonder|curious|tell|know|appreciated|welcome|done|or|not|would|sound|sounds|familiar)\b",
    re.I,
)
_OF_OURSELVES = re.compile(
    r"^\W*(?:what|which) (?:kinds? of |sorts? of )?(?:products?|problems?|services?|solutions?|issues?|challenges?"
    r"|cases?)\b"
    r"|^\W*how (?:do|does|would) (?:it|this|that|your \w+) (?:\w+ )?help",
    re.I,
)  # the documents tell what we do and how it works


def asks_only_for_help(question: str) -> bool:
    """Say whether a question names nothing but us and our help: 「御社で対応できますか」 "Could you solve this?"."""
    if _HELPS.search(question) is None or _OF_OURSELVES.match(question):
        return False
    return re.search(r"\w", _NAMES_NOTHING.sub("", question)) is None
