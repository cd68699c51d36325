"""The words by which mail servers and responders give themselves away."""

from __future__ import annotations

import re

AUTO_SUBJECT = re.compile(
    r"^\W*(?:(?:re|aw|sv)\s*:\s*)*(?:【|\[|\()?\s*(?:"
    r"auto(?:matic|matische|matisk|matyczna)?[\s:_-]*(?:reply|response|responder|antwort|svar|odpowied\S*)"
    r"|auto\s*:|autoreply"
    r"|autosvar|out of (?:the )?office|ooo\s*[:\]-]|vacation(?: reply| response)|away (?:from (?:the )?(?:office"
    r"|my mail)|until)"
    r"|on (?:annual )?leave\b|abwesenheit|automatische antwort|réponse automatique|absence du bureau"
    r"|respuesta automática"
    r"|fuera de la oficina|risposta automatica|fuori sede|resposta automática|afwezig|frånvaro|fravær"
    r"|自動(?:応答|返信|送信|配信)(?!メール[のにがを])|不在(?:通知|連絡|のお知らせ|応答|返信|につき)|休暇(?:中|通知|のお知らせ"
    r"|自動)|外出中|自动回复|自動回覆|자동 ?회신|자동 ?응답"
    r")",
    re.IGNORECASE,
)
RECEIPT_SUBJECT = re.compile(
    r"(?:お問い?合わ?せ|ご注文|お申し?込み|ご登録|ご予約).{0,12}(?:受け?付け?(?:まし|いたし|完了)|を承りました"
    r"|の受付)"
    r"|^\W*(?:ticket|case|request|\[?#\d{3,}\]?).{0,40}(?:received|created|opened)"
    r"|we (?:have )?received your (?:request|message|inquiry|enquiry)",
    re.IGNORECASE,
)
AUTO_TEXT = re.compile(
    r"(?:この|本)(?:メール|メッセージ|電子メール|E-?mail)は.{0,30}?(?:自動(?:的に)?(?:送信|配信|返信|応答|発信"
    r"|で)|送信専用|配信専用)"
    r"|自動(?:返信|送信|配信|応答)(?:メール|メッセージ)(?:です|になります|となります|でお送り)"
    r"|(?:このメール|本メール)に(?:直接)?(?:ご)?返信(?:いただ|頂|され)(?:いて|いても|きましても"
    r"|ても).{0,20}(?:できません|いたしかねます)"
    r"|(?:現在|ただいま|只今).{0,20}(?:休暇|出張|外出|不在|休業).{0,40}(?:のため|中|おり).{0,200}"
    r"(?:自動|戻り次第|出社後|帰社後|急ぎの(?:場合|方|ご用件)|ご返信.{0,10}(?:遅れ|翌営業日))"
    r"|this is an (?:automated|automatic|auto-?generated) (?:reply|response|message|e-?mail|notification)"
    r"|this (?:message|e-?mail|mail) (?:was|is|has been) (?:sent |generated |created )?automatically"
    r"|i am (?:currently )?(?:away|out of (?:the )?office|on (?:annual |parental |sick )?(?:leave|vacation|holiday))"
    r".{0,200}(?:return|back|access to (?:my )?e-?mail|contact)",
    re.IGNORECASE | re.DOTALL,
)
DAEMON = re.compile(
    r"mailer[-_. ]?daemon|mail[-_. ]?delivery|post(?:master|office)|mail[-_. ]?(?:administrator|subsystem|system"
    r"|router)"
    r"|^bounces?@|^(?:mmdf|lsmtp|mailsweeper|mdaemon|uucp)\b|delivery[-_. ]?(?:subsystem|system|status|notification)"
    r"|returned[-_. ]mail|symantec|antivirus|no-?delivery|amavisd|system administrator",
    re.IGNORECASE,
)
MAILER = re.compile(r"^mailer[-_.]?daemon(?:[-_.+][^@]*)?@", re.IGNORECASE)
BOUNCE_SUBJECT = re.compile(
    r"undeliver|un?delivered|non.?deliver|not (?:be )?deliver|deliver\w* (?:fail|status|problem|report"
    r"|notification|error"
    r"|has failed|attempt|incomplete|delay|not)|fail\w* (?:mail|delivery|notice|to deliver)"
    r"|mail (?:delivery )?(?:fail|error|status)"
    r"|(?:mail|message|e-?mail) (?:not|rejected|returned|bounced|undeliv)|returned (?:mail|e-?mail|message"
    r"|to sender)|returning message"
    r"|failure notice|could ?n[o']t? (?:be )?(?:send|sent|deliver)|cannot (?:be )?deliver|bounce"
    r"|warning: (?:message|could not send)"
    r"|delayed mail|message status|nondeliverable|unzustellbar|nicht zustellbar|zustellung\w* (?:fehl|nicht)"
    r"|rückläufer|non remis"
    r"|échec|mensaje no|no se (?:pudo|ha podido) entregar|não (?:foi )?entregue|mancato recapito|mancata consegna"
    r"|onbestelbaar"
    r"|сообщение не доставлено|не доставлено|недоставлен|投递失败|退信|系统退信|邮件被退回|配信(?:不能|失敗"
    r"|エラー)|配送(?:できません|エラー)"
    r"|送信(?:エラー|できません|失敗)|届(?:きません|けられません)|戻りメール|メール(?:は|が)?(?:配信"
    r"|送信)されません|エラー通知|user unknown"
    r"|unknown (?:user|recipient|address)|no such user|mail system error|quota exceeded|mailbox (?:is )?full"
    r"|rejected mail",
    re.IGNORECASE,
)
BOUNCE_TEXT = re.compile(
    r"(?:could|can|was|has|have|were) ?n[o']t (?:yet )?(?:be(?:en)? )?(?:deliver|reach|sent|process)"
    r"|unable to deliver|wasn't able to"
    r"|undeliver|delivery (?:to the following|has failed|failed|status notification|error|attempt)|(?:has"
    r"|have) been rejected"
    r"|(?:user|mailbox|recipient|account|address(?:ee)?)\W{0,3}(?:[\w'’-]{1,40}+[^\w'’-]{1,3}+){0,4}(?:unknown"
    r"|unavailable|not found|does ?n[o']t exist"
    r"|is full|disabled|over quota|inactive|not exist|rejected|invalid|not known)|no such (?:user|mailbox"
    r"|recipient|person|account|local)"
    r"|(?:unknown|invalid|bad|nonexistent) (?:user|recipient|address|mailbox|local)|mail (?:delivery )?failed"
    r"|permanent(?:ly)? (?:fatal )?(?:error|fail)"
    r"|fatal errors|failed (?:recipient|address|permanently|to deliver)|returned to (?:you|sender)"
    r"|message not delivered|quota exceeded"
    r"|not delivered|did not like our|said:? 5\d\d|\b55[0-4][ -]|\b5\.\d\.\d{1,3}\b|доставлен|无法(?:送达|投递|发送)"
    r"|non remis|nicht zugestellt"
    r"|配信(?:できません|不能)|お届けできません|送信できません|宛先(?:が|の).{0,12}(?:見つかり|存在し)ません"
    r"|(?:ユーザ|あて先|宛先).{0,10}存在しません"
    r"|no pudo ser entregado|mail loop|too many hops|sorry,? (?:no mailbox|your message|unable)",
    re.IGNORECASE,
)
TEMPORARY_SUBJECT = re.compile(r"delay|warning|temporar|still (?:being )?retried|遅延|延迟", re.IGNORECASE)
PERMANENT = re.compile(r"(?<![\d.])5\.\d{1,3}\.\d{1,3}(?![\d.])|(?<![\d.])55[0-4](?:[ -]|$)", re.MULTILINE)
TEMPORARY = re.compile(
    r"(?<![\d.])4\.\d{1,3}\.\d{1,3}(?![\d.])|will (?:be retried|keep trying)|no action is required",
    re.IGNORECASE,
)
NO_REPLY = re.compile(
    r"^(?:no|do[-_.]?not|not?)[-_.]?(?:reply|respond|replies|answer)|^(?:mailer-daemon|postmaster|bounces?|daemon"
    r"|nobody|auto"
    r"(?:mailer|mail|reply|responder)?|notifications?|alerts?)(?:[-_.+].*)?@",
    re.IGNORECASE,
)
