"""Only the prospect's own data, as written; numbers in one form."""

from datetime import date

import pytest

from app.understanding.facts import Asked, ContactData
from app.understanding.understand import understand


def contact(text: str, asked: Asked | None = None) -> ContactData:
    return understand(text, today=date(2026, 11, 22), asked=asked).contact


def test_a_japanese_signature_is_read() -> None:
    found = contact(
        "よろしくお願いします。\n\n青空精機株式会社\n営業部 課長\n大野 美咲（おおの みさき）\n"
        "TEL: 03-5555-0101\nmisaki.ono@aozora.example"
    )
    assert found == ContactData(
        name="大野 美咲",
        reading="おおの みさき",
        company="青空精機株式会社",
        email="misaki.ono@aozora.example",
        phone="+81355550101",
        role="営業部 課長",
    )


def test_an_english_introduction_gives_name_role_and_company() -> None:
    found = contact("My name is Sarah Connor and I'm the VP of Sales at Skylark Systems.")
    assert (found.name, found.role, found.company) == ("Sarah Connor", "VP of Sales", "Skylark Systems")


@pytest.mark.parametrize(
    ("text", "name", "company"),
    [
        ("ミライ電機の須藤でございます。", "須藤", "ミライ電機"),
        ("代表取締役の森と申します", "森", None),
        ("(株)ミナト商事 営業部の木村です", "木村", "(株)ミナト商事"),
        ("タナカです", "タナカ", None),
        ("This is Tom from Acme Foods", "Tom", "Acme Foods"),
        ("it's Marcus", "Marcus", None),
    ],
)
def test_an_introduction_gives_name_and_company(text: str, name: str, company: str | None) -> None:
    found = contact(text)
    assert (found.name, found.company) == (name, company)


def test_a_bare_name_counts_after_the_question() -> None:
    assert contact("瀧本", "contact").name == "瀧本"
    assert contact("jane doe", "contact").name == "Jane Doe"


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("ｓａｔｏ＠ｈｉｋａｒｉ．ｅｘａｍｐｌｅ", "sato@hikari.example"),
        ("taro.yamada アットマーク hikari ドット example", "taro.yamada@hikari.example"),
        ("john dot smith at foo dot example", "john.smith@foo.example"),
        ("すみません間違えました。a@x.example ではなく b@y.example です", "b@y.example"),
        ("contact my assistant at pa@delta.example", None),
        # what is said of the telephone, or of when, is not said of the address
        ("koike@tanaka.example、電話は不要です", "koike@tanaka.example"),
        ("koike@tanaka.example、FAXは古いです", "koike@tanaka.example"),
        ("koike@tanaka.example、こちらは古いアドレスです", None),
        ("koike@tanaka.example は不要です", None),
        ("経理の小池 koike@tanaka.example", "koike@tanaka.example"),
        ("請求書は経理の小池 koike@tanaka.example へ", None),
        ("前任の後を継いだ小池 koike@tanaka.example", "koike@tanaka.example"),
        ("dana@cole.example, phone isn't an option", "dana@cole.example"),
        ("dana@cole.example isn't checked at weekends", "dana@cole.example"),
        ("dana@cole.example isn't mine", None),
        ("I'm the plant manager dana@cole.example", "dana@cole.example"),
        ("the plant manager is dana@cole.example", None),
        ("my boss is away so use dana@cole.example", "dana@cole.example"),
        ("not by phone please: dana@cole.example", "dana@cole.example"),
        ("not dana@cole.example", None),
    ],
)
def test_an_address_is_read_however_it_is_spelled(text: str, email: str | None) -> None:
    assert contact(text).email == email


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("電話番号は０９０－１２３４－５６７８です", "+819012345678"),
        ("+44 20 7946 0018", "+442079460018"),
        ("注文番号 123-4567-8901 の件です", None),
        ("FAX 03-5555-0199", None),
        ("03-5550-0142、メールは使えません", "+81355500142"),
        ("03-5550-0142 は使えません", None),
        ("+44 20 7946 0018, email is not checked much", "+442079460018"),
    ],
)
def test_a_phone_becomes_e164_and_an_order_number_none(text: str, phone: str | None) -> None:
    assert contact(text).phone == phone


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("営業10〜15名くらいで使います", 15),
        ("三名体制です", 3),
        ("従業員120名、うち営業が18名です", 18),
        ("社員は300名です", None),
        ("we have 25 reps", 25),
        ("Just me for now", 1),
    ],
)
def test_team_size_is_the_number_of_users(text: str, size: int | None) -> None:
    assert contact(text).team_size == size


@pytest.mark.parametrize(
    "text",
    [
        "担当の佐藤さんはいますか",
        "メールでお願いします",
        "松下電機の製品を使っています",
        "検討中です",
        "担当者は不在です",
        "I'm from Germany",
        "Our CEO wants this",
        "Hi Sarah, thanks for the quick reply",
        "We use HubSpot",
    ],
)
def test_words_about_others_leave_everything_empty(text: str) -> None:
    assert contact(text) == ContactData()


TIMES_JA = """月曜 火曜 水曜 木曜 金曜 土曜 日曜 火曜日 火曜午後 月火 来週 再来週 来週火曜 週明け 週末 平日 土日
午前中 午後 明日 明朝 夕方 お昼 昼休み 朝一 夜間 月末 来月 中旬 休日 三時 定時後 営業時間内 来春"""


@pytest.mark.parametrize("asked", [None, "contact"])
@pytest.mark.parametrize("time", TIMES_JA.split())
def test_no_time_is_taken_for_a_name_where_a_number_stands_beside_it(time: str, asked: Asked | None) -> None:
    for text in (
        "{}に電話ください。03-5555-0100",
        "{} 03-5555-0100",
        "{}です。03-5555-0100",
        "{}にメールを。a@b.example",
    ):
        assert contact(text.format(time), asked).name is None, text.format(time)
    assert contact(f"{time}に電話ください。03-5555-0100 山田です。", asked).name == "山田"


@pytest.mark.parametrize(
    "time", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "tonight", "Tue morning", "weekdays"]
)
def test_no_time_is_taken_for_a_name_in_english(time: str) -> None:
    for text in ("Call me {}. +1 312 555 0144", "{}, 312-555-0144", "{} is best: 312-555-0144"):
        assert contact(text.format(time)).name is None, text.format(time)


@pytest.mark.parametrize(
    "text",
    ["by end of Q1", "By End of March", "End of Q1", "After Golden Week", "Around Easter", "By Christmas", "Mid March"],
)
def test_a_time_in_answer_to_who_they_are_is_no_name(text: str) -> None:
    assert contact(text, "contact").name is None
    assert contact(f"{text}. Tom Baker", "contact").name == "Tom Baker"


@pytest.mark.parametrize("name", ["June Abara", "Mark Early", "Easter Jones", "Byron Ende"])
def test_a_name_with_the_word_for_a_time_is_a_name_in_english(name: str) -> None:
    assert contact(name, "contact").name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [("春日です。03-5555-0100", "春日"), ("朝日と申します", "朝日"), ("My name is Wei Sun.", "Wei Sun")],
)
def test_a_name_that_holds_a_time_is_a_name(text: str, name: str) -> None:
    assert contact(text).name == name


def test_the_name_under_a_letter_is_taken_in_full_with_its_reading() -> None:
    found = contact(
        "つばめ精機 設備課の折尾です。\n見積の件でご連絡しました。\n\n"
        "つばめ精機 設備課\n折尾 凛（おりお りん）\norio@tsubame.example"
    )
    assert (found.name, found.reading, found.company) == ("折尾 凛", "おりお りん", "つばめ精機")
