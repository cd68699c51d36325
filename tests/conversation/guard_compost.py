"""An eighth fictional company, which rents out composters for kitchen waste: sizes, conditions, a limit, two cases."""

from __future__ import annotations

PASSAGES_JA = (
    "料金\n生ごみ処理機「ツチカエル」のレンタル料は、1日30kgまでのA型が月額32,000円、"
    "1日80kgまでのB型が月額58,000円です。"
    "設置費は45,000円で、搬入経路が狭い場合は別途お見積もりします。菌床は年2回の交換を含みます。",
    "設置と契約\n設置には100Vの電源と給水が必要です。申し込みから設置までは約4週間です。最低契約期間は2年で、"
    "途中解約の場合は"
    "残り期間の料金の半額をいただきます。貝殻、骨、割り箸は処理できません。",
    "導入事例: 旅館みさき亭\n旅館のみさき亭様は、B型を1台導入し、ごみ処理費が月11万円から月4万円になりました。"
    "できた堆肥は近くの農家2軒に渡しています。",
    "導入事例: ひかり給食センター\nひかり給食センター様は、A型を3台導入し、"
    "ごみ出しの作業が1日90分から20分になりました。",
    "保守と環境\n故障の連絡は毎日8時から20時に受け付け、翌営業日までに伺います。運転音は45デシベル以下です。"
    "においは脱臭フィルターで抑えますが、完全にはなくなりません。遠隔監視は2027年6月に提供する予定です。"
    "対応地域は関東と静岡県です。",
)
OURS_JA = (
    "担当者が明日10:00までにご連絡します。1日にどのくらいの生ごみが出ますか。",
    "ごみ処理費が増えているとのこと、承知しました。",
)
VISITOR_JA = (
    "飲食店を6店舗運営しています。生ごみの処理費が増えて困っています。名古屋にも店があります。春までに始めたいです。"
)

PASSAGES_EN = (
    "Prices\nTsuchikaeru, a composter for kitchen waste, is rented: type A, for up to 30 kg a day, costs "
    "32,000 yen a "
    "month, and type B, for up to 80 kg a day, 58,000 yen a month. Installation is 45,000 yen; where the way "
    "in is narrow "
    "we quote separately. Two changes of the culture a year are included.",
    "Installation and contract\nIt needs 100 V power and a water supply. Installation takes place about 4 "
    "weeks after the "
    "order. The minimum term is 2 years; those who leave earlier pay half of the remaining rent. Shells, bones and "
    "chopsticks cannot be processed.",
    "Case study: Misaki-tei\nMisaki-tei, an inn, rented one type B and its waste costs fell from 110,000 yen "
    "to 40,000 yen "
    "a month. The compost goes to 2 farms nearby.",
    "Case study: Hikari Kitchens\nHikari Kitchens, a maker of school meals, rented 3 of type A. Taking out the "
    "waste fell "
    "from 90 minutes a day to 20.",
    "Service and environment\nFaults can be reported every day from 8:00 to 20:00, and we come by the next "
    "working day. It "
    "runs at 45 decibels or less. A filter reduces the smell but does not remove it completely. Remote monitoring is "
    "planned for June 2027. We serve Kanto and Shizuoka.",
)
OURS_EN = (
    "A colleague will contact you by 10:00 tomorrow. How much kitchen waste do you have a day?",
    "Your waste costs are rising.",
)
VISITOR_EN = (
    "We run 6 restaurants and the cost of our kitchen waste keeps rising. One is in Nagoya. We would like to "
    "start by "
    "spring."
)
