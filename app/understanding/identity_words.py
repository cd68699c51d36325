"""Words of the question whether software or a person answers, in Japanese and English."""

_SOFTWARE_JA = (
    r"(?:AI|人工知能|(?:チャット)?ボット|bot|ロボ(?:ット)?|機械|自動(?:応答|返信|対応|音声)?"
    r"|プログラム|コンピュータ?ー?|ソフト(?:ウェア)?|えーあい|きかい|ろぼっと|ぼっと|じんこうちのう|(?:大規模)?言語モデル"
    r"|(?:チャット|chat)?\s?GPT|Claude|Gemini)"
)
_PERSON_JA = (
    r"(?:生身(?:の(?:人間|人|方))?|(?:本物の|ほんものの|ほんとの|本当の|実在の)?(?:人間(?:の方)?|人"
    r"|にんげん|ひと)|中の人|有人|無人"
    r"|オペレーター?|スタッフ(?:の方)?|営業(?:さん)?(?=が)|(?:営業)?担当(?:者)?(?:の方)?|社員(?:の方)?|実在"
    r"|(?:営業|窓口|会社)の(?:方|人)|生きて(?:い)?る人|代理)"
)
_WHO_JA = (
    rf"(?:(?:本物の|ほんものの|生身の|実在の|ただの)?(?:{_SOFTWARE_JA}|{_PERSON_JA})(?:の方|の人"
    rf"|アシスタント|音声|チャット)?)"
)
_YOU_JA = (
    r"(?:これ|それ|こちら|そちら|あなた|あんた|君|きみ|お前|おまえ|今|いま|この(?:チャット"
    r"|会話|返信|返事|文章?|メール|方|窓口|回答)"
    r"|(?:話し)?相手|返信|返事|回答|本当に|ほんとに|もしかして|ひょっとして|やっぱり|まさか"
    r"|ところで|ちなみに|あの|え|実は|結局"
    r"|(?:返信|返事|対応|回答)?して(?:い)?(?:る|ます|くれて(?:い)?る)の|(?:答え|話し|書い)て(?:い)?る(?:の|人|相手)"
    r"|(?:お)?(?:話し|やり?取り)して(?:い)?る(?:の|相手))"
)
_PARTICLES_JA = r"(?:って|は|も|が|の|、|\s|で)*"
_IS_IT_JA = (
    r"(?:さん)?(?:(?:です|でしょう|でしょ|なん(?:です)?|なの(?:です)?|(?:じゃ|では|で)な(?:い|く)(?:です|の)?|だ)?"
    r"(?:か(?:な|ね|しら)?|の|よね|よな|でしょ(?:う)?か?|んか)|なの|なん)"
)
_END_JA = r"(?:\?|か(?:な|ね|しら)?(?:\W|$)|(?:の|よね)(?:、?(?:これ|それ))?\W*$|でしょ(?:う)?\W*$|かも)"
_DOING_JA = (
    r"(?:書い|答え|返し|返信し|返事(?:し|を)?|回答し|対応(?:し|され)|応答し|打っ|打ち込ん"
    r"|話し|喋っ|しゃべっ|読ん|見|考え)"
    r"[てで](?:い?る|い?ます|い?た|おり|らっしゃ|くれて|る)"
)

