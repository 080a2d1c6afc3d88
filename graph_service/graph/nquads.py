"""Quads as sorted N-Quads: the same lines for the same quads, so that two stores can be compared."""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad


def line_of(quad: Quad) -> str:
    """Return a quad as one line of N-Quads, without the line's end."""
    return f"{quad} ."


def sorted_lines(quads: Iterable[Quad]) -> list[str]:
    """Return quads as lines in order, each once."""
    return sorted({line_of(quad) for quad in quads})


def write_lines(lines: Iterable[str], path: Path) -> None:
    """Write lines to a file."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
