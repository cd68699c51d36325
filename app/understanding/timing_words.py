"""Words around a date that say what it is about, and words of hurry and of no date at all."""

# What a date belongs to, best first: use > end of the old contract > decision > budget > evaluation.
GO_LIVE, EXPIRY, DECIDE, BUDGET, EVALUATE, UNKNOWN, ELSEWHERE = 5, 4, 3, 2, 1, 0, -1

CUES_JA = {
    EXPIRY: (
        r"(?<!よく)(?<!すぐ)(?<!たび)(?<!途)切れ(?!て(?:ばかり|困))|契約(?:の)?更新|契約(?:が|の)?満了|満了"
        # 「設備更新」: machines of theirs, not an agreement
        r"|(?<!設備)(?<!機器)(?<!装置)(?<!機械)(?<!ライン)(?<!老朽)(?<!設備の)(?<!機器の)(?<!装置の)(?<!機械の)(?<!ラインの)"
        r"(?<![炉機]の)(?<!プの)(?<!ーの)(?<!の全面)(?<!設備を)更新(?!工事)|保守(?:が|も)?終了|サポート(?:が|も)?終了"
        r"|(?<!提出)(?<!提出の)(?<!回答)(?<!返信)(?<!応募)(?<!申請)(?<!申込)(?<!支払)(?<!入札)期限|解約",
        r"(?:契約|リース|保守|ライセンス|サポート|(?:今|現行)の(?:システム|ツール|サービス))(?:期間)?が?(?:終わ|終了"
        r"|まで)|終了(?:し|する|予定|なので|のため)",
        r"リース(?:アップ|が)",
    ),
    GO_LIVE: (
        (
            r"(?:台|個|本|席|拠点|ライセンス)(?:を|ほど)?(?:追加|増設|増や)|増設|取り?付け|付けたい|つけたい"
            r"|設置|据え付け|置き(?:たい|始)|置く|配備|試し"
        ),
        r"導入(?!事例)|利用|使い|使え|使う|使お|稼働|運用|開始|スタート|始め|はじめ|始動|リリース|切り?替え|入れ替え",
        (
            r"リプレ[イー]?ス|乗り換え|本番|立ち上げ|入れた|入れる|入れ|(?:設備|機器|装置|機械|ライン|老朽)の?更新|更新工事|動かし(?!てい?[るま])|カットオーバー|間に合"
            r"|実装|必要|置き換え|改善|見直"
        ),
        r"(?:動か|回|走らせ|まわ)(?:せ(?:る|れば|たら)|す(?:のは(?![大難怖])|なら)|したい|し始)|手を打[ちっ]|対策(?:を(?:打|し)|した)|片を?付け(?:た[いく]|て|ない)",
        (
            r"(?:[付着つ載乗の]け|[載乗の]せ|[張貼]り|仕掛け|仕込み|掛け|埋め|組み込み|つな[ぎげ]|繋ぎ|測り|計り|見張[りれ]る?|任せ"
            r"|(?:停止|故障|不良|ロス|トラブル|見回り|巡回|点検|手間|呼び出し|手書き|手作業|手入力|紙)[^。、]{0,4}?(?:減らし|[無な]くし|防ぎ|止め|やめ|抑え)|揃え|そろえ|見え(?:る|て)|見られる)"
            r"(?:た[いく]|なあかん|ないと(?:いけ|だめ|困)|られ?れば|ように(?:し|な))"
        ),
        # 「付けときたい」「整えておきたい」: they want it done by then, whatever it is.
        (
            r"(?<![見べ増雇寝])(?<!話し)(?<!確認し)(?<!相談し)(?<!お願いし)(?<!連絡し)(?<!聞い|きい|知っ|会っ|さえ|休ん|やし)"
            r"(?:[てで]お(?:きた[いく]|かな|ければ|けたら|かん)|[とど](?:きた[いく]|かな[あいきく]|かんと|ければ))"
        ),
        r"(?<!見積の)(?<!見積もりの)(?<!資料の)(?<!への)(?<!との)(?<!向けの)納期(?=は|:|も|を|希望|にお願い|で(?:お願い|可能))"
        r"|納[品入](?=は|:|希望|可能|で(?:お願い|希望|可能|頼)|して(?!い)|いただ|頂|でき|を?(?:お願い|希望)|に?間に合|だと)|移行|展開|整え|解決|何とか|なんとか|サービスイン|ローンチ|つかい|どうにゅう|欲しい|ほしい",
        r"[てで]しま(?:いたい|えれば|いたく)|直(?:したい|して(?:ほし|欲し|くれ|もら|くだ|下さ))",
        r"入社するタイミング|入るタイミング|タイミングで|に合わせ",
    ),
    DECIDE: (
        r"契約|決定|決め|発注|購入|選定|入札(?!(?:書|票)?の?(?:期限|期日|締|〆))|公募|稟議|決裁|申し?込|買い|決ま|結論|判断",
    ),
    BUDGET: (r"予算|使い切",),
    EVALUATE: (
        r"検討|比較|評価|PoC|試験|動(?:い|き|け)|進め|着手|考え|目標|目処|めど|目途|目安|希望|予定(?!してい?た)|計画|プロジェクト",
    ),
    ELSEWHERE: (
        r"(?:提出|回答|返信|応募|申請|申込|入札|質問)(?:書|票)?の?(?:期限|期日|締め?切り?|〆切|日)|必着|開札",
        r"かけて(?:こい|くだ|下さ|くれ|ほし|欲し|もら|いただ)|よこせ|寒(?:い|く)|暑(?:い|く)|天気|オンライン|説明|[月火水木金土日]曜",
        r"デモ|打ち?合わ?せ|面談|商談|(?:お|ご)?電話|お話|ミーティング|MTG|アポ|訪問|会議|セミナー|ウェビナー|展示会",
        r"イベント|資料|見積|連絡|返信|返事|回答|折り?返し|無料|トライアル|お試し|異動|入社(?:し|で)|創業|設立|移転",
        r"説明会|時間(?:を|が|いただ|頂|ござ)|空いて|届|送っ|送付|休み|休業|不在|名刺|問い?合わせ|担当者?が(?:変|替)",
        r"採用|引き継|オープン(?!に)|上場|合併|辞め|退職|件|売上|キャンペーン|メールし",
    ),
}

