"""What prospects say of themselves, of us and of the talk that is no problem to solve, however it sounds."""

_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty"
    r"|a dozen|a hundred|a couple of|several|many)"
)
# What was left out before and is told now: "make that 20, forgot the spare line".
SLIP = (
    r"\b(?:make (?:that|it)|sorry|oops|whoops|actually|my (?:bad|mistake))\b[^.?!,\n]{0,20}[,.!:;-]+ "
    r"(?:i |we |i had |i'd )?(?:forgot|missed|left out|overlooked|omitted|miscounted)\b[^.?!,\n]*"
)
# Whatever words of trouble stand in it.
NO_PROBLEM_OF_THEIRS = (
    # nobody came to harm
    (
        r"\b(?:no ?(?:one|body)|none of (?:us|them|the \w+)|not one person)(?: (?:was|were|is|got|has been|had been))* "
        r"(?:\w+ )?(?:hurt|injured|harmed|killed|wounded)\b"
        r"(?!.{0,24}\b(?:when|as|but|though|although|because)\b)|\b(?:no injuries|without injuries)\b"
        r"|(?:けが|怪我|ケガ|負傷)(?:人|者)?(?:は|も|が)?(?:幸い)?(?:な[いくし]|い(?:な[いく]|ま?せん)|お?りません|出(?:て(?:い)?)?(?:な|ま?せ)|ありません|ゼロ)"
    ),
    # how the writer feels or what becomes of the writer
    (
        r"\bi(?:'m| am| feel)(?: just| all)? (?:(?:a bit|a little|kind|sort|quite|really|still|such|so|of|in) )*"
        r"(?:an? )?(?:total |complete |bit of a )?(?:mess|wreck|upset|shaken|exhausted|shattered|in pieces|tired"
        r"|nervous)\b"
        r"|^\W*(?:\w+ )?i(?:'m|'ll| am| will)?(?: be| going to)? retir(?:e|ing)\b(?! (?:and|so|then)\b)[^,]*$"
        r"|^(?:わたし|私|僕|俺|自分)は[^、。]{0,10}定年(?:です|退職|で|を迎え)[^、。]{0,8}$"
        r"|^(?:正直|もう|本当に|ほんとに|まじで|[、\s])*(?:限界|疲れ(?:た|まし(?:た)?))(?:です|だ|っす)?(?:よ|わ|な|ね)?$"
    ),
    # a thing taken back
    (
        r"^\W*(?:(?:actually|well|oh|ok(?:ay)?|hm+|no|sorry|maybe|please|just|instead|and|but|so|then|you can"
        r"|let's)\b[,. ]*)*"
        r"(?:forget|scratch|strike|drop|skip|cancel) (?:about )?(?:the|it|that|this|my|what|about)\b"
    ),
    # a slip of the pen put right: of what they wrote to us, not of their work
    (
        r"\b(?:hyphen|dot|digit|letter|underscore|zero|typo)s? (?:\w+ ){0,3}(?:missing|missed|dropped|left out|wrong)\b"
        r"|\b(?:missed|dropped|forgot|left|swapped|missing) (?:out )?(?:an?|the|one|two|my|some) (?:\w+ )?"
        r"(?:hyphen|dot|digit|letter|underscore|zero|attachment|signature|e-?mail|number)s?\b(?! (?:from|of)\b)"
        r"|\b(?:forgot|neglected|failed) to (?:mention|say|add|tell you|give you|include|sign|introduce|attach)\b"
        r"|^\W*(?:sorry|oops|whoops|my bad|apologies)[,. ]+(?:i |we )?(?:forgot|missed|left out|overlooked)\b"
        r"|^\W*my (?:mistake|bad|error|fault)\W*$"
        r"|(?:文字|桁|ハイフン|ドット|ピリオド|スペル|綴り|アンダーバー|アドレス|メアド|番号|社名|数字|数)"
        r"[^。、]{0,8}(?:抜け|足り|漏れ|落ち|間違|違っ|余)[^。、]{0,3}(?:まし(?:た)?|でした|た|おり|い|ません)$"
        r"|(?:言い|伝え|申し|書き)(?:忘れ|漏れ|遅れ)(?:まし|て(?:い|お)?(?:まし|りまし|た)|た(?:ので|の|$))"
        r"|(?:人|名|者|分|班|部署|拠点)(?:を|も|の分を?)(?:数え|入れ|足し|含め)?(?:る?の[をも])?(?:忘れ|抜かし|漏らし)(?:て(?:い|お)?(?:り)?)?(?:まし|た)"
    ),
    # they do not know when
    (
        r"^\W*(?:(?:honestly|sorry|well|tbh|um+|hm+|i|we|have|'ve|really|absolutely|there's)\b[,' ]*)*(?:no|not an?"
        r"|zero) (?:real |exact )?"
        r"(?:idea|clue)\b(?: (?:when|yet|really|tbh|sorry|right now|at the moment|on that|about that|(?:on"
        r"|about) (?:the )?"
        r"(?:dates?|timing|schedule)|at this (?:point|stage)|so far|i'm afraid))*\W*$"
        r"|^(?:まだ|正直|さあ|今は|[、\s])*(?:いつ(?:頃|ごろ)?(?:に(?:なる|なります)|(?:導入|始め|開始|入れ|決ま)[^。、か]{0,4})?か?"
        r"|(?:導入)?(?:時期|日程|スケジュール))(?:は|も|が|について)?、?(?:まだ|ちょっと|全然|まったく)?"
        r"(?:[分わ]か(?:ら|り)|判ら|読め|見え|言え|決められ)て?(?:い)?(?:な[いく]|ま?せん|ん)[^。、]{0,4}$"
    ),
    # whoever has their address writes and calls
    (
        r"\b(?:vendors?|sellers?|suppliers?|sales(?:people|men|man| ?reps?| guys)?|companies|whoever|reps?)\b"
        r"[^.]{0,40}\b(?:calls?|calling|rings?|pesters?|phones?|e-?mails?|mails?|spams?|hounds?|chases?"
        r"|bombards?|bothers?|annoys?|harass(?:es)?) me\b"
        r"(?!(?: \w+){0,3} (?:when|whenever|if|because)\b)"
        r"|\bi(?:'ve| have)? (?:get|got|was|been|am) (?:\w+ )?(?:enough |spammed|pestered|hounded|bombarded)"
        r"(?:(?:spam|calls|mails?|e-?mails?|newsletters)\b)?"
        r"|(?:アドレス|連絡先|メール|電話番号|番号|社名|会社名|名前|個人情報)(?:は|を|も)?[^。、]{0,10}"
        r"(?:出せ|教えられ|言え|書け|伝えられ|渡せ|出し(?:たく|ちゃ)|教えたく)(?:な|ま?せ|ません|ず|は)"
        r"|(?:営業|勧誘|セールス)(?:の)?(?:電話|メール|連絡)(?:が|ばかり|ばっか|に|は)[^。、]{0,10}"
        r"(?:来|くる|かか|鳴|しつこ|困|嫌|多|うんざり|増え)"
    ),
    # about our pages and our things, a seller's praise and a seller's blame
    (
        r"^(?:(?:この|その|御社|貴社|そちら)の?)?(?:サイト|ページ|説明|画面|チャット|文字|料金表|答え|回答|返事)(?:が|は|の)?"
        r"[^。、]{0,8}(?:わかりにく|分かりにく|見にく|見づら|読みにく|読みづら|わかりづら|分かりづら|長すぎ|ひど|雑)"
        r"|(?:御社|貴社)[^。]{0,20}(?:市場性|魅力|優れ|実績|評価|将来性|品質)[^。、]{0,6}(?:高|優|あり|素晴|感じ|大き)"
        r"|(?:御社|貴社|お宅|おたく|そちら)(?:の|から|で)[^。]{0,24}(?:届か|来な|来て(?:い)?な|壊れ|動か|買っ|反応し|映ら|外れ)"
        r"|(?:御社|貴社)(?:の|は|では|も)[^。]{0,24}(?:機会損失|損を|取りこぼ|逃し|お困り)"
        r"|\byou(?:'re| are) (?:\w+ )?(?:missing|losing|leaving|wasting)\b"
        r"|^(?!our|my)(?:\w+ )?(?:site|website|page|chat|bot|form)s? (?:is|are|looks?|was) "
    ),
    # stops and ways that are planned
    (
        r"\b(?:stop|shut|break|close|pause)s?(?: down)?\b[^.,]{0,30}\bfor (?:\w+ )?(?:cleaning|maintenance"
        r"|servic\w+|changeovers?"
        r"|inspections?|lunch|tea|coffee|breakfast|dinner|holidays?|prayers?|the (?:night|weekend))\b"
        r"|\b(?:bus|train|shuttle|ferry|truck|lorry|van)(?:es)?\b[^.,]{0,20}\b(?:go(?:es)?|runs?|stops?"
        r"|leaves?) every\b"
    ),
    # not told to us; a bad line
    r"\b(?:i|we) (?:don't|do not|won't|can't|never) (?:talk|speak|discuss|chat) (?:about|of) (?:that|this|it|such)\b"
    r"|\b(?:bad|poor|terrible) (?:line|connection|reception)\W*$",
    # the small print and the form of a letter
    (
        r"^\W*(?:to whom it may concern|registered (?:in|office|address|company|no)|company (?:no|reg\w*)|vat (?:no"
        r"|id|reg))\b"
        r"|^\W*(?:fao|attn|attention)\b[:.]? [A-Z]\w+"
    ),
    # whether there will be money
    (
        r"(?:会社|上|社長|本社|上司|経理|予算)(?:が|は|で|から)?[^。、]{0,10}(?:か(?:どうか)?(?:は|が|も)?"
        r"(?:まだ)?(?:わか|分か|判)(?:ら|り))(?:な|ま?せ|ん)"
        r"|\b(?:not sure|don't know|no idea|unsure|can't say|unclear) (?:if|whether) "
        r"(?:the |our |my )?(?:company|boss|owners?|they|management|head office|hq|board|we|budget|there)"
        r" (?:\w+ )?(?:pays?|approves?|gets?|agrees?|signs?|is|has|have|will|would|allows?|lets?)\b"
    ),
    # when they can be called
    (
        r"(?:\d{1,2}時|午前|午後|昼|夕方|朝|夜|平日|週末|[月火水木金土日]曜)[^。、]{0,12}(?:しか|だけ)[^。、]{0,10}"
        r"(?:出られ|出れ|出ま|話せ|電話|つながり|空い|空け|対応できま)(?![^。]*(?:お客|問い?合わせ))"
        r"|\bi(?:'m| am| can)? (?:only|just) (?:reachable|free|available|around|take calls|pick up|answer|talk)\b"
    ),
    # by when; a figure asked for in few words
    (
        r"^\W*(?:(?:just|right|ideally|only|well|some ?time|maybe|preferably|so|but|and)\b[, ]*)*(?:before|ahead of"
        r"|in time for)"
        r"(?: (?!\w+n't\b|we\b|they\b|any\w+\b|some\w+\b)[\w'\-]+){1,5}\W*$"
        r"|(?:何[%円台日年件個本時分回]|何割|いくら|いつ|どっち|どちら)[^。、]{0,4}(?:なの|なん)(?:です|だ)?(?:か)?$|(?:どっち|どちら|誰|だれ)(?:の|が)?(?:持ち|負担)"
    ),
    # new in their work, away for a moment; how a thing turns
    r"(?:入っ|入社し|異動し|着任し|始め)たばかり|席を(?:外|はず)し|離席し"
    r"|\b(?:rotates?|turns?|spins?) (?:\w+ )?slow(?:ly)?\b",
    # a farewell
    r"^\W*(?:cheers|bye|see you|have a (?:nice|good|great))\b"
    r"|^(?:どうぞ|では|それでは|、)*(?:よい|良い|いい|素敵な|楽しい)お?(?:週末|一日|夜|年|休日|休み)を",
    # nothing more to say or ask
    r"^\W*(?:\w+[,. ]+)?(?:no (?:more |further |other )?questions?|all clear|all set|nothing else"
    r"|nothing more)\b(?!.* but )",
)

