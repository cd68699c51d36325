"""Names, company forms and roles: the vocabulary of contact data."""

# The most common Japanese family names, to know a name that stands alone.
_SURNAMES = """
佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口
松本 井上 木村 林 斎藤 斉藤 齋藤 齊藤 清水 山崎 森 池田 橋本 阿部 石川 山下 中島
石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井
岡本 金子 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原
内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 工藤 谷口 今井 高田 増田 丸山
杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保
木下 佐野 野村 松尾 菊地 菊池 杉本 市川 古川 大西 島田 水野 桜井 高野 渡部 吉川
山内 西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 服部 東 岩田
土屋 川崎 福島 本田 辻 樋口 秋山 田口 永井 山中 中西 吉村 川上 石原 大橋 松岡 浜田
馬場 森本 矢野 浅野 松下 星野 大久保 吉岡 小池 野田 荒井 大谷 松浦 熊谷 黒田 永田
尾崎 伊東 川村 望月 田辺 松村 荒木 堀 大島 西山 早川 平井 栗原 広瀬 岩本 萩原 横田
片山 本間 小西 大石 菅野 鎌田 内藤 松永 森下 片桐 須藤 堀内 河合 小田 堀江 三宅 南
北川 岸 榊原 中原 白石 神田 篠原 桑原 西 奥村 川田 黒木 宮田 牧野 成田 大森 秋元
古賀 津田 竹田 三上 石橋 江口 村井 高島 若林 上原 金井 金田 坂井 天野 富田 榎本
梅田 小泉 宮下 滝沢 相馬 根本 杉浦 稲垣 沢田 土井 水谷 小倉 平山 長田 長尾 関口
関根 瀬戸 柳田 柳 氏家 植田 植村 落合 笠原 児玉 桐山 結城 日高 真田 朝倉 設楽 城戸
神谷 三島 二宮 一ノ瀬 速水 氷室 水島 木原 戸田 戸塚 松原 梶原 浅井 浅田 倉田 倉本
宇野 大原 大川 大山 大木 小沢 小澤 大沢 大澤 黒川 白川 白井 赤松 青山 青柳 緑川
高瀬 瀬川 佐久間 本多 本庄 三木 三田 三好 三谷 三村 上島 上村 上条 下田 中井 中澤
中沢 中尾 中嶋 中条 中津 久米 亀井 仲村 今村 今野 伊達 但馬 佐伯 保坂 児島 八木
内海 内村 冨田 出口 加納 北原 北島 千田 南雲 原口 友田 吉井 吉沢 吉野 喜多 園田
坂口 坂田 坂東 塚本 塚田 増井 増山 多田 大井 大内 大城 大崎 大竹 大津 大場 大堀
大平 大友 大村 奥田 奥山 奥野 宇田 安部 安達 安斎 宍戸 富永 寺田 寺本 寺島 小柳
小原 小坂 小宮 小山田 小杉 小栗 小暮 小沼 小笠原 小野寺 尾形 山岸 山岡 山根 山村
山県 岡崎 岡村 岡部 岩井 岩瀬 岩間 岩永 島崎 島村 川島 川瀬 川合 川端 川原 市村
平川 平岡 平松 平林 庄司 庄子 後閑 徳田 徳永 志村 志賀 愛甲 成瀬 戸川 手塚 斉木
新田 新谷 日下 日野 春日 有馬 服田 木内 木本 木田 末永 本橋 杉田 杉原 村松 東海林
松山 松崎 松川 松沢 松澤 松木 林田 柏木 柏原 栗田 根岸 桑田 桜田 森山 森岡 森川
森谷 椎名 榎 横井 横尾 樋渡 武井 武内 武藤 比嘉 水口 水上 水田 江川 江藤 池上 池内
池谷 河村 河田 河原 沢村 沼田 浅川 浅見 浦田 海野 清野 渋谷 渡会 湯浅 滝口 滝本
瀧本 瀬尾 熊田 熊沢 片岡 片平 片野 犬飼 猪俣 玉井 玉置 生田 田代 田島 田所 田端
甲斐 町田 畑中 畠山 白鳥 百瀬 益田 盛田 真鍋 矢部 矢島 石塚 石黒 石崎 石坂 磯部
磯野 福井 福岡 福永 福原 秋田 秋葉 稲田 稲葉 立花 竹中 竹下 竹本 笹川 笹原 米山
米田 細川 細田 細谷 緒方 羽田 美濃 能登 臼井 船橋 芦田 若松 若山 茂木 荻野 荻原 菅
菊田 葛西 蒲田 藤岡 藤川 藤沢 藤村 藤森 藤野 西尾 西岡 西沢 西脇 西野 角田 諏訪
谷川 谷本 豊田 赤木 辻本 近江 進藤 遠山 郡司 里見 野島 野崎 野沢 金城 金沢 金山
鈴村 長沢 長野 長島 門田 間宮 関谷 阿久津 阿南 須田 須山 宮部 鷲尾 日比野 三輪 石丸
梅原 梅津 飯島 飯塚 飯野 香川 馬渕 駒井 高井 高畑 高山 高岡 高梨 高見 高崎 高尾
高松 高柳 鳥居 鶴田 鶴見 鹿島 黒沢 黒澤 齊木 矢吹 宮城 浜辺 早乙女 木更津 大月 前川
阿曽 相沢 相澤 相原 会田 青野 赤井 赤坂 秋月 朝日 東山 綾瀬 荒川 有田 有村 粟野
安西 安東 飯村 井川 井沢 石津 石岡 板垣 板倉 伊勢 市原 稲村 犬塚 井原 今泉 今田
入江 岩城 岩倉 岩佐 岩谷 岩下 上山 植木 植松 牛島 内山 梅村 浦野 江崎 扇谷 大江
大垣 大河内 大桑 大杉 大関 大槻 大貫 大庭 小野田 小幡 折原 加賀 柿沼 影山 笠井 梶
梶山 柏 勝又 加茂 唐沢 川井 河内 川辺 神崎 神林 菊川 岸田 岸本 北 北沢 北野 北山
城田 木山 吉良 桐生 草野 楠 楠木 国分 熊本 倉持 栗林 栗山 黒岩 桑野 小出 神山 越智
小菅 木場 駒田 小宮山 小室 小森 近野 西郷 斎木 坂 坂元 坂巻 佐川 迫田 桜木 笹本
佐竹 里村 澤 澤田 澤村 塩田 塩谷 重松 柴 柴山 島 嶋田 島津 島本 下村 城 白木
新庄 末広 杉 杉村 鈴鹿 砂川 瀬口 瀬戸口 芹沢 千石 相良 園部 染谷 高倉 高嶋 高坂
高沢 高津 高塚 高原 高宮 滝田 武市 武智 武山 竹村 立石 立川 巽 谷 谷村 玉城 玉木
田丸 俵 近田 千野 塚越 塚原 月岡 柘植 堤 鶴岡 寺内 寺沢 土肥 遠野 時田 徳山 土橋
冨樫 富樫 豊島 鳥山 中江 永野 中林 永松 中丸 長岡 長友 名取 並木 成沢 難波 二階堂
西原 西本 新村 丹羽 沼尻 根津 野上 野々村 野原 野本 萩 橋爪 橋口 蓮見 長谷 八田
花岡 花田 羽生 浜口 濱田 濱口 早坂 早瀬 林原 原島 針谷 東野 氷川 久野 平沼 平賀
平塚 平原 平本 広田 廣瀬 廣田 深沢 深澤 深田 福本 福山 藤 藤枝 藤代 藤巻 藤元 二見
船木 古田 古谷 古屋 細野 堀川 堀越 堀田 前島 前野 牧 正木 増子 松島 松野 松宮 丸
丸岡 三井 三沢 溝口 三橋 三原 皆川 南野 峰 宮内 宮川 宮沢 宮澤 宮地 宮野 武者 村岡
村瀬 村山 室井 持田 本山 森井 森永 森口 森脇 柳沢 柳瀬 矢田 谷田 柳本 矢代 梁 山形
山際 山城 山路 山瀬 山名 山野 湯川 由良 横溝 横手 吉崎 吉永 吉原 芳賀 米倉 米沢
若月 和久井 鷲見 渡 綿貫 岡 星 畑 桂 泉 滝 瀧 轟 椿 秦 窪 湊 源 佃 乾 奥
若槻 三笠 有働 与田 日向 真壁 入谷 五味 阿佐 小早川 西園寺 伊集院 綾小路 神尾 柿崎
桑名 都築 波多野 利根 小田切 夏目 鵜飼 堂本 平良 財前 黒部 神保 仁科 三雲 九条 一条
二条 鷹野 鷹取 鳴海 鳴瀬 鬼塚 雨宮 天沼 天城 有賀 有坂 粟田 庵野 伊沢 伊能 井出
井手 井野 井村 磯谷 市瀬 糸井 稲本 稲毛 今川 岩切 岩渕 岩淵 印南 上杉 臼田 打越
宇佐美 宇都宮 浦上 瓜生 江原 海老原 海老名 遠田 大熊 大窪 大倉 大迫 大塩 大嶋 大隅
大園 大滝 大坪 大畑 大和田 緒川 岡野 岡林 荻 沖田 奥平 尾上 小国 小俣 小椋 小田島
小高 織田 鬼頭 海津 垣内 風間 柏崎 春日井 片瀬 勝田 勝野 金丸 川俣 川野 川野辺 菅谷
木野 木戸 貴志 喜多村 君島 木幡 久我 草間 草刈 久慈 櫛田 久世 朽木 久富 熊倉 粂
倉石 来栖 桑山 香西 郡山 越川 小清水 越野 小嶋 小谷 後藤田 小日向 小堀 小峰 小柴
紺野 雑賀 西条 財津 榊 坂野 迫 左近 佐々 佐瀬 沢井 三宮 塩崎 塩見 宍倉 信田 柴崎
渋沢 渋川 島岡 島袋 下川 下山 城山 白岩 白崎 新城 新保 陣内 末次 末松 菅沼 鈴江
須永 諏訪部 瀬古 世良 仙波 園山 祖父江 染井 醍醐 高円 高樹 高杉 鷹司 滝川 田川 竹山
竹井 武石 田尻 田淵 田渕 谷崎 玉川 田宮 千村 知念 津川 辻井 辻村 津村 敦賀 手島
寺山 寺尾 東条 東郷 藤堂 土岐 戸沢 百々 豊川 豊岡 内川 永尾 仲 中根 中畑 中谷 永瀬
長瀬 長坂 長浜 長沼 長峰 南条 難波江 新美 西谷 新島 新山 二木 乃木 野尻 野間 野宮
則武 橋田 長谷部 波多 八谷 花井 花村 浜野 浜村 林崎 速見 半田 坂内 東出 樋田 姫野
兵藤 平木 平瀬 平出 深井 深川 深津 福士 福地 福留 藤倉 藤島 藤尾 二村 船越 古沢
古畑 北条 朴 星川 星加 細井 堀口 堀部 本城 蒔田 真木 牧村 増本 間瀬 松江 松倉 松平
松谷 松葉 的場 水沼 溝渕 三井田 南出 峯 嶺 宮坂 宮島 三善 向井 宗像 武蔵 村木 村中
室田 目黒 毛利 森尾 森崎 森実 門脇 八重樫 屋敷 八代 柳生 安井 安川 安永 安原 矢沢
矢作 山辺 山吹 山森 由井 湯沢 横川 横木 横沢 吉江 吉武 吉谷 吉成 吉松 依田 六車
若杉 脇 脇坂 脇田 和泉 早稲田 鰐淵 竜崎 立野 葉山 羽鳥 帆足 逢坂 海老沢 柊 桐原
桐野 桐谷 椎葉 楢崎 楢原 榊田 樫村 樫本 槙 槇 梶本 梶谷
及川 橘 大河原 足立 綾部 石垣 石渡 石本 石野 今西 岩村 内野 梅沢 梅本 大沼 大脇 奥井 奥谷 押田
小畑 加瀬 兼子 亀田 川西 河西 喜田 木谷 小岩 甲田 幸田 小寺 権田 斉田 坂下 坂部 坂上 寒川 鷺沢
桜庭 佐山 佐古 猿渡 沢口 篠崎 篠田 芝田 瀬名 高村 武村 辰巳 館野 田崎 田沼 田畑 田原 丹野 茅野
中森 土田 筒井 坪井 寺西 当麻 戸井田 富沢 外山 永島 中込 中道 長井 名倉 成川 野中 萩野 浜崎 浜本
早野 原沢 春山 久松 一柳 平沢 平尾 平間 広川 広沢 深谷 藤崎 藤山 保科 本郷 前原 牧田 増岡 松波
松林 丸田 三崎 峰岸 宮原 宮村 宮里 元木 桃井 森沢 森村 諸星 八島 矢口 安野 保田 梁瀬 柳原 山川
山部 山元 山脇 山室 吉見 吉本 渡瀬 新垣 仲宗根 宮平 与那嶺 具志堅 須賀 須崎 曽我 蔵本 鮎川 浅倉
芦沢 石毛 小城 梶田 片倉 刈谷 川谷 木島 京極 楠本 黒須 郷田 込山 酒巻 櫻井 佐原 品田 庄野 須貝
杉崎 鈴原 関川 善家 高階 高槻 橘田 友部 永岡 中塚 中沼 鍋島 西浦 蓮沼 馬淵 浜中 原野 蛭田 別所
前山 真野 丸尾 三田村 三富 箕輪 三山 村尾 八木沢 柳川 横倉 芳野 神楽 五島 四宮 七海 九鬼 十河 鵜沢
猪股 牛山 鴨下 鮫島 鯉沼 魚住 蛯名 蟹江
鵜飼 鷲見 椋木 御厨 蜂須賀 九十九 鳥羽 能登谷 茶谷 大豆生田 我妻 我孫子 安孫子 浅利 朝比奈 芦名 天沼 天羽 雨宮 荒巻 有吉
粟津 粟屋 飯泉 飯尾 飯岡 飯倉 五十畑 伊集院 石神 石堂 泉谷 板井 板谷 市来 一色 一瀬 市毛 市橋 井手 井出 井関 伊波 井本
入沢 色川 岩清水 岩淵 岩渕 岩松 上杉 上妻 浮田 宇佐美 鵜殿 打越 畝本 漆原 潮田 江頭 海老根 老川 生沼 大鐘 大草 大下
大須賀 大隈 大瀧 大鷹 大館 大舘 大寺 大富 大林 大矢 大屋 岡留 岡安 岡庭 荻島 沖本 奥住 奥寺 奥原 奥本 小野塚 長内 尾関
尾辻 小和田 恩田 御園 加賀美 各務 柿崎 柿原 賀来 筧 掛川 景山 笠間 鹿島田 柏倉 粕谷 糟谷 片柳 勝部 勝山 桂木 門倉 金谷
金森 金本 狩野 狩谷 軽部 川澄 川鍋 川浪 川名 神尾 神部 菊間 菊本 岸川 北里 北田 北出 北畠 木佐貫 衣笠 木俣 喜屋武 清原
金原 楠瀬 久住 葛巻 国井 国本 國分 久保寺 隈部 倉橋 倉知 蔵田 栗本 黒江 黒部 毛塚 幸村 古庄 木暮 越山 小竹 小橋 小浜
小峯 小向 小室 小柳津 権藤 近松 斎田 西園寺 税所 酒向 坂倉 相楽 桜沢 迫口 笹岡 笹沼 佐多 真壁 更科 猿田 沢木
沢辺 椎橋 塩原 鹿野 信太 柴原 渋井 島倉 島谷 清宮 下坂 下平 首藤 正田 白浜 新宮 榛葉 進士 新城 菅井 菅家 杉江
杉谷 鈴切 鷲巣 妹尾 瀬下 瀬良 曽根 反町 大道 高石 高草 高久 高桑 高砂 高城 高浜 高平 高森 瀧川 滝本 武市 武川 竹之内
竹原 田坂 多賀 立松 田頭 棚橋 谷岡 谷垣 谷山 玉置 田巻 樽井 垂水 壇 力石 千原 茶木 津村 塚越 築地 佃 辻岡 土山 津島 津野
坪内 坪田 出井 寺門 寺岡 土居 東郷 当間 百目鬼 栂 常盤 徳丸 徳井 轟木 殿村 富岡 友利 豊岡 鳥越 内貴 直井
永谷 中垣 中桐 中台 中平 中本 中安 中屋敷 長坂 永瀬 半井 名和 生井 成瀬 難波 新妻 西出 西岡 西垣 西久保 西田 西山
新渡戸 仁科 韮沢 貫井 布川 布施 沼沢 根岸 野上 野坂 野尻 野津 能勢 能見 野元 拝島 萩尾 白洲 羽柴 土師 長谷山 畑山 八反田
羽鳥 塙 花輪 塙田 馬場園 浜中 早水 原岡 春木 番場 日置 東浦 東出 樋野 日向寺 平賀 平栗 平子 平手 蛭川 廣川 弘中
深町 深見 福澤 福富 福間 藤平 藤谷 藤縄 布袋 古市 古沢 古瀬 不破 逸見 穂積 星加 堀尾 堀野 本城 真柄 蒔苗 真栄田 前沢
間瀬 町野 松元 松岡 松坂 松澤 松代 松平 三池 三浦 御子柴 水越 水島 水原 三瓶 三ツ井 光永 湊 南出 三野 三股 宮坂 宮尾
宮台 宮永 宮森 明神 三吉 宗像 村木 村越 村中 室井 最上 茂呂 本村 籾山 森永 森脇 諸岡 門間 安里 安本 柳瀬 梁川 矢内 谷津
柳楽 山添 山科 山名 山上 湯川 湯本 油井 余語 横溝 横森 吉弘 吉永 善本 米倉 米津 萬 留場 若狭 若月 若宮
和久井 渡利 和南城 度会 鼓 鼎 轟 椿 桂 巴 伴 旭 埴 墨 碇 鏑 錦 笹 菱 蓮 芹 蕨 鷲 鷹 鵜
"""
SURNAMES = frozenset(_SURNAMES.split())
# 「新潟の高梨酒造」: where a company is, told without 県 or 市.
REGIONS_JA = (
    r"(?:北海道|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|東京|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知"
    r"|三重|滋賀|京都|大阪|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎"
    r"|鹿児島|沖縄|札幌|仙台|横浜|川崎|浜松|名古屋|神戸|北九州|十勝|諏訪|信州|関西|関東|東北|九州|四国|北陸|東海)"
)
# 「総合病院の者です」: what kind of place, and not its name.
KIND_JA = (
    r"(?:(?:総合|大学|地域|公立|私立|国立|市立|県立|町立|都立|府立|民間|個人|老舗|温泉|観光|高級|中高一貫|小さな|動物|救急|高等|女子|工業"
    r"|農業|専門|地元|地方|田舎|郷土|現代|ビジネス|リゾート)*(?:病院|医院|クリニック|旅館|旅館業|ホテル|民宿|銭湯|学校|高校|中学(?:校)?|小学校"
    r"|一貫校|大学|高専|美術館|博物館|水族館|動物園|図書館|保育園|幼稚園|工務店|商店|酒蔵|酒造|牧場|農園|農場|市場|スーパー|市役所|役場|県庁)"
    r"|(?:私|公|国|市|県|町|都|府)立|[ァ-ヶー]{2,5}屋|(?:豆腐|酒|本|花|魚|肉|米|菓子|和菓子|薬|酒造)屋)"
)
_SURNAME_READINGS = """
さとう すずき たかはし たなか いとう わたなべ やまもと なかむら こばやし かとう よしだ やまだ ささき やまぐち
まつもと いのうえ きむら はやし さいとう しみず やまざき もり いけだ はしもと あべ いしかわ やました なかじま いしい
おがわ まえだ おかだ はせがわ ふじた ごとう こんどう むらかみ えんどう あおき さかもと ふくだ おおた にしむら ふじい
おかもと かねこ ふじわら みうら なかの なかがわ はらだ まつだ たけうち おの たむら なかやま わだ いしだ もりた
うえだ うちだ しばた さかい みやざき よこやま たかぎ あんどう みやもと おおの こじま くどう たにぐち いまい たかだ
ますだ まるやま すぎやま むらた おおつか あらい こやま ひらの ふじもと こうの うえの のぐち たけだ まつい ちば
すがわら いわさき くぼ きのした さの のむら まつお きくち すぎもと いちかわ
くぼた ほんだ しまだ みずの さくらい たかの よしかわ おおにし にしだ にしかわ きたむら やすだ いがらし
かわぐち ひらた なかた はっとり いわた つちや ふくしま つじ ひぐち あきやま ながい なかにし よしむら かわかみ
いしはら おおはし まつおか はまだ ばば もりもと やの あさの まつした ほしの おおくぼ よしおか こいけ のだ
おおたに まつうら くまがい くろだ ながた おざき かわむら もちづき たなべ まつむら あらき おおしま ひらい
くりはら ひろせ おぎわら よこた かたやま ほんま こにし おおいし すがの かまた ないとう まつなが もりした かたぎり
すどう ほりうち かわい おだ ほりえ みやけ きたがわ しらいし かんだ しのはら くわばら おくむら くろき みやた まきの
なりた おおもり こが つだ たけだ みかみ いしばし えぐち むらい わかばやし さかい えのもと うめだ こいずみ みやした
たきざわ ねもと すぎうら いながき さわだ みずたに せきぐち せきね えんどう むとう やなぎだ おちあい こだま ひだか
"""
SURNAME_READINGS = frozenset(_SURNAME_READINGS.split())

