"""What a store holds in figures: things of each class, uses of each property, counted once for each state of it."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from graph_service.api.frames import Job
from graph_service.api.workers import Pool
from graph_service.graph.queries import NamedQuery
from graph_service.names.iri import BASE

_MOST = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Counts by the IRI of a class, of a property, and of a class and a property of its things."""

    classes: Mapping[str, int]
    properties: Mapping[str, int]
    partitions: Mapping[str, Mapping[str, int]]


class Counting:
    """Counts what a store holds; the last count is kept as long as the store stays as it was."""

    def __init__(self, pool: Pool, queries: Mapping[str, NamedQuery]) -> None:
        self._pool = pool
        self._queries = queries
        self._kept: tuple[str, Holdings] | None = None

    async def holdings(self, version: str) -> Holdings:
        """Return the counts for a version of the store."""
        if self._kept is None or self._kept[0] != version:
            self._kept = version, await self._count()
        return self._kept[1]

    async def _count(self) -> Holdings:
        partitions: dict[str, dict[str, int]] = {}
        for class_, prop, number in await self._rows("partitions"):
            partitions.setdefault(class_, {})[prop] = int(number)
        return Holdings(
            classes={iri: int(number) for iri, number in await self._rows("classes")},
            properties={iri: int(number) for iri, number in await self._rows("properties")},
            partitions=partitions,
        )

    async def _rows(self, name: str) -> Sequence[Sequence[str]]:
        """The answer of one of our own counting queries, without what has no IRI."""
        job = Job(task="query", base=BASE, text=self._queries[name].bind({}), accept="text/csv", rows=_MOST)
        answer = await self._pool.run(job)
        body = answer.whole
        if body is None:
            body = b"".join([block async for block in answer.blocks()])
        return [row for row in list(csv.reader(StringIO(body.decode())))[1:] if not row[0].startswith("_:")]
