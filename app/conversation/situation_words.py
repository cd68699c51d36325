"""What the prospect's words for a wish, a refusal or a doubt look like, in Japanese and English. Pure."""

from __future__ import annotations

import re

DISCOUNT = re.compile(
    r"値引|割引|値下げ|安くし|安くな[らりる]|まけて|ディスカウント|[%％]\s?(?:引|オフ|OFF)|\bdiscount"
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
    r"結構です|必要ありません|要らない|いらない(?:です|$)|不要です|遠慮(?:します|しておき)|no,? thank|not needed", re.I
)
CALLS = re.compile(r"電話|架電|\bcall(?:s|ing|ed)?\b|\bphone\b", re.I)
WRITING = re.compile(r"メール|配信|案内|連絡|DM|e-?mail|\bmessage|\bcontact|\bwrit(?:e|ing)|\bnewsletter", re.I)
STOP = re.compile(
    r"配信|解除|停止|二度と|一切|(?:連絡|メール|電話|案内|営業|DM).{0,8}(?:不要|いらな|要りません|やめ|止め|お断り|しない|送ら)"
    r"|\bunsubscribe|\bopt.?(?:ed |ing )?out|\bstop\b|\bremove\b|\bdelete\b|\bno (?:more|further)\b|\bnever\b"
    r"|\b(?:do not|don['’]?t) (?:contact|e-?mail|call|message|write|send)",
    re.I,
)
ABOUT_US = re.compile(
    r"(?:あなた|そちら|そっち|相手|これ|ここ|こちら|返事|回答|中の人)[^。？?\n]{0,12}"
    r"(?:人間|人(?:です|なの|か|が)|AI|ＡＩ|ボット|ロボット|機械|自動)"
    r"|^(?:本当に|もしかして|ひょっとして)?(?:人間|AI|ＡＩ|ボット|ロボット|機械)(?:です|なの|さん|$|[？?])"
    r"|\bare (?:you|u) (?:an? |really |actually |even |just )*(?:human|person|bot|robot|ai|machine|real|chat ?gpt)\b"
    r"|\b(?:is|am) (?:this|it|i) (?:\w+ ){0,3}(?:to |with )?(?:an? )?(?:real |actual |live )?"
    r"(?:human|person|bot|robot|ai|machine)\b",
    re.I,
)
FOREIGN_LETTERS = re.compile(r"[\u0370-\u06ff\u0900-\u0e7f\u1100-\u11ff\uac00-\ud7af]")
CHINESE_WORDS = re.compile(r"[吗呢吧您你们这么请问价么个为关于贵们没样谢谢怎]")
KANA = re.compile(r"[ぁ-ヿ]")
FOREIGN_WORDS = frozenset(
    "bonjour merci combien votre vous nous est avec pour quel quelle guten tag danke kostet was ist das und wir sie"  # noqa: SIM905
    " ihre hola gracias cuánto cuesta usted precio buenos días para una por favor olá obrigado quanto custa você preço"
    " buongiorno grazie costa vostro il della xin chào bao nhiêu giá halo berapa harga terima kasih".split()
)
FOREIGN_FROM = 0.4  # share of a message's words that only another language has
