"""Kanji that are nobody's name, whatever stands around them: a trade, a plant, a wish, a spec, a relation."""

import re

from app.understanding import people_words as words

# No family name and no given name holds one of these.
_NEVER = "性械検測課率費販購障害質題件型料損壊漏煙塵騒臭腐濁爆停契解険約課績"
_ENDS = re.compile(
    r"(?:監視|管理|点検|検査|測定|診断|予測|保全|制御|分析|検知|計測|改善|向上|対策|削減|搬送|運用|比較|調査"
    r"|故障|異常|振動|不調|不良|不足|停電|停止|漏水|漏電|漏洩|遅延|誤差|腐敗|破損|破裂|劣化|摩耗|磨耗|発熱|過熱|騒音|[目缶瓶箱袋糸]詰"
    r"|混入|欠品|進捗|段階|手間|更新|交換|増設|設置|見積|契約|提案|事例|資料|価格|依頼|相談|注文|要望|問題|状態|状況|原因"
    r"|影響|寿命|負荷|電源|配線|稼働|修理|性能|機能|可否|有無|条件|期間|期限|方法|範囲|対象|温度|湿度|速度|精度|重量|寸法"
    r"|(?:工|現|職|農|牧|市|劇|会|球|酒|処理|浄水|採石|駐車|養鶏|養殖|圃|試験|製材|精米|洗車|解体)場|[商店]街|団地"
    r"|希望|志望|予定|検討|確認|連絡|返信|返事|回答|待機|連休|休暇|勤務|夜勤|日勤|当直|宿直|窓口|受付|業務|任務|義務"
    r"|防水|防爆|防塵|耐熱|屋外|屋内|室内|全部|一部|以外|総額|金額|年額|月額|税込|税抜|初期|追加|最低|最大|最短)$"
)
_RELATION = re.compile(
    r"(?:息子|愛娘|親父|両親|家内|主人|旦那|夫婦|婿養子|娘婿|義[父母兄弟姉妹]|祖[父母]|兄弟|姉妹|従[兄姉]弟?妹?|伯[父母]"
    r"|叔[父母]|甥|姪|[長次三四]男|[長次三]女|親族|親戚|身内|家族|跡取|後継|後任|前任|知人|友人|知合|同僚|部下|上司|先輩"
    r"|後輩|仲間|部員|社員|工員|従業員|新人|素人|隣人|代理|身代|弟子|取引先)$"
)


def is_noun(word: str) -> bool:
    """Say whether a word of kanji is an ordinary one; a known family name is asked for before."""
    plain = word.split(" ")[0]
    if plain in words.NOT_NAMES_JA or re.search(f"[{_NEVER}]", plain) or _ENDS.search(plain) or _RELATION.search(plain):
        return True
    return len(plain) > 3 and (plain[-2:] in words.NOT_NAMES_JA or plain[:2] in words.NOT_NAMES_JA)