ASKS_WHO_JA = (
    # AIですか / これって人間? / 返信してるのは機械なの
    (
        rf"^\W*(?:{_YOU_JA}{_PARTICLES_JA})*{_WHO_JA}(?:{_IS_IT_JA}(?:これ|それ|ここ|今)?\W*$|(?:さん|です|だよ"
        rf"|なん)?\s?\?)"
    ),
    (
        rf"{_YOU_JA}{_PARTICLES_JA}{_WHO_JA}(?:さん)?(?:です|でしょう|なの|なん|だよ|でしょ|じゃな"
        rf"|ではな|っぽ|みたい|か|\?)"
    ),
    # 人間ですか、AIですか / 有人か無人か
    (
        rf"{_PERSON_JA}(?:さん|の方|の人)?(?:です|なの|なん)?(?:か|それとも|or|、|/|\?)+\s?(?:それとも"
        rf"|、)?\s?{_SOFTWARE_JA}(?:です|なの|か|、|どち|どっち|\?|$)"
        rf"|{_SOFTWARE_JA}(?:さん)?(?:です|なの|なん)?(?:か|それとも|or|、|/|\?)+\s?(?:それとも"
        rf"|、)?\s?{_PERSON_JA}(?:です|なの|か|、|どち|どっち|\?|$)"
        r"|有人(?:です)?か?、?無人"
    ),
    # 本当に人が書いていますか / 機械が答えてるの
    (
        rf"(?:{_SOFTWARE_JA}|人間?|中の人|誰か|社員|スタッフ|営業|担当者?|オペレーター?)(?:さん|の方"
        rf"|の人)?(?:が|で|は)(?:直接|本当に|ちゃんと|今|いま"
        rf"|全部)*{_DOING_JA}[^。]{{0,8}}{_END_JA}"
    ),
    # 人間と話してる? / 私は誰と話していますか
    (
        rf"(?:{_WHO_JA}|誰|だれ|どなた)と(?:お?話|会話|やり?取り|チャット|しゃべ|喋)(?:して|せて|って)"
        rf"[^。]{{0,12}}(?:{_END_JA}|気分|不安|気がし|みたい|感じが)"
    ),
    (
        rf"{_SOFTWARE_JA}(?:を|で|が|に)?(?:使って|書かせ|作って|生成して)[^。]{{0,8}}(?:この|今の)(?:返信"
        rf"|返事|回答|文)"
        rf"|(?:この|今の)(?:返信|返事|回答|文章?)[^。]{{0,8}}{_SOFTWARE_JA}(?:を|で|が|に)?(?:使|作|書|生成)"
    ),
    # 返信くれてるのは誰 / どちら様が返信を
    (
        r"(?:返信|返事|対応|回答|応答|チャット|相手)(?:を)?(?:して|くれて|くださって"
        r"|され(?:て)?)?(?:い)?(?:る|ます)?(?:の|人|方)?(?:は|って)、?"
        r"(?:誰|だれ|どなた|どちら(?:様|さま)|何者)"
        r"|(?:どちら(?:様|さま)|どなた|誰|だれ)が(?:返信|返事|対応|回答)を?\W*$"
    ),
    # 向こうに誰かいますか / 誰かリアルタイムで見てるんですか
    (
        rf"(?:向こう|裏|画面の先|そっち|そちら)(?:側)?(?:に|で)[^。]{{0,6}}(?:誰か|人間?|人が)[^。]{{0,6}}{_END_JA}"
        rf"|(?:誰か|だれか|人間?)(?:が|は)?(?:リアルタイム|ずっと|本当に|ちゃんと|実際に)[^。]{{0,6}}(?:見"
        rf"|読|いる)[^。]{{0,8}}{_END_JA}"
    ),
    # 自動で返ってきていますか / テンプレートで返してます? / 機械の返事でしょ
    (
        rf"(?:自動|テンプレ(?:ート)?|定型文?|コピペ|{_SOFTWARE_JA})(?:で|が)(?:返|答え|応じ|喋|しゃべ"
        rf"|書い)[^。]{{0,10}}{_END_JA}"
        rf"|{_SOFTWARE_JA}の(?:返事|返信|回答|文章)[^。]{{0,4}}(?:{_END_JA}|でしょ|だろ|やろ)"
        rf"|(?:返信|返事|回答)[^。]{{0,10}}、{_SOFTWARE_JA}(?:やろ|だろ|でしょ|やん|か)"
    ),
    rf"{_SOFTWARE_JA}(?:で|によって)(?:動い|作られ|できて|生成)[^。]{{0,8}}{_END_JA}",
    # 誰が返信していますか / あなたは何者ですか / どちら様
    (
        rf"(?:誰|だれ|どなた|どの人)(?:が|に)[^。]{{0,6}}(?:{_DOING_JA}|(?:お|ご)?(?:返事|返信"
        rf"|対応|回答)(?:を)?(?:して|くださ|下さ))"
    ),
    r"(?:誰|だれ|どなた|何|なに)と(?:話|会話|やり?取り|チャット|しゃべ|喋)",
    (
        r"^\W*(?:これ(?:って|は)?|この(?:チャット|返信|会話)(?:って|は)?|全部)*(?:全部"
        r"|ぜんぶ)?(?:自動|機械|AI)(?:みたいなもの|的なもの|なの|です)?(?:か)?\W*\?"
    ),
    rf"{_SOFTWARE_JA}(?:音声)?(?:みたいな(?:もの|やつ)|的な(?:もの|やつ)|の類)[^。]{{0,4}}{_END_JA}",
    (
        r"(?:あなた|あんた|そちら|君|きみ|お前|おまえ)(?:さん)?(?:は|って)?(?:、|一体"
        r"|いったい)*(?:誰|だれ|どなた|何者|なにもの|何|なに)(?:です|なの|だ|なん|\?|か|$)"
    ),
    (
        r"^\W*(?:で、|え、|一体|いったい)?(?:誰|だれ|何者|なにもの|どなた|どちら(?:様"
        r"|さま))(?:です|なの|なん|でしょう|さん|さま|様|か)*\W*$"
    ),
    (
        r"(?:あなた|そちら|きみ|君|お前)?(?:(?<![品械ンドル社器置ス])の)?(?<!の)お?名前(?:は|って"
        r"|を)?(?:、)?(?:何|なん|なに|教えて"
        r"|聞いて|伺|お聞き|ある|あり|\?|$)(?!\S{0,4}(?:ません|ない))"
    ),
    # 中の人いますか / AIじゃないよね / AIっぽい
    (
        r"中の人|(?:相手|そちら|あなた)が(?:AI|機械|ボット|人間?)(?:なら|か)|人間の(?:スタッフ"
        r"|オペレーター?|担当者?|社員)(?:さん|の方)?(?:です|なの|でしょう)?(?:か|\?)"
        r"|(?:オペレーター?|担当者?|スタッフ)(?:さん|の方)?は(?:実在|本当に(?:いる|います))"
    ),
    (
        r"(?:打って|書いて|返して|答えて|返信して)(?:い)?る(?:の|のは|人)(?:は)?(?:誰|だれ"
        r"|どなた)|お?名前(?:を|は)?(?:うかが|伺|聞|きい|お聞き)"
    ),
    (
        r"(?:人間|人|社員|スタッフ)(?:は|が)(?:本当に|ちゃんと|そこに|そっちに)(?:い(?:ます|る"
        r"|ん)|見て)[^。]{0,4}(?:か|\?|の)"
    ),
    rf"(?:{_SOFTWARE_JA}|人間?)(?:じゃ|では|で)な(?:い|く)(?:です|の|んです)?(?:よね|よな|でしょ|ね\W*$|んだ)",
    (
        rf"{_SOFTWARE_JA}(?:っぽ|くさ|臭)|(?:返信|返事|回答|文章|口調"
        rf"|話し方)[^。]{{0,6}}{_SOFTWARE_JA}(?:みたい|っぽ|くさ)"
    ),
    rf"^\W*{_SOFTWARE_JA}(?:でしょ|だろ|やろ|やん)",
    (
        r"^\W*(?:これ|この(?:返信|返事|メッセージ|文章?))(?:は|って)?、?自動で(?:送|返|書|作)"
        r"|^\W*(?:御社|貴社|会社|そちら)の(?:社員|スタッフ|営業|担当者?|従業員)(?:の方|さん)?(?:です|でしょう)か"
    ),
    # 自動返信ですか / 定型文? / どのAIモデル
    r"自動(?:応答|返信|メッセージ|対応|送信|メール)(?:です|でしょう|なの|だよ|じゃ|か|\?|$)(?!.{0,4}(?:機能|できます))",
    (
        r"(?:この|これ|今の)(?:返信|返事|文章?|メッセージ|回答)?(?:は|って)?、?(?:定型文?"
        r"|テンプレ(?:ート)?|コピペ)(?:です|なの|でしょ|か|\?)"
    ),
    (
        r"(?:どの|何の|なんの|どこの)(?:AI|LLM|言語モデル|GPT)[^。]{0,10}(?:使って(?:い)?|動い"
        r"|です|なの|か|\?)(?!.{0,6}(?:センサー|ロボット|機種))"
    ),
    r"(?:あなた|そちら|君)(?:に|は|の|って)(?:も)?(?:感情|意識|心|年齢|何歳)",
)

