"""The company of a writer who gives no name beside it: Japanese."""

import re

from app.understanding import people_words as words
from app.understanding.shapes_ja import KANJI, SORT_OF_COMPANY

_NAMED = rf"(?P<name>[{KANJI}ァ-ヶーA-Za-z&・ぁ-ん]{{3,15}})"
_GREETING = (
    r"(?:(?:いつも|毎度|平素より)?(?:大変)?(?:お世話(?:になって(?:おり|い)?ます|になります|様です|さまです)"
    r"|ありがとうございます)"
    r"|おはようございます|こんにちは|こんばんは|はじめまして|初めまして)"
)
_GREETED = re.compile(
    rf"(?:^|(?<=[\n。]))\s*{_GREETING}[、。!,\s]+{_NAMED}(?:です|でございます)(?=$|[。、!\n]|が[、。\s]|けど)"
)
# 「すでに契約中です(南郷ファブリカ)」: a statement about the writer, the company behind it in brackets.
_STATED = (
    r"(?:契約(?:中|済み?)|導入(?:中|済み?)|利用中|利用者|ユーザー|顧客|既存客|お客"
    r"|(?:使って|使わせて|利用して|契約して|導入して)(?:いただいて|もらって)?(?:い|おり)?ます|申し込みました)"
)
_BRACKETED = re.compile(rf"{_STATED}(?:です|でございます|の者です|になります)?\s?\({_NAMED}\)")
# 「お客様(東和ミルズ)」 is not where the writer works.
CLIENT_IN_BRACKETS = re.compile(
    r"(?P<who>(?:お客様?|お客さま|顧客|顧問先|客先|クライアント|エンドユーザー|取引先|先方|得意先|支援先|納入先"
    r"|納品先|仕入先|発注先|発注元"
    r"|担当先|訪問先|元請け?|親会社|競合(?:他社)?|他社|代理店|メーカー|業者|紹介(?:元|者)|ベンダー)(?:様|さま|さん"
    r"|企業|会社)?)\s?\([^()]{2,20}\)"
)
_TRADE = (
    r"(?:陶業|精糖|発酵|缶詰|酪農|畜産|紙器|紙工|鋳工|プレス|パルプ|ミルズ?|ドック|ブル[ワー]{1,2}リー|ミート"
    r"|テキスタイル|キャスト|フォージ|モールド|ビール|ドリンク|ペイント|ウッド)"
)
# Kanji and katakana that are no company: 「設備トラブル」, 「追加センサー」.
_THING = re.compile(
    r"(?:トラブル|エラー|センサー?|プラン|ユーザー?|メンバー|キャンセル|リクエスト|アラー[トム]|ゲートウェイ"
    r"|モーター?|ポンプ|ファン|ブロワ"
    r"|コンベヤ?ー?|ライン|ベルト|システム|データ|サポート|デモ|テスト|トライアル|メール|コンプレッサー?|アプリ"
    r"|ケース|コスト|レポート"
    r"|マニュアル|スタッフ|リーダー|マネージャー|オーナー|チーム|クレーム|メーカー|ベンダー|コンサル|ログイン"
    r"|パスワード|アカウント|カタログ"
    r"|オプション|ライセンス|スケジュール|タイミング|リース|レンタル|サイト|ページ|ボタン|バッテリー|ノイズ|リスト"
    r"|クリック|コピー"
    r"|バイト|フリー|パート|ドライバー|エンジニア|オペレーター?|ファンド|ミス|ロス|ダウン|アップ|オフ|オン|テーマ"
    r"|ダクト|ギア|ボイラー?|タンク|ロール|オフィス|ブース|モデル|タイム|インターン|キャンペーン|セミナー|イベント"
    r"|ウェビナー|フォーム|コード|カード|ルール|シート|ファイル)$"
    r"|^(?:定期|地方|個人|学生|小型|大型|中小|展示会|質問|臨時|月次|年次|週次|第[一二三]|緊急|至急|設備|契約|追加"
    r"|通信|機械|工場|点検|現場|見積|請求|新規|既存|年間|月額|無料|有料|登録|解約|製造|生産|品質|対象|担当|当方"
    r"|御社|貴社|先日|先程|今回"
    r"|いつも|こちら|それ|これ|その|この|ただ|また|まだ|もう)"
)


