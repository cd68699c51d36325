"""What the prospect's words for a wish, a refusal or a doubt look like, in Japanese and English. Pure."""

from __future__ import annotations

import re

from app.understanding.stance import NO_MORE_EN

DISCOUNT = re.compile(
    r"値引|割引|値下げ|安くし|安くな[らりる]|まけて|ディスカウント|価格交渉|[%％割]\s?(?:くらい|ぐらい|ほど|は"
    r"|まで|だけ)?\s?(?:引|オフ|OFF|安く|まけ)"
    r"|引けません|引けますよ|(?:もう少し|もっと|お)安く(?:でき|なり|して)|勉強して(?:くれ|もら|いただ|頂)"
    r"|\bdiscount|\bhaggle|\bnegotiable"
    r"|\b(?:wiggle room|best) (?:you can do )?(?:on|for) (?:the )?price|\bsharpen your pencil"
    r"|\b(?:confirm|agree to|match|give (?:me|us)|do|at|for) (?:the |that |those )?\d+ ?(?:%|percent)(?! of)"
    r"|\b(?:any|make it|get it|do it|go) cheaper\b"
    r"|(?<!curve )\b(?:is|'s|’s|sounds|seems|looks) (?:a bit |a little |pretty |rather |quite |too |way too "
    r"|very )?(?:steep|pricey)\b"
    r"|\b(?:rival|competitor|another (?:vendor|supplier|company)|other (?:vendor|supplier))s?\b[^.?!\n]{0,24}"
    r"\b(?:quot\w+|offer\w*|charg\w+)\b[^.?!\n]{0,12}(?:[$€£¥]|\d)(?![^.?!\n]{0,12}(?:weeks?|days?|months?|lead))"
    r"|(?:他社|よそ|別の(?:会社|業者|ところ)|競合)(?:さん|様)?(?:は|では|だと|から)[^。？?\n]{0,16}\d[\d,.]*\s?"
    r"(?:円|万円|千円|割引|割安|(?:%|％)引)"
    r"|\bbetter price|\b(?:knock|take) .{0,16}off\b|(?:%|\bpercent) off\b|\bprice match|\blower (?:the|your) price",
    re.I,
)
QUOTE = re.compile(
    r"見積|\bquot(?:e|ation)\b|\bestimate\b"
    r"|\b(?:send|make|give|e-?mail|mail|prepare) (?:me|us) (?:an?|your|the)(?: (?:formal|written|official|price"
    r"|commercial|best|binding|firm))? offer\b(?! (?:letter|code))",
    re.I,
)
NO_INTEREST = re.compile(
    r"間に合って|興味(?:は|が)?(?:ない|ありません)|見送(?:り|ら|る)|not interested"
    r"|(?:他社|別の(?:会社|ところ|サービス|製品))(?:さん|様)?(?:に|で)(?:決め|決ま|お願いする|契約)"
    r"|\b(?:went|gone|going|decided to go) with (?:another|a different|someone else)|\bchose (?:another|a different)"
    r"|we['’]?re (?:all )?set"
    r"|(?:^|[、。\s]|今回は|今は|うちは|やっぱり?|やはり|では|じゃあ?|なら|ので|から)やめ(?:て(?:おき(?:ます|たい)"
    r"|おく)|と(?:き(?:ます|たい)|く|こう))"
    r"|(?:いったん|一旦|(?:話|件|今回|導入|計画)は)、?白紙(?:で|に(?:して|戻|させ)|撤回)"
    r"|(?:うち|弊社|当社|当方|今回|残念)(?:(?!今の|いまの|現在|現行|既存|従来|以前|これまで|前の|他社|よそ|旧|古い|手書き"
    r"|(?:計|器|ツール|ソフト|装置|方法|やり方)[はが])"
    r"[^。？?\n]){0,20}(?:対象外|合わな|合いませ|向か(?:な|ず|ま)|使え(?:な"
    r"|ませ))[^。？?\n]{0,8}"
    r"(?:でした|です|と(?:判断|思(?!ってい(?:まし)?た)|わか|分か)|ようで|みたい)(?![^。\n]{0,40}(?:検討(?:して(?:い|お)|中|したい)|導入し(?:たい|よう)"
    r"|必要です|探して|切り?替え|乗り?換え|お願いしたい))"
    r"|\b(?:it|this|that|you|your [\w ]{2,20})(?:(?:['’]s| is|['’]re| are) (?:\w+ )?(?:not|no)|isn['’]?t| (?:does"
    r"|do)(?:n['’]?t| not) (?:seem|look"
    r"|sound|appear)(?: to be| like)?| won['’]?t be) (?:really |quite |exactly )?(?:an? |the )?(?:good |right "
    r"|great )?(?:fit|match|for us"
    r"|what we (?:need|are looking for|were looking for)|suitable for us)\b"
    r"(?! (?:yet|now|right now|at the moment|this (?:year|month|quarter)))"
    r"|^\W*(?:so |then |sorry,? |unfortunately,? )*not (?:really |quite )?(?:an? |the )?(?:good |right )?(?:fit"
    r"|match)\b"
    r"|\bwe(?:['’]re| are) not (?:an? |the )?(?:good |right )?(?:fit|match)\b"
    rf"|\b(?:i|we)(?:['’]ll| will) (?:leave it|give it a miss|pass){NO_MORE_EN}",
    re.I,
)
NO_THANKS = re.compile(
    r"(?<!で)結構です|(?:もう|これ|ここまで)で結構です|必要ありません|要らない|いらない(?:です|$)|不要です"
    r"|遠慮(?:します|しておき)|no,? thank|not needed"
    r"|^\W*(?:もう|これで|それで|今は|いまは)、?(?:大丈夫|十分|いい)です[。!！\s]*$"
    r"|^\W*(?:i['’]?m|we['’]?re|all) (?:good|fine|ok(?:ay)?)(?:,? thank(?:s| you))?\W*$",
    re.I,
)
NEEDS_NONE = re.compile(
    r"(?:は|も)(?:、)?(?:今は|まだ|特に|もう)?(?:不要|いりません|要りません|いらない|要らない|必要(?:な|あり?ま)"
    r"|しないで|やめて|お断り)"
    r"|\b(?:no need (?:for|to)|(?:do not|don['’]?t|won['’]?t) (?:need|want|require)"
    r"|without (?:a|an|any)|instead of (?:a|an|the)|rather than (?:a|an))\b"
    r"|\b(?:an?|the|another) [\w ]{2,24} (?:is|are)(?:n['’]?t| not) (?:needed|necessary|required)\b"
    r"|(?:デモ|打ち?合わ?せ|商談|訪問|お?電話|資料|カタログ|見積(?:もり|り)?書?)(?:は|なんか|とか)?(?:もう|今は)?、?"
    r"(?:いい|結構)(?=(?:です)?(?:ので|から|んで))|(?:デモ|打ち?合わ?せ|訪問|お?電話)(?:なし|抜き)で"
    r"|\b(?:forget|skip|drop|leave out|never ?mind) (?:about )?(?:the|that|your|any|an?) (?:\w+ )?(?:demo|call|meeting"
    r"|visit|presentation|brochure|quote|trial|sales pitch)\b",
    re.I,
)
BREAK = re.compile(
    r"(?:(?<=です)|(?<=ます)|(?<=した)|(?<=せん)|(?<=ない)|(?<=さい)|(?<=構))(?:が|けれども|けれど|けど|ので|から)?、"
    r"|(?:(?<=です)|(?<=ます)|(?<=した)|(?<=せん)|(?<=ない))(?:が|けれども|けれど|けど)"
    r"|,? but\b|;|,? (?:just|only) (?=send|e-?mail|give|tell|show|the |your )"
    r"|, (?=(?:and )?(?:please|can|could|would|send|how|what|do|does|is|i['’]d|we['’]d|actually)\b)",
    re.I,
)  # between clauses of which one may refuse what the other asks for
AND_WISHES = re.compile(
    r",? (?:and|so)(?: then| please| just| let['’]?s)* (?=(?:go|get|move|jump|send|e-?mail|give|show|tell|quote|talk)\b"
    r"|(?:we|i)(?:['’]d| would)? (?:need|want|like)\b)",
    re.I,
)  # right behind what is refused, what is wished for instead
ASKS = re.compile(
    r"[?？]|ください|下さい|お願い|もらえ|いただけ|頂け|ほし[いく]|欲し[いく]|たい|(?:です|ます|でしょう)か"
    r"|教えて|見せて|送って|\b希望"
    r"|\b(?:please|can (?:you|we|i)|could (?:you|we|i)|would (?:you|like|love)|how much|need|want|looking for"
    r"|let['’]?s"
    r"|(?:send|e-?mail|show|give|tell|call|quote) (?:me|us)|i['’]d (?:like|love)|we['’]d (?:like|love))\b",
    re.I,
)
HAD_ALREADY = re.compile(
    r"(?:ありがとう|いただい|頂い|いただき(?:まして|、)|頂き(?:まして|、)|お願いして(?:い|お)|もらった"
    r"|もらいました|拝見)"
    r"|\b(?:thank(?:s| you) for|(?:you|they) sent|got your|received|your (?:quote|quotation|brochure|proposal))\b",
    re.I,
)
TAKES_BACK = re.compile(
    r"^\W*(?:(?:あ|いや|うーん|すみません|でも)[、。]?)*(?:やっぱり?|やはり|いや|いえ)"
    r"|^\W*(?:actually|on second thought|never ?mind|sorry|no wait|scratch that)\b",
    re.I,
)
OF_A_JOB = re.compile(
    r"給与|給料|年収|月給|時給|賃金|待遇|勤務|面接|選考|\bsalar|\bwages?\b|\bpaid\b|\bpays?\b|\bremote\b|\binterview",
    re.I,
)
OFFERS = re.compile(
    r"(?:ご提案|ご案内|ご紹介|お手伝い|ご支援|代行|提供|承り|お送り)(?:を)?(?:させて|でき|いたし|致し|し(?:て"
    r"|ます))|いかがでしょう|ご興味"
    r"|弊社の(?:料金|価格|費用|サービス)|無料(?:で|の)(?:診断|トライアル|相談)"
    r"|\b(?:can|may|shall|could|let me|i['’]ll|we['’]ll|happy to) (?:i |we )?(?:send|show|share|offer|help"
    r"|provide|give) you"
    r"|\b(?:our|my) (?:price|prices|pricing|rate|rates|fee|packages?) "
    r"|\bwe (?:charge|offer|provide|specialise|specialize|write|deliver|help)\b"
    r"|\bwould you (?:like|be (?:open|interested))",
    re.I,
)  # what a seller says
YOU = re.compile(r"御社|貴社|皆様|みなさま|お困り|お悩み|\byou(?:r|['’]re)?\b|\bcompan(?:y|ies)\b|\bbusinesses\b", re.I)
WE = re.compile(r"\b(?:we|our|us|i|my|me)\b", re.I)
CALLS = re.compile(r"電話|架電|\bcall(?:s|ing|ed)?\b|\bphone\b", re.I)
WRITING = re.compile(r"メール|配信|案内|連絡|DM|e-?mail|\bmessage|\bcontact|\bwrit(?:e|ing)|\bnewsletter", re.I)
QUESTION = re.compile(r"[?？]\W*$|(?:です|ます|でしょう|せん|した)か(?:ね)?[。．\s]*$")
STOP = re.compile(
    r"配信|解除|停止|二度と|一切|(?:連絡|メール|電話|案内|営業|DM).{0,8}(?:不要|いらな|要りません|やめ|止め"
    r"|お断り|しない|送ら)"
    r"|送って(?:こ|来)ないで|送らないで|(?:リスト|名簿|宛先)から|退会|登録(?:を)?(?:消|抹消|削除|取り消)"
    r"|\bunsubscribe|\bopt.?(?:ed |ing )?out|\bstop\b|\bcease\b|\bremove\b|\bdelete\b|\bno (?:more|further"
    r"|longer)\b|\bnever\b"
    r"|\b(?:do not|don['’]?t) (?:contact|(?:e-?)?mail|call|message|write|send)|\boff (?:your|the|this"
    r"|that)\b[^.!?]{0,24}\blist"
    r"|\bleave (?:me|us) alone|\bquit (?:(?:e-?)?mail|call|contact|messag|send)",
    re.I,
)
STOP_US = re.compile(
    r"(?:もう|今後|二度と|一切)[^。、\n]{0,12}(?:送って(?:こ|来)ないで|送らないで|連絡(?:は|を)?(?:し(?:て(?:こ"
    r"|来))?ないで|不要|やめて|お断り))"
    r"|配信(?:を)?(?:停止|解除)(?:して|を?(?:お願い|希望))|(?:リスト|名簿)から(?:外|削除|消|抜)"
    r"|\bunsubscribe (?:me|us)|\bstop (?:e-?mail|contact|messag|writ)ing (?:me|us)"
    r"|\b(?:take|remove) (?:me|us|my|\S+@\S+"
    r"|our)\b[^.!?\n]{0,24}\b(?:off|from)\b"
    r"|\b(?:never|do not|don['’]?t) (?:contact|e-?mail|write(?: to)?) (?:me|us) (?:again|any ?more|ever)",
    re.I,
)  # said to us, whatever else is read in it
MARKETING = re.compile(
    r"メルマガ|メールマガジン|ニュースレター|営業(?:の)?(?:電話|メール|連絡)|広告|宣伝|セールス"
    r"|\bnewsletters?\b|\bmarketing\b|\bpromo|\bsales (?:calls?|e-?mails?|pitch)|\badverts?\b",
    re.I,
)
NO_SPAM = re.compile(
    r"(?:営業|宣伝|迷惑|勧誘|売り込み|セールス|メルマガ)[^。\n]{0,8}(?:なし|無し|抜き|し(?:て(?:こ|来)?)?ないで|送らないで|やめて|不要|結構|勘弁|遠慮|お断り)"
    r"|\b(?:do not|don['’]?t|no|without)\b[^.!?\n]{0,16}\b(?:spam\w*|junk|newsletters?|mailing lists?|sales calls?)",
    re.I,
)  # said beside an address, it asks for our answer and nothing else
STOP_ALL = re.compile(
    r"配信|解除|二度と|一切|退会|\bunsubscribe|\bopt.?(?:ed |ing )?out|\bremove\b|\bnever\b"
    r"|\b(?:any|ever) ?(?:more|again)\b",
    re.I,
)
