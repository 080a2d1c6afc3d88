"""The text that should stand in place of a mention: its words with another edition, body, number or programme."""

import re
from dataclasses import dataclass, replace

from graph_service.checking.digits import like, plain
from graph_service.checking.marker_print import MarkerPrinter
from graph_service.checking.programme_print import ProgrammePrinter
from graph_service.citing.mention import Mention, Stretch
from graph_service.lexicon.printing import Printing
from graph_service.names.instrument import Instrument
from graph_service.names.marker import Marker

_LAST_OF_CENTURY = "50"
_CODE = re.compile(r"[^\W\d_]-?(?P<year>\d{2}|\d{4})\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriter:
    """Writes mentions anew in the language and typographic habit of their text."""

    printing: Printing
    markers: MarkerPrinter
    programmes: ProgrammePrinter

    def with_marker(self, mention: Mention, marker: Marker) -> str:
        """Return the mention's words with another edition; a marker is put in where none is printed in them."""
        place, revision = marker_place(mention), revision_place(mention)
        text = standing(mention)
        if revision and not mention.marker.revised:
            marker = replace(marker, revised=mention.marker.revised)
        if not place and not revision:
            return self._put_in(mention, marker)
        changes: list[tuple[Stretch, str]] = []
        if place:
            printed = text[place.start : place.end]
            kind = mention.instrument.kind.value
            changes.append((place, self.markers.rewritten(printed, mention.marker, marker, kind)))
        if revision and marker.revision is not None:
            changes.append((revision, like(str(marker.revision), text[revision.start])))
        code = self._conference_code(mention, marker)
        return _changed(text, [*changes, code] if code else changes)

    def _conference_code(self, mention: Mention, marker: Marker) -> tuple[Stretch, str] | None:
        """Where a mention's body carries the year of its conference ("of PP-14"), and that of another edition's."""
        body, text = place_in(mention, mention.body_at), standing(mention)
        found = _CODE.search(text, body.start, body.end) if body else None
        old, new = (self.markers.conference_of(mention.instrument.body, one) for one in (mention.marker, marker))
        if found is None or not old or not new:
            return None
        printed = plain(found["year"])
        forms = {_in_full(old): _in_full(new), old[-2:]: new[-2:], old: new}
        fresh = forms.get(printed)
        place = Stretch(start=found.start("year"), end=found.end("year"))
        return (place, like(fresh, found["year"])) if fresh else None

    def with_programme(self, mention: Mention, old: str, new: str) -> str | None:
        """Return the mention's words with the programme that followed, None where no name of it is known."""
        text, place = standing(mention), marker_place(mention)
        name = self.programmes.rewritten(text[: place.start] if place else text, old, new)
        if name is None or place is None:
            return name
        years = re.findall(r"\d{4}", new)
        year = place_of_year(text, place, mention.marker.year)
        if not years or year is None:
            return None
        return name + text[place.start : year.start] + like(years[-1], text[year.start]) + text[year.end :]

    def with_instrument(self, mention: Mention, instrument: Instrument, marker: Marker | None) -> str | None:
        """Return the words with another instrument of the same body and its edition, None if that is not possible."""
        if (instrument.body, instrument.kind) != (mention.instrument.body, mention.instrument.kind):
            return None
        place = number_place(mention)
        if place is None:
            return None
        text = standing(mention)
        renewed = self.with_marker(mention, marker) if marker and not mention.marker.is_empty else text
        printed = text[place.start : place.end]
        return renewed[: place.start] + like(instrument.number, printed) + renewed[place.end :]

    def with_body(self, mention: Mention, body: str) -> str | None:
        """Return the mention's words with the phrase of another body, None where they hold none."""
        phrase = self.printing.of_body.get(body)
        place = place_in(mention, mention.body_at)
        if phrase is None or place is None:
            return None
        text = standing(mention)
        printed = text[place.start : place.end]
        before, after = printed[: -len(printed.lstrip())], printed[len(printed.rstrip()) :]
        former = self.printing.of_body.get(mention.instrument.body, "")
        words = before + _aligned(printed.strip(), former, phrase) + after
        return text[: place.start] + words + text[place.end :]

    def _put_in(self, mention: Mention, marker: Marker) -> str:
        """The mention with a marker that it did not have: after its number, or at its end."""
        text = standing(mention)
        words = self.markers.put_in(marker, mention.instrument.kind.value, text)
        number = number_place(mention)
        at = len(text) if self.printing.marker_last or number is None else number.end
        return text[:at] + words + text[at:]


def _in_full(year: str) -> str:
    """A year of two digits in four."""
    return year if len(year) > len("20") else f"{'19' if year > _LAST_OF_CENTURY else '20'}{year}"


def _changed(text: str, changes: list[tuple[Stretch, str]]) -> str:
    """Return a text with other words in some of its stretches."""
    for place, words in sorted(changes, key=lambda change: -change[0].start):
        text = text[: place.start] + words + text[place.end :]
    return text


def standing(mention: Mention) -> str:
    """Return the words of a mention as they shall read: without those that a tracked change took out."""
    if not mention.struck or len(mention.text) != mention.end - mention.start:
        return mention.text
    return "".join(char for at, char in enumerate(mention.text, mention.start) if not _is_struck(mention, at))


def _is_struck(mention: Mention, position: int) -> bool:
    return any(one.start <= position < one.end for one in mention.struck)


def marker_place(mention: Mention) -> Stretch | None:
    """Return where the marker stands in the mention's standing words, None where it stands outside them or nowhere."""
    inside = place_in(mention, mention.marker_at)
    if inside or not mention.printed_marker:
        return inside
    at = standing(mention).rfind(mention.printed_marker)
    return Stretch(start=at, end=at + len(mention.printed_marker)) if at >= 0 else None


def place_of_year(text: str, within: Stretch, year: int | None) -> Stretch | None:
    """Return where a year is printed in a stretch of some words, None where it is not."""
    found = re.compile(rf"(?<!\d){year}(?!\d)").search(plain(text), within.start, within.end)
    return Stretch(start=found.start(), end=found.end()) if found else None


def number_place(mention: Mention) -> Stretch | None:
    """Return where the number stands in the mention's standing words, None where it is not found."""
    inside = place_in(mention, mention.number_at)
    if inside:
        return inside
    marker, text = marker_place(mention), standing(mention)
    words = plain(text[: marker.start] if marker else text)
    found = re.search(rf"(?<!\d){re.escape(mention.number)}(?!\d)", words)
    return Stretch(start=found.start(), end=found.end()) if found else None


def revision_place(mention: Mention) -> Stretch | None:
    """Return where the revision stands behind the number (66-1), None where it does not."""
    number = number_place(mention)
    if number is None or mention.marker.revision is None:
        return None
    behind = re.compile(r"[^\s()（]*?[-\u2010-\u2013](?P<revision>\d+)").match(standing(mention), number.start)
    if behind is None or int(plain(behind["revision"])) != mention.marker.revision:
        return None
    return Stretch(start=behind.start("revision"), end=behind.end("revision"))


def shares_marker(mention: Mention) -> bool:
    """Whether a mention has its edition from a marker outside its own words: one printed for a list."""
    return not mention.marker.is_empty and marker_place(mention) is None and revision_place(mention) is None


def place_in(mention: Mention, stretch: Stretch | None) -> Stretch | None:
    """Return a stretch of the paragraph as one of the mention's standing words, None where it is not in them."""
    if stretch is None or len(mention.text) != mention.end - mention.start:
        return None
    if not mention.start <= stretch.start < stretch.end <= mention.end:
        return None
    start, end = (_place(mention, at) for at in (stretch.start, stretch.end))
    return Stretch(start=start, end=end) if start < end else None


def _place(mention: Mention, position: int) -> int:
    """Where a place of the paragraph is in the mention's standing words."""
    gone = sum(max(0, min(one.end, position) - max(one.start, mention.start)) for one in mention.struck)
    return position - mention.start - gone


def _aligned(printed: str, former: str, phrase: str) -> str:
    """A body's phrase without the words before the name that stand outside the printed stretch."""
    at = former.casefold().find(printed.casefold())
    return phrase if at <= 0 else phrase.removeprefix(_shared_start(former[:at], phrase))


def _shared_start(before: str, phrase: str) -> str:
    return before if phrase.startswith(before) else ""
