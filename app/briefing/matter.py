"""Which sentence of an upset message names the matter, and which is only the anger or the greeting around it. Pure."""

from __future__ import annotations

import re

from app.briefing.pen import sentences_in

# What happened: something fails, nobody answered, a promise was not kept, a bill is wrong.
_HAPPENED = re.compile(
    r"(?:開|動|届|使|入|出|つなが|繋が|止ま|反映され|表示され|送信でき|ログインでき|認識し"
    r"|更新され)(?:か|き|け|え|ら|れ)?(?:な(?:い|く|かった)|ま?せん)|止まっ|止まり|落ち(?:る"
    r"|ます|て)|壊れ|故障|不具合|エラー|オフライン|固ま"
    r"|(?:返事|返信|連絡|電話|回答|折り返し|見積|資料|商品|製品|請求書|納品"
    r"|担当(?:者)?(?:の方)?)[^。]{0,14}(?:な(?:い|く|かった)|来(?:な|ま?せ|て(?:い)?な)"
    r"|もらえ|いただけ|届か|忘れ|遅|間違)"
    r"|(?:約束|予定|聞いて(?:い)?た|説明|見積|料金|請求|金額|仕様|案内)[^。]{0,16}(?:違|異な"
    r"|破|守|過ぎ|高|二重|間違|なかった)|二重(?:に)?(?:請求|引き落と)|間違(?:った|って|い)"
    r"|(?:遅|おそ)(?:い|れ|すぎ)|しつこ|勝手に|(?:無|な)くな(?:った|って)|消え"
    r"|\b(?:stopped|stops|broke|broken|fails?|failed|failing|crash\w*|offline|frozen|won't"
    r"|doesn't|isn't|can't|cannot|not working|missing|late|delayed|wrong|incorrect|twice"
    r"|overcharged|charged|cancel+ed|lost|error\w*|down)\b"
    r"|\b(?:no ?body|no one|never|haven't|hasn't|still|didn't"
    r"|not)\b[^.?!]{0,40}\b(?:answer\w*|repl\w*|respon\w*|call\w*|contact\w*|heard|got"
    r"|arriv\w*|receiv\w*|deliver\w*|fixed|show\w*)\b|\b(?:promised|agreed|told|said)\b",
    re.I,
)
_CONCRETE = re.compile(
    r"\d|昨日|今朝|先週|先月|一昨日|今日|[月火水木金土日]曜|センサー|ロボット|アプリ|画面"
    r"|システム|機械|請求|見積|契約|メール|電話|担当"
    r"|\b(?:yesterday|today|last (?:week|month|night)|since|monday|tuesday|wednesday|thursday"
    r"|friday|sensors?|robots?|gateway|app|dashboard|invoice|order|quote|contract|e-?mails?"
    r"|install\w*)\b",
    re.I,
)
# Anger, urging, greetings and names: true, but not what it is about.
_AROUND = re.compile(
    r"^(?:一体|いったい|もう|本当に|ほんとに|すごく|大変|正直)?、?(?:どう(?:なって|いうこと"
    r"|して(?:くれ|も)|なん)|いい加減|ふざけ|何度も|何回も|ひど|酷|最悪|話にな|困(?:り"
    r"|って)(?:い)?ま|怒って|がっかり|信じられ|納得|至急|早く|早急に|すぐに|責任者|上の|謝"
    r"|ちゃんと|しっかり|きちんと|クレーム|苦情|お世話|いつも|こんにち|はじめまして"
    r"|初めまして|突然|よろしく|対応(?:して|を|が(?:悪|ひど)))"
    r"|^.{0,24}(?:と申します|の者です|でございます)|^[^。、]{1,12}です$"
    r"|^(?:what(?:'s| is| the)? (?:going on|happening|wrong|the point)"
    r"|this is (?:\w+ )?(?:ridiculous|unacceptable|terrible|awful|a joke|outrageous|not (?:ok"
    r"|acceptable|good enough))|i(?:'m| am) (?:\w+ )?(?:angry|upset|furious|disappointed"
    r"|fed up|very|so|really|not happy)"
    r"|(?:hi|hello|dear|hey)\b|(?:please|kindly) (?:fix|help|call|reply|respond|do|sort)"
    r"|fix (?:it|this)|unacceptable|ridiculous|seriously|come on|are you (?:kidding|serious)"
    r"|how (?:can|could|is) (?:you|this|that)|i (?:want|demand|expect|need) (?:a|an|to|my)"
    r"|my name|i'm [A-Z])",
    re.I,
)


def matter_in(text: str) -> str:
    """Return the sentence that says what happened, verbatim; the longest if none does, "" if all is anger."""
    found = sentences_in(text)
    best = max(found, key=_weight, default="")
    if not best or _weight(best) > 0:
        return best
    return max((one for one in found if _weight(one) == 0), key=len, default="")


def _weight(sentence: str) -> int:
    """`max` keeps the first of equals."""
    weight = 4 * bool(_HAPPENED.search(sentence)) + bool(_CONCRETE.search(sentence))
    return weight - 3 * bool(_AROUND.search(sentence)) - (len(sentence) < 5)
