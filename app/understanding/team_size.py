"""How many people would use the product."""

import re

from app.understanding.normal import any_of

_NUMBER = (
    r"(?P<low>\d{1,3}(?:,\d{3})+|\d{1,5}|[一二三四五六七八九十百]{1,4})"
    r"(?:\s?(?:人|名)?\s?(?:~|-|から|、|,|か|to|or)\s?(?P<high>\d{1,5}))?"
)
_USERS_JA = (
    r"(?:営業(?:担当|チーム|部隊|部|マン|職|メンバー|人員)?|インサイドセールス|IS|SDR|FS|メンバー|チーム"
    r"|利用者|ユーザー|使う(?:人|の|メンバー)|使用者|利用(?:人数|予定)?|アカウント|担当者?|対象|現場"
    r"|部署|保全(?:員|担当)?|(?:使う|利用する|見る|確認する|触る|操作する|扱う|ログインする)の|[一-鿿]{1,4}部|ライセンス|人数|作業員|スタッフ|うち|体制"
    r"|オペレーター|倉庫|窓口|マーケ)"
)
_HEADS_JA = r"\s?(?:人|名|ユーザー|アカウント|席|ライセンス|シート)(?!目|前(?!後)|様|以下の会社|規模)"
_SIZE_JA = (
    rf"{_USERS_JA}[^。\d一二三四五六七八九十]{{0,10}}{_NUMBER}{_HEADS_JA}",
    (
        rf"{_NUMBER}{_HEADS_JA}(?:くらい|ぐらい|ほど|程度|前後|弱|強|以上)?"
        rf"(?:で(?:使|利用|回|対応|やって|運用|点検|保全|管理|担当|見て|まわ|扱|操作|ログイン)|が(?:使|利用|対応|扱|操作|ログイン|触)|体制"
        rf"|の(?:営業|チーム|小さなチーム|部署|所帯)|分(?:の)?(?:アカウント|ライセンス)|チーム)"
    ),
)
_TOGETHER_JA = rf"(?:合わせて|あわせて|合計(?:で)?|全部で|総勢|トータル(?:で)?|計)\s?{_NUMBER}{_HEADS_JA}"
_ALONE_JA = (
    rf"^\D{{0,8}}{_NUMBER}{_HEADS_JA}(?:くらい|ぐらい|ほど|程度|前後)?"
    rf"(?:です|かな|ですね|になります|だと思います|います|おります|でしょうか)*[。!]?$"
)
_COMPANY_SIZE = re.compile(
    r"従業員|社員|全社|会社(?:全体|は)|グループ全体|employees|headcount|staff worldwide|company of"
)
# Staff who will use it are no mere size of a company: 「社員8名が使う予定です」
_WILL_USE = re.compile(
    r"(?:使|利用|触|操作|扱|ログイン)(?:う|い(?:ます|たい)|る|り(?:ます|たい)|する|し(?:ます|たい))?"
    r""
    r"(?=予定|つもり|見込|と思|想定|ので|です|ます|[。、!]|$)"
    r"|\bemployees\b.*\b(?:us(?:e|ing)|with|access\w*|log\w*|operat\w+)\b"
)
# Who sees a demo or comes to a meeting does not use it.
_COMING = re.compile(
    r"デモ|見学|打ち?合わせ|訪問|来社|面談|会議|参加|伺|\b(?:demo|meeting|attend\w*|call|join\w*|visit\w*)\b"
)
_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "a dozen": 12,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_WORDS |= {f"{tens}-{one}": high + low for tens, high in _TENS.items() for one, low in _WORDS.items() if low < 10}
_WORDS |= {"eleven": 11, "forty": 40, "fifty": 50}
_IN_WORDS = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER_EN = (
    rf"(?P<low>\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}|{_IN_WORDS})"
    rf"(?:\s?(?:-|to|or)\s?(?P<high>\d{{1,5}}|{_IN_WORDS}))?"
)
_USERS_EN = (
    r"(?:reps?|sales ?(?:people|reps?|persons?|folks)|users?|seats?|people|agents?|sdrs?|bdrs?|aes?|of us"
    r"|licen[sc]es|operators?|technicians?|mechanics?|engineers?|planners?|inspectors?|workers?"
    r"|sellers?|pickers?|folks|team members|members|managers?)"
)
_SIZE_EN = (
    (
        rf"\b(?:team|group|crew|department|squad) of (?:about |around |roughly |some |approximately )?"
        rf"{_NUMBER_EN}\b(?!\s*(?:tools|countries))"
    ),
    rf"\b{_NUMBER_EN}[- ](?:person|people|man|strong|rep|seat)\b[- ]*(?:team|crew|sales team|department|shop)?",
    rf"\b{_NUMBER_EN}\+? (?:[a-z]+ )?{_USERS_EN}\b",
    # who they are, and that they would use it: "four colleagues of ours will log in"
    rf"\b{_NUMBER_EN} (?:of (?:my|our) )?(?:[a-z]+ )?(?:colleagues|co-?workers|staff|persons|fitters|electricians"
    r"|lads|guys|team-?mates|men|women)\b(?! (?:got|were|was|had|left|quit)\b)[^.!?\n]{0,40}"
    r"\b(?:us(?:e|es|ing)|work(?:ing|s)? with (?:it|the|this|your)|log(?:ging)? (?:in|on)"
    r"|operat(?:e|ing)|access)\b",
    rf"\b{_NUMBER_EN} (?:of (?:my|our) )?(?:[a-z]+ )?employees (?:who |that )?"
    r"(?:(?:would|will|should|could|can|to|need|all) )*"
    r"(?:us(?:e|ing)|work(?:ing)? with|access(?:ing)?|log(?:ging)? (?:in|on)(?:to| to)?|operat(?:e|ing)) "
    r"(?:it|this|your|the (?:system|software|app|tool|dashboard|platform|product))\b",
    rf"\b(?:team size(?: is|:)?|there(?:'s| are| is)(?: only)?) (?:about |around )?{_NUMBER_EN}\b(?: of us)?",
    (
        rf"\b{_NUMBER_EN} (?:of (?:them|us) |people |reps )?(?:are |is )?(?:in|on|doing"
        rf"|working in) (?:the |our |my )?(?:sales|marketing|ops|operations|support|inside sales"
        rf"|field|maintenance)\b"
    ),
    (
        r"(?:使うの|利用者?|利用するの|担当|営業|ユーザー)は?(?:今は|いまのところ)?(?P<me2>私"
        r"|自分|わたし|僕|ぼく|一人|ひとり|1人|1名)(?:だけ|のみ|(?=です))"
    ),
    r"\b(?:only|solely) (?P<me3>me|myself)\b",
    r"\bjust (?P<me>me|myself)\b(?= (?:and|on|in|for)|$|[.,!])",
)
# "five, sometimes six of us", 「4人、多くて6人」: the upper end.
_MORE_EN = re.compile(
    rf"^(?: (?:people|users|of us|techs?|technicians|engineers|operators))?,? ?(?:and |or |but )?"
    r"(?:sometimes|maybe|perhaps|possibly|probably|at (?:the )?most|at times|at peak|occasionally|tops"
    r"|max(?:imum)?|up to"
    rf"|on (?:a )?(?:busy|bad|full) \w+) (?:up to )?(?P<high>\d{{1,4}}|{_IN_WORDS})\b"
    r"(?= ?(?:$|[.,;!)\n]|(?:of us|people|persons?|users?|folks|tech\w*|operators|engineers|would|will|use|using|log"
    r"|in|on|if|when|at|during|depending|who|for)\b))",
    re.I,
)
_MORE_JA = re.compile(
    r"^[^。、,\n]{0,6}[、,]?(?:たまに|時々|ときどき|時には|多くても?|多ければ|多いとき(?:で|は|に)?|多い時(?:で|は"
    r"|に)?|最大で?|最多で"
    r"|繁忙期(?:で|は|に)?(?:も)?|忙しいとき(?:は|で)?|忙しい時(?:は|で)?|場合によって(?:は)?|もしかすると"
    r"|ひょっとすると)、?"
    r"(?P<high>\d{1,4}|[一二三四五六七八九十]{1,3})\s?(?:人|名)"
)
# Hurt, gone or at home: nobody who would use it.
_NO_USERS = re.compile(r"家族|子ども|子供|負傷|退職|辞め")
_NOT_USING = re.compile(
    r"^(?:ほど|くらい|ぐらい)?(?:が|も|は)?(?:足り|不足|減|退職|辞め|抜け|けが|怪我|亡く|倒れ)"
    r"|^(?: of us| people)? ?(?:was|were|got|had|left|quit|retired|retires?|resigned|are leaving"
    r"|have (?:left|quit|retired)"
    r"|(?:will|would|can|could|plan to|want to|would like to|'ll) (?:\w+ )?(?:join|attend|come|visit"
    r"|be (?:there|on the call)))\b",
    re.I,
)
_KANJI = {c: i for i, c in enumerate("〇一二三四五六七八九十")}


