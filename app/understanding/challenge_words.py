"""The default categories of challenges: those of a company that wants to answer its leads faster."""

from app.understanding.facts import ChallengeCategories

DEFAULT_CATEGORIES: ChallengeCategories = {
    "lead_response_slow": {
        "ja": (
            r"(?:返信|返事|対応|連絡|回答)[^。]{0,6}(?:\d|[一二三四五数半])+\s?(?:日|時間|週間)",
            (
                r"(?:連絡|問い?合わせ|メール|電話|着信|チャット|通知|リード|反響)[^。、]{0,16}(?:見られ"
                r"|見れ|見て(?:い)?な|気づ|気付|出られ|出れ|返せ|返して(?:い)?な|対応でき|追いつ|残っ|溜"
                r"|埋|放置|遅|漏|忘|半日|翌|ためら|後回|捌|さばけ|さばき)|(?:返信|対応|返事|連絡"
                r"|折り返し)[^。、]{0,4}(?:を)?ためら|おくれ"
            ),
            (
                r"ほったらかし|置き去り|鳴りっぱなし|後で気|反応(?:が|でき)(?:な|遅)|しょどう|拾いきれ"
                r"|取り損|対応(?:が|も)(?:追い|間に|手)"
            ),
            (
                r"翌朝|次の日|あくる日|手つかず|手付かず|数日|何日|待た(?:せ|され)|電話(?:に|が)(?:出られ"
                r"|出れ|取れ|取りきれ)|折り返し(?:が|を|でき|忘)|見逃|スルー|返事(?:でき|して(?:い)?な)"
                r"|(?:溜|た)まっ(?:て|た)|未対応|未返信|対応(?:が|は)(?:翌|次|後日)|そのままに(?:な|し)"
            ),
            (
                r"(?:先を越|先に(?:決め|連絡|返)|連絡した(?:頃|ころ|とき|時)|電話した(?:頃|ころ|とき|時))"
                r"|へんしん|おそく(?:な|て)|すぐ(?:に)?(?:返せ|出られ|動け)|(?:返信|返事|対応"
                r"|連絡)(?:するの|でき|が).{0,6}(?:どれ|何)"
            ),
            r"初動|(?:電話|問い?合わせ|メール|連絡|チャット)[^。]{0,10}(?:取り逃|取り損|逃し)|後回し",
            (
                r"(?:返信|返事|対応|連絡|応答|回答|反応|フォロー|返し|架電|折り?返し|初回)[^。]{0,8}"
                r"(?:遅|おそ|時間|間に合|後手|後回し|漏れ|もれ|忘れ|でき(?:て(?:い)?)?な|追いつ|止ま|滞|放置)"
            ),
            r"レスポンス|スピード|速度|後手|遅(?:い|れ|く|す)|おそい|放置|埋もれ|気づ(?:か|け)|気付(?:か|け)|見落と",
            r"待たせ|取りこぼ|とりこぼ|翌日|翌営業日|翌週|即(?:応|レス|日)|すぐに?(?:返|対応|電話|連絡)",
            r"(?:何|数|半)(?:時間|日)も|冷め",
            r"(?:問い?合わせ|リード|メール|反響)(?:の|へ|に)?(?:対応)?(?:漏れ|もれ|が溜ま|がたま|を捌)|返せ",
        ),
        "en": (
            r"(?:don't|doesn't|never|forget to|no ?(?:one|body)) (?:\w+ )?follow(?:s|ed|ing)?[ -]?up|\bfaster\b",
            (
                r"(?:inbox|inquir\w+|enquir\w+|emails?|messages?|requests?)\b[^.]{0,30}(?:graveyard"
                r"|unread|untouched|unanswered|wait\w*|pile\w*|\blate\b|slow|ignored|missed|cold|stale"
                r"|days|hours|backlog)|only (?:call|reply|respond|get|answer|reach)\b[^.]{0,24}(?:half"
                r"|third|some|fraction|few)|graveyard|backlog"
            ),
            (
                r"vanish\w*|disappear\w*|hears? nothing|pil(?:e|es|ing) up|crickets|neglect\w*|\bage\b"
                r"|unworked|no reply|queue"
            ),
            (
                r"call ?backs?|get(?:s|ting)? to (?:them|web|the|our|it|everyone|inquiries|leads)\b"
                r"|by the time|until (?:the )?(?:next|afternoon|morning|tomorrow|someone)|never (?:gets?"
                r"|heard?|receive)|(?:ring|phone|write) (?:them )?back|shared inbox|\bstale\b|first to"
                r"|forgot\w*|\bdays?\b(?! off)|next morning|beats? us|too late|\bpick(?:s|ed"
                r"|ing)? up (?:the )?(?:phones?|calls?)|\bmissed\b|\bvoicemails?\b|hours? (?:later|to)"
            ),
            (
                r"\bslow\w*|\bspeed\b|unanswered|(?:nobody|no one|no-one) (?:\w+ )?(?:answers|replies|responds"
                r"|picks up|calls)"
            ),
            (
                r"(?:respon(?:d|se|ding|ses)|\brepl(?:y|ies|ying))\b(?! quality)"
                r"(?! (?:is|are|was|were|feels?|sounds?|looks?|reads?) (?!.{0,16}(?:slow|late|delay|after"
                r"|next|day|hour)))"
            ),
            r"(?:for|take\w*|within|after|in) (?:\w+ )?(?:hours|days)\b|\blate\b|\bwait(?:ing)?\b|first touch",
            r"get(?:ting)? back to|go(?:es|ing)? cold|\bsit(?:s|ting)?\b|delay\w*|buried",
            r"miss(?:ed|ing)? (?:the |some |a lot of |many )?(?:inquir|enquir|lead|email|message|notification|alert)",
            r"too long|\blag\w*|turnaround|(?:fall|slip)\w* through|next day|forget to|forgotten",
            r"follow[- ]?up\w*[^.]{0,15}(?:late|slow|days|hours|time)|untouched|ignored",
            r"call(?:s|ed|ing)? (?:them )?back",
        ),
    },
    "night_weekend_coverage": {
        "ja": (
            r"時差|海外(?:の|から)(?:お客|顧客|問い|リード)",
            (
                r"夕方|夜(?:に|の|は|間)?|よる|どにち|休みに|(?:17|18|19|20|21|22)時(?:以降|過ぎ|すぎ)"
                r"|退勤|帰った後|誰もいない時間|正月|盆|お昼(?:休み)?"
            ),
            r"夜間|深夜|休日|土日|週末|営業時間外|時間外|祝日|連休|24時間|定時後|夜(?:の|に|は|中|来|、)",
            r"休み(?:の日|明け|中)|金曜|月曜(?:の朝|まで)|早朝|業務時間",
        ),
        "en": (
            r"\b(?:apac|emea|asia|europe|us|pacific) (?:hours|time)|coverage",
            r"\b\d{1,2} ?pm\b|'?til+ (?:the )?(?:morning|monday)|morning\b|asleep|middle of the night",
            (
                r"nobody(?:'s| is) (?:on|there|around|in)\b|weeknd|off[- ]hours|outside \d|after (?:five"
                r"|six|5|6)\b|when we(?:'re| are) closed|\bsun(?:day)?\b|lunch|different time ?zone"
            ),
            r"\bnights?\b|midnight|\bnoon\b|weekends?|after[- ]hours|out[- ]of[- ]hours",
            r"outside (?:of )?(?:business|office|working) hours|24/7|overnight|\bholidays?\b|time ?zones?|sundays?",
            r"saturdays?|friday|evenings?|after \d ?pm|until monday|monday morning|round the clock",
        ),
    },
    "assignment_unclear": {
        "ja": (
            r"(?:誰|だれ)(?:が|か|なの|だ)",
            r"振り分け|課長が|属人的に(?:割|振)|割り当て|ふりわけ|わりふ",
            r"同じ客|二人とも|2人とも|(?:ルール|決まり)(?:が|も)?な|勝手に(?:拾|取)|被って|被る",
            (
                r"ボール(?:が|を|か)|(?:二重|ダブ(?:って|り)|かぶ(?:って|り|る))(?:で|に)?(?:連絡|電話"
                r"|対応|アプローチ)?(?=.{0,8}(?:しま|ちゃ|て|こと|る|た))|同じ(?:お客|顧客|相手|会社|人)"
                r"|どの(?:担当|営業|部署)|たんとうが|(?:だれ|誰)(?:か|が|の)(?:わ|分|担当|や|見|対応|責"
                r"|ボール|持|返)|(?:だれ|誰)も(?:担当|や|責|取ら|拾)|拠点ごと|宙に浮|担当替え|丸投げ"
                r"|譲り合"
            ),
            (
                r"担当(?:者)?(?:が|は|の)?(?:すぐ|なかなか)?"
                r"(?:決ま|不明|分か|わか|曖昧|あいまい|いな|未定|はっきり|割り?振|振り)"
            ),
            r"誰(?:が|の)|誰も(?:担当|拾|見て|やら|責任|持|手を)|だれが|振り?分け|割り?振|アサイン|押し付け|お見合い",
            r"たらい回し|責任(?:者)?(?:が|の所在|が曖昧)|担当不明|(?:ルール|基準)(?:が|も)(?:な|曖昧|決ま)|取り合い",
            r"分担|役割|(?:同じ|1つの)(?:お客|顧客|リード|会社).{0,10}(?:二人|2人|複数|重複)|部署間|部門間|引き?継",
        ),
        "en": (
            (
                r"whose\b|who'?s (?:following|on|doing|calling|got|responsible|handling)|(?:argu|fight"
                r"|squabbl)\w* (?:over|about)|everyone (?:assumes|thinks)|(?:assum|think"
                r"|hop)\w* some(?:one|body)|falls? between|(?:nobody|no one)(?:'s| is)? (?:job|responsib"
                r"|owns?|takes? (?:it|them|charge))|double[- ]?contact|step(?:ping)? on|distribut\w+"
                r"|which rep (?:should|gets|takes)|clear owner"
            ),
            r"\bwho(?:'s)? (?:owns?|should|is|gets|takes?|handles?|picks?|does|follows|to)|owner(?:ship|s)?\b",
            r"assign\w*|\brout(?:e|ing|ed)\b",
            r"\b(?:everyone|everybody|they|reps|people) (?:\w+ )?(?:grab|race|pick)\w*",
            r"(?:nobody|no one|no-one) (?:owns?|knows who|is responsible|picks?|takes?|feels|follows)|round robin",
            r"hand(?:ing)?[- ]?(?:off|over)|territor\w+|both call|two reps (?:call|chase|work|claim"
            r"|contact|talk|on)|(?:bounc|pass)\w* (?:between|around|from)|same (?:lead|prospect|customer)",
            r"(?:fight|argue) (?:over|about)|everyone (?:assumes|thinks)|whose (?:lead|job)|cherry[- ]?pick\w*",
        ),
    },
    "quality_of_first_contact": {
        "ja": (
            r"同じ文面|定型|型通り|心がこもって|失礼な|敬語|誤字|的を射|質問に答えられ|商品知識|知識(?:が|不足)",
            (
                r"刺さ(?:る|ら)|差が(?:激|大き|あ|ひど)|レベル(?:が|に|の)|温度差|薄っぺら|若手|言い回し"
                r"|返し方|話し方|説明(?:が|でき)(?:下手|バラ|な)|人によって|返信の(?:中身|内容|質)|聞き方"
                r"|使い回し"
            ),
            r"(?:の|が)質|質(?:が|に|の)|品質|内容が(?:薄|浅|バラ)|中身|的外れ|とんちんかん|トンチンカン|テンプレ",
            r"定型|(?:対応|回答|スキル|トーク|品質).{0,6}(?:ばらつ|バラつ|バラバラ|ムラ|差)|ばらつ|バラつ|属人|文面",
            r"新人|トーク|ヒアリング|スキル|個人差|チャットボット|ボット|フォロー(?:が|の)(?:弱|甘|雑|薄)|印象|教育",
            r"育成|事前(?:情報|準備)|何を(?:話|聞|言)|ベテラン|(?:対応|返信|返事)が(?:雑|適当|冷た)",
        ),
        "en": (
            r"unsure|hesita\w*|mumbl\w*|nervous|\brude\b|like robots?|sound(?:s)? (?:like|so)|scripted"
            r"|off[- ]brand|unfriendly|pushy|awkward",
            (
                r"same (?:template|message|email|answer)|typos?|clueless|product knowledge"
                r"|don't know the product|not helpful|cold and"
            ),
            (
                r"(?:all over the place|differ\w*|depend\w*) (?:depending )?(?:on|by) (?:which|who)"
                r"|depending on (?:which|who)|\btone\b|vague|irrelevant|wrong info\w*"
                r"|copy[- ]?paste (?:repl|answer|email)|boilerplate|impersonal|no research"
                r"|doesn't know the|know nothing about|hit or miss|half[- ]baked|bad first"
            ),
            r"quality|generic|templat\w*|inconsistent|\bblind\b|context|chat ?bots?|\bbots?\b|robotic",
            r"(?:answer|repl|respon|greet|treat|handle)\w*[^.]{0,30}\bdifferently\b"
            r"|\bdifferent (?:answers?|story|stories)\b",
            r"\b(?:answers?|repl(?:y|ies)|advice) (?:are|is|were|was) (?:\w+ )?(?:bad|wrong|poor|useless"
            r"|vague|sloppy)|\bbad (?:answers?|advice)\b",
            r"(?:don't|doesn't|not) know what to (?:say|ask)|scripts?\b|follow[- ]?ups?\b(?!.*(?:late|days|slow))",
            r"personal\w*|\btrain(?:ing|ed)?\b|canned|first (?:call|impression|contact|conversation)|unprepared",
            r"new hires?|wrong answers?|qualif\w+|same questions|sloppy|clumsy|unprofessional",
            r"depends on (?:who|which rep)",
        ),
    },
    "visibility_kpi": {
        "ja": (
            (
                r"数値|取れて(?:い)?な|つかめ|掴め|読め(?:な|ま)|温度感|費用対効果[^。]{0,8}(?:見え|わか"
                r"|分か|測|不明|出せ|説明)|説明でき|どれ(?:くらい"
                r"|ぐらい)|どの(?:くらい|ぐらい)|見通し|実績が|追跡|みえ(?:な|る)|状態(?:が|も)|何が(?:効"
                r"|起|良|悪)|成果が(?:見|わ|分)"
            ),
            r"見え(?:な|る化|て|ず|にく)|可視|把握|数字|(?<![a-z])KPI|レポート|報告|集計|分析|追え",
            r"追いかけ(?:られ|き)",
            (
                r"(?:状況|進捗|効果|理由|原因|実態|どうな|どれ|どこ|どの|いくつ|何件|何が|いつ)[^。]{0,24}"
                r"(?:わか|分か|見え|不明|把握|つかめ|掴め|読め)"
            ),
            r"理由が|進捗|ブラックボックス|効果測定|計測|測(?:れ|定|って)|(?<![a-z])ROI(?![a-z])|どうなった",
            r"勘(?:と|で|に|頼)|管理(?:でき|しき)(?:て(?:い)?)?(?:な|ま|ず)|予測",
        ),
        "en": (
            r"never sees?|doesn't see|don't see|what marketing|no reporting|closed[- ]loop",
            (
                r"can(?:'t|not) (?:really )?(?:tell|see|say|prove|show)|no (?:clue|idea|insight|overview)"
                r"|(?:don't|doesn't|nobody) (?:actually )?knows? (?:what(?! to)|who|which|how|where|if)|(?:some"
                r"|no) ?body's head|in (?:their|people's|everyone's|his|her) heads?|which (?:ad|source"
                r"|campaign|channel)|where (?:leads|they) come|\bprove\b|status\b"
            ),
            r"visib\w*|report\w*|dashboards?|metrics?|\bkpis?\b|numbers|\btrack\w*|measur\w*|attribut\w*",
            r"no idea (?:how|what|which|where|if|who|why)|can(?:'t|not) (?:see|tell)",
            r"(?:don't|doesn't) (?:really )?know (?:how|which|why|what happ|where|if|whether)|\bblind\b|forecast\w*",
            r"insights?|analytics|black (?:box|hole)|\broi\b|guess(?:ing|work)?|what happen(?:s|ed)|transparen\w*",
            r"which (?:channel|campaign|leads)",
        ),
    },
    "data_entry_manual": {
        "ja": (
            r"集計|丸一日|月次|チェックを手|一覧に",
            r"入れてくれ(?:な|ま)|記録(?:が|を|する)|登録(?:が|作業)|(?:集計|報告)(?:が|を|に)(?:手|時間|毎)",
            (
                r"写し|移し|打ち込|(?<![若相人])手で|書き写|紙(?:が|から|を|だ|に)|メモ(?:で|を|が)|台帳"
                r"|ホワイトボード|付箋|貼り付け|集計に|てにゅうりょく|日報"
            ),
            r"入力|手作業|手打ち|転記|コピペ|コピー|手動|手書き|紙(?:で|の|に|ベース)",
            r"(?:Excel(?![a-z])|エクセル|スプレッド(?:シート)?|スプシ)|毎回[^。]{0,10}(?:入力|手|コピー|打"
            r"|作(?:る|り|っ)|転記|書)|ゼロから|[一1]件(?:ずつ|一件|1件)",
            r"いちいち|手間|工数|名刺|打ち直|FAX|目視|事務作業|雑務|作業(?:が|に)|アナログ",
        ),
        "en": (
            (
                r"researching|logging|half (?:their|our|my) day (?:on|doing|researching|typing)"
                r"|updat\w+ (?:the )?(?:crm|records|sheets?)"
            ),
            (
                r"re-?typ\w*|re-?key\w*|sticky notes?|whiteboard|handwrit\w*|notebook|clipboard"
                r"|transcrib\w*|paperwork|forms? into|typing up|\bfax\w*"
            ),
            r"manual\w*|by hand|data[- ]entry|\bcopy\w*|\bpast(?:e|ing)\b|\bre-?typ\w*|\btyp(?:e|ing)\b|re-?enter\w*",
            r"\benter(?:ing)? (?:data|every|the|it|leads|everything)|spreadsheets?|\bexcel\b|\bpaper\b|double entry",
            r"enter\w* (?:it |everything )?twice|from scratch|admin(?:istrative)? (?:work|tasks?)?|key(?:ing)? in",
            r"one by one|log(?:ging)? (?:calls|everything|every)|update the crm|business cards?",
        ),
    },
    "tool_fragmentation": {
        "ja": (
            (
                r"れんけい|(?:SFA|CRM|MA|システム|ツール)(?:が|も)?[^。]{0,4}定着|別(?:の)?(?:画面"
                r"|システム|ツール)|手元の(?:メモ|エクセル)"
            ),
            (
                r"(?<!に)(?<!には)(?<!にも)(?<!電話が)(?:つな|繋)が(?:って(?:い)?な|ら)|(?:ツール|システム"
                r"|SFA|CRM|MA|機能|ソフト|アプリ)[^。、]{0,8}使われて(?:い)?な"
                r"|使って(?:い)?ない(?:ツール|機能)"
                r"|拠点ごと|窓口が(?:分|別|バラ)|(?:いろいろ|色々)な(?:ツール|ところ|場所)"
                r"|メールと.{0,10}(?:チャット|電話|LINE)が|連動して|同期|タブ|ログイン"
            ),
            r"連携|(?<!質が)(?<!質は)(?<!質も)(?<!対応が)(?<!スキルが)(?:バラバラ|ばらばら)|分散|点在|二重",
            r"(?:複数|いくつも|たくさん)の?(?:ツール|システム|チャネル|窓口)|(?:ツール|システム)(?:が|も|間)",
            r"使いこな|散らば|散在|一元|統合|別々|サイロ|あちこち|チャネル|乱立|(?:システム|仕組み)[^。]{0,4}古|重複",
            r"行き来|行ったり来たり|(?:MA|SFA|CRM)(?:が|を|と|は)|移行",
        ),
        "en": (
            r"marketing sends|sales never|two (?:different )?databases|export\w* (?:and|then) import",
            (
                r"(?:ignor|hat|avoid|bypass)\w* (?:the |our )?(?:crm|tool|system|software)|(?:nobody"
                r"|no one|half the team|reps) (?:\w+ )?(?:uses?|opens?|updates?)"
            ),
            (
                r"(?:too many|four|six|\d+) (?:\w+ )?(?:tabs|logins|tools|systems|apps|inboxes"
                r"|spreadsheets|dashboards|places)|between \d+|different (?:place|inbox|sheet)s?"
                r"|jump(?:ing)? between|switch(?:ing)? between|none of (?:them|it|our) (?:\w+ )?talks?"
                r"|isn't linked|don't match|nobody (?:logs|uses)|duplicat\w*|patchwork|bolted"
            ),
            r"\btools\b|(?:aren't|not|isn't|don't|never|no) (?:\w+ )?(?:connect\w*|integrat\w*|sync\w*)|integrat\w*",
            r"connect\w*|talk to (?:each other|one another)|\bsync\w*|silo\w*|scattered",
            (
                r"(?:different|separate|disconnected|many|multiple|several|two|three|five) "
                r"(?:systems|tools|apps|inboxes|places|platforms|spreadsheets)"
            ),
            r"between (?:apps|tabs|tools|systems)|fragment\w*|legacy|outdated|duplicates?\b|\bstack\b",
            r"all over the place|(?:system|crm|software) is (?:old|ancient|clunky)|nobody uses the crm",
        ),
    },
    "headcount": {
        "ja": (
            r"悲鳴|てんてこ舞|キャパ|バタバタ|(?:あふれ|溢れ)|片手間|総務が|一人(?:だけ|しか)|忙殺|休め",
            (
                r"にんずう|人です|ひとが|人数|パンク|出払|(?:\d|[一二三四五]|数)[人名](?:だけ)?で|たりな|若手が(?:育"
                r"|辞|い)|ベテランが|(?:少な|足りな)い|兼ね|回しきれ|捌きき|余裕が(?:な|あり)|体制|人件"
                r"|募集|一人体制|席を外|外出"
            ),
            r"人手|人員|人数|人が(?:足り|い(?:な|ませ)|辞|採|少|集ま|来な)|人材|採用|離職|退職|辞め",
            r"(?:やめ|辞め)(?:て(?:しま|い?く|る)|ちゃ|ま|る)|定着|少人数|[一1]人で|ひとりで|1名で|二人で"
            r"|2人で|兼務|兼任|片手間|リソース",
            r"マンパワー|忙し|残業|手が(?:回|足り|空)|回らな|回って(?:い)?な|回りま?せん|手一杯|手いっぱい|手薄|疲弊",
            r"負荷|負担|ひとで|高齢化|新人",
        ),
        "en": (
            r"can't afford|another (?:hire|headcount|person|rep)|call back a (?:third|half)|not enough",
            (
                r"lost our|juggl\w*|scrambl\w*|half (?:their|our|my|the) (?:day|time|week)"
                r"|only (?:\w+ )?(?:sales|one|person|coordinator)|no capacity|left us|on leave|sick leave"
            ),
            (
                r"\bbodies\b|(?:one|two|three|2|3)[- ](?:person|man|woman)|\bthin\b|wear(?:s"
                r"|ing)? (?:many|too many|all|several) hats|short on|no (?:one|staff|people) (?:to|left"
                r"|for)|people (?:to|short)|new hires?|can't (?:find|get) (?:people|staff|anyone)"
                r"|everyone(?:'s| is) (?:busy|out|on the road)|on the road|part[- ]time|no time|busy"
            ),
            (
                r"\b(?:short|down|missing) (?:by )?(?:one|two|three|\d+|a few|several) (?:reps?|people|heads?"
                r"|engineers?|sellers?)"
            ),
            r"understaffed|short[- ]?(?:staffed|handed|of (?:people|staff|hands))|headcount|\bhir(?:e|es|ing)\b",
            r"(?:not|n't) (?:have )?enough (?:people|reps|staff|hands|salespeople|bodies)|turnover|too few",
            r"one person|one-man|(?:only|just) (?:\d+|one|two|three|four|five|six|have|me|a (?:few"
            r"|handful))\b|just me\b|just (?:one|two)\b|small team|tiny team",
            r"team is (?:too |so |very )?(?:small|tiny)|bandwidth|overwork\w*|burn(?:ing|t|ed)?[- ]?out|burnout",
            r"swamped|overwhelmed|overloaded|drowning|capacity|stretched|quit(?:ting|s)?\b|people leav\w*",
            r"keep leaving|retain\w*|\bstaff\w*|resources?\b|recruit\w*|labou?r",
        ),
    },
    "conversion_low": {
        "ja": (
            r"機会損失|負け(?:て|る)|取られ",
            (
                r"商談(?:化|に(?:なら|つなが|至|進)|まで(?:い|行|進|至|つなが))|先を越|ライバル|競合"
                r"|(?<!取り)逃(?:し|げ)|離れ|温度感"
                r"|契約(?:まで|に)(?:いか|なら|つなが|至|こぎつ)|見込み(?:が|度)|決まら|決めきれ"
                r"|問い合わせ(?:が|は)(?:あって|来て|増えて)も|アポ|しょうだん"
            ),
            r"商談化|成約|受注|転換|\bCVR?\b|CV率|コンバージョン|歩留|失注(?!理由)|アポ(?:率|が|に|取)",
            r"(?:競合|他社|ライバル)に|成果|売上|売り上げ|温度感|確度|売れ|に(?:は|も)?(?:つなが"
            r"|繋が)(?:ら|って(?:い)?な|りま)",
            r"反応率|返信率|離脱|見込み(?:客)?が(?:薄|少)|商談(?:に|が|数)",
        ),
        "en": (
            (
                r"don't show|no[- ]shows?|never show|fizzle\w*|go(?:es)? nowhere|tire kick\w*|not serious"
                r"|low quality leads"
            ),
            (
                r"bounc\w*(?! (?:between|around|from))|(?:gone|go(?:es)?|went|going|sign\w*) with (?:some"
                r"|an)|(?:los"
                r"|miss)\w* (?:hot |good |the |our )?(?:leads|deals|business|sales)|never (?:turn|buy"
                r"|book|convert)|(?:only|just|under|less than) \d+ ?%|dry up|dead leads|tire[- ]?kickers"
                r"|qualified"
            ),
            (
                r"\bfew(?:er)? (?:of )?(?:\w+ )?(?:leads|inquiries|enquiries|prospects|visitors)\b|conver\w*"
                r"|rarely (?:become|turn|lead)|(?:close|win|show|booking) rates?|no[- ]?shows?"
            ),
            (
                r"(?:los(?:e|ing|t)|drop\w*) (?:\w+ ){0,2}"
                r"(?:deals?|customers?|sales|to (?:a |our |the )?compet\w*|business|prospects)"
            ),
            r"competitors?|pipeline|drop[- ]?off|(?:few|fewer|no|not enough|book\w*) (?:meetings|demos|appointments)",
            r"ghost\w*|(?:don't|never|rarely|hardly) (?:\w+ )?(?:turn into|become|close|book|buy)|\bclos(?:e|ing)\b",
            r"sales are|revenue",
        ),
    },
    "cost": {
        "ja": (
            (
                r"高(?:い|く|すぎ|め)|広告費|費用対|値上(?:げ|が)|ねだん|ひよう|こすと|りょうきん|割に合"
                r"|出費|元が取|ムダ金|(?:お金|金)(?:が|を|も)"
            ),
            r"コスト|費用|料金|高(?:い|く|すぎ|額|騰)(?!品質|度)|(?<!来年度)予算|経費|単価|委託費|人件費|広告費",
            r"維持費|外注費|割高|無駄|ムダ|価格|値段|ランニング|お金",
        ),
        "en": (
            (
                r"\b\d+ ?k\b|money|\bburn(?:s|ing|ed)? (?:\w+ ){0,4}(?:on|through|budget|cash)|\bads?\b"
                r"|google ads|ad spend|cash|budget|price tag|too much for|per lead|bill\b|overhead"
            ),
            r"\bcosts?\b|costly|costing|expensive|\bpric(?:e|es|ey|ing)\b|\bpay(?:ing)?\b|budgets?|overpay\w*",
            r"\bspend\w*(?! (?:\w+ ){0,3}(?:hours|time|days|ages|half))",
            r"wast\w+ (?:of )?(?:\w+ )?(?:money|budget|spend|ads?)|\bmoney\b|afford|\bfees?\b|licen[sc]e fees?",
            r"\bcac\b|cost per",
        ),
    },
    "security_compliance": {
        "ja": (
            r"(?:顧客|個人|お客様?の?)(?:情報|データ)(?:の|が|を)(?:扱|管理|保護|流出|漏|取り?扱)|USB"
            r"|持ち歩|持ち帰|ばらま|怖い|勝手に(?:コピー|持)|私用",
            (
                r"せきゅりてぃ|こじんじょうほう|セキュリティー|社内規(?:定|程)|情シスの(?:許可|承認"
                r"|チェック)|ポリシー|持ち出し|クラウド(?:が|は|に)(?:禁|NG|使え|不可|出せ)|データを(?:外"
                r"|海外|国外)|法的|なりすまし|誤送"
            ),
            r"セキュリティ|個人情報|コンプラ|監査|情報漏|漏えい|漏洩|GDPR|(?<![a-z])ISMS|Pマーク|プライバシー|法令",
            r"法規|規制|法務|誤送信|権限|同意(?:の|管理)|内部統制|ガバナンス|電帳法|インボイス",
        ),
        "en": (
            r"auditors?|flagged|(?:personal|customer) data|whatsapp|personal phones?",
            (
                r"legal (?:won't|doesn't|says|team|blocks|keeps)|outside the (?:eu|us|uk|country)"
                r"|data (?:can't|leav|resid)|chat logs|\bpolicy\b|\binfosec\b|\bdpo\b|it (?:department"
                r"|security|team) (?:won't|blocks|says|doesn't)|\bpii\b|sensitive|confidential"
            ),
            r"gdpr|securit\w*|complian\w*|comply|\baudit\w*|privacy|consent|data protection|regulat\w*|soc ?2",
            r"iso ?27001|hipaa|\bbreach\w*|\bleak\w*|\blegal\b|shared passwords?|permissions",
        ),
    },
    "other": {
        "ja": (),
        "en": (),
    },
}
