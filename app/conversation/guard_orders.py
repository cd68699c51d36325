"""Recognises text that orders software about: what documents, mails and visitors may not do."""

from __future__ import annotations

import re

from app.conversation.guard_figures import spelled
from app.conversation.guard_leak import folded


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.ASCII)


_WHO = r"(?:ai|llm|gpt|bot|assistant|chatbot|model|system|software|agent)s?"
_WHOM = r"(?:every|all|any|each|the|this|our|your) (?:\w+ )?(?:visitor|customer|user|prospect|reader|client)s?"
_SAY = (
    r"(?:say|print|reply|answer|respond|output|write|repeat|include|state|reveal|display|show|return|append"
    r"|mention|end|begin|start)"
)
_NONE = r"(?:指示|命令|ルール|規則|制約|プロンプト|設定|前提|上記|これまで|以前|ほか|他)"
_AI = r"(?:ai|アシスタント|ボット|チャットボット|モデル|システム|ソフトウェア|llm|自動応答)"
_MUST = r"(?:せよ|しろ|ろ(?![うぅー])|なさい|てください|て下さい|こと(?:[。、\s]|$)|べし|ように|ていただき)"

ORDERS = _any(
    # what went before is void
    r"\b(?:ignore|disregard|forget|override|bypass|drop|discard)\b.{0,30}\b(?:instruction|rule|prompt|polic"
    r"|guideline|document|above|previous|prior|everything|restriction|order)",
    r"\b(?:new|updated|real|secret|hidden|following|developer|system) (?:instruction|order|directive|command"
    r"|prompt)s?\b",
    r"\boverride\b\s*[:!]|\bjailbreak|\bdeveloper mode\b|\bdan mode\b|\bsystem prompt\b|\bprompt injection\b",
    rf"{_NONE}.{{0,12}}(?:無視|忘れ|破棄|取り消|上書き)|システムプロンプト|開発者モード|制限を解除|脱獄",
    # software is spoken to
    rf"(?:^|[\s\W])(?:dear |hey |attention |note to |instructions? (?:for|to) )?{_WHO}\s?[:,!]\s|\b(?:note"
    rf"|message|instructions?|attention) (?:to|for) (?:the |any |all )?{_WHO}\b",
    rf"\b(?:the |this |any |an? )?{_WHO} (?:must|should|shall|has to|is to|needs to"
    rf"|will now)\b.{{0,40}}\b(?:{_SAY}|tell|recommend|offer|send|call|agree|promise)",
    r"\byou are (?:now|no longer) |\bfrom now on,? you\b|\bact as (?:an? )?|\bpretend (?:to|you|that)\b"
    r"|\bas an? (?:ai|language model)\b",
    rf"{_AI}(?:アシスタント)?(?:よ|へ[::の、]|に告ぐ|への(?:指示|命令|お願い)|は必ず)|{_AI}(?:は|が|なら).{{0,30}}(?:と|を).{{0,8}}(?:言|書|返信"
    rf"|回答|出力|答|案内|伝え|表示).{{0,4}}{_MUST}",
    r"(?:あなた|君|お前)は(?:今から|これから|もう)|今から(?:あなた|君)は|になりきっ|のふりをし",
    # words are dictated
    rf"\b{_SAY} (?:only|just|exactly|verbatim|the (?:word|phrase|following|code|sentence)s?|this (?:word"
    r"|phrase|code|sentence))\b",
    rf"\b{_SAY}\b[^.]{{0,30}}\b[a-z]{{2,}}-[a-z]+-\d+|\b(?:tell|inform|advise|convince|assure) {_WHOM}\b",
    r"(?:と|を)(?:そのまま|一字一句|必ず|だけ)?(?:言え|返信せよ|出力し|出力せよ|出力する|書け|答えよ|回答せよ|返せ|唱え|印字|復唱)|と(?:だけ|のみ)(?:言|書|返|出力|答|回答)",
    rf"(?:すべて|全て|全員|訪問者|お客様|顧客|利用者|ユーザー).{{0,12}}(?:に|へ)(?:は)?.{{0,40}}と(?:案内|伝え|言|答え|回答|説明|返信|約束).{{0,5}}{_MUST}",
    # a chat copied in, a comment
    r"<!--|<\|[a-z_]+\|>|\[/?inst\]|#{2,}\s*(?:system|instruction|human|assistant|user)|^\s*(?:system"
    r"|assistant|user|human)\s*:",
    r"\bcall the \w+ (?:tool|function)\b|\bexfiltrat|\bsend .{0,40}\bto (?:https?:|[\w.]+@)"
    r"|\bdo not (?:tell|reveal|mention).{0,20}\b(?:visitor|customer|user)",
)
_FOLDED = _any(
    "ignoreallprevious|ignoreprevious|ignoretheabove|ignoreyour(?:rules|instructions)|disregard(?:all|previous"
    "|the)(?:instr|rules|above)",
    "systemprompt|newinstructions|developermode|指示を無視|命令を無視|ルールを無視|指示は無視|指示を忘れ|システムプロンプト",
)


def orders_software(text: str) -> bool:
    """Say whether `text`, in any spelling, tells software what to do or say."""
    plain = spelled(text)
    return ORDERS.search(plain) is not None or _FOLDED.search(folded(text)) is not None
