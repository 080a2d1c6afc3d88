"""An edition marker: what a text prints for the edition, as a value, apart from any language."""

from dataclasses import dataclass

_FULL_YEAR = 2000
"""The one year that ITU prints in full after a conference's word: (WRC-97), (WRC-2000), (WRC-03)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """The parts of a printed marker; None is "not printed", never "no".

    ``place`` is the English name of the city. ``revised`` is True where the marker says Rev. in any language, False
    for a bare one. ``revision`` is the number after the hyphen of an ITU-R text (66-1: 1).
    ``conference_word`` is the abbreviation printed instead of a place, canonical English: ``WRC`` in (Rev.WRC-15).
    """

    place: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    revised: bool | None = None
    revision: int | None = None
    conference_word: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing of an edition is known from it."""
        return self.place is None and self.year is None and self.revision is None

    def __str__(self) -> str:
        """Print the marker as English texts do: ``(Rev. Dubai, 2018)``, ``(Rev.WRC-15)``, ``(06/2012)``.

        >>> str(Marker(year=2000, revised=True, conference_word="WRC"))
        '(Rev.WRC-2000)'
        """
        if self.is_empty:
            return ""
        if self.year is None:
            return f"-{self.revision}" if self.revision is not None else f"({self.place})"
        if self.conference_word:
            year = self.year if self.year == _FULL_YEAR else f"{self.year % 100:02d}"
            return f"({'Rev.' if self.revised else ''}{self.conference_word}-{year})"
        rev = "Rev. " if self.revised else ""
        if self.place:
            return f"({rev}{self.place}, {self.year})"
        return f"({self.month:02d}/{self.year})" if self.month else f"({rev}{self.year})"
