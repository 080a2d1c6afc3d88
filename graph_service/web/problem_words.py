"""Problems in the reader's language: what kind each is, and what to do about it."""

from collections.abc import Callable

from graph_service.errors import Code
from graph_service.web.interface import Interface

_Said = Callable[[Interface], tuple[str, str]]
_SAID: dict[Code, _Said] = {
    Code.NOT_FOUND: lambda ui: (
        ui.say("Nothing is known under this name"),
        ui.say("Look at the nearest names below, or search for words of the title."),
    ),
    Code.AMBIGUOUS: lambda ui: (
        ui.say("This name means several things"),
        ui.say("Choose the one that you mean."),
    ),
    Code.TOO_LARGE: lambda ui: (
        ui.say("This document is too large"),
        ui.say("Send the part that you want to have checked, or use the command on your own machine."),
    ),
    Code.UNSUPPORTED_FORMAT: lambda ui: (
        ui.say("This format is not read"),
        ui.say("Send Word (.docx), Akoma Ntoso (.xml), HTML, PDF or plain text."),
    ),
    Code.UNREADABLE_FILE: lambda ui: (
        ui.say("This document cannot be read"),
        ui.say("Open it in the program that wrote it, save it again, and send it once more; or paste its text."),
    ),
    Code.TIMED_OUT: lambda ui: (
        ui.say("This took too long"),
        ui.say("Ask for less at once: one body, one clause, fewer steps."),
    ),
    Code.BUSY: lambda ui: (
        ui.say("Too many questions at once"),
        ui.say("Try again in a moment."),
    ),
    Code.STORE_UNAVAILABLE: lambda ui: (
        ui.say("The graph cannot be read"),
        ui.say("Try again in a moment; if it stays so, tell the operator."),
    ),
    Code.INTERNAL: lambda ui: (
        ui.say("Something went wrong here"),
        ui.say("It is not your fault. Try again, and tell the operator if it comes back."),
    ),
}


def heading(ui: Interface, code: Code) -> str:
    """Return what kind of problem it is."""
    return _SAID[code](ui)[0] if code in _SAID else ui.say("This request cannot be answered")


def advice(ui: Interface, code: Code) -> str:
    """Return what the reader can do about it."""
    return _SAID[code](ui)[1] if code in _SAID else ui.say("Go back and change what you asked for.")
