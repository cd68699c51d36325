"""Words of what is no problem of the writer: denied, solved, asked, wished for, or about us."""

NO_TROUBLE = (
    # business that grows, and no more
    r"^(?:おかげさまで|お陰様で|弊社の?|当社の?|うちの?|[、\s])*(?:売上高?|売り上げ|受注(?:数|量|高)?|注文|利益|業績|出荷(?:量|数)?|生産(?:量|数)?)(?:は|が|も)"
    r"[^。、?のにで]{0,8}(?:(?:順調|好調)に)?(?:伸び(?:続け)?て|増え(?:続け)?て|上がっ(?:続け)?て|増加して|増加傾向|好調|順調|右肩上がり)"
    r"(?:い(?:ます|る)|おります|です|だ)?(?:ね|よ)?$"
    r"|^(?:(?:our|the) )?(?:sales|orders|revenues?|turnover|output|business) (?:is|are|has|have|keeps?)(?: \w+){0,3} "
    r"(?:growing|rising|grown|risen|increasing|going up|up)(?: (?:every|each|this) \w+| nicely| steadily| well)?$",
    # praise
    (
        r"(?:わかり|分かり|読み|見)やす(?:い|かっ|く)|(?:よ|良)かった(?:です)?$|素晴らし|すばらし|面白(?:い"
        r"|かった)|参考になり"
    ),
    # thanks
    r"\bthank|\bthx\b|\bappreciat|ありがと|感謝|お返事が早|助かり(?:ます|まし)",
    # how they stand to calls and to us is no problem of their work
    (
        r"\b(?:hate|dislike|don't (?:like|want|need)|can't stand) (?:\w+ )?(?:phone )?(?:calls|phone|bots?"
        r"|chatbots?|forms)\b"
    ),
    (
        r"\b(?:i'm|i am|we are|we're|i work (?:for|at|as)|as)(?: also)? an? (?:\w+ ){0,3}(?:students?"
        r"|researcher|journalist"
        r"|professor|phd|competitor|competing|reseller|recruiter|blogger|analyst)\b"
        r"|(?:学生|院生|大学生|研究者|記者|ライター|同業|競合(?:他社)?|卒論|修論|論文|ゼミ|取材|授業)"
        r"(?:です|の(?:者|ため|調査|課題)|で(?:す|調|書|使|扱)|を(?:して|書)|として|している(?:会社|者))"
        r"|競合して(?:い)?る会社"
    ),
    # what another seller did, and whom they chose
    (
        r"(?:他社|競合|別の(?:会社|業者)|よそ)(?:さん|様)?(?:は|が|では|の(?:見積|値|提案|料金))"
        r"[^。]{0,14}(?:%|引い|安|値引|提示|くれ(?:ました|た)|無料|円|下げ|聞い)"
        r"|(?:他社|別の(?:会社|業者|ところ))(?:さん|様)?に(?:決ま|決め|お願い|頼|発注)"
        r"|\byour (?:rivals?|competitors?|competition)\b|\b(?:rival|competitor|other vendor"
        r"|another vendor)s? (?:\w+ )?"
        r"(?:matched|offered|quoted|gave|undercut|beat|said|told)\b"
    ),
    # whom they talk to
    r"\b(?:deal|talk|speak|work) (?:only )?with (?:real |actual )?(?:people|humans?|a (?:person|human))\b",
    # lawyers
    (
        r"弁護士|訴(?:え(?:ます|る)|訟)|法的(?:措置|手段)|\b(?:my|our|from) (?:own )?(?:lawyers?|attorneys?)"
        r" (?:will|is going|are going|on)\b|\bhear from (?:my|our)\b|\b(?:sue|lawsuit|legal action|in court|liable)\b"
    ),
    r"という?ほどの(?:もの|こと|話)|ほどでは(?:な|あり)",
    # denied
    (
        r"わけ(?:では|じゃ|でも)(?:な|あり)|(?:困って|悩んで|課題|不満|問題|必要)(?:が|は"
        r"|も)?(?:って|という)?(?:ほど|わけ|とか)(?:で|じゃ|も|は|の|という)*(?:特に|とくに|な"
        r"|あり)|(?:課題|問題|悩み|困りごと)(?:(?:とか|なんて|など|って)(?:は|も)?|は"
        r"|も)、?(?:特に|とくに|別に|今は)(?:…|\.\.|$)"
    ),
    (
        r"^(?:ない|無い|なし|ありま?せん)(?:です)?(?:ね|よ|な|かな)*[ぇえー~]*$|検討(?:は"
        r"|も)?して(?:い)?(?:な|ま?せ)|(?:遊び|冗談|お試し)(?:です|で|だ)"
    ),
    (
        r"\bnothing(?:'s| is)? (?:really|much|in particular|special|major|broken|wrong"
        r"|to complain|comes|at the moment|right now|yet|serious|big|urgent)\b"
        r"|^nothing\b(?! (?:works|gets|happens|moves|goes|leaves|is (?:being |not )?(?:connected|tracked|recorded"
        r"|logged|monitored|measured|watched|checked|written)))|\b(?:all|we're) good\b"
        r"|\bwe're fine\b|\bno worries\b|\bnot (?:that|really) bad\b|\bcan't complain\b"
        r"|\bjust (?:seeing|comparing|looking|want|wondering|curious|testing)\b"
    ),
    # about us, not about them
    (
        r"(?:御社|貴社|そちら|おたく|あなた)(?:の|は|から|が)[^。]{0,16}(?:遅|悪|ひど|酷|対応"
        r"|返信|返事|回答|連絡|サイト|表示|電話|営業|担当)|(?:この|こちらの)(?:サイト|チャット"
        r"|ボット|ページ|フォーム)"
    ),
    (
        r"\byour (?:\w+ )?(?:support|pricing|prices?|site|website|page|bot|chat\w*|answers?"
        r"|repl(?:y|ies)|response|team|product|company|service|form|people|reps?|sales|app"
        r"|tool|alerts?|sensors?|quotes?|delivery|invoices?|software|system|sales\w*|service\w*|competitors?)\b"
        r"|^(?:and |but |so |also |honestly,? )*your (?:\w+ ){1,3}(?:is|are|was|were|has|have|had|did|does"
        r"|do|isn't|aren't"
        r"|didn't|never|took|came|gave|keeps?|made|missed|failed|broke)\b"
        r"|\b(?:this|the) (?:bot|chat|site|page|form|website)\b(?! (?:we|from|on our))"
    ),
    r"^(?:これは)?(?:クレーム|苦情)(?:です|だ|を(?:言|入れ|申))",
    # polite phrases
    r"大変(?:お世話|失礼|恐縮|申し訳|助か|ありがた|参考)|遅くなり(?:まし|申)|遅(?:くなって|れて)(?:すみ|申|ごめ)",
    r"\bsorry (?:for|about|to)\b",
    # it goes well
    r"うまく(?:い|行|回)って(?:い)?(?:ます|る|おり)",
    r"(?:返信|対応|返事)(?:は|も)[^。]{0,4}(?:早い|速い|でき(?:て(?:い)?る)?)(?:方|ほう|です|と思)",
    r"^(?:まあ)?(?:ぼちぼち|そこそこ|普通|ふつう|順調|まずまず|まあまあ)(?:です|かな|ですね|ですかね)?$",
    r"(?:試し|聞い|見|お礼|確認|質問し)(?:て(?:み)?)?た?だけ(?:です|なので|でした)",
    r"^(?:forget (?:it|about it)|never ?mind)\b",
    r"^(?:[^。]{0,10}(?:以内|まで|中)に)(?:は)?(?:何|なん)とか(?:したい|できれば)(?:です|と思)?[^。]{0,4}$",
    # dates not known
    r"(?:時期|予定|日程|スケジュール|予算)(?:は|も|が)?(?:まだ)?(?:具体的に)?(?:決ま|未定|分か|わか)",
    # no problem
    (
        r"(?:課題|問題|悩み)という(?:ほど|わけ)(?:の(?:もの|こと))?(?:では|じゃ|でも)|"
        r"(?:課題|問題|困り(?:ごと|事)|悩み|不満|困ること|不便)(?:は|も|って|など)?"
        r"(?:今のところ|現状|特に|とくに|あまり|そんなに|別に|まったく|全く|正直)*、?"
        r"(?:な(?:い|く(?!な|した)|し)|あり?ませ|ございませ|感じて(?:い)?(?:な|ませ))"
    ),
    r"困って(?:は|も)?(?:い)?(?:な|ませ|おりませ)|困りごとは?(?:な|あり)",
    (
        r"^(?:今|いま|現在|本日|今日|明日|昨日|それ|これ|あれ|どれ|ここ|そこ|私|僕|俺|自分|誰|何|人|方|者"
        r"|件|例|他|次|前|後|上|下|中|外"
        r"|全部|全て|以上|同上|上記|下記|普通|適当|別件|本件"
        r"|実は|実際は?|ちなみに|正直(?:に)?|基本的には?|また|あと|なお|それから|ただ|例えば|たとえば|一応|とりあえず|やっぱり|やはり|訂正)$"
    ),
    r"特に(?:は)?(?:な(?:い|し)|あり?ませ|ございませ|何も|困)|とくに(?:は)?(?:な(?:い|し)|あり?ませ|ございませ|何も)",
    # it goes well
    (
        r"(?:大丈夫|満足|順調|うまく(?:い|行)って|間に合って|解決(?:し(?:ました|た)|済|でき)|足りて)"
        r"(?:な[いく](?!て)|いま|ます|し(?:て|まし)|です|い?る|ており|でき|済)"
    ),
    # no problem
    r"問題(?:は|も)?(?:な(?:い|く)|あり?ませ)|(?:の|こと)は(?:問題(?:では|じゃ)な|大丈夫|いい|良い|OK|平気|悪くな)",
    # the first half of a contrast
    r"(?:では|じゃ)な(?:くて?|い)(?:のですが)?、?$",
    # a short no
    r"^(?:なし|無し|ない|ないです|ありません|ございません|なんもない)[。!]*$",
    # solved
    r"(?:解消|改善|解決)(?:し|され|でき)(?:まし|た|済)|以前は.*(?:今は|現在は)",
    r"^(?:以前|前|昔|去年まで|かつて)は[^、]*(?:でした|ました|だった|かった|てた)(?:が|けど|けれど|んです)",
    # no problem
    (
        r"\b(?:no|not any|don't have (?:any|a)|without|haven't any|not really any|none)\b "
        r"(?:real |big |particular |major |specific |actual )?"
        r"(?:problems?|issues?|challenges?|pain(?: points?)?|complaints?|trouble)\b"
    ),
    # it goes well
    (
        r"(?:is|are|was|were|'s|'re|works?|working|going|doing) "
        r"(?:just |really |pretty |all |totally |perfectly |quite |very )?"
        r"(?:fine|ok(?:ay)?|good|great|well|happy|smooth\w*|satisfied|covered)\b(?! but)"
    ),
    # no problem
    (
        r"(?:isn't|is not|aren't|not) (?:really )?(?:a |an |the |our |my )?"
        r"(?:problem|issue|challenge|concern|bottleneck)"
    ),
    r"\bhappy with\b|\bsatisfied with\b|\bno complaints\b",
    # solved
    r"\b(?:fixed|solved|resolved|sorted)\b(?: (?:it|that|this))?(?: (?:already|last|now|ourselves))",
    r"\bused to (?:be|have|struggle|lose|miss|take)\b",
    # a short no
    (
        r"^(?:none|nothing|no|nope|nah|not really|nothing (?:really|special|specific|comes to mind))\b[.! ]*"
        r"(?:$|,|tbh|really|we|just)"
    ),
    # it goes well
    r"\ball good\b|\bwe're good\b|we are good\b|nothing (?:in particular|major|specific|really|is broken|to fix)",
    r"just (?:comparing|looking|browsing|curious)",
)

