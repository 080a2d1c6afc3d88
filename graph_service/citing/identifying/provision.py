"""Whether an Article of a basic text, or a number in it, is one that the register knows."""

import re

from graph_service.register.values import ProvisionRange

_NUMBER = re.compile(r"(?P<digits>\d+)(?P<letters>[A-Z]*)")


def holds(row: ProvisionRange, text: str, number: str) -> bool:
    """Whether a row is of the Article that a provision (``Art. 21``) is, or holds its number (``No. 118``)."""
    if row.text != text:
        return False
    sign, _, printed = number.partition(" ")
    match sign:
        case "Art.":
            return row.article == printed
        case "No.":
            wanted, first, last = _order(printed), _order(row.first), _order(row.last)
            return None not in {wanted, first, last} and first <= wanted <= last  # type: ignore[operator]  # None was excluded
        case _:
            return False


def _order(number: str) -> tuple[int, str] | None:
    match = _NUMBER.fullmatch(number)
    return (int(match["digits"]), match["letters"]) if match else None