CUES_EN = {
    EXPIRY: (
        # "equipment renewal", "renewing the pumps": machines of theirs, not an agreement
        r"expir\w*|(?<!equipment )(?<!plant )(?<!machinery )(?<!machine )(?<!line )(?<!pump )"
        r"(?<!asset )(?<!boiler )renew\w*\b"
        r"(?! (?:of )?(?:the |our |all |some )*(?:\w+ ){0,2}"
        r"(?:plant|pumps?|machines?|machinery|equipment|lines?|motors?"
        r"|boilers?|chillers?|compressors?|fans?)\b)",
        (
            r"(?:contract|lease|licen[sc]e|agreement|subscription|support|deal)'s (?:up|over|done)|"
            r"(?:contract|lease|licen[sc]e|agreement|subscription|support|deal)\b[^.]{0,30}\b"
            r"(?:ends?|ending|is up|runs? out|over|until|through|lapses?|terminates?)"
        ),
        r"end of life|up for renewal|locked in(?:to)?",
    ),
    GO_LIVE: (
        r"go(?:ing)?[ -]live|\blive\b|launch\w*|\bstart\w*|begin\w*|roll\w*[ -]?out|implement\w*|deploy\w*|in place",
        r"running|\bus(?:e|ing)\b|\bneed\w*|\bwant\w*|get (?:it|this|going|started)|switch\w*|migrat\w*|replac\w*",
        r"\b(?:retro)?fit(?:ted|ting)? (?:them|it|these|those|sensors|the)\b|sorted|\bfix\w*|\bsolv\w*|set up"
        r"|onboard\w*|adopt\w*|install\w*|\bready\b|kick(?:ing)? off|target\w*",
        (
            r"(?:^|[.,;] ?|\b(?:it|they|these|this|sensors?) )(?:must|has to|have to|needs? to|got to|should) be in\b"
            r"|\bfull use\b|\bin production\b|\bproduction (?:use|rollout)\b|\bproduction(?= from\b)"
            r"|\b(?:like|love|get|have) (?:it|them|these|those|everything) (?:fitted|wired|hooked up|mounted)\b"
            r"|\b(?:'d|would) (?:love|like|prefer) to (?:be (?!call|talk|speak|hear|meet)\w+ing|have eyes)\b"
        ),
        r"(?<!our )\bdelivery(?: date)?:?"
        r"(?= ?(?:by|before|in|on|no later|not later|needed|required|wanted|requested|possible|:)?\s*$)"
        r"|\b(?:be|get|have|them|it|these|sensors?|units?|everything) delivered\b(?! (?:late|to (?:our|the) c))",
        r"\b(?:gets?|be|been|have|having|are|is)(?: \w+)? (?:mounted|fitted|retrofitted|wired)\b",
        r"\bdelivery(?: \w+)?:(?=[^.\n]{0,40}, ?(?:by|before|on|no later than) (?:the )?$)",
        r"\b(?:can|could|will|would|to) (?:only )?take (?:it |this |that )?up\b",
        r"operational|\bhav(?:e|ing) (?:it|this|something|a (?:tool|system|solution))",
    ),
    DECIDE: (
        r"decid\w*|decision|\bsign\w*|purchas\w*|\bbuy\w*|contract\w*|choos\w*|\bpick\w*|commit\w*|order\w*",
        r"procure\w*|\b(?:go(?:es|ing)? (?:out )?to tender|(?:tender|rfp|rfq|itt)(?:ing)? (?:is|goes|comes? out|opens?"
        r"|starts?|planned|due)|(?:issue|publish|run|put out) (?:an?|the|our) (?:rfp|rfq|tender|itt))\b",
    ),
    BUDGET: (r"budget\w*|\bfunds\b|funding|\bspend\b|\bspent (?:by|before)\b",),
    EVALUATE: (
        r"evaluat\w*|compar\w*|look(?:ing)? (?:at|into|for)|explor\w*|pilot\w*|\bpoc\b|consider\w*|plan\w*|review\w*",
        r"revisit\w*|aim\w*|hop(?:e|ing)|ideal\w*|timeline|think\w*|shoot\w*|project",
    ),
    ELSEWHERE: (
        r"\bask (?:me|us|again)\b|(?:check|come|circle) back|\bhad\b|happened|broke\b|stopped|failed"
        r"|(?<!these )(?<!our )breakdowns?\b|\bwent (?:down|dead|off|offline|out|dark|silent)\b|\b(?:died|crashed)\b",
        (
            r"\bdemos?\b|\bcall\w*|meeting\w*|\bmeets?\b|\btalk\w*|\bchat\b(?! (?:tool|software|widget"
            r"|bot|system|app|platform|solution|vendor))|\bspeak\w*|webinar\w*|\bslots?\b|available"
        ),
        r"\b(?:see|know|hear|get|have) (?:the|your|a|some) (?:\w+ )?(?:prices?|pricing|numbers?|figures?)\b|\bclosed\b",
        r"\bwent (?:bad(?:ly)?|well|wrong|fine)\b"
        r"|\b(?:dropped|gave|cut|conked|packed|burn(?:ed|t)|fell|blew|came) (?:out|up|over|in|off|apart)\b"
        r"|\b(?:tripped|seized|leaked|quit|postponed|cancell?ed|lost|froze|jammed|snapped|cracked|overheated)\b",
        r"free (?:on|at|for)|\bsend\w*|\bbrochure|\bquote\b|\btrial\w*|\brepl(?:y|ies|ied)\b|respon\w*|answer\w*",
        r"founded|since|joined|hired|moved|\blast\b|\bago\b|conference|trade show|\bevent\w*|vacation|out of office",
        r"back in the office|\bvisit\w*|get back to|email\w*|schedul\w*|\binterview|met (?:you|your)|downloaded",
        r"opened|intern\b|avenue|street|floor|follow up",
    ),
}

