"""Words of trouble and of its absence, and what stands around a problem in a sentence."""

TROUBLE = (
    # no end of work, no answer
    r"悲鳴|てんてこ舞|鳴りっぱなし|キャパ(?:オーバー|が|を超)|(?:あふれ|溢れ)(?:て|る)|ほったらかし|置き去り|行き違い|すれ違|機会損失|怖(?:い|く)|ひやひや|ヒヤヒヤ|イライラ|もどかし|焦(?:って|り)|足を引っ張|煩わし|(?:反応|返事|返信)が(?:な|来な)|電話しちゃ|持ち歩",
    r"\b(?:vanish\w*|disappear\w*|hears? nothing|pil(?:e|es|ing) up|lost (?:our|my|the|a|some|two|three)|ignores?|no[- ]shows?|don't show|scrambl\w*|juggl\w*|chasing|chase|neglect\w*|desperate|flagged|leaks?|scares?|hates?|only have|crickets|nowhere)\b",
    # tomorrow, when it should be today
    r"(?:翌日|翌朝|翌営業日|次の日|翌週|週明け|後日|数日後|半日後|数時間後)(?:の|に|まで|以降)?[^。、]{0,8}(?:対応|返信|返事|連絡|にな|まわ|回|手つかず|放置|気づ|とか|やっと)",
    r"(?:返信|返事|対応|連絡|折り返し|回答)[^。、]{0,6}(?:翌日|翌朝|翌営業日|次の日|翌週|週明け|数日|何日|半日|後日)",
    r"手[つ付]かず|見逃し|スルー|冷め(?:て|る|ちゃ)|パンク|怒られ|先を越|二度手間|宙に浮|溜まっ(?:て|た)|たまって|(?:二重|ダブ)(?:で|って|りで|に(?:なって|連絡|電話))|出払",
    r"(?:育た|読め|つかめ|掴め|書け|出られ|取りきれ|返しきれ|捌きき|追いきれ|回しきれ|説明でき|見きれ|出し?きれ|手放せ|刺さら|(?:商談|契約|成約)に(?:なら|つながら|繋がら|至ら))(?:な|ま?せ|ず)",
    r"(?:嫌がっ|入力して|使って|見て|動いて|やって)(?:くれ|もらえ)(?:な|ま?せ)|差が(?:激|大き|ひど)|使われて(?:お|い)(?:ら|な)|ごちゃごちゃ|ぐちゃぐちゃ|野放し|宝の持ち腐れ",
    # worry and pain
    r"困(?:って|り(?:ま|は))(?!ませ|せん)|こまって|悩(?:み|んで|ま)|課題",
    r"問題(?:が|な|は|で|と|に)(?!な[いく]|あり?ませ)|ネック|不満|不安|心配|懸念|頭(?:が|を)(?:痛|抱)|ストレス",
    r"クレーム|限界|大変|たいへん|面倒|めんどう|めんどくさ|しんどい|つらい|辛い|きつい",
    # effort
    r"(?:半日|丸一?日|一日|\d+\s?(?:時間|日))(?:も|以上|くらい|ぐらい|ほど)?(?:かか|取られ|とられ|潰れ|つぶれ)",
    r"手間|負担|無駄|ムダ",
    # too slow, too low, not enough
    r"遅(?:い|れ|く(?:て|な)|すぎ)|おそい|おそく|時間が(?:かか|掛か|足り|取られ|とられ|な)|かかりすぎ",
    r"かかって(?:い|しま|ま|る|おり)|[高多少重低遅]すぎ",
    r"(?:率|数字|売上|確度|反応|品質|満足度|生産性|効率)[^。、]{0,6}(?:低|悪|上がら|伸び|下が|落ち|減)",
    # what does not go
    (
        r"(?:伸び|上が|広が|続か|回ら|進ま|足り|決まら|定まら|まとまら|つなが(?:ら)|繋がら|追いつか|追え|見え"
        r"|間に合わ|拾え|捌け|さばけ|返せ|活かせ|使いこなせ|守れ|残ら|読め|揃わ|取れ|掴め|つかめ|届か|合わ)"
        r"(?:な|ず|て(?:い)?な|ませ)"
    ),
    (
        r"(?:対応|把握|管理|共有|連携|活用|徹底|フォロー|返信|返事|連絡|電話|架電|入力|集計|分析|処理|統一|整理"
        r"|標準化|採用|定着|追客)(?:が|も|は|に|を|の)?(?:しき|十分に|全然|なかなか|うまく|すぐに?)?"
        r"(?:でき|出来|し|され|せ)(?:て(?:い|お)?(?:な|ませ|らず)|な[いく]|ず|ませ|きれ)"
    ),
    r"(?:足り|追いつき|間に合い|回り|進み|育ち|伸び|上がり|下がり|減り|直り|決まり|集まり|見え|取れ|つながり)ません",
    r"(?:下がら|減ら|直ら|治ら|育た|残ら|集まら|なくなら|止まら|見つから)(?:な|ず)",
    # left out, left lying, wrong
    r"漏れ|もれ(?:が|て)|抜け(?:が|て|漏れ)",
    (
        r"(?:追いつい|追い付い|間に合っ|回っ|進ん|決まっ|つながっ|繋がっ|活かせ|使いこなせ|取れ|拾え|見え|伸び|揃っ"
        r"|共有され|機能し|徹底され|整っ|足り|把握でき|読め)て(?:い|お)?(?:な|ませ|らず)"
    ),
    r"放置|埋もれ|忘れ(?:て|ら|が|る)|ミス(?:が|も|の|、|。|$|で)",
    # by hand, in many places
    r"属人|バラバラ|ばらばら|(?:二|2)重(?:に|入力|管理|対応|で)|手作業|手(?:入力|打ち|書き|動)|転記|コピペ",
    # broken
    r"壊れ(?:て|た|る|ま|や)|故障(?:し|が(?:多|続|増|頻|絶え))|動かなく|チョコ停|ドカ停",
    # people
    (
        r"ひとで(?:が|ぶそく)|ぶそく|たりな[いく]|たりません|とられ(?:て|る|ま)|とま(?:って|った|ります)"
        r"|こわれ|ふぐあい|こしょう|ちょこてい"
    ),
    r"いなくな(?:る|り|って)|(?:人|者|手)が(?:いな|いま?せ)|取られ(?:て|る|ま)|不足|人手|採用難|辞め|離職",
    # lost
    r"取りこぼ|とりこぼ|取り逃|逃し|失注|(?:他社|競合)に(?:取ら|とら|負け|流れ|先|決め)",
    # poor
    r"(?:低|悪|弱|薄|浅|古|重|高|雑|甘|狭|鈍|暗)(?:い|く|くて|すぎ|かっ)(?!品質)|ばらつ|バラつ",
    r"うまく(?:いか|い?って(?:い)?な|でき|回ら)|とんちんかん|的外れ|形骸化",
    # stopped and stuck
    r"止ま(?:っ|り|る)|残業|疲弊|いちいち|いつも.*(?:て(?:い)?る|ます)$|毎回|一件ずつ|ひたすら|後回し|後手",
    # not seen, not known
    r"(?:分|わ)か(?:ら|りづら|りにく)(?:な|ず|ん|い)",
    r"(?:し|見|使い|分かり|わかり|やり|探し|つながり|追い)(?:にく|づら|辛)|ブラックボックス|勘(?:と|に|頼|で)|混乱",
    r"煩雑|複雑|煩わし|探すの|探し回",
    # hands full
    r"手が回|手一杯|手いっぱい|追われ|滞",
    # accidents
    r"トラブル|事故|破損|誤(?:出荷|送信|配送|入力)|欠品",
    # a wish for better
    r"解決(?:し)?たい|改善(?:し)?たい|減らしたい|なくしたい|何とかしたい|なんとかしたい|効率化(?:し)?たい",
    r"自動化(?:し)?たい|短縮(?:し)?たい|脱却",
    # other trouble
    r"大騒ぎ|焼け(?:る|て|付|まし)|焼き付|跳ね上が|手遅れ|てんやわんや|パニック|バタバタ|四苦八苦|もったいな",
    r"苦労|苦戦|苦慮|手こず|使われて(?:い)?な|浸透し|誰も|ロス",
    # time it takes, chances gone
    r"\b(?:takes?|took|taking)(?: (?:us|me|them|our \w+|my \w+|reps|the team|about|around|up to|over|nearly|almost|like))* (?:\d+|two|three|four|five|several|a couple of|a few)[- ]?(?:\w+ )?(?:hours?|days?|weeks?|minutes)\b",
    r"\bnever (?:\w+ )?(?:gets?|got|receives?|hears?|sees?|comes?|happens?)\b|\bby the time\b|\b(?:gone|go|goes|went|going) with (?:some(?:one|body)|another|a competitor)|\bbeat(?:s|ing|en)? (?:us|to it)\b",
    r"\b(?:argu(?:e|es|ing)|fight(?:s|ing)?|squabbl\w+) (?:over|about)\b|\beveryone (?:assumes|thinks)\b|\bno ?body(?:'s| is| has)\b|\bno (?:clue|overview)\b|\bdepend(?:s|ing) on (?:who|which)\b",
    r"\bbounc(?:e|es|ing)\b|\bburn(?:s|ing)? (?:a |through |so |\w+ ){0,4}(?:money|ton|budget|cash|lot)\b|\bthin\b|\b(?:won't|doesn't|don't) let (?:us|me)\b|\bblock(?:s|ing|ed)? (?:us|every|everything|\w+ tools?)\b",
    r"\b(?:sit(?:s|ting)?|lie|lies|stuck|rot(?:s|ting)?) in (?:an? |the |our |some |shared |someone's )*(?:inbox|queue|spreadsheets?|mailbox|folder)\b|\ball over the place\b|\bre-?key\w*|\bcopy(?:ing)?[ -](?:and[ -])?past\w*",
    r"\b(?:can't|cannot|couldn't|don't|won't|rarely) (?:\w+ )?(?:get to|keep|make|prove|say|pick up|call back|ring|staff)\b|\b(?:don't|doesn't|didn't) have the (?:bodies|people|staff|time|hands|budget|capacity)\b|\bgeneric\b|\bforgot(?:en)?\b|\bvoicemails?\b",
    # worry and pain
    (
        r"\b(?:problem|issue|challenge|pain|headache|bottleneck|nightmare|struggl\w*|frustrat\w*|overwhelm\w*"
        r"|annoy\w*|hassle|mess|messy|chaos|chaotic)s?\b"
    ),
    # too much of something
    (
        r"\b(?:too|way too|so) "
        r"(?:much|many|long|slow|expensive|late|few|often|low|high|small|big|old|hard|complicated|manual|busy)\b"
    ),
    # by hand
    r"\bmanual(?:ly)?\b|by hand|copy[- ]?past\w*|re-?typ\w*|data entry",
    # time
    r"\b(?:takes?|taking|spend\w*) (?:us |me |them )?(?:forever|hours|days|weeks|ages|too|a lot|so|half|all|an? )",
    # lost, left lying
    (
        r"\b(?:los(?:e|es|ing)|miss(?:es|ing|ed)?|wast(?:e|es|ing)|forget(?:s|ting)?|drop(?:s|ping)?"
        r"|ignor(?:e|ed|ing))\b"
    ),
    r"(?:slip|fall)(?:s|ping|ing)? (?:through|behind)|through the cracks|unanswered|untouched|forgotten|overdue",
    r"unread",
    # poor state
    (
        r"\b(?:scattered|duplicat\w*|silo\w*|outdated|clunky|broken|unreliable|inconsistent|inaccurate|inefficient"
        r"|disorgani[sz]ed|fragmented|disconnected|error[- ]prone)\b"
    ),
    # people
    (
        r"\b(?:understaffed|short[- ]?(?:staffed|handed)|swamped|burn(?:ed|t|ing)? ?out|burnout|drowning|stretched"
        r"|turnover|overloaded|behind)\b"
    ),
    # poor
    r"\b(?:expensive|costly|overpay\w*|pricey)\b",
    (
        r"\b(?:weak|poor|bad|terrible|awful|low|slow|late|declining|dropping|falling|blind|cold|hard|difficult|tough"
        r"|painful|tedious)\b"
    ),
    # what does not go
    (
        r"\b(?:can't|cannot|can not|couldn't|unable to|don't|doesn't|isn't|aren't|not|never|hardly|rarely|no longer"
        r"|won't|didn't|haven't|hasn't) (?:\w+ )?"
        r"(?:keep up|keep|see|tell|find|know|track|reach|respond|reply|answer|follow|get|talk|sync|connect\w*"
        r"|integrat\w*|work\w*|scale|handle|cover|measure|trust|enough|convert\w*|match|update\w*|close|hire|allow"
        r"|predict|detect|get rid|figure|identify|recruit|attract|afford"
        r"|have (?:enough|time|visibility|anyone|a way|people)|respond\w*|book|use|share|show|agree)"
    ),
    r"\beat(?:s|ing)? (?:up )?(?:\w+ ){1,3}(?:days?|shifts?|time|hours|week|mornings?|budget)\b",
    # what rises, stops, breaks and leaves
    r"\b(?:doubled|tripled|sky-?rocket\w*|soar\w*|(?:going|went|keeps? going|creeping) up|out of control)\b",
    (
        r"\b(?:break(?:s|ing)?|broke|broken|stops?|stopped|shuts?) "
        r"(?:working|down|again|suddenly|randomly|twice|every|all the time|unexpected\w*)"
    ),
    (
        r"through the roof|without warning|\btook out a\b|\bburn(?:s|ed|t)? out\b|\bseized\b|\boverheat\w*"
        r"|\bcost(?:s|ing)? us\b|\bkill(?:s|ing) us\b|\bleav(?:e|es|ing) us\b"
        r"|\bretir(?:es?|ing)\b|\bgoes down\b"
    ),
    r"\bkeeps? (?:\w+ing)\b",
    r"\b(?:nobody|no one|no-one|none of)\b",
    (
        r"\bno (?:context|visibility|idea|process|system|one|way|time|owner|tracking|record|insight|coverage"
        r"|follow[- ]?up|clear|rules?)\b"
    ),
    r"\black(?:s|ing)?\b|\bfail(?:s|ing|ed|ure)?\b|\bgo(?:es|ing)? (?:cold|dark|missing|unanswered|stale)\b",
    r"\bghost\w*|\bspam\b|\bloops?\b|\bworr(?:y|ied|ies)\b|\bconcern(?:ed|s)?\b",
    # a wish for better
    r"\bneed to (?:reduce|fix|cut|improve|stop|speed|automate|eliminate)\b",
    r"\b(?:want|trying|looking) to (?:reduce|cut|fix|improve|speed up|automate|stop|eliminate)\b",
    # other trouble
    r"\bstuck\b|\bsuffer\w*|\bpile?s? up\b|\bbacklog\b|\berrors?\b|\bmistakes?\b|\bcomplain\w*|\bdelays?\b",
    r"\bdowntime\b|\binjur\w*|from scratch|\bquit(?:s|ting)?\b|keep leaving|\bspreadsheets?\b",
    r"depends on (?:who|which|one)",
)