COMPANY_FORM_JA = (
    r"(?:株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|公益社団法人|一般財団法人|公益財団法人"
    r"|社会福祉法人|医療法人(?:社団)?|学校法人|特定非営利活動法人|NPO法人|独立行政法人|税理士法人"
    r"|弁護士法人|\(株\)|\(有\)|\(同\)|\(一社\)|\(医\))"
)
COMPANY_TAIL_JA = (
    r"(?:製作所|製作|製造所|鉄工所|鋳造所|造船所|製材所|木工所|染工場|工作所|印刷所|発電所"
    r"|商事|商店|商会|工業|産業|物流|運輸|運送|倉庫|電機|電気|電子|機械"
    r"|機工|精機|精密|化学|化成|薬品|製薬|食品|フーズ|水産|建設|建築"
    r"|工務店|不動産|銀行|信用金庫|証券|保険|印刷|出版|書店|百貨店|ホテル|旅館|病院|クリニック|医院|"
    r"大学|高校|学園|学院|機構|協会|組合|研究所|事務所|システムズ?|ソリューションズ?|テクノロジーズ?"
    r"|テック|サービス|ホールディングス|グループ|コーポレーション|カンパニー|ジャパン|エンジニアリング"
    r"|コンサルティング|デザイン|ロジスティクス|ロジ|メディカル|ファーム|ワークス|ラボ|スタジオ|自動車"
    r"|鉄工|鉄鋼|金属|紡績|繊維|通商|貿易|製紙|紙業|製鋼|製鉄|鋳造|鍛造|硝子|ガラス|窯業|セメント|鉱業|製菓|酒造|醸造"
    r"|石油|重工(?:業)?|造船|電装|計器|工機|樹脂|ゴム|塗装|乳業|飲料|製粉|製糖|ケミカル|プラスチックス?|ポンプ"
    r"|ダイカスト|オプティクス|ファウンドリ|バイオ|フード|マテリアルズ|クラフト|建機|農機|重機|機器|製薬|織物|ニット"
    r"|メタル|スチール|エレクトロニクス|マテリアル|ベーカリー|ビバレッジ|パッケージ|包装|紡織|染工"
    r"|薬局|歯科(?:医院)?|美容室|サロン|農園|農場|牧場|酒店|酒類|保育園|幼稚園|学習塾|塾|交通"
    r"|観光|旅行|興業|興産|測量|造園|警備|清掃|住建|住宅|ハウス|ホーム|電業|電工|水道|ガス"
    r"|エナジー|電力|放送|新聞|通信|ネット(?:ワークス?)?|ソフト(?:ウェア)?|ロボティクス"
    r"|モータース|自工|車体|タクシー|急便|エクスプレス|マリン|ダイニング|キッチン|カフェ|珈琲"
    r"|製麺|水産|漁業|農協|生協|財団"
    r"|ファーマ|家具|インテリア|アパレル|被服|文具|書房|プリント|リース|レンタル|テクノ"
    r"|メンテナンス|メンテ|工房|珈琲店|青果|園芸|産婦人科|眼科|内科|整骨院|市場|スーパー"
    r"|ストア|マート|マーケット"
    r"|市役所|県庁|役場|区役所|堂|屋|社|陸運|海運|冷蔵|製油|製酢|酢造|精麦|製缶|製氷|製塩|製茶|鋳造|索道|リゾート)"
)
# A trade, not a company: 「精密機械です」.
INDUSTRY_JA = (
    r"(?:精密|自動車|産業|食品|化学|電子|電気|建設|総合|一般|中小|工作|輸送|農業|医療|金属|部品|物流"
    r"|機械|加工|紙|製造)*"
) + COMPANY_TAIL_JA
COMPANY_FORM_EN = (
    r"(?:Inc|LLC|Ltd|Limited|Corp|Corporation|Co|Company|GmbH|AG|PLC|plc|Pty Ltd|S\.A|BV|KK|K\.K|LLP|Group"
    r"|Holdings|Partners|Logistics|Freight|Industries|Systems|Software|Solutions|Technologies|Labs"
    r"|Foods|Manufacturing|Works|Robotics|Health|Bank|University|Consulting|Electronics|Components"
    r"|Supply|Paper|Dairy|Cement|Chemicals|Plastics|Packaging|Brewing|Brewery|Pumps|Textiles|Bakery"
    r"|Bakeries|Automotive|Aerospace|Engineering|Kogyo|Seiki|Denki|Shoji|Metals|Warehousing"
    r"|Distribution|Media|Studios?|Ventures|Services|Medical|Pharma|Retail|Motors"
    r"|Energy|Glass(?:works)?|Foundry|Foundries|Castings|Steel(?:works)?|Ceramics|Rubber|Resins|Polymers|Timber|Lumber"
    r"|Optics|Instruments|Machinery|Machining|Fabrication|Construction|Builders|Furniture|Interiors|Apparel|Footwear"
    r"|Coatings|Paints|Adhesives|Materials|Minerals|Mining|Quarries|Petroleum|Electric|Utilities|Recycling|Solar"
    r"|Beverages|Coffee|Seafoods?|Fisheries|Farms|Dairies|Creamery|Confectionery|Marine|Shipping|Transport|Trucking"
    r"|Cargo|Couriers|Airlines|Telecom|Networks|Insurance|Realty|Hotels|Hospital|Institute|Agency|Printing|Bottling"
    r"|Semiconductors?|Controls|Tooling|Bearings|Valves|Turbines|Elevators|Cranes|Tires|Tyres|Sons|Brothers|Bros)"
)

