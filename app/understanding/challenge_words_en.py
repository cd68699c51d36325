"""English words of the default categories: those of a company that wants to answer its leads faster."""

TERMS: dict[str, tuple[str, ...]] = {
    "lead_response_slow": (
        r"(?:fall|slip)\w* (?:through|between)",
        r"(?:don't|doesn't|never|forget to|no ?(?:one|body)) (?:\w+ )?follow(?:s|ed|ing)?[ -]?up|\bfaster\b",
        (
            r"(?:inbox|inquir\w+|enquir\w+|emails?|messages?|requests?)\b[^.]{0,30}(?:graveyard"
            r"|unread|untouched|unanswered|wait\w*|pile\w*|\blate\b|slow|ignored|missed|cold|stale"
            r"|days|hours|backlog)|only (?:call|reply|respond|get|answer|reach)\b[^.]{0,24}(?:half"
            r"|third|some|fraction|few)|graveyard|backlog"
        ),
        (
            r"vanish\w*|disappear\w*|hears? nothing|pil(?:e|es|ing) up|crickets|neglect\w*|\bage\b"
            r"|unworked|no reply|queue"
        ),
        (
            r"call ?backs?|get(?:s|ting)? to (?:them|web|the|our|it|everyone|inquiries|leads)\b"
            r"|by the time|until (?:the )?(?:next|afternoon|morning|tomorrow|someone)|never (?:gets?"
            r"|heard?|receive)|(?:ring|phone|write) (?:them )?back|shared inbox|\bstale\b|first to"
            r"|forgot\w*|\bdays?\b(?! off)|next morning|beats? us|too late|\bpick(?:s|ed"
            r"|ing)? up (?:the )?(?:phones?|calls?)|\bmissed\b|\bvoicemails?\b|hours? (?:later|to)"
        ),
        (
            r"\bslow\w*|\bspeed\b|unanswered|(?:nobody|no one|no-one) (?:\w+ )?(?:answers|replies|responds"
            r"|picks up|calls)"
        ),
        (
            r"(?<!canned )(?<!same )(?<!generic )(?<!first )"
            r"(?:respon(?:d|se|ding|ses)|\brepl(?:y|ies|ying))\b(?! quality)"
            r"(?! (?:is|are|was|were|feels?|sounds?|looks?|reads?) (?!.{0,16}(?:slow|late|delay|after"
            r"|next|day|hour)))"
        ),
        r"(?:for|take\w*|within|after|in) (?:\w+ )?(?:hours|days)\b|\blate\b|\bwait(?:ing)?\b|first touch",
        r"get(?:ting)? back to|go(?:es|ing)? cold|\bsit(?:s|ting)?\b|delay\w*|buried",
        r"miss(?:ed|ing)? (?:the |some |a lot of |many )?(?:inquir|enquir|lead|email|message|notification|alert)",
        r"too long|\blag\w*|turnaround|(?:fall|slip)\w* through|next day|forget to|forgotten",
        r"follow[- ]?up\w*[^.]{0,15}(?:late|slow|days|hours|time)|untouched|ignored",
        r"call(?:s|ed|ing)? (?:them )?back",
    ),
    "night_weekend_coverage": (
        r"\b(?:apac|emea|asia|europe|us|pacific) (?:hours|time)|coverage",
        r"\b\d{1,2} ?pm\b|'?til+ (?:the )?(?:morning|monday)|morning\b|asleep|middle of the night",
        (
            r"nobody(?:'s| is) (?:on|there|around|in)\b|weeknd|off[- ]hours|outside \d|after (?:five"
            r"|six|5|6)\b|when we(?:'re| are) closed|\bsun(?:day)?\b|lunch|different time ?zone"
        ),
        r"\bnights?\b|midnight|\bnoon\b|weekends?|after[- ]hours|out[- ]of[- ]hours",
        r"outside (?:of )?(?:business|office|working) hours|24/7|overnight|\bholidays?\b|time ?zones?|sundays?",
        r"saturdays?|friday|evenings?|after \d ?pm|until monday|monday morning|round the clock",
    ),
    "assignment_unclear": (
        r"\bsame (?:prospect|lead|customer|client|account|company|person|inquiry|enquiry)\b",
        r"\bwrong (?:person|rep|team|desk|department)\b",
        r"(?:fall|slip)\w* between (?:us|reps|the)|\bbetween (?:teams|departments)\b",
        (
            r"whose\b|who'?s (?:following|on|doing|calling|got|responsible|handling)|(?:argu|fight"
            r"|squabbl)\w* (?:over|about)|everyone (?:assumes|thinks)|(?:assum|think"
            r"|hop)\w* some(?:one|body)|falls? between|(?:nobody|no one)(?:'s| is)? (?:job|responsib"
            r"|owns?|takes? (?:it|them|charge))|double[- ]?contact|step(?:ping)? on|distribut\w+"
            r"|which rep (?:should|gets|takes)|clear owner"
        ),
        r"\bwho(?:'s)? (?:owns?|should|is|gets|takes?|handles?|picks?|does|follows|to)|owner(?:ship|s)?\b",
        r"assign\w*|\brout(?:e|ing|ed)\b",
        r"\b(?:everyone|everybody|they|reps|people) (?:\w+ )?(?:grab|race|pick)\w*",
        r"(?:nobody|no one|no-one) (?:owns?|knows who|is responsible|picks?|takes?|feels|follows)|round robin",
        r"hand(?:ing)?[- ]?(?:off|over)|territor\w+|both call|two reps (?:call|chase|work|claim"
        r"|contact|talk|on)|(?:bounc|pass)\w* (?:between|around|from)|same (?:lead|prospect|customer)",
        r"(?:fight|argue) (?:over|about)|everyone (?:assumes|thinks)|whose (?:lead|job)|cherry[- ]?pick\w*",
    ),
    "quality_of_first_contact": (
        r"(?:read|look|sound|come across)s? (?:like|as) (?:a )?(?:spam|robot|form letter)|\bcanned\b|one[- ]size",
        r"unsure|hesita\w*|mumbl\w*|nervous|\brude\b|like robots?|sound(?:s)? (?:like|so)|scripted"
        r"|off[- ]brand|unfriendly|pushy|awkward",
        (
            r"same (?:template|message|email|answer)|typos?|clueless|product knowledge"
            r"|don't know the product|not helpful|cold and"
        ),
        (
            r"(?:all over the place|differ\w*|depend\w*) (?:depending )?(?:on|by) (?:which|who)"
            r"|depending on (?:which|who)|\btone\b|vague|irrelevant|wrong info\w*"
            r"|copy[- ]?paste (?:repl|answer|email)|boilerplate|impersonal|no research"
            r"|doesn't know the|know nothing about|hit or miss|half[- ]baked|bad first"
        ),
        r"quality|generic|templat\w*|inconsistent|\bblind\b|context|chat ?bots?|\bbots?\b|robotic",
        r"(?:answer|repl|respon|greet|treat|handle)\w*[^.]{0,30}\bdifferently\b"
        r"|\bdifferent (?:answers?|story|stories)\b",
        r"\b(?:answers?|repl(?:y|ies)|advice) (?:are|is|were|was) (?:\w+ )?(?:bad|wrong|poor|useless"
        r"|vague|sloppy)|\bbad (?:answers?|advice)\b",
        r"(?:don't|doesn't|not) know what to (?:say|ask)|scripts?\b|follow[- ]?ups?\b(?!.*(?:late|days|slow))",
        r"personal\w*|\btrain(?:ing|ed)?\b|canned|first (?:call|impression|contact|conversation)|unprepared",
        r"new hires?|wrong answers?|qualif\w+|same questions|sloppy|clumsy|unprofessional",
        r"depends on (?:who|which rep)",
    ),
    "visibility_kpi": (
        r"\bstats\b|\bstatistics\b|\bdata (?:is|are) (?:wrong|off|old)",
        r"never sees?|doesn't see|don't see|what marketing|no reporting|closed[- ]loop",
        (
            r"can(?:'t|not) (?:really )?(?:tell|see|say|prove|show)|no (?:clue|idea|insight|overview)"
            r"|(?:don't|doesn't|nobody) (?:actually )?knows? (?:what(?! to)|who|which|how|where|if)|(?:some"
            r"|no) ?body's head|in (?:their|people's|everyone's|his|her) heads?|which (?:ad|source"
            r"|campaign|channel)|where (?:leads|they) come|\bprove\b|status\b"
        ),
        r"visib\w*|report\w*|dashboards?|metrics?|\bkpis?\b|numbers|\btrack\w*|measur\w*|attribut\w*",
        r"no idea (?:how|what|which|where|if|who|why)|can(?:'t|not) (?:see|tell)",
        r"(?:don't|doesn't) (?:really )?know (?:how|which|why|what happ|where|if|whether)|\bblind\b|forecast\w*",
        r"insights?|analytics|black (?:box|hole)|\broi\b|guess(?:ing|work)?|what happen(?:s|ed)|transparen\w*",
        r"which (?:channel|campaign|leads)",
    ),
    "data_entry_manual": (
        r"(?:data|records?|crm)\b[^.]{0,16}\b(?:a mess|messy|dirty|incomplete|out of date|garbage|wrong)",
        (
            r"researching|logging|half (?:their|our|my) day (?:on|doing|researching|typing)"
            r"|updat\w+ (?:the )?(?:crm|records|sheets?)"
        ),
        (
            r"re-?typ\w*|re-?key\w*|sticky notes?|whiteboard|handwrit\w*|notebook|clipboard"
            r"|transcrib\w*|paperwork|forms? into|typing up|\bfax\w*"
        ),
        r"manual\w*|by hand|data[- ]entry|\bcopy\w*|\bpast(?:e|ing)\b|\bre-?typ\w*|\btyp(?:e|ing)\b|re-?enter\w*",
        r"\benter(?:ing)? (?:data|every|the|it|leads|everything)|spreadsheets?|\bexcel\b|\bpaper\b|double entry",
        r"enter\w* (?:it |everything )?twice|from scratch|admin(?:istrative)? (?:work|tasks?)?|key(?:ing)? in",
        r"one by one|log(?:ging)? (?:calls|everything|every)|update the crm|business cards?",
    ),
    "tool_fragmentation": (
        r"\bdata\b[^.]{0,16}\b(?:a mess|messy|everywhere)",
        r"marketing sends|sales never|two (?:different )?databases|export\w* (?:and|then) import",
        (
            r"(?:ignor|hat|avoid|bypass)\w* (?:the |our )?(?:crm|tool|system|software)|(?:nobody"
            r"|no one|half the team|reps) (?:\w+ )?(?:uses?|opens?|updates?)"
        ),
        (
            r"(?:too many|four|six|\d+) (?:\w+ )?(?:tabs|logins|tools|systems|apps|inboxes"
            r"|spreadsheets|dashboards|places)|between \d+|different (?:place|inbox|sheet)s?"
            r"|jump(?:ing)? between|switch(?:ing)? between|none of (?:them|it|our) (?:\w+ )?talks?"
            r"|isn't linked|don't match|nobody (?:logs|uses)|duplicat\w*|patchwork|bolted"
        ),
        r"\btools\b|(?:aren't|not|isn't|don't|never|no) (?:\w+ )?(?:connect\w*|integrat\w*|sync\w*)|integrat\w*",
        r"connect\w*|talk to (?:each other|one another)|\bsync\w*|silo\w*|scattered",
        (
            r"(?:different|separate|disconnected|many|multiple|several|two|three|five) "
            r"(?:systems|tools|apps|inboxes|places|platforms|spreadsheets)"
        ),
        r"between (?:apps|tabs|tools|systems)|fragment\w*|legacy|outdated|duplicates?\b|\bstack\b",
        r"all over the place|(?:system|crm|software) is (?:old|ancient|clunky)|nobody uses the crm",
    ),
    "headcount": (
        r"\blos(?:t|e|ing) (?:\w+ ){0,2}(?:reps?|people|staff|salespeople)\b",
        r"keep(?:ing)? up\b|\bvolume\b|(?:nobody|no one)(?:'s| is)? (?:around|in the office|available)|spread thin",
        r"can't afford|another (?:hire|headcount|person|rep)|call back a (?:third|half)|not enough",
        (
            r"lost our|juggl\w*|scrambl\w*|half (?:their|our|my|the) (?:day|time|week)"
            r"|only (?:\w+ )?(?:sales|one|person|coordinator)|no capacity|left us|on leave|sick leave"
        ),
        (
            r"\bbodies\b|(?:one|two|three|2|3)[- ](?:person|man|woman)|\bthin\b|wear(?:s"
            r"|ing)? (?:many|too many|all|several) hats|short on|no (?:one|staff|people) (?:to|left"
            r"|for)|people (?:to|short)|new hires?|can't (?:find|get) (?:people|staff|anyone)"
            r"|everyone(?:'s| is) (?:busy|out|on the road)|on the road|part[- ]time|no time|busy"
        ),
        (
            r"\b(?:short|down|missing) (?:by )?(?:one|two|three|\d+|a few|several) (?:reps?|people|heads?"
            r"|engineers?|sellers?)"
        ),
        r"understaffed|short[- ]?(?:staffed|handed|of (?:people|staff|hands))|headcount|\bhir(?:e|es|ing)\b",
        r"(?:not|n't) (?:have )?enough (?:people|reps|staff|hands|salespeople|bodies)|turnover|too few",
        r"one person|one-man|(?:only|just) (?:\d+|one|two|three|four|five|six|have|me|a (?:few"
        r"|handful))\b|just me\b|just (?:one|two)\b|small team|tiny team",
        r"team is (?:too |so |very )?(?:small|tiny)|bandwidth|overwork\w*|burn(?:ing|t|ed)?[- ]?out|burnout",
        r"swamped|overwhelmed|overloaded|drowning|capacity|stretched|quit(?:ting|s)?\b|people leav\w*",
        r"keep leaving|retain\w*|\bstaff\w*|resources?\b|recruit\w*|labou?r",
    ),
    "conversion_low": (
        r"\b(?:hardly|barely|few|no) (?:any )?(?:demos?|meetings?|deals?|sales|orders|customers)\b",
        r"\bstall(?:s|ed|ing)?\b",
        (
            r"don't show|no[- ]shows?|never show|fizzle\w*|go(?:es)? nowhere|tire kick\w*|not serious"
            r"|low quality leads"
        ),
        (
            r"bounc\w*(?! (?:between|around|from))|(?:gone|go(?:es)?|went|going|sign\w*) with (?:some"
            r"|an)|(?:los"
            r"|miss)\w* (?:hot |good |the |our )?(?:leads|deals|business|sales)|never (?:turn|buy"
            r"|book|convert)|(?:only|just|under|less than) \d+ ?%|dry up|dead leads|tire[- ]?kickers"
            r"|qualified"
        ),
        (
            r"\bfew(?:er)? (?:of )?(?:\w+ )?(?:leads|inquiries|enquiries|prospects|visitors)\b|conver\w*"
            r"|rarely (?:become|turn|lead)|(?:close|win|show|booking) rates?|no[- ]?shows?"
        ),
        (
            r"(?:los(?:e|ing|t)|drop\w*) (?:\w+ ){0,2}"
            r"(?:deals?|customers?|sales|to (?:a |our |the )?compet\w*|business|prospects)"
        ),
        r"competitors?|pipeline|drop[- ]?off|(?:few|fewer|no|not enough|book\w*) (?:meetings|demos|appointments)",
        r"ghost\w*|(?:don't|never|rarely|hardly) (?:\w+ )?(?:turn into|become|close|book|buy)|\bclos(?:e|ing)\b",
        r"sales are|revenue",
    ),
    "cost": (
        (
            r"\b\d+ ?k\b|money|\bburn(?:s|ing|ed)? (?:\w+ ){0,4}(?:on|through|budget|cash)|\bads?\b"
            r"|google ads|ad spend|cash|budget|price tag|too much for|per lead|bill\b|overhead"
        ),
        r"\bcosts?\b|costly|costing|expensive|\bpric(?:e|es|ey|ing)\b|\bpay(?:ing)?\b|budgets?|overpay\w*",
        r"\bspend\w*(?! (?:\w+ ){0,3}(?:hours|time|days|ages|half))",
        r"wast\w+ (?:of )?(?:\w+ )?(?:money|budget|spend|ads?)|\bmoney\b|afford|\bfees?\b|licen[sc]e fees?",
        r"\bcac\b|cost per",
    ),
    "security_compliance": (
        r"auditors?|flagged|(?:personal|customer) data|whatsapp|personal phones?",
        (
            r"legal (?:won't|doesn't|says|team|blocks|keeps)|outside the (?:eu|us|uk|country)"
            r"|data (?:can't|leav|resid)|chat logs|\bpolicy\b|\binfosec\b|\bdpo\b|it (?:department"
            r"|security|team) (?:won't|blocks|says|doesn't)|\bpii\b|sensitive|confidential"
        ),
        r"gdpr|securit\w*|complian\w*|comply|\baudit\w*|privacy|consent|data protection|regulat\w*|soc ?2",
        r"iso ?27001|hipaa|\bbreach\w*|\bleak\w*|\blegal\b|shared passwords?|permissions",
    ),
    "other": (),
}
