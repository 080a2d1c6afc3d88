"""What a paragraph names as it stands and as it stood, put together: one line for each, struck ones marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph_service.citing.maker import maker
from graph_service.citing.mention import Stretch
from graph_service.citing.resolver import Reading
from graph_service.citing.stretches import Stretches
from graph_service.reading.document import Change, Span

_make_stretch = maker(Stretch)


@dataclass(frozen=True, slots=True)
class Placed:
    """A reading with the way back: ``offsets[i]`` is the place in the paragraph of normalised character ``i``."""

    reading: Reading
    offsets: Sequence[int]
    widened: tuple[int, int] | None = None

    def stretch(self, start: int, end: int) -> Stretch:
        """Return the stretch of the paragraph that a stretch of normalised text came from."""
        first, last = self._borders(start, end)
        return _make_stretch(start=first, end=last)

    def _borders(self, start: int, end: int) -> tuple[int, int]:
        offsets = self.offsets
        size = len(offsets)
        last = min(size, end) - 1
        return offsets[start], offsets[max(start, last)] + 1

    @property
    def span(self) -> tuple[int, int]:
        """The stretch of the paragraph that the mention is, run-together markers included."""
        if self.widened:
            return self.widened
        reference = self.reading.reference
        return self._borders(reference.start, reference.end)

    @property
    def key(self) -> tuple[object, ...]:
        """What it names, edition included."""
        one = self.reading
        return one.reference.kind, one.body, one.number, one.marker.place, one.marker.year, one.instrument

    @property
    def number_span(self) -> tuple[int, int]:
        """Where its number stands in the paragraph."""
        reference = self.reading.reference
        return self._borders(reference.number_start, reference.number_end)

    @property
    def body(self) -> Stretch | None:
        """Where its body is printed."""
        one = self.reading.reference
        if one.body_start is None or one.body_end is None:
            return None
        return self.stretch(one.body_start, one.body_end)

    @property
    def title_stretch(self) -> Stretch | None:
        """Where its quoted title stands."""
        one = self.reading.reference
        if one.title_start is None or one.title_end is None:
            return None
        return self.stretch(one.title_start, one.title_end)


def merged(final: Sequence[Placed], original: Sequence[Placed], changes: Stretches[Span]) -> list[tuple[Placed, bool]]:
    """Return what stands, and what was struck, each with the flag; both may carry the same run-together span."""
    stood = Stretches((*one.span, at) for at, one in enumerate(original))
    numbers = Stretches((*one.number_span, at) for at, one in enumerate(original))
    out, gone = Stretches[Placed](), list[Placed]()
    left = dict(enumerate(original))
    for one in final:
        touching = (at for at in stood.touching(*one.span) if at in left and original[at].key == one.key)
        same = next(touching, -1)
        left.pop(same, None)
        partners = [original[at] for at in numbers.touching(*one.span) if at != same]
        made = _widened(_as_amended(one, partners), partners)
        out.add(*made.span, made)
    for other in left.values():
        if _is_struck(other, changes):
            gone.append(_widened(other, out.touching(*other.span)))
    both = [*((one, False) for one in out.all), *((one, True) for one in gone)]
    return sorted(both, key=lambda pair: (pair[0].span[0], pair[0].number_span, pair[1]))


def _as_amended(one: Placed, partners: list[Placed]) -> Placed:
    """A number whose revision was changed, printed with both: 55-23 was 55-2 and is 55-3.

    Flattened text shows no border in a number; that one revision follows the other tells where it was.
    """
    match = _RUN_TOGETHER.fullmatch(one.reading.number)
    if match is None or not partners:
        return one
    for at in range(1, len(match["both"])):
        old, new = int(match["both"][:at]), int(match["both"][at:])
        if new == old + 1:
            number, marker = f"{match['base']}-{new}", replace(one.reading.marker, revision=new)
            return replace(one, reading=replace(one.reading, number=number, marker=marker))
    return one


_RUN_TOGETHER = re.compile(r"(?P<base>[A-Z.\d]+)-(?P<both>\d{2,4})")


def _is_struck(one: Placed, changes: Stretches[Span]) -> bool:
    """Whether the words that made it another name were struck; else the views differ for another reason."""
    spans = [one.span]
    marker = one.reading.reference.marker
    if marker:
        stretch = one.stretch(marker.start, marker.end)
        spans.append((stretch.start, stretch.end))
    return any(change.change is Change.STRUCK for span in spans for change in changes.touching(*span))


def _touch(first: tuple[int, int], second: tuple[int, int]) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def _widened(one: Placed, partners: list[Placed]) -> Placed:
    """The mention over the words of both editions where they stand together."""
    fitting = [other.span for other in partners if _touch(other.span, one.span)]
    if not fitting:
        return one
    spans = [one.span, *fitting]
    return replace(one, widened=(min(start for start, _ in spans), max(end for _, end in spans)))
