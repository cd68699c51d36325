"""The guard lets ordinary sentences of a good assistant pass: at least 98 in 100, in both languages."""

import pytest

from app.conversation.guard import Guard, GuardFacts
from app.core.resources import folder
from app.llm.prompts import Prompts
from app.understanding.facts import Lang

APPROVED_JA = (
    "搬送ロボット「ハコビ AX-200」は、可搬重量120kg、最高速度は毎分90mです。"
    "充電は自動で、満充電まで約2時間、連続稼働は8時間です。",
    "料金: スタンダードプランは月額98,000円（税別）から、初期費用は300,000円です。"
    "10台以上のご契約には割引があります。30日間の無料トライアルをご利用いただけます。",
    "導入事例: 食品卸の北斗フーズ株式会社様は、3か月で夜間のピッキング時間を42%削減しました。"
    "人手不足が課題で、2拠点に6台を導入しました。",
    "セキュリティ: ISO/IEC 27001認証を取得しています。"
    "通信はTLS 1.3で暗号化し、データは国内のデータセンターに保管します。",
    "導入の流れ: 現地調査、レイアウト設計、試験運用の3段階で、通常6〜8週間です。サポート窓口は平日9:00〜18:00です。",
    "担当者が翌営業日の10:00までにご連絡します。導入の時期はいつごろをお考えですか。",
    "夜間の人手不足でお困りで、来年4月の稼働をお考えとのこと。資料「導入ガイド」をお送りしました。",
    "ハコビはSlackとSalesforce、主要なWMSに連携できます。階段のある現場には対応していません。",
)
VISITOR_JA = "倉庫で50名ほど働いています。夜の人手が足りません。来年4月から使えますか？ 鈴鹿ロジという会社です。"
ORDINARY_JA = """
夜間の人手不足でお困りとのこと、承知しました。
来年4月の稼働をお考えなのですね。
充電は自動で行われ、満充電まで約2時間です[1]。
満充電までおよそ2時間、その後は8時間続けて稼働します[1]。
運べる重さは120kgまでです[1]。
最高速度は毎分90mです[1]。
AX-200は自動で充電します[1]。
スタンダードプランは月額98,000円（税別）からです[2]。
月額9万8千円からご利用いただけます[2]。
初期費用は30万円です[2]。
10台以上のご契約には割引がございます[2]。
30日間の無料トライアルがあります[2]。
無料でお試しいただける期間は30日間です[2]。
食品卸の北斗フーズ様では、3か月で夜間のピッキング時間が42％減りました[3]。
北斗フーズ株式会社様の事例が近いと思います[3]。
同社も人手不足が課題で、2拠点に6台を導入されました[3]。
42%の削減は、開始から3か月後の数字です[3]。
はい、ISO 27001の認証を取得しています[4]。
ISO/IEC 27001の認証取得済みです[4]。
データは国内のデータセンターに保管しています[4]。
通信はTLS 1.3で暗号化されます[4]。
導入までは通常6〜8週間です[5]。
現地調査、レイアウト設計、試験運用の3段階で進みます[5]。
現地調査、レイアウト設計、試験運用という三つの段階で進みます[5]。
サポート窓口は平日の9時から18時まで開いています[5]。
平日9:00～18:00にお電話を受け付けています[5]。
担当者が翌営業日の10時までにご連絡します。
担当者より翌営業日の10:00までにご連絡いたします。
導入の時期はいつごろをお考えですか。
導入のご時期は、いつごろをお考えでしょうか。
資料「導入ガイド」をお送りしました。
SlackやSalesforceとも連携できます[8]。
主要なWMSとつながります[8]。
階段のある現場には対応していません[8]。
恐れ入りますが、階段のある現場では使えません[8]。
50名ほどの現場でも、同じ構成で始められます。
50名規模の倉庫とのことですね。
その点は手元の資料に記載がなく、私からはお答えできません。
申し訳ありませんが、その質問には正確にお答えできません。
確認のうえ、担当者よりご連絡いたします。
詳しい条件については担当者が確認してご連絡いたします。
ほかの割引についてはお約束できませんので、担当者におつなぎします。
料金の個別のご相談は、担当者が承ります。
人間の担当者におつなぎすることもできます。
私はAIのアシスタントです。
私は人間ではなく、AIがお答えしています。
ご質問ありがとうございます。
承知しました。
かしこまりました。
はい、対応しています[8]。
差し支えなければ、いま一番お困りの点を教えてください。
ご連絡先のメールアドレスを伺えますか。
お急ぎの場合は、その旨をお知らせください。
まずは二つだけお伺いします。
1点だけ確認させてください。
お客様の現場に合わせて台数を決められます。
ご担当者様のご都合のよい時間帯をお聞かせください。
お問い合わせ、ありがとうございます。
鈴鹿ロジ様の倉庫でも、夜間の運用から始められます。
鈴鹿ロジ社内でのご検討資料としてもお使いいただけます。
機種は「ハコビ AX-200」です[1]。
Wi-Fiの環境は現地調査の際に確認します。
十分な通路幅があれば、そのままお使いいただけます。
万が一停止した場合も、手で動かせます。
一部の工程だけから始めるお客様もいらっしゃいます。
""".strip().splitlines()