def read_team_size(text: str, *, asked: bool) -> int | None:
    """Return the number of users (a range gives its upper end); the size of the whole company only when asked."""
    for pattern in (_TOGETHER_JA, *_SIZE_JA, *_SIZE_EN):
        for match in any_of(pattern).finditer(text):
            clause = re.split(
                r"[、。,.\n]|のうち|うち", text[: match.start("low")] if "low" in match.groupdict() else ""
            )[-1]
            after = text[match.end() :]
            if _NOT_USING.match(after) or _NO_USERS.search(clause + match.group()):
                continue
            staff = _COMPANY_SIZE.search(clause + match.group()) and not _WILL_USE.search(match.group() + after[:10])
            if asked or not (staff or _COMING.search(clause)):
                return _with_more(match, after)
    alone = any_of(_ALONE_JA).search(text.strip())
    if alone and (asked or not (_COMPANY_SIZE.search(text) or _NO_USERS.search(text))):
        return _value(alone)
    if asked and (number := re.search(r"(?P<low>\d{1,5})(?:\s?(?:~|-|to)\s?(?P<high>\d{1,5}))?", text)):
        return _with_more(number, text[number.end() :])
    return None


# The number put right: "make that 14, I left out the interns", 「やっぱり12人で」.
_HEADS_EN = r"(?P<heads> (?:people|persons|users?|of us|heads|operators|technicians|engineers|reps?|seats?|logins?))?"
_ANEW_EN = re.compile(
    r"(?:^|[.!?\n,;-])\W*(?:(?:sorry|actually|oops|no|wait|ah|oh|well|hm+|ok(?:ay)?|my (?:bad|mistake))\W+){0,3}"
    r"(?:(?:better |let'?s )?(?:make|call) (?:that|it)"
    r"|(?:it'?s|it is|that's|that is|it should be|should be|it'?ll be|it will be"
    r"|we'?re|there are|i meant|i mean|more like|correction:?|actually|scratch that,?)) ?"
    r"(?:actually |really |more like |about "
    rf"|closer to |rather )?(?P<low>\d{{1,4}}|{_IN_WORDS})(?!\d){_HEADS_EN}"
    r"(?=\W*$|[,;!?](?!\d)|\.(?!\d)| (?:actually|now|not|with|including|counting|if we|sorry|please|instead"
    r"|in (?:total|all)|altogether)\b)",
    re.I,
)
_ANEW_JA = re.compile(
    r"(?:やっぱり?|やはり|訂正|間違え|間違い|正しくは|正確には|いや|すみません|すいません|失礼)[^。\d一二三四五六七八九十]{0,14}"
    r"(?P<low>\d{1,4}|[一二三四五六七八九十]{1,3})(?P<heads>\s?(?:人|名))?"
    r"(?=で(?:す|した|お願い|。|、|$)|に(?:な[りっ]|変|訂正|修正|して)|の(?:間違|誤)|だった|かも|[。!\s]|$)"
)
# A number of things told beside it leaves open which of them is put right.
_THINGS = re.compile(
    r"\d\s?(?:台|個|基|本|セット|箇所|[ヶヵケかカ]所)"
    r"|\d (?:\w+ ){0,2}(?:sensors?|units?|gateways?|machines?|motors?|pumps?|fans?|sites?)\b",
    re.I,
)


def team_size_put_right(text: str, *, told_in: str) -> int | None:
    """Return the number of users put right: in heads, or bare right behind `told_in`, if that named no things."""
    match = _ANEW_EN.search(text) or _ANEW_JA.search(text)
    if match is None or _COMING.search(text) or _COMPANY_SIZE.search(text):
        return None
    bare_is_meant = read_team_size(told_in, asked=False) is not None and not _THINGS.search(told_in)
    return _number(match["low"]) if match["heads"] or bare_is_meant else None


def _with_more(match: re.Match[str], after: str) -> int:
    more = _MORE_EN.match(after) or _MORE_JA.match(after)
    return max(_value(match), _number(more["high"])) if more else _value(match)


def _value(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if any(groups.get(name) for name in ("me", "me2", "me3")):
        return 1
    return _number(groups.get("high") or groups["low"])


def _number(word: str) -> int:
    if word.lower() in _WORDS:
        return _WORDS[word.lower()]
    if word[0] not in _KANJI and word[0] != "百":
        return int(word.replace(",", ""))
    total, unit = 0, 0
    for char in word:
        if char in "十百":
            total += (unit or 1) * (10 if char == "十" else 100)
            unit = 0
        else:
            unit = _KANJI[char]
    return total + unit
