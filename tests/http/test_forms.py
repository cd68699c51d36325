"""What a web form is answered, whoever built it and however often it is sent."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.clock import FixedClock
from app.core.settings import Settings
from app.flows.first_run import ensure_site
from app.flows.inboxes import FormInbox, add_form_inbox, add_mail_inbox
from app.leads import consent, contacts
from app.main import Parts, build, create_app
from app.models import Conversation, Inbox, Lead, Message, RawMessage, Site
from tests.conftest import TUESDAY_10_JST

FORM = "/v1/forms/fk_own"
ORIGIN = "https://www.minamo.example"
PAGES = "https://shop.minamo.example"
TEXT = "冷却水ポンプ8台の監視を検討しています。"
VISITOR = "sbv_" + "f" * 22


def add_forms(session: Session) -> None:
    site = ensure_site(session, lang="ja", now=TUESDAY_10_JST)
    site.name, site.key, site.origins = "ミナモ計測", "pk_forms", [ORIGIN]
    mail = add_mail_inbox(
        session, site, address="hello@minamo.example", names={"ja": "ミナモ計測"}, lang="ja", signature={}
    )
    add_form_inbox(
        session,
        mail,
        form=FormInbox("お問い合わせ", "ja", key="fk_own", origins=[PAGES], fields={"q7": "company", "memo": ""}),
    )
    thanks = {"ja": "https://www.minamo.example/thanks", "en": "/en/contact/thanks"}
    add_form_inbox(session, mail, form=FormInbox("資料請求", "ja", key="fk_thanks", thanks_url=thanks))


def office_in(folder: Path, **settings: Any) -> Parts:
    parts = build(Settings.load(data_dir=folder, **settings), FixedClock(TUESDAY_10_JST))
    parts.database.write(add_forms)
    return parts


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    return office_in(tmp_path_factory.mktemp("office"), pace="off")


@pytest.fixture(scope="module")
def client(office: Parts) -> Iterator[TestClient]:
    with browser(office) as made:
        yield made


def browser(office: Parts) -> TestClient:
    headers = {"Accept": "text/html", "Accept-Language": "ja"}
    return TestClient(create_app(office), base_url="http://localhost", headers=headers, follow_redirects=False)


def fields(**more: str) -> dict[str, str]:
    return {"name": "田中 一郎", "email": "tanaka@minato.example", "message": TEXT, **more}


def send(client: TestClient, form: str = FORM, **more: str) -> Response:
    """Send the form as a browser without scripts does."""
    return client.post(form, data=fields(**more))


def call(client: TestClient, form: str = FORM, *, origin: str = PAGES, key: str = "", **more: Any) -> Response:
    """Send the form as a page's script does."""
    headers = {"Origin": origin, "Accept": "application/json"} | ({"Idempotency-Key": key} if key else {})
    return client.post(form, json={**fields(), **more}, headers=headers)


def error_of(answer: Response) -> dict[str, Any]:
    error: dict[str, Any] = answer.json()["error"]
    return error


def leads(office: Parts) -> int:
    return office.database.read(lambda s: s.scalar(select(func.count()).select_from(Lead))) or 0


def newest(office: Parts) -> tuple[Lead, Conversation, list[Message]]:
    def read(session: Session) -> tuple[Lead, Conversation, list[Message]]:
        talk = session.scalars(select(Conversation).order_by(Conversation.id.desc()).limit(1)).one()
        said = session.scalars(select(Message).where(Message.conversation_id == talk.id).order_by(Message.seq))
        return session.get_one(Lead, talk.lead_id), talk, list(said)

    return office.database.read(read)


def card(office: Parts, lead: Lead) -> contacts.ContactCard:
    return office.database.read(lambda s: contacts.card(s, office.vault, contact_id=lead.contact_id))


def test_a_sent_form_is_a_lead_with_what_was_filled_in_and_the_raw_form_beside_it(
    client: TestClient, office: Parts
) -> None:
    more = {
        "company": "みなと工業株式会社",
        "フリガナ": "タナカ イチロウ",
        "電話番号（任意）": "０３－１２３４－５６７８",
    }
    answer = send(client, wants="quote", **more)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{FORM}/thanks?lang=ja")
    lead, talk, said = newest(office)
    known = card(office, lead)
    assert (known.name, known.reading, known.company) == ("田中 一郎", "タナカ イチロウ", "みなと工業株式会社")
    assert (known.email, known.phone) == ("tanaka@minato.example", "+81312345678")
    assert (lead.source, talk.channel, lead.facts["wants"]) == ("webform", "email", ["quote"])
    assert (said[0].text, said[0].channel) == (TEXT, "webform")
    raw = office.database.read(lambda s: s.scalars(select(RawMessage).where(RawMessage.message_id == said[0].id)).one())
    assert raw.state == "accepted"
    assert TEXT.encode() not in raw.body_enc
    assert ["wants", "quote"] in json.loads(office.vault.open(raw.body_enc))


