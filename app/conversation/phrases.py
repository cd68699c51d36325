"""What a sentence of a model is besides its content: whole, asking, or an empty courtesy. Pure."""

from __future__ import annotations

import re

_WHOLE = re.compile(r"[。．.!?！？][\"'”’」』）)]*(?:\s?\[\d{1,2}\])*[。.]?\s*$|\[\d{1,2}\]\s*$")
_KANA = re.compile(r"[ぁ-ヿ]")
_QUOTED = re.compile(r"「[^」]*」|『[^』]*』|“[^”]*”|\"[^\"]*\"")
_ASKS = re.compile(
    r"[?？]|(?:ます|です|でしょう|ません|でした|ました)か[。\s]*$"
    r"|(?:教え|聞かせ|お知らせ|お書き|ご記入|ご返信|ご共有|ご回答|ご連絡|お申し付け|お選び|お伺い|伺わせ|伺い)[^。]{0,14}"
    r"(?:ください|下さい|いただけ|いただき|幸い|願い|ませ(?!ん)|たく|たい)"
    r"|\b(?:please|kindly)\b.{0,20}\b(?:tell|share|let|provide|send|describe|confirm|reply|enter|leave|choose"
    r"|pick|state)\b"
    r"|\b(?:let (?:me|us) know|tell (?:me|us)|may i ask|i(?:'d| would) (?:like|love) to (?:know|ask|hear|learn)"
    r"|(?:could|can|would|may|will) (?:you|i|we) \w+)\b",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"^\W*+(?:はい|ええ|もちろん(?:です)?|承知(?:いた)?しました|かしこまりました|了解(?:いた)?しました|わかりました|可能です|大丈夫です"
    r"|(?:この度は|このたびは)?(?:お問い?合わ?せ|ご質問|ご連絡|ご相談|お知らせ)?(?:(?:を)?いただき|くださり)?[、,\s]*(?:誠に)?ありがとうございます"
    r"|(?:yes|ok(?:ay)?|sure|of course|certainly|absolutely|understood|got it|hello|hi|i understand"
    r"|no problem)(?: there)?"
    r"|(?:many )?(?:thanks|thank you)(?: (?:for|very|so) [^.!,]{0,40})?)\W*+$",
    re.IGNORECASE,
)
_TROUBLE = re.compile(
    r"負担|切実|大変|お?悩み|つらい|\b(?:burden|tiring|hard|difficult|tough|concern)\b", re.IGNORECASE
)
_PROMISES = re.compile(
    r"(?:でき|なくなり|減り|増え|解消し|解決し)ます|(?<!承知)(?:いた)?します[。\s]*$"
    r"|\b(?:will|can|could|going to|won't)\b|'ll\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"ません|ない|なく|\b(?:no|not|never)\b|n't\b", re.IGNORECASE)
_MIRRORS = re.compile(
    r"との(?:こと|お話|お悩み|ご事情|ご状況|ご要望|ご相談)|ということ(?:です|、)|(?:の|ん)ですね|お困り|お悩み|お考え|ご検討|ご希望|ご苦労|ご負担|ご不便|お急ぎ"
    r"|と(?:伺|お書き|お聞き|受け止め|理解)|でいらっしゃ|お使い(?:です|なの|で|の)|お話(?:し|の|に)|にとって|でしたら|(?:よう|大変|切実|重要)ですね"
    r"|\byou(?:'re|'ve| are| have| already| currently| now| run| use| plan| hope| want| need| work| mention\w*"
    r"| said| wrote| describ\w*| told| would like|'d like"
    r"| type| enter| key in| fill| copy| file| sort| count| track| inspect| check| drive| ship| produce| sell| serve"
    r"| also| still| spend| lose| look\w*| struggle| manage| deal)\b|\b(?:for|with|like|in|at|on) your\b"
    r"|\b(?:since|as|because|given|if|when|so|that) (?:you|your)\b"
    r"|(?<!any )(?<!no )\b(?:sounds?|must be|seems?) (?=\w)"
    r"|^\W*with (?:only |just |about )?\d[\d,]* (?:people|of you)\b"
    r"|^\W*with (?:only |just |about )?(?:two|three|four|five|six|seven|eight|nine|ten) (?:people|of you)\b"
    r"|^\W*your (?:\w+ )?(?:team|people|staff|night|line|plant|warehouse|site|situation"
    r"|current)\b",
    re.IGNORECASE,
)


def is_whole(sentence: str) -> bool:
    """Say whether a closing mark or a source number ends it: a heading, a list item or a torn end does not."""
    return _WHOLE.search(sentence) is not None


def has_kana(sentence: str) -> bool:
    """Say whether there is any kana, as in every Japanese sentence."""
    return _KANA.search(sentence) is not None


def asks(sentence: str) -> bool:
    """Say whether it asks the prospect for anything, as a question or as a request."""
    return _ASKS.search(_QUOTED.sub("", sentence)) is not None


def is_courtesy(sentence: str) -> bool:
    """Say whether it only says yes, thank you or hello: alone it would consent to whatever was asked."""
    return _COURTESY.match(sentence) is not None


def mirrors(clause: str) -> bool:
    """Say whether a clause tells the prospect's own matter back: only there may their words stand."""
    if _PROMISES.search(clause):
        return False
    if _MIRRORS.search(clause):
        return True
    return _TROUBLE.search(clause) is not None and not _DENIES.search(clause)
