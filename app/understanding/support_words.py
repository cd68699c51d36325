"""Words of people who use the product already, and of what may go wrong with it."""

# They say that they are customers.
OF_OTHERS = (
    r"(?:使って(?:い)?る|使用中の|利用中の|導入済みの|入れて(?:い)?る|今の)(?:他社|別の(?:会社|メーカー)|競合|よそ)",
    r"(?:他社|よそ|競合|別の(?:会社|メーカー))(?:さん|様)?[とでのに][^。]{0,6}(?:契約|利用|使用|導入)|は他社の",
    r"\b(?:using|have|running|with) (?:another|a different|someone else's|a competitor's) "
    r"(?:vendor|supplier|brand|company)|\bcustomers? of (?:an? |the )?(?:rival|competitor|another)",
)
OURS = (r"御社|貴社|おたくの", r"\byour (?:sensors?|gateways?|products?|system|app)\b")
CUSTOMER = (
    r"(?:既存|現行|現在の|契約中の|既に契約している)(?:の)?(?:ユーザー|利用者|客|顧客|契約者|契約企業)(?:です|の|で)",
    r"(?<!他社と)(?:ご?契約中|契約して(?:い)?る)の?(?:センサー|プラン|ライセンス|アカウント|端末|機器|ゲートウェイ)"
    r"(?!会社|業者|メーカー|ベンダー)",
    (
        r"(?:契約|利用|購入|導入)(?:して(?:い)?る|中の|している|した|済みの"
        r"|いただいている)(?:の)?(?:者|会社|企業|ユーザー|客)"
        r"(?:です|なの|の|で(?:す|、)|ですが)(?!事例|声|例)"
    ),
    r"(?:御社|貴社|そちら|おたく)(?:さん|様)?の(?:センサー|製品|機器|アプリ|システム|ゲートウェイ)(?:が|は|も|、)?"
    r"[^。、]{0,4}(?:(?:動か|反応し|映ら|繋がら|つながら|届か)(?:ない|ま?せん)(?!か|とき|時|場合|場所|と困|なら"
    r"|こと)|壊れ(?:た|まし)(?!ら|とき|時|場合|か))"
    r"(?![^。]*(?:ます?か|ですか|\?|？))",
    (
        r"(?:今|現在|既に|すでに|以前から|もう|先月(?:から)?|去年(?:から)?|昨年(?:から)?|先日"
        r"|ずっと|いつも)(?:、)?(?:御社|貴社|そちら|こちら)?(?:の)?"
        r"(?:製品|サービス|ツール|システム|プラン|ロボット|センサー)?(?:を|で)?(?:、)?"
        r"(?:使わせて|使って(?:い)?(?:る|ます|おり)の?(?:です|で)?(?:が|けど|者|んですが)"
        r"|利用(?:させて|して(?:い|お)|中)|契約(?:して|中|した|済)|導入済|購入した)"
    ),
    # not 「20台使っているポンプに付けたい」: these machines are theirs
    r"^\W*(?:今|いま|現在)、?\d+台(?:を|ほど)?(?:使って|入れて|利用して)(?:(?:い|お)?(?:て|ます|り)|い?る(?=[のんがけし]))"
    r"(?![^。]*(?:付け|つけ|取り?|入れ|監視し|見)たい)[^。]{0,24}(?:警報|アラート|アラーム|通知|データ|アプリ|画面|センサー?)",
    (
        r"(?:御社|貴社|そちら)(?:さん|様)?の?(?:製品|サービス|ツール|システム|ロボット|センサー"
        r"|機器|プラン|もの|アプリ)?を(?:既に|すでに|もう|現在|今)?"
        r"(?:[^。、]{0,8})?(?:使って|利用して|契約して|導入して|購入して|使わせて"
        r"|利用させて)(?:い)?(?:る(?:の(?:です|で|者)|ん|者|が|けど|ユーザー)|ます|おり|いただ"
        r"|もら)"
    ),
    (
        r"^\W*(?:現在|今|もう|既に|すでに)?(?:御社|貴社)?[^。、]{0,6}(?:利用|使用|契約)中(?:です"
        r"|なの|の(?!ツール|システム|他|[^。、]{0,8}(?:メーカー|ベンダー|業者|会社))|ですが)"
    ),
    (
        r"(?:^|[。、\s])(?:既に|すでに|もう)?(?:導入|契約|購入)(?:済み?|しており)(?:です|ます"
        r"|で、|なの|の(?:センサー|ロボット|機器|システム))"
    ),
    (
        r"(?:御社|貴社|そちら)(?:で|から)(?:買|購入|導入)(?:った|して|し|わせて)|納品(?:され"
        r"|いただ|して(?:もら|いただ))|納入(?:され|いただ)"
    ),
    (
        r"契約(?:番号|者番号|ID)|(?:顧客|お客様|会員|ユーザー)(?:番号|ID)(?:は|:|が)|(?:弊社|うち"
        r"|私|当社)の(?:アカウント|契約|プラン)"
    ),
    (
        r"(?:台|本|セット|ライセンス|席|ユーザー|アカウント|個|拠点)(?:を|分)?(?:さらに"
        r"|もう)?[^。]{0,4}(?:増やし|追加し|増設し|買い足し)たい(?!場合)"
    ),
    (
        r"(?:購入|契約|導入|納品)(?:した|された|いただいた|させてもらった)(?:の)?(?:御社の|貴社の)?"
        r"(?:センサー|ロボット|ゲートウェイ|ライセンス|ウィジェット|アプリ)(?!の?(?:事例|会社|効果))"
    ),
    (
        r"(?:契約(?:を)?し|(?:お?金|毎月)(?:を|も)?(?:ちゃんと|毎月)?払っ)て(?:い)?(?:る|ます)(?:んだ|んです|の)?よ"
        r"(?!ね)"
        r"|(?<!と)(?:契約(?:を)?し|(?:お?金|料金|毎月)(?:を|も)?払っ)て(?:い)?(?:る|ます)のに[^。、]{0,10}"
        r"(?:見え|使え|動か|届か|出)(?:な|ま)"
        r"|(?:こっち|こちら|うち)は(?:ちゃんと)?(?:契約(?:を)?し|(?:お?金|毎月)(?:を|も)?払っ)て(?!いない|ない)"
    ),
    (
        r"(?<!に)(?:入れ|付け|つけ|設置し|取り付け|納め)て(?:もら|いただ|頂)(?:った|いた|いて|って)(?:ばかり(?:の"
        r"|なのに|で)|(?:の)?(?:やつ"
        r"|もの|センサー|機器|ゲートウェイ|端末|機械|装置)|のに)"
    ),
    r"\b(?:we|i) (?:do )?have a contract(?: with you|,? (?:and|but) (?:get|have|see|it|nothing))\b"
    r"|\bpaying customer\b"
    r"|(?<!would )(?<!should )(?<!do )(?<!can )\b(?:we|i)(?:'ve| have)?(?: been)? pay(?:ing)? (?:you"
    r"|for (?:this|it|months|years)(?=\W*$|[.!,]|(?:,| and| but) (?:it|this|nothing)\b))",
    r"\b(?:which|that) we(?:'re| are)? pay(?:ing)? for\b|\bwe(?:'re| are)? pay(?:ing)? (?:you|for your)\b",
    r"(?:増設|追加導入|追加購入|買い増し|追加発注|追加注文)(?:し|を|の(?:相談|見積|お願い|件)|に(?:つい|関し))",
    (
        r"\b(?:(?:an? )?(?:existing|current|long-?time|paying|happy) (?:customer|client|user|subscriber)"
        r"|already (?:a|your) (?:customer|client|user))s?\b"
    ),
    (
        r"\bwe(?:'re| are)(?: already)? (?:customers|clients|(?:a )?customer of yours|using your"
        r"|on your|running your|a customer)\b"
        r"|\bwe (?:have been |'ve been |have |'ve )?(?:running|had|got|have|using) (?:about |over )?\d+ of your\b"
    ),
    r"\b(?:sensor|gateway|unit|device|system|machine|app|product|kit|thing)s? (?:that |which )?(?:we|i)(?:'ve"
    r"| have)? "
    r"(?:bought|purchased|ordered|leased|got)\b(?! from (?!you\b))",
    r"\b(?:we|i)(?:'ve| have)? (?:already |currently )*(?:use|been using|bought|purchased|run"
    r"|have|own|got|installed) (?:\w+ ){0,2}your\b"
    r"|\byou (?:sold|shipped|installed|delivered)\b",
    (
        r"\b(?:bought|purchased|got|received|leased|ordered) (?:it |them |this |these "
        r"|\w+ \w+ )?from (?:you\b(?! (?:tube|r))|your (?:company|team))"
    ),
    (
        r"\b(?:my|our) (?:account(?! manager at)|subscription|workspace|customer (?:id|number)"
        r"|order (?:number|#)|account manager)\b(?! (?:with|is with) (?!you))"
    ),
    r"\b(?:add|order|buy|get|want|need)(?:ing)? (?:\w+ )?(?:more|another|additional|extra) (?:\d+ |\w+ )?"
    r"(?:seats?|users?|licen[sc]es?|sensors?|robots?|units?|gateways?|devices?)\b(?! for free)",
    r"\bwe(?:'re| are) on (?:the|your) \w+ (?:plan|tier|package)\b|\bour (?:plan|licen[sc]e) (?:with you|includes)\b",
    r"(?:御社|貴社|そちら)(?:さん|様)?と(?:既に|すでに|もう)?(?:ずっと)?契約(?:して|中)",
    r"\b(?:we|i)(?:'ve| have) (?:been using you\b|been with you\b|had a contract with you)"
    r"|\bunder contract with you\b|\bour contract with you\b",
    (
        r"\bwe already have (?:\w+ ){1,3}(?:of your|from you|installed)\b|\bsince we (?:installed"
        r"|bought|started using|signed up)\b"
    ),
)
# An account of their own that does not do what it should.
OWN_ACCOUNT = (
    (
        r"(?:ログイン|ログオン|サインイン)(?:が|は|も)?(?:全く|ぜんぜん|どうしても"
        r"|うまく)?(?:でき(?:な|ま?せ)|出来(?:な|ま?せ)|しよう|の仕方|画面(?:が|に|で)|エラー"
        r"|情報を忘)"
    ),
    (
        r"(?:ログイン|サインイン)[^。]{0,8}(?:弾かれ|はじかれ|入れ(?:な|ま?せ)|止ま|失敗)"
        r"|アカウント(?:が|は)(?:ロック|停止|凍結|消え)"
    ),
    r"パスワード[^。]{0,12}(?:忘れ|わから|分から|違う|再設定|リセット|再発行|通ら|変更したい|弾か)",
    (
        r"(?:画面|ページ|アプリ|管理画面|ウィジェット|通知|メール|データ|ダッシュボード"
        r"|ライセンス|設定|変更)[^。]{0,14}(?:表示され(?:な|ま?せ)|開け(?:な|ま?せ)|開か(?:な"
        r"|ま?せ)|出て(?:こ|き)(?:な|ま?せ)|届かな(?:い|く)|届きま?せん|真っ白|固まる|落ちる"
        r"|消えた|おかしい)"
    ),
    r"(?:表示され|保存でき|反映され|同期され|更新され|認識され)(?:な(?:い|く)|ま?せん)",
    (
        r"(?:設定|操作|使い方|使用)(?:方法|手順|の仕方)?[^。]{0,6}(?:わかり(?:ま?せ|づら)"
        r"|分かり(?:ま?せ|づら)|わから|分から)(?:な|ん|ず)?(?!事例)"
    ),
    (
        r"(?<!は)設定(?:の(?:仕方|問題|やり方|変更(?:方法|の(?:仕方|やり方))))|操作方法(?:を|が"
        r"|について)|使い方(?:を|が)(?:教え|知り)"
    ),
    (
        r"サポート(?:窓口|担当|デスク|センター)?(?:に|へ)(?:連絡|問い合わせ|電話|つな)"
        r"|サポート(?:の方|をお願い|してほしい)"
    ),
    (
        r"(?:請求書|領収書|納品書)[^。]{0,10}(?:届(?:かな|いて(?:い)?な|きま?せ)|来(?:な"
        r"|て(?:い)?な|ま?せ)|間違|おかし|再発行|再送|送って|二重|宛名|金額)"
        r"|(?:請求|引き落とし|課金)(?:が|額が)[^。]{0,8}(?:二重|間違|おかし|多|され(?:て|た))"
    ),
    (
        r"解約(?:し(?:たい|ます)|手続|を(?:希望|お願い|したい)|の(?:手続|申請|方法を|仕方|連絡)"
        r"|させて)|契約(?:の)?(?:更新|変更|内容)(?:の|を|に(?:つい|関し)|したい|手続)"
    ),
    r"プラン(?:を|の)?(?:変更|アップグレード|ダウングレード)(?:したい|を(?:希望|お願い)|手続|の手続)",
    (
        r"(?:アカウント|ユーザー|ライセンス|席)(?:を|の)?(?:追加|削除|停止|発行|変更)(?:したい"
        r"|をお願い|の(?:手続|申請|方法を|やり方|仕方)|方法を|の?依頼)"
    ),
    (
        r"\b(?:can't|cannot|can not|unable to|couldn't|trouble|problems?|issues?|won't let me|not able to)\b"
        r"[^.]{0,15}\b(?:log(?:ging)?[ -]?in|login|sign(?:ing)? in|access(?:ing)? (?:my|our|the) (?:account|app"
        r"|dashboard|portal)|reset|upload|export|save|open the|load the|see my|connect my)"
    ),
    (
        r"\breset (?:my )?password|\b(?:forgot|lost|change) (?:my )?password|\bsupport ticket"
        r"|\bticket (?:#|number|no\b)|\blocked out\b"
    ),
    (
        r"\bhow (?:do|can) (?:i|we) (?:change|reset|add (?:a|another|more|an?other) |delete"
        r"|turn (?:on|off)|export|update|configure|cancel|disable|enable"
        r"|invite)\b[^.?]{0,30}\b(?:my|our|account|password|users?|subscription|settings?|the app"
        r"|plan)\b"
    ),
    (
        r"\b(?:invoice|bill|receipt) cop(?:y|ies)\b|\b(?:copy|duplicate|copies) of (?:the|our|my|an?|last \w+'s) "
        r"(?:\w+ )?(?:invoice|bill|receipt)s?\b(?![^.?]*\bsample\b)"
        r"|\b(?:cust(?:omer)?|client|account)\.? ?(?:no|nr|number|id)\b\.?:? ?#?\d"
    ),
    (
        r"\bcancel (?:my|our) (?:account|subscription|plan|contract|order)|\b(?:my|our|the|your"
        r"|last|this) (?:\w+ )?(?:invoice|bill)s?\b[^.?]{0,24}\b(?:wrong|incorrect|missing|twice"
        r"|late|never|hasn't|haven't|question|error|arrived|shows?)"
    ),
    (
        r"\bcharged (?:twice|me|us|for)|\b(?:upgrade|renew|downgrade|extend) (?:my|our)\b|\b(?:my"
        r"|our) (?:invoice|licen[sc]e|renewal|billing|dashboard|widget|admin|password"
        r"|login) (?!with|ends|expires|is up|runs out|manager|team)"
    ),
    (
        r"\bis this (?:the |your )?(?:\w+ )?(?:support|help ?desk)\b"
        r"|\b(?:the|my|our) (?:\w+ )?(?:login|log-in|password|account|access|dashboard|portal|app)\b"
        r" (?:(?:does|is|has|was|will|can)(?:n't| not)|won't|can't|stopped|no longer|is (?:not|no longer))"
        r"(?: \w+){0,2} (?:work\w*|load\w*|open\w*|accept\w*|let\w*|recogni[sz]\w*)\b(?! with)"
        r"|\b(?:the|my|our) (?:dashboard|app|widget|portal|console|login page|plugin|integration"
        r"|report)\b[^.?]{0,12}\b(?:shows?|gives?|throws?|keeps?|is|has been|won't|doesn't"
        r"|isn't)\b[^.?]{0,12}\b(?:errors?|blank|frozen|load\w*|crash\w*|stuck|down|broken"
        r"|work\w*|open)\b"
    ),
    r"\bsince (?:the|your|yesterday's|last week's) (?:last )?(?:update|upgrade|release)\b",
    (
        r"\byour (?:app|software|system|tool|product|device|sensors?|gateways?|units?|platform"
        r"|dashboard|portal|robots?|widget|plugin|site|service)\b"
        r"[^.?]{0,30}\b(?:stopped|is down|isn't|doesn't|won't|not working|offline|errors?"
        r"|crash\w*|broken?|keeps?|been (?:down|broken|offline)|went)\b"
    ),
)
# A tool they have of others, or compare with ours.
OTHER_TOOL = (
    r"(?:今|現在|現行|既存|従来|これまで)の(?:監視|管理)?(?:システム|ツール|ソフト|ダッシュボード|SCADA|センサー?)|SCADA|自社(?:製|開発)の",
    r"\b(?:current|existing|old|present|legacy|previous|in-house) (?:\w+ )?(?:dashboard|system|tool|app|software"
    r"|platform"
    r"|portal|monitoring|sensors?|solution|widget|console|integration|report)s?\b|\b(?:scada|erp|mes|cmms|historian)\b",
)
COMPARES = (
    r"(?:御社|貴社|そちら)(?:さん|様)?(?:の[^。、]{1,8})?(?:なら|だと|のほうが|の方が)",
    r"\b(?:can|could|does|do|is|are|will|would) yours\b|\bthan yours\b|\byours (?:can|does|is|do|are|any)\b",
)
# A fault; it is ours when no word says that it is a machine or work of their own that fails.
FAULT = (
    r"(?:データ|数値|グラフ)(?:が|も)(?:全然|まったく|全く)?(?:上がって|飛んで|届いて|送られて|流れて|更新され)"
    r"(?:こ|き|て(?:い)?)?(?:な|ま(?:せ|し))",
    (
        r"エラー(?:が|に|コード|メッセージ|で)|不具合|バグ|故障(?:し(?:た|まし|て(?!しま))|かも"
        r"|です)|動かな(?:い|く)|動作(?:し(?:な|ま?せ)|がおかし)"
        r"|止まって(?:しま|い|る)|使えなく|できなくな|(?:電話|ネット|通信|回線|Wi-?Fi|機器|アプリ"
        r"|サーバー?|接続)[^。]{0,6}(?:つなが|繋が)らなく|障害(?:が|で|は)"
    ),
    (
        r"オフライン(?:に|です|$|。|！|!|の(?:まま|状態)|から)|(?:故障|壊れた"
        r"|不良)[^。]{0,8}(?:修理|交換)|(?:修理|交換)(?:を(?:お願い|依頼|してほし)|してください"
        r"|してほしい)"
    ),
    (
        r"(?:データ|数値|グラフ)(?:が|は)[^。、]{0,8}(?:から|急に)[^。、]{0,6}(?:出|来|届い?)(?:て(?:い|こ)?|か)?"
        r"(?:な|ま)"
        r"|(?:から|急に|今朝|昨日|画面に|御社の|ダッシュボードに)[^。]{0,12}"
        r"(?:データ|数値|グラフ|値)(?:が|は|も)[^。、]{0,8}(?:出(?:な|ませ|てこな|てきませ)|来(?:な|ませ|て"
        r"(?:い)?な)|届(?:か|き|いて(?:い)?)(?:な|ませ)|空)"
        r"|(?:画面|ダッシュボード|アプリ)[^。、]{0,8}(?:何も(?:出|映|表示)|真っ白|真っ黒|固まっ)"
        r"|(?:センサー?|ゲートウェイ|端末|御社の[^。、]{1,8}|おたくの[^。、]{1,8})(?:が|は|も)?[^。、]{0,10}"
        r"(?:反応し(?:な|ませ|て(?:い)?な)|死ん(?!でも|だら|だ(?:とき|時|場合))|落ち(?:た(?!ら|とき|時|場合)|て"
        r"(?!も|い?たら|い?る(?:とき|時|場合)))"
        r"|壊れ(?:た(?!ら|とき|時|場合)|て(?!も|い?たら|しまったら)))"
    ),
    r"\b(?:your|my|the|our) (?:sensors?|gateways?|dashboard|app|unit|device) (?:\w+ ){0,2}"
    r"(?:dead(?! slow)|died|shows? nothing|went dead)\b"
    r"|\b(?:no|get no|gets no|without) data\W*$|\bno data (?:since (?:yester|this|last|mon|tue|wed|thu|fri|sat"
    r"|sun)\w*"
    r"|any ?more\b)"
    r"|\bnothing on the (?:screen|dashboard|app)\b",
    r"\b(?:stopped|isn't|not|no longer|quit) (?:working|syncing|sending|loading|responding|showing|connecting)\b",
    (
        r"\berror (?:message|code|\d+)|\bgetting an? error|\bbug in\b|\bcrash\w*|\b(?:is|are) (?:it |you "
        r"|the \w+ )?down\b"
    ),
    r"\boutage\b|\bbroken (?:since|after)|\b(?:is|are|went|goes|gone|been|shows?|shown) offline\b",
)
# It fails, if a customer says so.
FAILS = (
    r"壊れ|動か(?:な|ず|ん)|使え(?:な|ず|ま?せ)|止ま(?:った|って)|反応し(?:な|ませ)|死ん|(?:見|映|出|来|届)(?:え|ら"
    r"|か|き)?(?:な[いく]|ませ)",
    r"\b(?:broken?|dead|died|fail(?:s|ed)?|down|offline|nothing|no data"
    r"|(?:does|is|do|has|have)(?:n't| not) (?:work\w*|send\w*|show\w*))\b",
)
OWN_MACHINES = (
    (
        r"設備|機械|機器|生産|工場|(?<!オフ)(?<!オン)ライン|ポンプ|モータ|コンプレッサ|プレス|装置|コンベ[アヤ]|ファン"
        r"|ボイラ|軸受|ベアリング|減速機|旋盤"
    ),
    (
        r"加工機|成形機|冷凍機|チラー|タービン|ブロワ|撹拌|炉|クレーン|フォークリフト|ダウンタイム|突発"
        r"|予知|予兆|保全|夜間|夜中"
    ),
    r"業務|営業|返信|対応|人手|他社|よその|別の(?:会社|業者|メーカー)|今の(?:業者|会社|メーカー)|乗り?換え",
    r"\b(?:machines?|machinery|equipment|lines?|pumps?|motors?|compressors?|press(?:es)?|conveyors?|fans?|mills?)\b",
    r"\b(?:furnaces?|boilers?|turbines?|chillers?|gear ?box(?:es)?|bearings?|plant|factory|production|process)\b",
    r"\b(?:reps?|sales|leads?|crm|team|website|competitors?|spreadsheets?|vendors?|suppliers?|providers?|switch"
    r"|previous)\b"
    r"|\bthe last (?:system|tool|one|product)\b",
)
# "Does your system work offline?" is asked before buying.
BEFORE_BUYING = (
    (
        r"(?:したとき|した時|した(?:ら|場合)|する(?:と|場合|とき)|出た(?:ら|場合|とき|時)"
        r"|れた(?:ら|場合|とき|時))[^。]*(?:か|\?)"
    ),
    (
        r"(?:でき(?:ます|るの|る|ますでしょう)|可能(?:です|でしょう)?|あり(?:ます|ますでしょう)"
        r"|(?:対応|簡単|必要|いつでも)[^。]{0,8}(?:です|でしょう|ます)|られ(?:ます|る))(?:か|\?)"
    ),
    r"^\W*(?:can|could|does|do|is|are|will|would|what|how (?:easy|long|much|often))\b(?![^?]{0,20}\b(?:my|our)\b)",
)
MORE = (
    (
        r"追加(?!料金|費用|機能|オプション|は簡単)|増設|増やし|買い(?:足|増)|別の(?:拠点|工場"
        r"|倉庫|部署)に(?:も|展開)|横展開|(?:台|席|ライセンス)(?:ほど)?(?:増|追加)"
    ),
    (
        r"\b(?:add(?:ing)? (?:\d+|a few|some|two|three|five|ten)|more|another|additional|extra"
        r"|expand\w*|roll\w* (?:it |this )?out to|upgrade)\b"
    ),
)
# More of them is bought, whatever they ask about the way.
WANTS_MORE = (
    r"(?:台|本|セット|ライセンス|席|個|拠点|センサー|ゲートウェイ)(?:を|分|ほど)?(?:さらに|もう)?[^。]{0,4}"
    r"(?:追加|増設|増や|買い足)(?:し|す|た)|増設|買い(?:足|増)",
    r"\b(?:more|another|additional|extra|further) (?:\d+ |\w+ )?(?:sensors?|robots?|units?|gateways?"
    r"|devices?|licen[sc]es)\b",
)
HOW_TO = (r"方法|手順|やり方|仕方|手続", r"\bhow (?:do|can|would) (?:i|we)\b")
# A device or screen of ours that fails, told by itself; a machine of theirs is called otherwise.
DEVICE_FAULT = (
    (
        r"(?:ゲートウェイ|センサー?|中継機|\b[A-Z]{2}-?\d{1,3})[^。]{0,12}(?:(?:ランプ|LED|ライト)[^。]{0,8}(?:赤"
        r"|点滅|消え|[点つ]かな)"
        r"|再起動(?:を|ばかり)?(?:繰り返|し続け)|[外剥]れて|はがれ|落ちて(?:しま|い)|応答し(?:な|ませ))"
        r"|\d+番?目?の?センサー?[^。]{0,16}(?:電池|バッテリー)[^。]{0,8}(?:\d+ ?%|切れ(?!た[らと場]|る)|少な)"
        r"|(?:ダッシュボード|管理画面)[^。]{0,16}(?:見え|見られ|表示され|出|映ら)なく(?:な(?:っ|り))"
        r"|(?:アラート|通知|警報)(?:が|は)[^。]{0,10}(?:時間|分|日)(?:も|ほど)?遅れて(?:来|届|き)(?:た|まし|て(?:い"
        r"|る))"
        r"|何のために(?:お?金を)?払って(?:い)?(?:る|ます)|(?:(?:センサー?|ゲートウェイ|端末|機器|電池)の|(?<!の))交換品が(?:まだ|全然|一向に)?(?:届|来|送られ)(?:か"
        r"|て)?(?:き|こ|い)?(?:な|ま)"
        r"|(?:昨日|今朝|先週|[月火水木金土日]曜日?)から(?:アラート|通知|データ|計測値)が(?:一切|全く)?(?:来|届|こ"
        r"|上が)"
    ),
    (
        r"\b(?:gateways?|sensors?|hub(?! (?:motors?|bearings?|drives?|gears?))|[A-Z]{2}-?\d{1,3})"
        r" (?:\w+ ){0,3}?(?:keeps?|is|are|has been|started) "
        r"(?:re-?boot\w*|re-?start\w*|blinking|flashing|dropping (?:out|off)|disconnect\w*)\b"
        r"|\bsensors? (?:no\.? ?|number |#)?\d+ (?:shows?|has|reports?|says|is at|is on)\b[^.]{0,16}(?:batter"
        r"|offline|no data|\d ?%)"
        r"|\b(?:nobody|no one|you)(?: has| have|'ve)?(?: never| not|n't)? (?:sent|shipped) (?:us |me )?(?:a |the "
        r"|any )?(?:replacement|spare)s?(?=\W*$|[,;]| (?:yet|so far|since|and|but|for|sensors?|gateways?|batter\w+"
        r"|units?|devices?)\b(?! (?:the|our|my) ))"
        r"|\b(?:can't|cannot|can no longer|don't) see\b[^.?]{0,30}\b(?:on|in) the (?:dashboard|app|portal)\b"
        r"|\b(?:no|haven't (?:had|got|received)(?: any)?|not (?:getting|receiving)(?: any)?) (?:alerts?"
        r"|notifications?|readings(?: from (?:your|the) (?:sensors?|gateways?))?)"
        r" (?:since|for (?:days|a week|weeks|\d))\b(?![^.?!]{0,40}\bbecause (?:our|my|nobody|no one|we)\b)"
        r"|\b(?:alerts?|notifications?) (?:came|arrived|come|arrive|are coming) (?:in )?(?:[\w.]+ )?(?:hours?"
        r"|minutes?|days?) (?:too )?late\b"
        r"|\bwhat (?:exactly )?(?:are|am) (?:we|i) (?:even |actually )?paying (?:you for\b|for(?=\W*$))"
    ),
)
# What another maker sold them, what might be, and what is asked before buying.
NOT_OF_OURS = (
    r"今の|既存|現在(?:の|使)|従来|古い|以前|他社|別の|よそ|市販|手持ち|乗り?換え|たら|場合|とき|できます|ますか"
    r"|ことは",
    r"\b(?:current|existing|old|previous|present|other|another|competitor\w*|vendor|supplier|if|when|would|could"
    r"|does|do|will|switch\w*"
    r"|replac(?:e|ing) (?:them|it|our))\b",
)
