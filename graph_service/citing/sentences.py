"""Where sentences begin and end in normalised text: what a phrase beside a reference can speak of."""

import re

_HAN = "\u4e00-\u9fff"
_BOUNDARY = re.compile(
    r"[.;!?\u061f]"
    rf"(?:\s+(?=[^\W\d_]|[\"(\[]|\d+\s)|(?<=[^\d\s][.!?])(?=[{_HAN}\u300a(])|(?<=;)(?=[{_HAN}\u300a(]))"
)
"""A stop and what tells that a sentence begins behind it."""
_LAST_WORD = re.compile(r"(?P<word>[^\W\d_]+)\.$")
_LABEL = re.compile(r"\s*\d{1,3}\.$")
_LONGEST_BRACKET = 160
_LONGEST_ABBREVIATION = 5
_NEAR = 40


def sentence_bounds(text: str, abbreviations: re.Pattern[str] | None = None) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a text's sentences, in order.

    A full stop in brackets, after an abbreviation (``abbreviations`` matches a text that ends in one), an initial or
    the number of a paragraph ends none.

    >>> sentence_bounds("See No. 5 (Rev. Dubai, 2018). Then go.")
    ((0, 29), (29, 38))
    >>> sentence_bounds("a) the Union. It met.")
    ((0, 13), (13, 21))
    """
    stops = [match.start() + 1 for match in _BOUNDARY.finditer(text)]
    ends = [stop for stop in stops if _ends_here(text, stop, abbreviations)]
    starts = [0, *ends]
    return tuple((start, end) for start, end in zip(starts, [*ends, len(text)], strict=True) if end > start)


def _ends_here(text: str, position: int, abbreviations: re.Pattern[str] | None) -> bool:
    if _is_in_brackets(text, position):
        return False
    if text[position - 1] != "." or text.startswith(")", position - 2):
        return True
    found = _LAST_WORD.search(text, max(0, position - _NEAR), position)
    if found is None:
        return not _LABEL.fullmatch(text, 0, position)
    if len(found["word"]) == 1 or (abbreviations and abbreviations.search(text, max(0, position - _NEAR), position)):
        return False
    following = text[position : position + _NEAR].lstrip()[:1]
    is_new = following.isalpha() and not following.islower()
    return is_new or len(found["word"]) > _LONGEST_ABBREVIATION


def _is_in_brackets(text: str, position: int) -> bool:
    """Whether the nearest bracket before is one that opens, and is closed after; that of a label, a), opens none."""
    opened = text.rfind("(", max(0, position - _LONGEST_BRACKET), position)
    if opened < 0 or text.find(")", opened, position) >= 0:
        return False
    return text.find(")", position, opened + _LONGEST_BRACKET) >= 0
