"""The unified diff of two texts that have nearly all lines in common."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff

_CONTEXT = 3
_NO_END = "\n\\ No newline at end of file\n"


def unified(before: str, after: str, name: str) -> str:
    """Return the unified diff from a file's text to the corrected one, empty where they are the same."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if before == after:
        return ""
    head = (f"--- {name}\n", f"+++ {name} (corrected)\n")
    lines = _aligned(old, new) if len(old) == len(new) else _rows(old, new)
    return "".join([*head, *(line if line.endswith("\n") else f"{line}{_NO_END}" for line in lines)])


def _rows(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The hunks of two texts with different numbers of lines."""
    rows = unified_diff(old, new, n=_CONTEXT)
    return (row for number, row in enumerate(rows) if number > 1)


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The hunks of two texts whose lines belong together one by one: a search would take long where many are alike."""
    changed = [number for number, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    for first, last in _groups(changed):
        start, end = max(0, first - _CONTEXT), min(len(old), last + 1 + _CONTEXT)
        place = f"{start + 1},{end - start}" if end - start > 1 else f"{start + 1}"
        yield f"@@ -{place} +{place} @@\n"
        yield from _hunk(old[start:end], new[start:end])


def _groups(changed: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches of changed lines whose contexts meet."""
    first = last = changed[0]
    for number in changed[1:]:
        if number - last - 1 > 2 * _CONTEXT:
            yield first, last
            first = number
        last = number
    yield first, last


def _hunk(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(old):
        end = at
        while end < len(old) and old[end] != new[end]:
            end += 1
        yield from (f"-{line}" for line in old[at:end])
        yield from (f"+{line}" for line in new[at:end])
        if end < len(old):
            yield f" {old[end]}"
        at = end + 1