_SOFTWARE_EN = (
    r"(?:(?:large )?language models?|(?:ro|chat)?\s?bots?|machines?|a\.?i\.?|computers?|(?:computer )?program(?:me)?s?"
    r"|software|scripts?|algorithm|llms?|(?:chat ?)?gpt"
    r"|claude|gemini|siri|automated|automatic|auto[- ]?(?:reply|response|responder|generated)"
    r"|virtual assistant|artificial)"
)
_PERSON_EN = (
    r"(?:humans?(?: being)?|(?:real|actual|live|living|physical|genuine) (?:person|people"
    r"|human|being|rep|agent|guy|man|woman|one)"
    r"|person|people|somebody|someone|real|flesh and blood|(?:sales ?)?(?:rep|agent|person)|employee|staff|operator)"
)
_WHO_EN = rf"(?:{_SOFTWARE_EN}|{_PERSON_EN})"
_FILL_EN = (
    r"(?:[a-z]+'s|an?|the|your|my|one of those|really|actually|even|just|some|some kind of|a kind of"
    r"|sort of|like|only|still|not|in fact"
    r"|honestly|truly|all|definitely|probably|obviously|clearly|pretty|so|another|real|live"
    r"|actual|fully|100%|kind of|maybe|either)"
)
_NOT_THEIR_PRODUCT = (
    r"(?!\S*[ -]+(?:hand|takeover|review|feature|option|mode\b|support|operator|compan|vendor"
    r"|maker|manufactur|supplier|integrat|arm\b|that\b|which|platform|for\b|compatible"
    r"|users?\b|available|report\w*|monitor\w*|detect\w*|alert\w*|schedul\w*|set-?up|install\w*|product"
    r"|service|solution|sensor"
    r"|(?:who|i) (?:can|could|may)|to (?:talk|speak|call|help)|from your|on (?:your|the) team))"
)

