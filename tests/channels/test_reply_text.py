"""Of a reply only the sender's own words are left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.channels.email.parse import parse
from app.channels.email.reply_text import split_reply, visible_reply
from tests.channels.mails import on_file

WORDS = "お世話になっております。\n\n4月を想定しています。"

QUOTES = {
    "Gmail": "2026年11月24日(火) 10:00 みなも計測 <sales@minamo.example>:\n\n> 時期は？",
    "old Gmail": "2026/11/24 10:00 に みなも計測<sales@minamo.example> さんは書きました:\n> 時期は？",
    "full width": "2026年11月24日（火） 10:00　みなも計測　＜sales@minamo.example＞：\n\n＞ 時期は？",
    "iPhone": "iPhoneから送信\n\n2026/11/24 10:00、みなも計測 <sales@minamo.example>のメール:\n\n> 時期は？",
    "Outlook": "________________________________\n差出人: みなも <sales@minamo.example>\n"
    "送信日時: 2026年11月24日 10:00\n宛先: 森\n件名: 料金\n\n時期は？",
    "Outlook in English": "From: Minamo <sales@minamo.example>\nSent: Tuesday, November 24, 2026 10:00 AM\nTo: Mori\n"
    "Subject: Plans\n\nWhen?",
    "old Outlook": "-----Original Message-----\nFrom: Minamo\n\nWhen?",
    "Japanese old Outlook": "-----元のメッセージ-----\n差出人: みなも\n\n時期は？",
    "Thunderbird": "On 2026/11/24 10:00, みなも計測 wrote:\n> 時期は？",
    "Becky!": "On Tue, 24 Nov 2026 10:00:00 +0900\nみなも計測 <sales@minamo.example> wrote:\n\n> 時期は？",
    "honoured": "みなも計測様 wrote:\n> 時期は？",
    "long English": "On Tue, Nov 24, 2026 at 10:00 AM Minamo Measurement <\nsales-team@minamo.example> wrote:\n\n> W",
    "bare quote": "> 時期は？\n> 森様",
    "forward": "---------- Forwarded message ---------\nFrom: 佐藤 <sato@aoba.example>\nSubject: 見積\n\n見積を",
}


@pytest.mark.parametrize("program", QUOTES)
def test_the_quote_of_a_program_goes(program: str) -> None:
    assert visible_reply(f"{WORDS}\n\n{QUOTES[program]}\n") == WORDS


@pytest.mark.parametrize(
    "signature",
    [
        "-- \n青葉電機株式会社\n森 あかり",
        "--\n森\n03-5555-0123",
        "━━━━━━━━━━━━\n青葉電機株式会社\n森 あかり\nTEL 03-5555-0123\n━━━━━━━━━━━━",
        "_/_/_/_/_/_/_/\n青葉電機（株） 森\nhttps://aoba-denki.example\n_/_/_/_/_/_/_/",
        "青葉電機株式会社 製造部\n森 あかり\nTEL: 03-5555-0123\nE-mail: mori@aoba-denki.example",
        "Sent from my iPhone",
    ],
)
def test_the_signature_is_kept_apart(signature: str) -> None:
    reply = split_reply(f"{WORDS}\n\n{signature}")
    assert reply.visible == WORDS
    assert reply.signature == "\n".join(line.rstrip() for line in signature.splitlines())


def test_answers_between_quotes_are_all_kept() -> None:
    header = "2026年11月24日(火) 10:00 みなも <sales@minamo.example>:"
    text = f"森です。\n\n{header}\n> 時期は？\n4月です。\n\n> 課題は？\n日報です。"
    assert visible_reply(text) == "森です。\n\n4月です。\n\n日報です。"


def test_an_answer_below_the_quote_is_the_answer() -> None:
    assert visible_reply("On Tue, 24 Nov 2026, Minamo wrote:\n> When?\n\nIn April.") == "In April."


@pytest.mark.parametrize(
    "text",
    [
        "電話は 03-5555-0123 です。株式会社青葉電機の森と申します。",
        "From Tokyo to Osaka we ship daily.\nTo: be precise, 40 boxes.",
        "以下の通りです。\n\n----\n1. 料金\n2. 納期\n----\n\nよろしくお願いします。",
        "I agree with regards to the date.\n\nAs I wrote: we need it in April.\n\nThanks,\nAkari",
        "1. 10:00\n2. 11:00\n3. 14:00\nどれも可能です。",
        "> 引用だけ",
    ],
)
def test_what_only_looks_like_a_quote_or_signature_stays(text: str) -> None:
    assert visible_reply(text) == text


def test_a_forward_without_a_word_is_shown_whole() -> None:
    assert "見積を" in visible_reply(QUOTES["forward"])


def test_a_whole_mail_gives_its_words_and_the_signature_below_the_quote() -> None:
    reply = split_reply(parse(on_file("gmail_reply_ja")).text)
    assert reply.visible.endswith("毎日1時間かかっています。")
    assert reply.signature.splitlines()[1:] == ["青葉電機株式会社 製造部", "森 あかり", "TEL 03-5555-0123"]


@given(st.text(alphabet=st.sampled_from("あa1 >＞:-_\n様@<"), max_size=200))
def test_nothing_is_lost_whole_and_nothing_raises(text: str) -> None:
    assert bool(visible_reply(text)) >= any(letter.isalnum() for letter in text)


@pytest.mark.parametrize(
    "notice",
    [
        "This message may contain privileged information. If it reached you in error, delete it at once.",
        "If you are not the addressee, destroy every copy\nand do not pass it on.",
        "Any unauthorised use is strictly prohibited.",
        "Save a tree: think before you print.",
        "To unsubscribe from our bulletin, click here.",
        "Registered office: 4 Mill Lane, Hull. Company no. 0000000",
        "Aoba Pumpen GmbH, Sitz der Gesellschaft: Kiel",
        "本メールには秘密情報が含まれることがあります。心当たりのない方は破棄してください。",
        "※万が一、間違って受信された場合はご一報のうえ削除をお願いいたします。",
        "メルマガの配信停止はこちらのリンクから",
        "Confidentiality notice: this document is for the addressee only.",
        "The contents of this e-mail are confidential and intended only for the person to whom it is sent.\n"
        "We accept no liability for viruses.",
        "メールを印刷する前に、環境への影響をお考えください。",
        "もし誤って本メールを受け取られた場合は、破棄をお願いいたします。",
    ],
)
def test_what_a_company_puts_under_every_mail_is_not_said_to_us(notice: str) -> None:
    assert visible_reply(f"{WORDS}\n\n森\n\n{notice}") == f"{WORDS}\n\n森"


@pytest.mark.parametrize(
    "said",
    [
        "Unsubscribe",
        "Please stop sending these mails.",
        "This message is for your engineers: the fan runs at 60 degrees.",
        "The information in the brochure was intended for Japan. Do you have one for Thailand?",
        "配信停止をお願いします。",
        "誤って2通お送りしました。1通目は破棄してください。",
        "このメールを印刷する際の料金表はありますか？",
        "Please consider the environment of our kiln: it is 60 degrees. We want 12 sensors.",
        "This e-mail is intended only for your sales team. The compressor hall is damp and loud.",
        "This message is meant as a first question. We run two mills.",
        "Important note: the boiler room is closed on Fridays.",
        "Confidential: the plant will get a second line next spring.",
        "Any use of radio is prohibited in the paint shop.",
        "Company no longer keeps paper charts.",
        "Registered office is in Nara, but the parts go to Kobe.",
        "To stop receiving the letters I clicked the link, and nothing happened.",
        "本メールの内容は秘密情報です。来春、ポンプ8台に付けたいと考えています。",
        "ラベルの印刷前に湿度を測る必要があります。",
        "もし図面をメールでお送りできたら、前の図面は廃棄します。",
        "配信停止を希望します。こちらは何も買いません。",
        "配信停止は下記のアドレスでお願いします。 mori@aoba.example",
    ],
)
def test_what_they_do_say_to_us_is_no_notice(said: str) -> None:
    assert visible_reply(f"{WORDS}\n\n{said}").endswith(said)