HOUR_BEHIND = (
    r"(?:\(.\))?(?:(?:か|または|もしくは|、|・)\d{1,2}日(?:\(.\))?)?(?:の|に|、|,|\s)*(?:(?:午前|午後|朝|夕方|夜)?\d{1,2}(?:時(?!間)|:\d\d)|(?:午前|午後|夕方)(?:中|[にでをはが]|なら|[、。\s]|$))"
    r"|,? (?:(?:at|around|after|before|from) )?(?:\d{1,2}(?::\d\d)? ?(?:am|pm)\b|\d{1,2}:\d\d)"
    r"|,? (?:morning|afternoon|evening)\b|,? at \d{1,2}\b(?! (?:sites|plants|locations))"
)
HOUR_BEFORE = r"(?:\d ?(?:am|pm)|\d{1,2}:\d\d),? (?:on )?$|\d時に?[、\s]*$"

# Today or tomorrow is when they want it in use only beside these words: "I want an apology today" is none.
IN_USE_EN = (
    r"\b(?:live|start\w*|begin\w*|us(?:e|ing)|install\w*|deploy\w*|running|launch\w*|in place|set up"
    r"|roll\w*|it|this|order\w*|buy\w*|switch\w*|replac\w*|implement\w*|something|one)\b"
)

FILL_JA = (
    r"(?:(?<=[春夏秋冬])先|頃|ごろ|ころ|くらい|ぐらい|あたり|辺り|ほど|程度|前後|中|ちゅう|末|の間|時点|のタイミング)*"
)
OPEN_JA = FILL_JA + (
    # 「9月までは付けられません」「6月より早くは無理」, but not 「9月までは待てません」
    r"(?:まで(?:は|には(?=何も))(?![^。、]{0,12}(?:待|[持保も]た|[持保も]ち))[^。、\d]{0,16}?(?:ません(?!か)|ない(?![とかでな])|できん)"
    r"|より(?:も)?(?:前|早く)に?は?(?:(?!ないと|なければ|なきゃ|なくて|なくちゃ|ねば)[^。、\d]){0,14}?(?:ません(?!か)|ない(?![とかでな])|無理|難し)"
    r"|以降|いこう|以後|より後|より先|を過ぎ|過ぎ|が終わ|が明け|になってから|にならないと|じゃないと"
    r"|でないと|まで(?:は|には)?(?:無理|難し|動け|待(?!て(?:な|ま))|忙し|でき|身動き|厳し))"
)
BY_BEFORE_JA = r"(?:遅く(?:とも|ても)|おそくとも|何としても)、?$"
BY_JA = FILL_JA + (
    r"(?:いっぱい|(?:の?(?:商戦|シーズン))?まで|迄|以内"
    r"|(?:になる|に入る|が?(?:来る|くる|始まる|はじまる)|を迎える)まで"
    r"|の?[^、。\d\sはがをにで以午]{0,10}?(?:になる|に入る|が?(?:来る|くる|始まる|はじまる)|を迎える)?の?"
    r"(?:(?<![以午名目手事寸直建])前(?![後年月期職任提回向日半者払])|まえ)(?=に|まで|は(?!無)|[、。!]|$|が|くらい|ぐらい)"
    r"|の[^、。\d\sはがをにで以]{1,10}?まで(?=に|[、。!]|$)|の?(?:繁忙期|商戦|シーズン|ピーク|決算|株主総会|監査|展示会"
    r"|セミナー|オープン|開業|リニューアル|更新|休み|連休|イベント|引っ越し|移転|異動"
    r"|採用)(?:に入る|が始まる)?の?前|のうち|内に|内を|内で|に間に合|(?<![以午])の?前(?!年|後|月|期|職|任"
    r"|提)|より(?:前|早く))"
)
# 「夏になるまで」「夏になる前」: to the day before it begins.
EVE_JA = r"前(?!後)|まえ|より早く|[るう]まで"
NEGATED_JA = (
    (
        r"(?:[^、。\d]{0,14}?(?:には|は|だと|じゃ)(?:もう|さすがに|ちょっと|到底|絶対|たぶん"
        r"|おそらく)*(?:予算(?:が|は|も)?(?:な[いく]|取れ|使い切|残って|つか|付か)|間に合(?:わ"
        r"|いそうにな|いませ)|まにあわ|無理|むり|難し(?!けれ)|むずかし|厳し|きびし))|"
    )
    + FILL_JA
    + r"(?:まで(?:に)?、?は(?:無理|難し|厳し|間に合わ)|では?なく|じゃなく|でなく|ではありません|じゃないです"
    r"|[はが](?:もう|全部|すべて|全て|全滅で?)?(?:だめ|ダメ|駄目)|は(?:もう)?(?:無理|難し|厳し|間に合わ|ちょっと"
    r"|さすがに|忙し|見送)|以外|だと(?:無理|早|遅|間に合わ|厳し|難)"
    r"|は早|は予算(?:が|は|も)?(?:な|無|取れ|とれ|付か|つか|使い切)|には(?:間に合わ|無理)|というより"
    r"|と言いたい|といいたい|は過ぎ|が過ぎ|は終わ|は無し|はなし|も難し|も無理)"
)
# The date itself is a limit when the rest says so: 「6月に稼働するので、それに間に合わせたい」.
UNTIL_THEN = (
    r"^の?(?:展示会|イベント|セミナー|オープン|開業|移転|株主総会)(?:まで(?!の)|に間に合|の?前(?!の))"
    # 「担当が6月に異動する前に」
    r"|^(?:末|頃|中)?(?:に|で)[^。、\d]{0,6}?(?:異動|退職|定年|退任|引退|移転|引っ越|開業|開店|オープン|再開|閉鎖|閉店|辞め|卒業|帰国|転勤|産休"
    r"|育休)[^。、\d]{0,6}?(?:まで(?=に|で)|(?:前|まえ)(?=に|まで|で))"
    r"|それ(?:まで|に間に合)|その前(?:に|まで|で|です|[。、!\s]|$)|\b(?:by|before) (?:then|that)\b"
)
# 「予算が4月に下りるので、それ以降」 "budget opens in April, so after that"
FROM_THEN = r"それ(?:以降|より後|が(?:済|終))|その後(?:に|で|です|から|[。!]|$)|\b(?:after|from) (?:that|then)\b"
# "our contract ends in June, so not before then"
NOT_BEFORE_THEN = (
    r"それ(?:まで|以前|より前)(?:は|には)?[^。]{0,6}(?:無理|難し|でき|動け|不可|ない)"
    r"|\b(?:not|n't|cannot|nothing)\b[^.]{0,20}\b(?:before|until|till) (?:then|that)\b"
)
JOIN_JA = (
    r"\s*(?:(?:頃|ごろ|くらい|ぐらい|上旬|末)?(?:から|~|-|、もしくは|もしくは|または|又は|か|or|、|・|,|/)"
    r"\s*|か?、?(?:遅くても|遅くとも)?)"
)
CORRECTION = (
    r"(?:しかな[いく]|いや|やっぱり?|やはり|訂正|ではなく|じゃなく|現実的に|実際に?は|本当は|正確には|というか"
    r"|\bactually\b|\bi mean\b|realistic\w*|\brather\b|\bmore like\b|\bwell\b,|\bno,)"
)

