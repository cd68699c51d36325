# ruff: noqa: E501 - one class of expressions a line
"""Words of trouble, of its absence, and the default categories for speed-to-lead."""

from app.understanding.facts import ChallengeCategories

DEFAULT_CATEGORIES: ChallengeCategories = {
    "lead_response_slow": {
        "ja": (r"初動", r"(?:返信|返事|対応|連絡|応答|回答|反応|フォロー|返し|架電|折り?返し|初回)[^。]{0,8}(?:遅|おそ|時間|間に合|後手|後回し|漏れ|もれ|忘れ|でき(?:て(?:い)?)?な|追いつ|止ま|滞|放置)", r"レスポンス", r"スピード", r"速度", r"後手", r"遅(?:い|れ|く|す)", r"おそい", r"放置", r"埋もれ", r"気づ(?:か|け)", r"気付(?:か|け)", r"見落と", r"待たせ", r"取りこぼ", r"とりこぼ", r"翌日|翌営業日|翌週", r"即(?:応|レス|日)", r"すぐに?(?:返|対応|電話|連絡)", r"(?:何|数|半)(?:時間|日)も", r"冷め", r"(?:問い?合わせ|リード|メール|反響)(?:の|へ|に)?(?:対応)?(?:漏れ|もれ|が溜ま|がたま|を捌)", r"返せ"),
        "en": (r"\bslow\w*", r"\bspeed\b", r"respon(?:d|se|ding|ses)\b(?! quality)", r"\brepl(?:y|ies|ying)\b", r"unanswered", r"(?:for|take\w*|within|after|in) (?:\w+ )?(?:hours|days)\b", r"\blate\b", r"\bwait(?:ing)?\b", r"first touch", r"get(?:ting)? back to", r"go(?:es|ing)? cold", r"\bsit(?:s|ting)?\b", r"delay\w*", r"buried", r"miss(?:ed|ing)? (?:the |some |a lot of |many )?(?:inquir|enquir|lead|email|message|notification|alert)", r"too long", r"\blag\w*", r"turnaround", r"(?:fall|slip)\w* through", r"next day", r"forget to|forgotten", r"follow[- ]?up\w*[^.]{0,15}(?:late|slow|days|hours|time)", r"untouched|ignored", r"call(?:s|ed|ing)? (?:them )?back"),
    },
    "night_weekend_coverage": {
        "ja": (r"夜間", r"深夜", r"休日", r"土日", r"週末", r"営業時間外", r"時間外", r"祝日", r"連休", r"24時間", r"定時後", r"夜(?:の|に|は|中|来|、)", r"休み(?:の日|明け|中)", r"金曜", r"月曜(?:の朝|まで)", r"早朝", r"業務時間"),
        "en": (r"\bnights?\b", r"weekends?", r"after[- ]hours", r"out[- ]of[- ]hours", r"outside (?:of )?(?:business|office|working) hours", r"24/7", r"overnight", r"\bholidays?\b", r"time ?zones?", r"sundays?|saturdays?|friday", r"evenings?", r"after \d ?pm", r"until monday|monday morning", r"round the clock"),
    },
    "assignment_unclear": {
        "ja": (r"担当(?:者)?(?:が|は|の)?(?:すぐ|なかなか)?(?:決ま|不明|分か|わか|曖昧|あいまい|いな|未定|はっきり|割り?振|振り)", r"誰(?:が|の)|誰も(?:担当|拾|見て|やら|責任|持|手を)", r"だれが", r"振り?分け", r"割り?振", r"アサイン", r"押し付け", r"お見合い", r"たらい回し", r"責任(?:者)?(?:が|の所在|が曖昧)", r"担当不明", r"(?:ルール|基準)(?:が|も)(?:な|曖昧|決ま)", r"取り合い", r"分担", r"役割", r"(?:同じ|1つの)(?:お客|顧客|リード|会社).{0,10}(?:二人|2人|複数|重複)", r"部署間|部門間", r"引き?継"),
        "en": (r"\bwho(?:'s)? (?:owns?|should|is|gets|takes?|handles?|picks?|does|follows|to)", r"owner(?:ship|s)?\b", r"assign\w*", r"\brout(?:e|ing|ed)\b", r"(?:nobody|no one|no-one) (?:owns?|knows who|is responsible|picks?|takes?|feels|follows)", r"round robin", r"hand(?:ing)?[- ]?(?:off|over)", r"territor\w+", r"both call|two reps|same (?:lead|prospect|customer)", r"(?:fight|argue) (?:over|about)", r"everyone (?:assumes|thinks)", r"whose (?:lead|job)", r"cherry[- ]?pick\w*"),
    },
    "quality_of_first_contact": {
        "ja": (r"(?:の|が)質", r"質(?:が|に|の)", r"品質", r"内容が(?:薄|浅|バラ)", r"中身", r"的外れ", r"とんちんかん|トンチンカン", r"テンプレ", r"定型", r"(?:対応|回答|スキル|トーク|品質).{0,6}(?:ばらつ|バラつ|バラバラ|ムラ|差)", r"ばらつ|バラつ", r"属人", r"文面", r"新人", r"トーク", r"ヒアリング", r"スキル", r"個人差", r"チャットボット|ボット", r"フォロー(?:が|の)(?:弱|甘|雑|薄)", r"印象", r"教育|育成", r"事前(?:情報|準備)", r"何を(?:話|聞|言)", r"ベテラン", r"(?:対応|返信|返事)が(?:雑|適当|冷た)"),
        "en": (r"quality", r"generic", r"templat\w*", r"inconsistent", r"\bblind\b", r"context", r"chat ?bots?", r"\bbots?\b", r"robotic", r"(?:don't|doesn't|not) know what to (?:say|ask)", r"scripts?\b", r"follow[- ]?ups?\b(?!.*(?:late|days|slow))", r"personal\w*", r"\btrain(?:ing|ed)?\b", r"canned", r"first (?:call|impression|contact|conversation)", r"unprepared", r"new hires?", r"wrong answers?", r"qualif\w+", r"same questions", r"sloppy|clumsy|unprofessional", r"depends on (?:who|which rep)"),
    },
    "visibility_kpi": {
        "ja": (r"見え(?:な|る化|て|ず|にく)", r"可視", r"把握", r"数字", r"(?<![a-z])KPI", r"レポート|報告", r"集計", r"分析", r"追え", r"追いかけ(?:られ|き)", r"(?:状況|進捗|効果|理由|原因|実態|どうな|どれ|どこ|いくつ|何件|いつ)[^。]{0,14}(?:わか|分か|見え|不明|把握|つかめ|掴め|読め)", r"理由が", r"進捗", r"ブラックボックス", r"効果測定", r"計測|測(?:れ|定|って)", r"(?<![a-z])ROI(?![a-z])", r"どうなった", r"勘(?:と|で|に|頼)", r"管理(?:でき|しき)(?:て(?:い)?)?(?:な|ま|ず)", r"予測"),
        "en": (r"visib\w*", r"report\w*", r"dashboards?", r"metrics?", r"\bkpis?\b", r"numbers", r"\btrack\w*", r"measur\w*", r"attribut\w*", r"no idea (?:how|what|which|where|if|who|why)", r"can(?:'t|not) (?:see|tell)", r"(?:don't|doesn't) (?:really )?know (?:how|which|why|what happ|where|if|whether)", r"\bblind\b", r"forecast\w*", r"insights?", r"analytics", r"black (?:box|hole)", r"\broi\b", r"guess(?:ing|work)?", r"what happen(?:s|ed)", r"transparen\w*", r"which (?:channel|campaign|leads)"),
    },
    "data_entry_manual": {
        "ja": (r"入力", r"手作業", r"手打ち", r"転記", r"コピペ|コピー", r"手動", r"手書き", r"紙(?:で|の|に|ベース)", r"(?:Excel(?![a-z])|エクセル|スプレッド(?:シート)?|スプシ)", r"毎回", r"ゼロから", r"[一1]件(?:ずつ|一件|1件)", r"いちいち", r"手間", r"工数", r"名刺", r"打ち直", r"FAX", r"目視", r"事務作業|雑務|作業(?:が|に)", r"アナログ"),
        "en": (r"manual\w*", r"by hand", r"data[- ]entry", r"\bcopy\w*|\bpast(?:e|ing)\b", r"\bre-?typ\w*|\btyp(?:e|ing)\b", r"re-?enter\w*|\benter(?:ing)? (?:data|every|the|it|leads|everything)", r"spreadsheets?", r"\bexcel\b", r"\bpaper\b", r"double entry|enter\w* (?:it |everything )?twice", r"from scratch", r"admin(?:istrative)? (?:work|tasks?)?", r"key(?:ing)? in", r"one by one", r"log(?:ging)? (?:calls|everything|every)", r"update the crm", r"business cards?"),
    },
    "tool_fragmentation": {
        "ja": (r"連携", r"(?<!質が)(?<!質は)(?<!質も)(?<!対応が)(?<!スキルが)(?:バラバラ|ばらばら)", r"分散", r"点在", r"二重", r"(?:複数|いくつも|たくさん)の?(?:ツール|システム|チャネル|窓口)", r"(?:ツール|システム)(?:が|も|間)", r"使いこな", r"散らば|散在", r"一元", r"統合", r"別々", r"サイロ", r"あちこち", r"チャネル", r"乱立", r"(?:システム|仕組み)[^。]{0,4}古", r"重複", r"行き来|行ったり来たり", r"(?:MA|SFA|CRM)(?:が|を|と|は)", r"移行"),
        "en": (r"\btools\b", r"(?:aren't|not|isn't|don't|never|no) (?:\w+ )?(?:connect\w*|integrat\w*|sync\w*)", r"integrat\w*", r"connect\w*", r"talk to (?:each other|one another)", r"\bsync\w*", r"silo\w*", r"scattered", r"(?:different|separate|disconnected|many|multiple|several|two|three|five) (?:systems|tools|apps|inboxes|places|platforms|spreadsheets)", r"between (?:apps|tabs|tools|systems)", r"fragment\w*", r"legacy|outdated", r"duplicates?\b", r"\bstack\b", r"all over the place", r"(?:system|crm|software) is (?:old|ancient|clunky)", r"nobody uses the crm"),
    },
    "headcount": {
        "ja": (r"人手", r"人員", r"人数", r"人が(?:足り|い(?:な|ませ)|辞|採|少|集ま|来な)", r"人材", r"採用", r"離職", r"退職", r"辞め|やめて(?:しま|いく)", r"定着", r"少人数", r"[一1]人で|ひとりで|1名で|二人で|2人で", r"兼務|兼任|片手間", r"リソース", r"マンパワー", r"忙し", r"残業", r"手が(?:回|足り|空)", r"回らな|回って(?:い)?な|回りま?せん", r"手一杯|手いっぱい", r"手薄", r"疲弊", r"負荷|負担", r"ひとで", r"高齢化", r"新人"),
        "en": (r"understaffed", r"short[- ]?(?:staffed|handed|of (?:people|staff|hands))", r"headcount", r"\bhir(?:e|es|ing)\b", r"(?:not|n't) (?:have )?enough (?:people|reps|staff|hands|salespeople|bodies)", r"turnover", r"too few", r"one person|one-man", r"only (?:one|two|have|me)\b|just me\b|just (?:one|two)\b", r"small team|tiny team|team is (?:too |so |very )?(?:small|tiny)", r"bandwidth", r"overwork\w*|burn(?:ing|t|ed)?[- ]?out|burnout", r"swamped|overwhelmed|overloaded|drowning", r"capacity", r"stretched", r"quit(?:ting|s)?\b|people leav\w*|keep leaving|retain\w*", r"\bstaff\w*", r"resources?\b", r"recruit\w*", r"labou?r"),
    },
    "conversion_low": {
        "ja": (r"商談化", r"成約", r"受注", r"転換", r"\bCVR?\b|CV率", r"コンバージョン", r"歩留", r"失注(?!理由)", r"アポ(?:率|が|に|取)", r"(?:競合|他社|ライバル)に", r"成果", r"売上|売り上げ", r"温度感|確度", r"売れ", r"(?:つなが|繋が)(?:ら|って(?:い)?な|りま)", r"反応率|返信率", r"離脱", r"見込み(?:客)?が(?:薄|少)", r"商談(?:に|が|数)"),
        "en": (r"conver\w*", r"(?:close|win|show|booking) rates?", r"no[- ]?shows?", r"(?:los(?:e|ing|t)|drop\w*) (?:\w+ ){0,2}(?:deals?|customers?|sales|to (?:a |our |the )?compet\w*|business|prospects)", r"competitors?", r"pipeline", r"drop[- ]?off", r"(?:few|fewer|no|not enough|book\w*) (?:meetings|demos|appointments)", r"ghost\w*", r"(?:don't|never|rarely|hardly) (?:\w+ )?(?:turn into|become|close|book|buy)", r"\bclos(?:e|ing)\b", r"sales are|revenue"),
    },
    "cost": {
        "ja": (r"コスト", r"費用", r"料金", r"高(?:い|く|すぎ|額|騰)(?!品質|度)", r"(?<!来年度)予算", r"経費", r"単価", r"委託費|人件費|広告費|維持費|外注費", r"割高", r"無駄|ムダ", r"価格|値段", r"ランニング", r"お金"),
        "en": (r"\bcosts?\b|costly|costing", r"expensive", r"\bpric(?:e|es|ey|ing)\b", r"\bpay(?:ing)?\b", r"budgets?", r"overpay\w*", r"\bspend\w*(?! (?:\w+ ){0,3}(?:hours|time|days|ages|half))", r"wast\w+ (?:of )?(?:\w+ )?(?:money|budget|spend|ads?)", r"\bmoney\b", r"afford", r"\bfees?\b", r"licen[sc]e fees?", r"\bcac\b|cost per"),
    },
    "security_compliance": {
        "ja": (r"セキュリティ", r"個人情報", r"コンプラ", r"監査", r"情報漏|漏えい|漏洩", r"GDPR", r"(?<![a-z])ISMS", r"Pマーク|プライバシー", r"法令|法規|規制|法務", r"誤送信", r"権限", r"同意(?:の|管理)", r"内部統制|ガバナンス", r"電帳法|インボイス"),
        "en": (r"gdpr", r"securit\w*", r"complian\w*|comply", r"\baudit\w*", r"privacy", r"consent", r"data protection", r"regulat\w*", r"soc ?2", r"iso ?27001", r"hipaa", r"\bbreach\w*|\bleak\w*", r"\blegal\b", r"shared passwords?|permissions"),
    },
    "other": {"ja": (), "en": ()},
}  # fmt: skip