# After our question a plain negative is trouble enough: 「伝わっていない」「3名しかいません」.
TROUBLE_ASKED = (
    (
        r"(?:られ|れ|って(?:い)?|て(?:い)?|でき|し)(?:な[いく]|ませ)|てしま|ちゃ(?:う|って)"
        r"|しか(?:い|な|あり)|[けせべめれげ](?:ませ|な[いく])|ばかり"
    ),
    r"ばっかり|に集中",
)

NO_TROUBLE = (
    # thanks
    r"\bthank|\bthx\b|\bappreciat|ありがと|感謝|お返事が早|助かり(?:ます|まし)",
    r"という?ほどの(?:もの|こと|話)|ほどでは(?:な|あり)",
    # denied
    r"わけ(?:では|じゃ|でも)(?:な|あり)|(?:困って|悩んで|課題|不満|問題|必要)(?:が|は|も)?(?:って|という)?(?:ほど|わけ|とか)(?:で|じゃ|も|は|の|という)*(?:特に|とくに|な|あり)|(?:課題|問題|悩み|困りごと)(?:(?:とか|なんて|など|って)(?:は|も)?|は|も)、?(?:特に|とくに|別に|今は)(?:…|\.\.|$)",
    r"^(?:ない|無い|なし|ありま?せん)(?:です)?(?:ね|よ|な|かな)*[ぇえー~]*$|検討(?:は|も)?して(?:い)?(?:な|ま?せ)|(?:遊び|冗談|お試し)(?:です|で|だ)",
    r"\bnothing(?:'s| is)? (?:really|much|in particular|special|major|broken|wrong|to complain|comes|at the moment|right now|yet|serious|big|urgent)\b|^nothing\b(?! (?:works|gets|happens|is (?:connected|tracked)))|\b(?:all|we're) good\b|\bwe're fine\b|\bno worries\b|\bnot (?:that|really) bad\b|\bcan't complain\b|\bjust (?:seeing|comparing|looking|want|wondering|curious|testing)\b",
    # about us, not about them
    r"(?:御社|貴社|そちら|おたく|あなた)(?:の|は|から|が)[^。]{0,16}(?:遅|悪|ひど|酷|対応|返信|返事|回答|連絡|サイト|表示|電話|営業|担当)|(?:この|こちらの)(?:サイト|チャット|ボット|ページ|フォーム)",
    r"\byour (?:\w+ )?(?:support|pricing|prices?|site|website|page|bot|chat\w*|answers?|repl(?:y|ies)|response|team|product|company|service|form|people|reps?|sales|app|tool)\b|\b(?:this|the) (?:bot|chat|site|page|form|website)\b(?! (?:we|from|on our))",
    r"^(?:これは)?(?:クレーム|苦情)(?:です|だ|を(?:言|入れ|申))",
    # polite phrases
    r"大変(?:お世話|失礼|恐縮|申し訳|助か|ありがた|参考)|遅くなり(?:まし|申)|遅(?:くなって|れて)(?:すみ|申|ごめ)",
    r"\bsorry (?:for|about|to)\b",
    # it goes well
    r"うまく(?:い|行|回)って(?:い)?(?:ます|る|おり)",
    # dates not known
    r"(?:時期|予定|日程|スケジュール|予算)(?:は|も|が)?(?:まだ)?(?:具体的に)?(?:決ま|未定|分か|わか)",
    # no problem
    (
        r"(?:課題|問題|困り(?:ごと|事)|悩み|不満|困ること|不便)(?:は|も|って|など)?"
        r"(?:今のところ|現状|特に|とくに|あまり|そんなに|別に|まったく|全く|正直)*、?"
        r"(?:な(?:い|く(?!な|した)|し)|あり?ませ|ございませ|感じて(?:い)?(?:な|ませ))"
    ),
    r"困って(?:は|も)?(?:い)?(?:な|ませ|おりませ)|困りごとは?(?:な|あり)",
    r"特に(?:は)?(?:な(?:い|し)|あり?ませ|ございませ|何も|困)|とくに(?:な|あり)",
    # it goes well
    (
        r"(?:問題|大丈夫|満足|順調|うまく(?:い|行)って|間に合って|解決(?:し(?:ました|た)|済|でき)|足りて)"
        r"(?:な[いく](?!て)|いま|ます|し(?:て|まし)|です|い?る|ており|でき|済)"
    ),
    # no problem
    r"問題(?:は|も)?(?:な(?:い|く)|あり?ませ)|(?:の|こと)は(?:問題(?:では|じゃ)な|大丈夫|いい|良い|OK|平気|悪くな)",
    # the first half of a contrast
    r"(?:では|じゃ)な(?:くて?|い)(?:のですが)?、?$",
    # a short no
    r"^(?:なし|無し|ない|ないです|ありません|ございません|なんもない)[。!]*$",
    # solved
    r"(?:解消|改善|解決)(?:し|され|でき)(?:まし|た|済)|以前は.*(?:今は|現在は)",
    r"^(?:以前|前|昔|去年まで|かつて)は[^、]*(?:でした|ました|だった|かった|てた)(?:が|けど|けれど|んです)",
    # no problem
    (
        r"\b(?:no|not any|don't have (?:any|a)|without|haven't any|not really any|none)\b "
        r"(?:real |big |particular |major |specific |actual )?"
        r"(?:problems?|issues?|challenges?|pain(?: points?)?|complaints?|trouble)\b"
    ),
    # it goes well
    (
        r"(?:is|are|was|were|'s|'re|works?|working|going|doing) "
        r"(?:just |really |pretty |all |totally |perfectly |quite |very )?"
        r"(?:fine|ok(?:ay)?|good|great|well|happy|smooth\w*|satisfied|covered)\b(?! but)"
    ),
    # no problem
    (
        r"(?:isn't|is not|aren't|not) (?:really )?(?:a |an |the |our |my )?"
        r"(?:problem|issue|challenge|concern|bottleneck)"
    ),
    r"\bhappy with\b|\bsatisfied with\b|\bno complaints\b",
    # solved
    r"\b(?:fixed|solved|resolved|sorted)\b(?: (?:it|that|this))?(?: (?:already|last|now|ourselves))",
    r"\bused to (?:be|have|struggle|lose|miss|take)\b",
    # a short no
    (
        r"^(?:none|nothing|no|nope|nah|not really|nothing (?:really|special|specific|comes to mind))\b[.! ]*"
        r"(?:$|,|tbh|really|we|just)"
    ),
    # it goes well
    r"\ball good\b|\bwe're good\b|we are good\b|nothing (?:in particular|major|specific|really|is broken|to fix)",
    r"just (?:comparing|looking|browsing|curious)",
)

