"""Who orders, who is hurt or worn out, who says no or later, and who is taken for what they are not."""

from __future__ import annotations

from datetime import date

import pytest

from app.conversation.farewell_words import drops_a_meeting
from app.conversation.situations import Situation, read
from app.conversation.sorrow import hurt, worn_out
from app.understanding.facts import Asked
from app.understanding.orders import asks_how_to_order, wishes_to_order
from app.understanding.understand import understand

S = Situation


def of(text: str, asked: Asked | None = None) -> Situation:
    return read(understand(text, today=date(2026, 11, 24), asked=asked), text, asked=asked).first


@pytest.mark.parametrize(
    "text",
    [
        "契約したいのですが、何から始めればよいですか",
        "では申し込みます",
        "25台で発注をお願いします",
        "導入が決まりました。次は何をすればいいでしょう",
        "ゲートウェイを2台買いたいです",
        "We would like to place an order for 12 sensors",
        "We are ready to sign",
        "how do we sign up?",
        "We decided to go ahead. What now?",
        "Please send us the contract",
        "貴社の製品の採用が決まりました",
        "今週中に発注します",
        "We want to buy 6 gateways",
        "I'd like to go ahead with the Starter plan",
        "We'll take 15 of them",
    ],
)
def test_who_wants_to_order_is_taken_at_their_word(text: str) -> None:
    assert of(text) is S.ORDER


@pytest.mark.parametrize(
    "text",
    [
        "トライアルに申し込みたいです",
        "解約の申し込みをお願いします",
        "契約したらすぐ使えますか",
        "二割引いてくれるなら、今月中に発注します",
        "発注先を検討しています",
        "他社に発注することに決めました",
        "契約しているプランを教えて",
        "How do I sign up for the newsletter?",
        "If we order in May, when is it delivered?",
        "We are not ready to sign",
        "We decided to buy from another supplier",
        "We want to talk before we order",
        "We decided to go ahead with Omron",
        "We need to buy fan belts twice a month",
        "I want to buy a kettle",
        "We'll take 20 minutes for that",
        "We are ready to sign your NDA",
        "Do we need to order gateways as well?",
        "We want to order 12 sensors from Bosch",
        "We need to buy a vibration system next year",
        "キーエンスに発注します",
        "コンベヤの導入が決まりました",
        "消耗品を注文します",
        "ベルトを毎月買います",
        "新人の採用が決まりました",
        "契約書をください。読んでから決めます",
    ],
)
def test_a_trial_a_condition_and_an_end_are_no_order(text: str) -> None:
    assert not wishes_to_order(text)


def test_a_question_how_it_goes_on_is_part_of_the_order() -> None:
    assert asks_how_to_order("契約したいのですが、手続きはどうなりますか")
    assert asks_how_to_order("How do we sign?")
    assert not asks_how_to_order("注文したいのですが、保証は何年ですか")
    assert not asks_how_to_order("We want to order. Is there a warranty?")


def test_a_wish_for_a_discount_is_told_before_the_order_beside_it() -> None:
    assert of("注文します。値引きはありますか") is S.DISCOUNT
    assert of("We would like to order 20. Any discount?") is S.DISCOUNT


@pytest.mark.parametrize(
    "text",
    [
        "先月、後輩がプレスで手首を骨折しました",
        "父が他界し、私が工場を継ぎました",
        "同僚がまだ入院しています",
        "若い社員が指を切断しました。センサーがあれば違ったでしょうか",
        "A maintenance man was badly injured in March. Could you have seen it coming?",
        "Two of our people are in hospital",
        "My brother passed away and now I run the sawmill",
        "Our electrician lost two fingers",
        "もう4日もまともに眠れていません",
        "本当にもう限界です",
        "I haven't slept since Monday",
        "I am completely overwhelmed",
        "先週、うちの若手が転落して大怪我をしました",
        "夜も眠れません。もう限界です",
        "Our foreman was killed in an accident on Monday.",
        "My husband was rushed to hospital last night.",
        "she's in hospital, thank God she is awake",
        "A fitter was injured by a fan blade. Would an alarm have stopped it?",
        "I can't go on any longer, I want to sleep",
    ],
)
def test_whoever_is_hurt_or_worn_out_hears_sympathy_first(text: str) -> None:
    assert of(text) is S.SORROW


@pytest.mark.parametrize(
    "text",
    [
        "けが人はいませんでした",
        "作業者の怪我を防ぎたい",
        "怪我をしたら困る",
        "軸受がもう限界です",
        "人手が限界です",
        "Luckily nobody got hurt",
        "We don't want anyone to be injured",
        "If somebody is injured, who pays?",
        "The foreman says the gearbox died",
        "Our customers are in hospital laundry",
        "the motor was burned out",
        "I slept well, thanks",
        "I can't do this in Excel",
        "I'm overwhelmed by offers like yours",
        "足場で怪我をしやすい職場です",
        "火傷しそうなほど熱い配管です",
        "労災が起きてからでは遅いのです",
        "眠れないほど警報が鳴る",
        "Our crew in the hospital boiler house checks pumps",
        "My boss is going to the hospital site to fit pumps",
        "Two people got killed in the ratings",
        " " * 20_000,
        "1" * 20_000,
    ],
)
def test_what_nobody_suffered_is_no_sorrow(text: str) -> None:
    assert not hurt(text)
    assert not worn_out(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("前の担当が入院中です。代わりに10台の見積をお願いします", S.QUOTE),
        ("社長が急逝し、私が引き継ぎました。カタログをください", S.DOCUMENT),
        ("先月、作業員が怪我をしました。来年4月までに対策を入れたいです", S.INFORMATION),
        ("もう限界です。コンベアが毎日止まります", S.INFORMATION),
        ("A fitter was injured in May. Do your sensors work at 80 degrees?", S.QUESTION),
        ("Our foreman died and I took over. Please send a quote for 10 sensors", S.QUOTE),
        ("I'm exhausted, the chiller trips every night", S.INFORMATION),
        ("My boss is in hospital, can we have a demo on Friday at 10?", S.MEETING),
    ],
)
def test_a_wish_or_a_trouble_told_beside_a_grief_stays_what_it_is(text: str, found: Situation) -> None:
    assert of(text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("うちでは使えないみたいです。ありがとうございました", S.REFUSAL),
        ("なら、やめておきます", S.REFUSAL),
        ("いったん白紙に戻してください", S.REFUSAL),
        ("It does not seem to be the right fit, sorry", S.REFUSAL),
        ("Unfortunately not a match, thank you", S.REFUSAL),
        ("了解です、社内で検討します。ありがとうございます", S.LATER),
        ("また今度にします", S.LATER),
        ("ご連絡はこちらからいたします", S.LATER),
        ("うちのタンクが合わなくて漏れます", S.INFORMATION),
        ("We'll pass this time, sorry", S.REFUSAL),
    ],
)
def test_a_no_and_a_later_are_heard(text: str, found: Situation) -> None:
    assert of(text) is found
    assert of(text, asked="timing") is found