_NEXT_ONE = r"(?:(?:the|this|next|coming)\s+)*$"  # "by next March"
OPEN_EN = (
    r"(?:(?:not before|not until|no earlier than|no sooner than)(?:\s+\w+){0,3}|after|past|beyond|post|since)\s+"
    + _NEXT_ONE
)
# "nothing will be fitted before June", but not "if it is not in before June", "we cannot wait until June"
NOT_BEFORE_EN = (
    r"^(?!.*\b(?:if|unless|wait\w*|later than)\b).*?(?:\b(?:no|not|nothing|nobody|none|never|cannot|without)\b|n't\b)"
    r"(?! (?:more|sure|certain|want (?!it\b|this\b|them\b|to\b)|need (?!it\b|this\b|them\b"
    r"|to\b)))[^.]{0,40}\b(?:before|until|till|prior to|(?:earlier|sooner) than)\s+"
    r"(?:the end of\s+|after\s+)?" + _NEXT_ONE
)
OPEN_AFTER_EN = r"^\s*(?:onwards?|or later|and beyond|at the (?:very )?(?:earliest|soonest)|on\b(?!\s+\w+day)|\+)"
BY_EN = (
    r"by the time (?:\w+ ){1,5}(?:in|on)\s+(?:the\s+)?$"
    r"|\bbefore (?:\w+ ){1,3}(?:leaves?|retires?|go(?:es)?|quits?|moves?|closes?|shuts?|opens?|reopens?|ends?|expires?)"
    r"(?: \w+)? (?:in|on|at|around)\s+(?:the\s+)?$"
    r"|(?:by|before|until|till|no later than|not later than|prior to|ahead of|within|up to|in time for"
    r"|at the latest|in time for|(?:live|ready|running|in place|set up|up) for)\s+"
    + _NEXT_ONE
    + r"|(?:before|by|ahead of|in time for)\s+(?:our|the|my|a)?\s*(?:next |big |annual )*(?:\w+ ){1,3}(?:in|on|of)"
    r"\s+(?:the\s+)?$"
)
BY_AFTER_EN = r"^\s*(?:at the latest|latest|or (?:sooner|earlier|before)|deadline|tops|max\b)"
NEGATED_EN = r"(?:\bnot(?: in)?|instead of|rather than|skip)\s+(?:in\s+)?(?:the\s+)?$"
NEGATED_AFTER_EN = (
    r"^\s*(?:is|was|'s|will be)?\s*(?:gone|over|too (?:soon|early|late|tight)|out of the question|impossible"
    r"|not (?:possible|realistic|happening|going to)|won't work|doesn't work)"
)
JOIN_EN = (
    r"\s*(?:-|,?\s*(?:or )?(?:could|might|may) be|worst case|to|through|thru|until|and|or|/|,"
    r"|, or|maybe|~)\s*(?:maybe\s+|probably\s+|the\s+|early\s+|possibly\s+)?"
)