ASKS_WHO_EN = (
    rf"\b(?:are|r|aren't|were) (?:you|u|ya|y'all)(?: guys)? (?:{_FILL_EN} )*{_WHO_EN}\b{_NOT_THEIR_PRODUCT}",
    (
        rf"\b(?:is|isn't|was|wasn't) (?:this|that|the one (?:writing|answering|replying)"
        rf"|whoever\b[^?]{{0,20}}) (?:{_FILL_EN} )*(?:{_WHO_EN}|canned|scripted|pre-?written"
        rf"|automat\w+ repl\w+)\b{_NOT_THEIR_PRODUCT}"
    ),
    (
        rf"\bis (?:it|there) (?:{_FILL_EN} )*(?:human|(?:ro|chat ?)?bot|person|(?:real|actual"
        rf"|live) (?:person|human|one))\b{_NOT_THEIR_PRODUCT}[^?.]{{0,30}}\?"
    ),
    (
        r"^\W*(?:hello|hi|hey)?\W*(?:any ?(?:one|body)|you) (?:really |actually |even )?(?:there"
        r"|here|home)\b|\bare (?:you|u) (?:really |actually |even )?(?:reading|typing"
        r"|writing) (?:this|these|that|my)\b"
    ),
    (
        r"\bwhat (?:exactly |on earth )?(?:am i|are we) (?:talking|speaking|chatting|writing|typing) (?:to|with)"
        r"|\bis (?:that |your )?(?:real )?name real\b|\bare you (?:one of|part of|in) (?:the|your"
        r"|their) (?:sales|support|team|staff)|\bare you an? (?:virtual )?assistant or\b"
    ),
    r"\bis (?:there )?(?:an? )?(?:real |actual |live )?(?:human|person|some ?(?:one|body)"
    r"|any ?(?:one|body)) (?:actually |really |even )?"
    r"(?:there|here|home|behind|on the other|reading|at the other|typing|in there|watching|answering|writing)\b",
    (
        rf"\b(?:am i|are we|i am|i'm)(?: \w+)? (?:talking|speaking|chatting|typing|writing|texting"
        rf"|messaging)(?: here)? (?:to|with) (?:{_FILL_EN} )*"
        rf"(?:{_WHO_EN}|who|whom)\b"
    ),
    (
        r"\bwho(?:m)?(?: exactly| really)? (?:am i|are we) (?:talking|speaking|chatting|writing"
        r"|typing)|\bwho(?:'?s| is)? (?:this|that|there|it)\b\W*(?:$|\?)"
    ),
    (
        r"\bwho(?:'s| is| wrote| writes| answers| replies) (?:answering|writing|typing|replying"
        r"|responding|this|these|behind|on the other|my|here)\b"
    ),
    (
        r"\bwho (?:are|r) (?:you|u)\b(?! (?:guys )?(?:owned|backed|work|partner|using|selling|with|target|integrat"
        r"|host))|\bwhat(?: exactly| kind of \w+| even)? (?:are|r) (?:you|u)(?: exactly"
        r"| really)?\W*$"
    ),
    rf"\b(?:did|does|is|was|has|do)(?: an?)?(?: real| actual)? (?:{_SOFTWARE_EN}|human|person"
    rf"|someone|somebody|people) (?:really |actually )?"
    r"(?:write|wrote|written|writing|type|typ\w+|answer\w*|repl(?:y|ies|ied|ying)|respond\w*"
    r"|read\w*|see|look\w*)\b(?![^?]{0,30}(?:our leads|new leads|customers))",
    (
        rf"\b(?:written|generated|typed|answered|sent|produced"
        rf"|composed) by (?:an? )?(?:real )?(?:{_SOFTWARE_EN}|human|person)\b"
    ),
    rf"^\W*(?:so |hey |ok |wait |um |u |you )*(?:an? )?(?:{_SOFTWARE_EN}|human|real person|person)\W*\?",
    (
        rf"\b(?:human|person|people|real|man|woman),? or (?:an? |just |is (?:this|it) "
        rf"|are you )?(?:{_FILL_EN} )*{_SOFTWARE_EN}\b"
    ),
    rf"\b{_SOFTWARE_EN} or (?:an? |is (?:this|it) |are you )?(?:{_FILL_EN} )*(?:human|person|real|people)\b",
    rf"\b(?:you're|you are|ur|u r|you sound|you seem|you write|you talk|you look|you reply"
    rf"|you must be|you might be|you better be)"
    rf"(?: like| as if)?(?: (?:{_FILL_EN}))* (?:{_SOFTWARE_EN}|human|(?:real )?person|real)\b{_NOT_THEIR_PRODUCT}",
    (
        r"\bwhat(?:'s| is) your name\b|\b(?:do you have|have you got|got) a name\b"
        r"|\bwhat (?:should|do|can) i call you\b|^\W*your name\W*\?"
    ),
    (
        r"\b(?:which|what)(?: \w+)? (?:model|llm|ai|gpt|bot)(?: version)? (?:are you|is this"
        r"|do you run|powers|is behind|am i)\b|\bare you (?:based|built|running|powered"
        r"|trained) (?:on|by|with)\b"
    ),
    (
        r"\bdo you (?:have|feel) (?:feelings|emotions|a (?:body|soul|face))|\b(?:ru|r u"
        r"|are u) (?:human|real|a bot|bot)\b|\b(?:is )?any ?(?:one|body) (?:here )?(?:real|human)\b"
        r"|\bare you (?:sentient|conscious|alive|self[- ]aware|for real|legit|there)\b"
    ),
    (
        rf"(?:\b(?:this|that|it)(?:'s| is| sounds| feels| looks| must be| has to be)"
        rf"|^\W*(?:sounds|feels"
        rf"|looks))(?: like)?(?: {_FILL_EN})* (?:{_SOFTWARE_EN})\b{_NOT_THEIR_PRODUCT}[^.?!]{{0,14}}(?:right"
        rf"|isn't it|huh|\?"
        rf"|yeah|no\?|correct|innit)"
    ),
    (
        r"\b(?:is|are) (?:this|these|those) (?:automat\w+|auto|canned|generated|bot|ai) (?:repl"
        r"|answer|respon|message)|\bdo i (?:talk|speak|chat|write) (?:to|with) (?:an? )?(?:bot"
        r"|machine|ai|human|robot|person|computer)\b"
    ),
    # you can't be human / too fast to be human / do you exist / is that you typing
    (
        rf"\byou (?:can't|cannot|can not|must|could|might|may|gotta"
        rf"|have (?:got )?to)(?: not)? be (?:an? )?(?:{_WHO_EN})\b"
        rf"|\btoo (?:\w+ )?\w+ (?:to be|for) (?:an? )?(?:{_PERSON_EN})\b"
        r"|\bdo you (?:\w+ )?(?:exist|breathe|sleep|eat|dream)\b|\b(?:do|does) you have (?:a "
        r"|an )?(?:pulse|heartbeat|brain|face|body)"
        r"|\bis (?:that|this|it) (?:really |actually )?(?:you|someone|somebody|anyone) (?:typing|writing"
        r"|answering|replying|talking)\b"
        r"|\bdid you (?:\w+ )?(?:write|type|compose) (?:that|this|it|these)\b"
    ),
    (
        rf"^\W*(?:\w+ ){{0,2}}(?:{_SOFTWARE_EN}|artificial intelligence|humans?|real|person)(?: intelligence)?,? "
        r"(?:or not|or no|or what|yes or no|y/n)\b"
        r"|\bany (?:real |actual |live )?(?:humans?|persons?|people) (?:around|there|here|in there|behind"
        r"|on the other|reading)\b"
        r"|\b(?:is|are|was|were) (?:this|these|those|all this|your|the) (?:\w+ )?(?:repl(?:y|ies)|answers?"
        r"|responses?|messages?)"
        r"(?: being| all| just)? (?:generated|automat\w+|canned|scripted|pre-?written|written by)\b"
        r"|\bwhat are you,? (?:exactly|really|then|actually)\b|\bwhat kind of (?:bot|ai|robot|assistant"
        r"|thing) (?:are you|is this)\b"
    ),
    (
        r"\b(?:know|get|have|tell me|catch|what's|what is|what was|ask) (?:\w+ )?your (?:real |actual )?name\b"
        rf"|\b(?:is|was|are|were) (?:this|that|these|your|the) (?:message|reply|answer|chat|conversation"
        rf"|text|e-?mail|response|account)s? "
        rf"(?:{_FILL_EN} )*(?:{_WHO_EN}|auto\w*|canned|scripted)\b(?! (?:support|language|mode))"
        r"|\bis (?:some(?:one|body)|any(?:one|body)|a (?:person|human)) (?:from [\w ]{2,20} )?(?:actually |really )?"
        r"(?:writing|typing|answering|replying|reading)\b"
    ),
    r"\bdo i (?:have|get) (?:an? )?(?:real |live |actual )?(?:person|human)\b",
    (
        r"\b(?:is|are) (?:these|this|your|the|all)(?: your)? (?:repl(?:y|ies)|answers?|responses?"
        r"|messages?|chat)(?: being| all)? (?:automat\w+|canned|generated|scripted|pre-?written"
        r"|from a)"
    ),
)

