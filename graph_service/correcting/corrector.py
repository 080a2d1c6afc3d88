"""What each format does to be corrected, and the correctors of formats that are one text: plain text, HTML, AKN."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from graph_service.correcting.characters import characters_of
from graph_service.correcting.corrected import Corrected, Refused
from graph_service.correcting.difference import unified
from graph_service.correcting.edits import Edits, Replacement
from graph_service.correcting.markup import Blocks, MarkupWriter
from graph_service.correcting.plain import corrected_text, line_of
from graph_service.correcting.remarks import refused
from graph_service.reading.document import Document
from graph_service.reading.formats import format_of

_MEDIA = {"text": "text/plain", "html": "text/html", "akn": "application/akn+xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How a file is to be corrected: by whom, when, with clean text or tracked changes.

    ``only`` are the ids of the findings to correct, None for all; ``lang`` is the language of comments.
    """

    author: str
    at: datetime
    accept: bool
    only: Collection[str] | None
    lang: str


class Corrector(Protocol):
    """A file of one format on its way to being corrected."""

    def unfit(self, edits: Edits) -> tuple[Refused, ...]:
        """Return the findings whose words cannot be changed safely."""

    def clean(self, edits: Edits) -> bytes:
        """Return the file with the replacements made and nothing else."""

    def finished(self, edits: Edits, clean: bytes) -> Corrected:
        """Return what is handed over, once the clean file is proved."""


class TextCorrector:
    """Corrects files that are one text from beginning to end."""

    def __init__(self, data: bytes, name: str, documents: Sequence[Document]) -> None:
        self._data = data
        self._name = name
        self._documents = documents
        self._source = characters_of(data, name)
        self._format = documents[0].format
        self._markup = None if self._format == "text" else MarkupWriter(self._source, documents, self._blocks)

    def unfit(self, edits: Edits) -> tuple[Refused, ...]:
        """Return the findings whose new words the file's encoding has not, or whose words stand apart in its tags."""
        if self._markup is None:
            lost = [one for one in edits.replacements if not self._source.can_hold(one.text)]
            apart = [one for one in edits.replacements if not self._is_there(one)]
            return (*self._refused(lost, "encoding"), *self._refused(apart, "place"))
        _, places_lost = self._markup.corrected(edits.replacements)
        return self._refused(places_lost, "tags")

    def _is_there(self, one: Replacement) -> bool:
        """Whether the line of a replacement is the paragraph that was checked, struck words and all."""
        paragraph = self._documents[0].paragraphs[one.spot.paragraph]
        return line_of(self._source, paragraph) == paragraph.text

    def clean(self, edits: Edits) -> bytes:
        """Return the corrected file."""
        if not edits.replacements:
            return self._data
        if self._markup is None:
            return self._source.encoded(corrected_text(self._source, self._documents[0], edits.replacements))
        text, _ = self._markup.corrected(edits.replacements)
        return self._source.encoded(text)

    def finished(self, edits: Edits, clean: bytes) -> Corrected:
        """Return the corrected file with its diff."""
        return Corrected(
            data=clean,
            media_type=_MEDIA[self._format],
            applied=edits.applied,
            refused=edits.refused,
            diff=unified(self._source.text, characters_of(clean, self._name).text, self._name),
        )

    def _refused(self, replacements: Sequence[Replacement], key: str) -> tuple[Refused, ...]:
        places = {
            one: self._documents[replacement.spot.document].paragraphs[replacement.spot.paragraph].locator
            for replacement in replacements
            for one in replacement.ids
        }
        return tuple(refused(one, where, key) for one, where in places.items())

    def _blocks(self, data: bytes) -> Blocks:
        texts = format_of(data, self._name).read(data, self._name)
        return tuple(tuple(block.text for block in text.blocks if block.text) for text in texts)
