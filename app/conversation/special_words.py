"""What the rarer situations of a conversation sound like, in Japanese and English. Pure."""

from __future__ import annotations

import re

THREAT = re.compile(
    r"訴え(?:ます|る(?:つもり|ことも|ぞ|から|用意)|てやる|させて)|訴訟|提訴|裁判(?:所)?(?:に|を|で|沙汰)|告訴|告発|損害賠償"
    r"|弁護士(?:を|に|から|と|へ)|法的(?:措置|手段|手続|対応|責任)|消費者(?:庁|センター)|警察(?:に|へ)(?:届|相談|通報|行)"
    r"|(?:マスコミ|新聞社|SNS)に(?:言|話し|流|晒|さら|書)"
    r"|\b(?:i|we)(?:['’]ll| will| am going to| are going to|['’]m going to|['’]re going to| (?:may|might"
    r"|intend to)) sue\b"
    r"|\bsue (?:you|your)\b|\blaw ?suit|\blegal action|\blegal steps|\btake (?:this|you|it) to court"
    r"|\bsee you in court"
    r"|\b(?:my|our|a) (?:lawyers?|attorneys?|solicitors?|legal team|counsel) (?:will|is|are|has|have|to)\b"
    r"|\b(?:hear|hearing) from (?:my|our) (?:lawyer|attorney|solicitor|counsel|legal)"
    r"|\b(?:press|file) charges|\breport you to (?:the )?(?:police|authorit|regulator|ftc|bbb)",
    re.I,
)
NO_AI = re.compile(
    r"(?:AI|ＡＩ|ボット|ロボット|機械|自動(?:応答|返信)|チャットボット)(?:さん)?(?:の(?:回答|返信|返事|対応|相手)|に(?:よる(?:回答|対応))?"
    r"|と|と(?:は|の会話|のやり?取り)|とは(?:話|やり)?|で(?:の対応|は)?|から(?:の返信|の連絡)?)?"
    r"(?:は|を|が|も)?(?:話し?たく|やり?取りし?たく|相手にし?たく|対応されたく|信用|いら|要ら|不要|結構|嫌|いや|イヤ"
    r"|お断り|遠慮|勘弁|やめて|ごめん|拒否|無し|なし(?:で|に))(?!.{0,4}(?:機能|診断))(?:な[いく]|ません|です|だ|します|して|$|。|で|に|しない|あり|ください|し)"
    r"|(?:AI|ＡＩ|ボット|自動応答)(?:を|は)?使わないで(?:ください|下さい|ほしい|$|。)"
    r"|(?:AI|ＡＩ|ボット|ロボット|機械)(?:じゃ|では)なく(?:て)?(?:、)?(?:人間?|担当)(?!(?:です|なの)?(?:か|[?？]))"
    r"|\b(?:no|not an?|without(?: an?)?|stop(?: the)?|refuse (?:to (?:talk|speak|chat|deal) (?:to|with) )?(?:an? )?)"
    r" (?:ai|bots?|robots?|chatbots?)\b(?: (?:please|for me|thanks|answers?|replies)|[.!,]|$)"
    r"|\b(?:do not|don['’]?t|won['’]?t|will not|rather not|hate to|refuse to) (?:want to )?(?:talk|speak|chat"
    r"|deal|write|communicate|be answered)"
    r" (?:to|with|by) (?:an? |your |the )?(?:ai|bots?|robots?|chatbots?|machines?|software)\b"
    r"|\b(?:do not|don['’]?t) want (?:an? |any |your )?(?:ai|bots?|robots?|chatbots?|machines?|automated)\b",
    re.I,
)
WHEN = re.compile(
    r"(?:ご?連絡|お?電話|折り?返し|お?返事|ご?返信)[^。？?\n]{0,3}(?:もらえる|いただける|頂ける|来る|くる|ある)"
    r"(?:こと(?:は|って|も)|の(?:は|でしょう|です|か)|んで(?:す|しょう))|(?:ご?連絡|お?電話|お?返事)は(?:来|き)ますか|"
    r"^\W*(?:i['’]?m |we['’]?re )?still waiting\b|^\W*(?:so |and )?when\W*$|"
    r"(?:いつ(?:ごろ|頃|になったら)?|何時|何日|何曜日|どの(?:くらい|ぐらい)で|どれ(?:くらい|ぐらい)で|あと何分|何分後)[^。？?\n]{0,10}"
    r"(?:連絡|電話|折り?返し?|返事|返信|回答)(?:を|が|は)?(?:もら|いただ|頂|くれ|くださ|下さ|来|き(?:ます|ま)|でき|になり|です|でしょう|あり|[？?]|$)"
    r"|(?:いつまで|あとどの(?:くらい|ぐらい)|どの(?:くらい|ぐらい)|どれ(?:くらい|ぐらい))(?:、)?待(?:て|ち|つ)"
    r"|(?:ご?連絡|お?電話|折り?返し|お?返事|ご?返信|ご?回答|担当(?:者|の方|さん)?)(?:は|って|が)?、?(?:いつ|まだ|何時)(?:ごろ|頃|に)?"
    r"(?:です|でしょう|なの|もら|いただ|来|き(?:ます|ま)|になり|[？?]|$)"
    r"|\bwhen (?:will|can|do|should|would) (?:i|we) (?:expect|hear|get|have|receive)\b[^.?!\n]{0,24}"
    r"\b(?:call|hear|hear back|contact|get back|reply|answer|response)\b|\bwhen (?:will|can|do|should|would) (?:i"
    r"|we) hear\b"
    r"|\bwhen (?:will|can|would|is|are) (?:you|they|he|she|some(?:one|body)|your (?:team|rep|colleague|people)"
    r"|a (?:person|rep|human)"
    r"|the (?:team|rep|person)) [^.?!\n]{0,24}\b(?:call|calling|contact me|reach (?:me|out)|get back|back to me"
    r"|reply|answer me|in touch|phone|ring)\b"
    r"|\bwhen (?:will|can|would|could|is) (?:you|they|some(?:one|body)|your (?:team|people|engineers?)) [^.?!\n]{0,16}"
    r"\b(?:look(?:ing)? (?:at|into)|come (?:out|over|by)|deal with)\b"
    r"|(?:いつ(?:ごろ|頃)?|何時(?:ごろ|頃)?)[^。？?\n]{0,8}(?:対応し|確認し|見|直し|修理し|来)て(?:もら|いただ|頂|くれ|くださ)"
    r"|\bhow (?:long|soon) (?:will it (?:take|be)|until|before|do i|can i|should i|must i)[^.?!\n]{0,30}"
    r"\b(?:call(?:s|ed)?(?: me)?|hear|contacts?(?: me)?|gets? back|reply|in touch|wait)\b"
    r"|\b(?:still waiting (?:for|on) (?:a|the|your|my|some) ?(?:call|reply|answer|person)?|still no (?:call|reply"
    r"|answer|word)"
    r"|(?:nobody|no ?one) (?:has )?(?:called|replied|contacted) (?:me|us))\b",
    re.I,
)
APPROVAL_PACK = re.compile(
    r"稟議(?:書|用|に(?:使|載|添|必要|出|かけ|掛け|[上あ]げ)|の(?:資料|書類|たたき|下書|文|ひな|雛|参考|材料)|を(?:書|通す|上げる)[^。\n]{0,16}(?:資料|材料|書類|下書|たたき|文"
    r"|手伝|助))"
    r"|稟議[^。\n]{0,12}(?:資料|材料|書類|パック|下書き|たたき台|テンプレ|雛形|ひな形)"
    r"|(?:社内|上司|上長|経営|役員)[^。\n]{0,8}(?:説明|提案|承認|決裁|説得)[^。\n]{0,8}(?:資料|材料|書類|下書き|たたき台|文(?:書|面|案))"
    r"|\b(?:business case|approval (?:memo|pack|paper|document|request|doc)|internal (?:memo|proposal|pitch"
    r"|approval (?:memo|document)))\b"
    r"|\b(?:something|material|a (?:memo|draft|summary|one[- ]pager|paper)|slides)[^.?!\n]{0,30}\b(?:for"
    r"|to (?:show|convince|present to|give)) (?:my|our|the)"
    r" (?:boss|manager|management|board|approval|director|cfo|ceo|leadership)\b",
    re.I,
)
NOT_A_PACK = re.compile(r"稟議(?:が|は)[^。\n]{0,6}(?:通|下り|おり|済|終|必要|あり)")
QUESTIONNAIRE = re.compile(
    r"(?:セキュリティ|情報管理|委託先|取引先|ベンダー|リスク)[^。\n]{0,10}(?:チェック(?:シート|リスト)|質問(?:票|書|シート)|調査(?:票|書)|アンケート|評価(?:シート|票))"
    r"|チェックシート(?:の|へ|に|を)[^。\n]{0,10}(?:記入|回答|ご記載|埋め|送)"
    r"|\b(?:security|vendor|supplier|risk|privacy|compliance|due[- ]diligence)(?: \w+){0,2} (?:questionnaires?"
    r"|assessments?|check ?lists?|forms?)\b"
    r"|\b(?:fill (?:in|out)|complete|return) (?:our|this|the|a|an)(?: \w+){0,3} questionnaire"
    r"|\b(?:caiq|hecvat|vsaq|sig[- ]lite)\b"
    r"|\b(?:infosec|security|compliance|procurement)(?: team| department| people)?\b[^.?!\n]{0,24}\b(?:form"
    r"|spreadsheet|check ?list|questions) (?:to|for you|that you)\b"
    r"|(?:セキュリティ|情報システム部?|情シス)[^。\n]{0,16}(?:審査|アセスメント|エクセル|Excel)[^。\n]{0,8}(?:回答|記入|ご協力|埋め)",
    re.I,
)
STUDENT = re.compile(
    r"(?:大学|大学院|高専|専門学校|高校|中学)(?:の|で|に|に通う|[一二三四1-4]年(?:生)?の?)?(?:学生|生徒|[一二三四1-4]年|院生|ゼミ|研究室|授業|課題)"
    r"|(?:私は|当方|の)?(?:大学生|大学院生|院生|高校生|専門学生|学生)(?:です|の者|で(?:、|す)|なの|として)"
    r"|(?:卒業論文|卒論|修論|修士論文|博士論文|レポート(?:課題|の課題)|授業の(?:課題|レポート)|ゼミ(?:の|で)|夏休みの(?:課題|宿題)|自由研究)"
    r"|\bi(?:['’]m| am) (?:a |an )?(?:\w+ ){0,3}(?:student|undergrad(?:uate)?|ph\.?d|high ?schooler)\b"
    r"|\b(?:my|our|a|the) (?:\w+ ){0,2}(?:thesis|dissertation|term paper|class (?:project|assignment)"
    r"|school project|homework|coursework)\b",
    re.I,
)
COMPETITOR = re.compile(
    r"競合(?:する|している|関係にある|の)?(?:会社|企業|メーカー|ベンダー|他社|サービス|製品)(?:の|に|で)(?:者|人間|社員|勤|働|営業|開発|企画)"
    r"|(?:同業|競合)(?:の者|他社|メーカー|ベンダー|企業|会社|製品)?(?:です|の者|の(?:会社|営業|開発|企画)(?:です|で|の者)|に勤め|として|を(?:開発|販売|提供)し)"
    r"|(?:弊社|当社|うち|私たち|わたしたち)(?:も|は|が)?[^。\n]{0,14}(?:同じような|同様の|似た|競合する)[^。\n]{0,8}(?:製品|サービス|システム)を(?:作|開発|販売|提供|扱)"
    r"|同業[^。、\n]{0,12}(?:の者|の人間|の社員|に勤め|勤務)|(?:御社|貴社)と同じ(?:業界|業種)の者"
    r"|\b(?:i|we)(?:['’]m|['’]re| am| are)? (?:work(?:ing)?|employed) (?:for|at) (?:another|a different"
    r"|a similar)(?: [\w-]+){0,4}"
    r" (?:vendors?|suppliers?|providers?|manufacturers?|makers?)\b"
    r"|\b(?:i|we)(?:['’]m|['’]re| am| are) in the same (?:business|space|field|market) as you\b"
    r"|\b(?:i|we)(?:['’]m|['’]re| am| are| work(?:s|ing)?)(?: (?:for|at|with|from|from))? (?:a|an|one of your"
    r"|your)(?: \w+)? competitors?\b"
    r"|\b(?:i|we)(?:['’]m|['’]re| am| are)? (?:(?:work(?:ing)?|employed) (?:for|at|with|by)|from)"
    r" (?:an?|one of your|your) (?:direct )?(?:competing|rival)\b"
    r"|\b(?:i|we)(?:['’]re| are| am|['’]m)? (?:make|build|sell|develop|offer|building|selling|making) (?:a "
    r"|an )?(?:competing|similar|rival)\b"
    r"|\bcompetitive (?:research|analysis|intelligence)\b",
    re.I,
)
OFF_TOPIC = re.compile(
    r"(?:冗談|ジョーク|ダジャレ|だじゃれ|なぞなぞ|しりとり|歌(?:って|を)|詩(?:を|が)|俳句|物語|小説|恋愛|占(?:い|って)|宿題|レシピ|献立)[^。\n]{0,10}(?:言|教え|して|書"
    r"|作|聞かせ|しよ|話|手伝|読)"
    r"|(?:天気|気温|降水|野球|サッカー|相撲|ニュース|株価|為替|選挙|政治|総理|大統領|芸能)[^。\n]{0,10}(?:は[？?]|どう|何|いくら|教え|勝|誰|について)"
    r"|(?:好きな(?:食べ物|色|映画|音楽|アニメ|人))|(?:彼氏|彼女|結婚|デート)(?:は|し|い)"
    r"|\b(?:tell|write|sing|give|make)(?: me| us)?(?: (?:an?|another|some))(?: \w+)? (?:jokes?|poems?|songs?"
    r"|stor(?:y|ies)|haikus?|riddles?|recipes?|essays?)\b"
    r"|\bwhat(?:['’]s| is) the (?:weather|time in|score|capital of)\b|\bweather (?:today|tomorrow|in)\b"
    r"|\bwho (?:won|will win|is the (?:president|prime minister|king))\b"
    r"|\b(?:your|you) (?:favou?rite|married|single|girlfriend|boyfriend)\b"
    r"|\b(?:write|debug|fix) (?:me )?(?:a |some |my )?(?:python|javascript|java|c\+\+|sql|code|homework)\b",
    re.I,
)
YOU_ARE_NO_AI = re.compile(
    r"\b(?:you['’]?re|you are|this is(?:n['’]?t)?|it['’]?s|u r|are you|is this)(?: really| just| even)?"
    r"(?: not| no)? (?:an? )?(?:ai|bots?|robots?)\b"
    r"|\byou aren['’]?t (?:an? )?(?:ai|bot|robot)",
    re.I,
)
WISHES_A_PERSON = re.compile(
    r"(?:人間?|担当(?:者|の方)?|オペレータ[ーの]?|スタッフ|社員|どなたか|誰か)[^。？?\n]{0,6}(?:と(?:話|お話|直接|電話|相談|やり?取り)|に(?:代わ|替わ|変わ|つな|繋|相談|聞き)"
    r"|を(?:出|呼)|(?:を)?お願い|希望|がいい|が良い|に対応して|に回して)"
    r"|\b(?:can|could|may|let|how do) (?:i|we|me|us) (?:please )?(?:talk|speak|chat|get|have)\b"
    r"|\b(?:want|like|prefer|need|rather|wish)(?: to)?"
    r" (?:talk|speak|chat|deal|an? (?:real |actual |live )?(?:person|human))\b"
    r"|\b(?:connect|transfer|put|pass) (?:me|us)\b|\bget (?:me|us) (?:an? |some)\w*"
    r"|\b(?:person|human|rep|someone)(?: instead)?,? please\b|\bhand (?:me|this|it) over\b",
    re.I,
)
TALK_TO_A_PERSON = re.compile(
    r"と(?:直接|じかに|電話で|今すぐ|一度)*(?:お?話|相談|会話|チャット|やり?取り)|に(?:代わ|替わ|つな|繋)|人間(?:の|を|に|が)"
    r"|(?:オペレータ|担当|責任者|上司|人)[^。\n]{0,4}(?:を(?:出|呼)|に(?:代|替|変)わ|対応)"
    r"|\b(?:talk|speak|chat) (?:to|with)\b|\b(?:connect|transfer|put|pass) (?:me|us)\b"
    r"|\b(?:real|actual|live) (?:person|human|agent)"
    r"|\bhuman\b|\bhand (?:me|this|it) over\b",
    re.I,
)
THANKS = re.compile(
    r"^[^。？?\n]{0,40}(?:ありがとう(?:ございま(?:す|した))?|感謝(?:します|いたします))[!！。\s]*$"
    r"|^\W*(?:many |much )?(?:thanks|thank you|thx|cheers)\b[^?\n]{0,60}$",
    re.I,
)
PARTS = re.compile(
    r"また(?:何か|なにか|いつか|今度|後で|後ほど|あとで|のちほど|改めて|来ます|見に来|寄り|お?邪魔|機会)"
    r"|\bsee you\b|\b(?:i|we)(?:['’]ll| will) (?:be back|come back|check back|get back to you)\b|\bmaybe later\b"
    r"|\b(?:that['’]?s|that is|that was) all(?: i| we)?\b|\bhave a (?:good|nice|great)\b",
    re.I,
)
ASKS_AGAIN = re.compile(
    r"^\W*(?:i['’]?m |we['’]?re )?still (?:waiting|no (?:call|reply|answer|word|news))\W*(?:so |and )?(?:when)?\W*$"
    r"|^\W*(?:ご?連絡|お?電話|返事|担当者?)?(?:は|って)?まだ(?:です|でしょう|なんです)か\W*$",
    re.I,
)
PLAYS = re.compile(
    r"通りすがり|(?:試し|触っ)(?:た|てみた|ている?)だけ|遊びです|冗談です"
    r"|\b(?:just|only) (?:testing|kidding|playing|messing|trying)\b",
    re.I,
)
LOOKS_AROUND = re.compile(
    r"(?:見て(?:い)?[るた]?だけ|気になって見て|ちょっと見て|覗いて|のぞいて|情報収集)"
    r"|\bjust (?:looking|browsing|curious)\b|\blooking around\b",
    re.I,
)
FILLER = re.compile(
    r"^\W*(?:ふー?ん|ふうん|へえ?ー*|ほう|なるほど(?:ね|です(?:ね)?)?|そう(?:なん)?です(?:か|ね)"
    r"|そうなんだ|hm+|mhm|oh|i see|interesting)\W*$",
    re.I,
)
NO_ADDRESS = re.compile(
    r"(?:メール(?:アドレス)?|アドレス|連絡先|電話番号|名前)(?:の方)?(?:は|も)、?(?:ちょっと|少し)[…・。.、\s]*$"
    r"|^\W*no e-?mails?(?: please)?\b",
    re.I,
)
WONT_TELL = re.compile(
    r"^(?=.{1,60}$)[^?？]*(?:社外秘|部外秘|極秘|内緒|ノーコメント|非公開です|(?:言|話|教え|お答え|明か|開示)(?:え|せ|られ|でき)(?:ない|ません)"
    r"|\b(?:that|it|this)(?:[’']s| is) (?:all )?(?:confidential|secret|private|classified|internal)"
    r"|\b(?:not at liberty|no comment|under nda)\b)",
    re.I,
)
HOW_LONG = re.compile(
    r"^\W*(?:それは?|あと)?、?(?:どの|どれ)(?:くらい|ぐらい)(?:で|かかり|待ち)?(?:ます|です|でしょう|そう)?(?:です)?か?\W*$"
    r"|^\W*いつ(?:ごろ|頃)?(?:に)?(?:なり(?:ます|そう)|です|でしょう)(?:です)?か?\W*$"
    r"|^\W*(?:and |so |ok(?:ay)?,? )?how (?:long|soon)(?: (?:will|would|does|is) (?:that|it"
    r"|this)(?: usually)?(?: take| be)?)?\W*$",
    re.I,
)  # of a person who was promised
NOTHING = re.compile(
    r"^\W*(?:いや|いえ|いいえ|うーん|まあ|今は|いまは|今のところ|いまのところ|現状|特に|とくに|別に|これといって|困って(?:い)?ること|困りごと|課題|悩み|何も|なにも|[はも、\s])*"
    r"(?:ない|無い|なし|ありません|ございません|困って(?:い)?(?:ない|ません))(?:です|ですね|ですよ|かな|と思います|けど|[よねな。.!！\s])*$"
    r"|^\W*(?:no,? |well,? |um,? )?(?:not really|nothing(?: (?:in particular|special|really|specific|much"
    r"|comes to mind))?|none"
    r"|no (?:problems?|issues?|troubles?)|we[’']?re (?:fine|good|ok(?:ay)?))(?:,? (?:really|right now"
    r"|at the moment|for now|yet"
    r"|at present|to be honest|tbh))*\W*$",
    re.I,
)  # an answer to "what is your problem?" that there is none
BARE_NO = re.compile(r"^\W*(?:いいえ|いえ|ううん|別に|特に|とくに|no|nope|nah)\W*$", re.I)
ASIDE = re.compile(
    r"^\W*(?:ご?連絡先|メール(?:アドレス)?|アドレス|電話(?:番号)?|お?名前|会社名?|(?:導入)?時期|困りごと|困って(?:い)?ること|課題|いつ(?:ごろ|頃)?)"
    r"(?:のこと|か)?(?:です|でしょう)か(?:ね)?\W*$"
    r"|^\W*(?:my |our |the )?(?:contact(?: details?| info(?:rmation)?)?|e-?mail(?: address)?|phone(?: number)?"
    r"|name|timing|timeline)\?\s*$"
    r"|^(?:[^。、\n]{0,12}、)?\W*(?:日本語|英語)(?:で|に)も?(?:お願い|大丈夫|いい|よろしい|良い|書い|話し|続け|切り替え|して(?:ください|もら"
    r"|いただ))[^。？?\n]*[。？?！!\s]*$"
    r"|\b(?:can|could|may|shall|would|let[’']?s|do) ?(?:we|i|you|us)? (?:please |mind )?(?:go on|continue"
    r"|switch(?:ing)?|speak|talk|chat"
    r"|write|reply|answer|do this)(?: to| in|ing in)? (?:english|japanese)\b|^\W*(?:in )?(?:english"
    r"|japanese),? please\W*$"
    r"|\bmy (?:japanese|english) is(?: not|n[’']t)?(?: very| so| too| quite| a bit| really)? (?:limited|poor"
    r"|bad|good|great|rusty|weak)\b"
    r"|\b(?:do not|don[’']?t|can(?:no|[’'])t) (?:speak|read|write|understand)(?: much| any| good)? (?:japanese"
    r"|english)\b",
    re.I,
)  # a sentence about this talk: our own question said back, or which of our languages to go on in
LONE_ANSWER = re.compile(
    r"^\W*(?:はい|いいえ|うん|ううん|ええ|そう(?:です)?|いや|別に|特に(?:ない)?|ok(?:ay)?|yes|yeah|yep|no|nope|sure|right|hm+|uh"
    r"|[\d０-９]{1,4})?\W*$",
    re.I,
)
YES = re.compile(
    r"^\W*(?:はい|ええ|うん|そう(?:です|して)|ぜひ|是非|お願い(?:します|いたします|致します)|yes|yeah|yep|sure|ok(?:ay)?|please)",
    re.I,
)
NO = re.compile(r"^\W*(?:いいえ|いえ|いや|ううん|不要|大丈夫|no\b|nope|not (?:now|yet|necessary|needed))", re.I)
