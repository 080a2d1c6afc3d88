"""``itugraph ingest``: adopted texts, or proposals, go into a store; whole files or not at all."""

from pathlib import Path

import click

from graph_service.cli.building import build_store, has_store
from graph_service.cli.loading import Library, files_of, library
from graph_service.cli.options import files, store, workers
from graph_service.cli.output import counted, print_json, say
from graph_service.cli.reading_files import How, ReadFile, read_files
from graph_service.errors import ProblemError
from graph_service.graph.engine import Engine, open_engine
from graph_service.graph.ingesting import Ingestion, Outcome, ingest


@click.command("ingest")
@files
@click.option("--proposal", is_flag=True, help="Keep the texts apart: they revise and abrogate nothing.")
@workers
@store
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True,
              help="How to print what was done.")  # fmt: skip
def command(files: tuple[Path, ...], *, proposal: bool, workers: str | None, store: str, format_: str) -> int:
    """Add the adopted texts in FILEs to a store; what cites the editions that they revise is outdated from then on.

    Exit code 0: all taken; 1: some refused, the rest taken; 2: nothing could be read.
    """
    books = library()
    chosen = files_of(files)
    if not has_store(store):
        build_store(books, store)
    engine = open_engine(store)
    done: list[Ingestion] = []
    refused: list[dict[str, str]] = []
    try:
        read = read_files(chosen, books, How(with_documents=False), workers=workers)
        for one in counted(read, len(chosen), "Ingesting"):
            try:
                done.append(_ingested(engine, books, one, proposal=proposal))
            except ProblemError as error:
                refused.append({"file": str(one.file), "reason": str(error)})
    finally:
        engine.close()
    _tell(done, refused, format_)
    if not refused:
        return 0
    return 1 if done else 2


def _ingested(engine: Engine, books: Library, read: ReadFile, *, proposal: bool) -> Ingestion:
    if read.problem:
        raise ProblemError(read.problem)
    done = ingest(engine, books.register, read.texts, proposal=proposal)
    engine.flush()
    return done


def _tell(done: list[Ingestion], refused: list[dict[str, str]], format_: str) -> None:
    if format_ == "json":
        print_json(
            {
                "read": len(done) + len(refused),
                "imported": sum(one.outcome is Outcome.IMPORTED for one in done),
                "unchanged": sum(one.outcome is Outcome.UNCHANGED for one in done),
                "refused": refused,
                "instruments": sum(len(one.instruments) for one in done),
                "editions": sum(len(one.editions) for one in done),
            }
        )
        return
    for one in done:
        click.echo(f"{one.source}: {one.outcome.value}, {one.texts} texts, {len(one.editions)} editions")
    for reason in (one["reason"] for one in refused):
        say(f"itugraph: {reason}")
