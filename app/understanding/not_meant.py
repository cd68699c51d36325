"""What sounds like a refusal or an order and is none: a question about a function, what their own readers do."""

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
            r"|(?:配信停止|解除|オプトアウト|退会)(?:(?:を希望)?(?:した|する|された|している)(?:お客|顧客|人|方|リード|相手)"
            r"|率|が(?:多|増|続)|され(?:て|る|ちゃ))"
            r"|(?:停止|解除)[^。]{0,6}(?:お客様|顧客|相手|受信者)(?:側|自身)?(?:で|が|から)"
        ),
        (
            r"\b(?:leads|prospects|customers|contacts|subscribers|recipients|clients|visitors|readers|users"
            r"|some(?:one|body)|any(?:one|body)|they)\b[^.?]{0,30}"
            r"\b(?:unsubscrib|opt(?:ing|ed|s)?[- ]?out|ask(?:ed|ing)? us to stop)"
            r"|\bunsubscribe (?:rates?|numbers)\b"
        ),
        # not this but that
        r"\b(?:don't|do not|no) (?:call|phone|ring)\w*\b(?! (?:me |us )?(?:or|and|nor)\b)[^.?]{0,12}"
        r"\b(?:e-?mail|send|write|text)\b",
        (
            r"(?:価格表?|料金表?|資料|デモ|カタログ|見積(?:もり|書)?|トライアル|説明|チャットボット|機能|プラン|パンフレット)"
            r"(?:は|も)(?:もう)?(?:結構|不要|い(?:ら|り)|要(?:ら|り)|必要(?:な|あり))"
        ),
        r"\b(?:not|no longer) interested in (?:the |a |an |your )?[^.,?]{2,30},? (?:but|only|just|rather)\b",
    ),
    "spam_or_sales_pitch": (
        r"\b(?:went|gone|going|go|chose|picked|signed|stay\w*|using|works?|working) (?:\w+ ){0,4}"
        r"(?:vendor|provider|supplier|agency)\b"
        r"|\bmy (?:cv|resume|résumé|portfolio|application)\b",
    ),
    "request_demo_meeting": (
        # whom they will meet themselves
        r"\b(?:they|(?:the|our|my) (?:\w+ )?(?:board|committee|owners?|directors?|partners|managers?|management"
        r"|council|team|bosses)) (?:only |will |all )?(?:meets?|sits?|talks?)\b(?! (?:with )?you\b)",
    ),
    "request_human": (
        # a reader on their side
        r"(?:上司|上の(?:人|者)|上長|社長|役員|決裁者|社内|責任者)に[^。]{0,8}(?:説明|見せ|報告|提出|共有|上げ|回)"
        r"[^。]{0,10}(?:資料|もの|書|データ|よう)",
        # somebody they lack themselves
        r"\b(?:we|they) (?:need|lack|want|have|look for) (?:a person|people|no ?(?:one|body)|some ?(?:one|body))"
        r" (?:to|who|that) (?:answer|pick|watch|cover|staff|sit|man)\b",
        r"\b(?:if|when|whenever) (?:someone|somebody|anyone|a lead|a prospect)\b",
    ),
    "prompt_injection": (
        r"(?:ルール|指示|設定|制限)を(?:無視|破)(?:した|する|され)[^。]{0,20}(?:心配|不安|困|こと(?:が|は)|場合|リスク|防)",
        # what happens when something is lost: 「設定を忘れた場合はリセットできますか」
        r"(?:忘れ(?:た|て(?:しま|い))|無効(?:に)?なった|消えた)(?:場合|時|とき|ら|の|い|っ)[^。]*(?:か|\?)",
        r"管理者?(?:権限|モード|画面|機能)(?:は|を|の|が|って|に)[^。]{0,20}(?:何人|付け|分け|渡せ|あります|変え|設定|追加)",
        r"\b(?:do|does|is|are) (?:you|it|there)\b[^.?]{0,16}\b(?:admin|debug|maintenance|test) mode\b",
        (
            r"\b(?:does|can|could|will|would) (?:it|the (?:tool|system|product|app|platform|software|admin"
            r"|manager)|we|our \w+)\b"
            r"(?![^?]*\b(?:prompts?|instructions?|other|your|rules|keys?|passwords?|secrets?|ignor\w+|hidden)\b)"
            r"[^.?]{0,40}\b(?:export|list|show|print|download|share|see|send|report)\b[^.?]*\?"
        ),
    ),
}