# Trouble by itself, asked or not.
TROUBLE = (
    r"困(?:って|り(?:ま|は))(?!ませ|せん)", r"こまって", r"悩(?:み|んで|ま)", r"課題", r"問題(?:が|な|は|で|と|に)(?!な[いく]|あり?ませ)", r"ネック", r"不満", r"不安", r"心配", r"懸念", r"頭(?:が|を)(?:痛|抱)", r"ストレス", r"クレーム", r"限界", r"大変", r"たいへん", r"面倒|めんどう|めんどくさ", r"しんどい|つらい|辛い|きつい", r"手間", r"負担", r"無駄|ムダ", r"遅(?:い|れ|く(?:て|な)|すぎ)", r"おそい|おそく", r"時間が(?:かか|掛か|足り|取られ|とられ|な)", r"かかりすぎ|かかって(?:い|しま)", r"[高多少重低遅]すぎ", r"(?:率|数字|売上|確度|反応|品質|満足度|生産性|効率)[^。、]{0,6}(?:低|悪|上がら|伸び|下が|落ち|減)", r"(?:伸び|上が|広が|続か|回ら|進ま|足り|決まら|定まら|まとまら|つなが(?:ら)|繋がら|追いつか|追え|見え|間に合わ|拾え|捌け|さばけ|返せ|活かせ|使いこなせ|守れ|残ら|読め|揃わ|取れ|掴め|つかめ|届か|合わ)(?:な|ず|て(?:い)?な|ませ)", r"(?:対応|把握|管理|共有|連携|活用|徹底|フォロー|返信|返事|連絡|電話|架電|入力|集計|分析|処理|統一|整理|標準化|採用|定着|追客)(?:が|も|は|に|を|の)?(?:しき|十分に|全然|なかなか|うまく|すぐに?)?(?:でき|出来|し|され|せ)(?:て(?:い|お)?(?:な|ませ|らず)|な[いく]|ず|ませ|きれ)", r"漏れ|もれ(?:が|て)|抜け(?:が|て|漏れ)", r"(?:追いつい|追い付い|間に合っ|回っ|進ん|決まっ|つながっ|繋がっ|活かせ|使いこなせ|取れ|拾え|見え|伸び|揃っ|共有され|機能し|徹底され|整っ|足り|把握でき|読め)て(?:い|お)?(?:な|ませ|らず)", r"放置", r"埋もれ", r"忘れ(?:て|ら|が|る)", r"ミス(?:が|も|の|、|。|$|で)", r"属人", r"バラバラ|ばらばら", r"(?:二|2)重(?:に|入力|管理|対応|で)", r"手作業", r"手(?:入力|打ち|書き|動)", r"転記", r"コピペ", r"不足", r"人手|採用難", r"辞め|離職", r"取りこぼ|とりこぼ|取り逃|逃し", r"失注", r"(?:他社|競合)に(?:取ら|とら|負け|流れ|先|決め)", r"(?:低|悪|弱|薄|浅|古|重|高|雑|甘|狭|鈍|暗)(?:い|く|くて|すぎ|かっ)(?!品質)", r"ばらつ|バラつ", r"うまく(?:いか|い?って(?:い)?な|でき|回ら)", r"とんちんかん|的外れ", r"形骸化", r"止ま(?:っ|り|る)", r"残業", r"疲弊", r"いちいち|いつも.*(?:て(?:い)?る|ます)$|毎回|一件ずつ|ひたすら", r"後回し|後手", r"(?:分|わ)か(?:ら|りづら|りにく)(?:な|ず|ん|い)", r"(?:し|見|使い|分かり|わかり|やり|探し|つながり|追い)(?:にく|づら|辛)", r"ブラックボックス", r"勘(?:と|に|頼|で)", r"混乱|煩雑|複雑|煩わし", r"探すの|探し回", r"手が回", r"手一杯|手いっぱい", r"追われ", r"滞", r"トラブル|事故|破損|誤(?:出荷|送信|配送|入力)|欠品", r"解決(?:し)?たい|改善(?:し)?たい|減らしたい|なくしたい|何とかしたい|なんとかしたい|効率化(?:し)?たい|自動化(?:し)?たい|短縮(?:し)?たい|脱却", r"苦労|苦戦|苦慮|手こず", r"使われて(?:い)?な|浸透し", r"誰も", r"ロス",
    r"\b(?:problem|issue|challenge|pain|headache|bottleneck|nightmare|struggl\w*|frustrat\w*|overwhelm\w*|annoy\w*|hassle|mess|messy|chaos|chaotic)s?\b", r"\b(?:too|way too|so) (?:much|many|long|slow|expensive|late|few|often|low|high|small|big|old|hard|complicated|manual|busy)\b", r"\bmanual(?:ly)?\b|by hand|copy[- ]?past\w*|re-?typ\w*|data entry", r"\b(?:takes?|taking|spend\w*) (?:us |me |them )?(?:forever|hours|days|weeks|ages|too|a lot|so|half|all|an? )", r"\b(?:los(?:e|es|ing)|miss(?:es|ing|ed)?|wast(?:e|es|ing)|forget(?:s|ting)?|drop(?:s|ping)?|ignor(?:e|ed|ing))\b", r"(?:slip|fall)(?:s|ping|ing)? (?:through|behind)|through the cracks", r"unanswered|untouched|forgotten|overdue|unread", r"\b(?:scattered|duplicat\w*|silo\w*|outdated|clunky|broken|unreliable|inconsistent|inaccurate|inefficient|disorgani[sz]ed|fragmented|disconnected|error[- ]prone)\b", r"\b(?:understaffed|short[- ]?(?:staffed|handed)|swamped|burn(?:ed|t|ing)? ?out|burnout|drowning|stretched|turnover|overloaded|behind)\b", r"\b(?:expensive|costly|overpay\w*|pricey)\b", r"\b(?:weak|poor|bad|terrible|awful|low|slow|late|declining|dropping|falling|blind|cold|hard|difficult|tough|painful|tedious)\b", r"\b(?:can't|cannot|can not|couldn't|unable to|don't|doesn't|isn't|aren't|not|never|hardly|rarely|no longer|won't|didn't|haven't|hasn't) (?:\w+ )?(?:keep up|keep|see|tell|find|know|track|reach|respond|reply|answer|follow|get|talk|sync|connect\w*|integrat\w*|work\w*|scale|handle|cover|measure|trust|enough|convert\w*|match|update\w*|close|hire|afford|have (?:enough|time|visibility|anyone|a way|people)|respond\w*|book|use|share|show|agree)", r"\b(?:nobody|no one|no-one|none of)\b", r"\bno (?:context|visibility|idea|process|system|one|way|time|owner|tracking|record|insight|coverage|follow[- ]?up|clear|rules?)\b", r"\black(?:s|ing)?\b", r"\bfail(?:s|ing|ed|ure)?\b", r"\bgo(?:es|ing)? (?:cold|dark|missing|unanswered|stale)\b", r"\bghost\w*", r"\bspam\b", r"\bloops?\b", r"\bworr(?:y|ied|ies)\b|\bconcern(?:ed|s)?\b", r"\bneed to (?:reduce|fix|cut|improve|stop|speed|automate|eliminate)\b|\b(?:want|trying|looking) to (?:reduce|cut|fix|improve|speed up|automate|stop|eliminate)\b", r"\bstuck\b|\bsuffer\w*|\bpile?s? up\b|\bbacklog\b|\berrors?\b|\bmistakes?\b|\bcomplain\w*|\bdelays?\b|\bdowntime\b|\binjur\w*", r"from scratch", r"\bquit(?:s|ting)?\b|keep leaving", r"\bspreadsheets?\b", r"depends on (?:who|which|one)",
)  # fmt: skip

