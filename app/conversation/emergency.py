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
_PERSON = (
    r"\b(?:someone|somebody|people|persons?|(?:co-?)?workers?|colleagues?|operators?|employees?|technicians?|m[ae]n"
    r"|wom[ae]n"
    r"|guys?)\b[^.?!]{0,10}"
)
# What is told in the present tense, and is grave enough without a cry where nothing else is told.
_DANGER = re.compile(
    r"(?:火災|火事|ボヤ|ガス漏れ)(?:です|だ(?![とけっ])|発生(?:中|です|し(?:まし|た|て(?:い)?(?:る|ます))|(?=[！!。]"
    r"|$))"
    r"|が(?:発生し|起き)(?:た|まし|て(?:い)?(?:る|ます))|してい?(?:る|ます)|[！!])"
    r"|(?:燃え|煙(?:が|も)(?:すごく|かなり|たくさん)?(?:出|上がっ|噴き?出し|立ち上っ)|煙を[吹噴]い|火(?:が|を)(?:出"
    r"|噴い|吹い|上がっ))て(?:い)?(?:る|ます)"
    r"|火が(?:出|上がり)まし|(?:爆発|発火|出火|感電)し(?:た|まし|て(?:い)?(?:る|ます))"
    r"|(?:けが|怪我|ケガ|負傷)(?:人|者)(?:が|も)?(?:出(?:た|まし|て(?:い)?(?:る|ます))|い(?:る|ます)|です|[！!])"
    r"|意識(?:が|も|は)(?:な(?:い|く)|あり?ませ|戻ら)|意識不明|呼吸(?:が|を)?し(?:て(?:い)?(?:ない|ませ))"
    r"|(?:(?<!冷媒)ガス|アンモニア|塩素|硫化水素|一酸化炭素|水素|薬品|溶剤|[硫塩硝]酸)(?:が|も)[^。！!？?、\n]{0,8}"
    r"(?:漏れ|もれ|噴き?出し|吹き?出し|流れ出)(?:出し)?(?:まし|た|て(?:い)?(?:る(?!と)|ます))"
    rf"|\b(?:on|caught|catching) fire\b|\b(?:there(?:['’]s| is)|got|have) an? (?:\w+ )?fire\b{_NO_FIRE}"
    r"|\bfire (?:in|at) (?:the|our)\b|^\W*(?:(?:a|an|the|help)\W+)*(?:fire|explosion|smoke)(?:\W*$| (?:at|in"
    r"|everywhere)\b)"
    r"|\bsmoke (?:is )?(?:com(?:es|ing)|pour(?:s|ing)|from|billowing|rising|everywhere|all over)\b"
    rf"|\b{_THING}(?: you \w+(?: us)?)?(?: is| are|['’]s)(?: now| still)? (?:smoking|burning|flooding)\b(?=\W*$"
    rf"|[.!,;]| (?:now|and|please"
    r"|help|right|badly)\b)"
    rf"|\b{_CHEMICAL} (?:is|are) leaking\b|\b(?:there(?:['’]s| is)|got|have) an? (?:\w+ )?{_CHEMICAL} leak\b{_NO_FIRE}"
    rf"|^\W*(?:gas|ammonia|chlorine) leak\b{_NO_FIRE}|\b{_THING}(?: has| have)? (?:just )?exploded\b"
    rf"|{_PERSON}\b(?:is|are|['’]s|['’]re) (?:badly |seriously |still |all )?(?:hurt|injured|electrocuted|trapped"
    r"|unconscious"
    r"|bleeding|not breathing|stuck (?:in|under|between))\b",
    re.I,
)
# What has happened, which an old story tells in the same words: only with a cry.
_ACCIDENT = re.compile(
    r"(?:人|員|者|同僚|部下|仲間|スタッフ|誰か)(?:が|も)[^。！!？?、\n]{0,12}(?:挟ま|巻き込ま|閉じ込め|下敷き|倒れ)"
    r"|\bthere (?:was|has been|['’]s been) an? (?:\w+ )?(?:explosion|fire|accident)\b|\ban explosion\b"
    rf"|{_PERSON}\b(?:got|gotten|been|was|were) (?:badly |seriously )?(?:hurt|injured|electrocuted|trapped|crushed"
    r"|burned)\b"
    r"|\bsmell(?:s|ing)? (?:of )?gas\b|ガス(?:の(?:臭|にお)い|臭い|くさい)",
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
    r"先[週月日]|昨[日年晩]|おととい|去年|以前|この(?:間|前)|前に|過去|\b(?:last|yesterday|ago|in the past"
    r"|previous(?:ly)?"
    r"|recently|used to)\b",
    re.I,
)
_STILL = re.compile(r"今|いま|現在|まだ|\b(?:now|still)\b", re.I)
# Said of a clause as a whole: how often, only thought of or feared, to be seen beforehand, or a figure of speech.
_NOT_NOW = re.compile(
    r"よく|たまに|ときどき|時々|度々|たびたび|頻繁|毎[日朝晩週月年回]|しょっちゅう|常に|いつも|ことが(?:あ|多|よく)"
    r"|年に|月に|週に|\d回|(?:(?<!どうし)たら|(?<!どうす)れば|場合|とき|時(?:に|は|の|も)|ないよう)|検知|予知|予兆|監視"
    r"|防[ぎぐ止]|知りたい|困って(?:い|お)|心配|避け|リスク|ような|恐れ|おそれ|危険性|怖[いくが]|不安|対策|検討"
    r"|(?:需要|人気|費用|コスト|代|料金|注文|売上|在庫|不満|怒り)[がはも]?大?爆発|焼却炉|燃焼炉|バーナー"
    r"|\b(?:often|sometimes|usually|regularly|frequently|every|each|once|twice|keeps?|always|constantly|tends?|per"
    r"|a (?:year|month|week)|detect\w*|prevent\w*|predict\w*|monitor\w*|avoid\w*|risk\w*|worr\w+|afraid|fear"
    r"|january|february|march|april|june|july|august|september|october|november|december|sales|business|team|times"
    r"|too often|a lot|due to|maintenance|planned|scheduled|being|hot|in case)\b",
    re.I,
)
# Before the word for it in the clause; behind it, as in "and it may explode", they take nothing back.
_SUPPOSED = re.compile(
    r"\b(?:whenever|when|if|would|might|may|could|before|once|until|had|was|were|not|never|no|without)\b|n['’]t\b", re.I
)
_BUYS = re.compile(
    r"見積|資料|カタログ|導入|トライアル|デモ|価格|料金|事例|いくら|検討|提案|\d\s?台|センサー|(?:入れ|付け|つけ)たい"
    r"|\b(?:quot\w+|brochure|pric\w+|trial|demo|pilot|case stud\w+|catalog\w*|how much|sensors?|your (?:system"
    r"|product)s?"
    r"|looking for|interested|consider\w*)\b",
    re.I,
)
_CLAUSE = re.compile(r"[、,;]|\s(?:and|but|so)\s", re.I)
_QUESTION = re.compile(r"[?？]\W*$|か[。．\s]*$")
_GREETING = re.compile(r"^\W*(?:hi|hello|hey|please|thanks|thank you|すみません|こんにちは)\W*$", re.I)
_FEW = 90  # characters of a message that holds nothing but the danger


