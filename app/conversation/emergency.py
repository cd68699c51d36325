"""Whether something burns, floods or stands still at their plant now, and they call for help. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.conversation.beside_a_no import sentences

_MACHINE = (
    r"(?:line|plant|factory|production|press|pump|fan|mill|compressor|conveyor|boiler|chiller|furnace|machine|motor"
    r"|gear ?box|turbine|extruder)"
)
_THING = rf"(?:{_MACHINE}|oven|tank|pipe|vessel|reactor|battery|transformer|panel|cabinet|cable|belt|bearing|warehouse"
_THING += r"|building|roof|basement|silo|dryer|sensor|gateway|it|everything|something)(?:e?s)?(?: (?:no\.? ?)?\d+)?"
_NO_FIRE = (
    r"(?![- ](?:pumps?|alarms?|doors?|suppress\w*|protect\w*|extinguish\w*|hydrants?|sprinklers?|panels?|departments?"
    r"|brigade|safety|hazards?|risks?|drills?|code|systems?|detect\w*|sensors?|water|insurance|walls?|fight\w*"
    r"|regulat\w*"
    r"|watch|tests?|proof|surve\w*|repairs?|rate))"
)  # things that are only named after it
_CHEMICAL = r"(?:(?<!refrigerant )gas|ammonia|chlorine|hydrogen|propane|acids?|solvents?|chemicals?)"
_LEAKS = (
    r"(?:(?<!冷媒)ガス|アンモニア|塩素|硫化水素|一酸化炭素|水素|薬品|溶剤|[硫塩硝]酸)(?:が|も)[^。！!？?、\n]{0,8}"
    r"(?:漏れ|もれ|噴き?出し|吹き?出し|流れ出)"
)
_PERSON = (
    r"\b(?:someone|somebody|people|persons?|(?:co-?)?workers?|colleagues?|operators?|employees?|technicians?|m[ae]n"
    r"|wom[ae]n|guys?|child(?:ren)?|kids?|apprentices?|trainees?|drivers?|fitters?|electricians?|welders?|engineers?"
    r"|staff)\b[^.?!]{0,10}"
)
_LIMB = (
    r"\b(?:his|her|my|their|['’]s|an?|the) (?:\w+ )?(?:hands?|arms?|legs?|fingers?|f[oe]{2}t|hair|sleeve|head|clothes)"
)
_STUCK = (
    rf"(?:stuck|caught) (?:in|under|between|inside) (?:the|an?|our)(?: \w+)? (?:{_THING}|roller|lift|elevator|drum)\b"
)
_WHO = (
    r"(?:人|員|者|同僚|部下|仲間|スタッフ|誰か|子供|子ども|先輩|後輩|若手|社長|上司|バイト|実習生|彼|彼女|夫|妻|父|母|息子|娘)(?:が|も)"
    r"[^。！!？?、\n]{0,12}"
)
_BODY = r"(?:(?<!相)手|指|腕|足|脚|髪|頭|服|袖)(?:が|を)[^。！!？?、\n]{0,10}"
_CAUGHT = r"(?:挟ま(?:れ|っ)|巻き込まれ)"
_NOW = r"て(?:い)?(?:る(?![のかとこ人場時])|ます(?!か))"
_GONE = r"(?:てしま(?:い|っ))?(?:た(?![らのこかり人場時事とま])|まし(?:た(?![らか])))"
# What is told in the present tense: grave enough without a cry, whatever else is told beside it.
_DANGER = re.compile(
    r"(?<![のつ因題]は)(?:火災|火事|ボヤ|ガス漏れ)(?:です|だ(?![とけっ])|発生(?:中|です|して(?:い)?(?:る|ます)"
    r"|(?=[！!。]|$))|が(?:発生し|起き)て(?:い)?(?:る|ます)|してい?(?:る|ます)|[！!])"
    r"|(?:燃え|煙(?:が|も)(?:すごく|かなり|たくさん)?(?:出|上がっ|噴き?出し|立ち上っ|充満し)|煙を[吹噴]い|火(?:が|を)"
    r"(?:出|噴い|吹い|上がっ|広がっ)|炎(?:が|も)(?:出|上がっ))て(?:(?:い)?(?:る|ます)|き(?:た|まし))"
    r"|(?:爆発|発火|出火|感電)して(?:い)?(?:る|ます)"
    r"|(?:けが|怪我|ケガ|負傷)(?:人|者)(?:が|も)?(?:出て(?:い)?(?:る|ます)|い(?:る|ます)|です|[！!])"
    r"|(?<![全ト題者機])意識(?:が|も|は)(?:な(?:い|く)|あり?ませ|戻ら)|意識不明|(?:呼吸|息)(?:が|を)?し(?:て(?:い)?"
    r"(?:ない|ませ))"
    rf"|{_WHO}(?:(?:{_CAUGHT}|閉じ込められ|下敷きになっ|倒れ|血を流し|出血し){_NOW}|息ができ(?:な(?:い|く)|ませ))"
    rf"|{_BODY}(?:{_CAUGHT}|切断され){_NOW}|(?:{_CAUGHT}|閉じ込められ|下敷きになっ|倒れ)(?:たまま|て(?:いて|しまって)?"
    r"(?:動け|抜け|出られ)(?:な(?:い|く)|ませ))|血が(?:止ま(?:ら|りませ)|(?:たくさん)?出て(?:い)?(?:る|ます))"
    rf"|{_LEAKS}(?:出し)?て(?:い)?(?:る(?!と)|ます)"
    rf"|\bon fire\b{_NO_FIRE}|\b(?:there(?:['’]s| is)|got|have) an? (?:\w+ )?fire\b{_NO_FIRE}"
    r"|^\W*(?:(?:a|an|the|help)\W+)*(?:fire|explosion|smoke)(?:\W*$| (?:at|in|everywhere)\b)"
    r"|\bsmoke (?:is )?(?:coming|pouring|billowing|rising|everywhere|all over)\b"
    rf"|\b{_THING}(?: you \w+(?: us)?)?(?: is| are|['’]s)(?: now| still)? (?:smoking|burning|flooding)\b(?=\W*$"
    r"|[.!,;]| (?:now|and|please|help|right|badly)\b)"
    rf"|\b{_CHEMICAL} (?:is|are) leaking\b|\b(?:there(?:['’]s| is)|got|have) an? (?:\w+ )?{_CHEMICAL} leak\b{_NO_FIRE}"
    rf"|^\W*(?:gas|ammonia|chlorine) leak\b{_NO_FIRE}"
    rf"|(?:{_PERSON}|\b(?:s?he|i|we|they) ?)(?:\b(?:is|are|am)|['’](?:s|re|m)) (?:badly |seriously |still |all )?"
    rf"(?:(?:hurt|injured|electrocuted|trapped)(?! (?:by|with|in a (?:contract|deal)|about)\b)|unconscious"
    rf"|bleeding(?! \w)|not (?:breathing|moving|responding)|{_STUCK})\b"
    rf"|{_PERSON}\b(?:may|might|must) (?:still )?be trapped\b"
    rf"|{_LIMB} (?:is|are|got) (?:crushed|trapped|bleeding|{_STUCK})",
    re.I,
)
# What has happened, which an old story tells in the same words: only with a cry, or as all that is told.
_ACCIDENT = re.compile(
    r"(?:火災|火事|ボヤ|ガス漏れ|爆発)(?:(?:が)?(?:発生し|起き)(?:た|まし)|が(?:あり|起こり)まし|があった)"
    rf"|火が(?:出|上がり)まし|(?:爆発|発火|出火|感電)し{_GONE}|(?:けが|怪我|ケガ|負傷)(?:人|者)(?:が|も)?出{_GONE}"
    rf"|{_WHO}(?:挟ま(?:れ|り|っ)?|巻き込まれ|閉じ込められ|下敷きにな[りっ]|倒れ|転落し){_GONE}"
    rf"|{_BODY}(?:挟ま(?:れ|り|っ)?|巻き込まれ|切断され|切断し|潰され|潰れ){_GONE}"
    rf"|{_LEAKS}(?:出し)?(?:まし|た)|ガス(?:の(?:臭|にお)い|臭い|くさい)"
    r"|\b(?:caught|catching) fire\b|\bfire (?:in|at) (?:the|our)\b|\bsmoke (?:comes|pours|from)\b"
    rf"|\b{_THING}(?: has| have)? (?:just )?exploded\b"
    r"|\bthere (?:was|has been|['’]s been) an? (?:\w+ )?(?:explosion|fire|accident)\b|\ban explosion\b"
    rf"|{_PERSON}\b(?:got|gotten|been|was|were) (?:badly |seriously )?(?:hurt|injured|electrocuted|trapped|crushed"
    r"|burned)(?! (?:by|out)\b)\b"
    rf"|{_PERSON}\b(?:collapsed|fainted|passed out)\b|\bsmell(?:s|ing)? (?:of )?(?:gas|ammonia|chlorine)\b",
    re.I,
)
_STANDS = re.compile(
    r"(?:今|いま|たった今|さっき|今朝|今日|先ほど|現在|急に|突然|全部|完全に|(?:ライン|工場|設備|生産|操業|機械"
    r"|装置|ポンプ|ファン"
    r"|コンプレッサー?|ボイラー?|モーター?|冷凍機|チラー|減速機|コンベ[アヤ]ー?)(?:\d+)?(?:が|も"
    r"|は))[^。！!？?、\n]{0,14}"
    r"(?:止ま(?:った|りま|って(?:い)?(?:る|ます|しま|いて))|停止(?:した|しま|して(?:い)?(?:る|ます|しま))|焼け"
    r"|焼き付|動かなく(?:なっ|なり)"
    r"|壊れ(?:た|まし|て(?:い)?(?:る|ます|しま)))"
    r"|(?:水|油|蒸気|薬液)(?:が|も)[^。！!？?、\n]{0,8}(?:溢れ|あふれ|噴き?出し|吹き?出し|漏れ)て(?:い)?(?:る"
    r"|ます)"
    rf"|\b{_MACHINE}s?(?: (?:no\.? ?)?\d+)?(?: is| are| has| have| just|['’]s)(?: just| now| completely| suddenly"
    r"| all)*"
    r" (?:down|stopped|seized(?: up)?|dead|failed|tripped|broken? down|standing still|not running|leaking)\b"
    r"|\beverything (?:is|has|['’]s) (?:down|stopped)\b|\bwater (?:is )?(?:everywhere|pouring|flooding)\b",
    re.I,
)
_CALLS_FOR_HELP = re.compile(
    r"助けて|たすけて|至急|大至急|今すぐ|いますぐ|すぐ(?:に)?[^。\n]{0,10}(?:来|対応|電話|連絡|見て|何とか"
    r"|なんとか)|誰か(?:来|すぐ)|来て(?:くれ|くだ|下さ|ほし|欲し|もら)"
    r"|(?:来|こ)(?:ら)?れ(?:る|ます|ない)?(?:か|[?？]|の)|緊急(?!停止|時|用|度|性)|どうすれば|どうしたら|何とかして"
    r"|なんとかして|早く(?:来て|対応して|して(?:くれ|くだ|下さ))|救急車|[！!]{2}"
    r"|^\W*help\b|(?<!you )(?<!it )(?<!this )\bhelp(?: (?:us|me|now|out|please|fast|immediately))*(?=\W*$|[.!,;])"
    r"|\bemergency\b(?! (?:stop|generator|pump|power|exit|plan|repair|maintenance|call-?out)s?\b)|\bright (?:now"
    r"|away)\b"
    r"|\bimmediately\b|\bat once\b|\burgent(?:ly)?\b|\bhurry\b|\bsos\b|\basap\b|\bstraight away\b"
    r"|\bwhat (?:do|should|can) (?:we|i) do\b|\b(?:send|need|get) (?:some(?:one|body)|an? (?:engineer|technician"
    r"|person))\b"
    r"|\bcan (?:some(?:one|body)|you) come\b|!{2}",
    re.I,
)
_SCREAMS = re.compile(r"助けて|たすけて|救急車|\bhelp\b|\bemergency\b|\bsos\b|[！!]{2}", re.I)
# Whoever asks for help with another day, or so that it does not come again, needs none at this hour.
_NO_HURRY = re.compile(
    r"明日|明後日|来[週月年]|[月火水木金土日]曜|今後|再発|予防|防[ぎぐ止げ]|次回|今度"
    r"|\b(?:tomorrow|next|(?:mon|tues|wednes|thurs|fri|satur|sun)day|future|discuss|prevent\w*|avoid\w*|again)\b",
    re.I,
)
# Another day: of what stands behind it in the sentence.
_OTHER_DAY = re.compile(
    r"先[週月日]|昨[日年晩]|おととい|去年|以前|この(?:間|前)|(?:[年月日]|週間|ずっと|だいぶ|少し)前に|過去|曜日?に"
    r"|\b(?:last|yesterday|(?<!minute )(?<!minutes )(?<!seconds )ago|in the past|previous(?:ly)?|recently|used to"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)
_STILL = re.compile(r"今|いま|現在|まだ|\b(?:now|still)\b", re.I)
# Said of a clause as a whole: how often, only thought of or feared, to be seen beforehand, or a figure of speech.
_NOT_NOW = re.compile(
    r"よく|たまに|ときどき|時々|度々|たびたび|頻繁|毎[日朝晩週月年回]|しょっちゅう|常に|いつも|ことが(?:あ|多|よく)"
    r"|年に|月に|週に|\d回|(?:(?<!どうし)たら|(?<!どうす)れば|場合|とき|(?<!\d)時(?:に|は|の|も)|ないよう)|検知(?!器)|予知|予兆"
    r"|監視(?![室盤員カ])"
    r"|防[ぎぐ止]|知りたい|困って(?:い|お)|心配|避け|リスク|ような(?!音)|恐れ|おそれ|危険性|怖[いくが]|不安|対策|検討"
    r"|(?:需要|人気|費用|コスト|代|料金|注文|受注|問い?合わ?せ|売上|在庫|不満|怒り)[がはも]?大?爆発|意欲|やる気|情熱|闘志|プロジェクト|案件|炎上|"
    r"焼却炉|燃焼炉|バーナー"
    r"|\b(?:often|sometimes|usually|regularly|frequently|every|each|once|twice|keeps?|always|constantly|tends?|per"
    r"|a (?:year|month|week)|detect\w*|prevent\w*|predict\w*|monitor\w*|avoid\w*|risk\w*|worr\w+|afraid of|fear"
    r"|january|february|march|april|june|july|august|september|october|november|december"
    r"|(?:two|three|four|\d+|many|several) times"
    r"|too often|a lot(?! of)|due to|for maintenance|planned|scheduled|being|smoking hot|in case"
    r"|on leave|off (?:sick|work)"
    r"|(?:sales|business|team|market|phones?|orders|project"
    r"|launch|inbox)(?: (?:is|are|has|have)| \w+ly)* (?:on fire|burning|explod\w+))\b",
    re.I,
)
# Before the word for it in the clause; behind it, as in "and it may explode", they take nothing back.
_SUPPOSED = re.compile(
    r"\b(?:whenever|when|if|would|might|may|could|before|once|until|not|never|no|without|noticed|found|discovered)\b"
    r"|n['’]t\b|\b(?:had|was|were)\b(?![^.]{0,40}\b(?:is|are)\b)",
    re.I,
)
# What they wish to have or to know of us; a thing of ours that is named (our sensor burns too) is no wish.
WISHES_TO_BUY = re.compile(
    r"見積|資料|カタログ|導入(?!した|済|され|いただ|後)|トライアル(?!機)|デモ(?!機)|価格|料金|事例|検討|提案|再発|安全対策"
    r"|いくら(?:です|[ぐく]らい|で|か|に|ほど|[?？])|\d\s?台[^。]{0,10}(?:お願い|ほし|欲し|くださ|下さ|必要|注文)"
    r"|センサー?[^。]{0,8}(?:ほし|欲し|必要)"
    r"|(?:入れ|付け|つけ|試し|使い|見張り|監視し|測り|防ぎ|減らし|なくし|無くし|備え|買い|見つけ|検知し|守り|やめ)たい"
    r"|\b(?:quot(?:e|es|ing|ations?)|pric(?:e|es|ing)|demos?|trials?|pilots?)\b"
    r"(?! (?:units?|plants?|lines?|sensors?|devices?|kits?|lights?|machines?)\b)"
    r"|\b(?:brochures?|case stud\w+|catalog\w*|interested|considering)\b|\bhow much\b(?! (?:longer|smoke|gas|time))"
    r"|\blooking for\b(?! (?:help|some(?:one|body)|him|her|them|survivors|the)\b)"
    r"|\b(?:want|like|need|love|plan|hope)(?:ing)? to (?:buy|order|purchase|install|fit|monitor|watch|detect"
    r"|prevent|avoid|measure|predict|track|try|test|discuss|learn)\b"
    r"|\b(?:want|need|order|buy|like)\b[^.?!]{0,20}\b(?:sensors?|monitoring|solutions?|systems?|prediction"
    r"|automation)\b",
    re.I,
)
# What a question asks of the product; whether to leave, whom to call and who comes is none.
_OF_THE_PRODUCT = re.compile(
    r"検知|測[れり]|監視(?:でき|し)|予知|防げ|気[づ付]け|見張|仕組み|(?:センサー?|製品|システム|機器)[^。]{0,12}使え"
    r"|\b(?:can|could|would|does|do) (?:you|it|this|they|(?:your|the) \w+)\b[^?]{0,30}"
    r"\b(?:detect|monitor|measure|prevent|predict|warn|notice)\b|\bsensors? (?:work|survive|stand|fit)\b",
    re.I,
)
_CLAUSE = re.compile(r"[、,;]|\s(?:and|but|so)\s", re.I)
QUESTION = re.compile(r"[?？]\W*$|か[。．\s]*$")
_GREETING = re.compile(r"^\W*(?:hi|hello|hey|please|thanks|thank you|すみません|こんにちは)\W*$", re.I)
_FEW = 90  # characters of a message that holds nothing but what has happened


def emergency(text: str) -> bool:
    """Say whether they are in danger now, or stand still and call for help; what happened or happens often is a
    problem like others.
    """
    stands = any(_tells(one, _STANDS) for one in sentences(text))
    return in_danger(text) or (stands and bool(_cries(text)) and not wishes_to_buy(text))


def in_danger(text: str) -> bool:
    """Say whether it burns, leaks or somebody is hurt or caught now: told of the present, whatever is told beside it,
    or of the past with a cry or as all that is told. Who wishes to buy beside it is in danger if they cry for help.
    """
    said, cries = sentences(text), _cries(text)
    danger = [one for one in said if _tells(one, _DANGER)]
    if not danger and not _happened_now(said, cries):
        return False
    return any(_SCREAMS.search(one) for one in cries) if wishes_to_buy(text) else True


def wishes_to_buy(text: str) -> bool:
    """Say whether something is wished of us, or asked about the product."""
    asked = (one for one in sentences(text) if QUESTION.search(one))
    return WISHES_TO_BUY.search(text) is not None or any(_OF_THE_PRODUCT.search(one) for one in asked)


def _happened_now(said: list[str], cries: list[str]) -> bool:
    """Say whether an accident that is told has just happened, by the way in which it is told."""
    told = [one for one in said if _tells(one, _ACCIDENT)]
    if not told or cries:
        return bool(told)
    alone = sum(map(len, said)) <= _FEW and all(one in told or _GREETING.match(one) for one in said)
    exclaimed = any(one.rstrip().endswith(("!", "！")) for one in told)
    return alone or (exclaimed and not any(_OTHER_DAY.search(one) for one in said))


def _cries(text: str) -> list[str]:
    """Return the sentences that call for help at once."""
    return [one for one in sentences(text) if _CALLS_FOR_HELP.search(one) and not _NO_HURRY.search(one)]


def _tells(sentence: str, what: re.Pattern[str]) -> bool:
    """Say whether a sentence tells this of the present; a question does so only where it asks what to do."""
    if QUESTION.search(sentence) and not _CALLS_FOR_HELP.search(sentence):
        return False
    for clause in _of_the_present(sentence):
        found = what.search(clause)
        if found and not _NOT_NOW.search(clause) and not _SUPPOSED.search(clause[: found.start()]):
            return True
    return False


def _of_the_present(sentence: str) -> Iterator[str]:
    """Yield the clauses of a sentence but for those of another day."""
    other_day = False
    for clause in _CLAUSE.split(sentence):
        other_day = (other_day or _OTHER_DAY.search(clause) is not None) and not _STILL.search(clause)
        if not other_day:
            yield clause