# Asks or wishes; no statement about themselves.
REQUEST = (
    r"[??]\s*$|(?:(?:ます|でしょう|ません|ない)か(?:ね|な)?|ですか)[。!]?$",
    (
        r"(?:教えて|見せて|送って|知りたい|聞きたい|伺いたい|お聞かせ|詳しく|ください|下さい|いただけ|頂け|お願い"
        r"|お願いし(?:ます|たい)|資料(?:が|を)|ほしい(?:です)?$|欲しい(?:です)?$|もらえ|くれ(?:ます|ない)|見たい"
        r"|話したい|見積)"
    ),
    (
        r"^(?:どう|何(?!とか)|なに(?!か)|なぜ|いつ|どこ|どの|どんな|誰)(?!.*(?:分か|わか)ら)[^。]{0,25}"
        r"(?:か|の|\?|ですか)|と(?:の)?違い"
    ),
    r"について(?:$|。|の)|って(?:何|なに|どう)|\?\s*$",
    r"^(?:can|could|does|do|is|are|will|would|how|what|who|when|where|which|why|should|did|has|have you)\b(?!')",
    (
        r"\b(?:please (?:send|tell|show|call|share|explain)|tell me|send me|show me"
        r"|i(?:'d| would) like (?:to (?:see|know|book|talk|speak|get|learn)|a|the|some)|can (?:you|i|we)"
        r"|could (?:you|i|we)|let me (?:know|speak)|interested in"
        r"|looking for (?:a|an|info|information|pricing|your))\b"
    ),
)

