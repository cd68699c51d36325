"""Words of trouble."""

from app.understanding.machine_trouble import MACHINES_FAIL
from app.understanding.upkeep_trouble import UPKEEP

TROUBLE = (
    *MACHINES_FAIL,
    *UPKEEP,
    r"\b(?:to|by|with) the wrong (?:person|rep|team|desk|department)\b"
    r"|\b(?:deals?|leads?|talks) (?:\w+ )?stall(?:s|ed)?\b",
    # no end of work, no answer
    (
        r"悲鳴|てんてこ舞|鳴りっぱなし|キャパ(?:オーバー|が|を超)|(?:あふれ|溢れ)(?:て|る)"
        r"|ほったらかし|置き去り|行き違い|すれ違|機会損失|怖(?:い|く)|ひやひや|ヒヤヒヤ|イライラ"
        r"|もどかし|焦(?:って|り)|足を引っ張|煩わし|(?:反応|返事|返信)が(?:な|来な)|電話しちゃ"
        r"|持ち歩"
    ),
    (
        r"\b(?:vanish\w*|disappear\w*|hears? nothing|pil(?:e|es|ing) up|lost (?:our|my|the|a|some"
        r"|two|three)|ignores?|no[- ]shows?|don't show|scrambl\w*|juggl\w*|chasing|chase"
        r"|neglect\w*|desperate|flagged|leaks?|scares?|hates?|only have|crickets|nowhere)\b"
    ),
    # tomorrow, when it should be today
    (
        r"(?:翌日|翌朝|翌営業日|次の日|翌週|週明け|後日|数日後|半日後|数時間後)(?:の|に|まで"
        r"|以降)?[^。、]{0,8}(?:対応|返信|返事|連絡|にな|まわ|回|手つかず|放置|気づ|とか|やっと)"
    ),
    r"(?:返信|返事|対応|連絡|折り返し|回答)[^。、]{0,6}(?:翌日|翌朝|翌営業日|次の日|翌週|週明け|数日|何日|半日|後日)",
    (
        r"手[つ付]かず|見逃し|スルー|冷め(?:て|る|ちゃ)|パンク|怒られ|先を越|二度手間|宙に浮"
        r"|溜まっ(?:て|た)|たまって|(?:二重|ダブ)(?:で|って|りで|に(?:なって|連絡|電話))|出払"
    ),
    (
        r"(?:育た|読め|つかめ|掴め|書け|出られ|取りきれ|返しきれ|捌きき|追いきれ|回しきれ"
        r"|説明でき|見きれ|出し?きれ|手放せ|刺さら|(?:商談|契約|成約)に(?:なら|つながら|繋がら"
        r"|至ら))(?:な|ま?せ|ず)"
    ),
    (
        r"(?:嫌がっ|入力して|使って|見て|動いて|やって)(?:くれ|もらえ)(?:な|ま?せ)|差が(?:激|大き"
        r"|ひど)|使われて(?:お|い)(?:ら|な)|ごちゃごちゃ|ぐちゃぐちゃ|野放し|宝の持ち腐れ"
    ),
    (
        r"(?:見え|出て|来て|上がって|返って|伝わって|育って|増えて|入って|つながって)(?:こ(?:な|ず)"
        r"|き(?:ま?せ|て(?:い)?な))"
        r"|指摘(?:を|が|事項)|(?:出せ|通せ|通ら|残せ|守れ|満たせ|示せ|渡せ|選べ|比べられ|任せられ|頼れ"
        r"|続けられ|教えられ|組め|打て)"
        r"(?:な(?:い|く)|ず|ま?せん|て(?:い)?な)|(?:もめ|揉め|ぶつか)(?:る|て|ま)|(?:次々"
        r"|どんどん)[^。]{0,8}(?:辞め|やめ|減|離れ)"
        r"|迷(?:う|い(?:ま|が)|って)|語れ(?:な|ず|ま?せ)|頼りな|悩ましい|取り損ね"
        r"|異音|異臭|異常(?:な|に)(?:音|振動|発熱)|油漏れ|水漏れ|摩耗(?:が|し)|劣化(?:が|し)|ガタ(?:が|つ)"
        r"|焼損|誤作動|空回り"
        r"|(?:足|た)り(?:ん|へん|ひん)|(?:回|間に合|追いつか|分か|わか|見え)(?:ら|わ)?(?:ん|へん)(?:の|で|わ|し|く|$)"
    ),
    # worry and pain
    r"困(?:って|り(?:ま|は))(?!ませ|せん)|こまって|悩(?:み|んで|ま)|課題",
    r"問題(?:が|な|は|で|と|に)(?!な[いく]|あり?ませ)|ネック|不満|不安|心配|懸念|頭(?:が|を)(?:痛|抱)|ストレス",
    r"クレーム|限界|大変|たいへん|面倒|めんどう|めんどくさ|しんどい|つらい|辛い|きつい",
    # effort
    r"(?:半日|丸一?日|一日|\d+\s?(?:時間|日))(?:も|以上|くらい|ぐらい|ほど)?(?:かか|取られ|とられ|潰れ|つぶれ)",
    r"手間|負担|無駄|ムダ",
    # too slow, too low, not enough
    r"遅(?:い|れ|く(?:て|な|、|$)|すぎ)|おそい|おそく|時間が(?:かか|掛か|足り|取られ|とられ|な)|かかりすぎ",
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
    # machines that fail, and what is seen and heard of it
    (
        r"停ま(?:っ|り|る)|突然死|(?:よく|すぐ|また|[がも])いかれ(?:る|て|た|ち|ま)|呼び出さ|呼び出し(?:が|を受|に(?:なる|な[りっ]))"
        r"|(?:(?<!社)(?<!様)(?<!さん)(?<!方)が|[もァ-ヶー一-鿿])やられ(?:て|た|る|ち|まし)"
        r"|廃棄(?:ロス|に(?:な[るりっ]|して)|が[^。]{0,4}(?:出|で|多|増|発生|大き))"
        r"|(?:人|担当者?|個人)次第|変な音|音が(?:おかし|変|うるさ|し(?:て|出)|する|大き)|振動が(?:大き|ひど|出|増|気にな)|熱くな[るりっ]|折れ(?:た|まし|る|て)"
        r"|(?:ベルト|チェーン|ワイヤー?|ヒューズ|線)が[^。、]{0,8}切れ|火(?:を吹|が出)|煙が|[叱怒]られ"
    ),
    # a wish for better
    (
        r"(?:点検|巡回|保全|作業|管理|運用|記録|仕事|現場|日報|集計|報告)[^。、]{0,12}(?:楽に|軽く|ラクに)(?:し|でき)?た[いく]"
        r"|省[力人]化(?:を)?(?:し|図り|進め)?た[いく]|(?:停止|故障|トラブル|ミス|漏れ|事故|不良|クレーム|ロス)[^。、]{0,8}"
        r"(?:防ぎ|防止し|未然に|ゼロにし|抑え|避け)た[いく]"
    ),
    r"解決(?:し)?たい|改善(?:し)?たい|減らしたい|なくしたい|何とかしたい|なんとかしたい|効率化(?:し)?たい",
    r"自動化(?:し)?たい|短縮(?:し)?たい|脱却",
    # other trouble
    r"大騒ぎ|焼け(?:る|て|付|まし)|焼き付|跳ね上が|手遅れ|てんやわんや|パニック|バタバタ|四苦八苦|もったいな",
    r"苦労|苦戦|苦慮|手こず|使われて(?:い)?な|浸透し|誰も|ロス",
    # time it takes, chances gone
    (
        r"\b(?:takes?|took|taking)(?: (?:us|me|them|our \w+|my \w+|reps|the team|about|around"
        r"|up to|over|nearly|almost|like))* (?:\d+|two|three|four|five|several|a couple of"
        r"|a few)[- ]?(?:\w+ )?(?:hours?|days?|weeks?|minutes)\b"
    ),
    (
        r"\bnever (?:\w+ )?(?:gets?|got|receives?|hears?|sees?|comes?|happens?)\b|\bby the time\b"
        r"|\b(?:gone|go|goes|went|going) with (?:some(?:one|body)|another|a competitor)"
        r"|\bbeat(?:s|ing|en)? (?:us|to it)\b"
    ),
    (
        r"\b(?:argu(?:e|es|ing)|fight(?:s|ing)?|squabbl\w+) (?:over|about)\b"
        r"|\beveryone (?:assumes|thinks)\b|\bno ?body(?:'s| is| has)\b|\bno (?:clue|overview)\b"
        r"|\bdepend(?:s|ing) on (?:who|which)\b"
    ),
    (
        r"\bbounc(?:e|es|ing)\b|\bburn(?:s|ing)? (?:a |through |so |\w+ ){0,4}(?:money|ton|budget"
        r"|cash|lot)\b|\bthin\b|\b(?:won't|doesn't|don't) let (?:us|me)\b|\bblock(?:s|ing"
        r"|ed)? (?:us|every|everything|\w+ tools?)\b"
    ),
    (
        r"\b(?:sit(?:s|ting)?|lie|lies|stuck|rot(?:s|ting)?) in (?:an? |the |our |some |shared "
        r"|someone's )*(?:inbox|queue|spreadsheets?|mailbox|folder)\b|\ball over the place\b"
        r"|\bre-?key\w*|\bcopy(?:ing)?[ -](?:and[ -])?past\w*"
    ),
    (
        r"\b(?:can't|cannot|couldn't|don't|won't|rarely) (?:\w+ )?(?:get to|keep|make|prove|say"
        r"|pick up|call back|ring|staff)\b|\b(?:don't|doesn't|didn't) have the (?:bodies|people"
        r"|staff|time|hands|budget|capacity)\b|\bgeneric\b|\bforgot(?:en)?\b|\bvoicemails?\b"
    ),
    # machines that fail, and what is seen and heard of it
    (
        r"\b(?:strange|weird|odd|funny|loud|unusual|grinding|awful|horrible|abnormal|screeching|squealing|knocking"
        r"|rattling) (?:noises?|sounds?|smells?|vibrations?)\b"
        r"|\b(?:lines?|machines?|pumps?|fans?|chillers?|presse?s?|motors?|servers?|systems?|plants?|equipment"
        r"|[a-z]+ \d+)"
        r" (?:is|are|was|were|has been|have been|went) down\b(?! (?:to|for|here|there|by|in|as)\b)"
        r"|\b(?:\d+|two|three|half a|an?) (?:days?|hours?|shifts?) (?:down|lost)\b"
        r"|(?<!sold )\bout (?:at once|of (?:order|action))\b|\bsmoke (?:from|coming|out of)\b|\bcaught fire\b"
        r"|\bhad a fire\b"
        r"|\btripp(?:ed|ing)\b|\b(?:it|which|motor|pump|chiller|fan|drive|breaker|compressor|unit|machine|line"
        r"|vibration"
        r"|overload)s? (?:\w+ )?trips\b(?! (?:to|from)\b)"
        r"|(?<!site )(?<!field )(?<!road )(?<!business )\btrips? (?:every (?:week|day|night|month|time|shift)"
        r"|twice|all the time|on overload)\b"
        r"|\bcavitat(?:es|ing|ion)\b"
        r"|\bcrack(?:s|ed|ing)\b|\bsnap(?:s|ped)\b|\bseiz(?:es|ing)\b|\bvibrat\w+ (?:a lot|badly|too|heavily)\b"
        r"|\b(?:unplanned|unexpected|emergency|sudden|random) (?:shut-?downs?|stops?|failures?)\b"
        r"|\b(?:\d+|two|three|four|several) (?:(?!planned|annual|scheduled|maintenance|summer|winter|regular)\w+ )?"
        r"shut-?downs\b(?! (?:an?|per|each|every) )"
    ),
    # worry and pain
    (
        r"\b(?:have|has|having|had|lots? of|constant|real|much|more|caus\w+|giv\w+ us|in) (?:a lot of |some |lots of )?"
        r"trouble\b(?! ?shoot)|\btrouble (?:with|finding|keeping|getting)\b"
    ),
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
        r"\b(?:weak|poor|(?<!good or )bad|terrible|awful|low|slow|late|declining|dropping|falling|blind|cold"
        r"|hard|difficult|tough"
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
    r"\bkeeps? (?:on )?(?:[\w\-]+ing)\b",
    r"\b(?:only|just) (?:\d+|one|two|three|four|five|six|me|us|a (?:few|handful))\b(?: (?:of (?:us|them)"
    r"|people|reps?|sales\w*|guys))?"
    r"|\b(?:we're|we are|there(?:'s| are| is)) (?:only|just)\b(?! (?:moving|starting|looking|building|opening"
    r"|planning|finishing))|\bspread (?:too )?thin\b|\bplain (?:bad"
    r"|wrong)\b|\bdifferently\b",
    r"\b(?:nobody|no one|no-one|none of)\b",
    (
        r"\bno (?:context|visibility|idea|process|system|one|way|time|owner|tracking|record|insight|coverage"
        r"|follow[- ]?up|clear|rules?)\b"
    ),
    r"\black(?:s|ing)?\b|\bfail(?:s|ing|ed|ures?)?\b|\bgo(?:es|ing)? (?:cold|dark|missing|unanswered|stale)\b",
    r"\bghost\w*|\bspam\b|\bloops?\b|\bworr(?:y|ied|ies)\b|\bconcern(?:ed|s)?\b",
    (
        r"\b(?:constant|frequent|recurring|repeated|regular|unplanned|sudden|random|many|have|has|had|get"
        r"|see) (?:\w+ ){0,2}"
        r"(?:breakdowns?|outages?|stoppages?|faults?|jams|leaks|stops|burn-?outs?|seizures?)\b"
    ),
    # a wish for better
    r"\bneed to (?:reduce|fix|cut|improve|stop|speed|automate|eliminate)\b",
    (
        r"\b(?:want|trying|looking|hop(?:e|ing)|aim(?:ing)?|wish|like) to (?:reduce|cut|fix|improve|speed up|automate"
        r"|stop"
        r"|eliminate|avoid|lower|shorten|minimi[sz]e|get rid of|bring down|catch)\b"
        r"|\b(?:way|means|tool|system|solution|something)s? (?:to|that (?:can |will |would |could )?|which (?:can "
        r"|will )?)"
        r"(?:cuts?|reduces?|avoids?|stops?|eliminates?|prevents?|lowers?|shortens?|speeds? up|automates?"
        r"|get rid of)\b"
    ),
    # left where it is, done twice, thrown away
    (
        r"\bsits? (?:there|around|idle|unanswered|until|for)\b|\bend(?:s|ed|ing)? up \w+ing\b|\bthrow(?:s"
        r"|ing)? (?:\w+ )?(?:away|out)\b"
    ),
    (
        r"(?:人|者|担当|係)(?:が|は|も)?[^。、]{0,6}(?:い(?:ま?せん|な[いく])|おりません)|いい加減|\b(?:hardly"
        r"|barely) any\w*\b"
        r"|\b(?:copy|enter|typ)ing\b[^.]{0,24}\b(?:in)?to\b|苦情(?!を(?:言|申|入れ)|です|が(?:ある|あり))|(?:人|者"
        r"|応募)(?:が|は|も)(?:なかなか|ぜんぜん|全然)?(?:来"
        r"|集ま)(?:な|ま?せ|ら)"
    ),
    # other trouble
    r"\bstuck\b|\bsuffer\w*|\bpile?s? up\b|\bbacklog\b|\berrors?\b|\bmistakes?\b|\bcomplain\w*|\bdelays?\b",
    r"\bdowntime\b|\binjur\w*|from scratch|\bquit(?:s|ting)?\b|keep leaving|\bspreadsheets?\b",
    r"depends on (?:who|which|one)",
)