# After our question a plain negative is trouble enough: 「伝わっていない」「3名しかいません」.
TROUBLE_ASKED = (
    r"(?:られ|れ|って(?:い)?|て(?:い)?|でき|し)(?:な[いく]|ませ)",
    r"てしま|ちゃ(?:う|って)",
    r"しか(?:い|な|あり)",
    r"ばかり|ばっかり",
    r"に集中",
)

NO_TROUBLE = (
    r"大変(?:お世話|失礼|恐縮|申し訳|助か|ありがた|参考)|遅くなり(?:まし|申)|遅(?:くなって|れて)(?:すみ|申|ごめ)|\bsorry (?:for|about|to)\b", r"うまく(?:い|行|回)って(?:い)?(?:ます|る|おり)",
    r"(?:時期|予定|日程|スケジュール|予算)(?:は|も|が)?(?:まだ)?(?:具体的に)?(?:決ま|未定|分か|わか)",
    r"(?:課題|問題|困り(?:ごと|事)|悩み|不満|困ること|不便)(?:は|も|って|など)?(?:今のところ|現状|特に|とくに|あまり|そんなに|別に|まったく|全く|正直)*、?(?:な(?:い|く(?!な|した)|し)|あり?ませ|ございませ|感じて(?:い)?(?:な|ませ))", r"困って(?:は|も)?(?:い)?(?:な|ませ|おりませ)", r"困りごとは?(?:な|あり)", r"特に(?:は)?(?:な(?:い|し)|あり?ませ|ございませ|何も|困)", r"とくに(?:な|あり)", r"(?:問題|大丈夫|満足|順調|うまく(?:い|行)って|間に合って|解決(?:し(?:ました|た)|済|でき)|足りて)(?:な[いく](?!て)|いま|ます|し(?:て|まし)|です|い?る|ており|でき|済)", r"問題(?:は|も)?(?:な(?:い|く)|あり?ませ)", r"(?:の|こと)は(?:問題(?:では|じゃ)な|大丈夫|いい|良い|OK|平気|悪くな)", r"(?:では|じゃ)な(?:くて?|い)(?:のですが)?、?$", r"^(?:なし|無し|ない|ないです|ありません|ございません|なんもない)[。!]*$", r"(?:解消|改善|解決)(?:し|され|でき)(?:まし|た|済)", r"以前は.*(?:今は|現在は)",
    r"\b(?:no|not any|don't have (?:any|a)|without|haven't any|not really any|none)\b (?:real |big |particular |major |specific |actual )?(?:problems?|issues?|challenges?|pain(?: points?)?|complaints?|trouble)\b", r"(?:is|are|was|were|'s|'re|works?|working|going|doing) (?:just |really |pretty |all |totally |perfectly |quite |very )?(?:fine|ok(?:ay)?|good|great|well|happy|smooth\w*|satisfied|covered)\b(?! but)", r"(?:isn't|is not|aren't|not) (?:really )?(?:a |an |the |our |my )?(?:problem|issue|challenge|concern|bottleneck)", r"\bhappy with\b|\bsatisfied with\b|\bno complaints\b", r"\b(?:fixed|solved|resolved|sorted)\b(?: (?:it|that|this))?(?: (?:already|last|now|ourselves))", r"\bused to (?:be|have|struggle|lose|miss|take)\b", r"^(?:none|nothing|no|nope|nah|not really|nothing (?:really|special|specific|comes to mind))\b[.! ]*(?:$|,|tbh|really|we|just)", r"\ball good\b|\bwe're good\b|we are good\b", r"nothing (?:in particular|major|specific|really|is broken|to fix)", r"just (?:comparing|looking|browsing|curious)",
)  # fmt: skip

