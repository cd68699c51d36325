"""A sixth fictional company, which lets compressors: types by a letter, who does what, what is extra."""

from __future__ import annotations

PASSAGES_JA = (
    "レンタル料金\nコンプレッサー「ソラ」のレンタルは、S型（7.5kW）が月45,000円、L型（22kW）が月98,000円です。"
    "配送費は県内無料、県外は1台20,000円です。\n\n- 騒音カバー: 月6,000円\n- 予備フィルター: 1個4,500円",
    "保守\n点検は年2回で、料金に含まれます。故障の際は、平日なら翌営業日までに訪問します。"
    "夜間の訪問には対応していません。使用者の過失による故障は有料です。"
    "オイル交換はお客様に行っていただきます。",
    "事例: 白馬金属\n部品加工の白馬金属様は、L型3台に入れ替え、電気代が月31万円から22万円になりました。"
    "空気漏れの点検は4時間から1時間に短くなっています。",
    "仕様\nS型の騒音は58dB、L型は65dBです。屋外には置けません。電源は三相200Vが必要です。タンクは別売です。"
    "契約は最短1か月で、途中の解約は1か月前までにご連絡ください。",
)
OURS_JA = (
    "担当者が本日16:00までにご連絡します。何台お使いですか。",
    "電気代が高くてお困りとのこと、承知しました。",
)
VISITOR_JA = "工場のコンプレッサーが古くて電気代が高いです。2台使っていて、夜も動かしています。"

PASSAGES_EN = (
    "Rental prices\nRenting a Sora compressor costs 45,000 yen a month for type S (7.5 kW) and 98,000 yen a "
    "month for type L (22 kW). Delivery is free within the prefecture and 20,000 yen per unit elsewhere.\n\n- "
    "Noise cover: 6,000 yen a month\n- Spare filter: 4,500 yen each",
    "Maintenance\nInspections take place twice a year and are included in the price. After a breakdown we "
    "visit by the next working day. We do not visit at night. Breakdowns caused by the user are charged. "
    "Customers change the oil themselves.",
    "Case study: Hakuba Kinzoku\nHakuba Kinzoku, a parts maker, switched to three type L units and cut its "
    "power bill from 310,000 yen a month to 220,000. Checking for air leaks went from 4 hours to 1.",
    "Specification\nType S makes 58 dB of noise, type L 65 dB. They cannot stand outdoors. Three-phase 200 V "
    "is required. Tanks are sold separately. The shortest contract is 1 month; please give one month's "
    "notice to end it early.",
)
OURS_EN = (
    "A colleague will contact you by 16:00 today. How many units do you run?",
    "Your power bill is too high.",
)
VISITOR_EN = (
    "The compressors in our plant are old and the power bill is too high. We run two of them, at night as well."
)