UNDECIDED = (
    r"(?:もう少し|もうちょ(?:っと|い)|まだまだ|だいぶ|ずっと|かなり|まだ)先|ぼちぼち",
    r"すぐ(?:に)?(?:じゃ|では)な|\bnot (?:right now|immediately|anytime soon)\b",
    r"未定|(?:決|き)ま(?:って|り)(?:い)?(?:な|ませ|ておらず)|(?:決|き)めて(?:い)?(?:な|ませ|おりませ)|白紙|情報収集",
    r"じょうほうしゅうしゅう",
    r"時期(?:は|も|が)?(?:まだ)?(?:これから|分から|わから|見え|読め|なんとも|何とも|検討|特に|こだわ)",
    r"具体的(?:な|に|には)[^。]*(?:な[いくし]|ませ|これから)|様子見|様子を見|いつか(?!ら)(?:は)?|そのうち|いずれ|ゆくゆく",
    r"将来的|いいものがあれば|良い(?:もの|製品|ツール)?があれば",
    r"急(?:ぎ|いで)(?:では|は|い)?(?:あり|い)?(?:な|ま(?:せ|す?ん))|急ぎ(?:では|じゃ|は)(?:な|あり)",
    r"急いで(?:は)?(?:い)?(?:な|ませ|おりませ)|(?:もう少し|まだまだ|だいぶ|ずっと|かなり|もうちょっと)先",
    r"(?:日付|日取り|日にち|期日)(?:は|も|が)?(?:まだ)?(?:な[いく]|あり?ませ|出て(?:い)?な)",
    r"(?:計画|つもり)(?:は|も|が)?(?:な[いく]|あり?ませ)|(?:計画|導入|購入|予定)(?:は|も)?して(?:い)?(?:な[いく]|ませ|おりませ)",
    r"\b(?:not|n't) (?:planning|buying|looking to buy|in the market)\b",
    r"見通し(?:が|は)(?:立|つ)|(?:目処|めど|目途)(?:は|が)?(?:まだ)?(?:立って|たって|つい|な)|検討段階",
    r"検討(?:を)?(?:始め|はじめ)たばかり|(?:構想|調査|検討|比較|準備)(?:の)?段階|下調べ|勉強(?:中|のため|がてら)",
    r"まだ(?:先|何|なに|これから|全然|ぜんぜん|そこまで|わか|分か|はっきり|決|未)|はっきり(?:し|と)|ノープラン",
    r"(?:時期|スケジュール|予定)(?:は|も|が)?(?:な[いく]|ありませ|ない)|来てから考え|気になって(?:見|み)た?だけ",
    r"検討して(?:い)?ない|\btb[dc]\b|undecided",
    (
        r"(?:not|n't|haven't|hasn't|nothing|never|yet to)(?: yet| really| been| quite)?(?: even)?"
        r"(?: decided?| determine[d]?| fixed| set| settled| scheduled| planned| finali[sz]ed| thought| figured)"
    ),
    (
        r"no (?:real |fixed |firm |specific |particular |set |hard |concrete |clear |exact )?"
        r"(?:timelines?|timeframe|time frame|dates?|deadlines?|rush|hurry|plans?|schedule|idea|clue|urgency)"
    ),
    r"not (?:sure|certain|urgent|in (?:a|any) (?:rush|hurry)|decided|yet|really sure|there yet)",
    r"n't (?:know|be sure|have a (?:date|timeline|deadline|plan|timeframe))(?: yet| when)?|\bdunno\b|\bidk\b|unsure",
    r"unclear when",
    r"just (?:looking|browsing|exploring|curious|researching|gathering|comparing|shopping|checking|window|kicking)",
    (
        r"still (?:comparing|looking|exploring|researching|evaluating|deciding|early|gathering|thinking|figuring"
        r"|in the early)"
    ),
    r"early (?:days|stages?)|exploring|exploratory|gathering info\w*|research(?:ing)? phase|window shopping",
    r"kicking the tires|(?:some|one) ?day\b|eventually|at some point|down the road|hard to say|up in the air",
    r"(?:^|[^\w\s]\s*|\b(?:it|that|this|which|all|really|just|probably|mostly|timing|date|start|when|timeline|well|guess"
    r"|schedule) )depends\b|whenever(?! (?:an?|it|one|they|there|any\w*|something|the \w+ (?:\w+ )?(?:goes|go|fails?"
    r"|stops?|breaks?|trips?|is down))\b)|no idea|to be (?:decided|determined|confirmed)|playing it by ear|can't say",
    r"open[- ]ended|flexible|too early to",
)
# Only after our own question: without it these words are about something else.
UNDECIDED_ASKED = (
    (
        r"(?:に|と)(?:も)?(?:聞か|きか|確認し|相談し|話さ)(?:ない|なきゃ|ねば)|(?:に|と)(?:聞"
        r"|確認し|相談し)て(?:み)?(?:から|ます|ない)"
    ),
    r"\bhaven't (?:a|the|got a) (?:\w+ )?(?:clue|idea)|\bno clue\b|\bsearch me\b|\bgod knows\b",
    (
        r"(?:結果|承認|返事|判断|連絡|回答|予算|決裁|許可|採択|審査|交付|認可|稟議|評価|決定|内示"
        r"|査定)待ち|揉んで|もんで|議論(?:し|中)|調整中"
        r"|様子見|can't say|reorganiz\w+"
    ),
    r"(?:まだ)?(?:話し|相談し|検討し|提案し|決め|考え|動け)て(?:も|は)?(?:い)?(?:な|ま?せ|おら)",
    (
        r"(?:終わっ|落ち着い|決まっ|始まっ|片付い|揃っ|入っ|できあがっ)(?:たら|てから|た(?:後"
        r"|あと|頃|ころ)|次第)|(?:終わ|落ち着|決ま)り?次第|\b(?:when|once|after) (?:the |our |my "
        r"|we |things |it |everything )*\w+ (?:starts?|begins?|ends?|is over|are over|finish\w*"
        r"|calms? down|settles?|slows? down|wraps? up|gets? in)\b"
    ),
    (
        r"見え(?:て)?(?:い)?(?:な|ま?せん)|(?:社長|上|会社|相手|親会社|本社)(?:の(?:気分|判断"
        r"|意向|都合))?次第|聞いてみ(?:ない|て|ます)|なんとも|何とも|決まってたら|読めな"
        r"|言えな(?:い|く)|さっぱり|(?:とくに|特に)(?:きめ|決め|ない|なし)|きめて(?:い)?(?:な|ま)"
        r"|きまって(?:い)?(?:な|ま)"
    ),
    (
        r"\b(?:haven't|hasn't|not|didn't) (?:got|gotten|thought|planned|looked|come|get"
        r"|been)\b[^.]{0,14}\b(?:far|that|ahead|about it|into)|\bkick(?:ing)? (?:the )?tires\b"
        r"|\b(?:finance|legal|the board|my boss|management|procurement|it|they|leadership) (?:has"
        r"|have|needs?|must|will need) to (?:sign|approve|ok|agree|decide|review)|\bbeats me\b"
        r"|\bcould be anytime\b|\bno (?:fixed|firm|real)\b|\bwish i knew\b|\bopen\b\W*$"
        r"|\bask me (?:later|again)"
    ),
    r"いつでも|決ま(?:ったら|り次第|れば)|てから(?:考え|決め|検討|判断)|\bdepends\b",
    r"(?:わか|分か|判)(?:ら|り)(?:な|ま(?:せ|へ))|わからん|検討中|検討し|社内で|これから",
    r"特に(?:な|ありませ|決|ございませ|急)|とくに|相談して|なんとも|何とも|ゆっくり|タイミング(?:が|次第)|考え中",
    r"悩(?:み|んで)|^(?:まだ|ない|なし|無し|ないです|なしです|未だ)(?:です|かな|ですね)?[。!]?$|次第|さあ",
    r"どうでしょう|上(?:司|長|の者)に|見積(?:もり?)?(?:を|次第|見て)|\bmaybe\b|\bnot really\b|\bnone\b|\bnah\b",
    r"\bno\b[.!]*$|\bnothing\b|we'?ll see|\bwho knows\b|\bdepending\b|thinking about it|\bnot now\b|talk to my",
    r"\b(?:waiting|wait) (?:on|for) (?:the |our |my |a )?(?:\w+ ){0,2}"
    r"(?:approval|budget|sign-?off|go-ahead|decision|funding|board)\b",
    r"convince my|ask my|considering|when(?:ever)? we(?:'re| are) ready",
)

