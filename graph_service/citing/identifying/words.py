"""The words of identifiers, compiled: for each script one set of patterns over normalised text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from graph_service.citing.normalise import fold_words
from graph_service.citing.patterns import Words
from graph_service.citing.words import compile_words
from graph_service.lexicon.lexicon import Lexicon
from graph_service.register.register import Register

Entry = tuple[str, str, str]
_LETTER = "A-Za-z\u00c0-\u024f\u0400-\u04ff\u0600-\u06ff"
_BEFORE, _AFTER = rf"(?-i:(?<![{_LETTER}\d]))", rf"(?-i:(?![{_LETTER}]))"
_LATIN = "LATIN"
_PLAIN_GROUPS = ("guide", "series", "version", "handbook", "bulletin", "attachment", "period", "noise", "union")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an identifier: what sort it is (``kind``, ``body``, ``change`` ...), which one, and where it ends."""

    what: str
    which: str
    end: int


@dataclass(frozen=True, eq=False)
class ScriptWords:
    """The words that can stand in an identifier of one script: those of its languages, and of the Latin ones."""

    script: str
    lexicons: tuple[Lexicon, ...]
    readers: tuple[Words, ...]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What words name, most special first: what they are, which one, and the pattern of their forms."""
        return tuple(_entries(self.lexicons))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any word; the name of the group that matched is ``w`` and the place in ``entries``."""
        groups = [rf"(?P<w{at}>{pattern})" for at, (_, _, pattern) in enumerate(self.entries)]
        return re.compile("|".join(groups), re.IGNORECASE)

    def word_at(self, text: str, position: int) -> Word | None:
        """Return the word at a position, None where none is."""
        match = self.pattern.match(text, position)
        if not match or not match.lastgroup or match.end() == position:
            return None
        what, which, _ = self.entries[int(match.lastgroup[1:])]
        return Word(what, which, match.end())

    @property
    def is_number_first(self) -> bool:
        """Whether the number stands before its word (第118款)."""
        return self.readers[0].is_number_first

    def _any(self, *kinds: str) -> str:
        """The patterns of all words of some kinds as one."""
        return "|".join(pattern for what, _, pattern in self.entries if what in kinds) or "(?!)"

    @cached_property
    def period(self) -> re.Pattern[str]:
        """A word that may stand beside a period."""
        return re.compile(self._any("period", "noise"), re.IGNORECASE)

    @cached_property
    def version(self) -> re.Pattern[str]:
        """A version with its number: v.1, V2, version 3."""
        return re.compile(rf"(?:{self._any('version')})\s*(?P<number>\d+)(?![\d.])", re.IGNORECASE)

    @cached_property
    def organizations(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The organizations with which texts are joint, with all their names."""
        names: dict[str, list[str]] = {}
        for one in self.lexicons:
            for name, forms in (one.identifier.joint or {}).items():
                names.setdefault(name, []).extend(fold_words(form) for form in forms)
        return tuple((name, re.compile(rf"\b(?:{'|'.join(forms)})\b")) for name, forms in names.items())

    @cached_property
    def joint(self) -> re.Pattern[str]:
        """A standard of another organization, joined to what stands before it: | ISO/IEC 14496-10:2022."""
        names = "|".join(pattern.pattern for _, pattern in self.organizations) or "(?!)"
        joins = "|".join(fold_words(form) for one in self.lexicons for form in one.citation.join)
        return re.compile(
            rf"(?:[|/]|(?:{joins})\s)?\s*(?P<standard>(?:{names})(?:/(?:{names}))*(?:[ /](?:TR|TS|IS|PAS))?"
            r"\s?\d+(?:-\d+)*"
            rf"(?::\d{{4}})?(?:[ /](?:Amd|Cor)\.?\s?\d+(?::\d{{4}})?)*)(?!\d)"
        )

    @cached_property
    def range(self) -> re.Pattern[str]:
        """What joins the ends of a range, with its end: to No. 123, to Q.139."""
        words = "|".join(fold_words(form) for one in self.lexicons for form in one.citation.range)
        signs = self._any("sign", "provision")
        return re.compile(
            rf"\s*(?:{words})\s*(?:(?:{signs})\s*)?(?P<last>[A-Z]\.\d+(?:\.\d+)*|\d+[A-Z]{{0,2}}(?:\.\d+[A-Z]*)?)(?!\d){_AFTER}",
            re.IGNORECASE,
        )

    @cached_property
    def months(self) -> tuple[re.Pattern[str], ...]:
        """The twelve months in any of the languages."""
        tables = [one.identifier.months for one in self.lexicons if len(one.identifier.months) == 12]  # noqa: PLR2004
        return tuple(
            re.compile(rf"{_BEFORE}(?:{'|'.join(fold_words(table[at]) for table in tables)}){_AFTER}", re.IGNORECASE)
            for at in range(12 if tables else 0)
        )

    @cached_property
    def provision(self) -> re.Pattern[str]:
        """The word of an Article or a number of a basic text."""
        return re.compile(self._any("provision"), re.IGNORECASE)

    @cached_property
    def unit_dates(self) -> tuple[re.Pattern[str], ...]:
        """Dates whose parts are each followed by their unit (2016年4月15日), largest or smallest first."""
        found: list[re.Pattern[str]] = []
        for units in (one.identifier.units for one in self.lexicons if one.identifier.units):
            year, month, day = (
                rf"(?P<{name}>\d{{{least},{most}}})\s?(?:{'|'.join(units[name])})"
                for name, least, most in (("year", 4, 4), ("month", 1, 2), ("day", 1, 2))
            )
            found += [re.compile(rf"{year}\s?(?:{month}\s?(?:{day})?)?"), re.compile(rf"{month}[\s,]*{year}")]
        return tuple(found)

    @cached_property
    def books(self) -> tuple[tuple[int, re.Pattern[str]], ...]:
        """The coloured books in which CCITT and CCIR published all their texts, with the year of each."""
        return tuple(
            (int(year), re.compile("|".join(fold_words(form) for form in forms), re.IGNORECASE))
            for one in self.lexicons
            for year, forms in (one.identifier.books or {}).items()
        )

    @cached_property
    def year_sign(self) -> re.Pattern[str]:
        """What may stand after a year: г., 年."""
        forms = [fold_words(form) for one in self.lexicons for form in one.identifier.year_signs]
        return re.compile("|".join(forms) or "(?!)", re.IGNORECASE)

    @cached_property
    def noise(self) -> re.Pattern[str]:
        """A word that joins and says nothing."""
        return re.compile(self._any("noise"), re.IGNORECASE)

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """The code of each language by the letter that stands for it in suffixes."""
        return {one.identifier.letter: one.lang for one in self.lexicons if one.identifier.letter}


def script_words(register: Register, lexicons: Mapping[str, Lexicon]) -> Mapping[str, ScriptWords]:
    """Return the words by script (``LATIN``, ``CYRILLIC``, ``CJK`` ...); those of Latin languages are in each."""
    by_script: dict[str, list[Lexicon]] = {_LATIN: []}
    for lexicon in lexicons.values():
        by_script.setdefault(_script_of(lexicon), []).append(lexicon)
    letters = tuple(lexicons.values())
    found = {}
    for script, own in by_script.items():
        read = own if script == _LATIN else [*own, *by_script[_LATIN]]
        readers = tuple(compile_words(one.lang, lexicons, register) for one in read)
        found[script] = _WithAllLetters(script=script, lexicons=tuple(read), readers=readers, every=letters)
    return found


@dataclass(frozen=True, eq=False)
class _WithAllLetters(ScriptWords):
    every: tuple[Lexicon, ...] = ()

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """A suffix names any language, whatever the script of the identifier."""
        return {one.identifier.letter: one.lang for one in self.every if one.identifier.letter}


def script_in(text: str, known: Iterable[str]) -> str:
    """Return the first script of a text's letters that is known and not Latin, else Latin."""
    wanted = set(known)
    for sign in text:
        if not sign.isascii() and sign.isalpha():
            script = _script(sign)
            if script in wanted and script != _LATIN:
                return script
    return _LATIN


def _script(sign: str) -> str:
    return unicodedata.name(sign, _LATIN).partition(" ")[0].partition("-")[0]


def _script_of(lexicon: Lexicon) -> str:
    forms = chain.from_iterable((*kind.one, *kind.many) for kind in lexicon.citation.kinds.values())
    letters = [sign for form in forms for sign in form if sign.isalpha()]
    return _script(letters[0]) if letters else _LATIN


def _entries(lexicons: tuple[Lexicon, ...]) -> Iterator[Entry]:
    yield from _keyed("former", ((one, (one.identifier.former or {}).items()) for one in lexicons))
    yield from _keyed("sector", ((one, one.citation.sectors.items()) for one in lexicons))
    yield from _keyed("sector", ((one, one.citation.sector_names.items()) for one in lexicons))
    yield from _keyed("guide", ((one, (("", one.identifier.guide),)) for one in lexicons))
    yield from _keyed("change", ((one, (one.identifier.changes or {}).items()) for one in lexicons))
    for table, what in (("kinds", "kind"), ("provisions", "provision")):
        yield from _keyed(
            what,
            (
                (one, [(name, (*forms.many, *forms.one)) for name, forms in getattr(one.citation, table).items()])
                for one in lexicons
            ),
        )
    yield from _keyed("kind", ((one, (one.identifier.kinds or {}).items()) for one in lexicons))
    yield from _keyed("bulletin", ((one, (("", one.identifier.bulletin),)) for one in lexicons))
    # the longest name wins: ECOSOC before Council
    yield from reversed([*_keyed("body", ((one, one.citation.bodies.items()) for one in lexicons))])
    yield from _keyed("body", ((one, (one.identifier.bodies or {}).items()) for one in lexicons))
    yield from _keyed("text", ((one, one.citation.texts.items()) for one in lexicons))
    yield from _text_signs(lexicons)
    for group in _PLAIN_GROUPS:
        if group not in {"guide", "bulletin", "noise"}:
            yield from _keyed(group, ((one, (("", getattr(one.identifier, group)),)) for one in lexicons))
    yield from _keyed("sign", ((one, (("", one.citation.number_signs),)) for one in lexicons))
    yield from _keyed("part", ((one, (("", one.citation.parts),)) for one in lexicons))
    yield from _keyed("noise", ((one, (("", one.identifier.noise),)) for one in lexicons))


def _text_signs(lexicons: tuple[Lexicon, ...]) -> Iterator[Entry]:
    """The signs of basic texts, in capitals; a single letter only before a number: К 118."""
    found: dict[str, list[str]] = {}
    for lexicon in lexicons:
        for key in lexicon.citation.texts:
            found.setdefault(key, []).extend([key, *lexicon.citation.text_signs.get(key, ())])
    for key, signs in found.items():
        forms = [
            rf"(?-i:{fold_words(sign)})" + (r"(?=\s+\d)" if len(sign) == 1 else "") for sign in dict.fromkeys(signs)
        ]
        yield "text", key, rf"{_BEFORE}(?:{'|'.join(forms)}){_AFTER}"


def _keyed(what: str, tables: Iterable[tuple[Lexicon, Iterable[tuple[str, tuple[str, ...]]]]]) -> Iterator[Entry]:
    found: dict[str, list[tuple[str, Lexicon]]] = {}
    for lexicon, table in tables:
        for key, forms in table:
            found.setdefault(key, []).extend((form, lexicon) for form in forms)
    for key, pairs in found.items():
        if pairs:
            yield what, key, _pattern(sorted(pairs, key=lambda pair: -len(pair[0])))


def _pattern(forms: list[tuple[str, Lexicon]]) -> str:
    """Forms of several languages as one pattern: each a word of its own, with what may be attached before it."""
    alone: dict[str, list[str]] = {}
    closed: dict[str, list[str]] = {}
    unspaced: list[str] = []
    for form, lexicon in forms:
        folded = fold_words(form).replace(" ?", r"\s*").replace(" ", r"\s+")
        prefix = fold_words(lexicon.citation.prefix)
        if not lexicon.structure.spaced:
            unspaced.append(folded)
        elif folded.endswith((r"\.", "'")):
            closed.setdefault(prefix, []).append(folded)
        else:
            alone.setdefault(prefix, []).append(f"(?-i:{folded})" if len(folded) == 1 else folded)
    parts = [rf"(?:{prefix})(?:{_either(words)})" for prefix, words in closed.items()]
    parts += [rf"(?:{prefix})(?:{_either(words)}){_AFTER}" for prefix, words in alone.items()]
    spaced = [rf"{_BEFORE}(?:{'|'.join(parts)})"] if parts else []
    return "|".join([*spaced, *dict.fromkeys(unspaced)])


def _either(words: list[str]) -> str:
    return "|".join(dict.fromkeys(words))
