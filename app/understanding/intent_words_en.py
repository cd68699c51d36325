"""English expressions of each intent."""

INTENTS: dict[str, tuple[str, ...]] = {
    "prompt_injection": (
        # drop your instructions
        (
            r"\b(?:ignore|disregard|forget|override|bypass|drop|skip|set aside|stop following)\b[^.]{0,25}\b"
            r"(?:instructions?|prompts?|rules?|guidelines?|directives?|programming|restrictions?|training"
            r"|said before|told (?:you )?before|system message|constraints?|guardrails?)\b"
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
    "opt_out": (
        # unsubscribe
        r"^stop[.!]*$|\bunsub(?:scribe)?\w*|\bopt(?:ing)?[- ]?(?:me )?out\b",
        # stop + a kind of message
        (
            r"\b(?:stop|quit|cease|no more|don't|do not|please don't|never) (?:\w+ ){0,2}"
            r"(?:e-?mail\w*|contact\w*|messag\w*|writ\w*|send\w*|spam\w*|call(?:ing|s|)\b(?: me)?|text\w*|bother\w*"
            r"|reach\w*|newsletters?|follow\w*)"
        ),
        # delete my data
        (
            r"\b(?:remove|delete|erase) "
            r"(?:me|my (?:data|email|address|details|info\w*|name|account|personal\w*)|us|all (?:my )?data)\b"
            r"[^.]{0,40}"
        ),
        r"\b(?:take|drop|get) (?:me|us|my \w+) (?:off|out of)\b|\boff (?:your|this|the) (?:mailing )?list\b",
        # no interest
        r"\bnot interested\b|\bno interest\b|\bno longer (?:interested|want|wish|need)",
        r"\bnot (?:for us|a (?:good )?fit)\b|\b(?:we'll|we will|i'll|going to|we've decided to|i) pass\b",
        r"\bno,? thank(?:s| you)\b|\bleave (?:me|us) alone\b|\bgo away\b|\bwe(?:'re| are) (?:all set|good),? thanks",
        r"\blose my (?:number|email)|\bforget me\b|right to be forgotten|\bwithdraw (?:my )?consent",
        r"\bdo not (?:contact|disturb)\b",
    ),
    "request_human": (
        # talk to + somebody
        (
            r"\b(?:talk|speak|chat|connect|transfer|put|pass|hand|get|escalate|switch|forward|reach|route)"
            r"(?:ed|ing)?\b[^.?]{0,25}\b"
            r"(?:human|person|people|someone|somebody|agent|rep|reps|representative|operator|manager"
            r"|sales(?: ?(?:team|person|rep|guy))?|supervisor|specialist|expert|engineer|colleague|team member"
            r"|real|advisor|staff)\b"
        ),
        # a real person, or a lone word
        r"\b(?:real|actual|live|human) (?:person|human|people|agent|being|support|rep|operator|chat|help)\b",
        r"\bhuman,? please\b|^(?:a )?(?:human|agent|representative|operator|person|rep)[.! ]*(?:please|now)?[.!]*$",
        r"\bwant (?:a |an )?(?:human|person|agent|operator)\b|\bneed (?:a |an )(?:human|person|agent|operator)\b",
        r"\bgive me (?:a |an )?(?:human|person|agent)\b|\bnot a (?:bot|robot|machine)\b|\bno (?:bots?|robots?|ai)\b",
        r"\b(?:is there|are there|can) (?:a |any |an )?(?:human|someone|somebody|anyone|anybody|person|real)\b",
        # a call
        r"\b(?:call|phone|ring) me\b(?!.*\bat your\b)|\bcall (?:us|me) back\b|\bcallback\b",
        r"\bgive (?:me|us) a (?:call|ring|buzz)",
        (
            r"\b(?:have|get|ask|could|can|let) "
            r"(?:someone|somebody|a rep|your (?:sales )?(?:team|rep|guy|people)|a person|sales|one of)\b[^.?]{0,25}"
            r"\b(?:call|contact|reach|email|get in touch|get back|ring|phone|help)"
        ),
        # when will they call
        (
            r"\bwhen (?:will|can|would|is) (?:your |a |the |someone|somebody|you|anyone|sales)[^.?]{0,25}\b"
            r"(?:call|contact|reach|get back|ring|get in touch)"
        ),
        # who can I talk to
        r"\b(?:who|whom) (?:can|do|should|could) i (?:talk|speak|call|contact)",
        # no machine
        (
            r"(?:don't|do not|won't|hate|tired of|sick of) (?:want )?(?:to )?"
            r"(?:talk|chat|speak|talking|chatting|speaking)[^.]{0,12}\b(?:bot|ai|robot|machine)"
        ),
        # be in touch
        r"\bstop the bot\b|\bcontact sales\b|\bsomeone (?:to )?(?:contact|call|reach out|get in touch)",
        r"\b(?:please|kindly) contact me\b|\bget in touch with (?:me|us)\b",
    ),
    "complaint": (
        # anger
        (
            r"\b(?:useless|terrible|awful|horrible|ridiculous|unacceptable|disappoint\w*"
            r"|frustrat(?:ed|ing) (?:with|by) (?:you|this|the bot)|worst|disgust\w*|pathetic|annoying|appalling"
            r"|shocking|rude|joke|waste of (?:my |our )?time|fed up|furious|angry|not happy|unhappy|upset"
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
        r"\b(?:third|second|fourth|3rd|2nd|4th|umpteenth) time\b|\bhow many times\b",
        (
            r"\bi(?:'ve| have) (?:already )?(?:asked|told|emailed|written|called|requested)[^.]{0,20}"
            r"(?:times|twice|already|before|again)"
        ),
        r"\brefund\b|\bmoney back\b|\byou promised\b|\bwas promised\b|\bpromised (?:me )?a call",
        # the answers are wrong
        (
            r"\b(?:bot|ai|chatbot|you|this|answer|page|it|info\w*)\b[^.]{0,15}\b"
            r"(?:is wrong|was wrong|are wrong|wrong answer|incorrect|makes no sense"
            r"|doesn't (?:work|help|answer|understand)|isn't (?:helping|working)|not helpful|not helping"
            r"|not answering)"
        ),
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
        # who we are
        (
            r"\b(?:we|i|our (?:company|team|agency|firm))(?: are|'re| am|'m| is)? (?:an? |the )?(?:\w+ ){0,4}"
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
        r"\bincrease your (?:sales|traffic|revenue|ranking|website)|\bboost your",
        r"\bgrow your (?:business|traffic|instagram)",
        r"\bour (?:services|catalog\w*|products include|developers|factory)\b",
        r"\bi (?:came across|visited|noticed|was looking at|found) your (?:website|site|company|profile)",
        r"\bmake money|\bearn \$|\bact now\b|\blimited offer|\bclick (?:here|this link)",
        r"\bquick question about your (?:website|marketing)|\binterested in selling you|\bweb design services",
        r"\bwould you be (?:open|interested) (?:in|to) (?:a|our|selling|hiring|outsourc)|\bsponsor(?:ed|ship)\b",
    ),
    "job_application": (
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
    "existing_customer_support": (
        # accounts and screens
        (
            r"\b(?:can't|cannot|can not|unable to|couldn't|trouble|problems?|issues?|won't let me|not able to)\b"
            r"[^.]{0,15}\b(?:log(?:ging)?[ -]?in|login|sign(?:ing)? in|access(?:ing)? (?:my|our|the) (?:account|app"
            r"|dashboard|portal)|reset|upload|export|save|open the|load the|see my|connect my)"
        ),
        (
            r"\b(?:my|our) (?:account|subscription|invoice|license|licence|renewal|contract|plan|billing|dashboard"
            r"|widget|integration|password|login|admin|account manager|workspace|robots?|order)\b"
            r"(?! (?:with|ends|expires|is up|runs out|manager at))"
        ),
        r"\breset (?:my )?password|\bforgot (?:my )?password|\bsupport ticket|\bticket (?:#|number|no)",
        r"\bhow do i (?:change|reset|add|delete|turn|export|set|update|configure|cancel|disable|enable|invite)",
        r"\bsince (?:the|your|yesterday's) (?:update|upgrade|last)",
        # they use it
        r"\b(?:existing|current|already a|already your|long-?time|paying) (?:customer|client|user|subscriber)\b",
        r"\bwe(?:'re| are) (?:already )?(?:customers|clients|using your|on your)",
        r"\b(?:we|i) (?:already )?(?:use|have|bought|purchased) your\b|\byou (?:sold|shipped|installed|delivered)\b",
        r"\b(?:bought|purchased|got|received) (?:it |them |this )?from you\b",
        (
            r"\byour (?:app|software|system|tool|product|device|sensors?|gateways?|units?|platform|dashboard|portal)\b"
            r"[^.?]{0,30}\b(?:stopped|is down|isn't|doesn't|won't|not working|offline|errors?|crash\w*|broken?|keeps)"
        ),
        # contract and money
        r"\bcancel (?:my|our|the) (?:account|subscription|plan|contract|order)|\binvoices?\b|\bbilling\b",
        r"\bcharged (?:twice|me|us|for)|\bupgrade (?:my|our)|\badd (?:more )?(?:seats|users|licen[sc]es)\b",
        r"\brenew (?:my|our)",
    ),
    "ask_case_study": (
        r"\bcase stud\w*|\bsuccess stor\w*|\breferences?\b(?! (?:number|no))|\btestimonials?\b",
        r"\bwho (?:else )?(?:uses|is using|are your|do you work)",
        (
            r"\b(?:similar|other|comparable) "
            r"(?:compan\w+|customers?|business\w*|clients?|firms|organi[sz]ations|teams)\b"
        ),
        r"\bcompan(?:y|ies) like (?:us|ours|mine)|\bexamples? (?:of|from|in)\b|\bin (?:our|my|the \w+) industry\b",
        r"\bcustomers? (?:like|in|who|stories|examples)|\btrack record|\bresults (?:have|do|did|can|from|with)",
        r"\bhow (?:have|did|do) (?:others|other|similar)|\bany(?:one|body) (?:in|else) |\bproof\b",
        r"\bsame (?:industry|size|sector)|\bclients (?:in|like|do)",
    ),
    "ask_price": (
        r"\bpric\w*|\bcosts?\b(?! (?:too|us|are (?:too|our|killing)|is (?:too|our|the)))",
        r"\bhow much\b(?! (?:time|of|effort|data|space|work|training))|\bquot(?:e|ation)s?\b|\bfees?\b",
        r"\brates?\b(?= (?:card|for)|\?)|\bdiscounts?\b|\bper (?:user|seat|month|rep|year|robot|unit|agent)\b",
        r"\b(?:free|paid) (?:trial|plan|tier|version)|\bis (?:it|there|this|that) (?:a )?(?:free|expensive)",
        (
            r"\b(?:monthly|annual|yearly|setup|implementation|onboarding) "
            r"(?:fee|cost|price|payment|plan|billing|subscription)"
        ),
        r"\bcheap\w*|\bexpensive\?|\bballpark|\bextra (?:cost|charge|fee)",
        r"\b(?:is|are|does) [^.?]{0,40}\b(?:extra|included|cost)\b|\bwhat(?:'s| is) the (?:damage|price|cost|rate)",
        r"\bminimum (?:contract|commitment|seats|order)|\b(?:your|what) plans\b",
        r"\bplans (?:do you|are there|cost|start)|\bbudget (?:is|of|around|for)\b[^.]{0,12}\d|\bafford",
        r"\broi calculator|\bpayment terms|\$\d|\blease\b|\brent(?:al)?\b",
    ),
    "ask_integration": (
        # connect
        r"\bintegrat\w*(?! (?:problem|issue))|\bconnect(?:s|or|ors|ion|ed)?\b (?:to|with|for)|\bconnectors?\b",
        r"\bapis?\b|\bwebhooks?\b|\bsync(?:s|ing|ed)?\b (?:with|to)|\bzapier|\bplug ?-?ins?\b",
        (
            r"\b(?:work|works|compatible|play nice|talk|hook up|link|tie|plug)\b[^.?]{0,15}\b(?:with|to|into)\b"
            r"[^.?]{0,25}\b(?:salesforce|hubspot|slack|teams|zoho|dynamics|crm|erp|wms|sap|gmail|outlook|google"
            r"|wordpress|shopify|zendesk|intercom|marketo|pipedrive"
            r"|our (?:system|stack|tools?|crm|wms|erp)|netsuite|calendar|oracle|okta|sso)"
        ),
        # a product + connect
        (
            r"\b(?:salesforce|hubspot|slack|teams|zoho|pipedrive|dynamics|marketo|crm|wms|erp|sap|netsuite|okta"
            r"|zendesk) (?:integration|connector|sync|support|app|plugin)"
        ),
        (
            r"\b(?:write|push|send|export|post|feed|log)\w*\b[^.?]{0,15}\b(?:to|into) "
            r"(?:salesforce|hubspot|slack|teams|our crm|the crm|zoho|sheets|google|our erp|our wms|sap)"
        ),
        r"\bsupport\b[^.?]{0,12}\b(?:saml|sso|oauth|scim|okta|edi|rest|graphql)\b|\bsso\b|\bsaml\b|\bscim\b",
    ),
    "ask_security": (
        r"\bsecur(?:e|ity)\b|\bsoc ?(?:2|ii)\b|\biso ?27001|\bgdpr\b|\bhipaa\b|\bccpa\b|\bencrypt\w*|\bprivacy\b",
        (
            r"\bdata (?:residency|retention|processing|protection|storage|stored|center|centre|location|policy"
            r"|handling|safe)"
        ),
        r"\bdpa\b",
        (
            r"\bwhere (?:is|are|do you|does|will) (?:the |our |my |your |customer )?"
            r"(?:data|servers?|it|you|everything)\b[^.?]{0,15}"
            r"(?:stored?|hosted?|located|kept|live|host|store|keep|go)?"
        ),
        r"\bpen(?:etration)?[- ]?test\w*|\bcomplian(?:t|ce)\b|\bsso\b|\bsaml\b|\b2fa\b|\bmfa\b|\btwo[- ]factor",
        r"\baudit (?:logs?|trail|report)|\bcertif\w+",
        r"\btrain(?:ing|ed)? (?:your |the |ai |on )*(?:models?|ai|our data|my data|on)\b|\bvulnerabilit|\bbreach\w*",
        r"\bsubprocessors?|\bnda\b|\bon[- ]prem\w*|\bself[- ]host\w*|\baccess control|\brole[- ]based",
        r"\bwho (?:can|has) (?:see|access)|\bdata safe|\bis (?:my|our) data\b|\bquestionnaire\b|\bconfidential\w*",
        r"\bsafe(?:ty)? (?:standards?|certif|regulations?)",
    ),
    "request_document": (
        (
            r"\b(?:send|share|email|mail|forward|get|have|download|need|want|see|receive|give me|got|is there"
            r"|are there|do you have)\b[^.?]{0,35}\b"
            r"(?:brochures?|documents?|documentation|docs|pdfs?|slides?|deck|whitepapers?|white papers?|datasheets?"
            r"|data sheets?|spec sheets?|specs?|one[- ]?pagers?|materials?|catalog(?:ue)?s?|leaflets?"
            r"|info(?:rmation)? pack|handouts?|information|info|literature|overview|presentation|recording"
            r"|template|security (?:sheet|questionnaire)|checklist|guide)\b"
        ),
        r"\b(?:brochure|datasheet|one[- ]?pager|whitepaper|white paper|pdf|spec sheet|slides|deck|catalogue?)\b",
        r"\bsend (?:me |us )?(?:more |some |the |any )?(?:info\w*|details|something|stuff|materials?)",
        r"\bmore (?:info|information|details) (?:by|via|in|to)\b",
    ),
    "request_demo_meeting": (
        r"\bdemos?\b",
        (
            r"\b(?:book|schedule|set ?up|arrange|have|plan|do|jump on|hop on|get on|join|organi[sz]e|request|take)\b"
            r"[^.?]{0,20}\b(?:meeting|call|demo|appointment|slot|time|walk ?-?through|session|chat|zoom|visit"
            r"|video call|consultation|intro)\b"
        ),
        r"\b(?:meet|meeting)\b (?:with|you|next|on|this|to|tomorrow|up)",
        r"\bcan we (?:meet|talk|chat|speak|discuss|schedule|do)\b|\bwalk ?(?:me|us)?[- ]?through\b",
        r"\bshow (?:me|us) (?:how|it|the product|around|what)",
        (
            r"\b(?:available|availability|free|open)\b[^.?]{0,30}\b"
            r"(?:monday|tuesday|wednesday|thursday|friday|next week|this week|tomorrow|afternoon|morning"
            r"|\d ?(?:am|pm))"
        ),
        (
            r"\b(?:monday|tuesday|wednesday|thursday|friday|tomorrow|next week|this week)\b[^.?]{0,25}\b"
            r"(?:call|meet\w*|chat|talk|works|work for|demo|free|available)"
        ),
        (
            r"\b(?:love|like|want|happy|open) (?:to have )?(?:a|an|to) "
            r"(?:quick |short |brief |30[- ]min\w* |15[- ]min\w* )?"
            r"(?:call|meeting|demo|chat|meet|visit|see it|try|walkthrough)\b"
        ),
        r"\b(?:try|test) (?:it|this|the product|one) (?:out|first|ourselves)?",
        r"\bstart (?:a |the |my )?(?:free )?trial|\bsite visit|\bcalendar (?:link|invite)",
        r"\b(?:15|20|30|45|60)[- ]?min\w*\b[^.]{0,15}(?:call|chat|next|this|with|to)",
        r"\bsee (?:it|the robot|the product) in action",
    ),
    "ask_product": (
        r"\bwhat (?:does|do|is|are|can|kind|features?|makes?|exactly|else|happens|languages?|types?|if|sort)\b",
        (
            r"\bhow (?:does|do|is|are|long|fast|many|easy|quickly|accurate|big|heavy|would|can|hard|soon|well|often"
            r"|far|much (?:time|weight|training|space|effort|work))\b"
        ),
        (
            r"\b(?:can|could|does|do|is|are|will|would|has|did) (?:it|you|this|the|your|that|we|i|they|there|one)\b"
            r"[^.]{0,80}\?"
        ),
        r"\bfeatures?\b|\bcompar(?:e|ed|ison)\b|\bdifferen(?:t|ce) (?:from|between|to|than)|\bvs\.?\b",
        r"\bsupport(?:s|ed)?\b (?:japanese|english|multiple|\w+ languages?|mobile|for)",
        r"\btell me (?:more )?about (?:your|the|it|how|this)|\blearn more\b|\bmore about (?:your|the|this)",
        r"\bset ?up time|\bimplementation time|\bwhich\b[^.]{0,40}\?|\bwhy (?:should|would|choose)|\bwarranty",
        r"\bbattery|\bpayload|\blead time\b|\binterested in (?:your|the|learning|a|an)\b",
        (
            r"\b(?:considering|evaluating|looking (?:for|at|into)|exploring) "
            r"(?:a|an|your|some|robots?|solutions?|tools?)\b"
        ),
    ),
}

# A fault is a support case when no word says that it is a machine of their own that fails.
FAULT = (
    r"\b(?:stopped|isn't|not|no longer|quit) (?:working|syncing|sending|loading|responding|showing|connecting)\b",
    r"\berror (?:message|code|\d+)|\bgetting an? error|\bbug\b|\bcrash\w*|\b(?:is|are) (?:it |you |the \w+ )?down\b",
    r"\boutage\b|\bbroken (?:since|after)|\boffline\b",
)
OWN_MACHINES = (
    r"\b(?:machines?|machinery|equipment|lines?|pumps?|motors?|compressors?|press(?:es)?|conveyors?|fans?|mills?)\b",
    r"\b(?:furnaces?|boilers?|turbines?|chillers?|gear ?box(?:es)?|bearings?|plant|factory|production|process)\b",
    r"\b(?:reps?|sales|leads?|crm|team|website|competitors?|spreadsheets?)\b",
)

SMALLTALK = (
    (
        r"^(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|thanks?|thank you|thx|ty|cheers|howdy|greetings|yo"
        r"|sup|nice(?: to meet you)?|great|cool|awesome|ok(?:ay)?|got it|perfect|sounds good|how are you"
        r"|how's it going|bye|goodbye|see you|have a (?:nice|good|great)|welcome|lol|haha|merry christmas"
        r"|happy (?:new year|holidays|friday)|are you (?:there|human|a (?:bot|robot|human|real|person))"
        r"|who are you|much appreciated|appreciate it|no problem|understood|makes sense|wow|what's up|whats up"
        r"|morning|good to know)\b"
    ),
)
VAGUE = (
    (
        r"^(?:hmm+|um+|uh+|maybe|perhaps|yes|yeah|yep|no|nope|idk|dunno|not sure|i don't know|whatever|test(?:ing)?"
        r"|asdf\w*|that|this|the thing|same|it depends|huh|what|so|well|k|y|n|\W*|see above|like i said"
        r"|as discussed|you know|anything|something|stuff|both|either|sure)\b[\W]*$"
    ),
)
HEADCOUNT = (
    r"\b\d[\d,]* (?:employees|staff|people (?:in|at) (?:the|our) company)|(?:company|team) of \d+",
    r"(?:we are|we're) (?:a |about |around )?\d+\b",
)
QUESTION = (r"\b(?:tell me|wondering|want to know|would like to know|curious|interested)\b",)
