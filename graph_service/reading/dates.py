"""Days printed in the head of a document, in any language: 2 May 2022, 15 февраля 2022 года, 2022年2月1日."""

import re
from collections.abc import Iterable
from datetime import date

from graph_service.lexicon.structure import Structure
from graph_service.reading.folding import fold
from graph_service.reading.marks import YEAR

_LONGEST = 400
_NUMERIC = re.compile(rf"(?<!\d)(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_POINTS = re.compile(rf"(?<!\d)(?P<day>\d\d?)(?P<sign>[.-])(?P<month>\d\d?)(?P=sign)(?P<year>{YEAR})(?!\d)")
_EAST_ASIAN = re.compile(
    rf"(?P<year>{YEAR})\s*年\s*(?P<month>\d\d?)\s*月\s*(?P<day>\d\d?)(?:\s*[-至]\s*(?P<last>\d\d?))?\s*日"
)


class PrintedDates:
    """Finds days in short texts; made of the months of all languages."""

    def __init__(self, structures: Iterable[Structure]) -> None:
        months = [(fold(month), number) for one in structures for number, month in enumerate(one.months, 1)]
        self._months = [(re.compile(rf"(?:{pattern})"), number) for pattern, number in months]
        names = "|".join(sorted({pattern for pattern, _ in months}, key=len, reverse=True)) or "(?!)"
        self._worded = re.compile(
            rf"(?<!\d)(?:(?P<from>\d\d?)\s*-\s*)?(?P<day>\d\d?)(?:er|\.)?\s+(?:de\s+)?(?P<name>{names})\s+(?:de\s+|del\s+)?(?P<year>{YEAR})"
        )

    def first(self, texts: Iterable[str]) -> date | None:
        """Return the first day printed in some texts, the last one of a span of days; None where none is."""
        for text in texts:
            plain = fold(text[:_LONGEST])
            for pattern in (self._worded, _NUMERIC, _POINTS, _EAST_ASIAN):
                for found in pattern.finditer(plain):
                    day = self._day(found)
                    if day is not None:
                        return day
        return None

    def _day(self, found: re.Match[str]) -> date | None:
        parts = found.groupdict()
        month = int(parts["month"]) if parts.get("month") else self._month(parts["name"] or "")
        try:
            return date(int(parts["year"] or 0), month, int(parts.get("last") or parts["day"] or 0))
        except ValueError:
            return None

    def _month(self, name: str) -> int:
        return next((number for pattern, number in self._months if pattern.fullmatch(name)), 0)
