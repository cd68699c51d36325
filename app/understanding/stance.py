"""How the prospect stands to the conversation: refuses, corrects, is in a hurry, is in distress."""

from app.understanding.classifier import belongs
from app.understanding.days import MONTH_EN
from app.understanding.normal import any_of, sentences
from app.understanding.orders import wishes_to_order

_DECLINES = (
    # go on without telling it
    (
        r"(?:連絡先|名前|社名|会社名?|メール(?:アドレス)?|電話番号|個人情報|情報)(?:は|を|も)?"
        r"(?:伝え|教え|言わ|入れ|入力せ|残さ|書か|出さ|お伝えせ)ず"
    ),
    (
        r"without (?:leaving|giving|sharing|providing|telling|entering) (?:you |any |my |our )*"
        r"(?:contact|e-?mail|name|details|phone|number|info)"
    ),
    # cannot and will not
    r"(?:can't|cannot|can not|won't) answer (?:that|this|it|these|such|your)\b|not allowed to (?:discuss|talk)",
    r"not (?:able|free) to (?:say|share|tell|discuss)",
    (
        r"(?:答え|言い|話し|教え|伝え|お伝えし|回答し|申し上げ)"
        r"(?:たく(?:は)?(?:な|あり)|られ(?:な|ませ)|かね|できな|できませ|ることはでき|たくありません)"
    ),
    r"お答えでき|お伝えでき|お教えでき|申し上げられ|お話しでき",
    (
        r"(?:それ|それは|そこ|そのへん|その辺|今)は?(?:ちょっと|まだ)?(?:言え|話せ|教えられ|答えられ|明かせ)"
        r"(?:な|ませ)"
    ),
    r"(?:非公開|秘密|内緒|ひみつ|社外秘|ノーコメント|伏せ|控えさせ|控えたい|遠慮(?:させ|し)|差し控え|割愛)",
    (
        r"(?:個人情報|連絡先|メール|名前|アドレス|情報)(?:は|を)?(?:まだ)?(?:出し|教え|渡し|入れ|書き)たく"
        r"(?:な|あり)"
    ),
    (
        r"(?:名乗る|言う|教える|答える|教えなきゃ|必要)(?:ほど|必要)?(?:は)?"
        r"(?:ないです|ありますか|あるの|あります\?|ないと思|なくない)"
    ),
    r"なぜ(?:聞|そんな)|答える必要",
    r"まだ(?:教え|出し)たく",
    r"匿名(?:で|希望)",
    r"(?:それ|担当)(?:は|の方に)?(?:直接)?(?:お話し|話)(?:します|ししたい)",
    r"^(?:パス|スキップ|無理|嫌です|いやです|やだ|結構です|遠慮します)[。!]*$",
    r"営業(?:電話|メール)(?:が|され)(?:来|く|困|嫌)",
    (
        r"rather not|prefer not to"
        r"|not (?:comfortable|willing|going to|ready) (?:to )?(?:shar|say|tell|answer|giv|disclos)\w*"
        r"|(?:can't|cannot|can not|won't|don't want to|not allowed to|not at liberty to|unable to"
        r"|don't wish to) (?:share|say|tell|disclose|answer|give|discuss|reveal"
        r"|provide)\b(?! (?:which|what|if|whether|how|where|when|apart|them|our|the phones?|calls|mails?|e-?mails"
        r"|everyone|leads|customers|prospects|fast|in time))|none of your business"
        r"|no comment|confidential|why do you (?:need|ask|want)|skip (?:that|this|it|the question)"
        r"|\bpass\b[.!]*$|next question|that's private|mind your own|not your concern|under (?:an? )?nda"
        r"|keep that (?:to myself|private)|not giving (?:you )?(?:my|that)|stay anonymous|not sharing"
    ),
)
# 「夜はお客様に答えられない」 is their trouble, not a refusal.
_THEIR_TROUBLE = r"(?:顧客|お客|問い?合わせ|夜|すぐ)[^。]{0,10}(?:答え|話し|話せ|伝え|教え)"
_OTHERWISE = r"^(?:あ、?)?(?:いや|やっぱり?|やはり)(?=[、 ])"
_WHEN_JA = r"(?:(?:20\d\d|[来再]+)年の?)?(?:\d{1,2}月|第?\d四半期|q[1-4])(?:から|まで|中|末|頃|ごろ)*"
_CORRECTS = (
    # another month, and no more: 「やっぱり6月にします」「すみません、6月です」
    rf"(?:^|[。!\n])(?:(?:すみません|すいません|いえ|いや|あ)[、。\s]*)*(?:やっぱり?|やはり)、?"
    rf"(?:導入|稼働|時期|開始)?は?、?{_WHEN_JA}"
    r"(?:です|にし|にお願い|に変え|に変更|でお願い|で(?:す|$)|$|[。!])"
    rf"|^(?:すみません|すいません|ごめんなさい|失礼(?:しました)?)[、。\s]*{_WHEN_JA}(?:です|でした)?[。!]?$",
    r"間違(?:え|い(?:まし|です|でし|ました)|って(?:い?まし|た))",
    r"まちがえ",
    r"訂正",
    r"誤(?:り(?:です|でし|が)|記|って)",
    r"打ち間違|タイプミス|入力ミス|書き間違|言い間違",
    r"正しくは|正確には|が正しい|失礼(?:しました|、)(?!.*失礼します)",
    r"(?:じゃなくて|ではなくて?|でなく)、?.*(?:です|でした)(?:。|$)",
    _OTHERWISE,
    r"変更(?:させて|します|になりました)|に変更(?:して(?:くだ|下さ|もら|いただ|ほし)|を?お願い|で(?!き)|願い)",
    r"(?:番号|アドレス|メアド|名前|社名|日付|台数|数量?|桁)(?:が|を|は)?(?:違|ちが)(?:って(?:い)?(?:た|まし)|った"
    r"|いまし)",
    r"^(?:(?:すみません|すいません|ごめん(?:なさい)?|失礼)[、。!\s]*)[^。\n]{0,40}(?:\d[\d-]{6,}|@\S+)\s?(?:でした"
    r"|の(?:間違い|ほう|方))",
    r"直して",
    r"(?:違い|ちがい)ます",
    r"\*[\w.]+@",
    (
        r"\b(?:company|firm)(?:'s)? name (?:was|is) (?:wrong|not right|misspel\w+)"
        r"|\b(?:correct|right|proper) company name\b|\bwe(?:'re| are) now called\b"
        r"|\bi meant\b|\bi mean\b|\bcorrection\b|\btypo\b|\bmy mistake\b|\bmy bad\b"
        rf"|\bi mis(?:typed|spelled|spoke|wrote)"
        rf"|\bsorry,? (?:(?:in |by |for )?(?:(?:{MONTH_EN}|q[1-4])(?: 20\d\d)?|20\d\d)\b(?=\W*$|[.!;\n])"
        r"|it's|that's|that should|it should|wrong|not|i)\b"
        r"|\bshould (?:have been|read)\b|\bshould be (?=\S*[\d@]|[^.?!]{2,30},? (?:not|instead)\b)"
        r"|\bwrong (?:email|number|address|name|month|date)"
        r"|\bactually,? (?:it's|make that|that's|my|we)|\bmake that\b|\bscratch that\b|\boops\b|\bwhoops\b"
        r"|\bnot .{2,30}, (?:it's|but)\b|\bon second thought|\bchange that to\b"
    ),
)
_NONE = (
    r"^\W*(?:いえ|いや|いいえ|特に|とくに|別に|今は|今のところ|、| )*"
    r"(?:な(?:い|し)|あり?ません|ないっす|特に|とくに|別に)(?:です(?:ね|かね)?|かな)?\W*$"
    r"|^\W*(?:no|nope|nothing|none|not really|nah)(?: really| much| in particular| special)?\W*$"
    # by more words, and nothing behind them
    r"|^\W*(?:(?:well|honestly|oh|no|nope|really|hm+)\W+)*(?:there(?:'s| is) )?(?:nothing(?:'s| is)?|not)"
    r"(?: really| too| that)? (?:much|all that much|a lot|anything|bad|wrong|broken|amiss)"
    r"(?: (?:wrong|broken|amiss|to (?:report|complain about|fix)))?(?: (?:really|honestly|here|tbh|to be honest"
    r"|right now|at the moment|so far|as such|i guess|i think|with us|at all))*\W*$"
    r"|^(?:特に|とくに|別に|今のところ|いえ|いや|[、\s])*(?:悪い|困った|まずい|変な|おかしな?)(?:ところ|所|点|こと|箇所)(?:は|も)?"
    r"(?:特に|とくに)?(?:な[いし]|あり?ません)(?:です)?(?:ね|かな|よ)?\W*$"
)
# Behind "we will pass": neither by your booth, nor your offer to somebody.
NO_MORE_EN = (
    r"(?: on (?:this|it|that|your)(?: one| offer| proposal)?)?(?=\s*(?:$|[.,;!])"
    r"| (?:for (?:now|this)|this (?:time|year|one)|here|then|today|thanks?|sorry|but|because|as|since|though)\b)"
)
# They decided against the offer: the end of this talk, not of all mails.
_TURNS_DOWN = (
    (
        r"見送(?:る|ら|り(?:ます|まし|と))|(?:導入|利用|契約|検討|取引|採用|購入|話)(?:は|を|の話は)?"
        r"(?:白紙|取り(?:やめ|止め)|断念|中止|なかったこと|無かったこと)"
        r"|(?:他社|別の(?:会社|ところ|サービス|製品|業者))(?:さん|様)?(?:に|で)"
        r"(?:決ま|決め|お願い(?:する|した)|発注|契約|頼(?:む|んだ|みまし)|する(?:こと|ので))"
        r"|ご?縁が(?:な|あり?ま)|今回は(?:やめて|お断り|遠慮|辞退|ご?縁)"
    ),
    (
        r"\b(?:we|i)(?:'ve| have|'re| are|'m| am)? (?:just |already |now )*(?:decided|chosen|opted|agreed"
        r"|going|gone|went|chose|picked|signed|choosing)"
        r" (?:not to|against|to (?:go|stay|stick) with (?!you)|with (?:another|a different|someone else|somebody else"
        r"|a competitor)|another|a different|someone else|somebody else|a competitor)"
        r"|\b(?:we|i)(?:'re| are|'m| am|'ve decided| have decided| decided)? (?:not (?:moving|going|to move|to go"
        r"|proceeding|to proceed) (?:forward|ahead)|won't be (?:moving|going|proceeding|needing|taking)"
        rf"|(?:will|'ll|have to|are going to|'re going to) pass{NO_MORE_EN})"
        rf"|\bbut (?:we|i)(?:'ll| will) (?:have to )?pass{NO_MORE_EN}|\bnot (?:this time|for us right now)\b"
    ),
)
# They will think, ask inside, come back: neither yes nor no. The classifier knows more wordings.
_POSTPONES = (
    (
        r"(?:検討|相談|共有|確認|協議|審議)(?:を|は)?(?:させて(?:いただ|頂|もら|くださ|下さ)"
        r"|(?:いたし|致し|し)(?:ます|て(?:み|から|また|あらため|改め)))"
        r"|考え(?:て)?(?:おきます|みます|させて)|考え(?:とく|ときます|ておく)(?:ね|よ|わ)?(?=$|[。！!、])|持ち帰"
        r"(?:り|って)"
        r"|(?:また|あらためて|改めて|後日|のちほど|後ほど|来週|来月|追って|こちらから)[^。?]{0,8}"
        r"(?:ご?連絡|お?返事|回答|お?電話)(?:を)?(?:させて|いたし|致し|し(?!てくださ|て下さ|てほし)|差し上げ)"
    ),
    (
        r"\b(?:let me|(?:i|we)(?:'ll| will| need to| have to|'d like to)) (?:just |first )?"
        r"(?:think (?:about|on|it over|this over)|sleep on|consider|mull|discuss|talk (?:it|this) (?:over|through)"
        r"|check with|run (?:it|this) (?:by|past)|take (?:it|this) (?:back|to)|(?:get|come) back to you|be in touch"
        r"|circle back)"
    ),
)
# Said so plainly that nothing need agree: whom they have to ask, who meets first.
_ASKS_FIRST = (
    (
        r"\b(?:need|have|got|gotta|must|want)(?: to)? (?:ask|check with|talk to|speak (?:to|with)|clear it with)"
        r" (?:my|our|the) (?:boss|manager|board|committee|owners?|director|team|people|husband|wife|partner|ceo|cfo)"
        r"|\b(?:they|(?:the|our|my) (?:board|committee|owners?|directors?|partners|management|council))"
        r" (?:only )?(?:meets?|sits?|decides?) (?:next|on|in|again|every|this)\b[^?]*$"
        r"|^\W*(?:let's )?talk (?:later|then|after)\b\W*$"
    ),
    (
        r"(?:社長|部長|課長|専務|常務|役員|上|上司|上長|本社|親会社|本部|工場長|責任者|オーナー|経営|委員会|理事会"
        r"|社内|家内|主人|担当)"
        r"(?:会|陣|層|の(?:者|人|方))?(?:に|と|を)(?:聞いて|相談して|確認して|話して|諮って)?"
        r"(?:聞|訊|相談し|確認し|話さ|話し|諮ら|通さ|通し|み)[かてみ]*ない"
        r"(?:と|ことには|うちは)[^。?]{0,10}(?:何とも|なんとも|わか|分か|決め|言え|答え|返事|進め|動け)"
        r"|(?:一存|独断)で(?:は)?(?:決め|何とも|返事)"
        # a thank-you and no more; another day; who will be in touch
        r"|^(?:わかりました|分かりました|了解(?:です|しました)|承知(?:です|しました|いたしました)|なるほど"
        r"|ありがとう(?:ございま(?:す|した))?"
        r"|それでは|では|じゃあ?|一度|少し|ちょっと|社内で|うちで|こちらで|一旦|いったん|まずは?|また|[、。\s])*"
        r"(?:検討|相談|考え)(?:して|を)?(?:し(?:ます|てみます|ておきます)|いたします|させていただきます|ます|みます"
        r"|ておきます|とき?ます)[ねよわ]?[。!]*$"
        r"|^(?:では|じゃあ?|それなら|なら|やっぱり?|今日は|今回は|とりあえず|ごめん(?:なさい)?|すみません|[、。\s])*"
        r"また(?:今度|別の機会|次の機会|の機会|後日|いつか)?に(?:する|し(?:ます|とく|ておき|とき)|させて)"
        r"|(?:ご?連絡|お?電話|お?返事)は?、?(?:また)?こちらから(?:いたし|し|させ|差し上げ)(?:ます|て|る)"
    ),
)
_HURRY = (
    (
        r"急いで(?!い?な|は|おりま|い?ませ)|急ぎ(?!では|じゃ|はし|ま?せん|ではな|は(?:な|あり))|至急|早急"
        r"|今すぐ|すぐに?(?:教え|答え|返|対応|ください|お願い|でも)|時間が?(?:な(?:い|く|し)|ありませ)|手短"
        r"|早く(?:し|教|答|返|お願い)|さっさと|なるはや|なる早|とにかく早|会議中|移動中|もう(?:出|行|切)"
        r"|いま忙し|今忙し|後にして|長い(?:です|な)|(?:質問|話)(?:が|は)(?:多|長)|前置き|結論(?:だけ|から)"
        r"|待てな|バタバタ"
    ),
    (
        r"(?<!no )(?<!not in a )\bhurry\b(?!.*no )|(?<!not )\burgent(?:ly)?\b|\basap\b|\bright now\b"
        r"|\bquick(?:ly)?[ ,:](?!\s?(?:reply|response|question|turnaround|answer\b|q\b))"
        r"|\bno time\b|\bin a rush\b|\bjust tell me\b|\bget to the point\b"
        r"|\btoo many questions\b|\brunning (?:late|out of time)|\bshort on time|\bpressed for time"
        r"|\bimmediately\b|\bmake it (?:quick|short)|\bbusy right now|\bbetween meetings"
        r"|\bgot (?:\d+|two|five) min|\bstop asking\b|\bin a meeting\b|\btl;?dr\b|\bfaster\b"
    ),
)
_CRISIS = (
    (
        r"死にたい|しにたい|自殺|自死|消えてしまいたい|消えたい(?:です|$|。)"
        r"|生きて(?:い(?:たく|る意味|く)|られ(?:な|ませ)|ても)|命を絶|首を(?:吊|つ)|飛び降り(?:たい|る)"
        r"|飛び込みたい|リストカット|自傷|もう楽になりたい|殺され(?:る|そう)|助けて.*(?:死|殺)|死ぬしか"
        r"|(?:遺書|遺言)を書"
    ),
    (
        r"\bkill myself\b|\bsuicid\w*\b|\bend (?:my|it) (?:life|all)\b|\bwant to die\b|\bwanna die\b"
        r"|\bdon't want to (?:live|be alive|exist)\b|\bself[- ]harm|\bhurt myself\b|\bno reason to live\b"
        r"|\bbetter off dead\b|\bcan't go on (?:living|anymore|any more)\b|\btake my own life\b"
        r"|\b(?:goodbye|farewell) (?:note|letter)\b|\b(?:vanish|disappear) from (?:this|the) (?:world|earth)\b"
        r"|\bgoing to die tonight\b|\bfeel(?:ing)? (?:so |completely )?(?:hopeless|suicidal)\b"
        r"|\b(?:no ?body|no one) would (?:notice|care|miss me)\b.{0,12}\bi\b"
    ),
)


