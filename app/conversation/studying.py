"""Who asks for their studies, and who works at a school and may buy for it. Pure."""

from __future__ import annotations

import re

STUDENT = re.compile(
    r"(?:大学|大学院|高専|専門学校|高校|中学)(?:の|で|に|に通う|[一二三四1-4]年(?:生)?の?)?(?:学生|生徒"
    r"|[一二三四1-4]年|院生)"
    r"(?!向け|支援|募集|採用|寮|食堂|課|部|会館|相談|窓口|サービス|センター|ホール|用|\s?台)"
    r"|(?<![^私僕し]は)(?<![がも])(?:私は|当方|の)?(?:大学生|大学院生|院生|高校生|専門学生|学生)(?:です|の者|で(?:、"
    r"|す)|なの|として)"
    r"|(?:大学(?!病院|発)|大学院|研究室(?!向け))[^。\n]{2,40}(?:アンケート|インタビュー)(?:調査)?[にへ]の?ご?協力"
    r"|(?:大学|大学院|研究室)で[^。\n]{2,30}研究を?して(?:いる|おります|います)?(?:者|もの)"
    r"|(?:卒業論文|卒論|修論|修士論文|博士論文)(?:で|のため|を書|に(?:使|載|引用)|の(?:ため|調査|テーマ|資料|参考))"
    r"|\bi(?:['’]m| am) (?:a |an )?(?:\w+ ){0,3}(?:student|undergrad(?:uate)?|high ?schooler"
    r"|ph\.?d\.?(?= (?:student|candidate|at\b|working|studying|research\w*\b)|\W*$|[,.]))(?![\w-])(?! (?:recruit|hous"
    r"|loan|affairs))"
    r"|\bi(?:['’]m| am)[^.?!\n]{0,40}\b(?:my|a) (?:\w+ ){0,2}(?:thesis|dissertation|term paper)\b",
    re.I,
)  # says who they are
OF_SCHOOL = re.compile(
    r"(?:大学|大学院|高専|専門学校|高校|中学)(?:の|で|に|に通う|[一二三四1-4]年(?:生)?の?)?(?:ゼミ|研究室|授業|課題)"
    r"|(?:卒業論文|卒論|修論|修士論文|博士論文|レポート(?:課題|の課題)|授業の(?:課題|レポート)|ゼミ(?:の|で)"
    r"|探究(?:学習|の(?:課題|授業|時間))|夏休みの(?:課題|宿題)|自由研究)"
    r"|\b(?:my|our|a|the) (?:\w+ ){0,2}(?:thesis|dissertation|term paper|class (?:project|assignment)"
    r"|(?:university|college|master['’]?s|capstone) (?:project|paper)|school project|homework|coursework)\b"
    r"(?! (?:office|mill|team|manager|management|lead|group|department|machine))",
    re.I,
)  # what a student does; who works at a school may buy for it
BUYS_FOR_A_SCHOOL = re.compile(
    r"見積|購入|買[いうえ]|導入したい|入れたい|設置したい|監視したい|\d\s?台|デモ|(?:導入|購入|更新)を?検討|故障(?:が"
    r"|に|で)(?!予)[^。\n]{0,6}"
    r"(?:多|続|頻|困|悩)|困って(?:い|お)|よく(?:止ま|壊れ)|故障(?:を|は)[^。\n]{0,4}(?:減ら|無く|なく)|(?:教員|教諭"
    r"|教授|講師|職員|設備課|施設課|事務局|技術員)(?:です|の)"
    r"|\b(?:quot\w+|purchase|buy|order|monitor our|book a|(?:keeps?|often) (?:fail|break|stopp)\w*)\b|\b(?:need"
    r"|want)s? \d",
    re.I,
)
_WANTS_A_QUOTE = re.compile(
    r"見積(?:書|もり|り)?[をも]?[、\s]?(?:ください|下さい|お願い|頂|いただ|ほし|欲し)|\b(?:need|want|send|get"
    r"|like)\b[^.?!\n]{0,16}"
    r"\bquot(?:e|ation)\b",
    re.I,
)  # and buys, whatever they study


def studies(text: str) -> bool:
    """Say whether somebody asks for their studies; who buys for a school does not."""
    if STUDENT.search(text):
        return _WANTS_A_QUOTE.search(text) is None
    return OF_SCHOOL.search(text) is not None and BUYS_FOR_A_SCHOOL.search(text) is None
