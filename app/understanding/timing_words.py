# ruff: noqa: E501 - one class of expressions a line
"""Words around a date that say what it is about, and words of hurry and of no date at all."""

# What a date belongs to, best first: use > end of the old contract > decision > budget > evaluation.
GO_LIVE, EXPIRY, DECIDE, BUDGET, EVALUATE, UNKNOWN, ELSEWHERE = 5, 4, 3, 2, 1, 0, -1

CUES_JA = {
    EXPIRY: (r"切れ", r"契約(?:の)?更新", r"契約(?:が|の)?満了", r"満了", r"更新", r"保守(?:が|も)?終了", r"サポート(?:が|も)?終了", r"期限", r"解約", r"(?:契約|リース|保守|ライセンス|サポート)(?:期間)?が?(?:終わ|終了|まで)", r"終了(?:し|する|予定|なので|のため)", r"リース(?:アップ|が)"),
    GO_LIVE: (
        r"導入(?!事例)", r"利用", r"使い", r"使え", r"使う", r"使お", r"稼働", r"運用", r"開始", r"スタート", r"始め", r"はじめ", r"始動", r"リリース",
        r"切り?替え", r"入れ替え", r"リプレ[イー]?ス", r"乗り換え", r"本番", r"立ち上げ", r"入れた", r"入れる", r"入れ", r"動かし", r"カットオーバー", r"間に合", r"実装",
        r"必要", r"置き換え", r"移行", r"展開", r"整え", r"解決", r"何とか", r"なんとか", r"サービスイン", r"ローンチ", r"つかい", r"どうにゅう", r"欲しい", r"ほしい", r"入社するタイミング", r"入るタイミング", r"タイミングで", r"に合わせ",
    ),
    DECIDE: (r"契約", r"決定", r"決め", r"発注", r"購入", r"選定", r"稟議", r"決裁", r"申し?込", r"買い", r"決ま", r"結論", r"判断"),
    BUDGET: (r"予算",),
    EVALUATE: (r"検討", r"比較", r"評価", r"PoC", r"試験", r"動(?:い|き|け)", r"進め", r"着手", r"考え", r"目標", r"目処", r"めど", r"目途", r"目安", r"希望", r"予定", r"計画", r"プロジェクト"),
    ELSEWHERE: (
        r"デモ", r"打ち?合わ?せ", r"面談", r"商談", r"(?:お|ご)?電話", r"お話", r"ミーティング", r"MTG", r"アポ", r"訪問", r"会議", r"セミナー", r"ウェビナー", r"展示会", r"イベント",
        r"資料", r"見積", r"連絡", r"返信", r"返事", r"回答", r"折り?返し", r"無料", r"トライアル", r"お試し", r"異動", r"入社(?:し|で)", r"創業", r"設立", r"移転", r"説明会", r"時間(?:を|が|いただ|頂|ござ)",
        r"空いて", r"届", r"送っ", r"送付", r"休み", r"休業", r"不在", r"名刺", r"問い?合わせ", r"担当者?が(?:変|替)", r"採用", r"引き継", r"オープン(?!に)", r"上場", r"合併", r"辞め", r"退職", r"件", r"売上", r"キャンペーン", r"メールし",
    ),
}  # fmt: skip

