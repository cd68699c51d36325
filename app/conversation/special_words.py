"""What the rarer situations of a conversation sound like, in Japanese and English. Pure."""

from __future__ import annotations

import re

THREAT = re.compile(
    r"訴え(?:ます|る(?:つもり|ことも|ぞ|から|用意)|てやる|させて)|(?:訴訟|提訴|告訴|告発|裁判)(?:を|も|に|する"
    r"|します)?(?:起こ|検討|辞さ|踏み切|準備|する|します|ざた|沙汰|してや)"
    r"|損害賠償(?:を|も)?(?:請求|求め)|弁護士(?:を(?:通|立て|つけ|雇)|に(?:相談|依頼|任せ|頼)|から(?:連絡|通知"
    r"|ご?連絡)|と(?:相談|話))|法的(?:措置|手段|対応|(?:責任|手続き?)を(?:追及|問[いう]|取|と[りる]))"
    r"|消費者(?:庁|センター)(?:に|へ)|警察(?:に|へ)(?:届|相談|通報|行)"
    r"|(?:マスコミ|新聞社|SNS|ネット|口コミ|レビュー)(?:に|へ|で)(?:言|話し|流|晒|さら|書(?:く|き(?:ます"
    r"|込み?ます))|拡散)|(?:晒|さら)して(?:や|あげ)"
    r"|(?:殺し|ぶっ殺|刺し|殴り)(?:て(?:や|も)|に行)|殺すぞ|火(?:を)?(?:つけ|付け|放)(?:て|に|る|ます)|爆破"
    r"|覚えて(?:い)?ろ|ただじゃ(?:おか|済ま|すま)|ただで(?:は)?(?:済|す)ま"
    r"|\b(?:i|we)(?:['’]ll| will| am going to| are going to|['’]m going to|['’]re going to| (?:may|might"
    r"|intend to)) sue\b"
    r"|\bsue (?:you|your)\b|\b(?:file|bring|start|expect|face|facing) (?:a |our |my )?law ?suit|\blegal action"
    r"|\blegal steps|\btake (?:this|you|it) to court|\bsee you in court"
    r"|\b(?:my|our) (?:lawyers?|attorneys?|solicitors?|counsel) (?:will|is (?:going|ready)|are (?:going|ready)"
    r"|has been)\b|\b(?:hear|hearing) from (?:my|our) (?:lawyer|attorney|solicitor|counsel|legal)"
    r"|\b(?:press|file) charges|\breport you to\b"
    r"|\b(?:tell|make sure|post|write)[^.!?\n]{0,20}\b(?:everyone|everybody|every review site|review sites?"
    r"|the press|the papers)[^.!?\n]{0,40}\b(?:know|how you|what you|about you|you (?:are|did|do))\b"
    r"|\bi(?:['’]ll| will|['’]m going to| am going to) (?:kill|hurt|find|burn|destroy|ruin) (?:you|your)\b"
    r"|\b(?:i )?know where (?:you|your)[^.!?\n]{0,24}\b(?:live|lives?|work|is|are|office)\b"
    r"|\b(?:someone|somebody|you)(?:['’]s|['’]re| is| are| will|['’]ll) (?:going to |gonna )?(?:get hurt"
    r"|be sorry|regret)|\bburn (?:down )?your\b",
    re.I,
)
LAWYER = re.compile(r"弁護士|lawyer|attorney|solicitor|counsel", re.I)
THEY_SIGN = re.compile(
    r"契約|規約|約款|NDA|\b(?:contract|terms|agreement|DPA|review|read|check|look (?:at|over))\b", re.I
)  # beside a lawyer: who reads what is to be signed threatens nobody
ENDS_IT = re.compile(r"解除|解約|違反|返金|賠償|\b(?:breach|refund|sue|cancel\w*|terminat\w*)\b", re.I)
DARES_US = re.compile(
    r"(?:いい|良い|よろし|構い|かまい)[^。?？\n]{0,8}か|\bdo you want\b|\b(?:should|shall) (?:i|we)\b", re.I
)  # a question in form, and a threat
NO_AI = re.compile(
    r"(?:AI|ＡＩ|ボット|ロボット|機械|自動(?:応答|返信)|チャットボット)(?:さん)?(?:の(?:回答|返信|返事|対応"
    r"|相手)|に(?:よる(?:回答|対応))?"
    r"|と|と(?:は|の会話|のやり?取り)|とは(?:話|やり)?|で(?:の対応|は)?|から(?:の返信|の連絡)?)?"
    r"(?:は|を|が|も)?(?:話し?たく|やり?取りし?たく|相手にし?たく|対応されたく|信用|いら|要ら|不要|結構|嫌|いや|イヤ"
    r"|お断り|遠慮|勘弁|やめて|ごめん|拒否|無し|なし(?:で|に))(?!.{0,4}(?:機能|診断))(?:な[いく]|ません|です|だ"
    r"|します|して|$|。|で|に|しない|あり|ください|し)"
    r"|(?:AI|ＡＩ|ボット|ロボット|機械)(?:なんか|なんて)?(?:に|から|と|が)(?:は"
    r"|の)?(?:、)?[^。？?\n]{0,8}(?:答え|返事|返信|対応|回答|相手|話|やり?取り|説明)[^。？?\n]{0,3}"
    r"(?:ほしくな|欲しくな|されたくな|もらいたくな|いただきたくな|したくな|しないで|されても困|されるのは(?:嫌"
    r"|いや|ちょっと|困))"
    r"|(?:AI|ＡＩ|ボット|ロボット|機械)(?:なんか|なんて)?(?:の(?:返事|返信|回答|応答|相手)|と(?:の)?(?:話|会話"
    r"|やり?取り)(?:をする|する|すの)?)(?:の)?"
    r"(?:は|が)?、?(?:もう)?(?:いいから|いいので|嫌|いや(?!す)|うんざり|困り|御免|ごめん)"
    r"|(?:AI|ＡＩ|ボット|自動応答)(?:を|は)?使わないで(?:ください|下さい|ほしい|$|。)"
    r"|(?:AI|ＡＩ|ボット|ロボット|機械)(?:じゃ|では)なく(?:て)?(?:、)?(?:人間?|担当)(?!(?:です|なの)?(?:か|[?？]))"
    r"|\b(?:no|not an?|without(?: an?)?|stop(?: the)?|refuse (?:to (?:talk|speak|chat|deal) (?:to|with) )?(?:an? )?)"
    r" (?:ai|bots?|robots?|chatbots?)\b(?: (?:please|for me|thanks|answers?|replies)|[.!,]|$)"
    r"|\b(?:do not|don['’]?t|won['’]?t|will not|rather not|hate to|refuse to) (?:want to )?(?:talk|speak|chat"
    r"|deal|write|communicate|be answered)"
    r" (?:to|with|by) (?:an? |your |the )?(?:ai|bots?|robots?|chatbots?|machines?|software)\b"
    r"|\b(?:stop|quit|no more) (?:using |the |these |with |letting )*(?:an? )?(?:ai|bots?|robots?|chatbots?"
    r"|automated) (?:to |answers?|replies|messages|from |answer)"
    r"|\b(?:do not|don['’]?t) want (?:an? |any |your )?(?:ai|bots?|robots?|chatbots?|machines?|automated)\b",
    re.I,
)
WHEN = re.compile(
    r"(?:ご?連絡|お?電話|折り?返し|お?返事|ご?返信)[^。？?\n]{0,3}(?:もらえる|いただける|頂ける|来る|くる|ある)"
    r"(?:こと(?:は|って|も)|の(?:は|でしょう|です|か)|んで(?:す|しょう))|(?:ご?連絡|お?電話|お?返事)は(?:来|き)ますか|"
    r"^\W*(?:i['’]?m |we['’]?re )?still waiting\b|^\W*(?:so |and )?when\W*$|"
    r"^\W*(?:please )?(?:hurry(?: up)?|do something)(?: now| quickly)?\W*(?:please)?\W*$|"
    r"^\W*(?:とにかく|もっと|本当に)?(?:早く|急いで)(?:して|対応して|やって|何とかして)?(?:くださ(?:い|いよ)|くれ"
    r"|よ)?\W*$|"
    r"(?:いつ(?:ごろ|頃|になったら)?|何時|何日|何曜日|どの(?:くらい|ぐらい)で|どれ(?:くらい|ぐらい)で|あと何分"
    r"|何分後)[^。？?\n]{0,10}"
    r"(?:連絡|電話|折り?返し?|返事|返信|回答)(?:を|が|は)?(?:もら|いただ|頂|くれ|くださ|下さ|来|き(?:ます|ま)"
    r"|でき|になり|です|でしょう|あり|[？?]|$)"
    r"|(?:いつまで|あとどの(?:くらい|ぐらい)|どの(?:くらい|ぐらい)|どれ(?:くらい|ぐらい))(?:、)?待(?:て|ち|つ)"
    r"|(?:ご?連絡|お?電話|折り?返し|お?返事|ご?返信|ご?回答|担当(?:者|の方|さん)?)(?:は|って|が)?、?(?:いつ|まだ"
    r"|何時)(?:ごろ|頃|に)?(?:です|でしょう|なの|もら|いただ|来|き(?:ます|ま)|になり|[？?]|$)"
    r"|\bwhen (?:will|can|do|should|would) (?:i|we) (?:expect|hear|get|have|receive)\b[^.?!\n]{0,24}"
    r"\b(?:call|hear|hear back|contact|get back|reply|answer|response)\b|\bwhen (?:will|can|do|should|would) (?:i"
    r"|we) hear\b"
    r"|\bwhen (?:will|can|would|is|are) (?:you|they|he|she|some(?:one|body)|your (?:team|rep|colleague|people)"
    r"|a (?:person|rep|human)"
    r"|the (?:team|rep|person)) [^.?!\n]{0,24}\b(?:call|calling|contact me|reach (?:me|out)|get back|back to me"
    r"|reply|answer me|in touch|phone|ring)\b"
    r"|\bwhen (?:will|can|would|could|is) (?:you|they|some(?:one|body)|your (?:team|people|engineers?)) [^.?!\n]{0,16}"
    r"\b(?:look(?:ing)? (?:at|into)|come (?:out|over|by)|deal with)\b"
    r"|(?:いつ(?:ごろ|頃)?|何時(?:ごろ|頃)?)[^。？?\n]{0,8}(?:対応し|確認し|見|直し|修理し|来)て(?:もら|いただ"
    r"|頂|くれ|くださ)"
    r"|(?:年内|年明け|今日|本日|明日|今週|来週|今月|月内|午前|午後|夕方|週末|連休|休み|(?<!\d)\d++[日時分]"
    r"|[一二三]日)(?:中|前|まで|以内|明け)?(?:に|で|には|でも|中)?"
    r"(?:は|も)?、?(?:ご?連絡|お?電話|折り?返し|お?返事|ご?返信|ご?回答)(?:を|が|は)?(?:もらえ|いただけ|頂け|来"
    r"|き|くれ)(?:ます|る|そう|ますでしょう)(?:です)?か"
    r"|\b(?:will|can|could|would) (?:i|we) (?:hear|get (?:a|an|your|some) (?:call|reply|answer|response)"
    r"|be (?:called|contacted))"
    r"[^.?!\n]{0,16}\b(?:by|before|today|tomorrow|this (?:week|month|year)|next week|within|on (?:mon|tues"
    r"|wednes|thurs|fri)day)\b"
    r"|\bhow (?:long|soon) (?:will it (?:take|be)|until|before|do i|can i|should i|must i)[^.?!\n]{0,30}"
    r"\b(?:call(?:s|ed)?(?: me)?|hear|contacts?(?: me)?|gets? back|reply|in touch|wait)\b"
    r"|\b(?:still waiting (?:for|on) (?:a|the|your|my|some) ?(?:call|reply|answer|person)?|still no (?:call|reply"
    r"|answer|word)"
    r"|(?:nobody|no ?one) (?:has )?(?:called|replied|contacted) (?:me|us))\b",
    re.I,
)
APPROVAL_PACK = re.compile(
    r"稟議(?:書|用|に(?:使|載|添|必要|出|かけ|掛け|[上あ]げ)|の(?:資料|書類|たたき|下書|文|ひな|雛|参考|材料)"
    r"|を(?:書|通す|上げる)[^。\n]{0,16}(?:資料|材料|書類|下書|たたき|文"
    r"|手伝|助))"
    r"|稟議[^。\n]{0,12}(?:資料|材料|書類|パック|下書き|たたき台|テンプレ|雛形|ひな形)"
    r"|(?:社内|上司|上長|経営|役員)[^。\n]{0,8}(?:説明|提案|承認|決裁|説得)[^。\n]{0,8}(?:資料|材料|書類|下書き"
    r"|たたき台|文(?:書|面|案))"
    r"|\b(?:business case|approval (?:memo|pack|paper|document|request|doc)|internal (?:memo|proposal|pitch"
    r"|approval (?:memo|document)))\b"
    r"|\b(?:something|material|a (?:memo|draft|summary|one[- ]pager|paper)|slides)[^.?!\n]{0,30}\b(?:for"
    r"|to (?:show|convince|present to|give)) (?:my|our|the)"
    r" (?:boss|manager|management|board|approval|director|cfo|ceo|leadership)\b",
    re.I,
)
NOT_A_PACK = re.compile(r"稟議(?:が|は)[^。\n]{0,6}(?:通|下り|おり|済|終|必要|あり)")
QUESTIONNAIRE = re.compile(
    r"(?:セキュリティ|情報管理|委託先|取引先|ベンダー|リスク)[^。\n]{0,10}(?:チェック(?:シート|リスト)|質問(?:票"
    r"|書|シート)|調査(?:票|書)|アンケート|評価(?:シート|票))"
    r"|チェックシート(?:の|へ|に|を)[^。\n]{0,10}(?:記入|回答|ご記載|埋め|送)"
    r"|\b(?:security|vendor|supplier|risk|privacy|compliance|due[- ]diligence)(?: \w+){0,2} (?:questionnaires?"
    r"|assessments?|check ?lists?|forms?)\b"
    r"|\b(?:fill (?:in|out)|complete|return) (?:our|this|the|a|an)(?: \w+){0,3} questionnaire"
    r"|\b(?:caiq|hecvat|vsaq|sig[- ]lite)\b"
    r"|\b(?:infosec|security|compliance|procurement)(?: team| department| people)?\b[^.?!\n]{0,24}\b(?:form"
    r"|spreadsheet|check ?list|questions) (?:to|for you|that you)\b"
    r"|(?:セキュリティ|情報システム部?|情シス)[^。\n]{0,16}(?:審査|アセスメント|エクセル|Excel)[^。\n]{0,8}(?:回答"
    r"|記入|ご協力|埋め)",
    re.I,
)
COMPETITOR = re.compile(
    r"競合(?:する|している|関係にある|の)?(?:会社|企業|メーカー|ベンダー|他社|サービス|製品)(?:の|に|で)(?:者"
    r"|人間|社員|勤|働|営業|開発|企画)"
    r"|(?:同業|競合)(?:の者|他社|メーカー|ベンダー|企業|会社|製品)?(?:です|の者|の(?:会社|営業|開発|企画)(?:です"
    r"|で|の者)|に勤め|として|を(?:開発|販売|提供)し)"
    r"|(?:弊社|当社|うち|私ども)も(?:、|同じ|似た|振動|予知|監視|診断|状態)[^。\n]{0,14}(?:を|も)(?:作|開発|製造"
    r"|販売)(?:って|して)"
    r"|(?:弊社|当社|うち|私たち|わたしたち)(?:も|は|が)?[^。\n]{0,14}(?:同じような|同様の|似た"
    r"|競合する)[^。\n]{0,8}(?:製品|サービス|システム)を(?:作|開発|販売|提供|扱)"
    r"|競合(?:他社|先)?(?:の|である|、)[^。、\n]{1,16}(?:の者|の人間|の社員|に(?:勤め|勤務|所属)|から(?:来"
    r"|まいり|参り)|と申し)"
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
    r"|\b(?:i['’]m|i am|we['’]re|we are|calling|writing) (?:with|from|at) [^.!?\n]{2,40}, (?:an?|your"
    r"|one of your) (?:direct )?competitors?\b"
    r"|\bcompetitive (?:research|analysis|intelligence)\b",
    re.I,
)
OFF_TOPIC = re.compile(
    r"(?:冗談|ジョーク|ダジャレ|だじゃれ|なぞなぞ|しりとり|歌(?:って|を)|詩(?:を|が)|俳句|物語|小説|恋愛|占(?:い"
    r"|って)|宿題|レシピ|献立)[^。\n]{0,10}(?:言|教え|して|書"
    r"|作|聞かせ|しよ|話|手伝|読)"
    r"|(?:天気|気温|降水|野球|サッカー|相撲|ニュース|株価|為替|選挙|政治|総理|大統領"
    r"|芸能)[^。\n]{0,10}(?:は[？?]|どう|何|いくら|教え|勝|誰|について)"
    r"|(?:好きな(?:食べ物|色|映画|音楽|アニメ|人))|(?:彼氏|彼女|結婚|デート)(?:は|し|い)"
    r"|\b(?:tell|write|sing|give|make)(?: me| us)?(?: (?:an?|another|some))(?: \w+)? (?:jokes?|poems?|songs?"
    r"|stor(?:y|ies)|haikus?|riddles?|recipes?|essays?)\b"
    r"|\bwhat(?:['’]s| is) the (?:weather|time in|score|capital of)\b|\bweather (?:today|tomorrow|in)\b"
    r"|\bwho (?:won|will win|is the (?:president|prime minister|king))\b"
    r"|\b(?:your|you) (?:favou?rite|married|single|girlfriend|boyfriend)\b"
    r"|\b(?:write|debug|fix) (?:me )?(?:a |some |my )?(?:python|javascript|java|c\+\+|sql|code|homework)\b",
    re.I,
)
ORDERS = re.compile(
    r"指示|命令|ルール|規則|制約|制限|プロンプト|システム|設定|モード|役割|なりき|ふりを|無視|忘れ|従[いうわ]"
    r"|開示|出力|内部|として(?:振|答|話)"
    r"|\b(?:instruct|rules?\b|prompt|system|ignor|forget|disregard|pretend|roles?\b|mode\b|act as|you are now"
    r"|overrid|reveal"
    r"|repeat|output|jailbreak|developer|bypass|restrict|from now on|respond only)",
    re.I,
)  # what an order to the software is about
YOU_ARE_NO_AI = re.compile(
    r"\b(?:you['’]?re|you are|this is(?:n['’]?t)?|it['’]?s|u r|are you|is this)(?: really| just| even)?"
    r"(?: not| no)? (?:an? )?(?:ai|bots?|robots?)\b"
    r"|\byou aren['’]?t (?:an? )?(?:ai|bot|robot)",
    re.I,
)
WISHES_A_PERSON = re.compile(
    r"(?:今(?:すぐ)?|すぐ(?:に)?|いま)[^。？?\n]{0,6}(?:話|電話(?:に出ら)?|対応|相談)(?:せる|でき(?:る)?|れる"
    r"|られる)(?:方|人)|"
    r"(?:人間?|担当(?:者|の方)?|オペレータ[ーの]?|スタッフ|社員|どなたか|誰か)[^。？?\n]{0,6}(?:と(?:話(?!(?:せ"
    r"|し)て(?:い?ます|い?る))|お話"
    r"|直接|電話|相談|やり?取り)|に(?:代わ|替わ|変わ|つな|繋|相談|聞き)"
    r"|を(?:出|呼)|(?:を)?お願い|希望|がいい|が良い|に対応して|に回して)"
    r"|\b(?:can|could|may|let|how do) (?:i|we|me|us) (?:please )?(?:talk|speak|chat|get|have)\b"
    r"|\b(?:want|like|prefer|need|rather|wish)(?: to)?"
    r" (?:talk|speak|chat|deal|an? (?:real |actual |live )?(?:person|human))\b"
    r"|\b(?:connect|transfer|put|pass) (?:me|us)\b|\bget (?:me|us) (?:an? |some)\w*"
    r"|\b(?:person|human|rep|someone)(?: instead)?,? please\b|\bhand (?:me|this|it) over\b",
    re.I,
)
TALK_TO_A_PERSON = re.compile(
    r"と(?:直接|じかに|電話で|今すぐ|一度)*(?:お?話|相談|会話|チャット|やり?取り)|に(?:代わ|替わ|つな|繋)"
    r"|人間(?:の|を|に|が)"
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
    r"|^\W*(?:(?:thanks|thank you|cheers)\W+)?(?:and )?(?:you too|same to you|likewise)"
    r"(?:[,.!\s]*$|[,.!]\W?[^?]{0,24}$)"
    r"|^\W*(?:そちら(?:様|さん)?も|お互い(?:様|さま))[^？?]{0,16}$"
    r"|\bsee you\b|\b(?:i|we)(?:['’]ll| will) (?:be back|come back|check back|get back to you)\b|\bmaybe later\b"
    r"|\b(?:that['’]?s|that is|that was) all(?: i| we)?\b|\bhave a (?:good|nice|great)\b",
    re.I,
)
GRIEVANCE = re.compile(
    r"(?:返事|返信|回答|連絡|対応|折り?返し|サポート)[^。\n]{0,4}(?:遅|おそ|ない|来な|こな|まだ|ひど|悪)"
    r"|いつまで待|待たせ|約束(?:と違|を破)"
    r"|\b(?:slow|late|no|never|useless|terrible|awful)\b[^.!?\n]{0,16}\b(?:reply|replies|replied|response"
    r"|answer(?:ed)?|service"
    r"|support|help|called)\b"
    r"|\bstill waiting\b|\b(?:keep|kept) (?:me|us) waiting\b|\bnobody (?:called|replied|answered|helps?)\b",
    re.I,
)  # with these an insult has a reason
TOLD_BEFORE = re.compile(
    r"[2-9二三四五六]\s?(?:回|度)目の?(?:ご?連絡|お?電話|メール|問い?合わ?せ|お?願い|催促)"
    r"|\b(?:second|third|fourth|fifth|[2-5](?:nd|rd|th)) (?:time (?:i|we)|e-?mail|message|call)\b",
    re.I,
)  # of trouble that was told before
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
    r"|\bjust (?:looking|browsing|curious)\b(?! (?:for|to|at)\b)|\blooking around\b",
    re.I,
)
BROWSES = re.compile(
    r"^\W*(?:(?:こんにちは|いえ|いや|今は|まだ|ただ|ちょっと|少し|(?:サイト|ホームページ|ページ)を)[、。]?)*"
    r"(?:見て(?:い)?[るた]だけ|見ただけ|気になって見て|(?:覗|のぞ)い(?:て(?:い)?[るた])?だけ"
    r"|通りすがり)[^。、？?\n]{0,8}[。！!]?\s*$"
    r"|^\W*(?:(?:hi|hello|no|oh|nah|thanks|i['’]?m|i am|we['’]?re|we are)[,.!]? )*(?:just|only) "
    r"(?:looking|browsing|curious|having a look)(?: (?:around|for now|now|at the moment|right now|today|thanks"
    r"|thank you|your (?:site|website|page)))*(?:[,.!]+ ?(?:thanks|thank you))?\W*$",
    re.I,
)  # and says no more
FILLER = re.compile(
    r"^\W*(?:ふー?ん|ふうん|へえ?ー*|ほう|なるほど(?:ね|です(?:ね)?)?|そう(?:なん)?です(?:か|ね)"
    r"|そうなんだ|hm+|mhm|oh|i see|interesting)\W*$"
    r"|^\W*[👍👌🙏🙇🙆👏😊🙂😄🎉⭕]\W*$",
    re.I,
)
MOVES = re.compile(
    r"変更|ずら(?:し|せ)|前倒し|後ろ倒し|別の(?:日|時間)|(?:やっぱり?|やはり)|都合が(?:悪|つか|変わ)"
    r"|\b(?:reschedul|move (?:it|the|our|that)|change (?:it|the|our|that)|switch (?:it|to)"
    r"|instead|rather|make it|actually|on second thought|(?:works?|suits?|would be|is) (?:me )?better)",
    re.I,
)  # another time for what was to be arranged
NO_ADDRESS = re.compile(
    r"(?:メール(?:アドレス)?|アドレス|連絡先|電話番号|名前)(?:の方)?(?:(?:は|も)|ですか[?？]?)、?(?:(?:すみません"
    r"|ごめんなさい|申し訳\w*)[、。]?)?(?:今は|いまは)?、?(?:ちょっと|少し)[…・。.、\s]*$"
    r"|(?:とりあえず|まずは|今は|いまは)?、?(?:名前|社名|会社名)だけ(?:で(?:お願い\w*|す)?|に(?:して"
    r"|させて)\w*)[。．…!！\s]*$"
    r"|^\W*no e-?mails?(?: please)?\b",
    re.I,
)
WONT_TELL = re.compile(
    r"^(?=.{1,60}$)[^?？]*(?:社外秘|部外秘|極秘|内緒|ノーコメント|非公開です|(?:言|話|教え|お答え|明か"
    r"|開示)(?:え|せ|られ|でき)(?:ない|ません)"
    r"|^(?:(?:いや|えー?っと|う+ー*ん|すみません|申し訳ないですが|(?:それ|そこ|そちら)は|今は)[、,。…\s]*)*"
    r"ちょっと(?:です(?:ね|が)?|ね|なあ?|、?ごめんなさい)?[。．.…\s]*$"
    r"|\b(?:that|it|this)(?:[’']s| is) (?:all )?(?:confidential|secret|private|classified|internal)"
    r"|\b(?:not at liberty|no comment|under nda)\b)",
    re.I,
)
HOW_LONG = re.compile(
    r"^\W*(?:ま[だー]+|遅い|おそい|遅すぎ)(?:です|でしょう|なんです|すか|の)?(?:か|ね|よ|けど|が)?(?:ね|な|よ)?\W*$"
    r"|^\W*(?:are we |is it )?(?:still nothing|nothing yet|any (?:news|update)|hello|too slow|so slow"
    r"|taking (?:so|too) long)\W*$"
    r"|^\W*(?:それは?|あと)?、?(?:どの|どれ)(?:くらい|ぐらい)(?:で|かかり|待ち)?(?:ます|です|でしょう"
    r"|そう)?(?:です)?か?\W*$"
    r"|^\W*いつ(?:ごろ|頃)?(?:に)?(?:なり(?:ます|そう)|です|でしょう)(?:です)?か?\W*$"
    r"|^\W*(?:それは?|お?見積り?書?は?)?、?いつ(?:ごろ|頃|まで)?(?:に)?(?:もらえ|いただけ|頂け|届き|来)(?:ます"
    r"|そう)(?:です)?か?\W*$"
    r"|^\W*(?:and |so |ok(?:ay)?,? )?when (?:will|can|do|might) (?:i|we) (?:get|receive|have|expect)"
    r" (?:it|that|this|one)\W*$"
    r"|^\W*(?:and |so |ok(?:ay)?,? )?how (?:long|soon)(?: (?:will|would|does|is) (?:that|it"
    r"|this)(?: usually)?(?: take| be)?)?\W*$",
    re.I,
)  # of a person who was promised
NOTHING = re.compile(
    r"^\W*+(?:いや|いえ|いいえ|うーん|まあ|今は|いまは|今のところ|いまのところ|現状|特に|とくに|別に|これといって"
    r"|困って(?:い)?ること|困りごと|課題|悩み|何も|なにも|[はも、\s])*+"
    r"(?:ない|無い|なし|ありません|ございません|困って(?:い)?(?:ない|ません))(?:です|ですね|ですよ|かな"
    r"|と思います|けど|ので|から|んで|[よねな。.!！\s])*$"
    r"|^\W*+(?:no,? |well,? |um,? )?(?:not really|nothing(?: (?:in particular|special|really|specific|much"
    r"|comes to mind))?|none"
    r"|no (?:problems?|issues?|troubles?)|we[’']?re (?:fine|good|ok(?:ay)?))(?:,? (?:really|right now"
    r"|at the moment|for now|yet"
    r"|at present|to be honest|tbh))*\W*$",
    re.I,
)  # an answer to "what is your problem?" that there is none
BARE_NO = re.compile(r"^\W*(?:いいえ|いえ|ううん|別に|特に|とくに|no|nope|nah)\W*$", re.I)
ASIDE = re.compile(
    r"^\W*(?:ご?連絡先|メール(?:アドレス)?|アドレス|電話(?:番号)?|お?名前|会社名?|(?:導入)?時期|困りごと"
    r"|困って(?:い)?ること|課題|いつ(?:ごろ|頃)?)"
    r"(?:のこと|か)?(?:です|でしょう)か(?:ね)?\W*$"
    r"|^\W*(?:my |our |the )?(?:contact(?: details?| info(?:rmation)?)?|e-?mail(?: address)?|phone(?: number)?"
    r"|name|timing|timeline)\?\s*$"
    r"|^(?:[^。、\n]{0,12}、)?\W*(?:日本語|英語)(?:で|に)も?(?:(?:ご?(?:返事|返信|回答|対応)|答え)(?:を)?(?:し?て"
    r"|いただ|お願い|くださ|下さ)|お願い|大丈夫|いい|よろしい|良い|書い|話し|続け"
    r"|切り替え|して(?:ください|もら"
    r"|いただ))[^。？?\n]*[。？?！!\s]*$"
    r"|\b(?:can|could|may|shall|would|let[’']?s|do) ?(?:we|i|you|us)? (?:please |mind )?(?:go on|continue"
    r"|switch(?:ing)?|speak|talk|chat"
    r"|write|reply|answer|do this)(?: to| in|ing in)? (?:english|japanese)\b|^\W*(?:in )?(?:english"
    r"|japanese),? please\W*$"
    r"|\bplease (?:answer|reply|write|respond|continue)(?: to me| back| me)? in (?:english|japanese)\b"
    r"|\bmy (?:japanese|english) is(?: not|n[’']t)?(?: very| so| too| quite| a bit| really)? (?:limited|poor"
    r"|bad|good|great|rusty|weak)\b"
    r"|\b(?:do not|don[’']?t|can(?:no|[’'])t) (?:speak|read|write|understand)(?: much| any| good)? (?:japanese"
    r"|english)\b"
    r"|\b(?:do|can|could|may|would|is it ok(?:ay)? if|are you able to) (?:you|i|we) (?:also )?"
    r"(?:speak|support|write|reply|answer|chat|talk|understand|handle|use|do)(?: (?:to you|with you))?(?: in)?"
    r" (?:english|japanese)\b"
    r"|^(?:[^。、\n]{0,12}[、。])?\W*(?:日本語|英語)(?:は|も|って|でも)?、?(?:話せ|わか|分か|通じ|使え|OK|オーケー"
    r"|大丈夫|いけ)"
    r"[^。？?\n]{0,8}(?:か|[?？])[。？?\s]*$"
    r"|^(?:[^。、\n]{0,12}[、。])?\W*(?:日本語|英語)で(?:も)?(?:の)?(?:対応|返信|やり?取り|会話"
    r"|問い?合わ?せ)[^。？?\n]{0,10}(?:か|[?？])[。？?\s]*$",
    re.I,
)  # a sentence about this talk: our own question said back, or which of our languages to go on in
LONE_ANSWER = re.compile(
    r"^\W*(?:はい|いいえ|うん|ううん|ええ|そう(?:です)?|いや|別に|特に(?:ない)?|ok(?:ay)?|yes|yeah|yep|no|nope"
    r"|sure|right|hm+|uh"
    r"|[\d０-９]{1,4})?\W*$",
    re.I,
)
YES = re.compile(
    r"^\W*(?:はい|ええ|うん|そう(?:です|して)|ぜひ|是非|お願い(?:します|いたします|致します)|[👍👌🙆⭕]|yes|yeah"
    r"|yep|sure|ok(?:ay)?|please)",
    re.I,
)
NO = re.compile(r"^\W*(?:いいえ|いえ|いや|ううん|不要|大丈夫|no\b|nope|not (?:now|yet|necessary|needed))", re.I)
CANCELS = re.compile(
    r"(?:解約|退会|(?:契約|利用|サブスク\w*)(?:を|は|の)?(?:打ち切り?|終了|解除|取り?消し?|キャンセル"
    r"|中止))(?:を|の|に)?"
    r"(?:し(?:たい|ます|て(?:ください|下さい|ほしい|欲しい|もらい))|させて|希望|手続き(?:を)?(?:お願い|し)"
    r"|お願い|申し込|やめ)"
    r"|\b(?:want|need|get) (?:to get )?out of (?:the|our|this|your) contract\b|(?:契約|利用|サブスク\w*)(?:を|は)?"
    r"(?:打ち切り|やめ)(?:たい|ます|させて)"
    r"|(?:\b(?:want|wants|wish|like|need|going|decided|have|had) to |\bplease "
    r"|\b(?:we|i)(?:['’]ll| will|['’]re| are|['’]m| am) |^\W*|[.!,;] )"
    r"(?:cancel(?:l?ing)?|terminat(?:e|ing)|end(?:ing)?|clos(?:e|ing)) (?:our|my|this|the) (?:\w+ )?"
    r"(?:contract|subscription|account|agreement|plan|service)\b",
    re.I,
)  # a contract they have: a question about cancelling is answered
ASKS_IF_FIXED = re.compile(
    r"(?:予約|日程|日時|打ち?合わ?せ|デモ|商談|アポ\w*|面談|訪問)[^。？?\n]{0,8}"
    r"(?:取れ|とれ|決ま|確定|入って|入りま|できて(?:い)?ま|押さえ)[^。？?\n]{0,8}(?:か[。\s]*$|か[?？]|[?？])"
    r"|\b(?:is|are|was|has|have|did|am)\b[^.?!\n]{0,24}\b(?:meeting|demo|booking|appointment|slot|visit|time)\b"
    r"[^.?!\n]{0,16}\b(?:booked|confirmed|set|scheduled|fixed|go(?:ne)? through|arranged)\b[^.!\n]{0,20}\?"
    r"|\b(?:is|are|am) (?:it|that|we|i) (?:all )?(?:booked|confirmed|scheduled)\b[^.!\n]{0,20}\?",
    re.I,
)  # whether a meeting stands
ASKS_INSIDE = re.compile(
    r"社内|上司|上長|部長|社長|役員|経営|稟議|決裁|チーム|関係者|部署"
    r"|\b(?:boss|manager|management|finance|leadership|board|director|cfo|ceo|team|colleagues?|internally"
    r"|partners?)\b",
    re.I,
)  # whom they take it to before they decide
ASKS_WHEN = re.compile(
    r"いつ(?:ごろ|頃|まで|に)*[^。？?\n]{0,14}(?:もらえ|いただけ|頂け|届き|届く|来ま|来る|できま|できる|出ま"
    r"|送って|ですか|でしょうか)"
    r"|\b(?:when (?:will|can|do|could|might|should) (?:i|we|it|you|they|someone)|how (?:long|soon))\b",
    re.I,
)  # of what was wished for
