"""Words of trouble with machines, told plainly: they stop, break, leak, run hot, make a noise, last a few months."""

_MACHINE = (
    r"(?:lines?|machines?|pumps?|fans?|blowers?|chillers?|compressors?|press(?:es)?|motors?|gear ?box(?:es)?|bearings?"
    r"|seals?|belts?|chains?|rollers?|conveyors?|mixers?|agitators?|ovens?|kilns?|boilers?|freezers?|fridges?|coolers?"
    r"|cranes?|lifts?|chair ?lifts?|escalators?|elevators?|mills?|crushers?|fillers?|extruders?|robots?|valves?"
    r"|spindles?"
    r"|drives?|couplings?|shafts?|turbines?|generators?|units?|separators?|centrifuges?|dryers?|saws?|looms?|winches"
    r"|winch|hoists?|heaters?|towers?|engines?|equipment)"
)
_COUNT = r"(?:once|twice|\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen|several|many|a few|a couple of)"
_SPAN = r"(?:minutes?|hours?|shifts?|days?|nights?|weeks?|months?|seasons?|years?|times?|morning|summer|winter)"
_FAILS = (
    r"(?:stop(?:s|ped)?|fail(?:s|ed)?|break(?:s|ing)?(?: down)?|broke(?: down)?|die[sd]?|jam(?:s|med)?"
    r"|leak(?:s|ed)?|burn(?:s|ed|t)?(?: out)?|seize[sd]?|snap(?:s|ped)?|wears? out|fall(?:s)? over)"
)
# Who stops as they please, or by plan, tells no trouble: "we stop twice a week", "every night for cleaning".
_NOT_PEOPLE = r"(?<!\bwe )(?<!\bi )(?<!\byou )(?<!\bto )(?<!\bguests )(?<!\bpeople )(?<!\bvisitors )(?<!\bcustomers )"
_BY_PLAN = (
    r"(?![^.]{0,40}\b(?:for (?:the )?(?:cleaning|maintenance|service|servicing|change-?overs?|inspections?|lunch"
    r"|holidays?"
    r"|the night|a break|breaks)|planned|scheduled|as planned|by design)\b)"
)

