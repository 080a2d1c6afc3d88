"""The words with which the matches of a pattern begin: what a text must hold for the pattern to be worth a try.

A pattern of many words, tried at every character, is the slowest part of reading; most characters begin none of them.
The beginnings are worked out from the pattern itself, so that nobody has to write them down beside it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_LONGEST = 10
_SHORTEST = 2
_MOST = 2000
_FEW_SIGNS = 24
_ENDLESS = 64

_Begun = frozenset[tuple[str, bool]]
"""What a piece of a pattern may begin with, in small letters; whether what follows the piece goes on from there."""
_EMPTY: _Begun = frozenset({("", True)})
_ANYTHING: _Begun = frozenset({("", False)})
_WHITE: _Begun = frozenset({(" ", True)})
_MORE_WHITE: _Begun = frozenset({(" ", True), ("  ", False)})


@lru_cache(maxsize=256)
def beginnings(pattern: str) -> frozenset[str] | None:
    r"""Return words in small letters, one of which every match of the pattern begins with, whatever its case.

    A space stands for any white space. None where the pattern does not tell, or only by a single letter.

    >>> sorted(beginnings(r"(?<!x)(?:res(?:olution)?s?\.?|plan\s+of)"))
    ['plan of', 'res']
    """
    return _beginnings(parser.parse(pattern))


def held(pattern: str) -> frozenset[str] | None:
    r"""Return words in small letters, one of which every match of the pattern holds; None where it does not tell.

    >>> sorted(held(r"\w+ (?:act|treaty)"))
    ['act', 'treaty']
    """
    pieces = list(parser.parse(pattern))
    tails = [words for at in range(len(pieces)) if (words := _beginnings(pieces[at:])) is not None]
    return max(tails, key=lambda words: min(map(len, words), default=0), default=None)


def _beginnings(pieces: Sequence[Any]) -> frozenset[str] | None:
    for longest in range(_LONGEST, 0, -2):
        found = _joined(pieces, longest)
        if found is None:
            continue
        words = _shortest({word for word, _ in found})
        return None if any(len(word) < _SHORTEST and word.isascii() for word in words) else words
    return None


def _shortest(words: set[str]) -> frozenset[str]:
    """The words without those that begin with another of them."""
    return frozenset(word for word in words if not any(word[:end] in words for end in range(len(word))))


def _joined(pieces: Iterable[Any], longest: int) -> _Begun | None:
    """What a sequence of pieces begins with; None where that is too much to list."""
    found: _Begun | None = _EMPTY
    for operator, argument in pieces:
        piece = _piece(operator, argument, longest)
        found = _product(found, piece, longest)
        if found is None or not any(is_open for _, is_open in found):
            break
    return found


def _product(first: _Begun | None, second: _Begun | None, longest: int) -> _Begun | None:
    if first is None or second is None:
        return None
    out: set[tuple[str, bool]] = set()
    for word, is_open in first:
        if not is_open:
            out.add((word, False))
            continue
        for more, goes_on in second:
            whole = word + more
            out.add((whole[:longest], goes_on and len(whole) < longest))
        if len(out) > _MOST:
            return None
    return frozenset(out)


def _piece(operator: Any, argument: Any, longest: int) -> _Begun | None:  # noqa: ANN401 - the parser's own values
    if operator is ops.ASSERT_NOT and not argument[1]:
        return frozenset()
    if operator in _READ:
        return _READ[operator](argument, longest)
    return _EMPTY if operator in {ops.ASSERT, ops.ASSERT_NOT, ops.AT} else _ANYTHING


def _small(code: int) -> str:
    sign = chr(code)
    lower = sign.lower()
    return " " if sign.isspace() else lower if len(lower) == 1 else sign


def _class(members: Sequence[tuple[Any, Any]]) -> _Begun:
    signs: set[str] = set()
    for operator, argument in members:
        if operator is ops.LITERAL:
            signs.add(_small(argument))
        elif operator is ops.RANGE and argument[1] - argument[0] < _FEW_SIGNS:
            signs |= {_small(code) for code in range(argument[0], argument[1] + 1)}
        elif operator is ops.CATEGORY and argument is ops.CATEGORY_SPACE:
            signs.add(" ")
        else:
            return _ANYTHING
    return frozenset((sign, True) for sign in signs) if len(signs) <= _FEW_SIGNS else _ANYTHING


def _united(branches: Sequence[_Begun | None]) -> _Begun | None:
    known = [branch for branch in branches if branch is not None]
    return frozenset().union(*known) if len(known) == len(branches) else None


def _repeated(repeat: tuple[int, int, Iterable[Any]], longest: int) -> _Begun | None:
    """What a repeated piece begins with: one more time, until nothing goes on or no more are allowed."""
    least, most, pieces = repeat
    once = _joined(pieces, longest)
    if once == _WHITE and most > 1:
        return _MORE_WHITE | _EMPTY if least == 0 else _MORE_WHITE
    current: _Begun | None = _EMPTY
    out: _Begun = frozenset()
    for times in range(min(int(most), _ENDLESS) + 1):
        if current is None or once is None:
            return None
        out |= current if times >= least else {one for one in current if not one[1]}
        if times == most or not any(is_open for _, is_open in current):
            break
        after = _product(current, once, longest)
        if after == current:
            break
        current = after
    return out


_READ: Mapping[Any, Callable[[Any, int], _Begun | None]] = {
    ops.LITERAL: lambda code, _: frozenset({(_small(code), True)}),
    ops.IN: lambda members, _: _class(members),
    ops.SUBPATTERN: lambda group, longest: _joined(group[3], longest),
    ops.BRANCH: lambda branch, longest: _united([_joined(one, longest) for one in branch[1]]),
    ops.MAX_REPEAT: _repeated,
    ops.MIN_REPEAT: _repeated,
    ops.FAILURE: lambda _, __: frozenset(),
}
"""How each operator of a pattern is read; the others say nothing, or stand between two signs."""
