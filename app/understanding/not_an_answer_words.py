"""What is said in answer to "what is your problem?" and is none: data, courtesies, the talk itself, not knowing."""

NOT_AN_ANSWER = (
    # whom a letter greets
    r"^\W*(?:to whom(?:ever)? it (?:may|might) concern|dear (?:sirs?|madam|all|team)\b)\W*$",
    # a number, a tool, nothing in use, a place of work
    (
        r"^\W*(?:約|だいたい|およそ)?[\d,~\-]+\s?(?:人|名|台|社|%|個|拠点)?(?:くらい|ほど"
        r"|程度)?(?:です|になります)?\W*$|^[A-Za-z ]+(?:です|を使って(?:い)?ます)$|^(?:今は"
        r"|現在は|いまは|特に|まだ|何も)*使って(?:い)?(?:な|ま?せ)"
    ),
    (
        r"^(?:we|i) (?:currently |just |mostly |only )?(?:use|are using|have|are on"
        r"|run) [\w.]+(?: and [\w.]+)?$|\b(?:based|located|headquartered) in\b|^(?:i"
        r"|we) work (?:in|at|for)\b|^(?:my|our|the) (?:boss|manager|ceo|cfo|director"
        r"|team)\b[^.]{0,20}\b(?:decid\w*|approv\w*|sign\w*)\b"
    ),
    # a courtesy, somebody in a hurry, any of two
    r"申し遅れ|^(?:いつも|大変|平素より?)*お?世話(?:に|さまに)?(?:なっ|なり)|^\W*(?:突然|急)(?:の(?:ご連絡)?|に)?(?:すみません|失礼|恐れ入り)",
    r"\bno time (?:for|to) (?:chat\w*|talk\w*|small talk|questions?|this|that|explain)\b",
    # they do not know, or it is somebody else's to tell
    r"(?:現場|担当(?:者)?|本人|上司?|他の者|部署)(?:の(?:ほう|方))?(?:が|に|の者が)(?:詳し|聞かない|聞いてみない|確認しない|訊かない)"
    r"|(?:私|わたし|こちら|自分)(?:では|には|は)(?:[^。]{0,8})(?:わか|分か|判)りかね|(?:わか|分か)りかね",
    (
        r"\b(?:couldn't|can't|wouldn't) tell you\b"
        r"|\bi (?:really |honestly )?(?:don't|do not|wouldn't|would not) know (?:when|if|whether)\b"
    ),
    r"\byou(?:'d| would)? (?:need|have) to ask\b|\bi (?:only|just) (?:handle|review|do|sign|process|pay)\b"
    r"|\bthat's (?:up to|not my)\b",
    # back in the talk; a guess at a time
    r"^\W*(?:back again|(?:i'm|we're) back|\w+er than (?:i|we) (?:thought|expected))\b|^(?:また|再び)(?:来|伺)"
    r"|^\W*(?:maybe|probably|perhaps|possibly)\b[^,]*\b(?:weeks?|months?|quarter|years?|spring|summer"
    r"|autumn|winter)\b",
    # contact data, how many they are
    (
        r"@|\d{2,4}[- ]\d{3,4}(?:[- ]\d{3,4})?(?!\d)|^(?:お?電話|携帯|メール|連絡先|住所|番号|名前)(?:番号|アドレス)?は"
        r"(?![^。]{0,12}(?:しか|多|少な|鳴|取れ|溜|埋|遅|見て(?:い)?な))"
        r"|\b(?:my|our) (?:number|e-?mail|name|address|phone|cell|extension) (?:is|:)"
        r"|\d+\s?(?:人|名)(?:ほど|くらい|ぐらい|程度)?の(?:小さな|小さい)?(?:会社|チーム|組織|事業所|工場"
        r"|部署|企業)(?:です|だ|で)?(?:$|、)"
    ),
    # about the conversation itself
    (
        r"(?:また|後で|あとで|後日|改めて|のちほど|後ほど)(?:$|。|に|お|連絡(?![がのも])|、)|時間がな(?:い"
        r"|く)(?:ので|て|から)(?:また|後|$)|\b(?:i'd|i would|i'll|let me|need to"
        r"|have to) (?:have to |need to )?(?:ask|check|think|get back)\b"
    ),
    (
        r"(?:間違え|まちがえ)(?:まし|た|ちゃ)|訂正|(?:話|質問|文章|前置き|説明)?(?:が"
        r"|は)?長(?:い(?:よ|です|な|ね|って)?|すぎ)(?:$|。|、|ので)|要点|急いで(?:い?る|い?ます"
        r"|おり)|早く(?:終|して|答|教)|答え(?:ないと|なきゃ|る必要|ません|ない)|何のこと"
        r"|待って(?:くだ|ね|て|$)|(?:担当|上司|上|社内|同僚|詳しい者)(?:の者)?(?:に|へ|と)(?:聞"
        r"|確認|相談|話)|さっき(?:も)?(?:言|書|話)|前にも|もう(?:言|書|話|お伝え)|(?:内緒"
        r"|秘密)(?:です|だ|で|に)?|料金(?:だけ|が知り|を知り)|(?:英語|日本語)で(?![^。]{0,8}(?:返|答え|応じ|話せ|来"
        r"|書け|説明))"
    ),
    (
        r"\b(?:sorry|my bad|oops|excuse me|wrong (?:chat|window|person|number)|never ?mind|n/?a"
        r"|already (?:told|said|answered|wrote|explained)|skip (?:this|that|it)|^too long"
        r"|get to the point|in english|in japanese|continue in|(?<!the )switch to|one (?:sec|moment"
        r"|minute)|hold on|hang on|ask my|check with|let me (?:ask|check|think)|as i said"
        r"|see (?:above|my))\b"
    ),
    (
        r"^(?:はい|ええ|いいえ|うん|そうです(?:ね)?|なるほど|了解(?:です|しました)?|承知|わかりました|分かりました"
        r"|OK|ok|ありがとう|どうも|よろしく|お願い|こんにちは|お世話|はじめまして|初めまして|すみません|後で"
        r"|あとで|また|ちょっと待|特に|秘密|内緒|いろいろ|色々|なんとなく|たまたま|え|は|ん)"
        r"(?:です|ます|ございます|お願いします|しくお願いします|ました|に(?:なって|し)(?:おり|い)ます|ね|あり)*"
        r"[。!、ー~\s…]*(?:$|検討|資料)"
    ),
    r"直接(?:お話|話|担当|伝え)",
    r"^(?:うーん|まだ|よく|特に|ちょっと|正直|自分でも|私には|今は|、)*(?:わか|分か|判)(?:ら|り)(?:な|ませ|ん)",
    r"情報収集|興味(?:が|本位|ある|あって)|勉強|良さそう|よさそう",
    r"(?:製品|サービス|御社|貴社|こちら|サイト|料金|価格|値段|費用|広告|記事|機能"
    r"|事例)[^。]{0,6}気になって|^\W*(?:ちょっと|少し|なんとなく)?気になって",
    # courtesy, and what they will do with our answer
    (
        r"^\W*(?:fair (?:enough|point|play)|good (?:point|to know|question)|makes sense|i (?:see"
        r"|understand|hear you)|of course"
        r"|no worries|no problem|take care|talk soon|you too|gotcha|alright|all ?right|very well|go ahead"
        r"|sure thing|by all means"
        r"|sounds (?:good|great|fair)|never mind|point taken|noted|will do|that's (?:all|it|fair|fine"
        r"|right|correct|good|enough))\b"
        r"|\b(?:i'll|i will|we'll|we will|let me) (?:\w+ )?(?:share|pass|check|discuss|look|read|review"
        r"|talk|think|forward|take"
        r"|get back|be in touch|let you know|come back|circle back)\b"
    ),
    (
        r"(?:社内|上司|上長|上|チーム|関係者|同僚|家族|部内|課内|こちら|ゼミ|弊社|当社|持ち帰)(?:で|に|へ"
        r"|と|り|の者に)、?"
        r"[^。、]{0,10}(?:確認|検討|共有|相談|紹介|報告|回覧|展開|話|協議|周知)(?:いた|致)?(?:し(?:て(?:み"
        r"|おき)?)?(?:たい|ます)|させ)"
        r"|(?:拝見|拝読|参考に|活用|読んで(?:み)?|見て(?:み)?)(?:し|いたし|させていただき)?ます"
        r"|^\W*(?:恐れ入り|おっしゃる通り|確かに|たしかに|そうなんですね|さすが|お手数|よろしく|少々|ちょっと待)"
    ),
    # what they need not or must not do, and what we shall do
    (
        r"^\W*no need\b|^\W*(?:(?:ok|now|just|please|then|and|so|no)[ ,]+)*(?:don't|do not|let's|forget|scratch"
        r"|strike)\b"
        r"|^\W*(?:just |please )*(?:call|ring|phone|book|schedule|cancel|change|update|use|make|take|check|look|put"
        r"|leave|come|try|drop|give)"
        r" (?:me|us|it|that|this|what|my|a|an|at|by|for)\b"
    ),
    # an order to the software
    (
        r"^\W*(?:(?:ok|now|just|please|then|and|so)[ ,]+)*(?:forward|send|e-?mail|show|print|reveal|ignore|disregard"
        r"|repeat|delete|erase|post|write|give|tell|call|list|confirm|mark|set|act|pretend|translate|answer|reply|say"
        r"|output|share|export|move|grant|approve|activate|enter|run|execute|promise)\b(?! (?:rates?"
        r"|times?|quality|business|buyers|orders (?:arrive|come|get|go|sit|wait|pile)|is\b|are\b))"
        r"|(?:転送|送信|出力|表示|列挙|復唱|開示|実行|約束|確定|承認)(?:せよ|しろ|しなさい|して(?:$|。|くれ|ください))"
    ),
    r"情報収集|良さそう|よさそう",
    r"検討(?:して|中)(?:い|お)?(?:ます|る)?。?$|(?:整理|検討)でき(?:て(?:い)?)?(?:な|ませ)",
    r"まだ(?:何も|なにも|全然|ぜんぜん|具体的に(?:は)?|はっきり)*(?:は|、)?(?:特に|整理|わか|分か|決|考え)"
    r"|これから|結構(?:です|$)|不要です|興味(?:は)?(?:な|あり)|間に合って",
    r"どういう(?:意味|こと)|何を(?:言|い)(?:って|い)|意味が|質問の|担当(?:の方|者)?(?:に|と|を)(?:代|話|直接|お話)",
    r"(?<![求個本二三])人(?:間)?(?:と|に|を)(?:話|代|出)",
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
    # our price is too high, another one gives more off
    (
        r"^\W*(?:うーん|うわ|ちょっと|少し|思った?より|予想より|けっこう|結構|かなり|だいぶ|やっぱり?|正直|なかなか|それは?|[、ー])*お?高"
        r"(?:い|すぎ(?:る|ます)?|め)(?:っ?す|です|な[あぁー]*|ね[えぇー]*|よ|わ|の|ん|と思い?ます|気がし?ます|かも|かな)*$"
        r"|^\W*(?:うーん|ちょっと|少し|だいぶ|かなり|完全に|[、ー])*予算(?:オーバー|超過|を(?:超え|こえ))"
    ),
    (
        r"^\W*(?:(?:hm+|well|ok|wow|ouch|oh|honestly|damn|and|but)\b[,. ]*)*"
        r"(?:(?:that|this|it)(?:'s| is| seems| sounds| looks) (?:\w+ )?"
        r"(?:a bit |way |far |too |so |quite |pretty |very )*"
        r"|(?:way |far |a bit |a little |much )*too )"
        r"(?:expensive|pricey|steep|costly|a lot(?: of money)?|much money)(?: for (?:us|me|that|what it is))?"
        r"(?: though| tbh)?\W*$"
        r"|^\W*(?:(?:hm+|well|ok|wow|ouch|oh)\b[,. ]*)*(?:bit |quite |rather |pretty |very )?(?:pricey|steep)\W*$"
        r"|^\W*(?:the )?others? (?:\w+ )?(?:are|is) (?:much |a lot |way )?cheaper\b"
        r"|\bmore than (?:we|i)(?:'d| had| were| was)? (?:want|plan|expect|budget|thought|think|hop|can|had in mind)"
        r"|\b(?:gives?|gave|offer(?:s|ed)?|quot(?:es|ed)) (?:us|me) (?:an? |about |around |up to )?"
        r"[\d.,]+ ?(?:%|percent)(?: off| discount| less| cheaper)?\W*$"
    ),
    # they do not know when, or whom it depends on
    (
        r"いつ(?:まで|から|ごろ|頃)(?:に)?(?:とか|なのか|か|って)*(?:は|も|が)?(?:まだ|特に|とくに|はっきり|具体的に)*(?:は)?"
        r"(?:決ま|決め|分か|わか|未定|言え)"
        r"|(?:社長|上司|上長|部長|工場長|会社|本社|予算|稟議|上)(?:の(?:判断|都合|返事))?次第(?:です|だ|かな|なので|になり|$)"
    ),
    (
        r"\bno (?:real |clear |fixed )?(?:idea|clue)\W*(?:$|yet\b|(?:about|on|of) (?:the |our )?"
        r"(?:timing|time|timeline|dates?|schedule|budget|deadline)\b)"
        r"|^\W*(?:(?:it|that)'s |still )*(?:hard|difficult|tough|too early|impossible) to (?:say|tell)"
        r"(?: (?:yet|now|right now|at this (?:point|stage)|honestly|really|for now))*\W*$"
        r"|^\W*(?:(?:it|that|all|this) )?(?:\w+ly |just )?depends? on (?:the |my |our )?(?:boss|manager|management"
        r"|budget|board|price|owners?|directors?|ceo|cfo|committee|approval|headquarters|hq)\b"
        r"|^\W*(?:when(?:ever)?|once|as soon as) (?:the |our )?(?:budget|money|funding|approval|board|boss)\b"
        r"|^\W*not (?:before|until|till) (?:the )?(?:\w+ )?"
        r"(?:year|summer|spring|autumn|fall|winter|quarter|month|q[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\W*$"
    ),
    # they come back, or must be allowed to give more
    (
        r"(?:また|改めて|あらためて|後日|後ほど|のちほど|今度)[^。、]{0,14}"
        r"(?:(?:相談|連絡|問い?合わせ|お願い)(?:を|させていただき|させてもらい|いたし|し)ます|伺います|聞きます|来ます)"
        r"|(?:上|上司|上長|社長|部長|会社|本社)の(?:許可|承認|了解|了承|許し)|名前だけで"
    ),
    (
        r"\b(?:i|we) (?:\w+ )?(?:talk|speak|come back|get back|write) to you"
        r" (?:\w+ )?(?:later|soon|then|again|when|about)\b"
        r"|\bjust (?:the|my) name (?:for now|first|at first)\b"
        r"|\bneed (?:permission|approval|clearance|a sign-?off) (?:from|of|by|first)\b"
    ),
    # a calculation, what differs, whether and what's
    r"(?:費用対効果|投資(?:対)?効果|投資回収|回収(?:期間|年数)|ROI|稟議書?)の?(?:計算|試算|書き方|通し方)",
    (
        r"\b(?:need|want|require|looking for) (?:an? |the |some )?(?:\w+ )?(?:calculation|business case|roi|payback)"
        r"(?: (?:sheet|calculation|case|model|template|figures?|numbers?))?"
        r"(?: (?:for|to show|to convince) (?:my|our|the) (?:\w+ ?){1,2})?\W*$"
    ),
    (
        r"と[^、。]{1,16}の違い(?:は|って|が知り.*)?$|(?:何|なに|どこ|どう)が?違うの?(?:か|です|でしょう)?"
        r"|(?:どのくらい|どれくらい|何[年月日時台個本円]\w?|いくら|どこまで)[^。、]{0,10}(?:の|か)$|^[^、。がて]{1,10}かどうか$"
    ),
    (
        r"^\W*(?:(?:ok(?:ay)?|and|then|so|but|also|well|now)\b[,. ]*)*(?:what|where|how|when|who)'s"
        r" (?:the|your|its|included|in|it|that)\b(?!.* is\b)"
        r"|^\W*(?:then|ok(?:ay)?|and),? (?:what|how|which|where|can|does|do|is) (?!ever\b)\w+"
    ),
    # they compare, they are like those we spoke of
    (
        r"\b(?:evaluat|compar|assess|shortlist|review|research|consider)ing (?:\w+ ){0,3}"
        r"(?:vendors?|suppliers?|options?|solutions?|providers?|offers?|products?|alternatives?|quotes?|proposals?|bids?)\b"
        r"|(?:ベンダー|メーカー|業者|各社|製品)(?:を|の)?(?:比較|選定|評価)(?:中|し)|社内で(?:評価|検証)(?:中|し)"
    ),
    (
        r"同じ(?:よう|ような|様な)?(?:な|の)?(?:悩み|課題|問題|困りごと|状況)(?:です|だ|を(?:抱え|持)|があ)?[^。、]{0,6}$"
        r"|^\W*(?:(?:we|i)(?:'ve| have)?(?: got)? |it's |also |and |exactly )*(?:the |a |very )?(?:same|similar)"
        r" (?:problems?|issues?|challenges?|story|situation|pain)(?: here| too| as well| there| with us)?\W*$"
    ),
    # what others in the house think of a way to buy, or of the cloud
    (
        r"(?:購買|経理|財務|法務|情シス|情報システム部?|IT部?門?)(?:部|部門)?(?:は|が)[^。、]{0,14}(?:嫌[いがっ]|好[きみむま])"
        r"|\b(?:procurement|purchasing|it|finance|accounting|legal|accounts|the cfo|the board|management)"
        r"(?: dept\.?| department| team| people| guys)?"
        r" (?:really |always |just )?(?:hates?|dislikes?|prefers?|likes?|loves?)\b"
    ),
    # what a customer or the site is to get
    (
        r"\b(?:they|we|he|she|customers?|clients?)(?:'d| would)? (?:\w+ )?(?:needs?|wants?|likes?|requires?)"
        r" (?:the |an? |their |our |all |some )?(?:\w+ )?"
        r"(?:alarms?|alerts?|notifications?|data|integration|api|exports?|dashboards?|readings)"
        r" (?:in|into|on|to|via|from|for|with)\b"
    ),
    (
        r"(?:LTE|4G|5G|電波|Wi-?Fi)(?:は|も)[^。]{0,16}(?:弱|入り?|届)"
        r"|\b(?:signal|reception|coverage|wi-?fi|lte|[45]g)(?: \w+)? (?:is|gets)(?: \w+){0,2}"
        r" (?:weak|poor|bad|patchy|spotty)"
        r"(?: (?:there|here|inside|outside|though))?\W*$"
    ),
)
