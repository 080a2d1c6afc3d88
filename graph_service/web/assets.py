"""The files that pages ask for: addressed by their content, so that a browser may keep them for good."""

import hashlib
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

FOLDER = Path(__file__).parent / "assets"
ROUTE = "/assets"
_FOR_GOOD = "public, max-age=31536000, immutable"
_SHORTLY = "public, max-age=3600"
_DIGITS = 10


class Assets:
    """The assets of a folder with their addresses."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder
        self._digests = {
            file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()[:_DIGITS]
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        }

    def __contains__(self, name: str) -> bool:
        return name in self._digests

    def url(self, name: str) -> str:
        """Return the address of an asset. Raise KeyError for one that is not there."""
        return f"{ROUTE}/{name}?v={self._digests[name]}"


class _Files(StaticFiles):
    """Static files that say how long they may be kept: for good where the address bears their digest."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        is_versioned = scope.get("query_string", b"").startswith(b"v=")
        response.headers["Cache-Control"] = _FOR_GOOD if is_versioned else _SHORTLY
        return response


def asset_files(folder: Path = FOLDER) -> ASGIApp:
    """Return what serves the assets of a folder."""
    return _Files(directory=folder)