# Asks or wishes; no statement about themselves.
REQUEST = (
    r"[??]\s*$|(?:(?:ます|でしょう|ません|ない)か(?:ね|な)?|ですか)[。!]?$",
    (
        r"(?:教えて|見せて|送って(?!しま|い(?:る|ます))|知りたい|聞きたい|伺いたい|お聞かせ|詳しく|ください|下さい"
        r"|いただけ|頂け|お願い"
        r"|お願いし(?:ます|たい)|資料(?:が|を)(?![^。]{0,6}(?:忘れ|作っ|作り|探))|ほしい(?:です)?$|欲しい(?:です)?$"
        r"|(?:もらえ|くれ)(?:ます|ませ|る|ない)?(?:ん(?:です)?)?(?:か|[??]|でしょう)|もらえ(?:ると|れば|たら|ます)"
        r"|見たい"
        r"|話したい"
        r"|見積(?:も?り)?書?(?:を|が|も|は)?(?:お?願|ご?希望|ご?依頼(?:し|させ|の件)|ほし|欲し|もら|いただ|頂"
        r"|取りたい|出して(?:ほ|く|い)|出ます|[。!?]?$))"
    ),
    (
        r"^(?:どう(?!しても|にも)|何(?!とか|も|でも|度|か|を\w{1,4}ても)|なに(?!か)|なぜ|いつ(?!も|の間|か)|どこ(?!か"
        r"|も|でも)"
        r"|どの|どんな|誰(?!も|か|でも))(?!.*(?:(?:分か|わか|判)ら|見え|決ま"
        r"|把握|掴|つかめ|読め|不明|追え|迷|悩|決め|もめ|揉め|記録がな|残って(?:い)?な|示せ|忘れ|分かった))[^。]{0,25}"
        r"(?:か|の|\?|ですか)|と(?:の)?違い"
    ),
    r"について(?:$|。|の)|って(?:何|なに|どう)|\?\s*$",
    (
        r"^(?:(?:can|could|does|do|is|are|will|would|how|what|who|where|which|why|should|did|has|have you)\b(?!')"
        r"|when (?:can|could|do|does|did|is|are|will|would|should|has|have|available)\b)"
    ),
    (
        r"\b(?:please (?:send|tell|show|call|share|explain)|tell me|send me|show me"
        r"|i(?:'d| would) like (?:to (?:see|know|book|talk|speak|get|learn)|a|the|some)|can (?:you|i|we)"
        r"|could (?:you|i|we)|let me (?:know|speak)|interested in"
        r"|looking for (?!\w+ (?:way|means|tool|system|solution|something) (?:to|that|which)\b)(?:a|an|info"
        r"|information|pricing|your))\b"
    ),
)