NOT_AN_ANSWER = (
    # about the conversation itself
    r"(?:また|後で|あとで|後日|改めて|のちほど|後ほど)(?:$|。|に|お|連絡|、)|時間がな(?:い|く)(?:ので|て|から)(?:また|後|$)|\b(?:i'd|i would|i'll|let me|need to|have to) (?:have to |need to )?(?:ask|check|think|get back)\b",
    r"(?:間違え|まちがえ)(?:まし|た|ちゃ)|訂正|(?:話|質問|文章|前置き|説明)?(?:が|は)?長(?:い(?:よ|です|な|ね|って)?|すぎ)(?:$|。|、|ので)|要点|急いで(?:い?る|い?ます|おり)|早く(?:終|して|答|教)|答え(?:ないと|なきゃ|る必要|ません|ない)|何のこと|待って(?:くだ|ね|て|$)|(?:担当|上司|上|社内|同僚|詳しい者)(?:の者)?(?:に|へ|と)(?:聞|確認|相談|話)|さっき(?:も)?(?:言|書|話)|前にも|もう(?:言|書|話|お伝え)|(?:内緒|秘密)(?:です|だ|で|に)?|料金(?:だけ|が知り|を知り)|英語で|日本語で",
    r"\b(?:sorry|my bad|oops|excuse me|wrong (?:chat|window|person|number)|never ?mind|n/?a|already (?:told|said|answered|wrote|explained)|skip (?:this|that|it)|too long|get to the point|in english|in japanese|continue in|switch to|one (?:sec|moment|minute)|hold on|hang on|ask my|check with|let me (?:ask|check|think)|as i said|see (?:above|my))\b",
    (
        r"^(?:はい|ええ|いいえ|うん|そうです(?:ね)?|なるほど|了解(?:です|しました)?|承知|わかりました|分かりました"
        r"|OK|ok|ありがとう|どうも|よろしく|お願い|こんにちは|お世話|はじめまして|初めまして|すみません|後で"
        r"|あとで|また|ちょっと待|特に|秘密|内緒|いろいろ|色々|なんとなく|たまたま|え|は|ん)"
        r"(?:です|ます|ございます|お願いします|しくお願いします|ました|に(?:なって|し)(?:おり|い)ます|ね|あり)*"
        r"[。!、ー~\s…]*(?:$|検討|資料)"
    ),
    r"直接(?:お話|話|担当|伝え)",
    r"^(?:うーん|まだ|よく|特に|ちょっと|正直|自分でも|私には|今は|、)*(?:わか|分か|判)(?:ら|り)(?:な|ませ|ん)",
    r"情報収集|興味(?:が|本位|ある|あって)|勉強|気になって|良さそう|よさそう",
    r"検討(?:して|中)(?:い|お)?(?:ます|る)?。?$|(?:整理|検討)でき(?:て(?:い)?)?(?:な|ませ)",
    r"まだ(?:特に|整理|わか|分か|決|考え)|これから|結構です|不要です|興味(?:は)?(?:な|あり)|間に合って",
    r"どういう(?:意味|こと)|意味が|質問の|担当(?:の方|者)?(?:に|と|を)(?:代|話|直接|お話)",
    r"人(?:間)?(?:と|に|を)(?:話|代|出)",
    (
        r"^(?:yes|yeah|yep|ok(?:ay)?|sure|thanks|thank you|hi|hello|hey|hmm+|well|maybe|later|not sure|no idea|dunno"
        r"|idk|i don't know|good question|i'd rather not|rather not|prefer not|skip|pass|whatever|lol|test|same"
        r"|cool|great|nice|fine|good|see above|everything|you tell me|unsubscribe|stop|not interested)\b[^a-z]*"
        r"(?:$|say|to say|at all|yet|really|that|me|tbh|then|you|sorry|answer)"
    ),
    r"\b(?:rather not|prefer not|confidential|none of your)\b",
    r"^(?:just )?(?:curious|browsing|looking|exploring|researching|checking)\b|what do you mean|not sure what",
    r"don't understand the question|why do you ask|still (?:figuring|working) (?:it )?out",
    r"haven't (?:thought|figured)",
    r"\b(?:talk|speak|discuss)\b[^.]{0,25}\b(?:directly|human|person|someone|rep|sales)\b|unsubscribe|remove me",
    r"stop (?:emailing|contacting|writing)|not interested",
)

