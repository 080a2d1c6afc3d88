"""A check as one HTML file that needs nothing else: the text with marked citations beside the findings, to print."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph_service.analysing.marking import is_long, marked
from graph_service.checking.output import finding_json
from graph_service.checking.report import Report
from graph_service.checking.telling import load_messages
from graph_service.reading.document import Document
from graph_service.web.catalogues import load_catalogues

_FOLDER = Path(__file__).parent


def report_html(documents: Sequence[Document], reports: Sequence[Report], *, lang: str, register: str) -> str:
    """Return the page of some checked documents, in a language of the interface (English where it is none)."""
    messages = load_catalogues()
    chosen = lang if lang in messages else "en"
    pages = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"],
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    pages.install_gettext_translations(messages[chosen], newstyle=True)  # type: ignore[attr-defined]  # by the extension
    brief = is_long(documents)
    parts = [_part(document, report, brief=brief) for document, report in zip(documents, reports, strict=True)]
    names = dict.fromkeys(document.file for document in documents)
    return pages.get_template("report.html").render(
        documents=parts, title=", ".join(names), lang=chosen, direction=Locale(chosen).text_direction,
        titles=load_messages(chosen).titles, register=register, version=version("itu-xref"),
    )  # fmt: skip


def _part(document: Document, report: Report, *, brief: bool) -> dict[str, Any]:
    findings = [finding_json(finding) for finding in report.findings]
    return {"report": report, "marked": marked(document, report, brief=brief), "findings": findings}