# A problem that is over; what comes after may be one again.
SOLVED = (
    (
        r"(?:でした|ました|だった|た|って)(?:が|けど|けれど)、?[^。]{0,24}?(?:今は|現在は|もう"
        r"|おかげで|最近は|ので)[^。]{0,16}?(?:替え(?:まし|た|て)|変え(?:まし|た)|乗り換え(?:まし|た)|快適"
        r"|直り|直っ|大丈夫|解決|改善|解消|問題な|平気|落ち着|安定"
        r"|なくなり|減り)[^。、]*"
    ),
    (
        r"(?:だいぶ|もう|すでに|既に|とっくに)?(?:前に)?(?:解決|解消|改善)(?:し|でき|され)(?:た"
        r"|まし|済|て(?:い|お))[^。、]*"
    ),
    (
        r"\b(?:was|were|used to|had|did|been)\b[^.]*?\b(?:but|until|before|then"
        r"|though)\b[^.]*?\b(?:fix\w*|solv\w*|sort\w*|resolv\w*|handled|took care|under control"
        r"|better|fine now|stopped|gone|helped)\b(?: (?:that|it|this))?(?: out)?"
    ),
    (
        r"\bbut (?:we|they|it|that|the [\w ]{2,20}) (?:has |have |'ve |got |just |already "
        r"|since )*(?:fix\w*|solv\w*|sort\w*|resolv\w*|handled|took care)[^.,]*"
    ),
    (
        r"\b(?:we|we've|we have|have|already|since|mostly|they've|got)(?: (?:already|since|mostly"
        r"|now|just))* (?:fixed|solved|sorted|resolved)\b[^.,]*"
    ),
)

