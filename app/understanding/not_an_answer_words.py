"""What is said in answer to "what is your problem?" and is none: data, courtesies, the talk itself, not knowing."""

NOT_AN_ANSWER = (
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
        r"(?:また|後で|あとで|後日|改めて|のちほど|後ほど)(?:$|。|に|お|連絡|、)|時間がな(?:い"
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
)