CONDITIONS = (
    (
        r"[^、。,!?]{0,40}?(?:稟議|決裁|承認|予算|許可|上(?:司|長)?の?(?:OK|了承)|OK|ゴーサイン|補助金|採択|交付|価格|金額"
        r"|料金|費用|条件|社内(?:の)?(?:調整|合意)|役員会|取締役会|理事会|方針|体制|計画|助成金|値段"
        r"|コスト)[^、。,!?]{0,12}?"
        r"(?:次第|しだい|たら|だら|れば|けば|えば|ってから|てから|により|によ(?:って|る)|なければ)"
    ),
    r"[^、。,!?]{0,40}?(?:良|い)い?(?:もの|ツール|製品|サービス|提案)が?(?:あれば|見つか\w*れば|見つかったら)",
    r"[^、。,!?]{0,40}?タイミングが合えば|[^、。,!?]{0,40}?(?:検証|PoC|トライアル|比較|結果)[^、。,!?]{0,8}次第",
    (
        r"\b(?:once|when|if|whenever|(?:as )?soon as|after|until|unless|subject to|pending|contingent on"
        r"|depend(?:s|ing|ent)? (?:on|upon))\b[^.,;!?]{0,50}\b"
        r"(?:budget\w*|approv\w*|sign[- ]?off|signs?|price|pricing|cost|board|funding|funded"
        r"|sign(?:s|ed|ing)?|contract\w*|boss|legal|procurement"
        r"|money|green ?light|raise|go-ahead|management|ceo|cfo|ok|okay|the right (?:tool|product|price|fit))\b"
        r"[^.,;!?]*"
    ),
    r"\bneed to convince[^.,;!?]*",
    r"\b(?:once|as soon as|until) (?:we|they|i)(?:'ve| have)? (?:hired?|raised?|found|find|finish\w*)\b[^.,;!?]*",
)

