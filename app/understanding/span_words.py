"""What stands around a problem in a sentence, and what makes a sentence a statement about themselves."""

# A statement about themselves ...
OURS = (
    (
        r"(?:ます|ました|です|でした|まして|でして)(?:ね|よ|が|けど|し)*$"
        r"|(?:んです|のです|んだ|んですよ)(?:ね|よ|が|けど|し)*$"
    ),
    r"うち|弊社|当社|我が社|[るたい](?:ので|から|し|けど)?$|[てで]$",
    r"\b(?:our|we|us|my|i)\b",
)
# ... that is no condition, hearsay or wish.
NOT_YET = (
    (
        r"(?:たら|れば|なら|場合)|(?:と|って)(?:聞|読|書)|そうですね|予防|防(?:ぐ|げ|ぎ|止)"
        r"|減(?:る|り|ら(?!な))|検知|検出|対策|たい(?:です|んです|と|な|$)"
    ),
    r"\b(?:if|whether|avoid\w*|prevent\w*|detect\w*|reduc\w*|read|heard|your|want|would|interested)\b",
)

# Supposed, wished for, or said of others' affairs.
SUPPOSED = (
    (
        r"(?<![き])もし(?!い)|仮に|(?:たら(?!い)|(?<!なけ)れば|なら(?!な|ず)|場合)|(?<!み)たい(?:です|んです|と|な|$)"
        r"|(?:と|って)(?:聞|読)|らしい|だそう"
    ),
    (
        r"\b(?:if|whether|suppose|imagine|your|would)\b|\b(?:i|we|they|he|she|customers?|clients?)(?:'d)? (?:\w+ )?"
        r"(?:wants?|wish|like|prefers?|needs?(?! (?:\w+ ){0,2}(?:days?|hours?|weeks?|minutes?|calls?)\b))\b"
        r"|^\W*needs? (?!more\b|some(?:one|body)\b|better\b|people\b|help\b|to\b)"
        r"|\b(?:read|heard) (?:that|about|of)\b|\b(?:i'm|we're|am|are) (?:very )?(?:interested|looking)\b"
    ),
)

# What comes before a problem in its sentence (課題は、) ...
LEAD_IN = (
    r"^it'?s (?:about|mainly|mostly|the fact that) ",
    (
        r"^(?:そうですね|そうだな|うーん|えっと|えーと|まあ|まぁ|なんか|なんだか|正直|とにかく|やはり|やっぱり|一番は|いちばんは"
        r"|主に|あとは?|それと|また|特に|強いて(?:言えば|いえば)|しいて(?:言えば|いえば)|実は|今は|現在は?"
        r"|現状は?|はい)[、,\s]*"
    ),
    (
        r"^(?:最大の|主な|一番の|いちばんの|大きな|現状の|今の|弊社の|うちの)?"
        r"(?:課題|問題|悩み|困りごと|困っていること|困ってるの|ネック)(?:は|としては|といえば|だと)"
        r"(?:[^、。]{0,8}(?:つ|点)(?:あ(?:って|り(?:まして)?)|です)?)?[、,:\s]*"
    ),
    (
        r"^(?:um+|uh+|er+|like|honestly|mainly|mostly|basically|well|yes|yeah|currently|right now|tbh|i guess|i think"
        r"|probably|just|ok|so(?! far\b)|also|and|but|because|since)\b[,:]?\s*"
    ),
    (
        r"^(?:(?:the|our|my) )?(?:main |biggest |real |only |key |number one |primary |current |big )*"
        r"(?:problem|issue|challenge|pain(?: point)?|headache|concern|bottleneck)s? "
        r"(?:is|are|would be|for us is|right now is|we have is|with [\w ]+ is)(?: that| the fact that| just)?\s+"
    ),
    r"^(?:it's|it is|that's) (?:mostly |just |really |the fact that )?(?=the |our |that |all )",
    (
        r"^(?:(?:we|i)(?:'ve| have)? (?:got )?)?(?:a few|two|three|several|couple of|2|3) "
        r"(?:things|problems|issues|challenges)(?: really)?\s*[:,-]\s*"
    ),
)