# Known tools: never the prospect's company.
TOOLS = (
    r"Salesforce|セールスフォース|HubSpot|ハブスポット|kintone|キントーン|Marketo|マルケト|Pardot|Zoho"
    r"|Intercom|インターコム|Zendesk|ゼンデスク|Drift|Pipedrive|Freshsales|Freshdesk|Sansan|Eight|Slack"
    r"|Teams|Chatwork|チャットワーク|LINE ?WORKS|SATORI|BowNow|Synergy|Dynamics(?: 365)?|"
    r"eセールスマネージャー|ホットプロファイル|Mazrica|マツリカ|Senses|Notion|Asana|Airtable"
    r"|Monday(?:\.com)?|Google ?(?:スプレッドシート|Sheets?|Workspace|フォーム|Forms?)|スプレッドシート"
    r"|スプシ|Excel|エクセル|Access|SAP|Oracle|NetSuite|サイボウズ|Garoon|formrun|フォームラン|Calendly"
    r"|Zapier|Mailchimp|Eloqua|Zoom|Outlook|Gmail|チャットプラス|ChatPlus|KARTE|カルテ|Tayori"
    r"|自社(?:開発|製)(?:の)?(?:システム|ツール)?|手書き|紙(?:の台帳|台帳|管理|ベース)?"
    r"|in-?house (?:tool|system)|spreadsheets?|pen and paper|homegrown \w+"
)

