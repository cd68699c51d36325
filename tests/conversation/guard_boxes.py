"""A fourth fictional company, a supplier of packaging: a table of prices, questions and answers, cases."""

from __future__ import annotations

PASSAGES_JA = (
    "価格表\n別注箱「ツツミ」の価格は、サイズと枚数で決まります。"
    "送料は本州なら無料、北海道・九州・沖縄は1梱包1,200円です。"
    "\n\n| サイズ | 500枚 | 1,000枚 | 5,000枚 |\n|---|---|---|---|\n| 60サイズ | 1枚98円 | 1枚82円 | 1枚64円 |\n"
    "| 80サイズ | 1枚124円 | 1枚105円 | 1枚83円 |\n| 100サイズ | 1枚168円 | 1枚142円 | 1枚115円 |\n\n"
    "- 1色印刷: 1枚あたり9円\n- 2色印刷: 1枚あたり16円\n- 版代: 1色につき15,000円（初回のみ）\n",
    "よくある質問\n最小ロットは500枚です。サンプルは3枚まで無料でお送りします。納期は、印刷なしで7営業日、"
    "印刷ありで15営業日です。急ぎの場合は、印刷なしに限り4営業日で出荷できます。追加費用は注文金額の20%です。"
    "注文の取り消しは、製造を始める前なら無料です。不良品は到着から14日以内のご連絡で交換します。",
    "導入事例: しらかば製菓\n焼き菓子の通販をしているしらかば製菓様は、4種類の箱を2種類にまとめました。"
    "梱包の時間は1件あたり3分から1分半になり、破損の連絡は月26件から5件に減りました。月の発送は約8,000件です。",
    "導入事例: 北浜計測\n精密機器の北浜計測様は、発泡材を紙の緩衝材に置き換えました。"
    "廃棄物は年間3.2トンから0.9トンになりました。輸送試験は落下高さ80cmで10回行い、破損はありませんでした。",
    "品質と安全\n原紙はFSC認証紙です（認証は2021年6月に取得）。工場はISO 9001を取得しています。"
    "食品に直接触れる用途では、"
    "耐油紙の内袋を併用してください。データ入稿の図面は、注文から3年間保管し、その後消去します。"
    "入稿の通信はTLSで暗号化しています。ISO 27001は取得していません。",
    "製品\n強度はA段、B段、W段の3種類から選べます。A段は厚さ5mm、B段は3mm、W段は8mmです。耐荷重はW段で30kgまでです。"
    "防水加工はできません。撥水加工には対応しています。組み立ては底がワンタッチ式で、テープは要りません。"
    "CADデータの入稿はDXFとPDFに対応しています。",
    "お支払い\nお支払いは請求書払い（月末締め翌月末払い）とクレジットカードです。初回のご注文は前払いになります。"
    "電話の受付は平日9:00から17:30、土日祝は休みです。",
)
OURS_JA = (
    "担当者が本日17:00までにご連絡します。月にどのくらい発送されていますか。",
    "輸送中の破損でお困りとのこと、承知しました。",
)
VISITOR_JA = (
    "瓶詰めのジャムを通販していて、輸送中の破損が多くて困っています。月600件ほど送っています。80サイズを使っています。"
)

PASSAGES_EN = (
    "Prices\nThe price of a Tsutsumi custom box depends on its size and the quantity. Delivery on Honshu is free; "
    "Hokkaido, Kyushu and Okinawa cost 1,200 yen a parcel.\n\n| Size | 500 | 1,000 | 5,000 |\n|---|---|---|---|\n"
    "| Size 60 | 98 yen each | 82 yen each | 64 yen each |\n| Size 80 | 124 yen each | 105 yen each | 83 yen each |\n"
    "| Size 100 | 168 yen each | 142 yen each | 115 yen each |\n\n- One-colour print: 9 yen a box\n"
    "- Two-colour print: 16 yen a box\n- Printing plate: 15,000 yen per colour (first order only)\n",
    "Questions and answers\nThe smallest order is 500 boxes. We send up to 3 samples free of charge. Lead time is 7 "
    "working days without print and 15 working days with print. Rush orders without print ship in 4 working days for a "
    "surcharge of 20% of the order. You can cancel free of charge before production starts. Faulty boxes are replaced "
    "if you tell us within 14 days of arrival.",
    "Case study: Shirakaba Sweets\nShirakaba Sweets, which sells baked goods online, went from four "
    "kinds of box to two. "
    "Packing time fell from 3 minutes to 90 seconds a parcel, and reports of breakage from 26 a month to 5. They ship "
    "about 8,000 parcels a month.",
    "Case study: Kitahama Keisoku\nKitahama Keisoku, a maker of precision instruments, replaced foam with paper "
    "cushioning. Waste went from 3.2 tonnes a year to 0.9. The transport test was 10 drops from 80 cm, without damage.",
    "Quality and safety\nThe paper is FSC certified (since June 2021). The plant holds ISO 9001. Where "
    "food touches the "
    "box directly, please add an inner bag of oil-proof paper. Drawings you upload are kept for 3 years "
    "after the order "
    "and then deleted. Uploads are encrypted with TLS. We do not hold ISO 27001.",
    "Product\nThere are three strengths of board: A flute, B flute and double wall. A flute is 5 mm "
    "thick, B flute 3 mm, "
    "double wall 8 mm. Double wall carries up to 30 kg. We cannot make boxes waterproof; water-repellent coating is "
    "available. The base snaps together, so no tape is needed. You can upload drawings as DXF or PDF.",
    "Payment\nYou can pay by invoice (end of the following month) or credit card. The first order is paid in advance. "
    "Our phones are open 9:00-17:30 on weekdays and closed at weekends and on public holidays.",
)
OURS_EN = (
    "A colleague will contact you by 17:00 today. How many parcels do you ship a month?",
    "Breakage in transit is the problem.",
)
VISITOR_EN = (
    "We sell jam in glass jars online and far too many break in transit. We ship about 600 parcels a month, in size 80."
)
