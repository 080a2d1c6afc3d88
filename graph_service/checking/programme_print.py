"""A programme's name put in the place of its predecessor's, changing only what differs between the two."""

import re
from dataclasses import dataclass

from graph_service.checking.digits import like, plain
from graph_service.register.register import Register

_ENDING = 2
"""How many letters of a name's word may be another in another case."""
_QUOTES = "«»“”„\"'《》「」"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePrinter:
    """Prints programmes in one language."""

    register: Register
    lang: str

    def rewritten(self, printed: str, old: str, new: str) -> str | None:
        """Return the words with the programme ``new`` in the place of ``old``, None where no name of both is known.

        The numbers that differ are changed where the names differ in nothing else, else the whole name.
        """
        for before, after in self._pairs(old, new):
            numbers = _numbers_changed(printed, before, after)
            if numbers is not None:
                return numbers
        for before, after in self._pairs(old, new):
            name = _name_changed(printed, before, after) or _inflected_name_changed(printed, before, after)
            if name is not None:
                return name
        return None

    def _pairs(self, old: str, new: str) -> list[tuple[str, str]]:
        """Names of the two that go together: of one language and use, then the short English names."""
        pairs = [
            (before.form, after)
            for before in self.register.names_of_kind("programme")
            if before.subject == f"programme/{old}" and before.lang in {self.lang, "en"}
            if (after := self.register.name(f"programme/{new}", before.lang, before.use))
        ]
        pairs.sort(key=lambda pair: -len(pair[0]))
        short = [programme.name if (programme := self.register.programme(slug)) else "" for slug in (old, new)]
        return [*pairs, (short[0], short[1])] if all(short) else pairs


def _numbers_changed(printed: str, before: str, after: str) -> str | None:
    """The words with the numbers of ``after`` for those of ``before``, if they are all that differs."""
    old, new = re.findall(r"\d+", plain(before)), re.findall(r"\d+", plain(after))
    if not old or len(old) != len(new) or _without_numbers(before) != _without_numbers(after):
        return None
    pattern = r"(?P<gap>\D{1,3})".join(f"(?P<n{index}>{number})" for index, number in enumerate(old))
    pattern = pattern.replace("(?P<gap>", "(?:")
    found = re.search(rf"(?<!\d){pattern}(?!\d)", plain(printed))
    if found is None:
        return None
    changed = printed
    for index in reversed(range(len(old))):
        start, end = found.span(f"n{index}")
        changed = changed[:start] + like(new[index], printed[start:end]) + changed[end:]
    return changed


def _without_numbers(name: str) -> str:
    return re.sub(r"\d+", "#", plain(name)).casefold()


def _name_changed(printed: str, before: str, after: str) -> str | None:
    """The words with one whole name for another; quotation marks stay as they are printed."""
    old, new = before.strip(_QUOTES), after.strip(_QUOTES)
    if not old or not new:
        return None
    pattern = r"\s+".join(map(re.escape, old.replace("'", "’").split())).replace("’", "['’]")
    found = re.search(pattern, printed, re.IGNORECASE)
    if found is None:
        return None
    words = new.upper() if found[0].isupper() else new
    return printed[: found.start()] + words + printed[found.end() :]


def _inflected_name_changed(printed: str, before: str, after: str) -> str | None:
    """The words with one name for another word by word, each in the case in which the old one stands."""
    old, new = before.strip(_QUOTES).split(), after.strip(_QUOTES).split()
    if len(old) != len(new):
        return None
    pattern = r"\s+".join(rf"(?P<w{at}>{re.escape(word[:-_ENDING] or word)}[^\W\d_]*)" for at, word in enumerate(old))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", printed, re.IGNORECASE)
    if found is None:
        return None
    changed = printed
    for at in reversed(range(len(old))):
        start, end = found.span(f"w{at}")
        word = _with_ending(new[at], old[at], printed[start:end]) if old[at] != new[at] else printed[start:end]
        if word is None:
            return None
        changed = changed[:start] + word + changed[end:]
    return changed


def _with_ending(word: str, old: str, printed: str) -> str | None:
    """A word with the ending that another one has in print: Kigali-iy as Dubay-skogo gives Kigali-yskogo."""
    pairs = zip(old.casefold(), printed.casefold(), strict=False)
    stem = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(old), len(printed)))
    usual, shown = old[stem:], printed[stem:]
    if not word.casefold().endswith(usual.casefold()):
        return None
    changed = word[: len(word) - len(usual)] + shown
    return changed.upper() if printed.isupper() else changed
