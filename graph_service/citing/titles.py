"""Titles that are quoted with a reference: in quotation marks, or after "entitled"; after it, before it, within it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.citing.patterns import Words


@dataclass(frozen=True, slots=True)
class Title:
    """Where a title stands in normalised text, and where what closes it ends.

    ``is_open`` says that no quotation marks show its end: the words up to the next sign of punctuation.
    """

    start: int
    end: int
    close: int
    is_open: bool = False


def title_after(text: str, position: int, words: Words) -> Title | None:
    """Return the title that follows a place, None where none does."""
    match = words.entitled.match(text, position)
    if match:
        return Title(*match.span("title"), match.end())
    match = words.entitled_open.match(text, position)
    return Title(*match.span("title"), match.end(), is_open=True) if match else None


def quoted(text: str, words: Words) -> list[Title]:
    """Return the titles in quotation marks of a text, in order."""
    if '"' not in text:
        return []
    return [Title(*match.span("title"), match.end()) for match in words.entitled.finditer(text)]


def title_before(text: str, position: int, words: Words, titles: Sequence[Title]) -> Title | None:
    """Return the title of a text's titles that stands right before a place, joined by "of": 题为“…”的第70/1号决议."""
    at = bisect_right(titles, position, key=_close) - 1
    return titles[at] if at >= 0 and words.is_gap(text, titles[at].close, position) else None


def _close(title: Title) -> int:
    return title.close
