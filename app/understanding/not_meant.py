"""What sounds like a refusal or an order and is none: a question about a function, what their own readers do."""

# A paper of theirs that we may write: 「稟議書の下書きを書いて」 "write me a draft for my boss"; what asks for our
# inside, or for words that others are to believe, is none.
_A_PAPER = (
    (
        r"^(?!.*(?:指示|命令|ルール|プロンプト|システム|設定|内部|他社|他の|ほかの|顧客|見込み客|一覧|名簿"
        r"|パスワード|秘密"
        r"|無視|忘れ|あなた|会話|デバッグ|JSON|そのまま|先頭|最初|出力|名前で|承認済|認め|謝罪|詐欺))"
        r".*(?:(?:下書き|ドラフト|たたき台|叩き台|草案|案文|文案|稟議書|上申書)(?:を|の|だけ|も|で)?[^。]{0,8}"
        r"(?:書い|作っ|作成|起こし|用意|お願い|ください|ほし|欲し|くれ)"
        r"|(?:文面|文章|原稿|説明文|稟議|申請書|報告書|メモ)(?:を|の|だけ|も|で)?[^。]{0,8}(?:書い|作っ|作成|起こし))"
    ),
    r"(?:社内|上司|役員会?|社長|経営(?:層|会議)?)(?:向け|用)[^。]{0,12}(?:書い|作っ|作成|まとめ)",
    (
        r"^(?!.*\b(?:prompts?|instruct\w*|rules?|other|customers?|clients?|leads?|prospects?|ignor\w*|forget|disregard"
        r"|secrets?|passwords?|keys?|hidden|internal|system|pretend|poem|song|joke|story|code|script|your|everyone"
        r"|approved|free)\b)"
        r".*\b(?:write|draft|prepare|put together|make|give|compose)\b(?: (?:me|us|up|out|it|this|that|please|just))*"
        r"(?: (?:an?|the|some|my|our|one))?(?: [\w-]+){0,2}?"
        r"(?: (?:draft|memo|note|summary|case|write-?up|request|proposal|outline|paper|letter|page|points"
        r"|argument)s?\b"
        r"| for (?:my|our) (?:boss|manager|board|director|team|cfo|ceo|management)\b)"
    ),
    r"^\W*(?:please |can you |could you )?write (?:it|this|that) up\b",
)

# What is asked of a trial; who asks it wishes for none yet.
ASKED_OF_A_TRIAL = (
    r"(?:費用|料金|いくら|必要|かか[りる]|どう(?:や|すれ|な)|どんな|何[がを]|終わった|終了|課金|請求"
    r"|\b(?:what|how much|charged?|pay|cost|need a|do (?:i|we) (?:need|have)|is there|are we)\b)"
)
_ABOUT_A_TRIAL = rf"^(?=.*(?:トライアル|お?試し|試用|無料体験|\btrial\b))(?=.*{ASKED_OF_A_TRIAL}).*"

# Whom they want to write it, or to speak with about it: a wish for a person all the same.
_SOMEBODY = (
    r"(?:担当|[^個法]人(?:と|に|が|へ)|誰か|どなたか|つない|繋い|代わ|替わ|電話"
    r"|\b(?:person|human|someone|somebody|rep|engineer)\b)"
)

# A meeting of their own, for which they need something.
OWN_MEETING = (
    r"\b(?:(?:need|want)(?! (?:you|somebody|someone|a rep|one of you)\b)|answer"
    r"|something|info\w*|numbers?|figures?|page|summary|prices?)\b(?![^.?!]{0,30}\b(?:book"
    r"|arrange|set up|schedule|slot|time)\b)"
    r"[^.?!]{0,30}\b(?:for|before|in|at|by) (?:an?|my|our|tomorrow's) (?:\w+ ){0,2}meetings?\b(?! with (?:you"
    r"|your|one|some))"
    r"|(?:社内|部内|うちの?(?:部|課|社)|役員|経営|部門)[^。、]{0,6}(?:打ち?合わ?せ|ミーティング|会議)(?:が(?!した|でき|お願い)|に(?!来て|参加|出席|同席)|で|の)"
    r"(?!(?:御社|貴社))"
)

