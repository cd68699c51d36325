"""What a prospect will not tell, asked or not: 「連絡先は言いたくないです」 "I'd rather not share my e-mail"."""

from app.understanding.facts import Asked
from app.understanding.normal import any_of, sentences

_NO_JA = (
    r"(?:(?:は|を|って|については?)、?[^。、?]{1,12}(?:なので|ので|ですから|だから"
    r"|ため)、?)?(?:(?:も|と|や|、)[^。、?]{1,6}?)?(?:は|も|を|が|って|とか|など"
    r"|について(?:は)?|に関して(?:は)?|の(?:こと|件|話)は?|まで)*(?:、|まだ|ちょっと|今は"
    r"|今の段階では|現時点では|詳しく|一切|基本|正直|すみませんが?|申し訳ないですが)*"
    r"(?:言い|教え|伝え|出し|答え|話し|渡し|明かし|知られ|書き|入れ|入力し|残し|名乗り|公開し"
    r"|開示し|お伝えし|お話しし|お答えし|載せ)?"
    r"(?:たく(?:は)?(?:な(?:い|く)|あり?ませ)|(?:言え|出せ|話せ|明かせ|書け|渡せ|申し上げられ"
    r"|教えられ|伝えられ|答えられ|お答えでき|お伝えでき|お教えでき|お話しでき|公開でき"
    r"|開示でき|教えでき|回答でき)(?:な(?:い|く)|ま?せん)"
    r"|(?:お答え|お伝え|お教え|回答|開示|公開|申し上げ|答え)(?:でき|し)?かね|(?:教え|言い"
    r"|伝え|出し|答え|渡し)ま?せん|(?:教え|言わ|伝え|出さ|答え|渡さ)ない"
    r"|(?:控え|差し控え|伏せ|遠慮(?:し|させ)|内緒に|秘密に|割愛)(?:て|た|させ|し|ます"
    r"|おき)?(?:たい|て|ます|いただ|おき|もら|る)?|非公開|秘密|内緒|社外秘|ノーコメント|NG"
    r"|パス|勘弁|聞かないで|聞かれても)"
)
_WHAT_JA: tuple[tuple[Asked, str], ...] = (
    (
        "contact",
        (
            r"(?:(?:こちら|私|弊社|うち|自分)の)?(?:連絡先|メール(?:アドレス)?|メアド|アドレス"
            r"|電話(?:番号)?|携帯(?:番号)?|番号|お?名前|氏名|実名|本名|社名|会社名?|個人情報"
            r"|どこの会社か|誰か)"
        ),
    ),
    (
        "timing",
        r"(?:(?:導入|開始|利用)?(?:の)?(?:時期|スケジュール|タイミング|予定)|いつ(?:から|か|頃|ごろ|導入(?:する)?か)?)",
    ),
    (
        "challenge",
        (
            r"(?:課題|困りごと|困っていること|悩み|問題点?|社内(?:の(?:事情|状況|こと|課題))?|内情"
            r"|内部の(?:事情|こと)|詳しい(?:事情|状況)|事情)"
        ),
    ),
    ("authority", r"(?:決裁(?:者|権者?)?|承認(?:者|フロー)|誰が決める(?:か|の)|社内の決定(?:方法|プロセス))"),
    (
        "tool",
        (
            r"(?:(?:今|現在|現行)の?(?:使って(?:い)?る)?(?:ツール|システム|製品|サービス|業者|取引先)"
            r"|他社(?:の)?(?:製品|名)|どこを使って(?:い)?るか)"
        ),
    ),
    ("team_size", r"(?:人数|規模|台数|何人(?:いる|使う)か|従業員数|社員数)"),
)
_HIDDEN_JA = (
    r"匿名(?:で|希望|の(?:まま|相談))|名無しで|名前(?:を)?(?:出さ|名乗ら)ずに|名乗(?:ら|り)(?:ず|たく|ませ)",
    (
        r"(?:連絡先|名前|社名|会社名?|メール(?:アドレス)?|電話番号|個人情報)(?:は|を|も)?(?:伝え"
        r"|教え|言わ|入れ|入力せ|残さ|書か|出さ|お伝えせ)ず"
    ),
)
_NO_EN = (
    r"(?:(?:i'd |i would |we'd |would |i'll )?(?:rather|prefer) (?:not|to keep|keep)"
    r"|(?:do not|don't|didn't|doesn't) (?:want|like|wish|feel comfortable|feel like"
    r"|need)(?: to)?|(?:won't|will not|can't|cannot|can not|am not|'m not|'re not|are not|not)"
    r"(?: be| going to| able to| allowed to| at liberty to| comfortable(?: with)?| willing to"
    r"| ready to| happy to| about to)*|refuse to|hesitant to|no way i'm|not sure i want to"
    r"|stop asking (?:me )?(?:for|about)|don't ask (?:me )?(?:for|about)|no,? i'm not)"
)
_TELL_EN = (
    r"(?:shar(?:e|ing)|giv(?:e|ing)(?: you| out| up)?|say(?:ing)?|tell(?:ing)?(?: you)?"
    r"|leav(?:e|ing)|provid(?:e|ing)|disclos(?:e|ing)|discuss(?:ing)?|talk(?:ing)? about"
    r"|hand(?:ing)? (?:out|over)|reveal(?:ing)?|enter(?:ing)?|go(?:ing)? into|mention(?:ing)?"
    r"|get(?:ting)? into|answer(?:ing)?|name|type|private)?"
)
_WHAT_EN: tuple[tuple[Asked, str], ...] = (
    (
        "contact",
        (
            r"(?:contact|e-?mail|phone|number|my name|our name|who i am|who we are|(?:my|our|the"
            r"|which) company|where i work|personal|my details|my info\w*|address)"
        ),
    ),
    ("timing", r"(?:timeline|time ?frame|timing|dates?\b|schedule|when we|when it|our plans?)"),
    (
        "challenge",
        (
            r"(?:problems?|challenges?|issues?|pain points?|our situation|internals?|inner workings"
            r"|specifics|what's wrong)"
        ),
    ),
    ("authority", r"(?:who decides|decision[- ]makers?|approv\w+|budget holder|who signs)"),
    (
        "tool",
        (
            r"(?:our (?:current )?(?:tools?|vendors?|systems?|stack|software|providers?|suppliers?)"
            r"|what we use|current (?:vendor|tool|provider))"
        ),
    ),
    ("team_size", r"(?:head ?count|team size|how many|our size|size of)"),
)
_STATE_EN = (
    r"(?:is|are|'s|stays?|remains?)(?: strictly| none of| not| all)*(?: (?:private"
    r"|confidential|secret|off limits|your business|something i|up for|for sharing|public))"
)
_HIDDEN_EN = (
    r"\bno e-?mails?,? (?:please|thanks|for me)\b.{0,20}\b(?:here|chat)\b",
    (
        r"without (?:leaving|giving|sharing|providing|telling|entering) (?:you |any |my |our |out )*"
        r"(?:contact|e-?mail|name|details|phone|number|info)"
    ),
    r"\b(?:stay|remain|keep (?:it|this|me)|be) anonymous\b|\banonymously\b",
)
_THEIR_TROUBLE = (
    r"(?:顧客|お客|問い?合わせ(?:に|へ|の返)|夜間?|すぐに?|リード)[^。]{0,12}(?:答え|話し"
    r"|話せ|伝え|教え|返)|\b(?:leads|customers|prospects|they)\b"
)


def refuses(text: str) -> tuple[Asked, ...]:
    """Return the slots a normalised message refuses to fill, by name."""
    found: list[Asked] = []
    for start, end in sentences(text):
        sentence = text[start:end]
        if any_of(_THEIR_TROUBLE).search(sentence):
            continue
        if any_of(*_HIDDEN_JA, *_HIDDEN_EN).search(sentence):
            found.append("contact")
        found += [slot for slot, what in _WHAT_JA if any_of(what + _NO_JA).search(sentence)]
        for slot, what in _WHAT_EN:
            told = rf"\b{_NO_EN} {_TELL_EN}(?: \w+){{0,3}}? ?\b{what}"
            state = rf"\b{what}[^.,;]{{0,16}}? {_STATE_EN}"
            if any_of(told, state).search(sentence):
                found.append(slot)
    return tuple(dict.fromkeys(found))