ROLES_JA = (
    r"(?:代表取締役(?:社長|会長)?|取締役(?:社長)?|代表(?:社員|理事)?|社長|会長|副社長|専務(?:取締役)?"
    r"|常務(?:取締役)?|執行役員|役員|CEO|COO|CTO|CFO|CIO|CMO|理事長|理事|院長|支店長|支社長|工場長"
    r"|センター長|総?支配人|料理長|編集長|園長|館長|校長|組合長|製造長|技師長|班長|職長|頭取|所長|店長|室長|局長"
    r"|本部長|副?事業部長|部長(?:代理|補佐)?|次長|副部長"
    r"|課長(?:代理|補佐)?|係長|主任|主査|主幹|参事|統括|チーフ|リーダー|チームリーダー|マネージャー"
    r"|マネジャー|GM|ディレクター|責任者|担当者|担当|個人事業主|フリーランス|オーナー|秘書|事務局長"
    r"|事務長|記者|編集者|現場監督|(?:若|大)?女将|学芸員|教員|教諭|司書|住職|番頭|板長|機関長|船長|スタッフ|アシスタント|エンジニア|インサイドセールス|新人)"
)
DEPARTMENTS_JA = (
    r"(?:[一-鿿ァ-ヶーA-Za-z&・]{1,12}"
    r"(?:部門|本部|事業部|部|課|室|係|(?:事務|開発|編集|企画)局|グループ|チーム|センター|支店|支社|営業所|工場)|情シス"
    r"|情報システム|総務|経理|人事|営業(?:企画|推進|統括|管理)?|マーケ(?:ティング)?|広報|購買|物流|法務"
    r"|企画|IT|DX推進|カスタマーサクセス|CS|インサイドセールス)"
)
ROLES_EN = (
    r"(?:(?:(?:chief|lead|head|senior|staff|principal|plant|site|works|resident|group) )+"
    r"(?:engineer|technician|mechanic|electrician|chemist|designer|architect|buyer|accountant)\b"
    r"|(?:(?:co-?)?founder(?: (?:and|&) CEO)?|owner|CEO|CTO|CFO|COO|CMO|CRO|CIO|CISO|president"
    r"|managing director|partner|principal|chairman|secretary|receptionist|freelancer|consultant|intern)\b"
    r"|(?:(?:senior|regional|global|associate|assistant|deputy|sr\.?|jr\.?|junior|lead|chief|executive"
    r"|inside|digital|product|demand generation|growth|field|key account) )*"
    r"(?:VP|SVP|EVP|vice president|head|director|manager|chief)(?:,? of| for|,)? "
    r"(?:(?:sales|marketing|operations?|ops|IT|revenue|growth|customer success|customer"
    r"|business development|inside sales|demand gen(?:eration)?|logistics|supply chain|warehouse"
    r"|purchasing|procurement|finance|HR|product|engineering|support|digital|revops|maintenance"
    r"|reliability|manufacturing|production|quality"
    r"|automation|facilities|the|and|&"
    r"|commercial|strategy|sales ops|partnerships|fulfil?lment|distribution|security|technology"
    r"|information|data|field|channel|enablement|development|services?|experience|success|EMEA|APAC"
    r"|Europe|North America)\b ?)+"
    r"|(?:(?:senior|regional|global|national|associate|assistant|deputy|sr\.?|jr\.?|junior|inside|digital"
    r"|field|key) )*(?:sales|marketing|operations?|ops|IT|revenue|growth|customer success"
    r"|business development|inside sales|demand gen(?:eration)?|logistics|supply chain"
    r"|warehouse|purchasing|procurement|finance|HR|product|engineering|support|revops|maintenance"
    r"|reliability|manufacturing"
    r"|production|quality|process|automation|electrical|mechanical|technical|asset|safety|shift|continuous improvement"
    r"|office|account|plant|project|general|store|facility|facilities|site|sales ops"
    r"|program|web|community|content|brand)"
    r"(?: (?:operations|development|success|enablement|account|team|ops))? "
    r"(?:manager|director|lead|leader|head|planner|technician|superintendent|foreman"
    r"|coordinator|specialist|analyst|engineer|executive"
    r"|rep(?:resentative)?|administrator|admin|officer|supervisor|assistant|associate|VP)\b"
    r"|\b(?:SDR|BDR|AE|RevOps(?: lead)?|sysadmin|engineer|developer|team lead|supervisor|buyer)\b"
    r"|I run (?:the |our )?[a-z ]{3,25}?(?=[.,]|$| at ))"
)

