"""What a few words mean after what was spoken of: a draft, a paper, the trial, the repair they wait for. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from app.conversation.beside_a_no import SENTENCE
from app.conversation.memory import Memory
from app.conversation.situations import TELLS, Situation
from app.conversation.slots import Grid, needs_approval
from app.conversation.special_words import HOW_LONG
from app.understanding.facts import Understanding

ALONE = TELLS | {
    Situation.IDENTITY,
    Situation.INJECTION,
    Situation.OFF_TOPIC,
    Situation.THANKS,
}  # no wish by themselves
OF_APPROVAL = ("act.approval", "act.offer_pack", "pack.")
BOUGHT_IN_WRITING = frozenset({"ask_price", "request_quote", "discount"})
A_DRAFT = re.compile(
    r"^\W*(?:(?:じゃあ?|では|それでは|それなら|ぜひ|是非|あと|はい|ええ|その|(?:稟議|社内|上司|説明)\w{0,4}の)[、,\s]*)*"
    r"(?:下書き|したがき|たたき台|ドラフト|文案|ひな[形型]|草案|メモ)(?:[をもがの]|の件)?[、,\s]*(?:ぜひ|一度|早速|先に)?"
    r"(?:お?願い|作っ|作成|書いて|くだ|下さ|ちょうだい|頂[きけ]|いただ|もら|見せ|見たい|ほし|欲し|出して|用意|必要)"
    r"[^。？?\n]{0,16}[。！!？?\s]*$"
    r"|^\W*(?:(?:ok(?:ay)?|yes|yeah|sure|great|good|then|well|so|please|just)[,. ]+)*"
    r"(?:(?:can|could|would|will) (?:you|we|i) (?:please )?|i(?:[’']d| would) like |i (?:need|want) "
    r"|let[’']s see |show me )?"
    r"(?:(?:write|draft|make|prepare|create|put|do|send|get|give|see|have)(?: (?:up|me|us|it|out|together))* )?"
    r"(?:(?:a|the|that|this|my|our|your) )?(?:first |short |rough |quick )?(?:draft|memo)(?: memo| it| one| something)?"
    r"(?: (?:up|together|for (?:me|us|my \w+|our \w+|approval)))*(?: would (?:be (?:great|nice|good|helpful)|help))?"
    r"(?:,? (?:please|then|now|thanks))*\W*$",
    re.I,
)
IN_WRITING = re.compile(
    r"(?:書面|文書|紙|書類|文章)(?:で|に(?:して|した))(?:も|の)?[^。？?\n]{0,6}(?:もら|いただ|頂|くださ|下さ|くれ|ほし|欲し|お願|出|送|ある)"
    r"|\b(?:get|have|put|give|send|need|want|see)\b[^.?!\n]{0,24}\b(?:in writing|on paper)\b"
    r"|\ba (?:written|formal|official) (?:offer|price|proposal|version|copy)\b",
    re.I,
)
WHEN_MENDED = re.compile(
    r"(?:いつ(?:ごろ|頃|まで|に)*|何日(?:で|後)?|どの(?:くらい|ぐらい)で?)[^。？?\n]{0,8}(?:直[るりせし]|なお[るりせし]|復旧|回復|修理|交換|届[くき]|来る|対応|動く|使える)"
    r"|(?:交換|修理|復旧|復帰|代替(?:品|機)?|代わり|代品|返金|対応|新しいの|訪問|点検)[^。？?\n]{0,4}(?:は|って|が|も)?、?いつ"
    r"|\bwhen (?:will|can|do|is|are|does|would)\b[^.?!\n]{0,30}\b(?:fix(?:ed)?|repair(?:ed)?|replace(?:d|ment)?"
    r"|work(?:ing)? again"
    r"|back (?:up|on|online)|running again|resolved|sorted|new one|swap(?:ped)?|refund(?:ed)?|technician|engineer)\b"
    r"|\bhow (?:long|soon)\b[^.?!\n]{0,24}\b(?:fix(?:ed)?|repair(?:ed)?|replace(?:d|ment)?|resolved|sorted|wait)\b",
    re.I,
)
ALREADY_CALLED = re.compile(
    r"^\W*(?:もう|まだ|さっき|すでに)?、?(?:お?電話|ご?連絡|折り?返し)(?:は|を|って)?、?(?:もう|まだ)?(?:した|しました|してくれ(?:た|ました)"
    r"|くれ(?:た|ました)|来た|来ました|あった|ありました)(?:んです|の)?(?:か(?:な|ね)?[?？。\s]*|[?？]\s*)$"
    r"|^\W*(?:did|have|has) (?:you|they|anyone|anybody|someone|somebody|your (?:team|people)) (?:already |just )?"
    r"(?:call(?:ed)?|phoned?|r[iau]ng|tr(?:y|ied)|contact(?:ed)?|reach(?:ed)? out)"
    r"(?: to (?:call|phone|reach))?(?: (?:to )?(?:me|us))?"
    r"(?: (?:yet|already))?\W*$",
    re.I,
)
TRIAL = re.compile(r"トライアル|試し|試せ|試用|無料体験|\btrial\b|\btry (?:it|this|one)\b", re.I)
SIGNS_UP = re.compile(
    r"(?:申し?込(?:み|む)|お?申込|登録|開始|始め|はじめ|やって|参加)(?:ます|みます|たい|させて|を?(?:お願い|希望)|る方法|るには|みたい)"
    r"|^\W*(?:じゃあ?|では|それでは|それなら|はい|ぜひ|是非|ええ)[、,\s]*(?:ぜひ|是非|それ(?:で|を)|これ(?:で|を))?(?:お願い(?:します|いたします|したい)?"
    r"|やりたい|やってみたい|使ってみたい)"
    r"|\bsign (?:me|us) up\b|\bcount (?:me|us) in\b"
    r"|\b(?:let[’']s|we[’']ll|i[’']ll|we will|i will|i[’']d like to|we[’']d like to|i want to|we want to)"
    r" (?:do|try|take|start|begin|go for|get) (?:it|that|one|this|started)\b"
    r"|\bhow do (?:i|we) (?:sign up|start|get started|apply)\b"
    r"|^\W*(?:ok(?:ay)?,? )?(?:yes|sure|great)?,? ?(?:let[’']s (?:start|go|begin)|go ahead|start it|set it up)\b",
    re.I,
)  # where the trial was what we spoke of
ORDERS = re.compile(
    r"(?:^|[、。！!\s]|じゃあ?|では|なら)(?:申し?込(?:み|ま)?|お?申込|契約|注文|発注|購入|買い?)(?:を|し)?(?:ます|たい|せて|希望|お願い|させて)"
    r"(?:です|と思います|いたします|します|ください)?[。！!\s]*$"
    r"|\b(?:we|i)(?:[’']ll| will|[’']d like to| would like to| want to|[’']re ready to|[’']m ready to| are ready to)"
    r" (?:buy|order|purchase|sign up|go ahead|take)(?: (?:it|one|them|\d+(?: \w+)?|the \w+(?: plan)?))?(?: please)?\W*$"
    r"|^\W*(?:ok(?:ay)?,? )?(?:please )?sign (?:me|us) up\b",
    re.I,
)


def meant_after(text: str, first: Situation, *, memory: Memory, grid: Grid, before: str) -> Situation | None:
    """Return what the words are about after what was spoken of; None where they mean what they say.

    `before` is what was said last.
    """
    if memory.waiting_for_person and HOW_LONG.match(text):
        return Situation.WHEN
    if first not in ALONE or speaks_of_a_trial(text, before):
        return None
    return next((found for holds, words, found in AFTER if holds(memory, grid) and words.search(text)), None)


def without_a_question(heard: Understanding, text: str) -> Understanding:
    """Return what was heard in words that mean something else, if these are all: they ask nothing of the documents."""
    others = tuple(one for one in heard.intents if one not in ("ask_product", "prompt_injection"))
    alone = len(SENTENCE.findall(text)) == 1
    return replace(heard, intents=others or ("unclear",) if alone else heard.intents, asks_who=False)


def speaks_of_a_trial(text: str, before: str) -> bool:
    """Say whether they go for the trial that was spoken of `before`."""
    return SIGNS_UP.search(text) is not None and TRIAL.search(before) is not None


def _of_approval(memory: Memory, grid: Grid) -> bool:
    return needs_approval(grid) or any(one.startswith(OF_APPROVAL) for one in memory.said)


AFTER: tuple[tuple[Callable[[Memory, Grid], bool], re.Pattern[str], Situation], ...] = (
    (lambda memory, _grid: memory.in_trouble, WHEN_MENDED, Situation.WHEN),
    (lambda memory, _grid: memory.waiting_for_person, ALREADY_CALLED, Situation.WHEN),
    (_of_approval, A_DRAFT, Situation.APPROVAL_PACK),
    (lambda memory, _grid: bool(BOUGHT_IN_WRITING & set(memory.acts)), IN_WRITING, Situation.QUOTE),
    (lambda memory, _grid: bool(memory.acts), ORDERS, Situation.HUMAN),
)
"""What was spoken of, the words that take it up, and what they are about then."""
