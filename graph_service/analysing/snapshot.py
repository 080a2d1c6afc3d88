"""Everything that answers look up, taken from a store once and then only read: works, editions, citations, labels."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph_service.analysing.answer import CitationItem, Ref
from graph_service.analysing.holdings import CitationRow, EditionNode, Work
from graph_service.analysing.network import Network, network_of


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """A store's content as of one version. ``citations`` are in the order in which they are listed everywhere."""

    works: Mapping[str, Work]
    editions: Mapping[str, EditionNode]
    citations: tuple[CitationRow, ...]
    labels: Mapping[str, str]

    def label(self, iri: str) -> str:
        """Return the English label of a thing, its IRI where it has none."""
        return self.labels.get(iri, iri)

    def ref(self, iri: str) -> Ref:
        """Return a thing to follow."""
        return Ref(iri=iri, label=self.label(iri))

    def item(self, row: CitationRow) -> CitationItem:
        """Return a citation as clients see it."""
        return CitationItem(
            citing=self.ref(row.citing),
            cited=self.ref(row.cited),
            clause=row.clause,
            part=row.part,
            text=row.text,
            lang=row.lang,
            locator=row.locator,
            source=row.source,
        )

    def work_of(self, iri: str) -> str:
        """Return the instrument of an edition; of anything else the thing itself."""
        edition = self.editions.get(iri)
        return edition.work if edition else iri

    # Who cites whom

    @cached_property
    def network(self) -> Network:
        """Who cites whom, each pair once."""
        return network_of(self.citations)

    @cached_property
    def by_citing(self) -> Mapping[str, tuple[CitationRow, ...]]:
        """The citations by the text that cites."""
        return _grouped((row.citing, row) for row in self.citations)

    @cached_property
    def by_citing_work(self) -> Mapping[str, tuple[CitationRow, ...]]:
        """The citations by the instrument whose text cites."""
        return _grouped((row.citing_work, row) for row in self.citations)

    @cached_property
    def by_cited(self) -> Mapping[str, tuple[CitationRow, ...]]:
        """The citations by what they name, an edition or an undated instrument."""
        return _grouped((row.cited, row) for row in self.citations)

    @cached_property
    def by_cited_work(self) -> Mapping[str, tuple[CitationRow, ...]]:
        """The citations by the instrument that they name, in whatever edition."""
        return _grouped((row.work, row) for row in self.citations)


def _grouped(pairs: Iterable[tuple[str, CitationRow]]) -> Mapping[str, tuple[CitationRow, ...]]:
    found: dict[str, list[CitationRow]] = defaultdict(list)
    for key, row in pairs:
        found[key].append(row)
    return {key: tuple(rows) for key, rows in found.items()}