def test_the_thanks_page_says_when_and_from_where_the_answer_comes(client: TestClient) -> None:
    page = client.get(f"{FORM}/thanks").text
    assert "通常は1分以内に、hello@minamo.example から" in page
    assert "usually comes within a minute" in client.get(f"{FORM}/thanks?lang=en").text


def test_the_browser_goes_only_where_the_company_says(client: TestClient) -> None:
    for lang, target in (("ja", "https://www.minamo.example/thanks"), ("en", "/en/contact/thanks")):
        evil = {"thanks_url": "https://evil.example", "next": "//evil.example", "redirect": "https://evil.example"}
        answer = send(client, "/v1/forms/fk_thanks", lang=lang, **evil)
        assert answer.headers["location"] == target
    policy = client.get("/v1/forms/fk_thanks").headers["content-security-policy"]
    assert "form-action 'self' https://www.minamo.example;" in policy


def test_the_hosted_form_stores_nothing_in_the_browser_and_shows_the_notice(client: TestClient, office: Parts) -> None:
    page = client.get(FORM)
    assert "set-cookie" not in page.headers
    assert "お返事ははじめにAIがお送りし" in page.text
    version = re.findall(r'name="notice" value="(\w+)"', page.text)[0]
    send(client, notice=version, message="通知の文を見てから送りました。")
    talk = newest(office)[1]
    assert (talk.notice_version, talk.notice_lang) == (version, "ja")
    send(client, notice="site:2026-11", message="自社サイトの文を見て送りました。")
    assert newest(office)[1].notice_version == "site:2026-11"
    send(client, notice="000000000000", message="別の文を見て送りました。")
    assert newest(office)[1].notice_version is None


def test_errors_stand_beside_their_fields_and_everything_typed_is_kept(client: TestClient, office: Parts) -> None:
    before = leads(office)
    typed = {
        "name": "<b>田中</b>",
        "email": "tanaka@minato",
        "company": "みなと工業",
        "従業員数": "120名",
        "wants": "other",
    }
    answer = client.post(FORM, data={**typed, "message": ""})
    assert answer.status_code == 422
    page = answer.text
    assert 'value="tanaka@minato" autocomplete="email" aria-required="true" aria-invalid="true"' in page
    assert 'aria-describedby="email-wrong"' in page
    assert 'id="email-wrong"' in page
    assert '<a href="#message">' in page
    for kept in ('value="&lt;b&gt;田中&lt;/b&gt;"', 'value="みなと工業"', 'value="120名"', 'value="other" checked'):
        assert kept in page
    assert leads(office) == before


@pytest.mark.parametrize(
    ("filled", "wrong"),
    [
        ({"email": ""}, {"email": "email_missing"}),
        ({"email": "tanaka@minato.example\r\nBcc: all@minato.example"}, {"email": "email_invalid"}),
        ({"email": "a" * 65 + "@minato.example"}, {"email": "email_invalid"}),
        ({"message": " \u0000\n"}, {"message": "message_missing"}),
        ({"message": "長" * 4001, "name": "長" * 101}, {"message": "too_long", "name": "too_long"}),
    ],
)
def test_a_program_is_told_each_field_with_a_stable_code(
    client: TestClient, filled: dict[str, str], wrong: dict[str, str]
) -> None:
    answer = call(client, **filled)
    assert (answer.status_code, error_of(answer)["code"]) == (422, "fields_invalid")
    assert error_of(answer)["fields"] == wrong


def test_a_choice_alone_is_enough_and_reads_well_in_the_thread(client: TestClient, office: Parts) -> None:
    assert call(client, wants="資料請求", message="").status_code == 202
    lead, _, said = newest(office)
    assert (lead.facts["wants"], said[0].text) == (["document"], "資料請求（フォームで選択、本文なし）")
    assert said[0].origin == "template"
    assert call(client, wants=["brochure", "demo"], message="", lang="en").status_code == 202
    lead, _, said = newest(office)
    assert lead.facts["wants"] == ["document", "meeting"]
    assert said[0].text.startswith("Requests the brochure")


