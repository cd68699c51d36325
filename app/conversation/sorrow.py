"""Whether somebody was hurt or died, or the writer has no strength left: no time for a sale. Pure."""

from __future__ import annotations

import re

_CLAUSE = re.compile(r"[^。．！？!?,;\n.]+[。．！？!?]?")
_PEOPLE = (
    r"(?:colleagues?|co-?workers?|workers?|operators?|employees?|technicians?|engineers?|electricians?|mechanics?"
    r"|fitters?|drivers?|apprentices?|trainees?|husband|wife|father|mother|dad|mum|mom|sons?|daughters?|brother"
    r"|sister|boss|owner|friends?|m[ae]n|wom[ae]n|guys?|lads?|people|partner|supervisor|manager|someone|somebody|he"
    r"|she"
    r"|they)"
)
_HURT = re.compile(
    # died
    r"亡くな(?:り|っ|られ)|亡くし(?:まし|た|て)|他界し|急逝|逝去|命を落と|死亡し(?:まし|た(?!ら|場合|とき|時))"
    r"|(?:人|員|者|仲間|同僚|部下|上司|社長|主人|夫|妻|父|母|息子|娘)(?:が|も)[^。、]{0,6}死(?:に|ん)"
    # hurt
    r"|(?:け|怪)我|ケガ|[負重]傷|骨折|(?:やけど|火傷|ヤケド)(?:を|し)"
    r"|(?:指|手|腕|足|脚|目|視力)(?:を|も)[^。、]{0,6}(?:失[いっ]|切断し|潰し|挟ま?れ|持っていかれ)"
    r"|(?:人|員|者|同僚|部下|仲間)(?:が|も)[^。、]{0,12}(?:巻き込まれ|挟まれ|感電し|倒れ)(?:て|た|まし)"
    r"|入院(?:して(?:い|お|る)|しま|した(?!ら)|中(?:です|で))|救急搬送|救急車で|意識不明|労災(?:事故)?が(?:あ[りっ]"
    r"|起|発生)"
    r"|\bpassed away\b|\blost (?:his|her|their) (?:lives|life)\b"
    rf"|\b{_PEOPLE}(?: (?:has|have|had|of (?:ours|mine)|just|sadly|suddenly|here|at work|in our (?:plant|team|crew)))*"
    r" (?:died|(?:was |were |been |got )(?:\w+ly )?(?:killed|burned|burnt|scalded|crushed)(?! (?:by|out|through)\b))\b"
    rf"|\b{_PEOPLE}\b[^.?!]{{0,30}}\b(?:was|were|been|got|is|are) (?:\w+ly )?(?:hurt|injured|electrocuted|maimed"
    r"|hospitali[sz]ed)\b"
    rf"|\b{_PEOPLE}(?:['’]s)? [^.?!]{{0,20}}\b(?:in (?:the |a )?(?:hospital|intensive care|coma)"
    rf"|to (?:the )?hospital)\b"
    r"(?! (?:sector|business|kitchens?|logistics|catering|buildings?|laundry|plants?|maintenance|industry))"
    r"|\b(?:hurt|burned|burnt|crushed|injured|broke) (?:his|her|their) (?:arms?|legs?|hands?|wrist|back|f[oe]{2}t"
    r"|fingers?|face|eyes?)\b"
    r"|\blost (?:(?:a|an|his|her|one|two|three|four|the tips?|parts?|of|index|ring|little|right|left) ){1,3}"
    r"(?:fingers?|hands?|arms?|legs?|eyes?|foot|thumb)\b"
    r"|\bfatal (?:accident|injury)\b",
    re.I,
)
_NOT_SO = re.compile(
    # nobody was, or nobody must be
    r"(?:け|怪)我(?:人|を|の|が|は|も|なく|など|せず)*(?:な[くいか]|ゼロ|あり?ませ|し(?:ない|ませ)|せず|出(?:な"
    r"|て(?:い)?(?:な|ませ)|ませ)|いま?せ"
    r"|防|リスク|危険|恐れ|おそれ|心配|可能性|しそう|させ(?:な|た)|する(?:前|と)|した(?:ら|場合)|しにくい|しかけ)"
    r"|(?:負傷|重傷|骨折|死亡|労災|死傷)[^。、]{0,6}(?:な[くいか]|ゼロ|ませ|防|リスク|恐れ|おそれ|可能性|したら"
    r"|した場合|しそう)"
    r"|かもしれ|たら(?=[、どい])|場合|ないよう|防[ぐぎ止]|(?:け|怪)我の功名"
    r"|\b(?:nobody|no[- ]?one|none|never|if|could|might|may|would|will|can|should|risk\w*|before|avoid\w*|prevent\w*"
    r"|afraid|worr\w+|until|unless|without|whenever|not|almost|nearly|gets?|safety|your)\b|n['’]t\b",
    re.I,
)
_AT_THE_END = re.compile(
    r"^\W*+(?:正直|もう|本当に|ほんとに|私|わたし|自分|僕|俺|精神的に|体力的に|心身ともに|身体|体|心|は|が|も|、|\s)*+"
    r"限界(?:です|だ|かも|なん|に近)"
    r"|(?:まともに|ろくに|ほとんど|全然|ずっと|何日も|\d+日|三日|夜も)[^。、]{0,6}(?:寝て(?:い)?(?:な|ま)|寝られ|眠れ)"
    r"|心が折れ|泣きそう|泣きたい|途方に暮れ|胃が痛(?:い|く)|(?:精神的に|本当に|もう)(?:つら|辛)(?:い|く)"
    r"|どうにかなりそう"
    r"|(?:クビ|首)(?:に(?:な(?:り|る)|され)|が(?:かか|飛)|を切られ)"
    r"|\bi(?:['’]ve not| have not| haven['’]t|(?:['’]ve| have)? (?:barely|hardly))(?: really| properly)? slept\b"
    r"|\bi can(?:['’]?t|not) (?:cope|(?:sleep|take (?:it|this|much more)|do this|go on)"
    r" (?:any ?more|any longer|at night))\b"
    r"|\bat (?:the end of my (?:rope|tether)|my wits?['’]? end|breaking point)\b"
    r"|\bi(?:['’]m| am) (?:\w+ ){0,3}(?:a (?:mess|wreck)|falling apart|in tears|burn(?:ed|t)[- ]?out|worn out"
    r"|(?:exhausted|desperate|overwhelmed)(?! (?:by|with|for|of|to)\b))\b"
    r"|\bmy job is (?:on the line|at stake|at risk)\b|\b(?:lose|losing) my job\b|\b(?:get|be|being) fired\b",
    re.I,
)


def hurt(text: str) -> bool:
    """Say whether somebody was hurt or died; what might happen, and what nobody suffered, is none."""
    return any(_HURT.search(one) and not _NOT_SO.search(one) for one in _CLAUSE.findall(text) if not _asks(one))


def worn_out(text: str) -> bool:
    """Say whether the writer tells that they can bear it no longer."""
    return any(_AT_THE_END.search(one) for one in _CLAUSE.findall(text) if not _asks(one))


def _asks(clause: str) -> bool:
    return clause.endswith(("?", "？"))
