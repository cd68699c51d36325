"""The words mail programs put around what they quote, forward and sign, in the languages they speak."""

from __future__ import annotations

import re

WROTE = re.compile(
    r"\b(?:wrote|writes|schrieb|a écrit|escribió|escreveu|ha scritto|het volgende geschreven|schreef|skrev|kirjoitti"
    r"|napisał\(a\)|napisała?|napsala?|написала?|пишет|написав)\b|写道|寫道|작성|のメール"
    r"|さん?[はが]書きました|様[はが]書きました|は書きました|からのメッセージ|kirjoitti|wrote",
    re.IGNORECASE,
)
BEGINS = re.compile(
    r"(?:On|At|Am|Le|Op|Den|El|Em|Il|W dniu|Dnia|Dne|Pe|在)\s.*\d|\d{1,4}[-/.年]\s?\d{1,2}"
    r"|\d{1,2}[. ]\s?\w{3,}[. ]\s?\d{4}|\(?\d{4}[/年]|[\w.]{2,12},\s\d{1,2}\s\w+\s\d{4}",
    re.IGNORECASE,
)
HONOURED = re.compile(r"\S(?:様|さん|氏)\s*(?:wrote|writes|のメール|[はが]書きました)", re.IGNORECASE)

LABELS = {
    "from": "From|差出人|送信者|送信元|発信者|发件人|寄件者|보낸 사람"
    "|Von|De|Da|Van|Fra|Från|Od|Nadawca|От|Remitente|Lähettäjä",
    "date": "Sent|Date|送信日時|送信日|日時|日付|受信日時|发送时间|日期"
    "|Gesendet|Datum|Envoyé|Enviado(?: el| em)?|Inviato|Data|Verzonden"
    "|Sendt|Dato|Skickat|Wysłano|Fecha|Отправлено|Дата|Message du",
    "to": "To|宛先|收件人|收件者|An|À|A|Para|Aan|Til|Till|Do|Adresat|Кому",
    "cc": "Cc|CC|同報|抄送|Copie à|Kopie",
    "subject": "Subject|件名|题名|主题|主旨|제목"
    "|Betreff|Objet|Sujet|Asunto|Assunto|Oggetto|Onderwerp|Emne|Ämne|Temat|Тема",
    "reply": "Reply-To|返信先",
}
_ANY_LABEL = "|".join(f"(?P<{kind}>{words})" for kind, words in LABELS.items())
LABEL = re.compile(
    rf"[>\s*]*+(?:{_ANY_LABEL})\s*+\*?\s*+[:：]\*?\s*(?P<value>.*)",
    re.IGNORECASE,
)
INLINE_LABEL = re.compile(rf"(?:{_ANY_LABEL})\s*[:：]")

SEPARATOR = re.compile(
    r"[>\s]*[-_=*]{2,}\s*(?:original message|original appointment|forwarded message|forwarded by .*|reply message"
    r"|ursprüngliche nachricht|original-?nachricht|weitergeleitete nachricht|message d'origine|message transféré"
    r"|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|oprindelig besked"
    r"|opprinnelig melding|originalmeddelande|original meddelelse|oryginalna wiadomość|исходное сообщение"
    r"|元のメッセージ|元のメール|転送メッセージ|転送されたメッセージ|原始邮件|原始郵件|원본 메일)\s*+[-_=*]{2,}.*"
    r"|[>\s]*(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message transféré"
    r"|転送されたメッセージ|転送メッセージ)\s*[:：]\s*"
    r"|.{0,10}(?:reply above this line|type your reply above|この行より上に(?:ご)?返信).{0,30}",
    re.IGNORECASE,
)
DEVICE = re.compile(
    r"[\s\W]*(?:sent (?:from|via|using|with) (?:my |the |an? )?\w.{1,60}|get outlook for .{2,60}|sent by .{2,40} mobile"
    r"|gesendet (?:von|mit) .{2,60}|von meinem .{2,40} gesendet|envoyé (?:de|depuis) .{2,60}"
    r"|enviado (?:de|do|desde) .{2,60}"
    r"|obter o outlook .{2,60}|obtener outlook .{2,60}|inviato da .{2,60}|verzonden (?:vanaf|met|via) .{2,60}"
    r"|sendt fra .{2,60}|skickat från .{2,60}|wysłane? z .{2,60}|wysłano z .{2,60}|отправлено (?:с|из) .{2,60}"
    r"|أُرسلت من .{2,60}|(?:私の)?\w{2,20}\s?から送信(?:されました)?|\w{2,20}で送信"
    r"|outlook for .{2,20}を入手(?:する)?.{0,60}"
    r"|发自我的.{2,40}|나의 .{2,40}에서 보냄)\W*",
    re.IGNORECASE,
)
SIGN_OFF = re.compile(
    r"\s*(?:(?:best|kind|warm|many|kindest|warmest) ?(?:regards|wishes|thanks)|regards|best|all the best"
    r"|cheers|(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|thanks(?: again)?|thank you|med venlig hilsen|kh|mvh"
    r"|mit freundlichen grüßen|freundliche grüsse|cordialement|saludos|cumprimentos)\s*[,.!]?\s*",
    re.IGNORECASE,
)
CONTACT_MARK = re.compile(
    r"(?P<phone>\b(?:tel|fax|phone|mobile|cell)\b|電話|携帯|内線|\+?\d[\d\-() ]{8,}\d)"
    r"|(?P<post>〒|\d{3}-\d{4}\s*\S*[都道府県])"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]++@[\w-]++\.\w++|\be-?mail\b|メール[:：])|(?P<web>https?://|www\.)"
    r"|(?P<company>株式会社|有限会社|合同会社|\(株\)|（株）|㈱|\b(?:inc|ltd|llc|gmbh|corp|co)\b\.?)",
    re.IGNORECASE,
)
BANNER = re.compile(
    r"\W*(?:caution|warning|external|注意|外部).{0,60}(?:external|outside|外部|社外).{0,300}",
    re.IGNORECASE,
)
