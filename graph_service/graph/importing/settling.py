"""Which edition each record is: keys are completed from all records together, and no two records share one.

An amendment names its base by the year alone; which month that is, the other records tell.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_service.graph.importing.naming import Name
from graph_service.graph.importing.record import Record
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.register.register import Register

_YEAR_ONLY = re.compile(r"(?P<head>(?:.*-)?(?:19|20)\d\d)")
_IN_ADDRESS = re.compile(r"-(?P<revision>\d{1,3})-\d{6}-[A-Z]!")
_YEAR_IN_ADDRESS = re.compile(r"-(?P<year>(?:19|20)\d\d)(?:-|$)")
_NUMBERED = re.compile(r"[A-Z]{1,3}\.\d+|\d+/\d+")
_REVISED = (Kind.RECOMMENDATION, Kind.REPORT, Kind.QUESTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A record with the edition that it is, the same text under other numbers, and the text that it belongs to.

    ``whole`` is the edition that an amendment changes or an annex belongs to, None for a text of its own or one that
    belongs to the instrument alone.
    """

    record: Record
    name: Name
    edition: Edition
    twins: tuple[Edition, ...]
    whole: Edition | None

    @property
    def is_whole(self) -> bool:
        """Whether it is a text of its own, no amendment, annex or the like."""
        return is_whole(self.edition.key)


def is_whole(key: str) -> bool:
    """Whether a key is that of a text of its own: a date, a revision or a conference, and not ``2000-10/amd-1``."""
    head = key.removeprefix("unresolved/")
    return "/" not in head and not re.match(r"(?:amd|cor|err|add|annex|app|suppl)(?:-|$)", head)