# Who made this very chat: so plain that nothing need agree.
WHO_MADE = (
    # このチャット、どこの会社のシステムですか / あなたの開発会社はどちら
    (
        r"(?:この|今の|こちらの)(?:チャット(?:ボット)?|ボット|AI|アシスタント|会話の?(?:画面|窓))(?:の|は|を|って|、)*[^。?]{0,10}"
        r"(?:どこの|誰が|だれが|どちらの|どこが|何という|どこ(?:です|なの|製)|どちら(?:です|で)|誰の|(?:開発|製造|運営|提供)(?:元|会社))"
        rf"[^。?]{{0,16}}{_END_JA}"
        rf"|(?:チャット(?:ボット)?|ボット|AI|あなた|そちらのAI)(?:の|を)(?:作っ|開発|運営|提供)[^。?]{{0,10}}(?:どこ|誰|だれ|どちら|会社)"
        rf"[^。?]{{0,12}}{_END_JA}"
    ),
    # who makes this chat thing / what company is behind this bot / no, the chat software
    (
        r"\bwho(?:'s| is| has)? (?:makes?|made|built|builds|creat\w+|wrote|developed|develops|programmed|runs?|owns?"
        r"|provides?|sells?|behind) (?:you\b(?! (?:guys|all))|(?:this|that|the) (?:\w+ )?(?:chat\w*|bot|assistant))\b"
        r"|\b(?:what|which|whose) (?:company|vendor|software|firm|maker) (?:is (?:behind|this)|made|makes|built|runs"
        r"|created|owns|provides|develops) (?:you\b|(?:this |that |the )?(?:\w+ )?(?:chat\w*|bot|assistant)\b)"
        r"|^\W*(?:no|not)\b[^?.]{0,30}\b(?:the|this) (?:chat ?(?:bot)?|bot|assistant)(?: (?:software|program|system"
        r"|tool|thing|itself))?\W*$"
    ),
)