CUES_EN = {
    EXPIRY: (r"expir\w*", r"renew\w*", r"(?:contract|lease|licen[sc]e|agreement|subscription|support|deal)\b[^.]{0,30}\b(?:ends?|ending|is up|runs? out|over|until|through|lapses?|terminates?)", r"end of life", r"up for renewal", r"locked in(?:to)?"),
    GO_LIVE: (
        r"go(?:ing)?[ -]live", r"\blive\b", r"launch\w*", r"\bstart\w*", r"begin\w*", r"roll\w*[ -]?out", r"implement\w*", r"deploy\w*", r"in place", r"running", r"\bus(?:e|ing)\b",
        r"\bneed\w*", r"\bwant\w*", r"get (?:it|this|going|started)", r"switch\w*", r"migrat\w*", r"replac\w*", r"sorted", r"\bfix\w*", r"\bsolv\w*", r"set up", r"onboard\w*", r"adopt\w*", r"install\w*", r"\bready\b", r"kick(?:ing)? off", r"target\w*", r"operational", r"\bhav(?:e|ing) (?:it|this|something|a (?:tool|system|solution))",
    ),
    DECIDE: (r"decid\w*", r"decision", r"\bsign\w*", r"purchas\w*", r"\bbuy\w*", r"contract\w*", r"choos\w*", r"\bpick\w*", r"commit\w*", r"order\w*", r"procure\w*"),
    BUDGET: (r"budget\w*", r"\bfunds\b", r"funding"),
    EVALUATE: (r"evaluat\w*", r"compar\w*", r"look(?:ing)? (?:at|into|for)", r"explor\w*", r"pilot\w*", r"\bpoc\b", r"consider\w*", r"plan\w*", r"review\w*", r"revisit\w*", r"aim\w*", r"hop(?:e|ing)", r"ideal\w*", r"timeline", r"think\w*", r"shoot\w*", r"project"),
    ELSEWHERE: (
        r"\bdemos?\b", r"\bcall\w*", r"meeting\w*", r"\bmeet\b", r"\btalk\w*", r"\bchat\b", r"\bspeak\w*", r"webinar\w*", r"\bslots?\b", r"available", r"free (?:on|at|for)", r"\bsend\w*", r"\bbrochure", r"\bquote\b", r"\btrial\w*", r"\brepl(?:y|ies|ied)\b",
        r"respon\w*", r"answer\w*", r"founded", r"since", r"joined", r"hired", r"moved", r"\blast\b", r"\bago\b", r"conference", r"trade show", r"\bevent\w*", r"vacation", r"out of office", r"back in the office", r"\bvisit\w*", r"get back to", r"email\w*", r"schedul\w*", r"\binterview", r"met (?:you|your)", r"downloaded", r"opened", r"intern\b", r"avenue", r"street", r"floor", r"follow up",
    ),
}  # fmt: skip

CLOSING_JA = (
    r"(?P<before>(?<!\d)(?:1[0-2]|[1-9])|十[一二]?|[一二三四五六七八九])月(?:末)?(?:が|の|に)?(?:決算|期末|締めの会社|本決算)(?!まで|前)",
    r"決算(?:月|期)?(?:は|が|:|、)\s?(?P<after>(?<!\d)(?:1[0-2]|[1-9]))月(?:末)?",
    r"(?:期末|年度末|会計年度)(?:は|が)\s?(?P<after2>(?<!\d)(?:1[0-2]|[1-9]))月(?:末|まで)?",
)
CLOSING_EN = (
    r"(?:fiscal|financial) year (?:ends?|ending|closes) (?:in |on )?(?:the end of )?(?P<month>[a-z]+)",
    r"\bFY (?:ends|closes) (?:in )?(?P<month2>[a-z]+)",
    r"(?:fiscal|financial) year (?:starts|begins|runs from) (?:in |on )?(?P<first>[a-z]+)",
)

FILL_JA = r"(?:頃|ごろ|ころ|くらい|ぐらい|あたり|辺り|ほど|程度|前後|中|ちゅう|末|の間|時点|のタイミング)*"
OPEN_JA = (
    FILL_JA
    + r"(?:以降|いこう|以後|より後|より先|を過ぎ|過ぎ|が終わ|が明け|になってから|にならないと|じゃないと|でないと|まで(?:は|には)?(?:無理|難し|動け|待|忙し|でき|身動き|厳し))"
)
BY_JA = FILL_JA + r"(?:いっぱい|まで|迄|以内|のうち|内に|内を|内で|に間に合|の?前(?!年|月|期|職|任|提)|より前)"
NEGATED_JA = (
    FILL_JA
    + r"(?:では?なく|じゃなく|でなく|ではありません|じゃないです|は(?:もう)?(?:無理|難し|厳し|間に合わ|ちょっと|さすがに|忙し|見送)|以外|だと(?:無理|早|遅|間に合わ|厳し|難)"
    r"|は早|は予算(?:が|は|も)?(?:な|無|取れ|とれ|付か|つか|使い切)|には(?:間に合わ|無理)|というより|と言いたい|といいたい|は過ぎ|が過ぎ|は終わ|は無し|はなし|も難し|も無理)"
)
JOIN_JA = r"\s*(?:(?:頃|ごろ|くらい|ぐらい|上旬|末)?(?:から|~|-|、もしくは|もしくは|または|又は|か|or|、|・|,|/)\s*|か?、?(?:遅くても|遅くとも)?)"
CORRECTION = r"(?:いや|やっぱり?|やはり|訂正|ではなく|じゃなく|現実的に|実際に?は|本当は|正確には|というか|\bactually\b|\bi mean\b|realistic\w*|\brather\b|\bmore like\b|\bwell\b,|\bno,)"

