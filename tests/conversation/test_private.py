"""Contact data is taken out of a text in any spelling; figures and days stay."""

from __future__ import annotations

from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversation.private import private
from app.understanding import contact_points

NAMES = ["佐々木健", "Kate Miller", "佐々木", "Miller", "Kate", "林"]
PHONES = ["0355550100", "07012345678", "+81355550100", "2125550142", "+12125550142", "+442079460018"]
LETTERS = "あ漢ア市区。、「1〇5０a.-@ \n(〒"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("a.b@c.example までお願いします", "[[email]] までお願いします"),
        ("ｓａｓａｋｉ＠ｔｏｗａ.example です", "[[email]] です"),
        ("kate at harbor dot example, thanks", "[[email]], thanks"),
        ("メールはtanaka@example.com です", "メールは[[email]] です"),
        ("連絡先：tanakaアットマークexampleドットcom。", "連絡先:[[email]]。"),
        ("taro(a)minato.example", "[[email]]"),
        ("kate @ harbor .example", "[[email]]"),
        ("taro underscore yamada at minato dot example", "[[email]]"),
        ("田中@例え.example にください", "田中[[email]] にください"),
        ("hana @ minato . example", "[[email]]"),
        ("write to ann@localhost", "write to [[email]]"),
        ("?mail=hana%40minato.example", "?mail=[[email]]"),
        ("müller@werk.example", "[[email]]"),
        ("東和精機の佐々木健です。佐々木より", "東和精機の[[name]]です。[[name]]より"),
        ("林です。林業の会社です", "[[name]]です。林業の会社です"),
        ("Kate here, Kate Miller", "[[name]] here, [[name]]"),
        ("東京都千代田区丸の内1-2-3 みなとビル5F の森です", "[[address]] の森です"),
        ("本社は浜松市中区砂山町12-3です", "本社は[[address]]です"),
        ("〒100-0005 東京都千代田区丸の内一丁目9番2号", "[[address]]"),
        ("We are at 350 Fifth Avenue, New York, NY 10118", "We are at [[address]]"),
        ("ship to 10 Downing Street, London SW1A 2AA.", "ship to [[address]]."),
        ("221B Baker Street, London NW1 6XE", "[[address]]"),
        ("221b baker st, london nw1 6xe", "[[address]]"),
        ("350 5th Ave, New York", "[[address]], New York"),
        ("Tokyo, Ota-ku, 1-8-3 Suimon", "[[address]]"),
        ("1-8-3 Suimon, Ota-ku, Tokyo 143", "[[address]] 143"),
        ("Hauptstraße 12, 10115 Berlin", "[[address]]"),
        ("12, rue de la Paix", "[[address]]"),
        ("Je m'appelle Camille Durand. Combien ?", "Je m'appelle [[name]]. Combien ?"),
        ("Mit freundlichen Grüßen\nJörg Maier", "Mit freundlichen Grüßen\n[[name]]"),
        ("我叫王小明，请问价格", "我叫[[name]],请问价格"),
        ("Je suis intéressé par votre produit", "Je suis intéressé par votre produit"),
    ],
)
def test_addresses_and_names_are_replaced(text: str, masked: str) -> None:
    assert private(text, names=NAMES) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("０３－１２３４－５６７８です", "[[phone]]です"),
        ("Call +1 212 555 0142.", "Call [[phone]]."),
        ("Call me at 212.555.0100", "Call me at [[phone]]"),
        ("03ー5555ー0100まで", "[[phone]]まで"),
        ("03の5555の0100まで", "[[phone]]まで"),
        ("03/5555/0100", "[[phone]]"),
        ("070_1234_5678", "[[phone]]"),
        ("090,1234,5678", "[[phone]]"),
        ("call 555-0100", "call [[phone]]"),
        ("0 9 0 1 2 3 4 5 6 7 8", "[[phone]]"),
        ("〇九〇の一二三四の五六七八", "[[phone]]"),
        ("five five five, zero one zero zero", "[[phone]]"),
        ("card 4111 1111 1111 1111 111", "card [[phone]]"),
        ("Tel:0312345678", "Tel:[[phone]]"),
        ("連絡先は03-5555-0100人事部の山田です", "連絡先は[[phone]]人事部の山田です"),
        ("携帯090-1234-5678名前は山田", "携帯[[phone]]名前は山田"),
        ("090-1234-5678本日中に", "[[phone]]本日中に"),
        ("電話03-5555-0100時間は平日午後", "電話[[phone]]時間は平日午後"),
        ("09012345678件名は見積", "[[phone]]件名は見積"),
        ("call 312-555-0144 people ask", "call [[phone]] people ask"),
        ("call 3125550144 people ask", "call [[phone]] people ask"),
        ("$ 312-555-0144", "$ [[phone]]"),
    ],
)
def test_numbers_are_replaced_however_they_are_parted(text: str, masked: str) -> None:
    assert private(text, names=()) == masked


