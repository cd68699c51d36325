"""Words of trouble with upkeep, told plainly: it costs more and more, nothing watches, work goes by guess, a loss."""

_COSTS = (
    r"(?<!your )\b(?:costs?|bills?|spend(?:ing)?|charges|expenses|overtime|invoices)"
    r"(?: (?!if|when|with|your|for you)\w+){0,3}?"
)
_WATCHED = (
    r"(?:(?:\w+ )?monitoring|sensors?|(?:\w+ )?readings?|trend(?:ing|s)?|records?|measurements?|inspections?"
    r"|instrumentation|early warning|warning)"
)
_REDONE = (
    r"(?:re-?do(?:ne)?\b|start(?:s|ed|ing)? (?:all )?over\b|start (?:again|from zero)|bin (?:the|a|an|half|whole"
    r"|every)"
    r"|scrap (?:the (?!old)|a|an|half|whole|every|it|them)|lose (?:the|a|an|half|whole|every)|melts?\b|sets? solid)"
)

UPKEEP = (
    # it costs more and more
    rf"{_COSTS} (?:grow(?:s|ing)?|climb(?:s|ing|ed)?|rising|creep(?:s|ing)|crept|balloon\w*|explod\w+|spiral\w*"
    r"|mount(?:s|ing)|add(?:s|ing)? up|rocket\w*|bleed\w*)\b",
    r"\b(?:eat(?:s|ing)?|ate|swallow\w*|devour\w*|drain\w*|chew\w*|gobbl\w*)"
    r" (?:up |into |through |away |at )?(?:\w+ ){0,4}(?:budgets?|margins?|profits?|money|cash|savings)\b"
    r"|\bbleed(?:s|ing)? us\b|\bspend(?:ing)? a (?:small )?(?:fortune|bomb|packet)\b",
    (
        r"(?:費用?|コスト|経費|出費|支出|(?:修理|部品|電気|メンテ\w{0,5}|外注|交換|燃料|材料|残業|保守)代)"
        r"[^。、?]{0,12}(?:膨ら|膨れ|ふくら|ふくれ|かさ[んむみ]|嵩[んむみ]|増え(?:て|る一方|続け)|増す一方|上が(?:って|り続け|る一方)"
        r"|右肩上がり|倍(?:に|以上)|[ば馬バ][かか鹿カ]になら|[ば馬バ]鹿になら|圧迫|重くなっ)"
    ),
    # nothing watches, or nobody reads what does
    rf"\b(?:there(?:'s| is| are)|we(?: currently| presently| still)?(?: have|'ve got| have got| are having| get)"
    rf"|with) (?:no|zero|hardly any)"
    rf" {_WATCHED}(?! (?:fees?|costs?|contracts?|needed|required|experience|licen[sc]es?|needs?|or|and|wiring))\b",
    rf"\bwe(?:'re| are) (?:\w+ )?not having (?:any |an? )?(?:\w+ )?{_WATCHED}"
    r"(?=\W*$|[.,;!]| (?:systems?|tools?|solutions?|in|on|at|for|as|now|yet|today)\b)"
    rf"|\b(?:not (?:having|doing)|don't (?:have|do)|no) (?:any )?{_WATCHED}"
    r" (?:at all|whatsoever|on (?:any|the|our|those|these|them)|in place|of any (?:kind|sort)|as of now|so far)\b",
    r"\b(?:we|there)(?:'ve|'s| are| is| have| has)?(?: \w+)? (?:having|have|got|is|'s)? ?nothing (?:at all )?(?:is )?"
    r"(?:in place|on (?:them|it|those|these|any|the|our)|at all|installed|fitted|watching|monitoring)\b"
    r"|\b(?:presently|currently|at present|as of now|as on date|until now|till now|so far) (?:we|there) (?:are|is"
    r"|have|has)"
    r"(?: having| got)? (?:nothing|none)\W*$",
    r"\bnothing(?:'s| is| gets| was)(?: being)? (?:recorded|logged|monitored|measured|watched|checked|written down)\b"
    r"|\b(?:don't|do not|never|not) (?:really |even )?(?:monitor|measure|record|log) (?:anything|any|it|them|the"
    r"|our|much)\b"
    rf"|\bnot available with us\b|\bno {_WATCHED} (?:is|are) (?:there|done|available|in place|installed|being done)\b",
    (
        r"(?:何も|なにも|なんにも|一切|まったく|全く|全然)(?:の)?(?:監視|付け|つけ|着け|見て|見れ|見られ|測|計|記録|管理|対策|設置|導入|把握|やって)"
        r"[^。、?]{0,8}(?:な[いく]|ま?せん)"
        r"|(?:監視|測定|記録|計測|点検|予防保全|仕組み|センサー?|データ)[^。、?]{0,10}(?:まったく|全く|一切|何も|なにも|全然)"
        r"[^。、?]{0,8}(?:な[いく]|ま?せん)"
        r"|(?:測|計)(?:れ|って)て?(?:い)?(?:な[いく]|ま?せん)"
    ),
    # by guess, or not before it breaks
    r"\b(?:chang|replac|strip|open|dismantl|swap|grease|greas|decid|rebuil|overhaul|maintain|servic|inspect|fix)\w*\b"
    r"[^.,?]{0,30}\b(?:on|by) (?:\w+ )?(?:hunch(?:es)?|gut|guess\w*|instinct|feel)\b"
    r"|\bguess ?work\b|\brun(?:s|ning)? (?:\w+ )?to (?:failure|destruction)\b"
    r"|\bwait(?:ing)? (?:until|till|for) (?:it|they|them|things?|something|one)(?: to)? (?:breaks?|fails?|dies?"
    r"|stops?|goes)\b"
    r"|\bforever (?:strip|fix|chang|replac|repair|clean|adjust|tighten|chas|patch)\w*\b",
    (
        r"(?:なんとなく|何となく|当てずっぽう|あてずっぽう|山勘|ヤマ勘|やまかん|勘|カン)(?:だけ|頼み)?で"
        r"[^。、]{0,12}(?:交換|分解|点検|整備|取り?替|開け|判断|ばら|バラ|直|回し|決め)"
        r"|壊れるまで(?:使|動か|回|放|待)|壊れてから(?:直|修理|交換|対応|動|慌)"
    ),
    # what is lost when a machine stops
    rf"\b(?:if|when|once|whenever|every time) (?!the (?:trial|contract|sensors?|gateway)\b|(?:it|this|that) works"
    rf"|approved)[^.,?]{{3,50}},? (?:we|you|i|it|the|everything)"
    rf" (?:\w+ ){{0,4}}{_REDONE}|\b(?:going|down|out|failing|stopping|failure|stop"
    rf"|stoppage) means (?:\w+ ){{0,3}}{_REDONE}"
    r"|\b(?:we|to) (?:bin|scrap) (?:the|a|an|half|whole|every|\d)\b(?! old)",
    (
        r"(?:[るつくすぬむぐぶ]と|[えけせてねめれげべ]ば|[いっんし][ただ]ら)、?[^。?]{0,20}"
        r"(?:やり直し|作り直し|造り直し|全滅|おじゃん|パー(?:に|で|だ)|全損|出荷(?:が)?でき(?:な|ま?せ)|が割れ|が死(?:ん|に|ぬ)|が腐|が固ま"
        r"|(?:日|晩|夜|分|時間)(?:が)?飛(?:び|ぶ|ん))"
    ),
)