MACHINES_FAIL = (
    # they stop or break, so often or in such a way
    rf"{_NOT_PEOPLE}\b{_FAILS} (?:\w+ ){{0,2}}(?:{_COUNT} (?:\w+ )?{_SPAN}|(?:once|twice)\b|every {_COUNT} {_SPAN}"
    rf"|(?:every|each) (?:other |single |few )?{_SPAN}|(?:\w+ ){{0,3}}all the time|without (?:any )?(?:warning"
    rf"|notice)|very often|often\b"
    rf"|at random|mid-?\w+|overnight|again\b){_BY_PLAN}",
    rf"\b{_MACHINE} (?:\w+ ){{0,3}}(?:died|dies?|gave (?:out|up)|g[ai]ves? out|conk(?:s|ed)? out"
    rf"|packed (?:it )?(?:in|up)|blew"
    r"|broke|burst|burned|burnt|sheared|collapsed|jammed|flooded|quit on us|is dead|are dead|is broken|acts? up"
    r"|acting up|plays? up|playing up)\b",
    rf"\b{_MACHINE} (?:(?!is|are|was|were|we|be)\w+ ){{0,3}}"
    r"(?:stopped|failed)(?= (?:with|on|in|at|last|mid|for|during|yesterday|this"
    rf"|dead|while|when|before|because|due|and)\b|\W*$){_BY_PLAN}",
    rf"\b{_MACHINE} (?:\w+ )?(?:keeps? )?(?:go(?:es)?|going|went) (?:about |around |roughly )?(?:every|twice|down"
    rf"|bang|again)\b"
    rf"{_BY_PLAN}|\b(?:they|these|those|ours) (?:all )?go (?:about |around |roughly )?every {_COUNT} (?:weeks"
    rf"|months|years)\b"
    rf"|\b{_MACHINE} (?:\w+ ){{0,4}}lasts? (?:\w+ ){{0,2}}(?:{_COUNT}|half an?) (?:days|weeks|months|years?"
    rf"|seasons?)\b",
    rf"\b{_MACHINE} (?:is|are|get|gets|was|were) (?:\w+ )?(?:break|stop|broke|leak|fail|jam)\b",
    # wet, hot, loud
    r"\b(?:leaking|leaked|leaky|flooded|burst (?:pipe|hose)s?|overflow(?:s|ed))\b"
    r"|\b(?:always|often|far|much|a bit|getting|gets|runs?|running|way|again) too (?:hot|warm|loud|noisy|cold|wet)\b"
    r"|\b(?:is|are|gets?|runs?|was|were) too (?:hot|warm|loud|noisy|cold|wet)\b",
    r"\brun(?:s|ning)? (?:\w+ )?(?:hot|rough|noisy|dry|rougher|hotter|louder)\b"
    r"|\b(?:gets?|getting|got) (?:\w+ ){0,2}(?:hotter|louder|noisier|worse|rougher)\b",
    r"\b(?:makes?|making|made) (?:an? |some |such )?(?:\w+ ){0,2}(?:noises?|racket|din)\b"
    r"|\b(?:started|begun|began|starts|starting|keeps) (?:to )?"
    r"(?:squeal|rattl|screech|whin|grind|knock|shak|wobbl|humm|howl|scream|smok|smell|drip)\w*"
    rf"|\b{_MACHINE} (?:\w+ )?(?:squeals?|rattles?|screeches|whines?|howls?|screams?|knocks?|wobbles?|shakes?)\b",
    r"\b(?:vibrat|shak|wobbl)\w+ (?:like (?:mad|crazy|hell)|terribly|horribly|violently|strongly|more and more"
    r"|lately)\b",
    rf"\b{_MACHINE}(?:'s|'ve)?(?: (?:that(?:'s|'ve)?|which|is|are|was|were|been|being|has|have|keeps?|now|always|really"
    r"|just|badly|constantly|a|bit)){0,4} (?:howl|scream|rumbl|growl|squeal|whin|screech|clank|clatter|roar|groan|chirp"
    r"|shriek|shudder|judder|rattl|knock)(?:ing|ed|es|e|s)?\b"
    rf"|\b{_MACHINE}(?:'s| is| are| was| has been| have been) (?:\w+ )?grinding\b(?=\W*$| (?:and|but|so|since|again"
    rf"|badly"
    r"|like|away|at|every|all|now|itself)\b)"
    rf"|\b{_MACHINE} (?:\w+ )?sounds? (?:like|awful|rough|wrong|terrible|off|bad|odd|weird|strange|funny|horrible)\b",
    # done for, in the words of the shop floor
    rf"\b{_MACHINE}(?:'s|'ve)? (?:(?!that|we|you)[\w']+ ){{0,3}}?(?:cook|fry|fri|eat|ate|tear|tore|shak|shook|beat|burn"
    r"|rattl)\w* (?:themselves|itself)\b"
    r"|\b(?:went|goes|gone) (?:bang|pop|boom|kaput|kaboom|haywire|belly up|up in smoke)\b"
    rf"|\b{_MACHINE} (?:just |finally |suddenly )?let go\b"
    rf"|\b{_MACHINE}(?:'s| is| are| was| were|s) (?:\w+ ){{0,2}}?(?:shot|toast|an? goner|goners|knackered|kaput"
    rf"|buggered"
    r"|busted|bust|fried|cooked|wrecked|dying|falling apart|worn out|playing up|on the blink|on the fritz)\b"
    rf"|\b{_MACHINE}(?:'s)? (?:\w+ )?on (?:its|their|the) (?:last legs|way out)\b|\bgiv\w+ up the ghost\b"
    rf"|\bgrenad(?:ed|es|ing)\b",
    # alarms that mean nothing, calls at night, more than enough
    r"\b(?:our|the|those|many|lots of|constant|get(?:ting)?|gets|had|have|full of|drowning in|all) (?:\w+ )?"
    r"(?:false|nuisance) (?:alarms?|alerts?|trips?)\b(?! rate)",
    r"\b(?:fed up|sick and tired|sick|had enough|tired|weary) (?:with|of) "
    r"(?!you|this|these|sales|vendors?|suppliers?|being (?:called|asked|sold)|cold|talking)",
    r"\b(?:call-?outs?|called out|called in|phoned|woken(?: up)?|dragged out) (?:\w+ ){0,2}(?:at (?:\d|night|all)"
    r"|overnight"
    r"|in the (?:middle of the )?night|on (?:weekends|sundays|sunday|saturdays|holidays)|every (?:night|week|weekend))",
    # too few to look after them
    r"\b(?:one|a single|1|two) (?:\w+ )?(?:mechanics?|fitters?|technicians?|electricians?|engineers?|millwrights?"
    r"|person|man|woman|guys?|people) (?:for|on|to (?:cover|look after|watch|serve)|looking after|looks? after"
    r"|cover(?:s|ing)?|serv(?:es|ing)|who knows?)\b"
    r"|\bi(?:'m| am) (?:all )?(?:alone|on my own|by myself|the (?:only|entire|whole) (?:maintenance|mechanic|technician"
    r"|engineer|fitter|electrician))\b|\b(?:maintenance|repairs?) (?:\w+ )?(?:is|are|means) (?:just |only )?(?:me"
    r"|one)\b",
    # what is spoilt by it
    r"\b(?:ruined|spoil(?:ed|t)|scrapped|had to (?:throw|scrap|bin|dump|discard))\b"
    r"|\b(?:had|have|get|got|getting) (?:\w+ ){0,2}(?:deviations|rejects|scrap|spoilage)\b",
    # machines in Japanese
    (
        r"(?:音|振動|異臭|におい|臭い)が[^。、]{0,8}(?:おかし|変[でなわ]|うるさ|大き[くい]|ひど|気にな|聞こえ)"
        r"|(?:ガラガラ|ガタガタ|がたがた|キーキー|ギーギー|ゴロゴロ|キュルキュル|カラカラ|カンカン|ゴンゴン|ゴトゴト|ギシギシ|カタカタ|ガリガリ|ゴリゴリ|キンキン)"
        r"[^。、]{0,4}(?:音|鳴|い[うい]|いっ|言|する|し[てま]|です|で$)|ビビ(?:って|り(?:が|音|出)|る)"
        r"|唸|(?<![どそこよゆ])うなり(?:音|出|を|が|声)|[がも]うな(?:って|った|る)|(?:音|声)(?:がし(?:ます|まし|だ)|を(?:出|立|たて|上げ|発))"
    ),
    (
        r"(?:水浸し|冠水|浸水し|水没|水があふれ|溢れ(?:て|た|る|まし))|(?:油|水|蒸気|エア)が[^。、]{0,4}(?:漏|にじ|滲|垂れ|噴)"
        r"|熱を持|熱くなっ|過熱(?:し|で止|気味)|オーバーヒート|(?:温度|熱)が[^。、]{0,6}(?:上が(?:り|って)|高く)"
    ),
    (
        r"(?:\d+|[一二三四五六七八九十半数何])\s?(?:か月|ヶ月|カ月|ケ月|週間|年|日)(?:ごと|おき|くらい|ぐらい|ほど|足らず)?"
        r"(?:に|で|も(?:もた|持た|しな))[^。、]{0,12}(?:ダメ|だめ|駄目|壊|いか|逝|割れ|切れ|焼け|焼き|止ま|寿命|もた|持た)"
        r"|(?<![日曜週月時朝昼夕晩]は)(?:ダメ|だめ|駄目|おしゃか|オシャカ|全滅)(?:に(?:な|し)|です|だった|でし)"
        r"|(?<!コスト)(?<!サイズ)(?<!スピード)(?<!グレード)ダウンし[たてま]"
        r"|(?:ライン|ポンプ|ファン|モーター|機|炉|設備|装置)が[^。、]{0,6}停止し(?:た|て|ま)"
    ),
    (
        r"(?:誤報|誤検知|空振り|虚報)(?:が[^。、]{0,6}(?:多|続|出|鳴|頻)|ばかり|ばっか|だらけ|続き|に(?:うんざ|疲れ|悩|振り))"
        r"|うんざり|こりごり|懲り懲り|(?:夜中|深夜|夜間|休日|休み|毎晩|早朝)[^。、]{0,8}(?:呼ばれ|起こされ|叩き起こ|駆けつけ|出動)"
    ),
    (
        r"(?:保全|整備|修理|点検|設備|機械|職人|メカニック|直せる|わかる|分かる|見られる)[^。、\d]{0,8}(?:(?:ひとり|一人|1人|1名|独り)"
        r"(?:だけ|きり|しか|ぼっち|とな|にな|で(?!き))|(?:俺|私|自分|僕)(?:だけ|ひとり|一人|1人))"
        r"|(?:保全|整備|修理|点検|職人)(?:の(?:人|者|担当))?[はが](?:ひとり|一人|1人|1名)(?:です|だ|$|しか)"
        r"|(?:ひとり|一人|1人|1名)で[^。、]{0,10}(?:全部|全て|すべて|\d+台|見て(?:い|お)?[るりま]|回して)"
    ),
    # said in few words by whoever learns the language: 「ときどき 止めります」
    r"(?:ときどき|時々|いつも|よく|すぐ|たまに|しょっちゅう|頻繁に)\s?(?:止|停|と)(?:め|ま)(?:り|ら|る)|動(?:き|か)(?:ません|ない)(?:です)?(?:$|。|、|こと|日|時)",
    # done for, in the words of the shop floor
    (
        r"(?:[ァ-ヶー]{2}|機|炉|装置|設備|軸受|ベルト|器|歯車|ライン)(?:が|は|も|、)?(?:もう|また|次々と?|よく|すぐ|急に|完全に){0,2}"
        r"(?:お亡くなり|お?釈迦|逝(?:っ|き|く|か)|死(?:に(?:ま|か)|んで|んだ|ぬ)|へた(?:っ|り|れ)|くたび|ボロボロ|ぼろぼろ|ガタガタ|瀕死|虫の息|[イい]カれ)"
        r"|食い(?:つぶ|潰)[すしさ]"
        r"|(?:[ァ-ヶー]{2}|機|炉|装置|設備|軸受)[がはも\s][^。、?]{0,8}(?:うるさ[いく]|やかまし|[熱あ]つ?[いく](?=て|な|ん|です|\sです|$))"
    ),
)
