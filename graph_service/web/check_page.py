"""Check a document: the form, the text with each citation marked and findings beside it, the corrected file."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from graph_service.checking.telling import load_messages
from graph_service.errors import Code, ProblemError, problem
from graph_service.web.desk import Asked, Upload
from graph_service.web.posting import Form, posted
from graph_service.web.visit import Visit

MOST_CARRIED = 3_000_000
"""Bytes of a document that the page carries along, so that it need not be chosen again for its correction."""
_PASTED = "text.txt"
_CORRECTED = {"docx", "text", "html", "akn"}
_STORED_NOWHERE = {"Cache-Control": "no-store"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """What the page of a checked document shows; ``carried`` is the document in base64, None where it is too large.

    ``findings`` are those of all its texts by id; ``has_fixes`` says that something can be corrected.
    """

    name: str
    at: str
    draft: str
    documents: tuple[Mapping[str, Any], ...]
    findings: Mapping[str, Mapping[str, Any]]
    carried: str | None
    has_fixes: bool


def form(visit: Visit) -> Response:
    """Return the page on which a document is chosen or pasted."""
    return _form_page(visit, trouble=None)


async def check(visit: Visit) -> Response:
    """Return the checked document; the form with a word on what is wrong where it cannot be read."""
    try:
        sent = await posted(visit.request, most=visit.desk.most_upload)
        upload = _upload(sent)
        asked = _asked(visit, sent)
        found = await visit.desk.check(upload, asked)
    except ProblemError as error:
        return _form_page(visit, trouble=error)
    view = _view(upload, asked, found)
    page = visit.page("checked.html", view=view, titles=load_messages(visit.ui.lang).titles)
    page.headers.update(_STORED_NOWHERE)
    return page


async def corrected(visit: Visit) -> Response:
    """Return the corrected file with the findings that were chosen."""
    sent = await posted(visit.request, most=2 * visit.desk.most_upload)
    upload = _upload(sent)
    found = await visit.desk.correct(upload, _asked(visit, sent))
    name = _new_name(upload.name)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}", **_STORED_NOWHERE}
    return Response(base64.b64decode(found["data"]), media_type=str(found["media_type"]), headers=headers)


def _form_page(visit: Visit, trouble: ProblemError | None) -> Response:
    conferences = sorted(visit.library.register.conferences.values(), key=lambda one: -one.year)
    drafts = tuple((one.id, visit.names.conference(one.id)) for one in conferences)
    status = trouble.problem.code.status if trouble else 200
    megabytes = visit.desk.most_upload // 1_048_576
    return visit.page("check.html", status=status, trouble=trouble, drafts=drafts, megabytes=megabytes)


def _upload(sent: Form) -> Upload:
    """The document of a form: the chosen file, the one that was carried along, or the pasted text."""
    if sent.file:
        return sent.file
    if sent.value("document"):
        try:
            data = base64.b64decode(sent.value("document"), validate=True)
        except binascii.Error as error:
            what = "the document that the page carried is damaged"
            raise problem(Code.BAD_REQUEST, what, where="the form", hint="choose the file again") from error
        return Upload(name=sent.value("name") or _PASTED, data=data)
    text = next(iter(sent.fields.get("text", ())), "")
    if not text.strip():
        raise problem(Code.BAD_REQUEST, "no document was sent", where="the form", hint="choose a file or paste a text")
    return Upload(name=_PASTED, data=text.replace("\r\n", "\n").encode())


def _asked(visit: Visit, sent: Form) -> Asked:
    return Asked(
        lang=visit.ui.lang,
        at=sent.value("at") or None,
        draft=sent.value("draft") or None,
        only=sent.fields.get("take", ()),
    )


def _view(upload: Upload, asked: Asked, found: Mapping[str, Any]) -> CheckView:
    documents = tuple(found["documents"])
    findings = {one["id"]: one for document in documents for one in document["findings"]}
    can_correct = all(document["format"] in _CORRECTED for document in documents)
    carried = base64.b64encode(upload.data).decode("ascii") if len(upload.data) <= MOST_CARRIED else None
    return CheckView(
        name=upload.name,
        at=asked.at or "",
        draft=asked.draft or "",
        documents=documents,
        findings=findings,
        carried=carried,
        has_fixes=can_correct and any(one["fix"] for one in findings.values()),
    )


def _new_name(name: str) -> str:
    path = PurePosixPath(name)
    return f"{path.stem}-corrected{path.suffix}"