OPEN_EN = r"(?:after|not before|not until|no earlier than|no sooner than|won't .{0,25}(?:before|until)|can't .{0,25}(?:before|until)|n't .{0,30}(?:before|until)|past|beyond|post|since)\s+(?:the\s+)?$"
OPEN_AFTER_EN = r"^\s*(?:onwards?|or later|and beyond|at the earliest|on\b(?!\s+\w+day)|\+)"
BY_EN = r"(?:by|before|until|till|no later than|not later than|prior to|ahead of|within|up to|in time for|at the latest)\s+(?:the\s+)?$"
BY_AFTER_EN = r"^\s*(?:at the latest|latest|or (?:sooner|earlier|before)|deadline|tops|max\b)"
NEGATED_EN = r"(?:\bnot(?: in)?|instead of|rather than|skip)\s+(?:in\s+)?(?:the\s+)?$"
NEGATED_AFTER_EN = r"^\s*(?:is|was|'s|will be)?\s*(?:gone|over|too (?:soon|early|late|tight)|out of the question|impossible|not (?:possible|realistic|happening|going to)|won't work|doesn't work)"
JOIN_EN = (
    r"\s*(?:-|to|through|thru|until|and|or|/|,|, or|maybe|~)\s*(?:maybe\s+|probably\s+|the\s+|early\s+|possibly\s+)?"
)

ASAP = (
    r"今すぐ(?!では|じゃ)", r"いますぐ", r"すぐに?でも", r"すぐ(?:に)?(?=使|導入|始|欲|ほし|代わ|代替|必要|対応|入れ|利用|契約|何とか|なんとか|改善|解決|切り?替|動|[。!?\s笑~ー]|$|です|が(?:いい|良い)|で(?:も|す))",
    r"早急", r"至急", r"大至急", r"緊急", r"なるはや", r"なる早", r"(?:なる|でき|出来)(?:べく|るだけ|る限り|だけ)\s?(?:早|はや|速)", r"可能な限り(?:早|速)", r"可及的", r"最短", r"最速", r"待ったなし", r"一[日刻]も?(?:でも)?早", r"1日(?:でも)?も?早", r"早ければ早い", r"早め(?:に|が|で)",
    r"急いで(?!い?な|は|る訳)", r"急ぎ(?!では|じゃ|ま?せん|はし|ではな)(?:で|ます|たい|の|めで|です)?", r"即(?:日|刻|座|導入|使|契約|時)", r"ただちに|直ちに", r"速やか", r"明日(?:から|に)?でも", r"今日(?:から|に)?でも", r"(?:今日|明日|本日)から(?:使|でも|始|導入)", r"もう(?:限界|間に合わない)", r"猶予(?:が|は)?(?:な|あ[りま])", r"いそぎ(?!で)", r"さっさと", r"昨日(?:に)?でも",
    r"(?<!r )\basap\b", r"\ba\.s\.a\.p", r"as (?:soon|quick(?:ly)?|fast|early) as (?:(?:humanly |absolutely |practically )?possible|we can|you can|feasible)", r"(?<!not )(?<!nothing )(?<!n't )(?<!not that )(?<!not super )(?<!not very )(?<!no )\burgent(?:ly)?\b(?! care)", r"\bimmediate(?:ly)?\b", r"right (?:away|now)(?= please|[.!,]|$| if)", r"straight away", r"\byesterday\b(?=[.!)\s]*$|[,;])", r"(?:need\w*|want\w*) (?:it|this|something|one) (?:now|yesterday|today|right now|fast|quickly)", r"^now\b[.!]*$", r"(?:the )?sooner the better", r"can't wait", r"without delay", r"like now", r"today if (?:we|you|i) can", r"\bin a (?:big )?hurry\b", r"in a rush", r"(?<!no )\brush(?:ed|ing)?\b(?! hour)", r"time is of the essence", r"ready to (?:start|go|buy|move) (?:now|today|immediately)", r"\bpronto\b", r"at the earliest (?:possible|opportunity)", r"earliest possible", r"fast as (?:possible|you can|we can)", r"tomorrow if (?:possible|we could|i could)", r"top priority",
)  # fmt: skip