# A problem that is over; what comes after may be one again.
SOLVED = (
    r"(?:でした|ました|だった|た|って)(?:が|けど|けれど)、?[^。]{0,24}?(?:今は|現在は|もう|おかげで|最近は|ので)[^。]{0,16}?(?:大丈夫|解決|改善|解消|問題な|平気|落ち着|安定|なくなり|減り)[^。、]*",
    r"(?:だいぶ|もう|すでに|既に|とっくに)?(?:前に)?(?:解決|解消|改善)(?:し|でき|され)(?:た|まし|済|て(?:い|お))[^。、]*",
    r"\b(?:was|were|used to|had|did|been)\b[^.]*?\b(?:but|until|before|then|though)\b[^.]*?\b(?:fix\w*|solv\w*|sort\w*|resolv\w*|handled|took care|under control|better|fine now|stopped|gone|helped)\b(?: (?:that|it|this))?(?: out)?",
    r"\bbut (?:we|they|it|that|the [\w ]{2,20}) (?:has |have |'ve |got |just |already |since )*(?:fix\w*|solv\w*|sort\w*|resolv\w*|handled|took care)[^.,]*",
    r"\b(?:we|we've|we have|have|already|since|mostly|they've|got)(?: (?:already|since|mostly|now|just))* (?:fixed|solved|sorted|resolved)\b[^.,]*",
)