# Asks or wishes; no statement about themselves.
REQUEST = (
    r"[??]\s*$", r"(?:(?:ます|でしょう|ません|ない)か(?:ね|な)?|ですか)[。!]?$", r"(?:教えて|見せて|送って|知りたい|聞きたい|伺いたい|お聞かせ|詳しく|ください|下さい|いただけ|頂け|お願い|お願いし(?:ます|たい)|資料(?:が|を)|ほしい(?:です)?$|欲しい(?:です)?$|もらえ|くれ(?:ます|ない)|見たい|話したい|見積)", r"^(?:どう|何|なに|なぜ|いつ|どこ|どの|どんな|誰)[^。]{0,25}(?:か|の|\?|ですか)", r"と(?:の)?違い", r"について(?:$|。|の)", r"って(?:何|なに|どう)",
    r"\?\s*$", r"^(?:can|could|does|do|is|are|will|would|how|what|who|when|where|which|why|should|did|has|have you)\b", r"\b(?:please (?:send|tell|show|call|share|explain)|tell me|send me|show me|i(?:'d| would) like (?:to (?:see|know|book|talk|speak|get|learn)|a|the|some)|can (?:you|i|we)|could (?:you|i|we)|let me (?:know|speak)|interested in|looking for (?:a|an|info|information|pricing|your))\b",
)  # fmt: skip
NOT_AN_ANSWER = (
    r"^(?:はい|ええ|いいえ|うん|そうです(?:ね)?|なるほど|了解(?:です|しました)?|承知|わかりました|分かりました|OK|ok|ありがとう|どうも|よろしく|お願い|こんにちは|お世話|はじめまして|初めまして|すみません|後で|あとで|また|ちょっと待|特に|秘密|内緒|いろいろ|色々|なんとなく|たまたま|え|は|ん)(?:です|ます|ございます|お願いします|しくお願いします|ました|に(?:なって|し)(?:おり|い)ます|ね|あり)*[。!、ー~\s…]*(?:$|検討|資料)", r"(?:答え|言い|話し|教え)(?:たく|られ|かね)", r"直接(?:お話|話|担当|伝え)", r"^(?:うーん|まだ|よく|特に|ちょっと|正直|自分でも|私には|今は|、)*(?:わか|分か|判)(?:ら|り)(?:な|ませ|ん)", r"情報収集|興味(?:が|本位|ある|あって)|勉強|気になって|良さそう|よさそう|検討(?:して|中)(?:い|お)?(?:ます|る)?。?$|(?:整理|検討)でき(?:て(?:い)?)?(?:な|ませ)|まだ(?:特に|整理|わか|分か|決|考え)|これから", r"結構です|不要です|興味(?:は)?(?:な|あり)|間に合って", r"どういう(?:意味|こと)|意味が|質問の", r"担当(?:の方|者)?(?:に|と|を)(?:代|話|直接|お話)|人(?:間)?(?:と|に|を)(?:話|代|出)",
    r"^(?:yes|yeah|yep|ok(?:ay)?|sure|thanks|thank you|hi|hello|hey|hmm+|well|maybe|later|not sure|no idea|dunno|idk|i don't know|good question|i'd rather not|rather not|prefer not|skip|pass|whatever|lol|test|same|cool|great|nice|fine|good|see above|everything|you tell me|unsubscribe|stop|not interested)\b[^a-z]*(?:$|say|to say|at all|yet|really|that|me|tbh|then|you|sorry|answer)", r"\b(?:rather not|prefer not|confidential|none of your)\b", r"^(?:just )?(?:curious|browsing|looking|exploring|researching|checking)\b", r"what do you mean|not sure what|don't understand the question|why do you ask|still (?:figuring|working) (?:it )?out|haven't (?:thought|figured)", r"\b(?:talk|speak|discuss)\b[^.]{0,25}\b(?:directly|human|person|someone|rep|sales)\b", r"unsubscribe|remove me|stop (?:emailing|contacting|writing)|not interested",
)  # fmt: skip
SUPPORT = (
    r"ログイン|パスワード|エラー|不具合|設定|アカウント|動かなく|届かなくなり|開けな|表示され|契約更新|解約|請求書",
    r"\blog ?in\b|password|error message|my account|bug\b|invoice|crash",
)

