"""Writing a document: nothing typed is lost, nothing is saved twice, nobody's edit is overwritten unseen."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from app.accounts.sessions import SignedIn
from app.core.errors import Conflict
from app.knowledge import missing
from app.knowledge.editing import CHANGED, AlreadyWritten
from app.knowledge.intake import CONSOLE
from app.knowledge.library import Library
from app.knowledge.versions import Saved, Shown, Version
from app.knowledge.written import InvalidField
from app.web import csrf
from app.web import knowledge_form as form
from app.web.deps import Editor, lang_of, present_person, services_of
from app.web.knowledge import KINDS, draw, file_of
from app.web.knowledge_form import Typed
from app.web.pages import is_fragment

PAGE = "/console/knowledge/write"
LARGER = {PAGE: 1_200_000}
"""Bytes a posted form may have here: one Japanese letter takes nine."""

Act = Literal["preview", "draft", "approve"]

router = APIRouter(include_in_schema=False, dependencies=[Depends(present_person)])


@dataclass(frozen=True, slots=True)
class Sheet:
    """The form with everything its page shows; `version` is the newest when the edit began, 0 for a new document.

    What is `withdrawn` answers again once it is approved, and stays so while only fields or a draft are saved.
    `newer` was saved by somebody else in the meantime; `diff` is how that and what was typed differ.
    """

    filled: Typed
    document_id: UUID | None = None
    file: str | None = None
    version: int = 0
    question_id: UUID | None = None
    withdrawn: bool = False
    wrong: dict[str, str] = field(default_factory=dict)
    preview: str | None = None
    newer: Version | None = None
    diff: tuple[str, ...] = ()

    @property
    def from_file(self) -> bool:
        """Say whether the text comes from a file, so that only its fields are changed here."""
        return self.file is not None and not self.file.startswith(CONSOLE)


@router.get(PAGE)
async def write_page(
    request: Request, person: Editor, document: UUID | None = None, question: UUID | None = None
) -> Response:
    """Show the form: empty, with a document in it, or begun with a question that no document answered."""
    if document:
        shown = await _shown(request, document)
        base = _base(shown)
        sheet = Sheet(form.of_version(base), document, version=shown.versions[0].number)
        return _draw(request, person, _about(sheet, shown))
    filled = form.typed({"lang": lang_of(request), "kind": "document"})
    group = await services_of(request).database.aread(lambda s: missing.group_of(s, question)) if question else None
    if group:
        asked = " ".join(group.newest.text.split())[: form.MAX_LINE]
        filled |= {"title": asked, "lang": group.newest.lang, "kind": "faq"}
    return _draw(request, person, Sheet(filled, question_id=question if group else None))


@router.post(PAGE, dependencies=[Depends(csrf.checked)])
async def write(
    request: Request,
    person: Editor,
    act: Annotated[Act, Form()],
    document: Annotated[UUID | None, Form()] = None,
    question: Annotated[UUID | None, Form()] = None,
    version: Annotated[int, Form()] = 0,
) -> Response:
    """Preview, save as a draft or approve; what cannot be saved comes back as it was typed."""
    shown = await _shown(request, document) if document else None
    sheet = _about(Sheet(form.typed(await request.form()), document, version=version, question_id=question), shown)
    if shown and sheet.from_file:
        sheet.filled["body"] = _base(shown).text
    if act == "preview":
        drawn = await asyncio.to_thread(form.preview, sheet.filled["body"])
        return _draw(request, person, replace(sheet, preview=drawn))
    wrong = {name: code for name, code in form.wrong(sheet.filled).items() if name != "body" or not sheet.from_file}
    if wrong:
        return _draw(request, person, replace(sheet, wrong=wrong), status=422)
    services = services_of(request)
    try:
        saved = await asyncio.to_thread(_save, services.library, sheet=sheet, act=act, by=person.name)
    except InvalidField as error:
        name = error.field if error.field in form.FIELDS else "body"
        return _draw(request, person, replace(sheet, wrong={name: "refused"}), status=422)
    except AlreadyWritten as there:
        await _note(request, person, there.saved, question=question)
        return _go(request, f"/console/knowledge/documents/{there.saved.document_id}?saved=there")
    except Conflict as conflict:
        if document is None or conflict.code != CHANGED:
            raise
        shown = await _shown(request, document)
        return _draw(request, person, _overtaken(request, sheet, newest=shown.versions[0]), status=409)
    await _note(request, person, saved, question=question)
    return _go(request, f"/console/knowledge/documents/{saved.document_id}?saved={saved.state}")


async def _shown(request: Request, document_id: UUID) -> Shown:
    services = services_of(request)
    file = await services.database.aread(lambda s: file_of(s, document_id))
    return await asyncio.to_thread(services.library.show, file)


def _about(sheet: Sheet, shown: Shown | None) -> Sheet:
    """Return the form with what must be known of the document it edits."""
    if shown is None:
        return sheet
    return replace(sheet, file=shown.document.file, withdrawn=shown.document.status == "withdrawn")


def _base(shown: Shown) -> Version:
    """Return the version an edit begins with: the newest, or of a file the one in use."""
    if shown.document.file.startswith(CONSOLE):
        return shown.versions[0]
    return next((one for one in shown.versions if one.number == shown.document.version), shown.versions[0])


def _save(library: Library, *, sheet: Sheet, act: Act, by: str) -> Saved:
    """Write what was typed; the same a second time changes nothing. `Conflict` if it would undo somebody's edit."""
    expected = sheet.version if sheet.file else None
    if sheet.file and sheet.from_file:
        changed = form.changed(sheet.filled, _base(library.show(sheet.file)))
        return library.set_fields(sheet.file, changed, by=by, expected=expected)
    approved_by = by if act == "approve" else None
    return library.write(
        form.document(sheet.filled, file=sheet.file, approved_by=approved_by), by=by, expected=expected
    )


async def _note(request: Request, person: SignedIn, saved: Saved, *, question: UUID | None) -> None:
    """Link the questions the document is for; once it may be used they are answered."""
    database = services_of(request).database
    group = await database.aread(lambda s: missing.group_of(s, question)) if question else None
    if group:
        await database.awrite(lambda s: missing.link(s, group.ids, document_id=saved.document_id))
    if saved.state == "live":
        library = services_of(request).library
        await asyncio.to_thread(library.close_questions, saved.document_id, by=person.person_id)


def _overtaken(request: Request, sheet: Sheet, *, newest: Version) -> Sheet:
    """Return the form with what was typed beside what somebody else has saved; saving again replaces that."""
    texts, lang = services_of(request).texts, lang_of(request)

    def lines(filled: Typed) -> list[str]:
        named = (f"{texts(lang, f'knowledge.field.{name}')}: {filled[name]}" for name in form.FIELDS if name != "body")
        return [*named, *filled["body"].splitlines()]

    diff = unified_diff(lines(form.of_version(newest)), lines(sheet.filled), n=1, lineterm="")
    return replace(sheet, version=newest.number, newer=newest, diff=tuple(diff)[2:])


def _draw(request: Request, person: SignedIn, sheet: Sheet, *, status: int = 200) -> Response:
    return draw(request, person, "knowledge_write.html", sheet=sheet, kinds=KINDS, status=status)


def _go(request: Request, path: str) -> Response:
    """Send the browser on, also where htmx has sent the form."""
    if is_fragment(request):
        return Response(status_code=204, headers={"HX-Redirect": path})
    return RedirectResponse(path, 303)