def declines(text: str) -> bool:
    """Do they refuse to answer what was asked?"""
    return any_of(*_DECLINES).search(text) is not None and not any_of(_THEIR_TROUBLE).search(text)


def has_none(text: str) -> bool:
    """Is it nothing but a "no" to the question about their problems?"""
    return any_of(_NONE).search(text) is not None


def corrects(text: str) -> bool:
    """Do they take back what they said before?"""
    return any_of(*_CORRECTS).search(text) is not None


def corrects_plainly(text: str) -> bool:
    """Do they say so themselves, by more than a 「いや、」 before something else?"""
    return any_of(*(pattern for pattern in _CORRECTS if pattern != _OTHERWISE)).search(text) is not None


def turns_down(text: str) -> bool:
    """Did they decide against the offer (「今回は見送ることになりました」 "we decided not to go ahead")?"""
    return any_of(*_TURNS_DOWN).search(text) is not None


def postpones(text: str) -> bool:
    """Will they think it over, ask inside or come back by themselves?"""
    plainly = any(any_of(*_ASKS_FIRST).search(text[start:end].strip()) for start, end in sentences(text))
    if plainly or wishes_to_order(text):
        return plainly
    return belongs(text, "postpones", by_words=any_of(*_POSTPONES).search(text) is not None)


def hurry(text: str) -> bool:
    """Do they want it short and now?"""
    return any_of(*_HURRY).search(text) is not None


def crisis(text: str) -> bool:
    """Do they speak of ending their life or of mortal danger?"""
    return belongs(text, "crisis", by_words=any_of(*_CRISIS).search(text) is not None)


def threatens(text: str) -> bool:
    """Do they threaten us: with a court, the public or violence?"""
    return belongs(text, "threat", by_words=False)