# ... and after it (なんですよね).
TAIL = (
    r"[。、]\s*(?:それ|これ|そこ)(?:が|で|も|は)?$",
    (
        r"な?(?:という)?(?:の|こと|点)?(?:が|に|で|は)"
        r"(?:いちばんの|一番の|最大の|大きな|主な|今の|正直|一番|とても|本当に|非常に|かなり)*"
        r"(?:課題|問題|悩み|困って|悩んで|ネック|不満|頭が痛|悩みの種|懸念|負担)"
        r"(?:に(?:なって|感じて)|と(?:して|感じて))?(?:い|おり)?(?:る|ます|まして)?(?:です|でして|ですね|だ)?"
        r"(?:よ|ね|が|けど)*$"
    ),
    r"(?:になって|となって)?(?:しまって|ちゃって)(?:い|おり)?(?:る|ます|まして)(?:んです|のです)?(?:よ|ね|が|けど)*$",
    r"(?:な)?(?:ん|の)(?:です|だ)(?:よ|ね|が|けど|かね|って)*$",
    (
        r"(?:です|でした|でして|だ|かな|かと|だと思(?:い|って)(?:い)?ます|と思(?:い|って)(?:い)?ます"
        r"|と感じて(?:い)?ます|ですかね|っす)(?:よ|ね|が|けど|し)*$"
    ),
    (
        r"\s+(?:is|are) (?:the|our|my|a|always the|always)?\s*"
        r"(?:main|biggest|real|big|constant|huge|key|number one|only|major)?\s*"
        r"(?:headache|problem|issue|challenge|pain(?: point)?|concern|nightmare|bottleneck)s?"
        r"(?: here| for us| right now| really| tbh)?$"
    ),
    r",? (?:and )?it's (?:killing us|a nightmare|driving us crazy|frustrating|painful)$",
    r"\s*(?:tbh|honestly|really|i guess|right now|lol)$",
)
# A clause that says nothing without the one before it: "both failed", 「そのたびに呼び出される」.
POINTS_BACK = (
    r"^\W*(?:その(?:たび|都度|せい|結果|間|後)|それ[でがも]|これが|そこ[がで]|どれも|どっちも|どちらも|両方|いずれも|全部が?|毎回)",
    r"^[弱強遅速高低大小多少古重広狭暗]き?さ?な?い(?:です|かも|ん|の|ね|し)*$",
    (
        r"^\W*(?:and |but |so )?(?:(?:both|all|neither|each) (?!the\b|our\b|my\b|of (?:the|our|my)\b|day\b|night\b"
        r"|morning\b|week\b|month\b|year\b|time\b|shift\b|weekend\b|over\b|summer\b|winter\b)"
        r"(?:of (?:them|these|those|which) )?\w+|which \w+)"
        r"|\b(?:each|every) (?:single )?time\W*$"
    ),
)
# ... and where that one is no statement yet: "belts and couplings, both ...".
A_STATEMENT = (
    r"[るたいすうくむぬぶつ](?:[、。]|$)|[てで]、?$|ます|です|(?:が|けど|ので|から)、?$",
    r"\b(?:is|are|was|were|has|have|had|we|i|they|it|do|does|get|goes|went|keeps?|lose|need|run)\b|'(?:s|re|ve)\b",
)
# When something is to be, what may be spent, a number put right: "timeline is summer", 「3回ではなく4回です」.
PLANS = (
    r"^\W*(?:(?:the|our|my|and|so) )*(?:timeline|timing|time ?frame|go[- ]live|launch date|budget|deadline)"
    r"(?: is| would be|:|'s)[^.]{0,30}"
    r"(?:\d|q[1-4]|spring|summer|autumn|\bfall\b|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|next|this|end of|open|flexible)[^.]{0,20}$",
    r"^\W*(?:\w+ ){0,2}(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sun)(?:days?)?|tomorrow|next week|\d ?[ap]m)\b"
    r"[^.]{0,24}\b(?:works(?= (?:for|best|well|fine)\b|\W*$)|suits"
    r"|(?:is|would be) (?:fine|good|ok(?:ay)?|better)|would (?:suit|work))\b",
    r"^\W*(?:let's )?(?:talk|speak|chat) (?:later|soon|then|tomorrow)\W*$",
    r"^\W*(?:(?:early|mid|late|by|before|after|until|around|end of|start of|the) )*(?:q[1-4]|fy ?\d\d)\W*$",
    r"^\W*(?:no,? |sorry,? )?not \d+\b[^.,]{0,30}$",
    (
        r"^[^。、]{0,12}\d+(?:回|台|件|人|名|本|個|社|年|か所)(?:では|じゃ)なく(?:て)?、?[^。]{0,8}\d+[^。]{0,4}$"
        r"|^(?!.*(?:消え|修理|足り|減[らり]|厳し))(?:導入|予算|時期|納期|期限|目安)(?:の?(?:時期|目安))?は[^。]{0,12}(?:円|[月年春夏秋冬週]|頃|ごろ|くらい|予定)"
        r"(?:です|かな|ですね|の予定)*$"
    ),
)