# The whole sentence is about us, or offers us help.
ABOUT_US = (
    # asked of the product: what happens when something else does
    r"^\W*(?:(?:and|but|so|also|ok(?:ay)?|hi|hello)\W+)*(?:when|if|once|whenever|in case) "
    r"(?!(?:\w+ ){0,3}?(?:we|our|us|my|i)\b)"
    r"[^,?!.]{3,60},? (?:does|do|will|would|can|could|is|are|should) "
    r"(?:it|they|the|your|that|this|these|you|we|i|one)\b[^?!.,]*\?",
    r"\byours?\b[^.]*\b(?:we|our (?:\w+ ){1,2})can (?:help|change|fix|solve|stop|take|answer)\b"
    r"|\blet our (?:\w+ ){1,2}(?:help|answer|take|fill)\b",
    (
        r"\b(?:i|we)(?:'ve| have)? (?:already )?(?:called|phoned|asked|wrote|written|e-?mailed"
        r"|messaged)\b[^.]{0,30}\b(?:but|and|yet|still)\b"
    ),
    (
        r"^\W*you (?:guys |people |all |lot )?(?:never (?!know)|don't|didn't|keep|always|can't|aren't|haven't|are)\b"
        r"|^\W*(?:and |but |so |also |honestly,? |frankly,? )*your (?:\w+ ){1,3}(?:is|are|was|were|has|have"
        r"|had|did|does|do"
        r"|isn't|aren't|didn't|never|took|came|gave|keeps?|made|missed|failed|broke|told)\b"
    ),
    r"(?:折り?返し|ご?返信|ご?連絡|ご?回答)(?:が|も|を)(?:いただけ|もらえ|頂け|あり)(?:て(?:い|お))?(?:な|ま?せ)",
    (
        r"^\W*(?:すみませんが?、?|あの、?|正直、?)?(?:御社|貴社|そちら|おたく)(?:さん|様)?(?:の"
        r"|は|から)[^。]{0,10}(?:サイト|ページ|サービス|営業|担当|対応|返信|返事|回答|チャット"
        r"|ボット|電話|メール|料金|製品)"
    ),
)

