"""After our question about their problem, and beside it: what is one, what is none, and in which words it is kept."""

from __future__ import annotations

from datetime import date

import pytest

from app.conversation.bare_answers import without_asides, without_other_answers
from app.conversation.hearing import hear
from app.conversation.slots import learn
from app.understanding.challenge_words import DEFAULT_CATEGORIES
from app.understanding.facts import Asked
from app.understanding.language import detect
from app.understanding.understand import understand

TODAY = date(2026, 11, 24)


def problems(text: str, *, asked: Asked | None = "challenge") -> list[str]:
    lang = detect(text)
    found = without_asides(
        hear(text, today=TODAY, asked=asked, waiting=(), lang=lang, categories=DEFAULT_CATEGORIES), text
    )
    if asked:
        found = without_other_answers(found, text, asked=asked, today=TODAY, lang=lang)
    return [one.span for one in found.challenges]


@pytest.mark.parametrize(
    "text",
    [
        # who they are, where, at what they work
        "製紙工場の保全です",
        "県の水道公社です。浄水場は9か所あります",
        "製麺会社の工務です",
        "岡山のうちの工場",
        "自動車部品のメーカーです",
        "病院の施設課です",
        "we're a bakery in Leeds",
        "facilities manager at a hospital",
        "I run maintenance at a cement plant",
        # what they have
        "回転は速いときで300rpmです",
        "LTEは入るけど弱いです",
        "ファンとブロワ、あとコンプレッサーです",
        "the motors are 45 kW",
        "hoists and dock pumps",
        "signal is weak there but it works",
        # our price
        "高いな",
        "思ったより高いですね",
        "that's too expensive",
        "come on, Senzatek gives us 15%",
        "hm that's more than we wanted to spend",
        # when, and whom it depends on
        "いつまでにとかは決まってないけど",
        "社長次第かな",
        "no idea about timing.",
        "Hard to say, depends on the boss",
        "whenever the budget comes",
        # they come back, may not tell more, want a paper, ask, compare
        "陸の工場のほうでまた相談します",
        "上の許可がいるのでとりあえず名前だけで",
        "費用対効果の計算の仕方がわからなくて困っています",
        "I need an ROI sheet for my boss",
        "スタータープランとスタンダードの違い",
        "then what's the battery life.",
        "what's the difference between starter and standard",
        "evaluating vendors for our plant",
        "同じような悩みです",
        "we have a sister plant in Kobe though, same problem",
        # what others in the house think, what a customer is to get
        "購買は毎月払いを嫌がるんですよね",
        "Procurement hates opex",
        "IT hates that",
        "They'd need alarms into their existing SCADA",
        "Need global rollout incl. Poland and Mexico",
    ],
)
def test_what_answers_something_else_is_no_problem(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "コスト",
        "人手不足",
        "夜間の停止",
        "点検",
        "設備の老朽化ですね",
        "工場が古い",
        "病院の空調がよく止まります",
        "現場の人間が足りない",
        "200rpmで回すと異音がします",
        "ポンプとブロワの故障",
        "電気代が高いです",
        "保守契約が高いんです",
        "いつ壊れるか分からない",
        "点検が人次第です",
        "上司次第で対応がバラバラです",
        "また連絡が遅れて怒られました",
        "購買の処理が遅い",
        "同じ悩みを何年も抱えていて、夜間の停止が減りません",
        "人も予算もないです",
        "night stops",
        "cost",
        "maintenance costs too much",
        "it's too expensive to send people out at night",
        "no idea when a bearing will fail",
        "hard to tell which pump is bad",
        "everything depends on the one guy who knows the pumps",
        "comparing invoices by hand every month",
        "the same problem every winter, the pump freezes",
        "IT keeps blocking our tools",
        "poor signal so we drive to every station",
        "our plant manager spends half the day on rounds",
        "need more technicians",
        "what's killing us is downtime",
        "the fans vibrate a lot",
        "one guy walks the whole site every morning",
    ],
)
def test_a_noun_or_a_sentence_that_tells_trouble_is_one(text: str) -> None:
    assert problems(text) != []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "hi, we run a small dairy (industrial, 3 tanks) and the cooler drive keeps dying on us.",
            "we run a small dairy (industrial, 3 tanks) and the cooler drive keeps dying on us",
        ),
        ("Our 3 pumps (A, B and C) keep failing", "Our 3 pumps (A, B and C) keep failing"),
        ("belts, seals and couplings, all failing", "belts, seals and couplings, all failing"),
        (
            "gearbox and the blower, both failed this year, 2 days down each time",
            "gearbox and the blower, both failed this year, 2 days down each time",
        ),
        ("fans mostly. about one a month, we lose a shift each time", None),
        (
            "排水ポンプが半年ごとに軸受やられて、そのたびに夜中に呼び出されるんですよ",
            "排水ポンプが半年ごとに軸受やられて、そのたびに夜中に呼び出される",
        ),
        ("So far we check by hand", "So far we check by hand"),
        ("うちも冷凍食品で同じような悩みです。停まると廃棄がでかい", "停まると廃棄がでかい"),
        ("We miss calls at night. Both teams are too busy.", "Both teams are too busy"),
        ("Hello. Both pumps keep failing.", "Both pumps keep failing"),
    ],
)
def test_a_problem_keeps_its_subject(text: str, span: str | None) -> None:
    assert (span or text) in problems(text, asked="challenge")


