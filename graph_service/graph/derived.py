"""The update that derives what follows from the facts, in its own graph and in the default graph: ``derive.ru``."""

from collections.abc import Iterable
from importlib.resources import files

_PROLOGUE = ("#", "PREFIX ")


def derive_update(before: Iterable[str] = ()) -> str:
    """Return the SPARQL update that forgets what was derived and derives it anew, after other operations of it."""
    lines = files("graph_service.graph").joinpath("derive.ru").read_text(encoding="utf-8").splitlines()
    prologue = [line for line in lines if line.startswith("PREFIX ")]
    operations = "\n".join(line for line in lines if not line.startswith(_PROLOGUE))
    return "\n".join(prologue) + "\n\n" + ";\n".join([*before, operations.strip()])
