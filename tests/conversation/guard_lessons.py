"""A fifth fictional company, of language lessons for staff: prices by group, terms with conditions, two cases."""

from __future__ import annotations

PASSAGES_JA = (
    "料金\n企業向け英語研修「ミチル」には、グループとマンツーマンがあります。グループは1クラス（最大6名）60分18,000円、"
    "マンツーマンは1名50分7,500円です。教材費は1名3,200円で、入学金はありません。\n\n"
    "- レベル診断: 1名1,500円（受講する場合は無料）\n- 研修報告書: 月1回まで無料、2回目から5,000円\n",
    "申し込みと変更\n開始までの期間は、申し込みから3週間です。レッスンの変更は前日18時まで無料です。"
    "当日の取り消しは料金の全額をいただきます。最低契約は3か月で、その後は月単位で延長できます。"
    "体験レッスンは1回40分、2名まで無料です。",
    "導入事例: 大森汽船\n海運の大森汽船様は、若手48名にグループ研修を行いました。"
    "TOEICの平均は半年で520点から610点になり、"
    "出席率は93%でした。",
    "導入事例: ツバキ薬品\n製薬のツバキ薬品様は、部長12名がマンツーマンを週2回受けました。"
    "英語の会議で通訳を頼む回数が、"
    "月9回から2回になりました。",
    "講師と運営\n講師は全員が英語を母語とし、指導歴は平均7年です。レッスンは平日の7時から21時で、土日は行っていません。"
    "オンラインはZoomとTeamsに対応し、訪問は東京23区と横浜市に限ります。"
    "録画は30日間見られます。プライバシーマークを2019年に取得しています。中国語の研修は2027年4月に始める予定です。",
)
OURS_JA = (
    "担当者が明日10:00までにご連絡します。受講されるのは何名くらいでしょうか。",
    "海外との会議に苦労されているとのこと、承知しました。",
)
VISITOR_JA = "海外の取引先との会議が増えて、営業20名が英語に苦労しています。川崎の会社です。夏までに始めたいです。"

PASSAGES_EN = (
    "Prices\nMichiru, English training for companies, comes as group lessons or one-to-one. A group (up "
    "to 6 people) is "
    "18,000 yen for 60 minutes; one-to-one is 7,500 yen for 50 minutes. Materials are 3,200 yen per "
    "person. There is no "
    "enrolment fee.\n\n- Level check: 1,500 yen per person (free for those who enrol)\n"
    "- Training report: one a month free of charge, 5,000 yen for each further one\n",
    "Enrolment and changes\nLessons start 3 weeks after you enrol. Changes are free until 18:00 on the day before. "
    "Lessons cancelled on the day are charged in full. The minimum term is 3 months; after that it runs "
    "month by month. "
    "A trial lesson of 40 minutes is free for up to 2 people.",
    "Case study: Omori Kisen\nOmori Kisen, a shipping company, trained 48 young employees in groups. "
    "Their average TOEIC "
    "score rose from 520 to 610 within half a year. Attendance was 93%.",
    "Case study: Tsubaki Yakuhin\nAt Tsubaki Yakuhin, a drug maker, 12 department heads took one-to-one "
    "lessons twice a "
    "week. Meetings that needed an interpreter fell from 9 a month to 2.",
    "Teachers and operation\nAll teachers are native speakers of English, with 7 years of teaching on average. Lessons "
    "are held from 7:00 to 21:00 on weekdays, not at weekends. Online lessons run on Zoom and Teams; "
    "visits are limited "
    "to central Tokyo and Yokohama. Recordings can be watched for 30 days. We have held the Privacy Mark since 2019. "
    "Chinese lessons are planned for April 2027.",
)
OURS_EN = (
    "A colleague will contact you by 10:00 tomorrow. How many people would take the lessons?",
    "Meetings in English are hard for your team.",
)
VISITOR_EN = (
    "We have more and more meetings with partners abroad and our 20 sales people struggle with English. We are in "
    "Kawasaki and would like to start by summer."
)
