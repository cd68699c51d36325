"""What a message says before and after its question: greetings, who writes, thanks. Nothing of it is looked for."""

from __future__ import annotations

import re

from app.retrieval import tokens

_CLAUSE = re.compile(r"[^。．！？!?\n;；、]+?(?:[。．！？!?\n;；、]+|(?<=[a-z])[.,:]\s+|$)", re.I)

_JAPANESE = (
    r"お世話(?:に|さま|様)|(?:はじ|初)めまして|こんにち[はわ]|こんばん[はわ]|おはよう|突然|夜分|お忙しい|ご多忙",
    r"恐れ入り|恐縮|(?:す|済)みません|失礼|よろしく|宜しく|お手数|お礼|素人質問|お返事|ご(?:回答|返信|連絡|教示)",
    r"わかる範囲|なるはや|お願い(?:し|いた|致)",
    r".*(?:ありがとう|有難う|有り難う|申します|申し上げます)",
    r".*(?:会社|商事|工業|産業|製作所|電機|製薬|物流|食品|建設|商店|[部課室]|担当|チーム)の?[^、。]{1,10}です[。！]?$|.*者です[。！]?$",
    r".*(?:資料|サイト|ホームページ|HP|ブログ|カタログ|パンフレット|動画|記事|展示会|セミナー).{0,10}"
    r"(?:拝見|拝読|拝聴|見まし|読みまし|見て|読んで|伺い|参加し|ダウンロードし)",
)
_ENGLISH = (
    r"(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day))(?: \w+)?[.,!]*\s*$",
    r"(?:i'm|i am|my name is|my name's|this is) [^?]*\b(?:from|at|with|of|here)\b",
    r"my name is|(?:many )?thanks|thank you|cheers|(?:i )?hope (?:you|this|all)|sorry (?:to|for|if)|(?:best|kind) re",
    r"(?:i|we) (?:just )?(?:read|saw|came across|visited|looked at|downloaded|watched) (?:your|the|this) (?!.*\?)",
    r"looking forward|any help|(?:i'd |i would )?appreciate|(?:just a )?quick (?:one|question)|just wondering[^?]*$",
)
_SMALL_TALK = re.compile("|".join(f"(?:{pattern})" for pattern in (*_JAPANESE, *_ENGLISH)), re.I)

_FRAME = re.compile(r"\b(?:is|would|will|it['’]?s|it is) (?:it )?(?:be )?possible (?:for (?:us|me|you) )?to\b", re.I)
"""How a question is put and no part of what it asks."""


def to_the_point(text: str) -> str:
    """Return `text` without its small talk; all of it where nothing else would be left."""
    text = _FRAME.sub("can we", text)
    clauses = [match.group() for match in _CLAUSE.finditer(text)]
    kept = "".join(clause for clause in clauses if not _SMALL_TALK.match(clause.strip()))
    return kept if kept != text and not tokens.light().issuperset(tokens.words(kept)) else text