APPROVED_EN = (
    "The Hakobi AX-200 carries up to 120 kg at 90 metres a minute."
    " It charges by itself: 2 hours to full, 8 hours of work.",
    "Pricing: the Standard plan starts at 98,000 yen a month plus tax; set-up costs 300,000 yen. Orders of 10 or more"
    " robots get a discount. A free 30-day trial is available.",
    "Case study: Hokuto Foods cut night picking time by 42% in three months. They were short of staff and installed six"
    " robots at two sites.",
    "Security: we are certified to ISO/IEC 27001. Traffic is encrypted with TLS 1.3 and data stays in Japan.",
    "Roll-out takes six to eight weeks: site survey, layout, pilot. Support is open Monday to Friday, 9:00-18:00 JST.",
    "A colleague will contact you by 10:00 on the next business day. When would you like to start?",
    "You are short of staff at night and want to go live in April. I have sent you the roll-out guide.",
    "Hakobi connects to Slack, Salesforce and the usual warehouse systems. It cannot climb stairs.",
)
VISITOR_EN = (
    "We have about 50 people in the warehouse at Brightwell Logistics and too few at night. Could we start in April?"
)
ORDINARY_EN = """
You are short of staff at night and would like to go live in April.
It charges by itself and is full again after two hours [1].
After a 2-hour charge it works for eight hours [1].
The AX-200 carries up to 120 kg [1].
Its top speed is 90 metres a minute [1].
The Standard plan starts at ¥98,000 a month plus tax [2].
Set-up costs 300,000 yen [2].
There is a discount for orders of ten or more robots [2].
You can try it free for 30 days [2].
A free 30-day trial is available [2].
Hokuto Foods cut night picking time by 42 percent in three months [3].
They were in a similar position: short of staff, with two sites [3].
They installed six robots at two sites [3].
Yes, we are certified to ISO 27001 [4].
Your data stays in Japan [4].
All traffic is encrypted with TLS 1.3 [4].
Roll-out usually takes 6 to 8 weeks [5].
It goes in three steps: site survey, layout and pilot [5].
Support is open Monday to Friday from 9 a.m. to 6 p.m. Japan time [5].
A colleague will contact you by 10 a.m. on the next business day.
When would you like to start?
When are you hoping to have it running?
I have sent you the roll-out guide.
It connects to Slack, Salesforce and the usual warehouse systems [8].
It cannot climb stairs, so a lift would be needed [8].
With about 50 people in the warehouse, a small start is common.
I do not have that in the documents I can see, so I cannot say for certain.
I'm sorry, I can't answer that reliably.
A colleague will check and get back to you.
I can't promise any other discount.
I cannot confirm whether a larger discount is possible, so I will pass your question on.
A colleague can tell you whether any other terms apply.
Custom terms are something a colleague can discuss with you.
I can put you through to a human colleague.
I am an AI assistant, not a person.
No, I'm not a human; you are chatting with an AI assistant.
Thank you for the details.
Understood.
Of course.
Happy to help with that.
Feel free to ask about anything else.
What is the one thing that slows your team down most?
Which e-mail address should the guide go to?
If it is urgent, please say so.
Just two short questions.
One question before I pass this on.
The number of robots depends on your floor plan.
Please let me know what time of day suits you.
Thank you for writing to us.
Brightwell Logistics could start with the night shift only.
That would suit a team like yours at Brightwell.
The model is the Hakobi AX-200 [1].
We check the Wi-Fi during the site survey.
Given enough aisle width, no changes are needed.
If a robot stops, it can be pushed by hand.
Some customers start with a single process.
The pilot runs next to your current process, e.g. in one aisle.
That depends on your layout, which the site survey will show.
You mentioned April, which fits the usual schedule.
May I ask who else is involved in the decision?
""".strip().splitlines()


def guard(lang: Lang) -> Guard:
    prompt = Prompts(folder("prompts")).render(
        "reply", {"lang": lang, "channel": "chat", "acts": [], "before": "", "after": "", "transcript": "hello"}
    )
    approved, visitor = (APPROVED_JA, VISITOR_JA) if lang == "ja" else (APPROVED_EN, VISITOR_EN)
    return Guard(GuardFacts(lang, prompt.system, prompt.canary, approved, visitor, citations=8))


@pytest.mark.parametrize(("lang", "sentences"), [("ja", ORDINARY_JA), ("en", ORDINARY_EN)])
def test_ordinary_sentences_pass(lang: Lang, sentences: list[str]) -> None:
    judge = guard(lang)
    stopped = {s: v for s in sentences if not (v := judge.check(s)).ok}
    assert len(sentences) >= 60
    assert len(stopped) <= 0.02 * len(sentences), stopped