def test_a_number_we_cannot_read_and_fields_we_do_not_know_reach_the_rep_as_a_note(
    client: TestClient, office: Parts
) -> None:
    more = {"tel": "内線 12", "従業員数": "120名", "q7": "みなと工業", "memo": "x", "g-recaptcha-response": "y"}
    assert call(client, message="項目の多いフォームです。", **more).status_code == 202
    lead, _, said = newest(office)
    note = next(message for message in said if message.kind == "note")
    assert note.text == "フォームのその他の項目\nphone: 内線 12\n従業員数: 120名"
    assert (card(office, lead).phone, card(office, lead).company) == (None, "みなと工業")


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "utf-8"])
@pytest.mark.parametrize("labelled", [True, False])
def test_an_old_page_is_read_in_its_own_encoding(
    client: TestClient, office: Parts, codec: str, *, labelled: bool
) -> None:
    said = f"ポンプの異音が気になります。{codec} {labelled}"
    pairs = {"お名前": "山本 浩", "メールアドレス": "yamamoto@kashiwaba.example", "お問い合わせ内容": said}
    posted = [(name.encode(codec), value.encode(codec)) for name, value in pairs.items()]
    if labelled:
        posted.append((b"_charset_", {"cp932": b"Shift_JIS", "euc_jp": b"EUC-JP"}.get(codec, b"UTF-8")))
    body = "&".join(f"{quote_from_bytes(name)}={quote_from_bytes(value)}" for name, value in posted)
    body = body.replace(quote_from_bytes("浩".encode(codec)), quote_from_bytes(b"&#128512;"))
    answer = client.post(FORM, content=body, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 303, answer.text
    lead, _, messages = newest(office)
    assert messages[0].text == said
    assert card(office, lead).name == ("山本 &#128512;" if codec == "utf-8" else "山本 😀")


def test_a_multipart_form_is_read_and_its_files_are_left_out(client: TestClient, office: Parts) -> None:
    sjis = "メッセージ".encode("cp932"), "部品表をお送りします。".encode("cp932")
    parts = [b'name="email"\r\n\r\nkato@minato.example', b'name="%s"\r\n\r\n%s' % sjis]
    parts.append(b'name="file"; filename="list.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7')
    body = b"".join(b"--x\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts) + b"--x--\r\n"
    answer = client.post(FORM, content=body, headers={"Content-Type": "multipart/form-data; boundary=x"})
    assert answer.status_code == 303
    assert newest(office)[2][0].text == "部品表をお送りします。"


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (b"[1]", "application/json", "json_invalid"),
        (b"{", "application/json", "json_invalid"),
        (b"--y\r\n", "multipart/form-data; boundary=x", "request_unreadable"),
        (b"&".join(b"a=%d" % n for n in range(400)), "application/x-www-form-urlencoded", "body_too_large"),
    ],
)
def test_what_is_no_form_is_refused_in_words(client: TestClient, body: bytes, kind: str, code: str) -> None:
    answer = client.post(FORM, content=body, headers={"Content-Type": kind, "Accept": "application/json"})
    assert error_of(answer)["code"] == code


def test_a_second_click_is_the_same_message_and_other_words_are_another(client: TestClient, office: Parts) -> None:
    before = leads(office)
    first = call(client, key="k-1", message="二度押しました。")
    again = call(client, key="k-1", message="二度押しました。")
    assert first.json() == again.json()
    assert first.json()["accepted"] is True
    other = call(client, key="k-1", message="書き直しました。")
    assert other.json()["id"] != first.json()["id"]
    assert leads(office) == before + 2


def test_without_a_key_the_same_words_count_once_within_ten_minutes(client: TestClient, office: Parts) -> None:
    clock = office.clock
    assert isinstance(clock, FixedClock)
    ids = []
    for _ in range(3):
        ids.append(call(client, message="鍵のないフォームです。").json()["id"])
        clock.advance(timedelta(minutes=6))
    assert ids[0] == ids[1] != ids[2]


def test_a_listed_page_may_call_and_another_may_not(client: TestClient, office: Parts) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "idempotency-key,content-type"}
    allowed = client.options(FORM, headers={"Origin": PAGES, **asked})
    assert allowed.status_code == 204
    assert allowed.headers["access-control-allow-origin"] == PAGES
    assert "Idempotency-Key" in allowed.headers["access-control-allow-headers"]
    assert client.options(FORM, headers={"Origin": "https://evil.example", **asked}).status_code == 403
    before = leads(office)
    assert call(client, message="別の一覧のページから").headers["access-control-allow-origin"] == PAGES
    assert call(client, origin=ORIGIN, message="自社サイトから").status_code == 202
    foreign = call(client, origin="https://evil.example")
    assert (foreign.status_code, error_of(foreign)["code"]) == (403, "form_origin_foreign")
    posted = client.post(FORM, data=fields(), headers={"Origin": "https://evil.example"})
    assert posted.status_code == 403
    assert "このページからは送信できません" in posted.text
    assert client.post(
        FORM, data=fields(message="自分のページから"), headers={"Origin": "http://localhost"}
    ).is_redirect
    assert leads(office) == before + 3