# The whole sentence is about us.
ABOUT_US = (
    r"^\W*(?:すみませんが?、?|あの、?|正直、?)?(?:御社|貴社|そちら|おたく)(?:さん|様)?(?:の|は|から)[^。]{0,10}(?:サイト|ページ|サービス|営業|担当|対応|返信|返事|回答|チャット|ボット|電話|メール|料金|製品)",
)

# A statement about themselves ...
OURS = (
    (
        r"(?:ます|ました|です|でした|まして|でして)(?:ね|よ|が|けど|し)*$"
        r"|(?:んです|のです|んだ|んですよ)(?:ね|よ|が|けど|し)*$"
    ),
    r"うち|弊社|当社|我が社|[るたい](?:ので|から|し|けど)?$|[てで]$",
    r"\b(?:our|we|us|my|i)\b",
)
# ... that is no condition, hearsay or wish.
NOT_YET = (
    (
        r"(?:たら|れば|なら|場合)|(?:と|って)(?:聞|読|書)|そうですね|予防|防(?:ぐ|げ|ぎ|止)"
        r"|減(?:る|り|ら(?!な))|検知|検出|対策|たい(?:です|んです|と|な|$)"
    ),
    r"\b(?:if|whether|avoid\w*|prevent\w*|detect\w*|reduc\w*|read|heard|your|want|would|interested)\b",
)