def emergency(text: str) -> bool:
    """Say whether they are in danger now, or stand still and call for help; what happened or happens often is a
    problem like others.
    """
    stands = any(_tells(one, _STANDS) for one in sentences(text))
    return in_danger(text) or (stands and bool(_cries(text)) and _BUYS.search(text) is None)


def in_danger(text: str) -> bool:
    """Say whether it burns, leaks or somebody is hurt or caught now: told with a cry, or told and nothing else."""
    said, cries = sentences(text), _cries(text)
    danger = [one for one in said if _tells(one, _DANGER)]
    if not danger and not (cries and any(_tells(one, _ACCIDENT) for one in said)):
        return False
    if _BUYS.search(text) is not None:
        return any(_SCREAMS.search(one) for one in cries)
    alone = len(text) <= _FEW and all(one in danger or _GREETING.match(one) for one in said)
    return bool(cries) or alone or any(one.rstrip().endswith(("!", "！")) for one in danger)


def _cries(text: str) -> list[str]:
    """Return the sentences that call for help at once."""
    return [one for one in sentences(text) if _CALLS_FOR_HELP.search(one) and not _NO_HURRY.search(one)]


def _tells(sentence: str, what: re.Pattern[str]) -> bool:
    """Say whether a sentence tells this of the present; a question does so only where it asks what to do."""
    if _QUESTION.search(sentence) and not _CALLS_FOR_HELP.search(sentence):
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
