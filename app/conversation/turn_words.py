"""Words by which the plan knows a turn about the talk itself: who made it, an apology, a goodbye; and a trial. Pure."""

from __future__ import annotations

import re

from app.conversation.terms import OF_THIS_TALK

ASKS_WHO_MADE_IT = re.compile(
    r"(?:(?:この|こちらの|ここの|今の)(?:AI|ボット|アシスタント)|チャット(?:ボット)?)(?!と)[^。？?\n]{0,6}"
    r"(?:どこの?(?:会社|メーカー|ベンダー|企業)?|誰|だれ|どなた|どちら)(?:製|の(?:製品|システム|ソフト|サービス|ツール)"
    r"|[がの](?:作|つく|開発|提供|運営))"
    r"|この(?:チャット|ボット|AI)[^。？?\n]{0,4}(?:何(?:という|て(?:いう)?|の)|なんの|なんて(?:いう)?|どの)"
    r"(?:システム|ソフト|ツール|サービス)"
    r"|\bwho(?:[’']s| is| has)?(?: \w+ly)? (?:makes?|made|built|builds|wrote|develops?|developed|created?|runs?"
    r"|provides?|behind) (?:(?:this|the|your) (?:chat|bot|ai\b|assistant)|you\b)"
    r"|\b(?:what|which|whose) (?:chat |bot )?(?:software|company|vendor|system|tool|platform)\b"
    r"(?: \w+)? (?:is|runs|makes|made|built|powers|do you use for|are you using for)(?: behind)?"
    r" (?:this|the|your) (?:chat|bot|ai\b|assistant)",
    re.I,
)
MEANS_THE_CHAT = re.compile(
    r"(?:チャット|ボット)(?:自体|そのもの)?(?:を(?:作|つく|開発|提供|運営)|の(?:会社|ソフト|システム|開発))"
    r"|\bthe (?:chat|bot|chat ?bot)(?: (?:software|tool|system|thing|itself|program|widget))?\b",
    re.I,
)  # said after our word on what answers here
APOLOGISES = re.compile(
    r"言い(?:過ぎ|すぎ)(?:まし)?た|口が過ぎ|八つ当たり|(?:失礼|ひどい|きつい)(?:なこと|こと|な?言い方)(?:を)?(?:言"
    r"|し|で)"
    r"|\b(?:that was|i was) (?:\w+ )?(?:uncalled for|out of line|rude|unfair|too harsh)"
    r"|\bsorry (?:for|about) (?:being rude|snapping|my (?:tone|language|words)|what i said|the outburst)"
    r"|\bi (?:shouldn[’']t|should not) have said\b",
    re.I,
)
SAYS_SORRY = re.compile(
    r"^\W*[^。、\n]{0,6}、?(?:すみません|すいません|ごめん|申し訳)"
    r"|^\W*[^.,\n]{0,10}\b(?:sorry|apologies|apologi[sz]e|my bad)\b",
    re.I,
)  # after an insult
LEAVES = re.compile(
    r"(?:今日|本日|きょう)は(?:、)?(?:この(?:へん|辺)|ここまで|これで)"
    r"|(?:では|じゃあ?|それでは)、?(?:また(?:[。！!\s]|$)|失礼(?:いた)?します)"
    r"|\b(?:talk|speak|chat)(?: to you)? (?:later|soon)\W*$|\b(?:good)?bye\W*$|\bgood night\W*$"
    r"|\bno (?:more |further |other )?questions?(?: (?:for now|at the moment|at this point|from (?:me|us"
    r"|my side)))?\W*$"
    r"|(?:特に)?質問は(?:もう|特に)?(?:ありません|ございません|ないです|ない)[。！!\s]*$"
    r"|\b(?:gotta|have to|got to|need to) (?:go|run)(?: now)?\W*$|\bthat(?:[’']s| is) (?:it|all) for (?:now|today)\b",
    re.I,
)
WISHES_A_TRIAL = re.compile(
    r"(?:トライアル|お?試し|試用|無料体験)(?:利用|版|導入)?(?:を|の|に|で|は)?、?(?:ぜひ|一度)?"
    r"(?:申し?込|希望|したい|お願い|始め|はじめ|使いた|やりた|させて)|試し(?:て(?:み)?)?たい(?!こと|項目|機能)|試させて"
    r"|お?試しで?に?[^。、]{0,8}(?:借り(?:て(?:み)?)?たい|貸して(?!い)|使わせて|使って(?:み)?たい|[付つ]け(?:て(?:み)?)?たい)"
    r"|(?:PoC|ＰｏＣ|実証実験|実証|試験導入|試行導入|テスト導入|パイロット(?:導入)?)(?:を|から|で"
    r"|の)?[^。？?\n]{0,6}(?:したい|やりたい|始めたい|お願い|希望|させて)"
    r"|\b(?:sign (?:me|us|up)|start|begin|apply|go ahead|set up)\b[^.?!\n]{0,16}\btrial\b"
    r"|\b(?:(?:could|can|may) (?:we|i)|(?:like|want|love) to) (?:try|trial|test) (?:it|this|one|some|them|out)\b"
    r"|\b(?:like|want|love|plan|planning|hope|hoping|wish|keen) to (?:do|run|start|have|begin|set up|try|arrange)"
    r" (?:an? |the |our |your )?(?:\w+ )?(?:poc|pilot|proof[- ]of[- ]concept|trial)\b(?! (?:line|plant) (?:is|has))"
    r"|\b(?:poc|pilot|proof[- ]of[- ]concept|trial)\b[^.?!\n]{0,24}\bpossible\b|\bpossible to (?:do|run|have"
    r"|start) (?:an? )?(?:\w+ )?(?:poc|pilot|trial)\b"
    r"|\b(?<!you )(?<!they )(?:want|like|take|have|get|do) (?:a|the|your|that) (?:free |\d+[- ]day )*trial\b",
    re.I,
)
MOOD = re.compile(
    r"(?<=[てで])、?(?:つい)?(?:気が立|イライラし|いらいらし|カッとな|焦)って(?:い)?(?:まし)?た$"
    r"|,? and (?:i[’']m|i am|i was|we[’']re|we are) (?:\w+ )?(?:stressed|upset|angry|frustrated|annoyed)(?: out)?$",
    re.I,
)  # beside a problem, how it makes them feel
_COMES_TO_US = re.compile(
    r"(?:他社|他の会社|別の(?:会社|業者)|よそ|業者|ベンダー|メーカー)(?:さん|様)?との?(?:契約|利用|サブスク)"
    r"|(?:今|現在|現行|既存)の(?:会社|業者|ベンダー|メーカー|他社)"
    r"|(?:御社|貴社|そちら)(?:さん|様)?(?:の[^。、]{1,10})?[にへ]の?(?:、|全て|すべて)?(?:切り?替|乗り?換|変え|移)"
    r"(?!(?:(?!たい|たく)[^。、]){0,4}(?:た(?![いく])|て(?:から|い|み|も|[\d一二三半数何]|しば)))"
    r"|\b(?:switch|chang|mov|com|transfer)(?:e|ing)?(?: over)? to (?:you|yours|your (?:system|product|service"
    r"|sensors?))\b"
    r"|\b(?:contract|subscription|agreement|plan|account|service) with (?:(?:another|a different|an other"
    r"|some\w+ else)\b"
    r"|(?-i:[A-Z])(?=[^!]{0,200}\b(?:what (?:would|do|does) yours|how much (?:is|are|would) you"
    r"|(?:an?|your) (?:demo|quot(?:e|ation))|quote (?:us|me)|(?:buy|order|use|try|get|take) you|yours? instead)))"
    r"|\b(?:our|the) (?:current|existing|old|present|other) (?:vendor|supplier|provider)\b",
    re.I,
)  # whose contract ends is another's
_WITH_US = re.compile(
    r"(?:御社|貴社|そちら)(?:さん|様)?(?:と)?の(?:契約|サービス|利用|サブスク|アカウント|プラン)[^。、]{0,8}"
    r"(?:解約|退会|打ち切|終了|解除|取り?消|キャンセル|中止|やめ)"
    r"|\b(?:contract|subscription|account|agreement|plan|service) with you\b(?! instead)"
    r"|\b(?:cancel(?:l?ing)?|terminat(?:e|ing)|end(?:ing)?|clos(?:e|ing)|out of) your (?:\w+ )?(?:contract"
    r"|subscription|service|plan)\b",
    re.I,
)