# No problem where no word of trouble and no known topic stands in it: the part of a sentence, who, how many, how warm.
NO_ANSWER = (
    # a name under a letter, a letter alone, a greeting's rest
    r"^\W*(?:\w|best|cheers|sincerely|br|rgds|kr|yours|att|ps|fyi|tbc|tbd|pending)\.?\W*$|^(?:just|only"
    r"|simply) \w+ing\W*$",
    r"^(?:[A-Z][a-z]+|best|cheers|regards)[ ,]+[A-Z]\.?$",
    # a part of a sentence: for whom, before what
    (
        r"^\W*(?:(?:and|but|or|just|right|ideally|only|well|some ?time|maybe|mostly|possibly|probably|so|no"
        r"|yes)\b[, ]*)*"
        r"(?:for|before|after|during|by|until|till|around|in|on|at|from|since|to|of|with|near|under|via|about|as"
        r"|next|this|last"
        r"|end of|start of|beginning of)\b(?:[ ,]+(?!is\b|are\b|was\b|were\b|has\b|have\b|had\b|can\b|get\b|gets\b"
        r"|we\b|i\b"
        r"|it\b|they\b|no\b|not\b|nobody\b|\w+n't\b)[\w'\-]+){1,6}\W*$"
    ),
    # how many
    (
        rf"^\W*(?:we (?:have|are|run|got) |there are |about |around |roughly |some |maybe |only |just )*"
        rf"{_NUMBER}(?: [a-z\-]+){{1,3}}(?:(?:,|,? and|,? plus) {_NUMBER}(?: [a-z\-]+){{1,3}}){{0,3}}\W*$"
        r"|[\d一二三四五六七八九十百数]+\s?(?:基|機|系統|面|部屋|床|箇所|ヶ所|か所|台|本|棟|ライン|点|ポイント|槽)(?:は|が|も|くらい|ほど|ぐらい)?"
        r"(?:ある|あります|です)?(?:ので|から|けど|が)?$"
    ),
    # somebody else wanted it
    (
        r"\b(?:boss|office|head ?quarters|hq|management|director|manager|owner|customer|client|auditor|chief"
        r"|engineer|ceo|they|he|she)s?"
        r" (?:(?:said|says)\b(?! (?:that )?(?:the|our|its?|all|some|both|most|this|that|these|those) \w)"
        r"|(?:wants?|wanted|asked|told|ordered|insists?)\b)"
        r"|^(?:本社|上司?|社長|部長|工場長|会社|親会社|お?客さん?|得意先)(?:から|に|の)(?:言われ|頼まれ|指示|命令|依頼)"
        r"[^。、]{0,8}$"
    ),
    # when it matters, where it stands, how warm it is
    (
        r"\bis when (?:it|things|we|they) (?:\w+ )?(?:hurts?|matters?|counts?|peaks?|are busy|get busy|gets busy"
        r"|starts?)\b"
        r"|\b(?:is|are|sits?|stands?|lies) (?:just |right |all |mostly |well )?(?:inside|outside|behind|next to"
        r"|near|beside"
        r"|above|below|opposite|upstairs|downstairs|\d+ ?(?:m|km|metres|meters|feet)) ?"
        r"|\d ?(?:°|deg\w*)? ?[cf]\b|\babout \d+ ?(?:m|km|metres|meters)\b"
    ),
    # who they are
    r"^(?:わたし|私|僕|俺|自分|こちら|うち)は[^。、がをもに]{1,12}(?:です|なので|ですので|だから|でして|ですから|なもので)$",
    # a question in few words, or what is to come of it
    (
        r"(?:は|って|なら|の場合|だと)[^。、]{0,12}[るくすうつぬむぶぐた]の$|(?:可能|禁止|不可)(?:です)?$|^[^。、がを]{1,12}なの(?:か(?:な|しら)?)?$"
        r"|^[^。、がを]{1,12}(?:なら|の(?:やつ|方|ほう|場合|件|とき))$"
        r"|^[^。、がを]{0,20}だけ(?:で(?:いい|よい|OK|結構)|でも|もう一度|再度)$"
        r"|^[^。、がを]{0,16}(?:[るたうくすむぐ]|話|資料|見学|価格|値段|料金|電話|メール|[こそ]れ|\d\s?[台個件回分])だけ(?:です)?$"
        r"|(?:で|が)(?:いけ|足り|よさ|良さ|でき)そう(?:です|だ|かな)?$"
        r"|^(?:では|じゃあ?|それなら|なら|だったら)[^。、]{1,14}(?:なら|は|だと)?$"
        r"|(?:結局|いったい|で)?、?(?:いくら|なんぼ|どれ|どっち|どちら|いつ|どこ|何[%円台日年件個本]?)(?:なの|なん|だ|です|ぐらい|くらい|ほど|まで|から)*$"
    ),
    # 「生産技術の沖」
    r"^[一-鿿ァ-ヶー]{0,8}(?:技術|工務|保全|製造|総務|購買|営業|品証|品管|部|課|係|室|班)の[^ぁ-ヿ質数量音熱差人壁手水油金目]$",
    r"(?:って|と)(?:言|い)(?:って|い)(?:る|ます|いる)(?:だろ|でしょ|じゃん|のに|よ)|^(?:ちゃんと|よく)(?:読|聞|見)",
)
