"""Every sentence a person reads stands in both catalogues, is used, and takes the same values in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from app.conversation.plan_table import REASONS
from app.core import errors
from app.core.errors import AppError, SetupError
from app.core.templating import LANGS
from app.lab.reading import LETTERS_THAT_COUNT

ROOT = Path(__file__).parent.parent
TEXTS = ROOT / "templates" / "texts"
DOMAINS = sorted({path.name.split(".")[0] for path in TEXTS.glob("*.po")})
PLACE = re.compile(r"%\((\w+)\)[sd]")
QUOTED = re.compile(r"""(["'])([a-z][a-z0-9_.]*)\1""")

CLOSES = ("lead_closed", "lead_reopened", "conversation_continued")
# Ids that are put together at run time, and the file that does it.
DYNAMIC = {
    "act.": "app/conversation/compose.py",
    "against.": "templates/web/lead_history.html",
    "app.lang.": "templates/web/console.html",
    "ask.": "app/conversation/compose.py",
    "band.": "templates/web/parts.html",
    "because.": "templates/web/lead_history.html",
    "board.": "templates/web/board.html",
    "briefing.authority.": "app/briefing/grid.py",
    "briefing.by.": "app/briefing/grid.py",
    "briefing.call.": "app/briefing/opening.py",
    "briefing.clock.": "app/briefing/header.py",
    "briefing.gap.": "app/briefing/opening.py",
    "briefing.hours.": "app/briefing/pen.py",
    "briefing.label.": "app/briefing/pen.py",
    "briefing.lang.": "app/briefing/header.py",
    "briefing.next.": "app/briefing/opening.py",
    "briefing.quote.": "app/briefing/grid.py",
    "briefing.reason.": "app/briefing/header.py",
    "briefing.source.": "templates/web/briefing.html",
    "briefing.timing.": "app/briefing/pen.py",
    "briefing.told.": "app/briefing/grid.py",
    "briefing.topic.": "app/briefing/opening.py",
    "briefing.watch.": "app/briefing/opening.py",
    "briefing.why.": "app/briefing/header.py",
    "briefing.write.": "app/briefing/opening.py",
    "call.": "templates/web/lead_calls.html",
    "clock.": "templates/web/parts.html",
    "delivery.": "templates/web/message.html",
    "demo.own_says.": "templates/demo/split.html",
    "demo.role.": "templates/demo/split.html",
    "demo.says.": "templates/demo/split.html",
    "demo.scene.": "templates/demo/split.html",
    "detail.": "app/conversation/compose.py",
    "demo.story.": "templates/demo/split.html",
    "event.": "templates/web/lead_history.html",
    "error.title.": "templates/web/error.html",
    "made.": "templates/web/message.html",
    "form.": "templates/web/form.html",
    "knowledge.field.": "templates/web/knowledge_write.html",
    "knowledge.filter.": "templates/web/knowledge_parts.html",
    "knowledge.health.": "templates/web/knowledge.html",
    "knowledge.hint.": "templates/web/knowledge_write.html",
    "knowledge.kind.": "templates/web/knowledge.html",
    "knowledge.saved.": "templates/web/knowledge_document.html",
    "knowledge.state.": "templates/web/knowledge_document.html",
    "knowledge.status.": "templates/web/knowledge_parts.html",
    "knowledge.verdict.": "templates/web/knowledge_try.html",
    "knowledge.wrong.": "templates/web/knowledge_write.html",
    "lead.": "templates/web/message.html",
    "notice.band.": "app/routing/notice.py",
    "notice.title.": "app/routing/notice.py",
    "opener.": "app/conversation/openers.py",
    "queue.empty.": "templates/web/queue_list.html",
    "queue.show.": "templates/web/queue_list.html",
    "quick.": "app/conversation/compose.py",
    "reason.": "app/routing/notice.py",
    "source.": "templates/web/parts.html",
    "stage.": "templates/web/lead_history.html",
    "why.": "templates/web/message.html",
    "widget.quick.": "app/web/widget.py",
}


@cache
def texts(domain: str, lang: str) -> dict[str, str]:
    with (TEXTS / f"{domain}.{lang}.po").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file, locale=lang) if entry.id}


@cache
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "app").rglob("*.py"))}


def raised_codes() -> Iterator[tuple[str, str, Path]]:
    """Yield (error class, code, file) of every error built with a code that can be read off the source."""
    known = {name for name, made in vars(errors).items() if isinstance(made, type) and issubclass(made, AppError)}
    for path, tree in trees().items():
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known and node.args:
                first = node.args[0]
                code = first.value if isinstance(first, ast.Constant) else constants.get(ast.unparse(first))
                assert isinstance(code, str), f"{path}:{node.lineno}: an error code is written out where it is raised"
                yield node.func.id, code, path