@pytest.mark.parametrize(
    "text",
    [
        "当社では今の振動計が使えないと分かりました。貴社の装置を入れたいです",
        "うちの現場では既存の無線機が使えないと判断し、代わりを探しています",
        "We will pass by your stand tomorrow",
        "I'll pass the datasheet to our engineers",
    ],
)
def test_what_is_said_of_others_and_of_a_visit_is_no_refusal(text: str) -> None:
    assert of(text) is not S.REFUSAL


def test_what_is_wished_instead_of_a_meeting_is_heard() -> None:
    assert of("Let's skip the meeting and move on to the quote") is S.QUOTE
    assert of("Forget the demo and send us a quote for 8 sensors") is S.QUOTE
    assert of("I don't want a demo and a quote") is not S.QUOTE


def test_a_meeting_is_dropped_and_not_moved() -> None:
    assert drops_a_meeting("すみません、来週の面談は取りやめでお願いします")
    assert drops_a_meeting("please cancel tomorrow's demo")
    assert not drops_a_meeting("面談をキャンセルして、別の日にしてください")
    assert not drops_a_meeting("デモのキャンセル料はかかりますか")
    assert not drops_a_meeting("could we move the meeting instead of cancelling it?")
    assert drops_a_meeting("月曜のデモは中止にしてください。月曜は出張になりました")
    assert drops_a_meeting("Could you cancel the visit on Monday? I am away that day")
    assert not drops_a_meeting("月曜の面談はキャンセルで、火曜の15時にお願いします")
    assert not drops_a_meeting("Cancel the visit on Monday please, Tuesday at 3 suits us")
    assert not drops_a_meeting("Could we cancel the demo later if it rains?")
    assert not drops_a_meeting("予約のキャンセルが増えて困っています")
    assert not drops_a_meeting("訪問はなしで、オンラインのデモを希望します")


@pytest.mark.parametrize(
    "text",
    [
        "ゲートウェイのLEDが赤く点滅しています",
        "7番のセンサーの電池が5%です",
        "今朝から通知が来ません",
        "ダッシュボードで2号機が表示されなくなりました",
        "The gateway keeps restarting",
        "sensor 9 has a battery at 4% and no one has sent a spare",
        "I don't see pump 2 on the dashboard",
        "We haven't had any alerts since Tuesday",
        "What are we even paying for?",
        "No one has sent us a replacement sensor",
    ],
)
def test_a_device_of_ours_that_fails_is_a_support_case(text: str) -> None:
    assert of(text) is S.SUPPORT


@pytest.mark.parametrize(
    "text",
    [
        "今の他社のゲートウェイが再起動を繰り返すので、乗り換えを考えています",
        "センサーが外れたら分かりますか",
        "ポンプが止まって困っています",
        "Our existing sensors keep disconnecting and we want to switch",
        "What if a gateway is flashing red?",
        "The conveyor keeps stopping",
        "What would we be paying for with the small plan?",
        "What are we paying for in the big plan?",
        "No one sent us the spare bearing, so the mill stood",
        "We are not getting readings for two days because our fitter is ill",
        "The hub bearings keep disconnecting",
        "軸受の交換品がまだ届かず、ラインが止まりました",
    ],
)
def test_devices_of_others_and_what_might_be_are_none(text: str) -> None:
    assert of(text) is not S.SUPPORT


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("専門誌のライターをしています。お話を伺えますか", S.BUSINESS),
        ("I'd love to have you on our podcast next month", S.BUSINESS),
        ("I report for a farming magazine", S.BUSINESS),
        ("We are dealers in Chile and want to resell your sensors", S.BUSINESS),
        ("ミナト歯科さんですか", S.OFF_TOPIC),
        ("Is this the Harbour View Hotel?", S.OFF_TOPIC),
        ("oops, wrong person. Bye", S.OFF_TOPIC),
        ("Once the board agrees, the week after", S.INFORMATION),
        ("No complaints from us until now", S.UNCLEAR),
        ("I write from a small dairy. Is it possible to use your sensors on agitators?", S.QUESTION),
        ("Your answers were very helpful, thank you", S.THANKS),
        ("same to you!", S.THANKS),
        ("今、話せる方いますか", S.HUMAN),
        ("アラートは担当者に届きますか", S.QUESTION),
        ("英語で回答してください", S.SMALLTALK),
        ("Please answer in English", S.SMALLTALK),
    ],
)
def test_nobody_is_taken_for_what_they_are_not(text: str, found: Situation) -> None:
    assert of(text) is found
