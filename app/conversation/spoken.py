"""Which language, other than ours, a message is surely written in. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

KANA = re.compile(r"[ぁ-ヿ]")
ADDRESSES = re.compile(r"(?<!\S)[^\s@]++@\S+|https?://\S+")
WORD = re.compile(r"[^\W\d_]+")
SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(r"[\u1100-\u11ff\uac00-\ud7af]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
}
CHINESE = re.compile(r"[吗呢吧您你们么请问价个为关于贵没样谢怎让这还说对时给]")
MANY = 2  # single words that two languages share prove nothing
SHARE = 0.3  # of a message's words, the least that only the other language has
VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.I)

# Words that carry a sentence of that language and are neither English nor names.
WORDS: Mapping[str, frozenset[str]] = {
    "fr": frozenset(
        "bonjour bonsoir merci combien votre vos vous nous je j est avec pour quel quelle une les des voudrais"  # noqa: SIM905
        " aimerais souhaite devis prix produit entreprise pouvez avez cherchons notre sommes coûte dans qui".split()
    ),
    "de": frozenset(
        "guten tag hallo danke kostet was ist das und wir sie ihre ihr ich möchte möchten ein eine einen für mit"  # noqa: SIM905
        " nicht angebot preis produkt haben können bitte wie viel suchen unsere uns der den".split()
    ),
    "es": frozenset(
        "hola gracias cuánto cuanto cuesta usted ustedes precio buenos días para una por favor necesitamos quiero"  # noqa: SIM905
        " quisiera queremos nuestra nuestro empresa producto cotización presupuesto está tienen somos qué cómo".split()
    ),
    "pt": frozenset(
        "olá obrigado obrigada quanto custa você vocês preço bom dia gostaria orçamento nossa nosso empresa produto"  # noqa: SIM905
        " precisamos uma não são com para queria temos como".split()
    ),
    "it": frozenset(
        "buongiorno buonasera grazie quanto costa vostro vostra il della vorrei vorremmo preventivo prezzo prodotto"  # noqa: SIM905
        " azienda nostra siamo abbiamo una per con che come".split()
    ),
    "vi": frozenset("xin chào bao nhiêu giá tôi chúng muốn biết của cảm ơn sản phẩm báo công ty".split()),  # noqa: SIM905
    "id": frozenset(
        "halo berapa harga terima kasih saya kami ingin tolong produk perusahaan selamat pagi siang apakah bisa untuk"  # noqa: SIM905
        " dengan yang".split()
    ),
    "nl": frozenset(
        "hallo goedemorgen dank bedankt hoeveel kost het een wij ons onze graag zoeken prijs offerte voor met"  # noqa: SIM905
        " van".split()
    ),
}
ENGLISH = frozenset(
    "the a an is are and we our you your to of for with it that this how much what can do does have in on i my please"  # noqa: SIM905
    " need would like at from be will".split()
)


def spoken(text: str) -> str | None:
    """Return the code of the other language a message is surely written in; None for Japanese, English and doubt."""
    plain = ADDRESSES.sub(" ", text)
    if KANA.search(plain):
        return None
    letters = [c for c in plain if c.isalpha()]
    for code, script in SCRIPTS.items():
        if len(script.findall(plain)) > len(letters) / 2:
            return code
    if len(set(CHINESE.findall(plain))) > 1:
        return "zh"
    return _by_words(WORD.findall(plain.casefold()))


def _by_words(words: list[str]) -> str | None:
    if not words:
        return None
    if sum(VIETNAMESE.search(word) is not None for word in words) >= MANY:
        return "vi"
    own = {code: {word for word in words if word in known and word not in ENGLISH} for code, known in WORDS.items()}
    code = max(own, key=lambda one: len(own[one]))
    told = sum(word in own[code] for word in words)
    english = sum(word in ENGLISH for word in words)
    return code if len(own[code]) >= MANY and told >= SHARE * len(words) and told > english else None