NOT_MEANT: dict[str, tuple[str, ...]] = {
    "opt_out": (
        # a function or a setting: 「配信停止の機能はありますか」 "how do you handle opt-outs?"
        (
            r"(?:配信|停止|解除|オプトアウト|メール|通知|アラート|電話)[^。?]{0,16}"
            r"(?:機能|設定|仕組み|画面|ボタン|フロー|リンク|自動)[^。?]{0,14}(?:ます|です|でしょう|か|\?)"
        ),
        r"\b(?:how|what)\b[^.?]{0,30}\b(?:opt[- ]?outs?|unsubscribes)\b",
        # what they lose themselves
        r"\bstop (?:missing|losing|forgetting|wasting)\b",
        # their own readers
        (
            r"(?:お客(?:様|さん)?|顧客|リード|見込み客|読者|購読者)(?:に|が|から|の|は|へ|自身)[^。]{0,20}"
            r"(?:配信停止|解除|オプトアウト|退会|不要)"
            r"|(?:配信停止|解除|オプトアウト|退会)(?:(?:を希望)?(?:した|する|された|している)(?:お客|顧客|人|方"
            r"|リード|相手)"
            r"|率|が(?:多|増|続)|され(?:て|る|ちゃ))"
            r"|(?:停止|解除)[^。]{0,6}(?:お客様|顧客|相手|受信者)(?:側|自身)?(?:で|が|から)"
        ),
        (
            r"\b(?:leads|prospects|customers|contacts|subscribers|recipients|clients|visitors|readers|users"
            r"|some(?:one|body)|any(?:one|body)|they)\b[^.?]{0,30}"
            r"\b(?:unsubscrib|opt(?:ing|ed|s)?[- ]?out|ask(?:ed|ing)? us to stop)"
            r"|\bunsubscribe (?:rates?|numbers)\b"
        ),
        # what stands under a mail, said to whoever is not to read it
        r"\b(?:intended recipient|not the (?:\w+ )?addressee|(?:received|reached you|sent)"
        r" (?:\w+ ){0,4}(?:in error|by mistake))\b"
        r"|\b(?:unauthori[sz]ed (?:use|review)|all copies|you are receiving this)\b|\bunsubscribe ?\|"
        r"|(?:誤って|間違って|心当たりの?な)[^。]{0,30}(?:受信|受け取|届|場合|方)[^。]{0,30}(?:削除|破棄|廃棄)",
        # not this but that
        r"\b(?:don't|do not|no) (?:call|phone|ring)\w*\b(?! (?:me |us )?(?:or|and|nor)\b)[^.?]{0,12}"
        r"\b(?:e-?mail|send|write|text)\b",
        (
            r"(?:価格表?|料金表?|資料|デモ|カタログ|見積(?:もり|書)?|トライアル|説明|チャットボット|機能|プラン"
            r"|パンフレット)"
            r"(?:は|も)(?:もう)?(?:結構|不要|い(?:ら|り)|要(?:ら|り)|必要(?:な|あり))"
        ),
        r"\b(?:not|no longer) interested in (?:the |a |an |your )?[^.,?]{2,30},? (?:but|only|just|rather)\b",
    ),
    "spam_or_sales_pitch": (
        # who we are, who look for something of our own
        r"\blooking for\b[^.]*\bfor (?:ourselves|our own)\b|自社(?:で使う|用に|で導入)",
        r"\b(?:went|gone|going|go|chose|picked|signed|stay\w*|using|works?|working) (?:\w+ ){0,4}"
        r"(?:vendor|provider|supplier|agency)\b"
        r"|\bmy (?:cv|resume|résumé|portfolio|application)\b",
    ),
    "job_application": (
        # what a buyer applies for
        r"^(?!.*(?:新卒|採用|選考|会社説明会|インターン)).*"
        r"(?:トライアル|お?試し|体験|試用|モニター|キャンペーン|実証|PoC|デモ|セミナー|ウェビナー|説明会|補助金"
        r"|助成金|プラン|サービス|早期利用)"
        r"[^。]{0,10}応募",
        r"\b(?:appl\w+|sign\w*|regist\w+|enrol\w*) (?:me |us |up )*(?:for|to|in) (?:[\w-]+ ){0,4}"
        r"(?:trials?|pilots?|demos?|webinars?|discounts?|beta|quotes?|prices?)\b"
        r"(?! (?:manager|engineer|director|lead|coordinator))",
    ),
    "ask_price": (
        # what a breakdown costs them: 「1回80万円の損失です」
        r"^(?!.*(?:いくら|料金|価格|値段|見積|費用|教えて|[?]|か[。\s]*$)).*"
        r"(?:円(?:ほど|くらい|ぐらい|近く|以上)?の?(?:損|赤字|被害|ロス|無駄|機会損失)|円[^。]{0,6}(?:飛[んび]"
        r"|失[いう]|消え|吹っ飛)"
        r"|(?:損(?:失|害|を)|赤字|被害|ロス|修理(?:代|費))[^。]{0,14}円)",
        r"^(?!.*(?:\?|how much|pric|quot|charg|plan|\byou)).*(?:\$ ?\d[\d,.]*[km]?\b[^.]{0,16}\b(?:each|a time"
        r"|per (?:failure|stop\w*|incident|hour|breakdown|outage)|lost|loss(?:es)?|in (?:downtime|damages?|scrap))\b"
        r"|\b(?:costs? us|costing us|lost|lose|losing|loss of)\b[^.]{0,16}\$ ?\d)",
    ),
    "request_demo_meeting": (
        OWN_MEETING,
        _ABOUT_A_TRIAL,
        # whom they will meet themselves
        r"\b(?:they|(?:the|our|my) (?:\w+ )?(?:board|committee|owners?|directors?|partners|managers?|management"
        r"|council|team|bosses)) (?:only |will |all )?(?:meets?|sits?|talks?)\b(?! (?:with )?you\b)",
    ),
    "complaint": (
        r"\b(?:nobody|no[- ]?one|none of \w+)(?: has| have| had)?(?: ever)? complain|\bno complaints?\b",
        r"(?:クレーム|苦情|不満|文句)(?:は|も|が)(?:今のところ|特に|まだ)?(?:な[いく]|ありませ|出て(?:い)?(?:な"
        r"|ませ))",
    ),
    "request_human": (
        # to whom their own alarms go
        r"(?:通知|アラート|警報|メール|レポート)(?:は|が)[^。]{0,8}担当者?に[^。]{0,6}(?:届|行き|送られ|来ま)",
        # a reader on their side
        r"(?:上司|上の(?:人|者)|上長|[社部課]長|役員|経営(?:層|陣)?|決裁者|社内|現場|責任者|担当(?:者|の者)?)に[^。]{0,8}(?:説明|見せ|報告|提出|共有|上げ|回)"
        r"[^。]{0,10}(?:資料|もの|書|データ|よう)",
        # what somebody on their side asked for: 「上司からの依頼でご相談です」
        r"(?:上司|上の(?:人|者)|上長|[社部課]長|社内|現場|責任者|前任者?|担当者?)から(?:の|は|も|、)?[^。、]{0,8}"
        r"(?:転送|依頼|指示|引き?継|言われ|頼まれ|聞かれ|聞いて)[^。、?]{0,10}",
        *(rf"^(?!.*{_SOMEBODY}).*?(?:{one.removeprefix('^')})" for one in _A_PAPER),
        # what nobody need do: "no need to call me back"
        r"\b(?:no need|not necessary|don't need|needn't|there's no need) (?:for (?:anyone|someone|you) )?(?:to )?"
        r"(?:call|phone|ring|contact|reach|get)\b",
        # somebody they lack themselves
        r"\b(?:we|they) (?:need|lack|want|have|look for) (?:a person|people|no ?(?:one|body)|some ?(?:one|body))"
        r" (?:to|who|that) (?:answer|pick|watch|cover|staff|sit|man)\b",
        r"\b(?:if|when|whenever) (?:someone|somebody|anyone|a lead|a prospect)\b",
    ),
    "prompt_injection": (
        r"(?:ルール|指示|設定|制限)を(?:無視|破)(?:した|する|され)[^。]{0,20}(?:心配|不安|困|こと(?:が|は)|場合"
        r"|リスク|防)",
        # what happens when something is lost: 「設定を忘れた場合はリセットできますか」
        r"(?:忘れ(?:た|て(?:しま|い))|無効(?:に)?なった|消えた)(?:場合|時|とき|ら|の|い|っ)[^。]*(?:か|\?)",
        r"管理者?(?:権限|モード|画面|機能)(?:は|を|の|が|って|に)[^。]{0,20}(?:何人|付け|分け|渡せ|あります|変え"
        r"|設定|追加)",
        *_A_PAPER,
        r"\b(?:do|does|is|are) (?:you|it|there)\b[^.?]{0,16}\b(?:admin|debug|maintenance|test) mode\b",
        (
            r"\b(?:does|can|could|will|would) (?:it|the (?:tool|system|product|app|platform|software|admin"
            r"|manager)|we|our \w+)\b"
            r"(?![^?]*\b(?:prompts?|instructions?|other|your|rules|keys?|passwords?|secrets?|ignor\w+|hidden)\b)"
            r"[^.?]{0,40}\b(?:export|list|show|print|download|share|see|send|report)\b[^.?]*\?"
        ),
    ),
}
