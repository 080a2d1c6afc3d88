"""``itugraph check``: outdated and wrong references of texts, with what should stand in their place."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click

from graph_service.checking import output
from graph_service.checking.finding import Severity
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.report import Report, fails
from graph_service.checking.run import Options, run
from graph_service.checking.waivers import NAME, Waiver, read_waivers
from graph_service.cli.loading import Library, files_of, library
from graph_service.cli.options import FilePath, Said, files, language, store, workers
from graph_service.cli.output import counted, print_json, print_table, say
from graph_service.cli.reading_files import How, ReadFile, read_files
from graph_service.cli.stored_lines import stored_lines
from graph_service.errors import Code, problem
from graph_service.reading.changes import Changes

_SHOWN = ("locator", "severity", "rule", "text", "message", "fix")
_STATES = {"final": Changes.BOTH, "original": Changes.ORIGINAL}
_FORMATS = ("table", "json", "html", "sarif", "csv")


@click.command("check")
@files
@click.option(
    "--at",
    type=Said(),
    metavar="WHEN",
    help="Judge as of a day (2022-06-05), a conference (pp-18), or before:CONFERENCE.",
)
@click.option("--draft", type=Said(), metavar="CONFERENCE", help="Treat the texts as drafts to this conference.")
@click.option("--changes", type=click.Choice(["final", "original"]), default="final", show_default=True,
              help="Which state of tracked changes to judge.")  # fmt: skip
@click.option("--waivers", "waiver_file", type=FilePath(dir_okay=False), metavar="FILE",
              help="Findings that are meant so; default: waivers.csv beside each file.")  # fmt: skip
@click.option("--fail-on", type=click.Choice([level.value for level in Severity]), default="warning",
              show_default=True, help="Least severity that makes the exit code 1.")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="table", show_default=True,
              help="How to print the findings.")  # fmt: skip
@click.option("--corrected", type=FilePath(), metavar="OUT",
              help="Write the corrected file, a folder for several: Word with changes and comments.")  # fmt: skip
@click.option("--accept", is_flag=True, help="With --corrected: clean text instead of tracked changes.")
@click.option("--author", default="itugraph", show_default=True, metavar="NAME",
              help="With --corrected: whose the tracked changes are.")  # fmt: skip
@click.option("--date", metavar="DATE", help="With --corrected: date of the tracked changes; default: now.")
@click.option("--force", is_flag=True, help="With --corrected: write over files that exist already.")
@workers
@store
@language
def command(
    files: tuple[Path, ...], at: str | None, draft: str | None, changes: str, waiver_file: Path | None, fail_on: str,
    format_: str, corrected: Path | None, accept: bool, author: str, date: str | None, force: bool,  # noqa: FBT001
    workers: str | None, store: str, lang: str,
) -> int:  # fmt: skip
    """Find outdated and wrong references in FILEs (Word, Akoma Ntoso, HTML, PDF, text; folders and zip files).

    Exit code 0: nothing from --fail-on up; 1: findings; 2: a file could not be read (the others are reported).
    """
    books = library()
    now = datetime.now(UTC)
    options = Options(today=now.date(), at=at, draft=draft, lang=lang)
    if corrected and changes == "original":
        what, hint = "corrections are written into the text as it shall read", "leave out --changes original"
        raise problem(Code.BAD_REQUEST, what, where="--corrected", hint=hint)
    idle = [name for name, given in (("--accept", accept), ("--date", date), ("--force", force)) if given]
    if idle and not corrected:
        what, hint = "it is about corrected files, and none is to be written", "name one with --corrected OUT"
        raise problem(Code.BAD_REQUEST, what, where=idle[0], hint=hint)
    inputs = files_of(files)
    if corrected and len(inputs) == 1:
        from graph_service.correcting.writing import targets  # noqa: PLC0415 - where asked for

        targets(corrected, [inputs[0].name], inputs, force=force)
    found = _read(inputs, books, How(draft=draft, changes=_STATES[changes]), workers)
    texts = [text for one in found for text in one.texts]
    lines, waivers = stored_lines(store), _waivers(found, waiver_file)
    reports = run(texts, Knowledge(books.register, lines), books.lexicons, options, waivers)
    _print(reports, found, books, format_, lang)
    left = 0
    if corrected:
        from graph_service.cli.correcting import Checks, Desk, Wish, write_corrected  # noqa: PLC0415 - where asked for

        wish = Wish(out=corrected, author=author, date=date, accept=accept, force=force)
        desk = Desk(lines=tuple(lines), options=options, wish=wish, at=wish.moment(now))
        left = write_corrected(Checks(files=found, reports=reports, waivers=waivers), desk, books)
    if left or any(one.problem for one in found):
        return 2
    return 1 if fails(reports, Severity(fail_on)) else 0


def _read(files: Sequence[Path], books: Library, how: How, workers: str | None) -> list[ReadFile]:
    """The files as read, problems told as they come; struck words are read too, so that they are known as struck."""
    found = []
    for one in counted(read_files(files, books, how, workers=workers), len(files), "Reading"):
        if one.problem:
            say(f"itugraph: {one.problem}")
        found.append(one)
    return found


def _waivers(found: Sequence[ReadFile], chosen: Path | None) -> Mapping[str, Sequence[Waiver]]:
    """The waivers of each file: those that were named, else those that lie beside it."""
    named = read_waivers(chosen) if chosen else None
    waivers: dict[str, Sequence[Waiver]] = {}
    for one in found:
        beside = one.file.parent / NAME
        waived = named if named is not None else (read_waivers(beside) if beside.is_file() else ())
        waivers |= {text.file: waived for text in one.texts}
    return waivers


def _print(reports: Sequence[Report], found: Sequence[ReadFile], books: Library, format_: str, lang: str) -> None:
    match format_:
        case "json":
            print_json(output.as_json(reports, books.register))
        case "csv":
            click.echo(output.as_csv(reports), nl=False)
        case "sarif":
            from graph_service.checking.sarif import as_sarif  # noqa: PLC0415 - one format in five

            print_json(as_sarif(reports, version=version("itu-xref")))
        case "html":
            from graph_service.cli.report import report_html  # noqa: PLC0415 - one format in five

            documents = [document for one in found for document in one.documents]
            click.echo(report_html(documents, reports, lang=lang, register=books.register.version))
        case _:
            _print_tables(reports)


def _print_tables(reports: Sequence[Report]) -> None:
    for report in reports:
        counts = report.counts
        dates = report.dates
        click.echo(
            f"{report.doc}: judged at {dates.text} ({report.date_from}), as of {dates.check} ({report.check_from})"
        )
        click.echo(
            f"{counts.read} references read, {counts.current} current, {counts.unknown} beyond the register, "
            f"{len(report.findings)} findings" + (f", {counts.waived} waived" if counts.waived else "")
        )
        for note in report.notes:
            click.echo(note)
        rows = [dict(zip(output.COLUMNS, row, strict=True)) for row in output.rows([report])]
        if rows:
            print_table(_SHOWN, rows)
        click.echo()
