"""An edition: an instrument as one conference, or one approval, left it."""

from dataclasses import dataclass

from graph_service.names.instrument import Instrument


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Edition:
    """One edition of one instrument.

    ``key`` is what tells it from the others: the conference that adopted it (``pp-18``), the year of a Council
    text (``2016``), the date of an ITU-T Recommendation (``2012-06``, ``2012-06/amd-1``), the revision of an ITU-R
    one (``0``), or ``unresolved/<place>-<year>`` where no conference fits the marker that was printed.
    """

    instrument: Instrument
    key: str

    @property
    def is_resolved(self) -> bool:
        """Whether the key is a conference, year, date or revision and not a printed guess."""
        return not self.key.startswith("unresolved/")

    def __str__(self) -> str:
        return f"{self.instrument}, {self.key}"