LEAD_IN = (
    r"^(?:そうですね|そうだな|うーん|えっと|えーと|まあ|まぁ|正直|とにかく|やはり|やっぱり|一番は|いちばんは|主に|あとは?|それと|また|特に|強いて(?:言えば|いえば)|しいて(?:言えば|いえば)|実は|今は|現在は?|現状は?|はい)[、,\s]*",
    r"^(?:最大の|主な|一番の|いちばんの|大きな|現状の|今の|弊社の|うちの)?(?:課題|問題|悩み|困りごと|困っていること|困ってるの|ネック)(?:は|としては|といえば|だと)(?:[^、。]{0,8}(?:つ|点)(?:あ(?:って|り(?:まして)?)|です)?)?[、,:\s]*",
    r"^(?:honestly|mainly|mostly|basically|well|yes|yeah|currently|right now|tbh|i guess|i think|probably|just|ok|so|also|and|but|because|since)\b[,:]?\s*",
    r"^(?:(?:the|our|my) )?(?:main |biggest |real |only |key |number one |primary |current |big )*(?:problem|issue|challenge|pain(?: point)?|headache|concern|bottleneck)s? (?:is|are|would be|for us is|right now is|we have is|with [\w ]+ is)(?: that| the fact that| just)?\s+",
    r"^(?:it's|it is|that's) (?:mostly |just |really |the fact that )?(?=the |our |that |all )", r"^(?:(?:we|i)(?:'ve| have)? (?:got )?)?(?:a few|two|three|several|couple of|2|3) (?:things|problems|issues|challenges)(?: really)?\s*[:,-]\s*",
)  # fmt: skip
TAIL = (
    r"な?(?:という)?(?:の|こと|点)?(?:が|に|で|は)(?:いちばんの|一番の|最大の|大きな|主な|今の|正直|一番|とても|本当に|非常に|かなり)*(?:課題|問題|悩み|困って|悩んで|ネック|不満|頭が痛|悩みの種|懸念|負担)(?:に(?:なって|感じて)|と(?:して|感じて))?(?:い|おり)?(?:る|ます|まして)?(?:です|でして|ですね|だ)?(?:よ|ね|が|けど)*$",
    r"(?:になって|となって)?(?:しまって|ちゃって)(?:い|おり)?(?:る|ます|まして)(?:んです|のです)?(?:よ|ね|が|けど)*$", r"(?:な)?(?:ん|の)(?:です|だ)(?:よ|ね|が|けど|かね|って)*$", r"(?:です|でした|でして|だ|かな|かと|だと思(?:い|って)(?:い)?ます|と思(?:い|って)(?:い)?ます|と感じて(?:い)?ます|ですかね|っす)(?:よ|ね|が|けど|し)*$",
    r"\s+(?:is|are) (?:the|our|my|a|always the|always)?\s*(?:main|biggest|real|big|constant|huge|key|number one|only|major)?\s*(?:headache|problem|issue|challenge|pain(?: point)?|concern|nightmare|bottleneck)s?(?: here| for us| right now| really| tbh)?$", r",? (?:and )?it's (?:killing us|a nightmare|driving us crazy|frustrating|painful)$", r"\s*(?:tbh|honestly|really|i guess|right now|lol)$",
)  # fmt: skip
