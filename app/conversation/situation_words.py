"""What the prospect's words for a wish, a refusal or a doubt look like, in Japanese and English. Pure."""

from __future__ import annotations

import re

DISCOUNT = re.compile(
    r"値引|割引|値下げ|安くし|安くな[らりる]|まけて|ディスカウント|価格交渉|[%％割]\s?(?:くらい|ぐらい|ほど|は|まで|だけ)?\s?(?:引|オフ|OFF|安く|まけ)"
    r"|引けません|引けますよ|(?:もう少し|もっと|お)安く(?:でき|なり|して)|勉強して(?:くれ|もら|いただ|頂)|\bdiscount|\bhaggle|\bnegotiable"
    r"|\b(?:wiggle room|best) (?:you can do )?(?:on|for) (?:the )?price|\bsharpen your pencil"
    r"|\b(?:confirm|agree to|match|give (?:me|us)|do|at|for) (?:the |that |those )?\d+ ?(?:%|percent)(?! of)"
    r"|\b(?:any|make it|get it|do it|go) cheaper\b"
    r"|\bbetter price|\b(?:knock|take) .{0,16}off\b|(?:%|\bpercent) off\b|\bprice match|\blower (?:the|your) price",
    re.I,
)
QUOTE = re.compile(r"見積|\bquot(?:e|ation)\b|\bestimate\b", re.I)
NO_INTEREST = re.compile(
    r"間に合って|興味(?:は|が)?(?:ない|ありません)|見送(?:り|ら|る)|not interested"
    r"|(?:他社|別の(?:会社|ところ|サービス|製品))(?:さん|様)?(?:に|で)(?:決め|決ま|お願いする|契約)"
    r"|\b(?:went|gone|going|decided to go) with (?:another|a different|someone else)|\bchose (?:another|a different)"
    r"|we['’]?re (?:all )?set",
    re.I,
)
NO_THANKS = re.compile(
    r"結構です|必要ありません|要らない|いらない(?:です|$)|不要です|遠慮(?:します|しておき)|no,? thank|not needed"
    r"|^\W*(?:もう|これで|それで|今は|いまは)、?(?:大丈夫|十分|いい)です[。!！\s]*$"
    r"|^\W*(?:i['’]?m|we['’]?re|all) (?:good|fine|ok(?:ay)?)(?:,? thank(?:s| you))?\W*$",
    re.I,
)
CALLS = re.compile(r"電話|架電|\bcall(?:s|ing|ed)?\b|\bphone\b", re.I)
WRITING = re.compile(r"メール|配信|案内|連絡|DM|e-?mail|\bmessage|\bcontact|\bwrit(?:e|ing)|\bnewsletter", re.I)
STOP = re.compile(
    r"配信|解除|停止|二度と|一切|(?:連絡|メール|電話|案内|営業|DM).{0,8}(?:不要|いらな|要りません|やめ|止め|お断り|しない|送ら)"
    r"|\bunsubscribe|\bopt.?(?:ed |ing )?out|\bstop\b|\bremove\b|\bdelete\b|\bno (?:more|further)\b|\bnever\b"
    r"|\b(?:do not|don['’]?t) (?:contact|e-?mail|call|message|write|send)",
    re.I,
)