# How they do it now, told as what troubles them, whatever figures of their plant stand beside it.
BY_HAND = (
    r"(?:紙|ノート|手書き|手帳|黒板|ボード|Excel|エクセル|スプレッドシート|表計算|目視|勘|経験|人手|台帳|メモ|付箋|日報|帳票|手作業|手動"
    r"|聴診棒|五感)(?:など|とか|だけ|ベース|や\w{1,6})?で[^。、]{0,10}(?:管理|点検|記録|確認|判断|運転|保守|運営|運用|チェック|見て|やって|回して)",
    r"\bby (?:ear|eye|feel|touch|memory|gut|hand|instinct)\b|\bgut[- ]feel\w*|\brule of thumb\b"
    r"|\brel(?:y|ies|ying) (?:\w+ )?on (?:\w+ ){0,2}(?:gut|feel\w*|instincts?|experience|memory|paper|spreadsheets?"
    r"|one (?:man|person))\b",
)
# After our question a plain negative is trouble enough: 「伝わっていない」「3名しかいません」.
TROUBLE_ASKED = (
    (
        r"(?:られ|れ|って(?:い)?|て(?:い)?|でき|し)(?:な[いく]|ませ)|てしま|ちゃ(?:う|って)"
        r"|しか(?:い|な|あり)|[けせべめれげ](?:ませ|な[いく])|ばかり"
    ),
    r"ばっかり|に集中|も[^。、]{1,8}も(?:な[いく]|あり?ません)",
    r"\bwe (?:\w+ |have to )?(?:check|walk|listen|inspect|measure|grease|write down|log)\b[^.]{0,40}"
    r"\b(?:every|each|all|daily|by ear)\b",
    *BY_HAND,
    # what becomes of a thing
    r"(?:凍|錆び|さび|濡れ|曇|溶け|腐|割れ|曲が|焦げ|溢れ|あふれ|緩|ずれ|外れ|欠け|剥が|膨ら|固ま|伸び)(?:[るっりてたん]|ま(?:す|った))",
)
