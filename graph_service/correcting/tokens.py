"""Two texts become the smallest replacements at the borders of words, numbers and signs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
_TOKEN = re.compile(rf"[{_HAN}]+|\d+|(?:(?![{_HAN}])[^\W\d]|[{_MARKS}])+|\s+|.", re.DOTALL)
_HAN_ALONE = re.compile(f"[{_HAN}]+")
_HYPHENS = str.maketrans({"\u2011": "-", "\u2010": "-"})
_OPENING = {"(", "（", "["}
_MOST_CELLS = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunk:
    """``old[start:end]`` becomes ``text``; an insertion has no length, a deletion no text."""

    start: int
    end: int
    text: str


def hunks(old: str, new: str) -> tuple[Hunk, ...]:
    """Return what must change in one text so that it reads as another, in order.

    Tokens are runs of letters with their marks, of digits, of Han signs, of white space, and single other signs. White
    space and hyphens of two kinds count as the same, so that the old text's no-break signs stay.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    first = _shared([_key(one) for one in before], [_key(one) for one in after])
    last = _shared([_key(one) for one in reversed(before[first:])], [_key(one) for one in reversed(after[first:])])
    middle, fresh = before[first : len(before) - last], after[first : len(after) - last]
    at = sum(map(len, before[:first]))
    found = [Hunk(start=at + hunk.start, end=at + hunk.end, text=hunk.text) for hunk in _changed(middle, fresh)]
    return tuple(_beside(old, _trimmed(old, hunk)) for hunk in found)


def _key(token: str) -> str:
    return " " * len(token) if token.isspace() else token.translate(_HYPHENS)


def _shared(before: Sequence[str], after: Sequence[str]) -> int:
    """How many tokens two lists begin with in common."""
    count = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        count += 1
    return count


def _changed(before: Sequence[str], after: Sequence[str]) -> list[Hunk]:
    """The hunks between two lists of tokens, which keep as many characters as can be kept."""
    if not before and not after:
        return []
    if not before or not after or len(before) * len(after) > _MOST_CELLS:
        return [Hunk(start=0, end=sum(map(len, before)), text="".join(after))]
    kept = _kept(before, after)
    found: list[Hunk] = []
    at = left = right = 0
    for row, column in [*kept, (len(before), len(after))]:
        size = sum(map(len, before[left:row]))
        text = "".join(after[right:column])
        if size or text:
            found.append(Hunk(start=at, end=at + size, text=text))
        at += size + (len(before[row]) if row < len(before) else 0)
        left, right = row + 1, column + 1
    return found


def _kept(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of equal tokens of a longest common subsequence, words weighing more than spaces and signs."""
    rows, columns = [_key(one) for one in before], [_key(one) for one in after]
    best = [[0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for row in range(len(rows) - 1, -1, -1):
        for column in range(len(columns) - 1, -1, -1):
            best[row][column] = max(best[row + 1][column], best[row][column + 1])
            if rows[row] == columns[column]:
                best[row][column] = max(best[row][column], best[row + 1][column + 1] + _weight(rows[row]))
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < len(rows) and column < len(columns):
        if rows[row] == columns[column] and best[row][column] == best[row + 1][column + 1] + _weight(rows[row]):
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            row += 1
    return pairs


def _weight(token: str) -> int:
    return 2 * len(token) + 1 if token[0].isalnum() else 1


def _trimmed(old: str, hunk: Hunk) -> Hunk:
    """A hunk whose old or new words only add to the other ones, cut down to what is added or taken away.

    Runs of Han signs have no borders between words, so a word is put in or taken out at their beginning or end.
    """
    words = old[hunk.start : hunk.end]
    if not words or not hunk.text or not _HAN_ALONE.fullmatch(words + hunk.text):
        return hunk
    shorter, longer = sorted((words, hunk.text), key=len)
    if longer.startswith(shorter):
        cut = len(shorter)
        return Hunk(start=hunk.start + cut, end=hunk.end, text=hunk.text[cut:])
    if longer.endswith(shorter):
        cut = len(shorter)
        return Hunk(start=hunk.start, end=hunk.end - cut, text=hunk.text[: len(hunk.text) - cut])
    return hunk


def _beside(old: str, hunk: Hunk) -> Hunk:
    """An insertion that begins with a bracket stands with its space after the word before it."""
    if hunk.start != hunk.end or hunk.text[:1] not in _OPENING or not hunk.text[-1].isspace():
        return hunk
    if old[hunk.start - 1 : hunk.start] != hunk.text[-1]:
        return hunk
    return Hunk(start=hunk.start - 1, end=hunk.start - 1, text=hunk.text[-1] + hunk.text[:-1])
