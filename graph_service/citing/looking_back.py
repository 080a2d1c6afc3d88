"""Words that say that an older edition is meant: anywhere in its sentence, or tied to the reference itself."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from graph_service.citing.patterns import Words
from graph_service.citing.reference import Reference
from graph_service.citing.surroundings import Surroundings

_CLOSE = 8
"""How many characters may stand between words like "established by" and the reference: "the", "its"."""
_IN_CLAUSE = 90
_FAR = 400
"""More than a past act and the rest of its clause take."""


class LookingBack:
    """What looks back from the references of a text.

    "Former" or "as amended by" speak of the whole sentence. A past act ("established by", "was allocated", "which
    authorized") is told of many things: it must end at the reference or its list, stand in the same clause before it,
    or follow it.
    """

    def __init__(self, references: Sequence[Reference], around: Surroundings) -> None:
        self._around = around
        self._by_end = sorted((other.end, other.start) for other in references)
        self._by_start = sorted((other.start, other.end) for other in references)
        self._groups: dict[int, tuple[int, int]] = {}
        self._firsts: dict[int, int] = {}
        self._lasts: dict[int, int] = {}
        self._sentences: dict[tuple[int, int], str | None] = {}
        for one in references:
            first, last = self._groups.get(one.group, (one.start, one.end))
            self._groups[one.group] = min(first, one.start), max(last, one.end)

    def words(self, one: Reference, sentence: tuple[int, int]) -> str | None:
        """Return the words that look back from a reference of a sentence, None where there are none."""
        if sentence not in self._sentences:
            found = self._around.places.first("looking_back", self._around.text, *sentence)
            self._sentences[sentence] = found[0] if found else None
        said = self._sentences[sentence]
        if said is not None:
            return said
        first, last = self._list_of(one)
        at = bisect_left(self._by_start, (last, -1))
        following = self._by_start[at][0] if at < len(self._by_start) else len(self._around.text)
        return self._before(first, sentence[0]) or self._after(last, min(following, sentence[1]))

    def _list_of(self, one: Reference) -> tuple[int, int]:
        """Where the list of a reference begins and ends: its members, and what "and" or a comma joins to them."""
        first, last = self._groups[one.group] if one.group >= 0 else (one.start, one.end)
        if len(self._by_start) == 1:
            return first, last
        return _followed(first, self._joined_before, self._firsts), _followed(last, self._joined_after, self._lasts)

    def _joined_before(self, first: int) -> int | None:
        """Where the reference begins that is joined to one that begins at a place."""
        for at in range(bisect_right(self._by_end, (first, len(self._around.text))) - 1, -1, -1):
            end, start = self._by_end[at]
            if self._is_joined(end, first):
                return start
            if first - end > _LONGEST_JOINER:
                break
        return None

    def _joined_after(self, last: int) -> int | None:
        """Where the reference ends that is joined to one that ends at a place."""
        for at in range(bisect_left(self._by_start, (last, -1)), len(self._by_start)):
            start, end = self._by_start[at]
            if self._is_joined(last, start):
                return end
            if start - last > _LONGEST_JOINER:
                break
        return None

    def _is_joined(self, end: int, start: int) -> bool:
        text, words = self._around.text, self._around.words
        match = words.join.match(text, end)
        return match is not None and words.is_gap(text, match.end(), start) and match.end() <= start

    def _before(self, start: int, since: int) -> str | None:
        text, words = self._around.text, self._around.words
        for name, fits in (("past_before", _is_close), ("past_clause", _is_in_clause)):
            for match in self._around.places.within(name, text, max(since, start - _FAR), start):
                if fits(text[match.end() : start], words) or words.is_gap(text, match.end(), start):
                    return match[0]
        return None

    def _after(self, end: int, until: int) -> str | None:
        match = self._around.words.past_after.match(self._around.text, end, until)
        return match["past"] if match else None


_LONGEST_JOINER = 200
"""More than words that join, "of the" and brackets take between two members of a list."""


def _followed(place: int, following: Callable[[int], int | None], known: dict[int, int]) -> int:
    """The last of the places that follow one another, from one on; what is found is kept for all of them."""
    if place in known:
        return known[place]
    way = []
    while place not in known:
        way.append(place)
        after = following(place)
        if after is None:
            break
        place = after
    end = known.get(place, place)
    known.update(dict.fromkeys(way, end))
    return end


def _is_close(gap: str, _: Words) -> bool:
    return len(gap) <= _CLOSE and not any(char in ",;." for char in gap)


def _is_in_clause(gap: str, words: Words) -> bool:
    return len(gap) <= _IN_CLAUSE and not any(char in ",;." for char in gap) and not words.joiner.search(gap)
