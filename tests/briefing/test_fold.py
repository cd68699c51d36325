"""Whatever was said, the card stays short enough and keeps what matters."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from app.briefing.card import LIMIT, Line, Section, clip, cost, fold
from app.briefing.facts import SLOTS, Called, Cell, Cited, Due, Facts, Heard, Source, Told, Viewed
from app.briefing.write import write
from app.leads.contacts import ContactCard
from app.leads.score import Reason
from tests.briefing.sample import TEXTS

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
ALWAYS = ("company", "person", "reach", "band", "clock", "owner", "source", "consent", "why", "next")
SAID = (
    "",
    "\n ",
    "田中 美咲",
    "夜間に設備が止まります。原因は分かりますか。",
    "長い話です。" * 60,
    "切れ目のない一文が続いて" * 40,
    "Night stops",
    "We lose two hours a week. Can you help?",
    "A long story without an end, " * 40,
    "averyveryverylongwordwithoutanyspace" * 9,
    "a.very.long.address@department.company.example",
    "mixed 日本語 and English 文章 " * 20,
    "!?。",
)
words = st.sampled_from(SAID)
maybe = st.none() | words
ids = st.integers(min_value=1, max_value=5).map(lambda n: UUID(int=n))
times = st.integers(min_value=0, max_value=5000).map(lambda n: NOW - timedelta(minutes=n))
sources = ids.map(lambda id_: Source("message", id_))
cards = st.builds(
    ContactCard,
    name=maybe,
    reading=maybe,
    company=maybe,
    role=maybe,
    team_size=st.none() | st.integers(1, 10**6),
    email=maybe,
    phone=st.sampled_from([None, "+81332345678", "+819012345678", "+13125550142", "odd"]),
    phone_ok=st.booleans(),
    call_from=st.sampled_from([None, "10:00"]),
    call_until=st.sampled_from([None, "12:00"]),
)
statuses = st.sampled_from(["unknown", "asked", "known", "declined", "corrected"])
windows = st.sampled_from(
    [
        {},
        {"kind": "asap"},
        {"kind": "undecided", "condition": "稟議が通り次第"},
        {"kind": "range", "earliest": "2026-12-01", "latest": "2027-03-31"},
        {"kind": "range", "earliest": "2026-12-05", "latest": None},
        {"kind": "range", "earliest": None, "latest": "2027-01-15"},
    ]
)
cells = st.builds(Cell, status=statuses, value=maybe, normal=windows, quote=maybe, message_id=st.none() | ids)
codes = st.sampled_from(
    ["asap", "soon", "later", "meeting", "quote", "price", "challenge", "phone", "pricing_twice", "x"]
)
acts = st.sampled_from(
    ["complaint", "support", "crisis", "abuse", "no_discount", "handoff", "quote", "no_calls", "injection"]
)
results = st.sampled_from(["connected", "no_answer", "call_back", "wrong_number", "no_calls"])
everything = st.builds(
    Facts,
    lead_id=ids,
    now=st.just(NOW),
    zone=st.just("Asia/Tokyo"),
    lang=st.sampled_from(["ja", "en"]),
    source=st.sampled_from(["widget", "email", "fair"]),
    channel=st.just("widget"),
    band=st.sampled_from(["hot", "warm", "cold"]),
    kind=st.sampled_from(["prospect", "customer", "competitor", "partner", "job_applicant", "abusive", "press"]),
    card=cards,
    reasons=st.lists(st.builds(Reason, code=codes, points=st.just(5), value=words), max_size=5).map(tuple),
    due=st.builds(
        Due, stage=st.sampled_from(["waiting", "claim", "contact", "contacted"]), at=st.none() | times, by=maybe
    ),
    owner=maybe,
    claimed=st.booleans(),
    agreed=st.sampled_from([None, True, False]),
    opted_out=st.booleans(),
    us=st.fixed_dictionaries({"ja": words, "en": words}),
    cells=st.dictionaries(st.sampled_from(SLOTS), cells),
    heard=st.lists(st.builds(Heard, id=ids, text=words, at=times), max_size=4).map(tuple),
    viewed=st.lists(
        st.builds(Viewed, id=ids, title=words, views=st.integers(1, 9), to_end=st.booleans(), at=times), max_size=5
    ).map(tuple),
    cited=st.lists(st.builds(Cited, message_id=ids, title=words, customer=maybe, figure=maybe), max_size=3).map(tuple),
    told=st.lists(
        st.builds(
            Told,
            what=st.sampled_from(["dont_know", "quote", "handoff"]) | words,
            source=sources,
            question=maybe,
            due_at=st.none() | times,
            lapsed=st.booleans(),
        ),
        max_size=4,
    ).map(tuple),
    calls=st.lists(st.builds(Called, result=results, by=words, at=times, source=sources), max_size=4).map(tuple),
    acts=st.dictionaries(acts, ids, max_size=4),
    answered=st.dictionaries(ids, st.builds(Heard, id=ids, text=words, at=times), max_size=3),
)


@given(everything, st.sampled_from(["ja", "en"]))
@settings(max_examples=150)
def test_any_lead_fits_above_the_fold_and_keeps_what_matters(facts: Facts, lang: str) -> None:
    card = write(facts, TEXTS, lang)
    above = [line for part in card.above for line in part.lines]
    shown = " ".join(f"{line.label} {line.text} {line.quote or ''}" for line in above)
    assert card.size <= LIMIT[lang]
    assert len(shown.split()) <= LIMIT["en"] or lang == "ja"
    assert set(ALWAYS) <= {line.key for line in above}
    assert all(line.text or line.quote for line in above), "a label without a fact"
    spoken = (*facts.heard, *facts.answered.values())
    said = [" ".join(text.split()) for text in (*(one.text for one in spoken), *_quotes(facts))]
    for line in above:
        if line.quote and facts.card.phone_ok:
            assert any(line.quote.removesuffix("…") in text for text in said), "not their words"


def _quotes(facts: Facts) -> list[str]:
    questions = [told.question or "" for told in facts.told]
    return [*questions, *(cell.quote or "" for cell in facts.cells.values())]


@given(words | st.text(max_size=60), st.integers(1, 80), st.sampled_from(["ja", "en"]))
def test_a_clipped_text_begins_like_the_whole_one_and_fits(text: str, room: int, lang: str) -> None:
    clipped = clip(text, room, lang=lang)
    whole = " ".join(text.split())
    assert clipped == whole or (clipped.endswith("…") and whole.startswith(clipped[:-1]))
    assert cost(clipped, lang) <= (room if lang == "ja" else max(3, room))


def test_what_does_not_fit_goes_below_in_the_same_order() -> None:
    source = Source("lead", UUID(int=1))
    lines = tuple(Line(f"line{n}", "", "あ" * 200, source, rank) for n, rank in enumerate((2, 0, 1)))
    above, below = fold([Section("one", "題", lines)], lang="ja")
    assert [line.key for line in above[0].lines] == ["line1", "line2"]
    assert [line.key for line in below[0].lines] == ["line0"]