# What comes before a problem in its sentence (課題は、) ...
LEAD_IN = (
    (
        r"^(?:そうですね|そうだな|うーん|えっと|えーと|まあ|まぁ|正直|とにかく|やはり|やっぱり|一番は|いちばんは"
        r"|主に|あとは?|それと|また|特に|強いて(?:言えば|いえば)|しいて(?:言えば|いえば)|実は|今は|現在は?"
        r"|現状は?|はい)[、,\s]*"
    ),
    (
        r"^(?:最大の|主な|一番の|いちばんの|大きな|現状の|今の|弊社の|うちの)?"
        r"(?:課題|問題|悩み|困りごと|困っていること|困ってるの|ネック)(?:は|としては|といえば|だと)"
        r"(?:[^、。]{0,8}(?:つ|点)(?:あ(?:って|り(?:まして)?)|です)?)?[、,:\s]*"
    ),
    (
        r"^(?:honestly|mainly|mostly|basically|well|yes|yeah|currently|right now|tbh|i guess|i think|probably|just"
        r"|ok|so|also|and|but|because|since)\b[,:]?\s*"
    ),
    (
        r"^(?:(?:the|our|my) )?(?:main |biggest |real |only |key |number one |primary |current |big )*"
        r"(?:problem|issue|challenge|pain(?: point)?|headache|concern|bottleneck)s? "
        r"(?:is|are|would be|for us is|right now is|we have is|with [\w ]+ is)(?: that| the fact that| just)?\s+"
    ),
    r"^(?:it's|it is|that's) (?:mostly |just |really |the fact that )?(?=the |our |that |all )",
    (
        r"^(?:(?:we|i)(?:'ve| have)? (?:got )?)?(?:a few|two|three|several|couple of|2|3) "
        r"(?:things|problems|issues|challenges)(?: really)?\s*[:,-]\s*"
    ),
)

