"""Files with findings made by hand: what the room takes, without the rules."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import yaml

from graph_service.checking.finding import Finding, Fix, Place, Severity
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.run import Options
from graph_service.citing.extract import Extractor
from graph_service.correcting.checker import FileChecker
from graph_service.correcting.correct import correct
from graph_service.correcting.corrected import Checked, Corrected
from graph_service.reading.changes import Changes, view_of
from graph_service.reading.docx import read_docx
from graph_service.reading.read import DocumentReader
from tests.correcting.word import word_file

CASES = Path(__file__).parent / "cases"
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
PARTS = ("header", "footer", "footnotes", "endnotes", "comments")


def cases() -> list[Any]:
    return sorted(CASES.glob("*.yaml"))


def loaded(file: Path) -> dict[str, Any]:
    return yaml.safe_load(file.read_text("utf-8"))


def data_of(case: dict[str, Any]) -> bytes:
    parts = {part: case[part] for part in PARTS if part in case}
    return word_file(case["body"], strict=case.get("strict", False), **parts)


class Bench:
    """Reads with the real reader and judges with the findings that a test gives."""

    def __init__(self, register, lexicons) -> None:
        self._reader = DocumentReader(register=register, lexicons=lexicons)
        self._knowledge = Knowledge(register, ())
        self._extractor = Extractor(register, lexicons)

    def checker(self, name: str, today: date = TODAY) -> FileChecker:
        return FileChecker(
            name=name,
            reader=self._reader,
            knowledge=self._knowledge,
            extractor=self._extractor,
            options=Options(today=today),
        )

    def checked(self, data: bytes, fixes: list[dict[str, Any]], name: str = "case.docx") -> Checked:
        found = self.checker(name)(data)
        reports = [replace(report, findings=()) for report in found.reports]
        for index, document in enumerate(found.documents):
            findings = tuple(one for fix in fixes if (one := finding(document, fix)))
            reports[index] = replace(reports[index], findings=findings)
        return Checked(documents=found.documents, reports=tuple(reports))

    def corrected(self, data: bytes, fixes: list[dict[str, Any]], name: str = "case.docx", **options: Any) -> Corrected:
        return correct(
            data,
            name=name,
            checked=self.checked(data, fixes, name),
            again=lambda made: self.checked(made, [], name),
            author=options.pop("author", "A. Corrector"),
            at=NOW,
            **options,
        )


def finding(document, fix: dict[str, Any]) -> Finding | None:
    """A finding at every place where its words stand, struck ones among them."""
    words = fix["find"]
    places = []
    for paragraph in document.paragraphs:
        at = paragraph.text.find(words)
        while at >= 0:
            start = at + paragraph.offset
            places.append(Place(locator=paragraph.locator, start=start, end=start + len(words), text=words))
            at = paragraph.text.find(words, at + 1)
    if not places:
        return None
    return Finding(
        rule=fix.get("rule", "stale-at-adoption"),
        severity=Severity(fix.get("severity", "error")),
        message=fix.get("message", "A later edition existed."),
        doc=document.doc,
        places=tuple(places),
        iri="https://w3id.org/itu-xref/id/pp/res/64/pp-14",
        fix=Fix(text=fix["text"], apply=fix.get("apply", True), at=places[0]) if "text" in fix else None,
        evidence=("pp-18",),
        waived=fix.get("waived"),
    )


def texts(data: bytes, changes: Changes = Changes.FINAL) -> list[str]:
    """The words of a Word file as they stand, stood, or both: what is not empty, in the reader's order."""
    blocks = read_docx(data, "file.docx")[0].blocks
    shown = [view_of(block.text, block.changes, changes).text for block in blocks]
    return [one for one in shown if one.strip()]