class Settler:
    """Settles records against the register, the editions that a store has of other records, and those only named."""

    def __init__(
        self, register: Register, known: Iterable[Edition] = (), mentioned: Iterable[Edition] = ()
    ) -> None:  # fmt: skip
        self._register = register
        self._steps: dict[tuple[Instrument, str], set[str]] = defaultdict(set)
        self._editions: dict[Edition, Record] = {}
        self._known = set(known)
        for edition in (*self._known, *mentioned):
            self._note(edition)

    def settle(self, named: Sequence[tuple[Record, Name]]) -> tuple[list[Settled], list[tuple[Record, str]]]:
        """Return the settled records, and those that name the same text as one before, with the reason."""
        texts = [(record, name, self._first_key(record, name)) for record, name in named]
        for _, name, key in texts:
            if is_whole(key):
                self._note(Edition(instrument=name.instrument, key=key))
        settled: list[Settled] = []
        refused: list[tuple[Record, str]] = []
        for record, name, key in sorted(texts, key=_in_order):
            whole_key = self._completed(name, record, key)
            edition = self._free(record, Edition(instrument=name.instrument, key=whole_key), name)
            if edition is None:
                other = self._editions[Edition(instrument=name.instrument, key=whole_key)]
                refused.append((record, f"it names the same text as {other.file}: {record.docid}"))
                continue
            self._editions[edition] = record
            self._note(edition)
            settled.append(Settled(record=record, name=name, edition=edition, twins=(), whole=None))
        return [self._finished(one) for one in settled], refused

    def _note(self, edition: Edition) -> None:
        above, _, step = edition.key.rpartition("/")
        self._steps[edition.instrument, above].add(step)

    def _first_key(self, record: Record, name: Name) -> str:
        """The printed key; where none is printed, the revision or the date that the record tells."""
        if name.key is not None:
            return _with_month(name.key, record)
        instrument = name.instrument
        if instrument.body == "RA":
            return self._assembly(record, name)
        if instrument.kind in _REVISED and instrument.body == "ITU-R" and _NUMBERED.fullmatch(instrument.number):
            return next((str(int(found["revision"])) for found in _matches(_IN_ADDRESS, record)), "0")
        if instrument.kind is Kind.HANDBOOK:
            return next((found["year"] for found in _matches(_YEAR_IN_ADDRESS, record)), _dated(record))
        return _dated(record)

    def _assembly(self, record: Record, name: Name) -> str:
        """The assembly of a Resolution: that of the register's with its revision, else the one of the file's year."""
        for fact in self._register.line(name.instrument):
            if fact.marker.revision == (name.revision or 0):
                return fact.edition.key
        year = next((int(found["year"]) for found in _matches(_YEAR_IN_ADDRESS, record)), _year(record))
        held = [one.id for one in self._register.conferences_of("RA") if one.year == year]
        return held[0] if len(held) == 1 else f"unresolved/{year or 'undated'}"

    def _completed(self, name: Name, record: Record, key: str) -> str:
        """The key with the months of the texts above it, where the records have exactly one, or one that fits."""
        above = ""
        steps = key.split("/")
        for at, step in enumerate(steps[:-1]):
            if at == 0 and step == "unresolved":
                return key
            full = self._month_of(name.instrument, above, step, record)
            above = f"{above}/{full}".strip("/")
        return f"{above}/{steps[-1]}".strip("/")

    def _month_of(self, instrument: Instrument, above: str, step: str, record: Record) -> str:
        known = self._steps.get((instrument, above), set())
        if step in known or not _YEAR_ONLY.fullmatch(step):
            return step
        months = sorted(one for one in known if re.fullmatch(rf"{re.escape(step)}-\d\d", one))
        if len(months) <= 1:
            return months[0] if months else step
        own = (record.published or "9999")[:7]
        earlier = [one for one in months if one[-7:] <= own]
        return (self._of_same_count(instrument, above, months, record) or (earlier or months)[-1:])[0]

    def _of_same_count(self, instrument: Instrument, above: str, months: list[str], record: Record) -> list[str]:
        """The one of some texts whose edition the publisher counts as that of the amendment: 4.1 belongs to 4."""
        count = (record.edition or "").partition(".")[0]
        keys = {month: Edition(instrument=instrument, key=f"{above}/{month}".strip("/")) for month in months}
        found = [month for month, one in keys.items() if one in self._editions and self._editions[one].edition == count]
        return found if count and len(found) == 1 else []

    def _free(self, record: Record, edition: Edition, name: Name) -> Edition | None:
        """The edition if no other record is it, else one with the date added; None where that is taken too."""
        dated = Edition(instrument=edition.instrument, key=_more(edition.key, record, name))
        return next((one for one in (edition, dated) if one not in self._editions), None)

    def _finished(self, one: Settled) -> Settled:
        """A settled record with its twins and the text that it belongs to, now that all editions are known."""
        twins = tuple(
            Edition(instrument=replace(one.edition.instrument, number=number), key=one.edition.key)
            for number in one.name.also
        )
        free = tuple(twin for twin in dict.fromkeys(twins) if twin not in self._editions and twin not in self._known)
        self._known |= set(free)
        whole = self._whole(one.edition)
        return replace(one, twins=free, whole=whole) if free or whole else one

    def _whole(self, edition: Edition) -> Edition | None:
        """The nearest known edition above a key."""
        above = edition.key
        while "/" in above:
            above = above.rpartition("/")[0]
            parent, _, step = above.rpartition("/")
            if step in self._steps.get((edition.instrument, parent), ()):
                return Edition(instrument=edition.instrument, key=above)
        return None


def _in_order(text: tuple[Record, Name, str]) -> tuple[int, bool, bool, str, str]:
    """Texts before what belongs to them; of two of one name the one that prints its revision, then the older."""
    record, name, key = text
    return key.count("/"), not is_whole(key), name.key is None, record.published or "", record.file


def _matches(pattern: re.Pattern[str], record: Record) -> Iterable[re.Match[str]]:
    return filter(None, (pattern.search(page) for page in record.pages))


def _with_month(key: str, record: Record) -> str:
    """A key that is a bare year with the month of the record, where that is of the same year."""
    month = (record.published or "")[:7]
    return month if _YEAR_ONLY.fullmatch(key) and month.startswith(f"{key}-") else key


def _dated(record: Record) -> str:
    return (record.published or "undated")[:7]


def _year(record: Record) -> int | None:
    return int(record.published[:4]) if record.published else None


def _more(key: str, record: Record, name: Name) -> str:
    """A key told apart by the text's own date, which an amendment's does not have."""
    own = f"{name.year}-{name.month:02d}" if name.year and name.month else _dated(record)
    return f"{key}-{own}" if "/" in key else own


def editions_of(settled: Iterable[Settled]) -> Mapping[str, Edition]:
    """Return the edition of each identifier of the records, for relations that name it."""
    return {one.record.docid: one.edition for one in settled}
