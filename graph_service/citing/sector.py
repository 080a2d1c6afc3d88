"""The Sector before a number: its sign, its name, or its name and then its sign."""

import re

from graph_service.citing.forms import chosen
from graph_service.citing.number import SERIES
from graph_service.citing.patterns import Words

_SPACES = re.compile(r"\s*")


def sector_at(text: str, words: Words, position: int) -> tuple[str | None, int]:
    """Return the Sector that stands at a place and where its number begins; None and the place where none does."""
    sign = words.sector.match(text, position)
    if sign:
        return chosen(sign), _past_spaces(text, sign.end())
    named = words.sector_names.match(text, position)
    if named is None:
        return None, position
    sign = words.sector.match(text, _past_spaces(text, named.end()))
    after = _past_spaces(text, sign.end()) if sign else named.end()
    number_sign = words.number_sign.match(text, after)
    if not SERIES.match(text, number_sign.end() if number_sign else after):
        return None, position
    return chosen(sign or named), _past_spaces(text, after)


def _past_spaces(text: str, position: int) -> int:
    match = _SPACES.match(text, position)
    return match.end() if match else position