def words_in_code() -> set[str]:
    """Return every string in the code and every quoted word in the pages."""
    found = {
        node.value
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for page in (ROOT / "templates").rglob("*.html"):
        found |= {word for _, word in QUOTED.findall(page.read_text("utf-8"))}
    return found


@pytest.mark.parametrize("domain", DOMAINS)
def test_both_languages_have_the_same_ids_and_places_and_no_empty_text(domain: str) -> None:
    japanese, english = (texts(domain, lang) for lang in LANGS)
    assert japanese.keys() == english.keys()
    for text_id in japanese:
        assert japanese[text_id], f"{text_id} is empty in Japanese"
        assert english[text_id], f"{text_id} is empty in English"
        assert set(PLACE.findall(japanese[text_id])) == set(PLACE.findall(english[text_id])), text_id


def test_no_id_stands_in_two_catalogues() -> None:
    everywhere = [text_id for domain in DOMAINS for text_id in texts(domain, "ja")]
    assert len(everywhere) == len(set(everywhere))


def test_every_error_a_person_can_meet_has_its_words() -> None:
    for_people = {
        code for made, code, path in raised_codes() if made != SetupError.__name__ and "cli" not in path.parts
    }
    assert len(for_people) > 20
    assert for_people - texts("errors", "ja").keys() == set()


def test_every_reason_of_the_plan_and_every_event_of_a_conversation_has_its_words_in_the_console() -> None:
    known = texts("console", "ja").keys()
    assert {f"why.{reason}" for reason in REASONS} - known == set()
    assert {f"event.{kind}" for kind in ("turn_settled", "sentence_blocked", *CLOSES)} - known == set()


def test_no_text_is_unused() -> None:
    words = words_in_code()
    used = words | {f"briefing.{word}" for word in words}
    unused = {
        text_id
        for domain in DOMAINS
        for text_id in texts(domain, "ja")
        if text_id not in used and not text_id.startswith(tuple(DYNAMIC))
    }
    assert unused == set()


@pytest.mark.parametrize("prefix", DYNAMIC)
def test_a_listed_prefix_is_still_put_together_where_the_list_says(prefix: str) -> None:
    source = (ROOT / DYNAMIC[prefix]).read_text("utf-8")
    short = re.escape(prefix.removeprefix("briefing."))
    assert re.search(rf"""{short}(\{{|["'] ~)""", source)


def test_every_word_of_a_page_that_looks_like_an_id_has_a_text() -> None:
    asked = re.compile(r"""\bt\(["']([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)["'][,)]""")
    known = {text_id for domain in DOMAINS for text_id in texts(domain, "ja")}
    found = {text_id for page in (ROOT / "templates").rglob("*.html") for text_id in asked.findall(page.read_text())}
    assert len(found) > 50
    assert found - known == set()


# What is never said to a prospect, in the chat or in a mail (CONVENTIONS.md, reference/email.md).
NEVER = {
    "ja": re.compile(
        r"[!！]|御社|了解(?:です|しました|いたしました)|ご苦労|なるほど|よろしかったでしょうか|させていただ.*させていただ"
        r"|取り?急ぎ|とんでもございません|幸甚|最高|必ず|絶対|保証|業界一|素晴らし|(?:予約|手配|予定を確保)(?:済み|しました)"
        r"|お送りしました|おかけしました"
    ),
    "en": re.compile(
        r"!|\b(?:great question|delighted|excited|thrilled|sir|madam|do not hesitate|kindly|guarantee|amazing|excellent"
        r"|best in|leading|world-class|absolutely|booked|scheduled|have sent|have called"
        r"|enquir\w*|apologis\w*|organis\w*|recognis\w*|favour\w*|whilst|diary|rang)\b",
        re.I,
    ),
}
STRAIGHT = re.compile(r"[\"']")


@pytest.mark.parametrize("domain", ["reply", "mail"])
@pytest.mark.parametrize("lang", LANGS)
def test_nothing_we_say_has_a_word_that_business_avoids_or_claims_what_was_not_done(lang: str, domain: str) -> None:
    for text_id, text in texts(domain, lang).items():
        assert not NEVER[lang].search(text), (text_id, text)
        assert not STRAIGHT.search(text), (text_id, text)
        assert not (domain == "reply" and "貴社" in text), text_id


def test_the_banned_words_are_found() -> None:
    for text in (
        "了解しました。",
        "お打ち合わせを予約しました。",
        "ご案内させていただき、ご説明させていただきます。",
        "御社",
    ):
        assert NEVER["ja"].search(text), text
    for text in ("Great question!", "I have booked it.", "We apologise.", "Our enquiry desk"):
        assert NEVER["en"].search(text), text


@pytest.mark.parametrize("lang", LANGS)
def test_only_a_question_of_ours_asks(lang: str) -> None:
    marks = re.compile(r"[?？]|(?:でしょうか|ますか|いかがですか)。")
    asking = {
        text_id
        for domain in ("reply", "mail")
        for text_id, text in texts(domain, lang).items()
        if text_id.startswith(("act.", "opener.", "pack.", "detail.")) and marks.search(text)
    }
    assert {text_id.split(".")[1] for text_id in asking} <= {"offer_person"}


SENTENCE = re.compile(r"[^。.?]+[。.?]")


@pytest.mark.parametrize("lang", LANGS)
def test_no_sentence_stands_in_two_texts_that_a_conversation_may_hold(lang: str) -> None:
    seen: dict[str, str] = {}
    for text_id, text in texts("reply", lang).items():
        if text_id.startswith(("act.", "ask.")):
            for sentence in {one.strip() for one in SENTENCE.findall(text)}:
                if sum(letter.isalnum() for letter in PLACE.sub("", sentence)) >= LETTERS_THAT_COUNT:
                    assert sentence not in seen, (text_id, seen[sentence], sentence)
                    seen[sentence] = text_id


def test_variants_of_a_text_leave_no_gap_and_no_act_is_said_like_another() -> None:
    for lang in LANGS:
        said = {**texts("reply", lang), **texts("mail", lang)}
        acts = [text for text_id, text in said.items() if text_id.startswith(("act.", "ask."))]
        assert len(acts) == len(set(acts))
        for text_id, text in said.items():
            base, _, number = text_id.rpartition(".")
            if number.isdigit():
                before = base if number == "2" else f"{base}.{int(number) - 1}"
                assert before in said, text_id
                assert text != said[base], text_id