# What they are and how much they have: no problem unless something else in the clause says so.
FACTS = (
    (
        r"^(?!.*(?:ツール|システム|台帳|窓口|フォーム|入口|エクセル|しか|だけ)).*[\d一二三四五六七八九十]+\s?(?:つ|台"
        r"|[かヶカ]所|拠点|名|人|社|店舗?|本|件|工場|棟|ライン|年)(?:ほど|くらい"
        r"|ぐらい)?(?:が|を|の)?\s?"
        r"(?:あ(?:り|る)|です|でして|い(?:ます|る)|おり|持って|構え|展開|運営|稼働|やって)|^(?:業種|業界|事業内容"
        r")は"
        r"|^(?:毎[日朝晩週月]|[\d一二三]+(?:分|時間|日)(?:ごと|おき|毎)に)(?!.*(?:な[いく]|ませ|しか|忘れ|遅れ|手作業|しま|ちゃ))[^、。]{2,20}ます$"
        r"|(?:(?<![作残])業|メーカー|工場|商社|会社|法人)(?:です|でございます|をして(?:い|おり)ます|を(?:営|経営"
        r"|運営)\S{2,6})。?$"
    ),
    (
        r"^(?:(?:it's|that's|there are|we have) )?(?:about |around |roughly |approximately |some |over |maybe )*\d+ "
        r"(?!.*\b(?:hours?|days?|minutes|times|no|not|lost|late|failed|unanswered)\b)(?!.*%)(?:[a-z]+ ?){1,7}$"
        r"|^(?:we|i) (?:make|produce|manufacture|sell|build|bottle|ship|brew|bake|distribute|supply|pack|print"
        r"|assemble)\b"
        r"(?!.*\b(?:no|not|only|without|los\w+|miss\w*|fail\w*|late|slow\w*|away|by hand|manual\w*)\b)(?!.*n't)"
        r"|^(?:we|i)(?:'re| are| have| run| own| operate| make| produce| manufacture| sell| build| bottle"
        r"| ship)(?: got)?"
        r" (?:about |around |roughly |over |nearly )?(?:\d|an? |two|three|four|five|six|seven|eight|nine|ten|twelve"
        r"|twenty|several|some)"
        r"(?!.*\b(?:no|not|only|without|los\w+|miss\w*|fail\w*|late|slow\w*|away|by hand|manual\w*)\b)(?!.*n't)"
    ),
    # when it would best be fitted
    r"(?:取り?付け|付け|設置|導入|稼働|施工|工事|納品|納入|始め|動か)[^。、]{0,8}(?:と|たら|れば|なら)[^。、]{0,6}"
    r"(?:嬉し|うれし|理想|ベスト|助か|幸い|いい|良い|ありがた|最高)",
    # who writes, where they work, at what they work
    (
        r"(?:[一-鿿ァ-ヶーの](?:屋|工場|会社|企業|法人|メーカー|商社|病院|学校|大学|製作所|工房|研究所|役所|市役所|委員会|組合|公社"
        r"|倉庫|ホテル|旅館|農園|牧場|造船所|発電所|処理場|浄水場|ポンプ場|事業所|営業所|支店|本社|代理店|商店)"
        r"|(?:[造工鋼水運農漁林鉱建設産売]|サービス|サ)業)"
        r"(?:の(?:\w{0,6}(?:保全|工務|設備|施設|管理|生産技術|現場|総務|購買|品管|品質保証|技術|担当|課|部|係|者|人間|社員|オーナー)))?"
        r"(?:です|だ|でございます|になります|をして(?:い|お)[るりま]\w*|をやって(?:い|お)?[るりま]\w*|を(?:営|経営)\w+)?(?:ね|よ|が|けど)?$"
        r"|(?:[技製生保設総経営購施工品情]\w{0,5}(?:部|課|係)|課長|部長|係長|主任|工場長|所長|班長|生産技術|工務|コンサル(?:タント)?"
        r"|の担当)(?:です|でございます|をして(?:い|お)[るりま]\w*|をやって(?:い|お)?[るりま]\w*)$"
        r"|の(?:者|人間)(?:です)?$"
        r"|(?:加工|製造|生産|管理|運営|保守|販売|経営|運転)を?(?:して|やって|担当して)(?:い|お)?(?:る|ります|ます)(?:会社|者|立場)?(?:です)?$"
    ),
    # what they have and what it does
    (
        r"\d\s?(?:rpm|k?w|k?v|hz|mm|cm|km|m|℃|度|馬力|hp|kva|mpa|トン|t|kg)(?![a-z])[^がをも]{0,10}$"
        r"|^(?:主な?)?(?:設備|対象|機械|機種|装置|モーター|回転数?|電源|電圧|温度)は[^がをて]{0,28}(?:[ァ-ヶー]{2}|機|炉|装置|[\da-z%℃]|くらい|ぐらい|ほど)(?:です)?$|^屋[内外]"
        r"|^[^\s、とや・]{0,6}(?:[ァ-ヶー]{2}|機|炉|装置|設備|槽|塔)"
        r"(?:(?:、(?:あと|それと)?|・|とか、?|と|や)[^\s、とや・]{0,6}(?:[ァ-ヶー]{2}|機|炉|装置|設備|槽|塔)){1,8}(?:など|とか)?(?:です)?$"
    ),
    (
        r"\b\d[\d.,]* ?(?:rpm|kw|hp|volts?|v|hz|mm|cm|bar|psi|degrees|deg|°?c|tons?)\b"
        r"|^(?:it's |they're |all )?(?:out|in)doors?\b"
        r"|^(?:we|i)(?:'ve| have) (?:got )?(?:[a-z]+ ){1,4}(?:that|which) (?:only |just )?(?:runs?|operates?|starts?)"
        r" (?:\w+ ){0,3}(?:times?|hours|days|months|weeks?)(?: (?:a|per) \w+)?$"
        r"|^(?:i'm |i am |we're |we are )?(?:an? |the )?(?:\w+ ){0,3}"
        r"(?:manager|engineer|supervisor|technician|operator|director|consultant|integrator|distributor|mill|factory|plant"
        r"|bakery|shipyard|refinery|foundry|brewery|hospital|hotel|university|utility|municipality|works)"
        r"(?: (?:at|in|for|near|from|of|here|with)\b(?: \w+){0,5})?$"
        r"|^(?:i|we) (?:run|manage|lead|head|look after|do|handle) (?:the )?(?:maintenance|engineering|operations"
        r"|production|facilities|procurement|purchasing)(?: \w+)? (?:at|in|for|of)\b(?: \w+){0,5}$"
    ),
)