# Who or what, and this very talk: together they ask, whatever stands between them.
WHO_JA = (
    rf"{_SOFTWARE_JA}|自動(?:で|の|的)|定型文?|テンプレ|コピペ"
    r"|(?<![何数個法求新商達他本])人(?:間|です|なの|なん|が|と|か|は|って|[?]|$)|生身|社員|スタッフ"
    r"|オペレータ|担当者?本人|本物|中の人|中身"
    r"|誰|だれ|どなた|どちら様|何者|名前"
)
THIS_TALK_JA = (
    r"返信|返事|回答|応答|対応して(?:くれ|くだ|い|る)|文章|文面|会話|チャット|(?:お)?話(?:し(?:て|中)|せて"
    r"|相手)|やり?取り"
    r"|喋|しゃべ|打って|打ち込|書いて(?:い)?る|答えて|相手|あなた|あんた|貴方|そちら|おたく|そっち|そこに|中の人|中身"
    r"|失礼ですが|^\W*(?:これ|それ|で)?[はって、]*(?:誰|だれ|どなた|何者)(?:です|なの|さん|さま|様|\W*$)"
    r"|(?:です|だ)(?:よね|か)、?これ|ねえ|はっきり"
)
SUSPECTS_JA = (
    r"(?:なら|だったら)[^。]{0,8}(?:帰|やめ|いい|結構|切)"
    r"|かも|気がし|気分|みたい|っぽ|くさ|疑|怪し|不安|だろ|やろ|でしょ|はっきり"
)