def test_a_form_nobody_set_up_is_told_in_words(client: TestClient) -> None:
    page = client.get("/v1/forms/fk_none")
    assert (page.status_code, "このフォームは見つかりませんでした" in page.text) == (404, True)
    assert error_of(call(client, "/v1/forms/fk_none"))["code"] == "form_unknown"


def test_a_machine_that_fills_the_hidden_field_gets_the_same_answer_and_no_lead(
    client: TestClient, office: Parts
) -> None:
    real, before = send(client, message="人が書きました。"), leads(office)
    trapped = send(client, message="Buy now", url2="https://spam.example")
    assert (trapped.status_code, trapped.headers["location"]) == (real.status_code, real.headers["location"])
    assert call(client, url2="https://spam.example").json().keys() == {"accepted", "id"}
    assert call(client, message="", url2="https://spam.example").status_code == call(client, message="").status_code
    refused = office.database.read(lambda s: s.scalars(select(RawMessage).where(RawMessage.state == "refused")).all())
    assert {(raw.reason, raw.message_id) for raw in refused} == {("honeypot", None)}
    assert leads(office) == before


def test_behaviour_is_linked_only_with_consent(client: TestClient, office: Parts) -> None:
    site_id = office.database.read(lambda s: s.scalars(select(Site.id).where(Site.key == "pk_forms")).one())
    assert call(client, visitor=VISITOR, message="同意の前です。").status_code == 202
    assert newest(office)[0].visitor_id is None
    words = {"version": "site:1", "lang": "ja", "path": "/contact", "now": office.clock.now()}
    who = office.database.write(lambda s: consent.give(s, site_id=site_id, behaviour_id=VISITOR, **words))
    assert call(client, visitor=VISITOR, page="/contact?a=b", message="同意の後です。").status_code == 202
    lead, talk, _ = newest(office)
    assert (lead.visitor_id, talk.page["path"]) == (who, "/contact")


@pytest.mark.parametrize(
    ("page", "referer"), [("http://[", ""), ("//[", ""), ("", "http://["), ("", "http://[v1.x]@/")]
)
def test_a_page_that_is_no_address_costs_nobody_their_form(client: TestClient, *, page: str, referer: str) -> None:
    sent = client.post(FORM, data=fields(page=page, message=f"{page} {referer}"), headers={"Referer": referer})
    assert (sent.status_code, sent.headers["location"]) == (303, f"{FORM}/thanks?lang=ja")


@pytest.mark.parametrize("label", ["\0", "nobody-knows-this-one", "x" * 10_000, "idna", "zlib"])
def test_an_encoding_we_do_not_read_is_ignored_and_leaves_nothing_in_memory(
    client: TestClient, office: Parts, label: str
) -> None:
    asked: list[str] = []
    listen = asked.append
    codecs.register(listen)
    try:
        assert send(client, _charset_=label, message=f"符号 {label[:20]}").status_code == 303
    finally:
        codecs.unregister(listen)
    assert asked == []
    assert newest(office)[2][0].text.startswith("符号")


def test_a_flood_is_told_to_wait_and_how_to_get_back_to_its_form(tmp_path: Path) -> None:
    with browser(office_in(tmp_path)) as client:
        answers = [send(client, message=f"{n} 回目") for n in range(6)]
        assert [answer.status_code for answer in answers] == [303] * 5 + [429]
        assert int(answers[-1].headers["retry-after"]) > 0
        assert "「戻る」で、ご入力の内容に戻れます" in answers[-1].text
        unread = client.post(FORM, content=b"{", headers={"Content-Type": "application/json"})
        assert error_of(unread)["code"] == "rate_limited"


def test_an_inbox_that_is_switched_off_takes_nothing(client: TestClient, office: Parts) -> None:
    office.database.write(lambda s: s.query(Inbox).filter_by(key="fk_thanks").update({"active": False}))
    assert send(client, "/v1/forms/fk_thanks").status_code == 404


def test_a_form_whose_mail_inbox_is_gone_is_unknown_and_no_crash(client: TestClient, office: Parts) -> None:
    settings = {"mail_inbox": str(office.database.read(lambda s: s.scalars(select(Site.id)).first()))}
    office.database.write(lambda s: s.query(Inbox).filter_by(key="fk_thanks").update({"settings": settings}))
    assert send(client, "/v1/forms/fk_thanks").status_code == 404
