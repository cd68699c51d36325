"""Whether somebody was hurt or died, or the writer has no strength left: no time for a sale. Pure."""

from __future__ import annotations

import re

from app.conversation.emergency import QUESTION, wishes_to_buy

_CLAUSE = re.compile(r"[^。．！？!?,;\n.]+[。．！？!?]?")
_PEOPLE = (
    r"(?:colleagues?|co-?workers?|workers?|operators?|employees?|technicians?|engineers?|electricians?|mechanics?"
    r"|fitters?|drivers?|apprentices?|trainees?|husband|wife|father|mother|dad|mum|mom|sons?|daughters?|brother"
    r"|sister|boss|owner|friends?|m[ae]n|wom[ae]n|guys?|lads?|people|partner|supervisor|manager|someone|somebody|he"
    r"|she"
    r"|they|fore(?:man|men)|welders?|cleaners?)"
)
_HURT = re.compile(
    # died
    r"亡くな(?:り|っ|られ)|亡くし(?:まし|た|て)|他界し|急逝|逝去|命を落と(?:し(?:た|まし|て)|され)|死亡し(?:まし|た(?!ら|場合|とき|時))"
    r"|(?:人|員|者|仲間|同僚|部下|上司|社長|主人|夫|妻|父|母|息子|娘)(?:が|も)[^。、]{0,6}死(?:に|ん)"
    # hurt
    r"|(?:(?:け|怪)我|ケガ|骨折|やけど|火傷|ヤケド)(?:を)?(?:し(?:た|まし|て(?:い[るま]|しま))|負(?:っ|いまし))"
    r"|[負重]傷(?:者|を負|し(?:た|まし)|です|でし|で入院)"
    r"|(?:指|手|腕|足|脚|目|視力)(?:を|も)[^。、]{0,6}(?:失[いっ]|切断し|潰し|挟ま?れ|持っていかれ)(?:た|て|まし)"
    r"|(?:人|員|者|同僚|部下|仲間|若手|先輩|後輩|スタッフ)(?:が|も)[^。、]{0,12}(?:巻き込まれ|挟まれ|感電し|倒れ)(?:て(?!も)|た|まし)"
    r"|入院(?:して(?:い|お|る)|しま|した(?!ら)|中です)|救急搬送|救急車で|意識不明"
    r"|(?:労災(?:事故)?|死亡事故)が(?:あった|ありまし|(?:起き|発生し)(?:た|まし))"
    r"|\bpassed away\b|\blost (?:his|her|their) (?:lives|life)\b"
    rf"|\b{_PEOPLE}(?: (?:has|have|had|of (?:ours|mine)|just|sadly|suddenly|here|at work|in our (?:plant|team|crew)))*"
    r" (?:died|(?:was |were |been |got )(?:\w+ly )?(?:killed|burned|burnt|scalded|crushed)"
    r"(?=\W*$| (?:at (?:work|our|the)|when|while|yesterday|today|last|this|on (?:mon|tues|wednes|thurs|fri|satur|sun)"
    r"|in (?:an?|the|our) (?:\w+ )?(?:accident|fire|explosion|plant|factory|mill|press|machine|crash))))\b"
    rf"|\b{_PEOPLE}\b[^.?!]{{0,30}}\b(?:was|were|been|got|is|are) (?:\w+ly )?(?:hurt|injured|electrocuted|maimed"
    r"|hospitali[sz]ed)\b"
    rf"|\b{_PEOPLE}(?:['’](?:s|re)| [^.?!]{{0,20}}\b(?:is|are|was|were|been|still|lies)) (?:still )?in"
    r" (?:(?:the |a )?(?:hospital|coma)|intensive care)\b(?! \w+ing\b)"
    r"(?! (?:sector|business|kitchens?|logistics|catering|buildings?|laundry|laundries|plants?|boiler|sites?|industry))"
    rf"|\b{_PEOPLE}\b[^.?!]{{0,20}}\b(?:taken|rushed|brought|airlifted) to (?:the )?hospital\b"
    r"|\b(?:hurt|burned|burnt|crushed|injured|broke) (?:his|her|their) (?:arms?|legs?|hands?|wrist|back|f[oe]{2}t"
    r"|fingers?|face|eyes?)\b"
    r"|\blost (?:(?:a|an|his|her|one|two|three|four|the tips?|parts?|of|index|ring|little|right|left) ){1,3}"
    r"(?:fingers?|hands?|arms?|legs?|eyes?|foot|thumb)\b"
    r"|\b(?:was|had) a fatal (?:accident|injury)\b",
    re.I,
)
_NOT_SO = re.compile(
    # nobody was, or nobody must be
    r"(?:け|怪)我(?:人|を|の|が|は|も|なく|など|せず)*(?:な[くいか]|ゼロ|あり?ませ|し(?:ない|ませ)|せず|出(?:な"
    r"|て(?:い)?(?:な|ませ)|ませ)|いま?せ"
    r"|防|リスク|危険|恐れ|おそれ|心配|可能性|しそう|させ(?:な|た)|する(?:前|と)|した(?:ら|場合)|しにくい|しかけ)"
    r"|(?:負傷|重傷|骨折|死亡|労災|死傷)[^。、]{0,6}(?:な[くいか]|ゼロ|ませ|防|リスク|恐れ|おそれ|可能性|したら"
    r"|した場合|しそう)"
    r"|去年|昨年|年前|以前|過去に|かもしれ|たら(?=[、どい])|場合|ないよう|防[ぐぎ止]|(?:け|怪)我の功名"
    r"|\b(?:nobody|no[- ]?one|none|never|if|could|might|may|would|will|can|should|risk\w*|before|avoid\w*|prevent\w*"
    r"|afraid|worr\w+|until|unless|without|whenever|not|almost|nearly|gets?|safety|your"
    r"|last year|years? ago|in the past)\b|n['’]t\b",
    re.I,
)
_AT_THE_END = re.compile(
    r"^\W*+(?:正直|もう|本当に|ほんとに|私|わたし|自分|僕|俺|精神的に|体力的に|心身ともに|身体|体|心|は|が|も|、|\s)*+"
    r"限界(?:です|だ|かも|なん|に近)"
    r"|(?:まともに|ろくに|ほとんど|全然|ずっと|何日も|(?<!\d)\d{1,3}日|三日|夜も)[^。、]{0,6}(?:寝て(?:い)?(?:な|ま)|寝られ"
    r"|眠れ)(?![^。、]{0,3}ほど)"
    r"|心が折れ|泣きそう|泣きたい|途方に暮れ|胃が痛(?:い|く)|(?:精神的に|本当に|もう)(?:つら|辛)(?:い|く)"
    r"|どうにかなりそう"
    r"|(?:クビ|首)(?:に(?:な(?:り|る)|され)|が(?:かか|飛)|を切られ)"
    r"|\bi(?:['’]ve not| have not| haven['’]t|(?:['’]ve| have)? (?:barely|hardly))(?: really| properly)? slept\b"
    r"|\bi can(?:['’]?t|not) (?:cope|(?:sleep|take (?:it|this|much more)|do this|go on)"
    r" (?:any ?more|any longer|at night))\b"
    r"|\bat (?:the end of my (?:rope|tether)|my wits?['’]? end(?! with (?:this|these|our|the)\b)|breaking point)\b"
    r"|\bi(?:['’]m| am) (?:\w+ ){0,3}(?:a (?:mess|wreck)|falling apart|in tears|burn(?:ed|t)[- ]?out|worn out"
    r"|(?:exhausted|desperate|overwhelmed)(?! (?:by|with|for|of|to)\b))\b"
    r"|\bmy job is (?:on the line|at stake|at risk)\b|\b(?:lose|losing) my job\b|\b(?:get|be|being) fired\b",
    re.I,
)
# What they draw from it for their work.
_SO = re.compile(
    r"防[ぎぐ止]|探して(?:い|お)|監視|(?:故障|止まって|壊れて|トラブル)(?:ばかり|続き|だらけ)|(?<!泣き)(?<!休み)(?<!眠り)(?<!逃げ)(?<!消え)たい(?:です|と(?:思|考)|の(?:で|です)|[。、]|$)"
    r"|\bso (?:nobody|no one|we|i)\b|\bto prevent\b|\b(?:take|took|taking) over\b"
    r"|\bwe(?:['’]d like| would like| want|(?:['’]re| are)? look(?:ing)? for)\b",
    re.I,
)
_LOOKS_BACK = re.compile(
    r"た(?:でしょう|ん(?:です|でしょう)?|のでしょう)?か|違[いっ]\w{0,4}(?:でしょう)?か"
    r"|\b(?:could|would|might|should)\b[^.?!]{0,30}\bhave\b",
    re.I,
)


def hurt(text: str) -> bool:
    """Say whether somebody was hurt or died; what might happen, what nobody suffered, and what is told as the reason
    for buying is none.
    """
    told = (one for one in _CLAUSE.findall(text) if not QUESTION.search(one))
    return any(_HURT.search(one) and not _NOT_SO.search(one) for one in told) and not _told_as_a_reason(text)


def worn_out(text: str) -> bool:
    """Say whether the writer tells that they can bear it no longer."""
    told = (one for one in _CLAUSE.findall(text) if not QUESTION.search(one))
    return any(_AT_THE_END.search(one) for one in told) and not _told_as_a_reason(text)


def looks_back(text: str) -> bool:
    """Say whether a question is whether it need have come to this; what the product can do is asked otherwise."""
    return _LOOKS_BACK.search(text) is not None


def _told_as_a_reason(text: str) -> bool:
    return _SO.search(text) is not None or wishes_to_buy(text)
