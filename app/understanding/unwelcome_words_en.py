"""English expressions of messages that are no sales conversation, and of anger."""

INTENTS: dict[str, tuple[str, ...]] = {
    "prompt_injection": (
        (
            r"\b(?:forget|ignore|disregard|drop|bypass|override|break|skip|abandon|stop following"
            r"|set aside)\b[^.]{0,30}\b(?:rules?|guidelines?|instructions?|prompts?|directions|orders"
            r"|constraints?|polic(?:y|ies)|training|limits|filters|safety)\b"
        ),
        (
            r"\b(?:show|print|reveal|tell|repeat|output|paste|give|list|write|copy|share|dump|display"
            r"|what (?:is|are|was|were))\b[^.?]{0,30}\b(?:your|the) (?:\w+ )?(?:system |hidden "
            r"|secret |internal |original |initial |first )*(?:prompt|instructions|rules|guidelines"
            r"|directives|system message|configuration)\b(?! (?:for|to|on|manual))"
        ),
        (
            r"\bnames? of (?:your |the |all )*(?:other|every|all)\b|\b(?:other|another) (?:clients?"
            r"|customers?|users?|leads?|compan(?:y|ies)|prospects?)'?s?'? (?:leads?|contacts?|data"
            r"|emails?|chats?|names?|messages|questions|info\w*|details)|\bpretend (?:you|to|there"
            r"|that)|\byou(?:'re| are) (?:now |no longer |free )"
        ),
        # drop your instructions
        (
            r"\b(?:ignore|disregard|forget|override|bypass|drop|skip|set aside|stop following)\b[^.]{0,25}\b"
            r"(?:instructions?|prompts?|rules?|guidelines?|directives?|programming|restrictions?|training"
            r"|said before|told (?:you )?before|system message|constraints?|guardrails?)\b"
        ),
        # the rules are void; new rules; who commands now
        (
            r"\b(?:your|previous|prior|earlier|these|above|those) (?:\w+ )?"
            r"(?:instructions?|rules?|prompts?|guidelines?|guardrails?|polic(?:y|ies)|restrictions?)\b[^.]{0,12}"
            r"\b(?:void|invalid|obsolete|cancel+ed|revoked|lifted|suspended|no longer (?:apply|valid)"
            r"|don't apply)\b"
        ),
        (
            r"^\W*(?:system|admin|administrator|root|developer|assistant|override)\b\s*(?:[\])}>:]|message|note|prompt)"
            r"|\bnew (?:policy|rules?|directives?|system (?:message|prompt)|orders?)\b[^.]{0,6}[:-]"
            r"|\b(?:as|i am|i'm|this is) (?:the|your|an?) (?:developer|admin(?:istrator)?|creator|owner|operator"
            r"|supervisor|system|root)\b[^.]{0,20}(?:\b(?:order|command|instruct|authori[sz]e|require|demand|mark|set"
            r"|show me|give me|reveal|need you)\b)"
            r"|\byou (?:must|will|have to|shall) (?:now )?(?:obey|comply|follow my|do (?:as|what) i)\b|\bobey\b"
        ),
        # say after me
        (
            r"\b(?:repeat|say|recite|echo|write) (?:this |exactly |it )*(?:after|with) me\b"
            r"|\brepeat (?:exactly|verbatim)"
            r"|^\W*(?:please |just |now )*(?:answer|reply|respond)(?: to)? (?:every|all|each|any)\b[^.]{0,40}\bwith\b"
            r"|\bfrom now on,? (?:you |please |just |always |only )*(?:answer|reply|respond|say|speak|act|talk|obey)\b"
            r"|\bfor the rest of (?:this|the|our) (?:chat|conversation)\b"
        ),
        # marks of software, and how the next reply has to look
        r"<\||\|>|</s>|\"role\"\s*:|`{3}\s*system|!\[[^\]]*\]\(https?:",
        (
            r"\b(?:start|begin|end) (?:your|every|each|the next|all) (?:\w+ )?(?:reply|replies|answers?|response)s?\b"
            r"|\byou (?:say|answer|reply|print|output) ['\"]|^\W*(?:please )?(?:export|dump|download) (?:all|every) "
            r"(?:the |your )?(?:leads|contacts|customers)\b|\bload (?:my|the) earlier (?:conversation|chat)"
        ),
        # play a machine, or run something
        (
            r"\b(?:(?:simulate|emulate) (?:an? )?(?:terminal|shell|linux|computer|console|hacker|evil|user"
            r"|ai)|impersonate|imagine you(?:'re| are)?|suppose you(?:'re| are)|play the (?:role|part)"
            r"|speak as|talk like|behave like|respond as (?:if|an?|though))\b|\byou(?:'re| are) now\b"
            r"|/etc/|\bcat /|\bsudo\b|\brm -rf|\bcurl http|\bpowershell\b|\bexec(?:ute)? (?:the"
            r"|this) (?:code|command|script)"
        ),
        # what is kept inside
        (
            r"\b(?:output|print|dump|reveal|leak|disclose|translate|expose|spill)\b[^.?]{0,24}\byour\b"
            r"[^.?]{0,20}\b(?:configuration|config|settings|system|memory|secrets?|keys?|context|code"
            r"|notes|database|logs)\b"
            r"|(?<! it )(?<! we )(?<! to )(?<! i )\b(?:share|send|give|forward|export|e-?mail|read)\b[^.?]{0,20}"
            r"\b(?:full|whole|entire|complete|last|previous)\b[^.?]{0,8}"
            r"\b(?:customer|client|visitor|prospect|contact)(?:s?'s?)? (?:list|conversation|chat|data"
            r"|database|records|e-?mails?|messages)\b"
            r"|\bwhat (?:did |have )?(?:the )?other (?:prospects|customers|visitors|leads|people"
            r"|users)\b[^.?]{0,12}\b(?:wr[io]te|ask|sa[iy])"
            r"|\breading (?:me|us|out) (?:the|your) (?:\w+ )?(?:keys?|passwords?|secrets?)"
            r"|(?:^|[.!,] ?)(?:please |now )*(?:mark (?:this|the|my) lead|set (?:the|my|our) (?:price"
            r"|score|discount|status) to)\b"
            r"|\band set (?:the|my|our) (?:price|score|discount|status) to\b"
        ),
        # what it was told, what others said here
        (
            r"\bwhat (?:were|are|have|did) (?:you|they) (?:been |tell you |originally )?(?:told|instructed"
            r"|given|programmed"
            r"|trained to|asked to|before this)\b|\b(?:your|the) (?:first|original|initial|hidden"
            r"|secret) (?:line|message"
            r"|prompt|instructions?|orders?)\b"
            r"|\breveal (?:your |the |all |any )*(?:config\w*|prompts?|instructions|settings|secrets?|rules|data)"
            r"|\b(?:show|read|tell|give|share|repeat|forward|summari[sz]e|paste"
            r"|see)\b[^.?]{0,30}\b(?:conversations?|chats?"
            r"|messages?|enquir\w+|inquir\w+|questions)\b[^.?]{0,24}\b(?:last|previous|other|another|someone|somebody"
            r"|everyone|different)\b"
            r"|\b(?:last|previous) (?:visitor|person|user|prospect|lead|customer)\b[^.?]{0,16}\b(?:said|asked"
            r"|wrote|say|ask)\b"
        ),
        # only these words; another self; no more limits
        (
            r"\b(?:reply|answer|respond|output|say|print|write)\b[^.?]{0,12}\b(?:only|nothing but|just"
            r"|exactly)\b[^.?]{0,8}"
            r"(?:\bthe words?\b|\bin (?:json|code|base64|emojis?)\b|['\"])"
            r"|^\W*(?:system|admin|security|developer) (?:override|command|update|instruction|notice|alert)\b"
            r"|\b(?:disable|turn off|remove|lift|switch off|drop) (?:your |all |the |any )+(?:\w+ )?(?:filters?"
            r"|safety|safeguards?"
            r"|restrictions?|limits|limitations|guardrails?|censorship)\b"
            r"|(?:^|[.!,] ?)(?:please |now )*(?:enable|activate|enter|switch to|turn on|start) (?:\w+ ){0,2}mode\b"
            r"|\bplay a game\b|\b(?:ai|assistant|bot|model)\b[^.?]{0,12}\b(?:with no|without any|has no|with zero)"
            r" (?:rules|limits|restrictions|filters)\b"
            r"|\bstop (?:being|acting|pretending|behaving)\b"
        ),
        (
            r"\bpretend (?:the|there|that|your)\b|\b(?:which|what) (?:instructions|rules"
            r"|orders) are you (?:following|given|under)\b"
            r"|\b(?:companies|people|customers|leads|visitors) (?:that|who) (?:have |has )?(?:talked|chatted"
            r"|spoke|wrote)"
            r" (?:to|with) you\b"
            r"|(?:^|[.!,] ?)(?:please |now |just )*(?:say|write|type|reply|answer) (?:with )?['\"]"
        ),
        # their own rank
        (
            r"(?:^|[.!,] ?)(?:please |now |just )*(?:mark|flag|tag|rank|score|set|treat|rate|classify|label|move)"
            r" (?:me|us|this \w+|my \w+|our \w+)\b[^.?]{0,12}\b(?:as|to)\b[^.?]{0,12}"
            r"\b(?:high|hot|top|priority|qualified|vip|won|approved|number one|100|10/10)\b"
        ),
        # forget everything
        r"\b(?:ignore|forget) (?:everything|all|anything) (?:above|before|previous|you|that|prior)",
        # show the prompt
        r"system\s?prompt|(?:initial|hidden|secret|internal|original|your|the|developer) (?:instructions|prompt)\b",
        r"your (?:rules|guidelines|configuration)\b",
        (
            r"(?:repeat|print|show|output|reveal|display|paste|translate|summari[sz]e)[^.]{0,20}"
            r"(?:above|everything before|text above|instructions|first message)"
        ),
        # special modes and role play
        r"\b(?:developer|debug|admin|god|jailbreak|dan|unrestricted|maintenance|sudo|root) mode\b|\bjailbreak",
        r"\bdo anything now\b",
        (
            r"\byou are (?:now )?"
            r"(?:dan|no longer|free|unrestricted|an? (?:unfiltered|different|evil|pirate|linux|python))"
        ),
        r"\byou are now\b|\bfrom now on,? you\b|\bact as (?:if|a|an|though|my)\b|\bpretend (?:to be|you|that you)",
        r"\broleplay|\bas an ai with(?:out| no)",
        # data about other prospects
        (
            r"(?:other|another|your|all|every|previous|recent) "
            r"(?:leads?|customers?|clients?|prospects?|users?|visitors?|companies|company|people|person)(?:'s?|s')?"
            r"[^.?]{0,25}(?:e-?mails?|addresses|phone|contacts?|names|data|conversations?|chats?|details|records?"
            r"|list|information|messages|asking|write|wrote|said|ask)\b"
        ),
        (
            r"\b(?:e-?mails?|addresses|contacts?|phone(?: numbers?)?|data|details|records|conversations?|chats?"
            r"|messages) (?:of|from|for|about) (?:your |all |the |any )*(?:other|another|every|all) "
            r"(?:leads?|customers?|clients?|prospects?|users?|visitors?|compan\w+|people)"
        ),
        # lists of customers
        (
            r"(?:list|show|give|send|dump|export|tell)\b[^.]{0,20}\b(?:all|your|other|every) (?:the )?"
            r"(?:leads|customers?|customer (?:data|list)|contacts|users|prospects|emails|database|clients)"
        ),
        # keys and passwords
        r"\b(?:api|secret|access) (?:keys?|tokens?)\b.{0,20}",
        r"\b(?:your|admin|database|the) (?:password|credentials)\b(?!.*reset)|environment variables|\.env\b",
        r"source code of",
        # say that something is agreed
        (
            r"\b(?:say|reply|respond|answer|confirm|agree|write|tell me)\b[^.]{0,30}"
            r"(?:\b(?:is|are|it's) free\b|contract is (?:signed|approved|binding)"
            r"|(?:a|an|the|my|with|gets?|me) \d{1,3}\s?% (?:off|discount)|legally binding|100% off|guarantee)"
        ),
        # new instructions and encodings
        r"\bnew instructions?\b|\bend of (?:prompt|instructions)|\boverride code\b",
        r"\bi am (?:your|the) (?:developer|admin|creator|ceo of your)|\btest(?:ing)? (?:your )?(?:safety|guardrails)",
        r"\bwithout (?:any )?(?:restrictions|filters|limits)\b|base64|rot13",
    ),
    "complaint": (
        (
            r"\bnever (?:signed up|asked for|agreed|subscribed|requested)\b|\bwithout (?:my"
            r"|our) (?:consent|permission)\b|\b(?:said|told|promised)\b[^.?!]{0,40}\b(?:but"
            r"|and (?:then )?(?:nobody|no one|nothing|never))\b"
        ),
        (
            r"\bnot (?:impressed|acceptable|good enough|happy)\b|\b(?:no ?body|no one) (?:has |have "
            r"|ever )?(?:answered|replied|responded|called|got|gets|contacted)\b[^.]{0,12}(?:my|me|us"
            r"|back|any)|\b(?:this|your) (?:bot|chat\w*|support|service|company|site|response"
            r"|product) (?:is|was|has been) (?:a |an |so |just |really |pretty |absolutely )*(?:joke"
            r"|useless|terrible|awful|horrible|bad|slow|ridiculous|rubbish|garbage|pathetic|disaster)"
            r"|\b(?:wasted|wasting) my time|\bstill (?:waiting|no (?:reply|answer|response|word))"
        ),
        # anger
        (
            r"\b(?:useless|terrible|awful|horrible|ridiculous|unacceptable|disappoint\w*"
            r"|frustrat(?:ed|ing) (?:with|by) (?:you|this|the bot)|worst|disgust\w*|pathetic|annoying|appalling"
            r"|shocking|rude|(?:is|was|be|what) a (?:complete |total |bad )?joke|waste of (?:my "
            r"|our )?time|fed up"
            r"|(?<!management is )(?<!boss is )(?<!customers are )(?<!operators are )furious|angry"
            r"|not happy|unhappy|upset"
            r"|complain\w*|complaint|misleading|scam|lied|lying|rip[- ]?off|sick of)\b"
            r"(?!.*\b(?:our|leads|customers)\b.*\b(?:complain)\b)"
        ),
        # nobody answered, asked before, money back
        (
            r"\b(?:nobody|no one|no-one|never)\b[^.]{0,12}\b"
            r"(?:got back|replied|responded|called|answered|came|showed|reached out|contacted|followed up)\b"
            r"(?! our| the lead)"
        ),
        (
            r"\b(?:still|yet) (?:haven't|have not|no|waiting|not)\b[^.]{0,20}"
            r"(?:heard|repl\w*|response|answer|received|got|call|refund)?"
        ),
        (
            r"\b(?:third|second|fourth|3rd|2nd|4th|umpteenth) time "
            r"(?:i|we|i'?m|i'?ve|we'?re|we'?ve|that i|that we|asking|telling|writing|calling)\b"
            r"|\b(?:ask\w*|told|tell\w*|wr[io]t\w*|call\w*|e-?mail\w*|contact\w*|message\w*)\b[^.?!]{0,20}"
            r"\b(?:third|second|fourth|3rd|2nd|4th|umpteenth) time\b|\bhow many times\b"
        ),
        (
            r"\bi(?:'ve| have) (?:already )?(?:asked|told|emailed|written|called|requested)[^.]{0,20}"
            r"(?:times|twice|already|before|again)"
        ),
        r"\b(?:your|the) (?:support|helpdesk|help desk|customer service|team|staff|people) (?:\w+ )?(?:ignor(?:es?"
        r"|ed|ing)) (?:us|me|our|my)\b"
        r"|\byou(?:'ve| have|'re| are)? (?:\w+ )?(?:been )?ignor(?:e|ed|ing) (?:us|me|our|my)\b",
        r"\brefund\b|\bmoney back\b|\byou promised\b|\bwas promised\b|\bpromised (?:me )?a call",
        # the answers are wrong
        (
            r"\b(?:bot|ai|chatbot|you|this|answer|page|it|info\w*)\b[^.]{0,15}\b"
            r"(?:is wrong|was wrong|are wrong|wrong answer|incorrect|makes no sense"
            r"|doesn't (?:work|help|answer|understand)|isn't (?:helping|working)|not helpful|not helping"
            r"|not answering)"
        ),
        r"\b(?:bot|ai|chat\w*|you|it) (?:just )?ke(?:eps?|pt) (?:giving|sending|telling|asking|repeating|saying)\b",
        r"\byou(?:'re| are)n't (?:listening|helping|answering|understanding)",
        r"\byou (?:don't|didn't|did not) (?:answer|understand|listen|read|reply|respond|call)",
    ),
    "abusive": (
        # insults and threats
        r"\bf+[u\*@]+c+k\w*|\bf\*+\w*|\bwtf\b|\bstfu\b|\bsh[i1\*]+t+\w*\b|\bbitch\w*|\basshole\w*",
        (
            r"\b(?:you|ur|u)(?:'re| are|r)? (?:\w+ ){0,3}"
            r"(?:idiot|stupid|moron|dumb|retard\w*|trash|garbage|pathetic|worthless|loser|pig)\w*"
        ),
        r"\bidiots?\b|\bmorons?\b",
        r"\b(?:stupid|dumb|crappy|damn|bloody|fucking) (?:bot|robot|machine|company|service|ai|thing|people)",
        r"\bbastards?\b|\bgo to hell\b|\bscrew you\b|\bshut up\b|\bdickhead|\bpiece of (?:crap|garbage|junk|trash)",
        r"\byou suck\b|\bthis sucks\b|\bdie\b(?!.*(?:cast|hard|cut))|\bcunt|\btwat\b|\bwanker",
    ),
    "spam_or_sales_pitch": (
        (
            r"\b(?:we|i) (?:sell|supply|provide|offer|manufacture|distribute"
            r"|export)\b[^.]{0,50}\b(?:lists?|prices?|services?|quality|solutions|databases?|leads"
            r"|traffic|backlinks|software development|your)\b|\bunbeatable|\bverified (?:b2b|email"
            r"|leads)"
        ),
        (
            r"\b(?:we are|we're|we run|i run|i'm (?:with|from)) (?:an? "
            r"|the )?(?:[\w\-]+ ){0,5}(?:dev(?:elopment)? (?:shop|company|house|studio|agency|team)"
            r"|agency|studio|outsourc\w+|staffing|consulting firm|marketing (?:company|firm)"
            r"|call cent(?:er|re)|printing company|design (?:firm|company))\b|\b(?:we|i"
            r"|our team) (?:can|could|will|would love to) (?:build|design|develop|redesign|create"
            r"|grow|boost|double|increase|optimi[sz]e|rank|generate|improve|audit|translate) (?:you"
            r"|your|an? (?:app|website|site))\b|\b(?:want|looking|interested) (?:more|to (?:get|buy"
            r"|increase|outsource)) (?:more )?(?:leads|traffic|customers|sales)\?|\blist of \d[\d,]* "
            r"|\b\d[\d,]*k? verified (?:emails|contacts|leads|ceos|decision)"
        ),
        (
            r"\b(?:send|share|show|forward|e-?mail) (?:you|your team|over) (?:our|my|some of our"
            r"|a (?:quick |short |brief )?(?:sample|proposal"
            r"|overview of our))\b|\bsend over our\b"
        ),
        (
            r"\b(?:i|we) (?:can|could|will) (?:get|bring|find|deliver|generate|send) you (?:\w+ ){0,3}(?:leads"
            r"|clients|customers|traffic|sales|meetings)\b"
        ),
        (
            r"\b(?:i|we) help (?:[\w&]+ ){1,4}(?:companies|businesses|teams|firms|founders|brands"
            r"|startups)?\b[^.?]{0,12}"
            r"\b(?:get|book|double|triple|grow|scale|land|win|generate|fill|increase)\b"
        ),
        # who we are
        (
            r"\b(?:we|i|our (?:company|team|agency|firm))(?: are|'re| am|'m| is)? (?:an? |the )?"
            r"(?:(?!need|want|look|find|choos|search|requir|select|compar|ha[vds]|switch|chang|us[ei]|pick)\w+ ){0,4}"
            r"(?:manufacturer|supplier|agency|exporter|factory|vendor|provider|outsourc\w*|freelancer|seo"
            r"|developers?|recruiters?|consultancy)\b"
        ),
        # what we can do for you
        (
            r"\b(?:we|i) (?:can |could |offer|provide|speciali[sz]e|help (?:companies|businesses)"
            r"|would like to offer|are offering|will (?:get|bring|boost|increase))[^.]{0,50}\b"
            r"(?:your (?:website|business|company|sales|site|ranking|traffic|leads)|seo|backlinks?|services?"
            r"|web (?:design|development)|outsourcing|lead lists?|email lists?|guest posts?|apps?|traffic"
            r"|solutions? for you)"
        ),
        # their trades and phrases
        r"\bseo\b|\bbacklinks?\b|\bguest post\w*|\b(?:rank|ranking) (?:on|your|higher|#?1)",
        r"\b(?:email|lead|contact|b2b) (?:lists?|database) (?:of|for sale|with)|\bbuy (?:followers|leads|traffic)",
        r"\bcrypto|\bbitcoin|\bcasino|\bviagra|\bloans?\b|\bforex|\blottery",
        r"\bdear (?:sir|madam|friend|dear|website|business|owner|purchasing|manager)|\bhello dear\b",
        r"\bbest price (?:from|for)|\bwholesale|\bfactory price|\bpartnership opportunit",
        r"\bbusiness (?:proposal|opportunity)|\bcollaborat\w* opportunit",
        (
            r"\b(?:grow|boost|increase|double|triple|scale|skyrocket|maximi[sz]e"
            r"|10x) your (?:\w+ )?(?:sales|traffic|revenue"
            r"|ranking|website|business|leads|pipeline|roi|conversions?|reach|brand|profits?|instagram"
            r"|followers)\b|\bboost your\b"
        ),
        r"\bour products include\b",
        r"\bi (?:came across|visited|noticed|was looking at|found) your (?:website|site|company|profile)",
        r"\bmake money|\bearn \$|\bact now\b|\blimited offer|\bclick (?:here|this link)",
        r"\bquick question about your (?:website|marketing)|\binterested in selling you|\bweb design services",
        r"\bwould you be (?:open|interested) (?:in|to) (?:a|our|selling|hiring|outsourc)|\bsponsor(?:ed|ship)\b",
    ),
    "job_application": (
        (
            r"\b(?:any|open) (?:openings?|vacanc\w+|positions?|roles?|jobs?)\b|\bopenings? (?:on|in"
            r"|at|for)\b|\bhiring\b(?! (?:is|freeze|people|staff))|\bintern(?:ship)?s?\b"
            r"|\brecruiter (?:for|at) your|\bposition you (?:posted|advertised)"
        ),
        (
            r"\b(?:apply|applying|applied|application) (?:for|to) (?:the |a |an |your |this )?(?:\w+ ){0,4}"
            r"(?:role|position|job|internship|opening|vacanc\w*|post)\b"
        ),
        (
            r"\b(?:job|career|vacanc\w*|internship|openings?|hiring)\b"
            r"(?! (?:is (?:hard|tough|slow|difficult|our)|freeze|problem|people is))"
            r"(?:[^.]{0,25}\?|s?\b|.*\b(?:you|your)\b)"
        ),
        r"\bmy (?:cv|resume|résumé|application|portfolio)\b|\b(?:cv|resume|résumé)\b|\bcover letter\b",
        r"\bwork (?:for|at) (?:you|your company)\b|\bjoin your (?:team|company)\b|\bare you hiring\b",
        r"\bopen (?:roles|positions)\b|\bcareers?\b|\brecruitment process|\bsend (?:my|the) (?:cv|resume)",
        r"\blooking for (?:a )?(?:job|work|employment|internship)",
    ),
}