# Words that stand where a name would stand.
_NOT_NAMES_JA = """
担当 担当者 弊社 当社 御社 貴社 私 わたし 僕 自分 こちら 以上 結構 未定 検討中 無理 不要 大丈夫 必要 至急 急ぎ 営業
総務 情シス 経理 人事 社長 部長 課長 主任 代表 学生 個人 本人 上司 中小企業 製造業 物流 物流業 小売 小売業 食品 卸
商社 運送業 倉庫 倉庫業 建設業 飲食 不動産 医療 介護 自動車 電機 東京 大阪 名古屋 福岡 京都 神奈川 埼玉 愛知 北海道
来月 今月 来期 今期 来年 今年 年内 年度内 年度末 年末 春 夏 秋 冬 半年 半年後 早急 課題 時期 費用 料金 価格 予算
電話 資料 名前 会社 会社名 氏名 初めて 導入 検討 情報収集 情報収集中 比較 比較中 相談 質問 問題 希望 予定 可能 同様
同じ 全部 全員 数名 若干名 手書き 紙 メール 冗談 遊び 別件 本件 件 先日 以前 最近 現在 現状 今 今日 明日 昨日 午前
午後 夕方 平日 土日 自身 上長 稟議 決裁者 特 多数 一部 役員 人手不足 採用難 コスト 属人化 対応 入力 集計 管理 連携
初動 返信 架電 追客 既存 新規 株式会社 有限会社 内線 外線 直通 不在 留守 幸い 幸甚 勤務 在籍 所属 出身 経由 勤務先
番号 電話番号 連絡先 住所 氏名 名称 宛名 宛先 日程 日時 時間 場所 内容 理由 状況 数量 個数 台数 人数 機種 型番 現地
当日 前日 翌日 携帯 携帯電話 自宅 共有 代表者 夜間 日中 営業中 移動中 会議中 出張中 在宅 直行 留守番 早朝 深夜
午後中 随時 終日 平日中 以降 以前 下記 上記 前述 同上 了解 承知 拝見 確認 感謝 恐縮 失礼 遠慮 質問中 検証中 準備中
稼働中 使用中 利用中 契約中 導入済 導入中 満足 不満 不便 不安 心配 問題点 要望 希望者 関係者 責任者 管理者 経営者
損失 損害 赤字 被害 起業家 法人 自営業 未経験 初心者 素人 後で あとで 後ほど
自動応答 自動 応答 人間 機械 紹介 紹介者 依頼 返事 回答 返答 見積 見積もり 納品 注文 発注 点検 修理 請求 確認中
先生 推薦 意向 指示 判断 命令 許可 承認 意見
窓口 受付 守衛 夜勤 日勤 当直 宿直 総合 共用 固定 有線 無線 緊急
再度 一度 直接 別途 職場 のちほど 他社 競合 代理店 販売店 取引先 顧客 客先 工場 現場 本社 支店
"""
NOT_NAMES_JA = frozenset(_NOT_NAMES_JA.split())
# 「火曜に電話ください」「来週午前中 03-…」: a time beside a number is no name.
_TIME_JA = (
    r"(?:(?:今|本|来|再来|翌々?|毎|昨|先|明)[日週月年期朝晩夜夕春夏秋冬]|明後日|[月火水木金土日]曜日?"
    r"|[月火水木金土日祝休]{2,5}|平日"
    r"|(?:お?昼|朝|夕|夜|晩|早朝|深夜|正午|午前|午後|夕方|夕刻|夜間|昼間|日中|終日|春|夏|秋|冬)"
    r"|(?:週|月|年|年度|期|連休|お?盆|正月|休み?)(?:明け?|初め?|始め?|末|中|内|央|半ば|頭)|[上中下初]旬"
    r"|[祝休当即前同後近]日"
    r"|(?:営業|勤務|就業|始業|終業|業務|定時|お?昼休み|連休|業)(?:時間)?"
    r"|[数一二三四五六七八九十0-9]{1,3}(?:日|週間?|[かヶカ]月|時間?|分|年))"
)
TIME_JA = rf"(?:{_TIME_JA}(?:[中前後頃半内一初]|以降|以前|以内|以外|過ぎ|すぎ|明け|早々|ごろ|イチ|いち)*[のか ]?)+"
_NOT_NAMES_EN = """
i we it you they he she there im ill we'll interested looking happy sure sorry fine good not just also very really
here ready glad afraid trying using calling writing reaching asking wondering hoping curious new busy available free
back in on at from the a an with working based responsible currently still going getting having facing struggling
thinking planning considering evaluating comparing done out ok okay great thankful aware able unable tired sick head
director manager founder owner ceo cto cfo vp president leading running managing part one only already actually
mainly definitely probably open keen confused frustrated annoyed waiting that what who this all so too over pretty
guessing assuming like keeping losing dealing under well right wrong hello hi hey thanks thank please yes no maybe
now soon asap urgent speaking best regards cheers sincerely kind sent sales marketing human person bot robot january
february march april may june july august september october november december monday tuesday wednesday thursday
friday saturday sunday spring summer fall winter salesforce hubspot slack zendesk intercom today tomorrow yesterday
price pricing cost demo email phone call team help support none nothing nobody everyone someone somebody direct line
better easier faster japanese american german french british chinese korean indian canadian australian english
spanish italian dutch or and then but via cc also either neither both whichever another other our their your his her
greetings message note inquiry enquiry question request regarding re subject attention attn urgent update reminder
am is are was were do does did can could will would should shall may might has have had who whom whose which why when
where how if or because hmm um uh wait just hold sorry excuse
merci bonjour salut danke hallo gracias hola grazie obrigado ola tak mon mein mi bitte aloha namaste guten buenos
try use dial text get reach
here's there's its im ive i've wondering fair agreed gotcha alright nope yep
budget decision timing approval deadline schedule tender downtime trial quote quotation estimate invoice contract
gearbox gearboxes motor motors pump pumps bearing bearings compressor compressors conveyor conveyors sensor sensors
gateway gateways blower blowers vibration temperature machine machines machinery equipment installation delivery
dear sir sirs madam ma'am gentlemen name name's whoever concern
nice perfect cool lovely excellent wonderful brilliant splendid understood noted super amazing awesome kindly attention
different far apart coming
he's she's it's that's contact address preferred mobile cell desk number office landline
"""
# "Consultant here"; Baker, Cook, Mason and Carpenter are names as well.
_JOBS_EN = """
consultant engineer technician mechanic fitter electrician plumber contractor subcontractor buyer planner supervisor
superintendent foreman operator inspector student intern teacher professor researcher scientist chemist accountant
auditor controller analyst specialist coordinator administrator admin assistant secretary officer executive lead
purchaser reseller distributor dealer integrator supplier vendor agent broker journalist reporter developer sysadmin
programmer architect designer machinist millwright welder caretaker chef nurse doctor pharmacist farmer freelancer
apprentice trainee retiree customer client user subscriber visitor newbie ops procurement maintenance purchasing
"""
JOBS_EN = frozenset(_JOBS_EN.split())
_OF_A_JOB_EN = """
process plant maintenance quality production project product sales marketing reliability field service site facility
facilities operations electrical mechanical software hardware senior junior chief head lead assistant deputy general
account office it hr warehouse shift line night day safety security research design test data business technical
independent freelance registered certified former retired vice key our my your the external internal sourcing supply
"""
OF_A_JOB_EN = JOBS_EN | frozenset(_OF_A_JOB_EN.split())
NOT_NAMES_EN = JOBS_EN | frozenset(_NOT_NAMES_EN.split()) | frozenset(("leak", "problem", "issue", "trouble", "same"))
# Times by themselves; "Wei Sun" and "Doris Day" are names.
_TIME_EN = """
tue tues wed weds thu thur thurs fri sat sun tonight morning mornings afternoon afternoons evening evenings noon midday
lunch lunchtime midnight night nights weekend weekends weekday weekdays week weeks month months day days daytime
feb apr sept sep oct nov dec
by before after until till within around about during end start beginning early mid late middle next last this
year years quarter quarters half holiday holidays vacation christmas xmas easter thanksgiving golden new sometime
"""
TIME_EN = frozenset(_TIME_EN.split())
# "June Abara" is a name, "June" alone a month.
MONTHS_AS_NAMES = frozenset(("april", "may", "june", "august"))
