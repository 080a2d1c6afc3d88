"""The standard streams, made fit before a command runs: there, and in UTF-8 whatever the environment says."""

import io
import os
import sys
from typing import TextIO


def set_up_streams() -> None:
    """Read and write UTF-8. What is no UTF-8 (names of files, lines of a pipe) is shown by its number, never fatal.

    A stream that the caller closed leads nowhere: else the next file that is opened got its number, and what is printed
    went into a store.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            mode = "r" if number == 0 else "w"
            _lead_to_null(number, os.O_RDONLY if number == 0 else os.O_WRONLY)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - for good
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def lead_nowhere(stream: TextIO) -> None:
    """Let what is still to be written to a stream go nowhere, so that its end at exit cannot fail once more."""
    _lead_to_null(stream.fileno(), os.O_WRONLY)


def _lead_to_null(number: int, flags: int) -> None:
    opened = os.open(os.devnull, flags)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
