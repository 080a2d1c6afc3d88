"""The title line of a text: which instrument it says it is, in which edition."""

import re
from dataclasses import dataclass

from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.reading.folding import folded
from graph_service.reading.marks import Marks
from graph_service.reading.words import Words
from graph_service.register.register import Register

_REVISION = re.compile(r"(?P<number>.*\d)-(?P<revision>\d{1,2})")
_SERIES = re.compile(r"[A-Z]{1,3}\.?\d")
_LONG_SERIES = 2
_CYRILLIC = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
_OF_SECTOR = {Kind.RECOMMENDATION, Kind.QUESTION, Kind.REPORT, Kind.OPINION}


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleLine:
    """What a title line says: kind, number and sector as printed, None for a placeholder, and the edition mark."""

    kind: Kind
    number: str | None
    sector: str | None
    marker: Marker

    def instrument(self, body: str | None) -> Instrument | None:
        """Return the instrument of the line, adopted by ``body`` where the line itself names no Sector."""
        adopter = self._adopter(body)
        if self.number is None or adopter is None:
            return None
        revision = _REVISION.fullmatch(self.number) if adopter in {"RA", "ITU-R"} else None
        number = revision["number"] if revision and self.kind is not Kind.QUESTION else self.number
        return Instrument(kind=self.kind, body=adopter, number=number)

    def full_marker(self, body: str | None) -> Marker:
        """Return the edition mark with the revision that ITU-R prints after the number."""
        revision = _REVISION.fullmatch(self.number or "") if self._adopter(body) in {"RA", "ITU-R"} else None
        if revision is None or self.kind is Kind.QUESTION:
            return self.marker
        printed = self.marker
        return Marker(
            place=printed.place,
            year=printed.year,
            month=printed.month,
            revised=printed.revised,
            revision=int(revision["revision"]),
            conference_word=printed.conference_word,
        )

    def _adopter(self, body: str | None) -> str | None:
        if self.sector and self.kind in _OF_SECTOR:
            return self.sector
        if self.sector == "ITU-R" and self.kind is Kind.RESOLUTION:
            return "RA"
        if self.kind is Kind.RECOMMENDATION and self.number and _SERIES.match(self.number):
            letters = re.match(r"[A-Z]*", self.number)
            return "ITU-R" if letters and len(letters[0]) >= _LONG_SERIES else "ITU-T"
        return body


def read_title_line(text: str, words: Words, marks: Marks) -> TitleLine | None:
    """Return what a title line says, None for a text of another form."""
    plain = folded(text)
    found = words.title.match(plain.text)
    if found is None:
        return None
    kind = next(name for name in words.kind_names if found[name])
    printed = found["number"]
    number = None if printed.startswith("[") else _number(printed)
    sector = next((name for group, name in words.sectors.items() if found[group]), None)
    return TitleLine(
        kind=Kind(kind),
        number=number,
        sector=sector,
        marker=marks.read(text[plain.at(found.end("number")) :]),
    )


def _number(printed: str) -> str:
    """A folded number as it is written: capitals of the Latin alphabet, "bis" small."""
    number = re.sub(r"\s+", "", printed).upper().translate(_CYRILLIC)
    return re.sub(r"(BIS|TER)$", lambda tail: tail[0].lower(), number)


def body_of_marker(register: Register, marker: Marker) -> str | None:
    """Return the body that an edition mark tells by itself: by its word, or as the only one that met there then."""
    if marker.conference_word:
        return marker.conference_word
    if marker.place and marker.year:
        held = {one.body for one in register.conferences_at(marker.place, marker.year)}
        return held.pop() if len(held) == 1 else None
    return None