UNDECIDED = (
    r"未定", r"(?:決|き)ま(?:って|り)(?:い)?(?:な|ませ|ておらず)", r"(?:決|き)めて(?:い)?(?:な|ませ|おりませ)", r"白紙", r"情報収集", r"じょうほうしゅうしゅう", r"時期(?:は|も|が)?(?:まだ)?(?:これから|分から|わから|見え|読め|なんとも|何とも|検討|特に|こだわ)",
    r"具体的(?:な|に|には)[^。]*(?:な[いくし]|ませ|これから)", r"様子見", r"様子を見", r"いつか(?:は)?", r"そのうち", r"いずれ", r"ゆくゆく", r"将来的", r"いいものがあれば", r"良い(?:もの|製品|ツール)?があれば", r"急(?:ぎ|いで)(?:では|は|い)?(?:あり|い)?(?:な|ま(?:せ|す?ん))",
    r"急ぎ(?:では|じゃ|は)(?:な|あり)", r"急いで(?:は)?(?:い)?(?:な|ませ|おりませ)", r"(?:もう少し|まだまだ|だいぶ|ずっと|かなり|もうちょっと)先", r"見通し(?:が|は)(?:立|つ)", r"(?:目処|めど|目途)(?:は|が)?(?:まだ)?(?:立って|たって|つい|な)", r"検討段階", r"検討(?:を)?(?:始め|はじめ)たばかり", r"(?:構想|調査|検討|比較|準備)(?:の)?段階", r"下調べ", r"勉強(?:中|のため|がてら)", r"まだ(?:先|何|なに|これから|全然|ぜんぜん|そこまで|わか|分か|はっきり|決|未)", r"はっきり(?:し|と)", r"ノープラン", r"(?:時期|スケジュール|予定)(?:は|も|が)?(?:な[いく]|ありませ|ない)", r"来てから考え", r"気になって(?:見|み)た?だけ", r"検討して(?:い)?ない",
    r"\btb[dc]\b", r"undecided", r"(?:not|n't|haven't|hasn't|nothing|never|yet to)(?: yet| really| been| quite)?(?: even)?(?: decided?| determine[d]?| fixed| set| settled| scheduled| planned| finali[sz]ed| figured)", r"no (?:real |fixed |firm |specific |particular |set |hard |concrete |clear |exact )?(?:timelines?|timeframe|time frame|dates?|deadlines?|rush|hurry|plans?|schedule|idea|clue|urgency)", r"not (?:sure|certain|urgent|in (?:a|any) (?:rush|hurry)|decided|yet|really sure|there yet)", r"n't (?:know|be sure|have a (?:date|timeline|deadline|plan|timeframe))(?: yet| when)?", r"\bdunno\b", r"\bidk\b", r"unsure", r"unclear when",
    r"just (?:looking|browsing|exploring|curious|researching|gathering|comparing|shopping|checking|window|kicking)", r"still (?:comparing|looking|exploring|researching|evaluating|deciding|early|gathering|thinking|figuring|in the early)", r"early (?:days|stages?)", r"exploring|exploratory|gathering info\w*|research(?:ing)? phase|window shopping|kicking the tires", r"(?:some|one) ?day\b", r"eventually", r"at some point", r"down the road", r"hard to say", r"up in the air", r"depends\b", r"it depends", r"whenever", r"no idea", r"to be (?:decided|determined|confirmed)", r"playing it by ear", r"can't say", r"open[- ]ended", r"flexible", r"too early to",
)  # fmt: skip
# Only after our own question: without it these words are about something else.
UNDECIDED_ASKED = (
    r"(?:わか|分か|判)(?:ら|り)(?:な|ま(?:せ|へ))", r"わからん", r"検討中", r"検討し", r"社内で", r"これから", r"特に(?:な|ありませ|決|ございませ|急)", r"とくに", r"相談して", r"なんとも|何とも", r"ゆっくり", r"タイミング(?:が|次第)", r"考え中", r"悩(?:み|んで)", r"^(?:まだ|ない|なし|無し|ないです|なしです|未だ)(?:です|かな|ですね)?[。!]?$", r"次第", r"さあ", r"どうでしょう", r"上(?:司|長|の者)に", r"見積(?:もり?)?(?:を|次第|見て)",
    r"\bmaybe\b", r"\bnot really\b", r"\bnone\b", r"\bnah\b", r"\bno\b[.!]*$", r"\bnothing\b", r"we'?ll see", r"\bwho knows\b", r"\bdepending\b", r"thinking about it", r"\bnot now\b", r"talk to my|convince my|ask my", r"considering", r"when(?:ever)? we(?:'re| are) ready",
)  # fmt: skip