# ... and after it (なんですよね).
TAIL = (
    (
        r"な?(?:という)?(?:の|こと|点)?(?:が|に|で|は)"
        r"(?:いちばんの|一番の|最大の|大きな|主な|今の|正直|一番|とても|本当に|非常に|かなり)*"
        r"(?:課題|問題|悩み|困って|悩んで|ネック|不満|頭が痛|悩みの種|懸念|負担)"
        r"(?:に(?:なって|感じて)|と(?:して|感じて))?(?:い|おり)?(?:る|ます|まして)?(?:です|でして|ですね|だ)?"
        r"(?:よ|ね|が|けど)*$"
    ),
    r"(?:になって|となって)?(?:しまって|ちゃって)(?:い|おり)?(?:る|ます|まして)(?:んです|のです)?(?:よ|ね|が|けど)*$",
    r"(?:な)?(?:ん|の)(?:です|だ)(?:よ|ね|が|けど|かね|って)*$",
    (
        r"(?:です|でした|でして|だ|かな|かと|だと思(?:い|って)(?:い)?ます|と思(?:い|って)(?:い)?ます"
        r"|と感じて(?:い)?ます|ですかね|っす)(?:よ|ね|が|けど|し)*$"
    ),
    (
        r"\s+(?:is|are) (?:the|our|my|a|always the|always)?\s*"
        r"(?:main|biggest|real|big|constant|huge|key|number one|only|major)?\s*"
        r"(?:headache|problem|issue|challenge|pain(?: point)?|concern|nightmare|bottleneck)s?"
        r"(?: here| for us| right now| really| tbh)?$"
    ),
    r",? (?:and )?it's (?:killing us|a nightmare|driving us crazy|frustrating|painful)$",
    r"\s*(?:tbh|honestly|really|i guess|right now|lol)$",
)

# An answer to another question or to none: a date, a place, a name, a decision, thanks.
ANOTHER_ANSWER = (
    r"(?:です|ます)か|でしょうか|(?:ください|下さい|お願いし|ほしい|欲しい|たいです|たいんです|たい$)|(?:私|自分|社長|上司|上長|部長|課長|役員)(?:が|で|に)(?:決|判断)|稟議|承認|(?:以内|来月|今月|来年|今期|来期|年度|未定|決まって)|使って(?:い)?ます|導入して(?:い)?ます|名です|人です$"
    r"|(?:と申し|と言い|の者|です。?$(?<=様です))|検討|比較|興味|話題|なるほど|面白|良さそう|いい(?:です)?ね|すごい|楽しみ|初めて|はじめて|見(?:に来|てい)|テスト|試し|ok|OK|株式会社|有限会社|@",
    r"^(?:i|we)(?:'d| would|'ll| will| want| need| like| think| guess it's| hope)\b|\b(?:please|interested|looking (?:for|at|into)|demo|price|pricing|quote|next (?:week|month|year)|this (?:week|month|year)|asap|soon|decide|decision|boss|approval|budget holder|my name|i'm|i am|from|our company|customers love|works? great"
    r"|great|good|nice|love|happy|cool|interesting|hello|hi|test|what's it|mind|whatever|you guys|your)\b",
)
# Words that are an answer of another kind, not a problem in one noun.
CHAT_WORDS = (
    r"i|you|we|it|me|soon|asap|now|month|next|this|today|demo|call|email|price|pricing|hello|hi|hey|sorry|right|wrong|exactly|correct"
    r"|true|false|agreed|done|fine|good|great|cool|nice|perfect|wait|stop|help|please|thanks|thank|yes|yeah|yep|yup|no|nope|nah|none"
    r"|ok|okay|sure|maybe|perhaps|later|what|why|who|when|where|how|huh|hm+|um+|uh+|lol|haha|wow|test|bye|same|idk|dunno|skip|pass"
    r"|never|nothing|anything|whatever|english|japanese|human|person|bot|really|seriously|indeed|absolutely|interesting|continue"
)
