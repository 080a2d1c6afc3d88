"""Options that several commands share."""

import locale
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from graph_service.checking.telling import languages
from graph_service.errors import Code, problem

_SCHEDULER = re.compile(r"t(?:cp|ls)://(?:\[[0-9A-Fa-f:.]+\]|[^\s\[\]:/]+):\d{1,5}")
F = TypeVar("F", bound=Callable[..., Any])


class FilePath(click.Path):
    """A path of a file or folder. An empty one, as an unset variable gives it, would mean the current folder."""

    def __init__(self, *, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(path_type=Path, file_okay=file_okay, dir_okay=dir_okay)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """Return the path. Raise bad-request for one without any printed character."""
        if not str(value).strip():
            where = param.human_readable_name if param else "FILE"
            raise problem(Code.BAD_REQUEST, "the path is empty", where=where, hint="name a file or a folder")
        if str(value) == "-" and param and param.name == "files":
            what, hint = "standard input is not read", "save the text as a file and name it"
            raise problem(Code.BAD_REQUEST, what, where="-", hint=hint)
        return super().convert(value, param, ctx)


class StoreAddress(click.ParamType[str]):
    """A folder, there or not, or the http(s) URL of an endpoint. Another URL would become a folder of that name."""

    name = "store"

    def convert(self, value: str, param: click.Parameter | None, _ctx: click.Context | None) -> str:
        """Return the address. Raise bad-request for what is neither."""
        where, hint = value or (param.opts[0] if param else "--store"), "name a folder or an http(s) URL"
        if not value.strip():
            raise problem(Code.BAD_REQUEST, "the store's name is empty", where=where, hint=hint)
        scheme, sign, _ = value.partition("://")
        if sign and scheme.isalpha() and scheme not in {"http", "https"}:
            raise problem(Code.BAD_REQUEST, f"a store is not asked by {scheme}", where=where, hint=hint)
        if not sign and Path(value).exists() and not Path(value).is_dir():
            raise problem(Code.BAD_REQUEST, "it is a file, no store", where=where, hint=hint)
        return value


class SchedulerAddress(click.ParamType[str]):
    """The address of a Dask scheduler."""

    name = "scheduler"

    def convert(self, value: str, _param: click.Parameter | None, _ctx: click.Context | None) -> str:
        """Return the address. Raise bad-request for what is none."""
        if not _SCHEDULER.fullmatch(value):
            what, hint = f"{value!r} is no address of a scheduler", "write it as tcp://host:8786"
            raise problem(Code.BAD_REQUEST, what, where="--workers", hint=hint)
        return value


class Said(click.ParamType[str]):
    """Words that must not be empty: an unset variable would otherwise pass for an option that was not given."""

    name = "words"

    def convert(self, value: str, param: click.Parameter | None, _ctx: click.Context | None) -> str:
        """Return the words. Raise bad-request where there are none."""
        if not value.strip():
            where = param.opts[0] if param else ""
            raise problem(Code.BAD_REQUEST, "it is empty", where=where, hint="give a value or leave the option out")
        return value


class Language(click.ParamType[str]):
    """A language that messages are written in."""

    name = "language"

    def convert(self, value: str, _param: click.Parameter | None, _ctx: click.Context | None) -> str:
        """Return the language's code. Raise bad-request for a language that there are no words of."""
        if value not in languages():
            what, hint = f"{value!r} is no language of the messages", f"use one of {', '.join(languages())}"
            raise problem(Code.BAD_REQUEST, what, where="--lang", hint=hint)
        return value


files = click.argument("files", nargs=-1, required=True, type=FilePath(), metavar="FILE...")


def answer_format(*more: str, default: str = "table") -> Callable[[F], F]:
    """Return the option ``--format``: table, json, csv and what else the command knows."""
    return click.option(
        "--format", "format_", type=click.Choice(["table", "json", "csv", *more]), default=default, show_default=True,
        help="How to print the answer.",
    )  # fmt: skip


def store(function: F) -> F:
    """Add the option ``--store``."""
    return click.option(
        "--store", envvar="ITUGRAPH_STORE", default="store", show_default=True, metavar="PATH|URL",
        type=StoreAddress(),
        help="Folder of the embedded store, or the URL of a SPARQL 1.1 endpoint.",
    )(function)  # fmt: skip


def workers(function: F) -> F:
    """Add the option ``--workers``: the scheduler whose workers read the files."""
    return click.option(
        "--workers", metavar="URL", type=SchedulerAddress(),
        help="Read the files on the workers of this Dask scheduler (tcp://host:8786), not here.",
    )(function)  # fmt: skip


def language(function: F) -> F:
    """Add the option ``--lang``: the language of messages, by default the environment's."""
    return click.option(
        "--lang", default=_environment_language, metavar="CODE", type=Language(),
        help="Language of messages: en, fr, es, ru, zh, ar; by default the environment's.",
    )(function)  # fmt: skip


def _environment_language() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            lang = locale.normalize(value).partition("_")[0].partition(".")[0].lower()[:2]
            return lang if lang in languages() else "en"
    return "en"
