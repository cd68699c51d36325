"""Trouble with machines told plainly is a problem; what only answers, refuses or informs is none, asked or not."""

from datetime import date

import pytest

from app.conversation.bare_answers import without_other_answers
from app.conversation.hearing import hear
from app.understanding.challenge_words import DEFAULT_CATEGORIES
from app.understanding.language import detect
from app.understanding.understand import understand

TODAY = date(2027, 3, 10)


def told(text: str) -> list[str]:
    return [one.span for one in understand(text, today=TODAY).challenges]


def answered(text: str) -> list[str]:
    """Return the problems heard in the answer to our question for one."""
    lang = detect(text)
    heard = hear(text, today=TODAY, asked="challenge", waiting=("challenge",), lang=lang, categories=DEFAULT_CATEGORIES)
    kept = without_other_answers(heard, text, asked="challenge", today=TODAY, lang=lang)
    return [one.span for one in kept.challenges]


@pytest.mark.parametrize(
    "text",
    [
        "our wash pumps pack up every few months",
        "the palletiser jams mid-shift about once a day",
        "a coupling sheared in May and we stood for two days",
        "the exhaust fan is making a howling noise",
        "nuisance alarms all night, we have false alerts every shift",
        "I'm on my own looking after 60 motors",
        "one fitter for three factories",
        "the bearings last maybe ten weeks",
        "Mixer is stop many times in the day",
        "we're tired of driving out at 2 a.m. for nothing",
        "the paint booth fan runs hot in the afternoon",
        "the ski lift stopped with families on it",
        "真空ポンプが三か月おきにダメになる",
        "今の警報は空振りばかりです",
        "設備を見られるのが自分ひとりなんです",
        "減速機から油がにじんでいます",
        "機械 いつも 止まります",
        "冷凍機が二回ダウンして魚を捨てました",
        "モーターの音が最近変なんです",
    ],
)
def test_what_machines_do_and_who_is_left_to_look_after_them_is_a_problem(text: str) -> None:
    assert told(text)
    assert answered(text)


@pytest.mark.parametrize(
    "text",
    [
        "our line stops every night for cleaning",
        "the bus to our plant goes every 20 minutes",
        "nobody got injured, thank God",
        "sorry, forget what I said about the price",
        "people ring me all day when I leave my number",
        "sixteen chillers",
        "for a swimming pool",
        "before the tourists come",
        "because my director asked",
        "the tanks are outside",
        "just looking around",
        "no more questions, all clear",
        "I retire in two years",
        "Kim Larsen",
        "That will do for now.\nKim",
        "To whom it may concern",
        "Registered in Scotland no. 5512",
        "けが人はありませんでした",
        "会社のメールは教えられないんで",
        "ポンプが8基あるので",
        "上に言われたので",
        "ゲートウェイは何円なの",
        "これって外でも使えるの",
        "私は経理なので",
        "二番だけ教えて",
        "エンタープライズで足りそう",
        "昼休みしか電話に出られないです",
        "この画面わかりにくい",
        "予算が出るかまだわからない",
        "購買の林",
        "よい週末を",
    ],
)
def test_a_fact_a_courtesy_a_refusal_or_a_question_is_none_even_where_we_asked(text: str) -> None:
    assert told(text) == []
    assert answered(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Pump no. 7 has had three seal failures.", "Pump no. 7 has had three seal failures"),
        ("Our 30 yr. old blower keeps breaking down. Help?", "Our 30 yr. old blower keeps breaking down"),
        ("The chiller at St. Anne's keeps failing.", "The chiller at St. Anne's keeps failing"),
        ("Is it dear? No. We lose a batch every week.", "We lose a batch every week"),
    ],
)
def test_a_shortened_word_ends_no_problem(text: str, span: str) -> None:
    assert told(text) == [span]


def test_a_very_long_message_is_read_in_a_blink() -> None:
    for piece in ("pump ", "no. ", "before and ", "ファンが", "stops every "):
        assert understand(piece * 4000, today=TODAY, asked="challenge")


@pytest.mark.parametrize(
    "text",
    [
        "They said the seals are cracked",
        "People phone me at night when the fan trips",
        "Worn Seals",
        "Power Cuts",
        "The blowers.\nNoise",
        "ファンの軸受だけ",
        "Nobody was hurt when the shaft sheared",
    ],
)
def test_an_answer_that_looks_like_a_name_a_call_or_a_relief_is_a_problem(text: str) -> None:
    assert text.split("\n")[-1] in answered(text)


@pytest.mark.parametrize("text", ["before each audit", "during every shutdown", "Ann Mary Poole", "見学だけです"])
def test_a_part_of_a_sentence_is_neither_a_problem_nor_an_order_to_the_software(text: str) -> None:
    heard = understand(text, today=TODAY, asked="challenge")
    assert heard.challenges == ()
    assert "prompt_injection" not in heard.intents


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("うちで打ち合わせをお願いします。金曜の14時", True),
        ("We want you at our meeting on Friday at 2 to show it", True),
        ("社内の会議で配る数字がほしい、金曜の14時まで", False),
        ("I need a summary for our meeting on Friday at 2", False),
    ],
)
def test_a_meeting_of_their_own_is_ours_only_if_we_are_to_come(text: str, wished: bool) -> None:
    heard = understand(text, today=TODAY)
    assert (heard.meeting is not None) is wished
