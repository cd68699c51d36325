"""Whether something burns, floods or stands still at their plant now, and they call for help. Pure."""

from __future__ import annotations

import re

from app.conversation.beside_a_no import sentences

_DANGER = re.compile(
    r"(?:火災|火事|爆発|ガス漏れ|ボヤ)(?:です|だ(?!と)|発生|が(?:発生|起き)|してい?(?:る|ます)|[！!])"
    r"|(?:燃え|煙(?:が|も)(?:すごく|かなり|たくさん)?(?:出|上がっ|噴き?出し|立ち上っ)|煙を[吹噴]い|火(?:が|を)(?:出"
    r"|噴い|吹い))て(?:い)?(?:る|ます)"
    r"|(?:爆発|発火|出火|感電)し(?:た|まし|て(?:い)?(?:る|ます))|(?:けが|怪我|ケガ|負傷)(?:人|者)(?:が|も)?(?:出|い"
    r"(?:る|ます)|[！!])"
    r"|\b(?:on|caught|catching) fire\b|\b(?:there(?:['’]s| is)|got|have) a fire\b|\bfire in (?:the|our)\b"
    r"|\bsmoke (?:is )?(?:com(?:es|ing)|pour(?:s|ing)|from|billowing|rising)\b|\b(?:is|are|['’]s) (?:smoking"
    r"|burning|flooding)\b"
    r"|\bgas (?:is )?leak(?:ing)?\b|\b(?:has |have |just )exploded\b|\b(?:someone|somebody|people|worker|colleague)\b"
    r"[^.?!]{0,10}\b(?:is|are|got|been) (?:badly )?(?:hurt|injured|electrocuted)\b",
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
    r"|(?:水|油|蒸気|薬液|ガス)(?:が|も)[^。！!？?、\n]{0,8}(?:溢れ|あふれ|噴き?出し|吹き?出し|漏れ)て(?:い)?(?:る"
    r"|ます)"
    r"|\b(?:line|plant|factory|production|press|pump|fan|mill|compressor|conveyor|boiler|chiller|furnace|machine|motor"
    r"|gear ?box|turbine|extruder)s?(?: (?:no\.? ?)?\d+)?(?: is| are| has| have| just|['’]s)(?: just| now"
    r"| completely| suddenly| all)*"
    r" (?:down|stopped|seized(?: up)?|dead|failed|tripped|broken? down|standing still|not running|leaking)\b"
    r"|\beverything (?:is|has|['’]s) (?:down|stopped)\b|\bwater (?:is )?(?:everywhere|pouring|flooding)\b",
    re.I,
)
_CALLS_FOR_HELP = re.compile(
    r"助けて|たすけて|至急|大至急|今すぐ|いますぐ|すぐ(?:に)?[^。\n]{0,10}(?:来|対応|電話|連絡|見て|何とか"
    r"|なんとか)|誰か(?:来|すぐ)|来て(?:くれ|くだ|下さ|ほし|欲し|もら)"
    r"|(?:来|こ)(?:ら)?れ(?:る|ます|ない)?(?:か|[?？]|の)|緊急|どうすれば|どうしたら|何とかして|なんとかして|早く"
    r"(?:来て|対応して|して(?:くれ|くだ|下さ))|[！!]{2}"
    r"|^\W*help\b|\bplease help\b|\bhelp (?:now|us|me)\b|\bhelp\W*$|\bemergency\b|\bright now\b|\bimmediately\b"
    r"|\bat once\b|\burgent(?:ly)?\b|\bhurry\b|\bsos\b"
    r"|\bwhat (?:do|should|can) (?:we|i) do\b|\b(?:call|ring|phone) (?:me|us)\b|\b(?:send|need|get) (?:some(?:one"
    r"|body)|an? (?:engineer|technician|person))\b"
    r"|\bcan (?:some(?:one|body)|you) come\b|!{2}",
    re.I,
)
_NOT_NOW = re.compile(
    r"よく|たまに|ときどき|時々|度々|たびたび|頻繁|毎[日朝晩週月年回]|しょっちゅう|先[週月日]|昨[日年晩]|おととい"
    r"|去年|以前|前に|過去|ことが(?:あ|多|よく)|年に|月に|週に|\d回"
    r"|(?:(?<!どうし)たら|(?<!どうす)れば|場合|とき|時(?:に|は|の|も)|前に|ないよう)|検知|予知|予兆|監視|防[ぎぐ止]"
    r"|知りたい|困って(?:い|お)"
    r"|\b(?:often|sometimes|usually|regularly|frequently|every|each|whenever|when|if|in case|last|yesterday|ago"
    r"|once|twice|used to"
    r"|keeps?|always|tends?|before|previous(?:ly)?|per|a (?:year|month|week)|detect\w*|prevent\w*|predict\w*"
    r"|monitor\w*|avoid\w*"
    r"|would|might|may|january|february|march|april|june|july|august|september|october|november|december|sales"
    r"|business|times|too often|due to|recently|maintenance|planned|scheduled|being|hot|had|was|were)\b",
    re.I,
)
_BUYS = re.compile(
    r"見積|資料|カタログ|導入|トライアル|デモ|価格|料金|事例|\b(?:quot\w+|brochure|pric\w+|trial|demo|pilot"
    r"|case stud\w+|catalog\w*)\b",
    re.I,
)


def emergency(text: str) -> bool:
    """Say whether they are in danger now, or stand still and call for help; what happened or happens often is a
    problem like others.
    """
    told = [one for one in sentences(text) if not _NOT_NOW.search(one)]
    if any(_DANGER.search(one) for one in told):
        return True
    stands = any(_STANDS.search(one) for one in told)
    return stands and _CALLS_FOR_HELP.search(text) is not None and _BUYS.search(text) is None
