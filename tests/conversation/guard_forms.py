"""A second fictional company, of software that reads forms: plans in a table, several customers, certificates."""

from __future__ import annotations

PASSAGES_JA = (
    "料金\n| プラン | 初期費用 | 月額 | 読取枚数 |\n|---|---|---|---|\n"
    "| ライト | 50,000円 | 12,000円 | 月500枚まで |\n"
    "| ビジネス | 150,000円 | 38,000円 | 月3,000枚まで |\n"
    "| エンタープライズ | 個別見積もり | 120,000円から | 制限なし |\n"
    "年間契約は月額が10%引きです。価格はすべて税別です。",
    "帳票読取ソフト「ヨミトリ」は、請求書・納品書・注文書を読み取り、CSVで書き出します。手書き文字にも対応しています。"
    "読み取り精度は、活字で99.2%、手書きで94%です（2026年3月、自社調べ）。FAXの画像もそのまま読み取れます。"
    "日本語と英語の帳票に対応し、中国語の帳票には対応していません。",
    "導入事例\n株式会社あおば物産様（食品卸、120名）では、請求書の入力が月80時間から12時間になりました。\n"
    "みすず機工株式会社様（部品製造、45名）では、注文書の入力ミスが月30件から2件に減り、残業が週6時間減りました。\n"
    "北浜運輸株式会社様は、1日200枚のFAX注文書の仕分けを2名から1名にしました。",
    "セキュリティ\nISO/IEC 27001は2023年5月に取得しました。プライバシーマークは2024年11月に取得しました。"
    "SOC 2の報告書は2026年10月に発行する予定です。データは東京と大阪のデータセンターに保管し、毎日バックアップします。"
    "IPアドレス制限とSAML認証はビジネスプランから利用できます。",
    "導入の流れ\nお申し込みから最短5営業日で使い始められます。帳票の設定は1種類あたり約2時間です。"
    "操作説明会（90分、オンライン）を2回行います。メールのサポートは24時間受け付け、電話は平日10:00〜17:00です。"
    "電話のサポートはビジネスプラン以上が対象です。最低利用期間は6か月、解約は1か月前までのお知らせが必要です。",
    "連携\nkintone、freee、弥生会計にCSVで連携できます。SAP S/4HANAとはAPIで連携します。"
    "APIはエンタープライズプランで利用できます。Windows 11とmacOS 14以降のブラウザーで動きます。"
    "スマートフォンのカメラでの読み取りは2027年1月に提供する予定です。",
)
OURS_JA = (
    "担当者が本日15:00までにご連絡します。ご利用開始の時期はいつごろをお考えですか。",
    "請求書の手入力に時間がかかっているとのこと、承知しました。資料「導入の手引き」をお送りします。",
)
VISITOR_JA = (
    "経理4名で、取引先300社からの請求書を手入力していて、月末はいつも残業です。"
    "入力ミスも気になります。秋には始めたいです。"
)

PASSAGES_EN = (
    "Pricing\n| Plan | Set-up | Monthly | Pages |\n|---|---|---|---|\n"
    "| Light | 50,000 yen | 12,000 yen | up to 500 a month |\n"
    "| Business | 150,000 yen | 38,000 yen | up to 3,000 a month |\n"
    "| Enterprise | by quotation | from 120,000 yen | no limit |\n"
    "Annual contracts take 10% off the monthly fee. All prices exclude tax.",
    "Yomitori reads invoices, delivery notes and purchase orders and writes them to CSV. It also reads handwriting. "
    "Its accuracy is 99.2% for print and 94% for handwriting (our own test, March 2026). Fax images can be "
    "read as they "
    "are. It reads forms in Japanese and English; Chinese forms are not supported.",
    "Case studies\nAoba Bussan (food wholesale, 120 people) cut invoice entry from 80 hours a month to 12.\n"
    "Misuzu Kiko (parts maker, 45 people) went from 30 entry mistakes a month to 2 and from 6 hours of overtime a week "
    "to none.\n"
    "Kitahama Transport now sorts 200 faxed orders a day with one person instead of two.",
    "Security\nISO/IEC 27001 was obtained in May 2023. The PrivacyMark was obtained in November 2024. A SOC 2 "
    "report is "
    "planned for October 2026. Data is stored in data centres in Tokyo and Osaka and backed up every day. IP address "
    "limits and SAML sign-in are available from the Business plan.",
    "Getting started\nYou can start as early as 5 business days after the order. Setting up a form takes about 2 hours "
    "per type. There are two training sessions (90 minutes, online). Mail support is open 24 hours; phone support is "
    "open 10:00-17:00 on weekdays. Phone support is for the Business plan and above. The minimum term is 6 months; "
    "cancellation needs one month's notice.",
    "Integrations\nYomitori connects to kintone, freee and Yayoi by CSV. It connects to SAP S/4HANA by API. The API is "
    "part of the Enterprise plan. It runs in a browser on Windows 11 and macOS 14 or later. Reading with a "
    "phone camera "
    "is planned for January 2027.",
)
OURS_EN = (
    "A colleague will contact you by 15:00 today. When would you like to start?",
    "You type invoices in by hand and it takes too much time. I am sending you the getting-started guide.",
)
VISITOR_EN = (
    "We are four people in accounts and type in invoices from 300 suppliers by hand. Month-end always means overtime, "
    "and mistakes worry us. We would like to start this autumn."
)
