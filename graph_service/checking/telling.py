"""Findings told in a person's language: one clear sentence from a template and the words of an outcome."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

import yaml
from babel.dates import format_date

from graph_service.checking.case import marker_of
from graph_service.checking.dates import Origin
from graph_service.checking.habits import Habits
from graph_service.checking.marker_print import MarkerPrinter
from graph_service.checking.outcome import Outcome, Word
from graph_service.errors import Code, problem
from graph_service.lexicon.lexicon import Lexicon
from graph_service.lexicon.printing import Printing
from graph_service.names.instrument import Instrument
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import EditionFact
from graph_service.register.register import Register

FOLDER = Path(__file__).parent / "messages"
DEFAULT = "en"
_MOST = 8
_load_yaml = partial(yaml.load, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """The sentences of one language: of findings by ``rule`` or ``rule.variant``, of dates, notes, titles of rules."""

    lang: str
    locale: str
    messages: Mapping[str, str]
    dates: Mapping[str, str]
    notes: Mapping[str, str]
    titles: Mapping[str, str]

    def of(self, rule: str, variant: str) -> str:
        """Return the template of a rule's variant, that of the rule itself where it has none of its own."""
        return self.messages.get(f"{rule}.{variant}") or self.messages[rule]


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """Return the languages that findings can be told in."""
    return tuple(sorted(file.stem for file in folder.glob("*.yaml")))


@cache
def load_messages(lang: str, folder: Path = FOLDER) -> Messages:
    """Return the sentences of a language, English ones where it has no file. Raise bad-data for a wrong file."""
    path = folder / f"{lang}.yaml" if lang in languages(folder) else folder / f"{DEFAULT}.yaml"
    try:
        raw: dict[str, Any] = _load_yaml(path.read_text(encoding="utf-8"))
        return Messages(
            lang=path.stem,
            locale=raw["locale"],
            messages=raw["messages"],
            dates=raw["dates"],
            notes=raw["notes"],
            titles=raw["titles"],
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise problem(
            Code.BAD_DATA,
            f"the messages cannot be read ({error!r})",
            where=f"messages/{path.name}",
            hint="give it the same keys as en.yaml",
        ) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Tells outcomes and dates in one language."""

    messages: Messages
    printing: Printing
    register: Register

    @property
    def lang(self) -> str:
        """The language that is spoken."""
        return self.messages.lang

    def told(self, rule: str, outcome: Outcome, cited: str) -> str:
        """Return one sentence on a citation."""
        words = {name: self._word(word) for name, word in outcome.words.items()}
        told = self.messages.of(rule, outcome.variant).format_map({"cited": " ".join(cited.split()), **words})
        return f"{told[:-1]}" if told.endswith("..") else told

    def note(self, note: str) -> str:
        """Return a note on a document, a key with names, as a sentence."""
        key, _, names = note.partition(" ")
        return self.messages.notes[key].format(names=names)

    def origin(self, origin: Origin) -> str:
        """Return where a date comes from."""
        return self.messages.dates[origin.key].format(words=origin.words, conference=self._conference(origin.words))

    def _word(self, word: Word) -> str:
        match word:
            case date():
                return format_date(word, format="long", locale=self.messages.locale)
            case EditionFact():
                return self._markers.printed(marker_of(word), word.edition.instrument.kind.value) or str(word.edition)
            case Instrument():
                return self._instrument(word)
            case tuple():
                return self._list([self._word(one) for one in word])
            case str():
                return self._named(word)

    def _list(self, words: list[str]) -> str:
        shown = words if len(words) <= _MOST else [words[0], "…", *words[-_MOST + 2 :]]
        return self.printing.list_join.join(shown)

    def _named(self, word: str) -> str:
        kind, _, name = word.partition("/")
        match kind:
            case "conference":
                return self._conference(name)
            case "body" | "programme":
                return self._name(word) or name
            case "place":
                return self._markers.city(name)
            case _:
                return word

    def _name(self, subject: str) -> str | None:
        """The name of a body, or the short name of a programme; English where the language has none."""
        programme = self.register.programme(subject.partition("/")[2])
        if programme and self.lang == DEFAULT:
            return programme.name
        known = self.register.name(subject, self.lang, "search form", "official")
        return known or (programme.name if programme else self.register.name(subject, DEFAULT))

    def _conference(self, conference_id: str) -> str:
        conference = self.register.conference(conference_id)
        if conference is None:
            return conference_id
        body = self._name(f"body/{conference.body}") or conference.body
        met = Marker(place=conference.place, year=conference.year, revised=False)
        return f"{body}{self.printing.marker_gap}{self._markers.printed(met, DEFAULT)}"

    def _instrument(self, instrument: Instrument) -> str:
        label = self.printing.label.format(
            kind=self.printing.kind_word(instrument.kind.value), number=instrument.number
        )
        body = self._name(f"body/{instrument.body}") or instrument.body
        return f"{label} ({body})"

    @property
    def _markers(self) -> MarkerPrinter:
        return MarkerPrinter(register=self.register, printing=self.printing, lang=self.lang, habits=Habits())


def teller(lang: str, lexicons: Mapping[str, Lexicon], register: Register) -> Teller:
    """Return what tells findings in a language; English where there are no messages in it."""
    messages = load_messages(lang)
    return Teller(messages=messages, printing=lexicons[messages.lang].printing, register=register)
