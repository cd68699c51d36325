"""A third fictional company, of software for working hours: prices in sentences, options in a list, dated notices."""

from __future__ import annotations

PASSAGES_JA = (
    "料金\n勤怠クラウド「キザミ」は、1名あたり月額300円です。30名未満の会社は、一律で月額9,000円になります。"
    "初期費用はかかりません。\n\n## オプション\n\n- シフト作成: 1名あたり月額150円\n- 工数管理: 1名あたり月額200円\n"
    "- ICカードリーダー: 1台18,000円（買い取り）\n- 導入支援: 1回80,000円、2回目からは60,000円\n",
    "打刻の方法は、ICカード、スマートフォン、パソコンの3つです。ICカードは交通系のものも使えます。"
    "スマートフォンの打刻では、位置情報を記録できます。顔認証の打刻には対応していません。"
    "打刻の記録は1分単位で、5年間保存します。",
    "導入事例: 青柳ホールディングス\n小売業の青柳ホールディングス様は、82店舗の2,400名で利用しています。"
    "月末の集計が5日から半日になりました。申請の差し戻しは月120件から15件に減っています。",
    "導入事例: 玉川ケア\n介護の社会福祉法人玉川ケア様は、6施設の310名で利用しています。"
    "シフト作成の時間が、1施設あたり月18時間から4時間になりました。夜勤の打刻漏れは、月40件から3件に減りました。",
    "運用\n稼働率の実績は、2025年度が99.95%、2024年度が99.91%です。メンテナンスは毎月第2日曜の深夜2時から4時です。"
    "データは国内2か所に保管します。個人情報の取り扱いは、JIS Q 15001に沿っています。"
    "問い合わせの窓口は、チャットが平日9時から19時、電話が平日10時から17時です。",
    "契約\n契約は月ごとで、最低利用期間はありません。解約は当月20日までのお申し出で、当月末に終了します。"
    "無料の試用期間は60日で、50名まで使えます。お支払いは請求書払いと口座振替から選べます。",
)
OURS_JA = (
    "担当者が明日12:00までにご連絡します。いまの勤怠管理の方法を教えていただけますか。",
    "月末の集計に時間がかかっているとのこと、承知しました。料金表をお送りしました。",
)
VISITOR_JA = "7拠点で180名います。紙のタイムカードを月末に集計していて、総務2名が4日かけています。夜勤もあります。"

PASSAGES_EN = (
    "Pricing\nKizami, our time clock in the cloud, is 300 yen per person a month. Companies with fewer than 30 people "
    "pay a flat 9,000 yen a month. There is no set-up fee.\n\n## Options\n\n- Shift planning: 150 yen per "
    "person a month"
    "\n- Project hours: 200 yen per person a month\n- Card reader: 18,000 yen each, bought outright\n"
    "- Roll-out help: 80,000 yen for the first visit, 60,000 yen for each further visit\n",
    "People clock in with an IC card, a phone or a PC. Transit cards work too. Clocking in by phone can record the "
    "location. Face recognition is not supported. Records are kept to the minute and stored for 5 years.",
    "Case study: Aoyagi Holdings\nAoyagi Holdings, a retailer, uses Kizami in 82 shops with 2,400 people. Month-end "
    "closing went from 5 days to half a day. Returned requests fell from 120 a month to 15.",
    "Case study: Tamagawa Care\nTamagawa Care, a nursing provider, uses Kizami in 6 homes with 310 people. Planning "
    "shifts went from 18 hours a month per home to 4. Missed clock-ins at night fell from 40 a month to 3.",
    "Operations\nUptime was 99.95% in fiscal 2025 and 99.91% in fiscal 2024. Maintenance is on the second "
    "Sunday of the "
    "month, from 2:00 to 4:00 at night. Data is stored at two places in Japan. Personal data is handled in line with "
    "JIS Q 15001. Chat support is open 9:00-19:00 on weekdays; phone support is open 10:00-17:00 on weekdays.",
    "Contract\nThe contract runs month by month, with no minimum term. Notice given by the 20th ends it at the end of "
    "that month. The free trial lasts 60 days for up to 50 people. You can pay by invoice or direct debit.",
)
OURS_EN = (
    "A colleague will contact you by 12:00 tomorrow. How do you record working hours today?",
    "Month-end closing takes you too long. I have sent you the price list.",
)
VISITOR_EN = (
    "We have 180 people at 7 sites on paper time cards. Two of us in general affairs spend four days on it "
    "every month, "
    "and there are night shifts."
)
