"""The conference that adopted a text or that a draft is addressed to: by marker, enacting formula, document number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.names.conference import Conference
from graph_service.names.marker import Marker
from graph_service.reading.folding import fold
from graph_service.reading.marks import Marks
from graph_service.register.register import Register

_COUNCIL_DOCUMENT = re.compile(r"(?<![A-Za-z])C(?P<year>\d\d)/\d")
_KEEPS = {"NOC", "SUP"}
"""What leaves the words of a text, and so its marker, as they are."""


def is_council_document(text: str) -> bool:
    """Whether a line prints the number of a Council document."""
    return _COUNCIL_DOCUMENT.search(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressing:
    """Finds conferences; ``body`` is the one that speaks, ``top`` the lines where a document prints its number."""

    register: Register
    marks: Marks
    body: str | None
    top: tuple[str, ...]

    def of_adopted(self, markers: Sequence[Marker]) -> Conference | None:
        """Return the conference that adopted a text: of its marker, of its formula, of the document's number."""
        return self._marked(markers) or self._numbered()

    def of_draft(self, markers: Sequence[Marker], operation: str | None) -> Conference | None:
        """Return the conference that a draft is addressed to, None where only that of the old edition is printed.

        What stays as it is (NOC) or goes (SUP) has the old marker; so has a text whose number names a later conference
        of the body.
        """
        numbered = self._numbered()
        marked = None if operation in _KEEPS else self._marked(markers)
        if marked is None or (numbered and numbered.body == marked.body and numbered.year > marked.year):
            return numbered
        return marked

    def _marked(self, markers: Sequence[Marker]) -> Conference | None:
        return next((found for marker in markers if (found := self._held(self.body, marker))), None)

    def _held(self, body: str | None, marker: Marker) -> Conference | None:
        if body is None or marker.year is None:
            return None
        if marker.place:
            return self.register.conference_at(body, marker.place, marker.year)
        held = [one for one in self.register.conferences_of(body) if one.year == marker.year]
        return held[0] if len(held) == 1 else None

    def _numbered(self) -> Conference | None:
        """The conference that the document's own number names: WTDC-22/24, C20/83."""
        for line in self.top:
            council = _COUNCIL_DOCUMENT.search(line)
            if council:
                return self.register.conference(f"council-20{council['year']}")
            found = self.marks.numbered.search(fold(line))
            if found:
                return self._held(self.marks.words[found["word"]], Marker(year=2000 + int(found["year"])))
        return None