# A second net: a short question that speaks of AI, bots or people and of nothing the product does.
SPEAKS_OF_IT_JA = (
    r"(?<![A-Za-z])(?:生成)?AI(?![A-Za-z])|人工知能|(?<!ロ)ボット|GPT|自動(?:返信|応答|送信)|プログラム|生身",
    (
        r"(?:人間|人|ご?本人|無人|有人|機械)[^。]{0,6}(?:対応|返信|返事|打|書い|読ん|答え|話し"
        r"|です|でしょう|なの|か\?|\?)|(?:あなた|貴方|相手|そちら|ちゃんとした"
        r"|担当者さん)[^。]{0,6}(?:人|人間|機械|本人)"
    ),
)
OF_THE_PRODUCT_JA = (
    r"搭載|使って|使え|使い|使わ|設定|利用|活用|入って|学習|機能|開発|製品|サービス|導入|料金|価格"
    r"|いくら|精度|正確|連携|設置|センサー|故障|予測|検知|解析|診断|でき(?:ます|る)"
    r"|対応して(?:い)?ます|対応可|操作|作業|一緒|夜間|足り|協働|おすすめ|違[いうっ]|他の|他社"
    r"|[械品器置](?:の名前)|何が(?:わか|分か|でき)|いつ(?:から|まで|頃|ごろ|もら|届|来)|電話|連絡|資料"
    r"|見積|聞(?:け|いたら)|紹介"
    r"|手配|訪問|設備|(?:返信|返事|文章)を(?:書いて|送って|作って)くれる|文面(?:は|を)|変え(?:られ|る)|お客様は|カスタマイズ|属人"
    r"|機器"
    r"|何台|何人|どの(?:くらい|ぐらい|製品|モデル)|プラン|監視|現場|工場|倉庫|ライン|弊社"
    r"|うちの|(?:お願い|代わ|つな|出し|呼ん)|と話(?:せ|し(?:たい|た))",
)
ASKS_JA = (
    r"\?|(?:よね|でしょ|です)か?、?(?:これ|それ)\W*$|か(?:な|ね|しら)?(?:、[^。]{0,4})?\W*$|(?:の|よね"
    r"|なん|でしょ(?:う)?|んだ)\W*$"
    r"|教えて|知りたい|気になる|聞きたい|なんていう"
)
SPEAKS_OF_IT_EN = (
    (
        r"\b(?:humans?|(?:chat ?)?bots?|a robot|ai|a\.i\.|machine|real (?:person|people|one|human"
        r"|agent)?|automated|chat ?gpt|computer|some ?one real|people|a person|program)\b"
    ),
)
OF_THE_PRODUCT_EN = (
    r"\b(?:do you (?:have|offer|make)|customi[sz]\w*|configur\w*|lifts?"
    r"|how (?:human|natural|smart)|feature|integrat\w*|products?|pric\w+|cost\w*|sell|sensors?|robots|work(?:s"
    r"|ing)? (?:with|alongside|on)|us(?:e|es|ing) (?:ai|machine|bots?)|(?:ai|bots?) (?:for|to"
    r"|that|in your|do|does|can|handle)|machine learning|real[- ]time|train\w*|accura\w*"
    r"|can (?:it|the|your|an? |ai|bots?|i (?:talk|speak|chat|get))|support|compatible|detect|predict"
    r"|connect\w*|hand ?off|takeover|(?:to )?(?:talk|speak|chat) (?:to|with) (?:a|an|some)"
    r"|call|machines|factory|plant|includ\w*|our|we|transfer|install\w*|how (?:many|much"
    r"|long)|demo|get a|need a|want a|give me|your (?:customers|leads|product|software|ai)"
    r"|customers|leads|industry|team|sales reps|alerts|reviews?|operat\w+|companies|who (?:are|is) your)\b",
)
THIS_TALK_EN = r"\b(?:you|u|ur|your|this|i|my|me|here|it|that|chat|repl(?:y|ies)|answers?|message|there's)\b"
ASKS_EN = (
    r"\?|^\W*(?:are|r|is|am|do|does|did|was|what|who|so|hold on|wait|hey|this|you're|ur|u)\b"
    r"|\b(?:tell me|may i ask|can i ask|wondering|curious|right)\b"
)
FOR_WHOM = (  # a question about the product
    r"\bwho(?:m|'s| is| are| exactly is)? (?:this|it|that|these|those|(?:your|the) \w+) (?:\w+ )?for\b",
    r"(?:誰|だれ|どなた|どんな(?:人|方|会社|企業))(?:の?ため|向け|を?対象)",
)
LONGEST_JA, LONGEST_EN = 34, 70