# An answer to another question or to none: a date, a place, a name, a decision, thanks.
ANOTHER_ANSWER = (
    r"いつでも|空いて|都合(?:で|に|の)|曜日?(?:です|で|$)|(?:です|ます)か|でしょうか|(?:ください|下さい|お願いし|ほしい"
    r"|欲しい|たいです"
    r"|たいんです|たい$)|(?:私|自分|社長|上司|上長|部長|課長|役員)(?:が|で|に)(?:決|判断)"
    r"|稟議|承認|(?:以内|来月|今月|来年|今期|来期|年度|未定|決まって)|使って(?:い)?ます"
    r"|導入して(?:い)?ます|名です|人です$"
    r"|(?:と申し|と言い|の者|です。?$(?<=様です))|検討|比較|興味|話題|なるほど|面白|良さそう"
    r"|いい(?:です)?ね|すごい|楽しみ|初めて|はじめて|見(?:に来|てい)|テスト|試し|ok|OK"
    r"|株式会社|有限会社|@",
    r"^\W*needs? (?!more\b|some(?:one|body)\b|better\b|people\b|help\b|to\b)",
    r"^(?:they|customers?|clients?)(?:'d| would)\b",
    r"^\W*(?:(?:and|but|so|also|ok|or) )*(?:is|are|do|does|did|can|could|will|would|should|has|have) "
    r"(?:it|that|this|they|you|we|i|any\w*|one|the|your|there)\b"
    r"|^(?:i|we)(?:'d| would|'ll| will| want| need| like| think| guess it's| hope)\b"
    r"|\b(?:please|interested|looking (?:for|at|into)|demo|price|pricing|quote|next (?:week"
    r"|month|year)|this (?:week|month|year)|asap|soon|decide|decision|boss|approval"
    r"|budget holder|my name|i'm|i am|from|our company|customers love|works? great"
    r"|great|good|nice|love|happy|cool|interesting|hello|hi|test|what's it|mind|whatever|you guys|your)\b",
)
# Words that are an answer of another kind, not a problem in one noun.
CHAT_WORDS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|dozen|several"
    r"|oh|ah|aha|well|my|our|boss|manager|decides?|in|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|spring|summer|fall|winter|autumn|q[1-4]|i|you|we"
    r"|it|me|soon|asap|now|month|next|this|today|demo|call|email|price|pricing|hello|hi|hey"
    r"|sorry|right|wrong|exactly|correct"
    r"|true|false|agreed|done|fine|good|great|cool|nice|perfect|wait|stop|help|please|thanks"
    r"|thank|yes|yeah|yep|yup|no|nope|nah|none"
    r"|ok|okay|sure|maybe|perhaps|later|what|why|who|when|where|how|huh|hm+|um+|uh+|lol|haha"
    r"|wow|test|bye|same|idk|dunno|skip|pass"
    r"|never|nothing|anything|whatever|english|japanese|human|person|bot|really|seriously"
    r"|indeed|absolutely|interesting|continue|enough|fair|understood|noted|gotcha|alright|ciao|goodbye|regards|cheers"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mornings?|afternoons?|evenings?|anytime|whenever|waiting|still"
    r"|actually|basically|honestly|frankly|anyway|anyhow|besides|additionally|welcome|sir|madam|dear|team|please|name|number|address|mail|sec|second|minute|moment"
)