CONDITIONS = (
    r"[^、。,!?]{0,40}?(?:稟議|決裁|承認|予算|許可|上(?:司|長)?の?(?:OK|了承)|OK|ゴーサイン|補助金|価格|金額|料金|費用|条件|社内(?:の)?(?:調整|合意)|役員会|取締役会|助成金|値段|コスト)[^、。,!?]{0,12}?(?:次第|しだい|たら|だら|れば|けば|えば|ってから|てから|により|によ(?:って|る)|なければ)",
    r"[^、。,!?]{0,40}?(?:良|い)い?(?:もの|ツール|製品|サービス|提案)が?(?:あれば|見つか\w*れば|見つかったら)", r"[^、。,!?]{0,40}?タイミングが合えば", r"[^、。,!?]{0,40}?(?:検証|PoC|トライアル|比較|結果)[^、。,!?]{0,8}次第",
    r"\b(?:once|when|if|whenever|as soon as|after|until|unless|subject to|pending|contingent on|depend(?:s|ing|ent)? (?:on|upon))\b[^.,;!?]{0,50}\b(?:budget\w*|approv\w*|sign[- ]?off|signs?|price|pricing|cost|board|funding|funded|boss|legal|procurement|money|green ?light|raise|go-ahead|management|ceo|cfo|ok|okay|the right (?:tool|product|price|fit))\b[^.,;!?]*",
    r"\bneed to convince[^.,;!?]*",
)  # fmt: skip

PAST_DATE = (
    r"去年|昨年|一昨年|おととし|前年|先月|先週|昨年度|前期|以前|前に|(?:\d{1,2}|[一二三四五六七八九数])(?:年|[ヶヵケかカ箇個]月|週間)(?:ほど|くらい|ぐらい)?前",
    r"last (?:year|month|quarter|week|spring|summer|fall|autumn|winter)|(?:\w+) (?:years?|months?|weeks?) ago|previously|back in (?:19|20)\d\d",
)
PAST_USE = (
    r"(?:導入|利用|契約|購入|採用|使用)(?:して|し|済み)?(?:いまし|ていた|まし|した|たが|たけど|済)", r"(?:使って|入れて|試して)(?:い)?(?:た|まし)", r"(?:使い|入れ|試し|買い)(?:まし)?た",
    r"\b(?:implemented|introduced|bought|purchased|rolled out|adopted|deployed|switched|installed|tried|used|signed|launched|migrated)\b",
)  # fmt: skip
