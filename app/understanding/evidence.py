"""What the words of a message must at least speak of before the trained weights alone may read a grave class in it."""

import re
from collections.abc import Collection

from app.understanding.beside_the_problem import NO_ANSWER
from app.understanding.normal import any_of
from app.understanding.not_meant import NOT_MEANT
from app.understanding.orders import wishes_to_order
from app.understanding.questions import asks_in_form
from app.understanding.stance import has_none, turns_down

# Who opts out denies, ends, takes away or has had enough: 「興味あります」 and "please contact me" do none of it.
_OPTS_OUT = re.compile(
    r"な[いくしかきけ]|無[いくし用]|ません|んな|ねえ|ねぇ|[らせけ]ん(?:よ|わ|な|で|から|ので|といて|$|[。！!、])"
    r"|[かさたなばまらわけせめれて]ず(?:に|、|$)"
    r"|やめ|辞[めさ退]|止|停|断|だん|ストップ|消|削除|抹消|抹殺|除|外[しすせされ]|はずし|抜[いけきく]|解[除約消]"
    r"|退[会出]|離脱"
    r"|ふよう|不[要可]|無用|結構|けっこう|いい(?:です|よ|わ|って|から)|良いです|十分|じゅうぶん|沢山|たくさん"
    r"|うんざり|迷惑|めいわく|しつこ|くどい|最後|二度|もう|金輪際|以後|今後|縁"
    r"|控え|遠慮|えんりょ|拒|ブロック|忘れ|クリア|破棄|廃棄|処分|撤回|取り?消|取り?下げ|白紙|終[わえ了]|おわり"
    r"|打ち切|引き取|お引取|帰[っれ]|放[っし]|ほっ[とた]|そっと|勘弁|かんべん|邪魔|煩|うるさ|うざ|ウザ"
    r"|間に合|切[っりれ]|ゼロ|リセット|抹|キャンセル|オプトアウト|サヨナラ|さよなら|嫌|いや|イヤ|困|見送|別の|他社"
    r"|よそ|卒業|関わ|拒絶|御免|ごめん|無視|スパム|ゴミ|一切|迷惑|ノー|NG|容赦|ほう(?:って|ほう)|[とけ](?:めて"
    r"|して)|ていし|いら[んね]|限り|きりに|これ以上|また(?:連絡|電話|メール)|次[のにか]|通報|訴|くる?な|来るな|静か"
    r"|お引き|興味(?:は|が)?(?:失|薄)"
    r"|\b(?:no|not|never|none|nothing|nobody|nope|nah|neither|nor|without|n['’]?t|dont|wont|cant|doesnt)\b|n['’]t\b"
    r"|\bcannot\b"
    r"|\b(?:stop\w*|quit\w*|ceas\w*|end\w*|halt\w*|enough|unsub\w*|opt\w*|off|out|away|remov\w*|delet\w*|eras\w*"
    r"|wip\w+|purg\w*|scrub\w*"
    r"|drop\w*|forget\w*|forgot\w*|cancel\w*|clos\w*|terminat\w*|withdr\w*|revok\w*|block\w*|spam\w*|junk|leave"
    r"|alone|done|over|last"
    r"|again|longer|anymore|bye|goodbye|lose|cut|cross|strike|scratch|kill|pass|declin\w*|refus\w*|harass\w*"
    r"|bother\w*|pester\w*"
    r"|bug|tired|sick|fed|unwanted|unwelcome|discontinue\w*|destroy\w*|expung\w*|clear|disconnect\w*|sever\w*|less"
    r"|get rid|disappear"
    r"|refrain|desist|spare|object|consent|hands|silence|quiet|shut|elsewhere|instead|another|zero|ditch|bin|shred"
    r"|trash|unregister"
    r"|deregister|unlist|detach|deactivate|suspend|avoid|hate|annoy\w*|nuke|stay|rid|wrong|mistake|exclu\w+"
    r"|suppress\w*|mute|get lost|next|once more|one more|take)\b",
    re.I,
)
# Who stops the software to talk to a person does not stop all mails.
_TO_THE_MACHINE = re.compile(
    r"(?:^|(?<=[.!,;] ))\W*(?:please |just |ok,? |no,? )*stop(?: it| this| that| now| please)*(?=[.!,;]|$)"
    r"|\b(?:do not|don't|won't|not|rather not|hate to|refuse to) (?:want to |going to |like to |wish to )?(?:talk"
    r"|talking|speak|chat|deal) "
    r"(?:to|with) (?:an? |your |the |this )?(?:machines?|(?:chat)?bots?|robots?|ai|software|computers?)\b|\bno "
    r"(?:more )?(?:bots?|robots?|ai|machines?)\b"
    r"|(?:AI|ボット|機械|ロボット)(?:じゃ|では|と(?:は)?|に)[^。、]{0,8}な(?:い|く)(?:て)?|(?:AI|ボット|機械"
    r"|ロボット)は(?:嫌|いや|結構|いい(?:です|から))"
    r"|(?:^|(?<=[。!]))\W*(?:もう|ちょっと)?(?:ストップ|やめて|止めて)(?:ください|くれ|よ)?(?=[。!、]|$)",
    re.I,
)
# Nobody need call now: that ends a talk.
_NO_NEED = re.compile(
    r"\bno need (?:to|for) (?![^.?!]*\b(?:again|any ?more|ever|future|further)\b)"
    r"|\b(?:just|only) (?:looking|browsing)\b",
    re.I,
)
# A question that names nothing gone wrong and nothing of their own is asked before buying.
_FAILS = re.compile(
    r"な[いく]|ません|ず|でき|エラー|不具合|故障|壊|止ま|停止|止め|切れ|落ち|消え|失|忘れ|違|おかし|変|間違|遅|届"
    r"|請求|契約|更新|解約|アカウント|パスワード"
    r"|ログイン|購入した|買った|納品|修理|交換|返品|保証|再発行|再設定|初期化|うちの|弊社の|私の|現在|使って|利用"
    r"|\b(?:no|not|never|cannot|my|support|ticket|errors?|stop\w*|fail\w*|br[eo]k\w*|broken|down|offline|wrong"
    r"|missing|lost|lose|forg[eo]t\w*"
    r"|reset\w*|lock\w*|problems?|issues?|trouble\w*|crash\w*|invoices?|bill\w*|charg\w+|account|password|log ?in"
    r"|sign in|cancel\w*"
    r"|renew\w*|upgrad\w*|warranty|repair\w*|replace\w*|return\w*|refund|we (?:bought|have|own|use|installed"
    r"|ordered|got)|i (?:bought|have|ordered|got)"
    r"|red|blink\w*|flash\w*|light|beep\w*|stuck|slow|again|still|since|yesterday|today|suddenly|keeps?|fix\w*"
    r"|help)\b|n't\b",
    re.I,
)

