"""Does the writer use our product and need help with it?"""

from app.understanding import intent_words_en as en
from app.understanding import intent_words_ja as ja
from app.understanding.normal import any_of

_SIGNS = (*ja.INTENTS["existing_customer_support"], *en.INTENTS["existing_customer_support"])
# A fault is a support case when no word says that it is a machine or work of their own that fails.
_FAULT = (
    (
        r"エラー|不具合|バグ|故障(?:し(?:た|まし|て(?!しま))|かも|です)|動かな(?:い|く)|動作(?:し|が)"
        r"|止まって(?:しま|い|る)|使えなく|できなくな|つながらなく|障害"
    ),
    r"修理|交換(?:し|を|部品)|オフライン|設定(?:が|を)",
    r"\b(?:stopped|isn't|not|no longer|quit) (?:working|syncing|sending|loading|responding|showing|connecting)\b",
    r"\berror (?:message|code|\d+)|\bgetting an? error|\bbug\b|\bcrash\w*|\b(?:is|are) (?:it |you |the \w+ )?down\b",
    r"\boutage\b|\bbroken (?:since|after)|\boffline\b",
)
_OWN_MACHINES = (
    (
        r"設備|機械|機器|生産|工場|ライン|ポンプ|モータ|コンプレッサ|プレス|装置|コンベ[アヤ]|ファン"
        r"|ボイラ|軸受|ベアリング|減速機|旋盤"
    ),
    (
        r"加工機|成形機|冷凍機|チラー|タービン|ブロワ|撹拌|炉|クレーン|フォークリフト|ダウンタイム|突発"
        r"|予知|予兆|保全|夜間|夜中"
    ),
    r"業務|営業|返信|対応|人手",
    r"\b(?:machines?|machinery|equipment|lines?|pumps?|motors?|compressors?|press(?:es)?|conveyors?|fans?|mills?)\b",
    r"\b(?:furnaces?|boilers?|turbines?|chillers?|gear ?box(?:es)?|bearings?|plant|factory|production|process)\b",
    r"\b(?:reps?|sales|leads?|crm|team|website|competitors?|spreadsheets?)\b",
)


def is_support(text: str) -> bool:
    """Say whether it is a support case: a machine of their own that fails is a challenge, not our case."""
    if any_of(*_SIGNS).search(text):
        return True
    return any_of(*_FAULT).search(text) is not None and not any_of(*_OWN_MACHINES).search(text)
