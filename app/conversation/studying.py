"""Who asks for their studies, and who works at a school and may buy for it. Pure."""

from __future__ import annotations

import re

STUDENT = re.compile(
    r"(?:大学|大学院|高専|専門学校|高校|中学)(?:の|で|に|に通う|[一二三四1-4]年(?:生)?の?)?(?:学生|生徒|[一二三四1-4]年|院生)"
    r"(?!向け|支援|募集|採用)"
    r"|(?:私は|当方|の)?(?:大学生|大学院生|院生|高校生|専門学生|学生)(?:です|の者|で(?:、|す)|なの|として)"
    r"|(?:大学(?!病院|発)|大学院|研究室(?!向け))[^。\n]{2,40}(?:アンケート|インタビュー)(?:調査)?[にへ]の?ご?協力"
    r"|(?:大学|大学院|研究室)で[^。\n]{2,30}研究を?して(?:いる|おります|います)?(?:者|もの)"
    r"|(?:卒業論文|卒論|修論|修士論文|博士論文)(?:で|のため|を書|に(?:使|載|引用)|の(?:ため|調査|テーマ|資料|参考))"
    r"|\bi(?:['’]m| am) (?:a |an )?(?:\w+ ){0,3}(?:student|undergrad(?:uate)?|ph\.?d|high ?schooler)\b"
    r"(?! (?:recruit|hous|loan))"
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
    r"見積|購入|買[いうえ]|導入したい|入れたい|設置したい|監視したい|\d\s?台|(?:教員|教諭|教授|講師|職員|設備課|施設課|事務局|技術員)(?:です|の)"
    r"|\b(?:quot\w+|purchase|buy|order|monitor our|book a)\b|\b(?:need|want)s? \d",
    re.I,
)


def studies(text: str) -> bool:
    """Say whether somebody asks for their studies; who buys for a school does not."""
    if STUDENT.search(text):
        return True
    return OF_SCHOOL.search(text) is not None and BUYS_FOR_A_SCHOOL.search(text) is None