_SIGNS_OFF = re.compile(
    r"^\W*(?:(?:with |many )?(?:all the best|(?:(?:my|kind(?:est)?|best|warm(?:est)?) )?(?:best|regards|wishes)|cheers"
    r"|sincerely|take care|yours (?:truly|faithfully|sincerely)|have a (?:nice|good|great|lovely) \w+|good luck"
    r"|(?:many )?thanks(?: again| anyway| so much)?|よろしく(?:お願い(?:いた)?します)?|以上です?|それでは|では)"
    r"[\s,.!。、]*)+\W*$",
    re.I,
)


# Said to the software, or of what it was told.
_TO_US = re.compile(
    r"\b(?:you|your|prompts?|instruct\w*|modes?|rules?|system|admin|developer)\b"
    r"|あなた|指示|命令|ルール|プロンプト|モード|設定|システム",
    re.I,
)


def may_stand(name: str, text: str, *, by_words: Collection[str]) -> bool:
    """Say whether the weights alone may read this class in a message, of which the words say `by_words`.

    To stop all mails for ever needs a word that says so, and nobody gives our software orders who tells that their
    own account fails, or that they decided against us.
    """
    if name in ("opt_out", "existing_customer_support", "job_application") and wishes_to_order(text):
        return False
    if name == "opt_out":
        rest = _NO_NEED.sub(" ", _TO_THE_MACHINE.sub(" ", text) if "request_human" in by_words else text)
        return _OPTS_OUT.search(rest) is not None
    if name == "existing_customer_support":
        return not asks_in_form(text) or _FAILS.search(text) is not None
    if name == "complaint":
        return any_of(*NOT_MEANT["complaint"]).search(text) is None and not has_none(text)
    if name == "prompt_injection":
        if _TO_US.search(text) is None and any_of(*NO_ANSWER).search(text):
            return False  # "before every inspection" orders nothing
        return "existing_customer_support" not in by_words and not turns_down(text) and not _SIGNS_OFF.match(text)
    return True
