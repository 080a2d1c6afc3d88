"""What has been read of an identifier so far: its printed parts, before anything is decided."""

from dataclasses import dataclass, field, replace

from graph_service.citing.identifying.identification import Change, Numbered
from graph_service.citing.identifying.shapes import Number
from graph_service.errors import Code, ProblemError, problem
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker

EXPECTED = (
    "a number with its sector or body was expected, such as ITU-T G.711 (11/1988), ITU-R M.1371-5, "
    "Resolution 197 (Rev. Dubai, 2018), CS 118 or T-REC-T.4-200307-I"
)


def not_an_identifier(text: str, what: str) -> ProblemError:
    """Return the problem of a text that names nothing, with what was expected."""
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "..."
    return problem(Code.NOT_AN_IDENTIFIER, f"{what}: {EXPECTED}", where=repr(shown), hint="write one such name alone")


_SHOWN = 60


@dataclass(slots=True, kw_only=True)
class Draft:
    """The printed parts of one identifier.

    ``last`` is what a date that follows belongs to: a change, or the base text where it is None. ``loose`` is a number
    that stands before its word (第5号增补). ``sign`` is the sign of a provision (``Art.``).
    """

    text: str
    former: str | None = None
    sector: str | None = None
    body: str | None = None
    conference: str | None = None
    basic_text: str | None = None
    kinds: list[Kind] = field(default_factory=list)
    number: Number | None = None
    letters: str | None = None
    is_series: bool = False
    is_guide: bool = False
    is_handbook: bool = False
    is_bulletin: bool = False
    has_colon: bool = False
    has_number_sign: bool = False
    sign: str | None = None
    marker: Marker | None = None
    version: int | None = None
    period: str | None = None
    language: str | None = None
    part: str | None = None
    attached: str | None = None
    changes: dict[Change, Numbered] = field(default_factory=dict)
    also: list[str] = field(default_factory=list)
    until: str | None = None
    last: Change | None = None
    loose: str | None = None

    def refuse(self, what: str) -> ProblemError:
        """Return the problem of this text."""
        return not_an_identifier(self.text, what)

    def set_number(self, number: Number) -> None:
        """Take a number as that of the base text. Raise where another one is there already."""
        if self.number is not None:
            if self.number.letters and self.number.number == number.number:
                return
            if not number.letters and not number.group and self.loose is None and number.revision is None:
                self.loose = number.core
                return
            raise self.refuse("it names several texts")
        self.number = number
        self.last = None
        self.also += number.joint
        if number.until:
            self.until = number.until
        if number.stamp:
            self.date(Marker(year=number.stamp[0], month=number.stamp[1], revised=False))

    def add_change(self, change: Change) -> None:
        """Take up an amendment, annex or the like, with the number before it where one stands there."""
        if change in self.changes:
            raise self.refuse(f"it names {change.value} twice")
        number, self.loose = self.loose, None
        if number is None and self.letters and self.number and not self.number.letters and not self.kinds:
            number, self.number = self.number.core, None
        self.changes[change] = Numbered(number=number)
        self.last = change

    def number_change(self, change: Change, number: str) -> None:
        """Give a change its number."""
        self.changes[change] = replace(self.changes[change], number=number)

    def date(self, marker: Marker) -> None:
        """Give a date to what stands before it. Raise where it has one and nothing else lacks one."""
        if self.last is not None:
            self._date_change(self.last, marker)
        elif self.marker is None:
            self.marker = marker
        else:
            lacking = [change for change, found in self.changes.items() if found.year is None]
            if len(lacking) != 1:
                raise self.refuse("it has two dates")
            self._date_change(lacking[0], marker)

    def _date_change(self, change: Change, marker: Marker) -> None:
        found = self.changes[change]
        if found.year is not None or marker.place or marker.revised:
            if self.marker is not None:
                raise self.refuse("it has two dates")
            self.marker = marker
            return
        self.changes[change] = replace(found, year=marker.year, month=marker.month)

    def set_once(self, name: str, value: str) -> None:
        """Set a field that can be said once. Raise where it says something else already."""
        known = getattr(self, name)
        if known is not None and known != value:
            raise self.refuse(f"it names both {known} and {value}")
        setattr(self, name, value)