def comes_to_us(text: str) -> bool:
    """Say whether the contract they end is another's, and none with us is named beside it."""
    return _COMES_TO_US.search(text) is not None and _WITH_US.search(text) is None


NAMES_A_LANGUAGE = re.compile(r"日本語|英語|\b(?:english|japanese)\b", re.I)
ABOUT_THE_MEETING = re.compile(
    r"(?:デモ|打ち?合わ?せ|面談|ミーティング|お?電話(?!サポート|窓口|対応)|当日|会議|商談)[^。？?\n]{0,12}"
    r"(?:誰|だれ|どなた|何人|何名|何分|どのくらい|どれくらい|どこ|場所|オンライン|対面|ビデオ|Zoom|Teams|URL|リンク"
    r"|招待|準備|用意|同席|参加|内容|流れ)"
    r"|(?:誰|だれ|どなた)が[^。？?\n]{0,8}(?:出|来|参加|話|説明|電話)|^\W*(?:それは)?(?:オンライン|対面|ビデオ"
    r"(?:会議|通話)|テレビ電話|Zoom|Teams)"
    r"(?:で(?:す|しょう|やる|する)|なん(?:です)?|ですよ)[^。？?\n]{0,4}(?:か|ね|[?？])|(?:会議の)?(?:URL|リンク"
    r"|招待)は[^。？?\n]{0,8}(?:届|来|送|もら|いただ)"
    r"|\b(?:(?:it|that|this)(?:[’']s| is| be| going to be| will be)|is (?:it|that|this)|will (?:it|that|this)) (?:be )?"
    r"(?:an? )?(?:on |over |by |via |through )?"
    r"(?:video|zoom|teams|phone|online|in[- ]person|remote|face[- ]to[- ]face|on[- ]?site)\b"
    r"|\b(?:who|what|where|which|how|is|are|will|does|do|can|should|could|may)\b[^.?!\n]{0,40}"
    r"\b(?:the|our|that|this|my) (?:video |phone |online |zoom |sales )?(?:call|meeting|demo|session|appointment)\b"
    r"(?! [a-z]+ing\b| quality| logs?\b)"
    r"|\bwho(?:[’']s| is| will| am)? (?:[^.?!\n]{0,16}\b)?(?:join|attend|be there|coming|calling|be on"
    r"|meet(?:ing)? with|talk(?:ing)? to|speak(?:ing)? (?:to|with))"
    r"|\b(?:send|get|have|where[’']?s?)\b[^.?!\n]{0,20}\b(?:invite|invitation|meeting link|dial[- ]in|agenda)\b",
    re.I,
)  # of the meeting or call that is being arranged
_OF_THEIRS = (
    r"(?:情報|質問|こと|時期|予定|住所|(?:メール)?アドレス|メール|連絡先|(?:電話)?番号|お?名前|氏名|[会]?社名|課題)"
)
ASKS_WHY = re.compile(
    rf"{OF_THIS_TALK.pattern}"
    r"|(?:なぜ|なんで|何で|どうして|(?:何|なん)のため)に?、?(?:それ|これ|(?:その|この|そんな|こんな|そういう|私の|うちの|こちらの)?"
    rf"{_OF_THEIRS})?(?:なんか|まで)?[がはをも]?(?:必要|要る)"
    r"|^\W*(?:それ|これ|そんなこと)?(?:って|を)?(?:聞いて|聞く)?(?:必要(?:あり|です)|何に使)[^。？?\n]{0,8}(?:か|[?？])\W*$"
    r"|\bwhy (?:do|are|would|should) you(?: (?:need|want|have|ask\w*|even|all))*\b"
    r"(?: (?:to know|to ask|for|me|you|that|this|it|about|my \w+|your? \w+|so many questions))*\W*$"
    r"|\bwhy (?:so many questions|is that (?:relevant|needed|important)|does (?:that|it) matter)\b",
    re.I,
)  # of what we asked