@pytest.mark.parametrize(
    "text",
    [
        "hi, can u help w/ pump cavitation",
        "a pump making a strange noise, would your sensor tell us what's wrong?",
        "the feed pump is making a weird noise since last night, would your sensor tell us what it is?",
        "We lose batches at night when the chiller trips and I'd like a call.",
        "we had two shutdowns in the night and the guy on call had to drive so i want to know is there a trial",
        "We have a lot of trouble with cooling tower fans",
        "one guy walks the whole site every morning. is there something better?",
        "the belt snaps once a month, do you monitor belts?",
        "LINE 3 IS DOWN RIGHT NOW smoke from gearbox",
        "3 vacuum pumps out at once",
        "体育館と校舎の空調、ポンプの点検を楽にしたいのですが",
        "設備が止まって廃棄が出るので、監視したいです",
        "ファンの軸受が突然死します",
        "じいさんがひとりで見とる精米所だけどこんなのいるんかね 昇降機のベアリングがよくいかれる",
    ],
)
def test_a_problem_beside_a_wish_or_a_question_is_heard(text: str) -> None:
    assert problems(text, asked=None) != []


@pytest.mark.parametrize(
    "text",
    [
        "来週工場に行かれますか",
        "御社がやられている事例を見たいです",
        "廃棄方法を教えてください",
        "契約が3月に切れます",
        "音が出る警報は付けられますか",
        "折れ線グラフで見られますか",
        "停電時はどうなりますか",
        "導入の手続きを楽にしたい",
        "高いな",
        "それでお願いします",
        "We have a planned shutdown in May",
        "our two shutdowns each year are in May and October",
        "can we put you down for Tuesday",
        "does it detect cavitation?",
        "Can it tell strange noises from normal ones?",
        "is it worth the trouble",
        "can you help me with a quote",
        "We sold out at once",
        "we do business trips every month",
        "Both would be fine",
        "We have storm drainage pumps that only run a few times a year.",
        "and is it waterproof? we hose everything down, pressure washers too",
        "I'm looking for something for our greenhouse. circulating fans and irrigation pumps, about 20 motors",
        "Kind regards\nJürgen Weiß-Brandl\nHead of Technical Purchasing\nSüdzucht K.K.",
    ],
)
def test_what_only_sounds_like_trouble_is_no_problem(text: str) -> None:
    assert problems(text, asked=None) == []


def test_a_signature_tells_no_problem_and_what_stands_before_it_does() -> None:
    text = "Our pumps keep failing.\nKind regards\nJohn Miller\nHead of Maintenance"
    assert problems(text) == ["Our pumps keep failing"]


def test_a_problem_told_later_takes_the_place_of_a_mere_name() -> None:
    def grid(*told: str) -> list[str]:
        cells = {}
        for text in told:
            cells |= learn(cells, understand(text, today=TODAY, asked="challenge"), asked="challenge")
        return list(cells["challenge"].normal["spans"])

    later = "the hydraulic pumps keep failing"
    assert grid("hydraulic pumps", later) == [later]
    assert grid("コスト", "夜間の返信が遅くて困っています")[0] == "コスト"
    assert len(grid("our fans keep tripping", later)) == 2
    assert grid(later, "hydraulic pumps")[0] == later


def test_the_same_words_are_kept_once() -> None:
    text = "Our pumps keep failing.\nOur pumps keep failing."
    cells = learn({}, understand(text, today=TODAY, asked=None), asked=None)
    assert cells["challenge"].normal["spans"] == ["Our pumps keep failing"]
