"""Findings with fixes become replacements in the paragraphs of their documents, none in struck words, none twice."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from graph_service.checking.finding import Finding, Place
from graph_service.checking.output import finding_id
from graph_service.correcting.corrected import Checked, Refused
from graph_service.correcting.remarks import refusal
from graph_service.correcting.tokens import hunks
from graph_service.reading.changes import Changes, View, view
from graph_service.reading.document import Paragraph

_CLINGS = frozenset(" \u00a0\u202f,，、;；.。)）")
"""What an insertion begins with that belongs to the words before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A paragraph by the places of its document and of itself in it."""

    document: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Found:
    """A place of a finding in its paragraph: ``start`` to ``end`` of the paragraph's own text."""

    spot: Spot
    paragraph: Paragraph
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """One small change of a paragraph: the stretches ``cut`` go, ``text`` is put in at ``at``.

    ``cut`` and ``at`` count code points of the paragraph's whole text; struck words are in no stretch. ``after`` tells
    whether the new words lean on the character before ``at`` or on the one behind it, which gives them their form.
    ``ids`` are the findings that it serves.
    """

    spot: Spot
    cut: tuple[tuple[int, int], ...]
    at: int
    text: str
    after: bool
    ids: tuple[str, ...]

    @property
    def reach(self) -> tuple[int, int]:
        """The first and last border that it touches."""
        return min([self.at, *(start for start, _ in self.cut)]), max([self.at, *(end for _, end in self.cut)])

    def conflicts(self, other: "Replacement") -> bool:
        """Whether two replacements cannot both be made."""
        if self.spot != other.spot:
            return False
        (start, end), (first, last) = self.reach, other.reach
        return (start < last and first < end) or (start, end) == (first, last) or (self.at == other.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What is to be written, and what cannot be, with the reason."""

    replacements: tuple[Replacement, ...]
    refused: tuple[Refused, ...] = ()

    @property
    def applied(self) -> tuple[str, ...]:
        """The ids of the findings that are mended wholly, in the order of the text."""
        lost = {one.id for one in self.refused}
        ids = dict.fromkeys(one for replacement in self.replacements for one in replacement.ids)
        return tuple(one for one in ids if one not in lost)

    def by_spot(self) -> dict[Spot, list[Replacement]]:
        """Return the replacements of each paragraph that has any."""
        found: dict[Spot, list[Replacement]] = {}
        for one in self.replacements:
            found.setdefault(one.spot, []).append(one)
        return found

    def without(self, refused: Sequence[Refused]) -> "Edits":
        """Return what remains when some findings are left alone, with those that share a replacement with them."""
        lost, count = {one.id: one for one in refused}, -1
        while len(lost) != count:
            count = len(lost)
            for replacement in self.replacements:
                for shared in [lost[one] for one in replacement.ids if one in lost][:1]:
                    lost |= {one: replace(shared, id=one) for one in replacement.ids if one not in lost}
        kept = tuple(one for one in self.replacements if not lost.keys() & set(one.ids))
        return Edits(replacements=kept, refused=(*self.refused, *lost.values()))


_Made = dict[Spot, list[Replacement]]


def edits_of(checked: Checked, only: Collection[str] | None = None) -> Edits:
    """Return the replacements of all findings whose fix is applied; ``only`` chooses among them by their ids.

    A chosen finding's fix is written also where it is only suggested: a person has decided.
    """
    made: _Made = {}
    refused: list[Refused] = []
    for index, report in enumerate(checked.reports):
        places = Places(checked, index)
        for finding in report.findings:
            if is_applied(finding, only):
                _add(made, refused, _of_finding(places, finding), finding)
    ordered = sorted(
        (one for here in made.values() for one in here),
        key=lambda one: (one.spot.document, one.spot.paragraph, one.reach),
    )
    return Edits(replacements=tuple(ordered), refused=tuple(refused))


def is_applied(finding: Finding, only: Collection[str] | None) -> bool:
    """Whether a finding's fix is to be written: unasked, or because it was chosen."""
    if finding.fix is None or (finding.waived is not None and only is None):
        return False
    return finding.fix.apply if only is None else finding_id(finding) in only


def _add(made: _Made, refused: list[Refused], fresh: list[Replacement] | str, finding: Finding) -> None:
    """Take over the replacements of a finding, all or none."""
    if isinstance(fresh, str):
        refused.append(refusal(finding, fresh))
        return
    if any(one.conflicts(other) and not _is_same(one, other) for one in fresh for other in made.get(one.spot, ())):
        refused.append(refusal(finding, "overlap"))
        return
    for one in fresh:
        here = made.setdefault(one.spot, [])
        same = next((index for index, other in enumerate(here) if _is_same(one, other)), None)
        if same is None:
            here.append(one)
        else:
            here[same] = replace(here[same], ids=tuple(dict.fromkeys((*here[same].ids, *one.ids))))


def _is_same(one: Replacement, other: Replacement) -> bool:
    return (one.spot, one.cut, one.at, one.text) == (other.spot, other.cut, other.at, other.text)


class Places:
    """The paragraphs of one document by the places that findings name."""

    def __init__(self, checked: Checked, document: int) -> None:
        self._document = document
        self._paragraphs = checked.documents[document].paragraphs
        self._numbers: dict[str, list[int]] = {}
        for number, paragraph in enumerate(self._paragraphs):
            self._numbers.setdefault(paragraph.locator, []).append(number)

    def found(self, place: Place) -> Found | None:
        """Return where a place is in its paragraph, None if its words stand in none.

        Several paragraphs can have one locator: those of one addressed element, and what a file numbers twice.
        """
        for number in self._numbers.get(place.locator, ()):
            paragraph = self._paragraphs[number]
            start, end = place.start - paragraph.offset, place.end - paragraph.offset
            if 0 <= start < end and paragraph.text[start:end].strip() == place.text.strip() != "":
                return Found(Spot(document=self._document, paragraph=number), paragraph, start, end)
        return None


def _of_finding(places: Places, finding: Finding) -> list[Replacement] | str:
    """The replacements of one finding at all its places, or why there are none."""
    made: list[Replacement] = []
    for place in finding.places:
        found = places.found(place)
        if found is None:
            return "place"
        made += _at_place(found, finding)
    return made or "same"


def _at_place(found: Found, finding: Finding) -> Iterator[Replacement]:
    if finding.fix is None:
        return
    stands = view(found.paragraph, Changes.FINAL)
    start, end = stands.position(found.start), stands.position(found.end)
    words = stands.text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    if not words:
        return
    for hunk in hunks(words, finding.fix.text.strip()):
        first, last = start + hunk.start, start + hunk.end
        after = first < last or hunk.text[:1] in _CLINGS or last >= len(stands.text)
        yield Replacement(
            spot=found.spot,
            cut=tuple(_stretches(stands, first, last)),
            at=_border(stands, last, after=after),
            text=hunk.text,
            after=after,
            ids=(finding_id(finding),),
        )


def _border(stands: View, position: int, *, after: bool) -> int:
    """The border of the whole text behind the character before a position of the view, or before the one at it."""
    return stands.offsets[position - 1] + 1 if after and position else stands.offsets[position]


def _stretches(stands: View, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The unbroken stretches of the whole text that a stretch of the view is made of."""
    start = None
    for position in range(first, last):
        here = stands.offsets[position]
        if start is None:
            start = here
        elif here != stands.offsets[position - 1] + 1:
            yield start, stands.offsets[position - 1] + 1
            start = here
    if start is not None:
        yield start, stands.offsets[last - 1] + 1


def edited(paragraph: Paragraph, replacements: Sequence[Replacement]) -> str:
    """Return a paragraph's text with its replacements made; what is struck stays in it."""
    text = paragraph.text
    for one in sorted(replacements, key=lambda one: one.reach, reverse=True):
        for start, end in [(one.at, one.at), *sorted(one.cut, reverse=True)]:
            text = text[:start] + (one.text if start == end else "") + text[end:]
    return text


def final(paragraph: Paragraph, replacements: Sequence[Replacement]) -> str:
    """Return a paragraph's text with its replacements made and with nothing that is struck."""
    cut = [stretch for one in replacements for stretch in one.cut]
    gone = Paragraph(
        text=paragraph.text,
        locator=paragraph.locator,
        lang=paragraph.lang,
        regions=paragraph.regions,
        changes=paragraph.changes,
        omitted=(*paragraph.omitted, *cut),
    )
    stands = view(gone, Changes.FINAL)
    text = stands.text
    for one in sorted(replacements, key=lambda one: one.reach, reverse=True):
        at = stands.position(one.at)
        text = text[:at] + one.text + text[at:]
    return text