# 「度々すみません、江藤です」: what people say before their name, and no company.
_COURTESY = re.compile(
    r"すみません|すいません|ごめん|失礼|申し訳|申しわけ|恐れ入|恐縮|ありがとう|お疲れ|お世話|よろしく|取り?急ぎ|念のため"
    r"|^(?:追伸|改めまして|改めて|訂正:?|補足|再送|重ねて|連投|先程|先日|早速)$"
)
# 「工学部4年の江藤」: a year, a faculty or a course; the school before it is where they belong.
_SCHOOL = re.compile(
    r"(?P<school>.+?(?:大学(?!院)|大学院(?!生)|高校|高等学校|高専|専門学校|学園|(?<!大)学院)(?:大学院(?!生))?)?"
    r"(?:[^\s]{0,12}(?:学部|学科|学群|専攻|コース|研究科|課程|修士|博士|前期|後期))*"
    r"(?:(?:修士|博士|入社|社会人)?[1-9１-９一二三四五六]年(?:生|次|目)?|[BMD][1-6]|(?:大学院?|高専|高校)?生|大学院生|学生)?"
)
_GOES_ON = re.compile(
    r"(?:(?:様|さま)?(?:宛(?:て)?|あて))?(?:で(?:お|ご|いい|良い|結構)|まで(?:お|ご|に)|宛|あて(?:に|で)).*$"
)

_LONGEST = 60  # characters: more is no name


def own_company(told: str) -> str | None:
    """Return a company's name without what is asked behind it; None for a courtesy, a school year or a faculty."""
    if len(told) > _LONGEST:
        return told
    name = _GOES_ON.sub("", told) or told
    if _COURTESY.search(name):
        return None
    school = _SCHOOL.fullmatch(name)
    return (school["school"] or None) if school else name


def bare_company(text: str) -> str | None:
    """Return the company in 「お世話になっております、東和ミルズです」 or in brackets behind a word about oneself."""
    for match in (*_GREETED.finditer(text), *_BRACKETED.finditer(text)):
        known = re.search("世話|いつも|平素|毎度", match.group()) or match.re is _BRACKETED
        if (is_formed(match["name"]) and not _is_none(match["name"])) or (known and _is_mixed(match["name"])):
            return match["name"]
    return None


def is_formed(name: str) -> bool:
    """Say whether the name has a legal form or ends with a trade."""
    return re.search(rf"{words.COMPANY_FORM_JA}|(?<=.)(?:{words.COMPANY_TAIL_JA}|{_TRADE})$", name) is not None


def is_thing(name: str) -> bool:
    """Say whether the word names what stands in a plant or belongs to a purchase, and so no company."""
    return _THING.search(name) is not None


def _is_mixed(name: str) -> bool:
    """Kanji and katakana in one word (白樺ブルワリー): only of those who greet as customers do."""
    mixed = re.fullmatch(rf"(?=.*[{KANJI}])(?=.*[ァ-ヶー]{{2}}).{{4,}}", name)
    return mixed is not None and not _is_none(name) and not _person(name)


def _is_none(name: str) -> bool:
    return (
        name in words.NOT_NAMES_JA
        or re.search("[はがをでのも]", name) is not None
        or SORT_OF_COMPANY.search(name) is not None
        or is_thing(name)
        or re.fullmatch(rf"(?:{words.INDUSTRY_JA})|{words.TOOLS}", name) is not None
    )


def _person(name: str) -> bool:
    family = re.match(rf"[{KANJI}]+", name)
    return family is not None and family.group() in words.SURNAMES and len(name) - family.end() <= 4
