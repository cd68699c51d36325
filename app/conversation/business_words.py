"""Who writes about something else than a purchase: to sell our product, for the press, or to somebody else. Pure."""

from __future__ import annotations

import re

BUSINESS = re.compile(
    r"(?:代理店|特約店|取扱店|販売店|販売パートナー|パートナー企業)(?:に(?:なりたい|なるに|なれ|なるため)|として"
    r"(?:契約|取り?扱|販売)"
    r"|(?:契約|登録)(?:を|は|に|し|の)|を?募集)|(?:御社|貴社)の(?:製品|商品|センサー)を(?:販売|取り?扱)(?:いたい"
    r"|したい|わせて|させて)"
    r"|(?:うち|弊社|当社|自社)の(?:ポンプ|製品|商品|機械|装置|設備|機器)(?:に|へ)[^。？?\n]{0,12}(?:組み?込(?!んで"
    r"(?:い|あ))|内蔵|搭載)"
    r"|(?<![A-Za-z])(?:OEM|ODM)(?:での?)?(?:供給|提供|契約|生産|販売)"
    r"|取材(?:を|の|に|させて)[^。\n]{0,12}(?:お願い|申し?込|依頼|ご?協力|応じ|受けて|いただ|可能|でき)|(?:新聞"
    r"|雑誌|通信社?|テレビ|メディア|放送局?|編集部)"
    r"[^。、\n]{0,8}の?(?:記者|編集者?|ディレクター)(?:です|の|で(?:、|す)|をして)|報道関係|プレス(?:の方|担当|関係"
    r"|問い?合わ?せ)"
    r"|\b(?:becom(?:e|ing)|to be|as) (?:an? |your |one of your )(?:\w+ )?(?:distributor|reseller|dealer"
    r"|sales partner|channel partner)\b"
    r"|\b(?:i am|i['’]m|we are|we['’]re) (?:an? )?(?:[\w-]+ ){0,3}(?:resellers?|distributors?|dealers?)\b[^?!\n]{0,60}"
    r"\b(?:partner\w*|resell|distribut(?:e|ing)|sell|represent|carry) (?:with )?(?:you|your|it|them|this)?\b"
    r"|\b(?:resellers?|distributors?|dealers?)\b[^?!\n]{0,24}\bcan we partner\b"
    r"|\b(?:embed|build|incorporate|integrate) your (?:\w+ )?(?:sensors?|products?|modules?|technology|hardware"
    r"|devices?) "
    r"(?:in|into|inside) (?:our|my) (?:own )?(?!(?:\w+ )?(?:lines?|plants?|process\w*|systems?|factory|production"
    r"|maintenance|scada"
    r"|cmms|erp|networks?|dashboards?|mes|crm|workflows?)\b)"
    r"|\b(?:distribut(?:or|ion)|reseller|dealer)(?:ship)? (?:program(?:me)?s?|agreements?|terms|enquir\w+|inquir\w+"
    r"|opportunit\w+)"
    r"|\b(?:i am|i['’]m|this is|as) (?:an? )?(?:[\w'’-]+ ){0,3}(?:reporter|journalist|news editor|correspondent)\b"
    r"|\b(?:press|media) (?:enquir|inquir|request)\w*\b"
    r"|\binterview (?:with )?(?:your (?:ceo|cto|founder|president|management|team|experts?|engineers?)"
    r"|someone (?:at|from) your|someone about)\b",
    re.I,
)
WRONG_PLACE = re.compile(
    r"マイナンバー|住民票|印鑑証明|戸籍(?:謄本|抄本)|国民健康保険|年金手帳|運転免許の更新|(?:歯|病院|クリニック"
    r"|内科|皮膚科|美容院)[^。\n]{0,10}の?(?:診察|診療|予約)"
    r"|(?:送り先|宛先|あて先|相手先|会社)を(?:間違え|まちがえ)(?:まし)?た"
    r"|\bi (?:was|am|['’]m) (?:trying|looking|meaning) to (?:reach|contact|get hold of|write to) "
    r"(?!(?:you\b|your\b|sales|support|some|any|an?\b|the (?:sales|support|right|person|team)))"
    r"|\bmy (?:dental|doctor['’]?s|dentist|hair|medical|vet) appointment\b|\b(?:sorry|oops),? wrong (?:company"
    r"|person|chat|website|site)\b",
    re.I,
)  # they take us for somebody else
