"""Words of hurry: with the purchase, and with this talk alone."""

# In a hurry with this talk, not with the product.
HURRY_TO_TALK = (
    r"手短|手みじか|簡潔|要点|結論|一言|(?:教えて|答えて)"
    r"|\b(?:brief\w*|keep it short|short (?:answer|version)|quick (?:answer|question)|just tell me|get to the point)\b"
)
ASAP = (
    r"^\W*yesterday\b(?: would| is|,|\W*$)",
    # clipped: "soon as, tbh", "quick as poss", "the sooner tbh"
    r"\b(?:soon(?:est)?|quick(?:ly|est)?|fast) as (?:poss?|you (?:like|want|lot|guys|folks)|can be)\b"
    r"|\b(?:soon|quick|fast) as"
    r"(?=,? ?(?:really|tbh|honestly|mate|please|pls|ever|i guess|to be (?:fair|honest))\b|[,.!;?]|\W*$)"
    r"|\bsoonest\b(?! (?:we|you|date|slot))|\bsooner,? rather than later\b"
    r"|\bthe sooner\b(?= (?:really|tbh)|\W*$|[,.!])",
    r"とにかく(?:早|はや|急)|早いとこ(?!ろ)|早いところ(?=お願い|、|付け|入れ|始め|何とか|$)",
    r"はやければはやい|早ければ早い|(?:もう)?いますぐ|\byesterday\b(?=\s*[?!.]|\s*(?:haha|lol|please|if))",
    (
        r"\b(?:need\w*|want\w*|like)\b[^.]{0,16}\b(?:last (?:week|month|year)|yesterday)\b"
        r"|(?:先週|昨日|きのう|去年)(?:から|には)?(?:ほし|欲し|必要)"
    ),
    (
        r"ちょっぱや|ソッコー|そっこー|速攻|秒で|きゅうきょ|急遽|急きょ|だいしきゅう|しきゅう(?=[、。!に]"
        r"|$)|なる(?:べく|たけ)(?:すぐ|早|はや)|できれば(?:すぐ|今すぐ|明日)|いちはやく|いち早く|待てな|もう待て"
    ),
    r"今すぐ(?!では|じゃ)|いますぐ|すぐに?でも",
    (
        r"すぐ(?:に)?(?=使|導入|始|欲|ほし|代わ|代替|必要|対応|入れ|利用|契約|何とか|なんとか|改善|解決|切り?替|動"
        r"|[。!?\s笑~ー]|$|です|が(?:いい|良い)|で(?:も|す))"
    ),
    r"早急|至急|大至急|緊急|なるはや|なる早|(?:なる|でき|出来)(?:べく|るだけ|る限り|だけ)\s?(?:早|はや|速)",
    r"可能な限り(?:早|速)|可及的|最短|最速|待ったなし|一[日刻]も?(?:でも)?早|一刻を争|1日(?:でも)?も?早|早ければ早い",
    r"早め(?:に|が|で)|急いで(?!い?な|は|る訳)|急ぎ(?!では|じゃ|ま?せん|はし|ではな)(?:で|ます|たい|の|めで|です)?",
    r"即(?:日|刻|座|導入|使|契約|時)|ただちに|直ちに|速やか|明日(?:から|に)?でも|今日(?:から|に)?でも",
    r"(?:今日|明日|本日)から(?:使|でも|始|導入)|もう間に合わない|猶予(?:が|は)?(?:な|あ[りま])|いそぎ(?!で)",
    r"さっさと|昨日(?:に)?でも|(?<!r )\basap\b|\ba\.s\.a\.p",
    (
        r"(?:as )?(?:soon|quick(?:ly)?|fast|early) as "
        r"(?:(?:humanly |absolutely |practically )?possible|we can|you can|feasible)"
    ),
    r"(?<!not )(?<!nothing )(?<!n't )(?<!not that )(?<!not super )(?<!not very )(?<!no )\burgent(?:ly)?\b(?! care)",
    (
        r"\bimmediate(?:ly)?\b|(?<!not )right (?:away|now)(?= please|[.!,]|$| if)|straight away"
        r"|\byesterday\b(?=[.!)\s]*(?:lol|haha|please|pls)?[.!\s]*$|[,;])"
    ),
    r"(?:need\w*|want\w*) (?:it|this|something|one) (?:now|yesterday|today|right now|fast|quickly)|^now\b[.!]*$",
    r"(?:the )?sooner the better|can't wait|without delay|like,? now|today if (?:we|you|i) can|\bin a (?:big )?hurry\b",
    r"in a rush|(?<!no )\brush(?:ed|ing)?\b(?! hour)|time is of the essence",
    r"ready to (?:start|go|buy|move) (?:now|today|immediately)|\bpronto\b|at the earliest (?:possible|opportunity)",
    r"earliest possible|fast as (?:possible|you can|we can)|tomorrow if (?:possible|we could|i could)|top priority",
)
