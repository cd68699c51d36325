"""A ninth fictional company, which answers clinics' telephones: plans in one sentence, hours, limits, one case."""

from __future__ import annotations

PASSAGES_JA = (
    "料金\n電話自動応答「コエバコ」には、月300件までのミニ、月1,000件までのベース、件数に上限のないマルチがあります。"
    "ミニは月9,800円、ベースは月24,000円、マルチは月60,000円です。初期設定は30,000円、超えた分は1件25円です。",
    "使い方\n今の電話番号のまま使えます。予約の受付、変更、取り消しに対応し、診断や薬の相談には答えません。"
    "録音は90日間保存し、その後は自動で削除します。日本語のほか、英語に対応しています。中国語は準備中です。",
    "導入事例: さくら坂歯科\nさくら坂歯科様は、ベースを使い、受付の電話対応が1日3時間から50分に減りました。"
    "夜間の予約は月40件増えました。",
    "開始と解約\n申し込みの2週間後から使えます。30日間の試用は無料で、月100件までです。"
    "解約は1か月前までに連絡が必要です。"
    "電子カルテは3社の製品と連携でき、他社製品との連携は個別に確認します。",
)
OURS_JA = (
    "担当者が明日10:00までにご連絡します。1日の電話は何件くらいでしょうか。",
    "受付の電話が多いとのこと、承知しました。",
)
VISITOR_JA = "内科クリニックです。受付の電話が多くて困っています。患者さんには中国の方もいます。年内に始めたいです。"

PASSAGES_EN = (
    "Prices\nKoebako answers the telephone of clinics. It comes as Mini, for up to 300 calls a month, Base, "
    "for up to 1,000 "
    "calls a month, and Multi, without a limit. Mini is 9,800 yen a month, Base 24,000 yen and Multi 60,000 "
    "yen. Set-up is "
    "30,000 yen; each call beyond the limit is 25 yen.",
    "Use\nYou keep your present number. It takes, changes and cancels bookings; it does not answer questions "
    "about diagnoses "
    "or medicines. Recordings are kept for 90 days and then deleted automatically. It speaks Japanese and "
    "English. Chinese "
    "is in preparation.",
    "Case study: Sakurazaka Dental\nSakurazaka Dental uses Base. Time on the telephone at reception fell from "
    "3 hours a day "
    "to 50 minutes, and bookings at night rose by 40 a month.",
    "Start and end\nYou can use it 2 weeks after the order. A trial of 30 days is free, for up to 100 calls a "
    "month. To "
    "cancel, give notice 1 month ahead. It connects with the patient records of 3 makers; connections to "
    "others are checked "
    "one by one.",
)
OURS_EN = (
    "A colleague will contact you by 10:00 tomorrow. How many calls do you get a day?",
    "Your reception gets many calls.",
)
VISITOR_EN = (
    "We are a clinic and our reception gets too many calls. Some of our patients are from China. We would like "
    "to start "
    "this year."
)
