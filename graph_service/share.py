"""Where the ontology, the register's tables and the queries lie: in a checkout, or inside the installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def share_folder(chosen: Path | None = None) -> Path:
    """Return the folder that holds ``ontology/``, ``data/`` and ``queries/``: the chosen one, else the one shipped."""
    if chosen is not None:
        return chosen
    installed = _PACKAGE / "_share"
    return installed if installed.is_dir() else _PACKAGE.parent
