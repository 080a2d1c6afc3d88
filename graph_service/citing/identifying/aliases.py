"""Paths not written as they should be: ``pp/resolution/197``, ``PP/res/197``, ``itu-r/rec/M.2083-0``, ``res/197``."""

import re

from graph_service.names.iri import NotAPathError, instrument_path, parse
from graph_service.names.kind import Kind
from graph_service.register.register import Register

_KINDS = {word: kind.path_word for kind in Kind for word in (kind.value, f"{kind.value}s", kind.path_word)}
_SIGNS = {
    "article": "art", "articles": "art", "art.": "art", "appendix": "app", "appendices": "app", "app.": "app",
    "number": "no", "numbers": "no", "no.": "no", "provision": "no",
}  # fmt: skip
_HEADS = {
    "conference": "conf", "conferences": "conf", "bodies": "body", "sectors": "sector", "programmes": "programme",
    "plans": "plan", "constitution": "cs", "convention": "cv", "general-rules": "gr", "radio-regulations": "rr",
    "itut": "itu-t", "itur": "itu-r", "itud": "itu-d", "ccitt": "itu-t", "ccir": "itu-r", "wtsc": "wtsa",
}  # fmt: skip
_IN_CAPITALS = frozenset({"rec", "rep", "suppl", "no", "art", "app"})
_SMALL_PARTS = re.compile(r"(?<=\d)(?:BIS|TER|QUATER)|(?<=\.)IMP(?=\d)")
_REVISED = re.compile(r"(?P<number>[A-Z]{0,3}\.?\d+)-(?P<revision>\d{1,3})")
_UNITED_NATIONS = frozenset({"unga", "unsc", "ecosoc", "unesco"})
_OTHERS = frozenset({"conf", "body", "sector"})
_PAIR = 2


def alias_of(path: str, register: Register | None = None) -> str | None:
    """Return the canonical path of another spelling of one; None for what is canonical already or is no path.

    A path without a body (``res/197``) is an alias only where one text of the register has it.
    """
    canonical = spelled(path)
    if _is_bodiless(canonical):
        having = without_body(canonical, register) if register else ()
        return having[0] if len(having) == 1 else None
    return canonical if canonical != path and _is_path(canonical) else None


def without_body(path: str, register: Register) -> tuple[str, ...]:
    """Return the paths that a path without a body can mean: ``res/50`` is one of several bodies."""
    canonical = spelled(path)
    if not _is_bodiless(canonical):
        return ()
    word, number = canonical.split("/")
    having = (one for one in register.lines if (one.kind.path_word, one.number) == (word, number))
    return tuple(sorted({instrument_path(one) for one in having}))


def spelled(path: str) -> str:
    """Return a path with the words, letters and steps that canonical paths have."""
    steps = [step for step in path.strip().split("/") if step]
    if not steps:
        return ""
    head = steps[0].casefold()
    words = [_HEADS.get(head, _KINDS.get(head, head)), *steps[1:]]
    if words[0] in _OTHERS and len(words) == _PAIR:
        return "/".join(words).casefold()
    if len(words) > _PAIR:
        kind = words[1].casefold()
        words[1] = _SIGNS.get(kind) or _KINDS.get(kind, words[1])
    return "/".join(_numbered(words))


def _numbered(words: list[str]) -> list[str]:
    """The steps with the number in its own form: capitals, strokes as hyphens, the revision as a step of its own."""
    match words:
        case [head, "res", session, number, *rest] if head in _UNITED_NATIONS and number.isdecimal():
            return [head, "res", f"{session}-{number}", *rest]
        case ["itu-r", "q", number, group, *rest] if revised := _REVISED.fullmatch(number):
            return ["itu-r", "q", revised["number"], group, revised["revision"], *rest]
        case ["itu-t" | "itu-d" as head, "q", number, group] if number.isdecimal() and group.isdecimal():
            return [head, "q", f"{number}-{group}"]
        case [head, word, number, *rest] if word in _IN_CAPITALS:
            return [head, word, *_steps_of(head, word, number), *rest]
        case _:
            return words


def _steps_of(head: str, word: str, number: str) -> list[str]:
    large = _SMALL_PARTS.sub(lambda match: match[0].lower() if match[0] != "IMP" else "Imp", number.upper())
    revised = _REVISED.fullmatch(large) if head == "itu-r" and word != "suppl" else None
    return [revised["number"], revised["revision"]] if revised else [large]


def _is_bodiless(path: str) -> bool:
    steps = path.split("/")
    return len(steps) == _PAIR and steps[0] in _KINDS.values()


def _is_path(path: str) -> bool:
    if path.partition("/")[0] in _OTHERS:
        return True
    try:
        parse(path)
    except NotAPathError:
        return False
    return True
