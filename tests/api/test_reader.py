"""Readers with a copy of the default graph in memory answer as those that read the folder."""

from pathlib import Path

import pytest

from graph_service.api.workers import Pool
from tests.api.test_workers import EDGES, EX, ask, fill, in_memory, job, with_pool


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reader") / "store"
    fill(path)
    return path


@pytest.mark.parametrize(
    ("where", "number"),
    [
        ("{ ?s ?p ?o }", EDGES),
        ("{ GRAPH ?g { ?s ?p ?o } }", 1),
        (f"FROM <{EX}g> {{ ?s ?p ?o }}", 1),
        ("FROM NAMED <http://example.org/none> { ?s ?p ?o }", 0),
    ],
)
def test_named_graphs_are_read_beside_a_default_graph_in_memory(folder: Path, where: str, number: int) -> None:
    async def work(pool: Pool) -> list[bytes]:
        await in_memory(pool)
        return [await ask(pool, job(f"SELECT (COUNT(*) AS ?n) {where}", accept="text/csv")) for _ in range(3)]

    found = with_pool(folder, work, in_memory=EDGES, timeout=20)
    assert [int(table.split()[1]) for table in found] == [number] * 3


def test_a_dataset_of_the_request_is_read_from_the_folder(folder: Path) -> None:
    async def work(pool: Pool) -> bytes:
        await in_memory(pool)
        return await ask(pool, job("SELECT ?s ?p ?o { ?s ?p ?o }", accept="text/csv", default=(EX + "g",)))

    assert with_pool(folder, work, in_memory=EDGES, timeout=20).decode().split()[1:] == [f"{EX}a,{EX}cites,{EX}b"]


def test_a_default_graph_that_is_too_large_is_read_from_the_folder(folder: Path) -> None:
    async def work(pool: Pool) -> bytes:
        with pytest.raises(TimeoutError):
            await in_memory(pool, seconds=1.5)
        return await ask(pool, job("ASK {}"))

    assert b"true" in with_pool(folder, work, in_memory=EDGES - 1, timeout=20)
