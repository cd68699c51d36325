"""Who writes about something else than a purchase: to sell our product, for the press, or to somebody else. Pure."""

from __future__ import annotations

import re

_SELL_OURS = r"(?:御社|貴社|そちら)の(?:製品|商品|センサー|システム|サービス)"
_OURS = (
    r"your (?:\w+ )?(?:sensors?|products?|modules?|technology|hardware|devices?|systems?|solutions?|range|line|brand)"
)
# A dealer's or a maker's word counts as a wish or a question about us: many buyers are dealers, or build machines.
TRADE = re.compile(
    r"(?:代理店|特約店|取扱店|販売店|販売パートナー|パートナー企業)(?:に(?:なりたい|なるに|なれ|なるため)|として"
    r"(?:の?(?:契約|取り?扱い?|販売)(?:を)?(?:し?たい|を?希望|は?可能|(?:は)?でき|させて|について|の条件))"
    r"|(?:契約|登録)(?:を|は|に(?!基)|の)(?!結んで|交わして|して(?:い|お)|ある)|を?募集)"
    rf"|{_SELL_OURS}を(?:販売|取り?扱)(?:いたい|したい|わせて|させて)"
    rf"|{_SELL_OURS}[^。？?\n]{{0,12}}組み?込んで[^。\n]{{0,6}}"
    r"(?:販売|出荷|納入|提供|売)"
    r"|(?:うち|弊社|当社|自社)の(?:ポンプ|製品|商品|機械|装置|機器)(?:に|へ)[^。？?\n]{0,12}(?:組み?込み?|内蔵|搭載)"
    r"(?:し)?(?:たい|でき|が?可能|は?可能|することは|を(?:検討|希望|考え)|させて)"
    r"|(?<![A-Za-z])(?:OEM|ODM)(?:での?)?(?:供給|提供|契約|生産|販売)(?:を|は|も|が|に(?:は|も)?|の(?:条件|相談"
    r"|ご相談|可否))?"
    r"(?!行|し(?:て(?!いただ|もら|くだ|下さ|ほし)|た(?!い))|手|担|請|中心|主|受託)[^。、\n]{0,6}(?:可能|でき(?:ます"
    r"|ません|るか)|お願い|希望|したい|いただけ|もらえ|対応し"
    r"|相談)"
    r"|\bbecom(?:e|ing) (?:an? |your |one of your )(?:[\w-]+ )?(?:distributor|reseller|dealer|sales partner"
    r"|channel partner)\b"
    r"|\b(?:to be|as|being) (?:your|one of your) (?:[\w-]+ )?(?:distributor|reseller|dealer|sales partner"
    r"|channel partner)s?\b"
    r"|\b(?:want|like|love|hope|looking|keen) to be (?:an? )(?:[\w-]+ )?(?:distributor|reseller|dealer)\b"
    r"|\b(?:(?:we|i)(?:['’]re| are|['’]m| am)|as|being) (?:an? |the )?(?:[\w-]+ ){0,2}(?:distributor|reseller|dealer)s?"
    r" (?:for|of) your?\b"
    r"|(?:^\W*(?:(?:hi|hello)\W+)?|\b(?:(?:we|i)(?:['’]re| are|['’]m| am|['’]ve| have| work)|as|being"
    r"|[.!] an?) [^.?!\n]{0,24})"
    r"\b(?:resellers?|distributors?|dealers?)\b[^?!\n]{0,80}\b(?:partner\w* with you|(?:resell|distribut(?:e|ing)"
    r"|sell(?:ing)?"
    r"|represent(?:ing)?|carry(?:ing)?|stock(?:ing)?) your?\b|(?:can|could|may|like to|love to|want to) (?:we "
    r"|i )?(?:resell|distribute"
    r"|sell|carry|represent) (?:it|this|them|these)\b|(?:can we|like to|love to|want to|looking to) partner\b)"
    rf"|\b(?:embed|build|incorporate) {_OURS} (?:in|into|inside) (?:our|my) (?:own )?(?:\w+ )?(?:pumps?|fans?|machines?"
    r"|compressors?|products?|motors?|devices?|appliances?|chillers?|robots?|equipment)\b(?! (?:rooms?|houses?|lines?"
    r"|stations?|halls?))"
    rf"|\b(?:embed|build|incorporate|integrate) {_OURS} (?:in|into|inside) (?:our (?:own )?products?\b|(?:our|the)"
    r" (?!lines?\b)(?:\w+ ){1,2}(?:that )?we (?:sell|make|build|ship|manufacture)(?=\W*$|[.,?!]| (?:and|for)\b))"
    r"|(?:代理店|販売店|特約店|取扱店)(?:を(?:やり|させて|やらせて|し)|として(?:やり|扱い|始め))(?:たい|もらえ|いただ[けき])"
    r"|(?<!our )(?<!their )\b(?:distribut(?:or|ion)|reseller|dealer)(?:ship)? (?:program(?:me)?s?|agreements?|terms"
    r"|enquir\w+|inquir\w+"
    r"|opportunit\w+)",
    re.I,
)
SELLS_OURS = re.compile(
    rf"{_SELL_OURS}|(?:御社|貴社|そちら)の(?:代理店|特約店|取扱店|販売店)"
    rf"|\b{_OURS}\b|\b(?:represent|resell|distribute|sell) you\b|\byour (?:\w+ )?(?:reseller|distributor"
    r"|dealer)\b",
    re.I,
)  # and so no wares of their own
PRESS = re.compile(
    r"取材(?:を|の|に|させて)[^。\n]{0,12}(?:お願い|申し?込|依頼|ご?協力|応じ|受けて(?:いただ|もら|くだ|下さ|くれ)|いただ|可能|でき)|(?:新聞"
    r"|雑誌|通信社?|テレビ|メディア|放送局?|編集部)"
    r"[^。、\n]{0,8}の?(?:記者|編集者?|ディレクター)(?:です|の|で(?:、|す)|をして)|報道関係|報道の(?:者|方|窓口)"
    r"|プレス(?:窓口|(?!機|工|加|ライン|部|設備|成)[^。\n]{0,16}取材)"
    r"|\b(?:i am|i['’]m|this is|as) (?:an? )?(?:[\w'’-]+ ){0,3}(?:reporter|journalist|news editor|correspondent)\b"
    r"|編集部(?:の[^\s。、]{1,8}(?:です|と申し|でござ|と言い|といい)|です|より|から)"
    r"|(?:特集|記事|紙面|番組|誌面|コーナー|媒体|メディア|[0-9０-９]月号|本誌|弊誌|弊紙)(?:記事)?(?:で|に|にて|の中で)[^。\n]{0,24}"
    r"(?:(?:取り上げ|取りあげ|とりあげ)(?:た[いく]|させ|て(?:も|いただ|よろし)|る予定|ようと)|紹介し(?:た[いく]|てもよろし)|ご?紹介(?:させ|した[いく])|掲載(?:させ|し(?:た[いく]|ても)|のお願い))"
    r"|(?:記者|編集者?|ライター)(?:を)?(?:です|をして|でして|と申し)|(?:ポッドキャスト|番組|ラジオ|誌面|連載|記事"
    r"|動画)(?:に|へ|で)(?:の)?(?:(?:ご?出演|ご?登場|ご?寄稿)(?:を|の|し(?:て(?:いただ|もら|くだ)|ませ)|いただ)|紹介させて)"
    r"|\b(?:feature|profile|cover|mention|include) (?:you|your (?:company|product|sensors?|service)) (?:in"
    r"|for) (?:our|my|the"
    r"|an?) (?:[\w'-]+ ){0,3}(?:magazine|issue|article|piece|story|special|newspaper|journal|supplement|feature)\b"
    r"|\b(?:writing|doing|preparing|working on) (?:an?|our|the) (?:[\w'-]+ ){0,3}(?:article|feature|piece|story)"
    r" (?:on|about|for) (?:[\w'-]+ ){0,4}(?:magazine|journal|newspaper|readers|press|weekly|monthly|news|issue)\b"
    r"|\bi(?:['’]m| am) (?:\w+ )?(?:with|from|at) the (?:editorial|news) (?:team|desk|staff|office)\b"
    r"|\b(?:on|for|join) (?:our|my) (?:\w+ )?podcast\b|\bi (?:write|edit|report|freelance) for (?:an? "
    r"|the )?[\w ]{0,24}(?:magazine|newspaper|journal|paper|news|press)\b"
    r"|\b(?:press|media) (?:enquir|inquir|request)\w*\b"
    r"|\binterview (?:with )?(?:your (?:ceo|cto|founder|president|management|team|experts?|engineers?)"
    r"|someone (?:at|from) your|someone about)\b",
    re.I,
)
HIRES = re.compile(
    r"(?<!代理店)(?<!販売店)(?:さん|作業員|技術員|社員|要員|人|スタッフ|職|電工|士|エンジニア|ドライバー)(?:の(?:方|人))?(?:って|は|を|も|、)?"
    r"(?:今|いま|まだ|現在)?、?募集(?:って|は)?(?:、|し|中|され|ありま|です|あります)[^。\n]{0,10}?(?:か(?:ね|な)?(?:[。!！\s]|$)|[?？])"
    r"|\b(?:are|is) (?:you|your company|there) (?:\w+ )?(?:taking on|recruiting|looking to hire|in need of)"
    r" (?:new |more |any |some )?(?:[\w-]+ ){0,2}"
    r"(?:staff|people|workers|fitters|technicians|engineers|installers|electricians|apprentices|graduates|interns)\b",
    re.I,
)  # asks whether we have work for them
WRONG_PLACE = re.compile(
    r"マイナンバー|住民票|印鑑証明|戸籍(?:謄本|抄本)|国民健康保険|年金手帳|運転免許の更新|(?:歯医者|歯科(?:医院?)?"
    r"|病院|クリニック"
    r"|内科|皮膚科|美容院)(?:さん)?(?:の|で|へ|に)?(?:定期|初診の?)?(?:診察|診療|検診|予約)(?!システム|サイト|管理"
    r"|業務)"
    r"|(?:送り先|宛先|あて先|相手先|会社)を(?:間違え|まちがえ)(?:まし)?た(?!.{0,30}(?:正しくは|では?なく))"
    r"|\bi(?: was| am|['’]m) (?:trying|looking|meaning) to (?:reach|contact|get hold of|write to) "
    r"(?![^.?!\n]{0,80}\b(?:our|targets?|goals?|uptime|availability|percent|levels?|kpis?|budgets?|deadlines?|output|capacity"
    r"|\d+)\b)(?!(?:you\b|your\b|sales|support|some|any|an?\b|the (?:sales|support|right|person|team)))"
    r"|\bis this (?:really )?(?:the |an? )?(?:(?!for|in|at|to|with|from|made|used|only|about|like|on)"
    r"[\w'’-]+ ){0,3}(?:restaurant|hotel|clinic|dentist|bank|salon|pharmacy"
    r"|hospital|post office|city hall|town hall"
    r"|library|gym|taxi|water (?:office|company|board)|school)\s*(?:[?!.]|$)"
    r"|(?:^|[。!！?？\n]|(?:そちら|こちら|ここ|お宅)(?:は|って)|すみません、?|もしもし、?)\s{0,3}[一-鿿ァ-ヶー]{0,8}"
    r"(?:不動産|歯科|医院|クリニック|病院|レストラン|ホテル|旅館|銀行|薬局|美容[室院]|タクシー|水道局|市役所"
    r"|区役所|郵便局|保育園|料理店|居酒屋|食堂)"
    r"(?:さん|様)?(?:です|でしょう|じゃないです|では?ありません)か(?![らな])|水道料金(?:の|が|を)"
    r"|\bmy (?:dental|doctor['’]?s|dentist|hair|medical|vet) appointment\b|\b(?:sorry|oops),? wrong (?:company"
    r"|person|chat|website|site)\b",
    re.I,
)  # they take us for somebody else, if nothing else is wished
FOR_US = re.compile(
    r"デモ|打ち?合わ?せ|面談|商談|見積|資料|電話|センサー|御社|貴社|@"
    r"|\b(?:demo|meeting|call|phone|ring|quot\w+|brochure|sensors?|your (?:\w+ )?(?:team|company|colleagues?"
    r"|office))\b",
    re.I,
)  # named by somebody who takes us for nobody else
