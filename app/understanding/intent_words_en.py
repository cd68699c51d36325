"""English expressions of each intent a prospect has."""

INTENTS: dict[str, tuple[str, ...]] = {
    "opt_out": (
        (
            r"\b(?:delete|remove|erase|wipe|purge|scrub|forget|drop|take)\b[^.?]{0,24}\b(?:me|my|us"
            r"|our|i)\b[^.?]{0,20}\b(?:off|from|data|details|records?|system|list|database|file"
            r"|address|number|info\w*|account)\b(?!.{0,12}(?:robot|sensor|team))"
        ),
        (
            r"\b(?:delete|remove|erase|wipe|purge) (?:everything|all(?: of)?(?: it| that| the data)?"
            r"|anything|whatever)[^.?]{0,12}\b(?:you (?:have|hold|store)|about|on) (?:me|us)?"
        ),
        (
            r"\b(?:don't|do not|doesn't|didn't) (?:want|wish|need"
            r"|ask)(?: to)? (?:\w+ ){0,2}(?:hear from|receive|get|be contacted|be emailed|emails?"
            r"|messages?|calls|newsletters?|any more)|\bnever (?:contact|email|call|write|message"
            r"|text)\b|\bno more (?:emails?|messages?|calls|texts|contact|newsletters?|follow)"
        ),
        (
            r"\b(?:stop|quit|cut out|enough with) (?:it|this|that|already|texting|emailing"
            r"|the (?:emails|messages|calls|texts|newsletters?|spam|follow-?ups))\b|^\W*(?:please "
            r"|just )?stop\b\W*$|\b(?:i'm|we're|i am|we are) out\b\W*$"
        ),
        (
            r"\bno,? (?:we're|i'm) (?:good|fine|ok)\b|\bplease (?:close|drop) (?:this"
            r"|my) (?:request|inquiry|enquiry|file)"
        ),
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
        # no more of it
        (
            r"\bclose (?:my|our|this) (?:file|case|request|inquiry|enquiry|account)\b"
            r"|\b(?:cross|strike|scratch) (?:me|us|my \w+) off\b|\b(?:under no|not under any) circumstances\b"
            r"|\b(?:want|demand|request|require|ask(?:ing)? for|expect|need|insist on)\b[^.?]{0,24}"
            r"\b(?:remov|delet|eras|wip|purg)(?:ed|al|ion|ing)\b[^.?]{0,16}\b(?:my|our|me"
            r"|personal)\b[^.?]{0,16}(?:data|details|info\w*|records?)?"
            r"|\b(?:want|demand|request|like|need|get) (?:my|our|all my) (?:personal )?(?:data|details"
            r"|info\w*|records?)\b[^.?]{0,12}\b(?:removed"
            r"|deleted|erased|wiped|gone|purged)\b"
        ),
        (
            r"\bno (?:more|further) (?:contact|e-?mails?|messages|calls|communication|outreach)\b"
            r"|^\W*(?:please )?remove\W*$|\bout of (?:this|your|the) (?:mailing )?list\b"
            r"|\b(?:cease|end|terminate|discontinue|halt) (?:all |any |further |your )*"
            r"(?:communications?|contact|correspondence|messages|mailings?|outreach|e-?mails?)"
        ),
        # no interest
        r"\bnot interested\b|\bno interest\b|\bno longer (?:interested|want|wish|need)",
        r"\bnot (?:for us|a (?:good )?fit)\b",
        r"\bno,? thank(?:s| you)\b|\bleave (?:me|us) alone\b|\bgo away\b|\bwe(?:'re| are) (?:all set|good),? thanks",
        r"\blose my (?:number|email)|\bforget me\b|right to be forgotten|\bwithdraw (?:my )?consent",
        r"\bdo not (?:contact|disturb)\b",
    ),
    "request_human": (
        (
            r"\b(?:someone|somebody|anyone|anybody|a (?:human|person|rep)|a real \w+|your (?:team|rep"
            r"|colleagues?|people|staff|sales)|a (?:colleague|salesperson|specialist)) (?:to |can "
            r"|could |should |who (?:can|could) |i (?:can|could) |please )?(?:talk|speak|call|ring"
            r"|phone|help|contact|answer|chat|reach|explain)\b"
        ),
        (
            r"\b(?:can|could|would|will|pls|please|may)(?: you| u| someone| anybody"
            r"| anyone)? (?:please |pls |just )?(?:call|ring|phone|dial|buzz) (?:me|us)\b|\b(?:call"
            r"|ring|phone) (?:me|us)(?: back)?\b|\bring back\b|\bput me through\b|\b(?:get|give|find"
            r"|need|want|gimme) (?:me )?(?:a |an |some |the |your )?(?:human|person|real person|agent"
            r"|rep|manager|operator|supervisor)\b"
        ),
        (
            r"\b(?:is|isn't) (?:any ?(?:one|body)|some ?(?:one|body)|a person|a human)(?: actually"
            r"| really| even)? (?:there|here|around|available)\b|\b(?:customer service|live chat"
            r"|live agent|human support|human please|person please|agent please)\b|\bnot (?:talk"
            r"|talking|speak|chat)\w* to (?:a |an |some )?(?:bot|machine|ai|robot|computer)|\b(?:real"
            r"|actual) (?:person|human|people)\b"
        ),
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
        (
            r"\b(?:one|some|any) of your (?:staff|people|team|colleagues|engineers|folks)\b"
            r"[^.?]{0,12}\b(?:step|jump|come|join|take|chime)\b"
        ),
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
        # the words every mail of ours asks for
        r"^\W*(?:an? )?(?:human|agent|representative|operator|person|rep)\b\W*(?:please|now)?\W*(?:\n|$)",
        # do not let it answer
        (
            r"(?:^|\bplease |[.,;!?] ?|\b(?:and|but) )(?:don't|do not|stop|avoid) us(?:e|ing) "
            r"(?:an? |any |your |this |the )?(?:ai|(?:chat)?bot)\b"
        ),
        r"\bwithout (?:an? |any |the )?(?:ai|(?:chat)?bot),? please\b",
        (
            r"\b(?:don't|do not) want (?:an? |any |your |the )?(?:ai|(?:chat)?bot)\b"
            r"(?:[.!]|$| (?:to )?(?:answer|repl|respond|writ|talk)\w*)"
        ),
        # somebody else of theirs
        r"(?:^|[.,;:!] ?|\b(?:please|just|so|best|better) )(?:call|ring|phone) (?:him|her|them)\b(?! (?:if|when"
        r"|names?|out))",
        # be in touch
        r"\bstop the bot\b|\bcontact sales\b|\bsomeone (?:to )?(?:contact|call|reach out|get in touch)",
        r"\b(?:please|kindly|can you|could you|have someone) contact (?:me|us)\b(?! (?:if|should|for (?:more"
        r"|further)))|\bget in touch with (?:me|us)\b",
    ),
    "ask_case_study": (
        (
            r"\b(?:any|other|existing|current|some|which|what) (?:customers?|clients?|companies"
            r"|users) (?:in|like|who|that|from|with|you (?:can|could))\b|\bpoint (?:me|us) to\b"
            r"|\b(?:real[- ]world|success) (?:results|stories|examples?)|\bworked (?:for"
            r"|with) (?:others|other|companies|someone)"
        ),
        (
            r"\bstor(?:y|ies) (?:about|from|of|with|in)\b|\bwho else\b|\b(?:is|are) any(?:one"
            r"|body) (?:else )?in (?:our|my|the)\b"
        ),
        r"\bcase stud\w*|\bsuccess stor\w*|\breferences?\b(?! (?:number|no))|\btestimonials?\b",
        r"\bwho (?:else )?(?:uses|is using|are your|do you work)",
        (
            r"\b(?:similar|other|comparable) "
            r"(?:compan\w+|customers?|business\w*|clients?|firms|organi[sz]ations|teams)\b"
        ),
        r"\bcompan(?:y|ies) like (?:us|ours|mine)|\bexamples? (?:of|from|in)\b|\bin (?:our|my|the \w+) industry\b",
        r"\bcustomers? (?:like|in|who|that|stories|examples)|\btrack record|\bresults (?:have|do|did|can|from|with)",
        r"\bhow (?:have|did|do) (?:others|other|similar)|\bany(?:one|body) (?:in|else) |\bproof\b",
        r"\bsame (?:industry|size|sector)|\bclients (?:in|like|do)",
        r"\b(?:any|an?|some|got) (?:\w+ )?(?:cases?|examples?|stor(?:y|ies)|experience) (?:from|in|with) "
        r"(?!(?:point|case|advance|hand|mind|the past|you|it|me)\b)",
        r"\bwhat (?:do|did) (?:your |other |the other )?(?:customers|users|clients|plants|factories|companies) "
        r"(?:say|think|find|report)\b|\b(?:done|installed|delivered) (?:\w+ )?(?:with|in|for|on) "
        r"(?:a |an |any |other )?\w+ (?:systems?|plants?|factor(?:y|ies)|compan(?:y|ies)) (?:before|already)\b",
    ),
    "ask_price": (
        (
            r"\bminimum (?:number of |contract |order )?(?:seats|users|licen[sc]es|order|term|spend"
            r"|commitment)|\b(?:pay|bill|invoice)(?:ed|ing)? (?:by|via|with|monthly|annually|yearly"
            r"|quarterly|upfront)|\b(?:monthly|annual|yearly|invoice|quarterly) (?:billing|invoicing"
            r"|invoices?|payments?)\b|\bby invoice\b|\bwhat (?:would|does|do|will) (?:this|it|that"
            r"|you) (?:run|set (?:me|us) back|charge)|\brun(?:s)? (?:me |us )?(?:per|a) (?:month|year"
            r"|user)|\bcancell?ation fee|\bball ?park|\bnonprofit|\bvolume\b|\bhow much'?s\b"
        ),
        # haggling
        (
            r"\b(?:is|'s|sounds|seems|looks|are) (?:a bit |a little |pretty |rather |quite |too |way too "
            r"|very )?(?:steep|pricey|expensive|dear)\b"
        ),
        (
            r"\b(?:rivals?|competitors?|another (?:vendor|supplier|company)"
            r"|other (?:vendors?|suppliers?|compan(?:y|ies)))\b[^.?!]{0,24}\b(?:quot\w+|offer\w*|charg\w+)\b"
            r"[^.?!]{0,12}(?:[$€£¥]|\d|less|cheaper)(?![^.?!]{0,12}(?:weeks?|days?|months?|lead))"
        ),
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
        (
            r"\b(?:flow|feed|sync|export|push|go|land|show up|appear)s? (?:in)?(?:to|in) (?:our |the "
            r"|my )?(?:big ?query|snowflake|salesforce|hubspot|slack|teams|sheets|excel|power ?bi"
            r"|tableau|sap|dynamics|netsuite|notion|crm|erp|data warehouse|looker)"
        ),
        (
            r"\bintegrat\w*|\b(?:connect|hook|plug|tie|sync|link)\w*(?: it| this| up)? (?:in)?(?:to"
            r"|with) (?:our|my|the|an? )?\s?(?!(?:me|us|an?|the|some\w*|your|real|actual)\b)\w+"
            r"|\b(?:post|push|send|write|feed|forward|pipe)\b[^.?]{0,24}\b(?:to|into) (?:our|my|the|a"
            r"|an)? ?(?:slack|teams|crm|erp|wms|sheet\w*|salesforce|hubspot|dynamics|system|channel"
            r"|database)"
        ),
        # connect
        r"\bintegrat\w*(?! (?:problem|issue))|\bconnect(?:s|or|ors|ion|ed)?\b (?:to|with|for)|\bconnectors?\b",
        r"\bapis?\b|\bwebhooks?\b|\bsync(?:s|ing|ed)?\b (?:with|to)|\bzapier|\bplug ?-?ins?\b",
        (
            r"\b(?:work|works|compatible|play nice|talk|hook up|link|tie|plug)\b[^.?]{0,15}\b(?:with|to|into)\b"
            r"[^.?]{0,25}\b(?:salesforce|hubspot|slack|teams|zoho|dynamics|crm|erp|wms|sap|gmail|outlook|google"
            r"|wordpress|shopify|zendesk|intercom|marketo|pipedrive"
            r"|our (?:system|stack|tools?|crm|wms|erp)|netsuite|calendar|oracle|okta|sso)"
        ),
        (
            r"\b(?:pull|get|bring|load|stream|import|export|send|push|read|feed)\b[^.?]{0,24}\b(?:in ?to"
            r"|out to|to|from) "
            r"(?:our |the |my )?(?:power ?bi|tableau|looker|grafana|snowflake|data ?(?:lake|warehouse)"
            r"|plcs?|scada|mes|historian"
            r"|opc|bi tool|database|google sheets|excel)\b|\bopc[- ]?ua\b|\bmodbus\b|\bmqtt\b"
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
        (
            r"\bdpas?\b|\bdata processing (?:agreement|addendum)|\bencrypt\w*|\bat rest\b"
            r"|\bbackups?\b|\bsubprocess\w*|\bwhere (?:is|are|do)\b[^.?]{0,16}\bdata\b"
        ),
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
        r"\b(?:send|e-?mail|mail) (?:me |us )(?:more |some |the |any |your |all the )?(?:stuff|things)\b|\bsend "
        r"(?:me |us )?(?:more |some |the |any )?(?:info\w*|details|something|stuff|materials?)",
        r"\bmore (?:info|information|details) (?:by|via|in|to)\b",
    ),
    "request_demo_meeting": (
        (
            r"\bgot (?:\d+|a few|some|ten|twenty|thirty) (?:minutes|mins|time)\b|\b(?:show"
            r"|walk) (?:me|us)\b(?! (?:the (?:price|prompt|docs)|your (?:price|prompt)|an? (?:customer"
            r"|client|example|reference)|a (?:list"
            r"|case)))|\b(?:\d+|ten|twenty|thirty|a few|couple of) (?:minutes"
            r"|mins)\b[^.?]{0,30}\b(?:on|next|this|to (?:show|talk|chat|discuss|walk))"
            r"|\bsit down with\b|\bcome (?:by|see|visit)\b|\bjump on\b"
        ),
        r"\bdemos?\b|\b(?:like|want|love|have|see|book|arrange|give (?:me|us)|need|get) an? (?:\w+ )?demonstration\b",
        (
            r"\b(?:(?:would|'d) (?:like|love|want)|wants?|wishes|asked for|looking for|hoping for|interested in)\b"
            r"[^.?!]{0,16}\b(?:video|zoom|teams|online|web|intro\w*)[- ](?:call|chat|session|meeting|presentation)\b"
        ),
        (
            r"\b(?:book|schedule|set ?up|arrange|have|plan|do|jump on|hop on|get on|join|organi[sz]e|request|take)\b"
            r"[^.?]{0,20}\b(?:meeting|call|demo|appointment|slot|time|walk ?-?through|session|chat|zoom|visit"
            r"|video call|consultation|intro)\b"
        ),
        r"\b(?:meet|meeting)\b (?:with|you|next|on|this|to|tomorrow|up)",
        r"\bcan we (?:meet|talk|chat|speak|discuss|schedule)\b"
        r"|\bcan we do (?:(?:an?|the|it|this|that|on|next|some) )*(?:quick |short |video |online )?(?:demos?|calls?"
        r"|meetings?|chat|zoom"
        r"|mon|tues?|wednes|thurs?|fri|tomorrow|today|morning|afternoon|\d{1,2}(?::\d\d)? ?(?:am|pm|o'clock)"
        r"|\d{1,2}:\d\d)"
        r"|\bwalk ?(?:me|us)?[- ]?through\b",
        r"\bshow (?:me|us) (?:how|it|the product|around|what)",
        (
            r"\b(?:available|availability|free|open)\b[^.?]{0,30}\b"
            r"(?:monday|tuesday|wednesday|thursday|friday|next week|this week|tomorrow|afternoon|morning"
            r"|\d ?(?:am|pm))"
        ),
        (
            r"(?<!since )\b(?:monday|tuesday|wednesday|thursday|friday|tomorrow|next week|this week)\b[^.?]{0,25}\b"
            r"(?:call|meet\w*|chat|talk|works|work for|demo|free|available)"
        ),
        (
            r"\b(?:love|like|want|happy|open) (?:to have )?(?:a|an|to) "
            r"(?:quick |short |brief |30[- ]min\w* |15[- ]min\w* )?"
            r"(?:call|meeting|demo|chat|meet|visit|see it|try|walkthrough)\b"
        ),
        r"\b(?:try|test) (?:it|this|the product|one) (?:out|first|ourselves)?",
        r"\bstart (?:a |the |my )?(?:free )?trial"
        r"|\b(?:sign(?:ing|ed)? (?:me |us )?up|apply(?:ing)?|register|enrol\w*) (?:\w+ ){0,5}(?:trial|pilot)\b"
        r"(?! (?:line|plant|project))"
        r"|\bsite (?:visit|survey|assessment)|\bcalendar (?:link|invite)",
        r"\b(?:15|20|30|45|60)[- ]?min\w*\b[^.]{0,15}(?:call|chat|next|this|with|to)",
        r"\bsee (?:it|the robot|the product) in action",
    ),
    "ask_product": (
        (
            r"\bhow (?:accurate|reliable|precise|robust|loud|quiet|tall|wide|small|big|safe)\b"
            r"|\bcancel (?:any ?time|early)|\b(?:contract|notice) (?:length|period|term)"
            r"|\bmonth[- ]to[- ]month\b|\broadmap\b"
        ),
        r"\bwhat's (?!up\b|your name|going on|wrong|the (?:problem|matter))",
        r"^(?:what|which) (?:\w+ ){1,3}(?:do|does|can|are|is) (?:you|it|they|the)\b",
        (
            r"^(?:can|could|does|do|is|are|will|would|has) "
            r"(?:it|this|your|they|the (?:sensors?|product|system|tool|robots?))\b"
        ),
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
        r"\btell (?:me|us) (?:more |a (?:bit|little) )?(?:about|on) (?:your|the|it|how|this)|\blearn more\b",
        r"\bmore about (?:your|the|this)|\bexplain (?:your|the|how|what|whether)\b",
        r"\blet (?:me|us) know (?:if|whether) (?:we|i|it|this|that|the|your?) "
        r"(?:can|could|may|is|are|does|do|would|will)\b",
        r"\bset ?up time|\bimplementation time|\bwhich\b[^.]{0,40}\?|\bwhy (?:should|would|choose)|\bwarranty",
        r"\bbattery|\bpayload|\blead time\b|\binterested in (?:your|the|learning|a|an)\b",
        (
            r"\b(?:considering|evaluating|looking (?:for|at|into)|exploring) "
            r"(?:a|an|your|some|robots?|solutions?|tools?)\b"
        ),
    ),
}

SMALLTALK = (
    (
        r"^(?:hi(?:ya)?|hello|hey(?:a)?|heya|ola|hola|gm|good (?:morning|afternoon|evening|day)|thanks?"
        r"|thank you|thx|ty|cheers|howdy|greetings|yo"
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
