"""The proof of a Word file: it reads as the target, undone it is the one given, and no other part has changed."""

import io
import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from graph_service.correcting.docx_parts import WordParts
from graph_service.correcting.docx_places import WordParagraph, paragraph_of
from graph_service.correcting.docx_undoing import is_same, undo
from graph_service.correcting.docx_xml import tags
from graph_service.correcting.proof import unproved
from graph_service.reading.docx_runs import word
from graph_service.reading.xml import parse_xml

_PARAGRAPHS = tags("p")


@dataclass(frozen=True, slots=True)
class Target:
    """How a paragraph is to read with all changes accepted."""

    place: WordParagraph
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordProof:
    """Proves parts of one file, given as it was and with our changes, whose numbers are known."""

    given: WordParts
    ours: Collection[str]
    comments: Collection[str]
    where: str

    def prove(self, changed: Mapping[str, bytes], targets: Sequence[Target]) -> None:
        """Raise refused if a part does not read as its targets, or is not what it was when our changes are rejected."""
        for part, data in changed.items():
            made = parse_xml(data, f"{self.where} ({part})")
            self._prove_targets(part, made, [one for one in targets if one.place.story.part == part])
            undo(made, self.ours, self.comments)
            if not self.given.holds(part):
                if word(made) and len(made):
                    raise unproved(f"its new part {part} holds what is not ours", self.where)
            elif not is_same(self.given.fresh(part), made):
                raise unproved(f"its part {part} is not what it was when the corrections are rejected", self.where)

    def _prove_targets(self, part: str, made: etree._Element, targets: Sequence[Target]) -> None:
        if not targets:
            return
        numbers = {element: number for number, element in enumerate(self.given.tree(part).iter(*_PARAGRAPHS))}
        elements = list(made.iter(*_PARAGRAPHS))
        for one in targets:
            element = elements[numbers[one.place.element]]
            read = paragraph_of(one.place.story, element, one.place.open_fields, frozenset())
            if read.final != one.text:
                raise unproved("a paragraph does not read as it should", self.where)


def prove_parts(before: bytes, after: bytes, changed: Collection[str], where: str) -> None:
    """Raise refused if a part is lost, or one has changed that was not to be."""
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        given, made = _parts(old), _parts(new)
    if set(given) - set(made) or set(made) - set(given) - set(changed):
        raise unproved("parts of it are lost or too many", where)
    for part in set(given) - set(changed):
        if given[part] != made[part]:
            raise unproved(f"its part {part} has changed", where)


def _parts(archive: zipfile.ZipFile) -> dict[str, tuple[int, int]]:
    return {one.filename.lstrip("/"): (one.CRC, one.file_size) for one in archive.infolist() if not one.is_dir()}