PAST_DATE = (
    r"去年|昨年|一昨年|おととし|前年|先月|先週|昨年度|前期|以前|前に",
    r"(?:\d{1,2}|[一二三四五六七八九数])(?:年|[ヶヵケかカ箇個]月|週間)(?:ほど|くらい|ぐらい)?前",
    r"last (?:year|month|quarter|week|spring|summer|fall|autumn|winter)|(?:\w+) (?:years?|months?|weeks?) ago",
    r"previously|back in (?:19|20)\d\d",
)
# Asked for the time: they have it, or another's, already.
IN_USE_NOW = (
    (
        r"(?:もう|既に|すでに|とっくに|とうに|前から|(?:去年|昨年|先月|一昨年"
        r"|おととし)(?:の\S{1,4})?から)[^。]{0,10}(?:使って|利用して|入れて|導入して"
        r"|契約して|動いて|動かして|稼働して"
        r"|回して|運用して)(?:い)?(?:ます|る|おり)|(?:もう|既に|すでに)[^。]{0,8}(?:導入|稼働|運用|利用)(?:済|中)"
    ),
    (
        r"\b(?:use|using|have|own|run|got|bought) (?:it|one|this|them) already\b"
        r"|\balready (?:\w+ ){0,2}(?:have|use|using|own|installed|running|live|in place|on it|with another"
        r"|signed)\b"
        r"|\bwe(?:'ve| have) (?:had (?:it|one|this)|been (?:using|running|on|with))\b|\bwe had (?:it"
        r"|one) (?:installed|running|since)\b"
        r"|\b(?:up and running|in use|live|in place)\b[^.]{0,30}\bsince\b"
    ),
)
PAST_USE = (
    r"(?:使い|入れ|試し|買い|決め|導入し|契約し)ちゃい?(?:まし)?た",
    r"(?:導入|利用|契約|購入|採用|使用)(?:して|し|済み)?(?:いまし|ていた|まし|した|たが|たけど|済)",
    r"(?:使って|入れて|試して)(?:い)?(?:た|まし)|(?:使い|入れ|試し|買い)(?:まし)?た(?![いかくら])",
    (
        r"\b(?:implemented|introduced|bought|purchased|rolled out|adopted|deployed|switched"
        r"|installed|tried(?! to)|used(?! to)|signed|launched|migrated)\b"
    ),
)