@pytest.mark.parametrize(
    "text",
    [
        "Meet us at noon",
        "We work at night. Machines stop.",
        "アットホームな会社です",
        "センサー30台、2026年11月24日",
        "2026/11/24-2026/12/01の間",
        "12/1 - 12/15 に",
        "11/24 13-15時",
        "24.11.2026 14:30",
        "2025-2026",
        "1000-5000名",
        "1000 - 5000 employees",
        "予算は1000000円",
        "$1000000 a year",
        "予算(1000000円)",
        "$1234567.50 in all",
        "1,000,000-2,000,000円",
        "Meet us @ noon. Machines stop.",
        "10 @ 500",
        "稼働率は100%40台です",
        "5 units in the 2nd row",
        "line 3-4 in the Ota plant",
        "10,000,000 rows",
        "0.5, 0.75, 1.25 mm",
        "10:00-11:00 or 13:00-15:00",
        "ISO 27001:2022",
        "東京都港区に3-4拠点",
        "横浜市に工場が3つ",
        "大阪市と神戸市の2拠点",
        "3 sensors on the road",
        "20 minutes drive",
        "〇〇株式会社",
        "24/7/365",
    ],
)
def test_days_amounts_and_places_without_a_number_stay(text: str) -> None:
    assert private(text, names=()) == text


@given(
    st.sampled_from(PHONES),
    st.lists(
        st.sampled_from(["", " ", "-", ".", "ー", "－", "–", "・", "/", "_", " - ", ") ", "の"]),
        min_size=12,
        max_size=12,
    ),
    st.sampled_from(["電話は{}です", "Call me: {}", "{}", "森です。{}、よろしく", "my mobile is {}, after 5"]),
)
def test_what_the_reader_of_contact_data_takes_for_a_number_is_never_left(
    phone: str, gaps: list[str], frame: str
) -> None:
    written = "".join(digit + gap for digit, gap in zip(phone, gaps[: len(phone) - 1] + [""] * 3, strict=False))
    left = private(frame.format(written), names=())
    assert contact_points.phone(left) is None
    assert sum(map(str.isdigit, left.replace("after 5", ""))) == 0


@pytest.mark.parametrize(
    "unit",
    [
        *LETTERS,
        "アット",
        "a@",
        "1-",
        "0 ",
        " at ",
        "a dot ",
        "市区",
        "1丁目",
        "one ",
        "12 Ab Street, ",
        "1-8 Ab-ku ",
        "Ab-ku, ",
        "a@b",
        "%40a",
    ],
)
def test_ten_times_the_text_is_about_ten_times_the_work(unit: str) -> None:
    def work(characters: int) -> float:
        text = (unit * characters)[:characters]
        spans = []
        for _ in range(3):
            begun = thread_time()
            private(text, names=("林", "Kate"))
            spans.append(thread_time() - begun)
        return min(spans)

    assert work(8000) < 40 * max(work(800), 0.0005), "a square would be a hundred times"
