"""Paths not written as they should be: ``pp/resolution/197``, ``PP/Res/197``, and ``res/50`` without a body."""

from collections import defaultdict

from graph_service.analysing.snapshot import Snapshot
from graph_service.names.iri import THINGS
from graph_service.names.kind import Kind

_WORDS = {kind.value: kind.path_word for kind in Kind} | {kind.path_word: kind.path_word for kind in Kind}


class Aliases:
    """The paths of a snapshot's instruments by other spellings."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._by_spelling = {_spelled(path): path for path in _paths(snapshot)}
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for path in _paths(snapshot):
            match path.split("/"):
                case [_, word, number]:
                    found[word, number.casefold()].append(path)
        self._without_body = {key: tuple(paths) for key, paths in found.items()}

    def candidates(self, path: str) -> tuple[str, ...]:
        """Return the paths that a wrongly written one can mean: none, the one that it means, or several."""
        steps = [_WORDS.get(step.casefold(), step) for step in path.strip("/").split("/")]
        known = self._by_spelling.get(_spelled("/".join(steps)))
        if known:
            return (known,)
        match steps:
            case [word, number]:
                return self._without_body.get((word, number.casefold()), ())
        return ()


def _paths(snapshot: Snapshot) -> tuple[str, ...]:
    return tuple(iri.removeprefix(THINGS) for iri in (*snapshot.works, *snapshot.editions))


def _spelled(path: str) -> str:
    return path.casefold()
