"""Is a message nothing but a thank-you or "got it"?"""

import re

from app.understanding.facts import ContactData
from app.understanding.normal import any_of

_THANKS = (
    (
        r"(?:どうも|誠に|本当に|ほんとに|大変|とても|すごく|いつも|早速の|さっそくの|迅速な"
        r"|素早い|すばやい|丁寧な|ご丁寧な|ご丁寧に|詳しい|分かりやすい|わかりやすい|早い"
        r"|ご親切な)*、?"
        r"(?:昨日|先日|先ほど|本日|今日)?(?:は|も)?(?:色々|いろいろ|詳しく|丁寧に|ご丁寧に)*(?:と)?(?:教えて"
        r"|説明して)?"
        r"(?:(?:資料|見積書?|メール|情報|ファイル|データ)(?:を|の)、?)?(?:ご|お)?(?:対応|返信|返事|回答"
        r"|送り|送付|共有|連絡|案内|説明|教示|手配|確認|情報|共有"
        r"|提案)?(?:を)?(?:いただき|いただきまして|頂き|頂きまして|くださり"
        r"|下さり)?(?:、)?(?:誠に|本当に|大変|どうも)?"
        r"(?:ありがとう(?:ございま(?:す|した)|です|ね)?|有(?:り)?難う(?:ございま(?:す|した))?"
        r"|ありがと[うー~]*|あざ(?:っ)?す|サンキュー(?:です)?|感謝(?:いた)?(?:し(?:ます"
        r"|ております)|です)?|恐れ入ります|恐縮です)"
    ),
    (
        r"(?:とても|大変|本当に|すごく|めっちゃ)?(?:助かり(?:ます|ました)|助かる(?:わ)?"
        r"|参考になり(?:ます|ました)|うれしいです|嬉しいです)"
    ),
    (
        r"(?:(?:内容|資料|メール|メッセージ)(?:を|、)?)?(?:了解(?:です|しました|いたしました"
        r"|っす)?|承知(?:しました|いたしました|です)?|かしこまりました|わかりました|分かりました"
        r"|拝受(?:しました|いたしました)|受け取りました|拝見(?:しました|いたしました)"
        r"|確認(?:しました|いたしました))"
    ),
    (
        r"\b(?:many |much |ok |okay |great |perfect |awesome |cool |brilliant |got it "
        r"|super )*,?\s?(?:thanks?(?: you)?|thank u|thx|tysm|ty|tks|cheers|much appreciated"
        r"|appreciate(?:d)?(?: it| that| this| you)?"
        r"|appreciate (?:the|your) (?:help|quick (?:reply|response)|info|reply|response|time))\b"
        r"(?: (?:so much|very much|a lot|a bunch|a million|again|heaps|for (?:the |your |all "
        r"|that |this |getting |letting )[^.!?\n,]{1,40}|very|all|that'?s (?:helpful|great|all)))*"
    ),
    r"\b(?:your|the) (?:\w+ )?(?:brochure|answers?|reply|info\w*|link|document|explanation|quote|pdf)"
    r" (?:really |already )?(?:helped|w(?:as|ere) (?:very |really )?(?:helpful|useful|clear|great))(?: (?:a lot|us"
    r"|me))*",
    (
        r"\b(?:got it|understood|noted|will do|received(?: with thanks)?|that (?:helps|helped"
        r"|was helpful)(?: a lot)?|(?:very|super|really) helpful)\b"
    ),
)
_BESIDE = (
    (
        r"お世話に(?:なっております|なっています|なります)|お疲れ(?:様|さま)(?:です|でした)?"
        r"|(?:今後とも|引き続き|どうぞ|何卒)*(?:、)?(?:よろしく|宜しく)(?:お願い(?:いた"
        r"|致)?します|お願い申し上げます|です|どうぞ)?"
    ),
    (
        r"(?:では|それでは|じゃあ?|また)(?:、)?(?:失礼(?:いた|致)?します)?|失礼(?:いた|致)?します"
        r"|(?:ご|お)?(?:連絡|電話|返信|資料|見積)(?:を)?(?:、)?お待ち(?:して|申し上げて)(?:い"
        r"|お)?(?:ます|ります)|(?:ご連絡|お電話|ご返信)(?:を)?お待ち(?:して)?(?:おり|い)ます"
    ),
    (
        r"はい|ええ|そうですか|なるほど(?:です(?:ね)?)?|OK(?:です)?|おk|大丈夫です"
        r"|取り急ぎ(?:お礼|御礼)?(?:まで|申し上げます)?|お礼(?:まで|申し上げます)|(?:すごい|早い"
        r"|はやい|いい|素晴らしい|すばらしい)(?:です)?(?:ね)?|返信|お返事|(?:良い|よい)(?:週末"
        r"|一日|お年)を(?:お過ごし|お迎え)?(?:ください)?"
    ),
    r"担当(?:者)?(?:の方|様)?|御中|様|さん|各位|です|ございます|と申します|の(?=\W|$)|こちらこそ|いえいえ"
    r"|ご苦労様です",
    (
        r"\b(?:hi|hello|hey|dear|ok(?:ay)?|great|perfect|cool|awesome|nice|good|yes|yep|sure"
        r"|all good|all|team|there|folks|guys|so much|excellent|wonderful|fantastic|lovely"
        r"|sounds good|lol|haha|wow)\b"
    ),
    (
        r"\b(?:(?:best|kind|warm|many)?(?: regards| wishes)|best|sincerely|bye|talk soon"
        r"|speak soon|see you|have a (?:nice|good|great|lovely) (?:day|one|weekend|evening|week)"
        r"|you too|looking forward(?: to (?:it|hearing from you|the call))?|sent from my \w+)\b"
    ),
    r"(?<=\b)(?:笑|w+)(?=\W|$)",
    # what they will do with it
    (
        r"(?:(?:早速|さっそく|まずは|一度|持ち帰って|のちほど|後ほど|あとで|ゆっくり|社内|上司|上長|チーム"
        r"|関係者|部内|同僚|ゼミ)"
        r"(?:で|に|と|へ)?、?)*(?:内容を|資料を|こちらを)?(?:確認|共有|相談|紹介|報告|回覧|展開|拝見"
        r"|拝読|活用|参考に)"
        r"(?:いた|致)?(?:し|させていただき)(?:て(?:み|おき|いただき)?)?(?:ます|たいと思います)"
        r"|(?:また|今後)?(?:何か|なにか|不明(?:な)?点(?:など)?が?)(?:が)?(?:あれば|ありましたら"
        r"|ございましたら|出てきたら)、?"
        r"(?:また|改めて)?(?:よろしく)?(?:ご?(?:連絡|相談|質問)(?:いた|致)?(?:します|させていただきます)"
        r"|お願い(?:いた|致)?します|伺います)"
        r"|(?:疑問|知りたいこと|聞きたいこと)(?:が|は)(?:解決|解消)(?:し|され)ました|よく(?:分か"
        r"|わか)りました|十分です|それで結構です"
    ),
    (
        r"\b(?:that|this)(?:'s| is| was)? (?:answers?|answered|covers?|clears?|exactly|just|all|everything"
        r"|perfect|what)\b"
        r"[^.!?\n]{0,40}|\bthat(?:'s| is) (?:all|it)\b[^.!?\n]{0,20}|\b(?:answers|answered) (?:my|our"
        r"|all my|everything)[^.!?\n]{0,20}"
        r"|\bno (?:further|more|other) questions?\b[^.!?\n]{0,12}|\b(?:i|we)(?:'ll| will) (?:be in touch"
        r"|get back to you|let you know"
        r"|(?:share|pass|check|discuss|look|read|review|take|go)\b)[^.!?\n]{0,60}"
    ),
)


def only_thanks(text: str, *, contact: ContactData) -> bool:
    """Say whether nothing is left of a normalised message without thanks, greetings and the writer's name."""
    thanks = any_of(*_THANKS)
    if len(text) > 240 or not thanks.search(text) or "?" in text:
        return False
    for word in filter(None, (contact.company, contact.name, contact.role)):
        text = text.replace(word, " ")
    text = re.sub(
        r"^(?:hi|hello|dear|hey) [\w'\-]{2,14}(?=[,!.\n])|^\S{1,14}(?:様|さん)(?=[\s、。]|$)", " ", text, flags=re.I
    )
    text = re.sub(r"\n\s*[-~]*\s*[A-Z][a-z]+(?: [A-Z][a-z]+)?\s*$", " ", text)
    rest = any_of(*_BESIDE).sub(" ", thanks.sub(" ", text))
    return not re.search(r"[^\W_]{2}", rest)
