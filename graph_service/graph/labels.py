"""The English labels of instruments and editions: what a person reads where only the graph is at hand."""

from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker


def instrument_label(instrument: Instrument, programme_name: str | None = None) -> str:
    """Return the label of an instrument: ``PP Resolution 197``, ``CS No. 118``, ``ITU-D D.2 [2020-2023]``."""
    match instrument.kind:
        case Kind.PROGRAMME:
            return programme_name or instrument.number
        case Kind.PROVISION | Kind.OBJECTIVE:
            label = f"{instrument.body} {instrument.number}"
            return f"{label} [{instrument.numbering}]" if instrument.numbering else label
        case _:
            return str(instrument)


def edition_label(instrument: Instrument, marker: Marker, key: str) -> str:
    """Return the label of an edition: the instrument's with the marker as English texts print it, else the key."""
    printed = str(marker) or f"({key})"
    joined = "" if printed.startswith("-") else " "
    return f"{instrument_label(instrument)}{joined}{printed}"
