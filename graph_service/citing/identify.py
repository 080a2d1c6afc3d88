"""What people write for a text becomes what it names: number, edition, parts, canonical form and IRI."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph_service.citing.identifying.canonical import canonical
from graph_service.citing.identifying.decided import Decided
from graph_service.citing.identifying.deciding import decide
from graph_service.citing.identifying.draft import not_an_identifier
from graph_service.citing.identifying.files import read_file_name
from graph_service.citing.identifying.identification import Identification
from graph_service.citing.identifying.locating import thing_of
from graph_service.citing.identifying.parts import Cursor
from graph_service.citing.identifying.programmes import read_objective, read_programme
from graph_service.citing.identifying.provision import holds
from graph_service.citing.identifying.words import ScriptWords, script_in, script_words
from graph_service.citing.normalise import normal
from graph_service.errors import Code, ProblemError
from graph_service.lexicon.lexicon import Lexicon
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import THINGS, edition_path, instrument_path
from graph_service.names.kind import Kind
from graph_service.register.register import Register

_LONGEST = 400


def identify(text: str, register: Register, lexicons: Mapping[str, Lexicon]) -> Identification | ProblemError:
    """Return what a text names, or the problem of one that is no identifier: it says what was expected."""
    try:
        return identified(text, register, lexicons)
    except ProblemError as error:
        return error


def identified(text: str, register: Register, lexicons: Mapping[str, Lexicon]) -> Identification:
    """Return what a text names. Raise not-an-identifier or ambiguous-name for one that names nothing or several."""
    return compiled_words(register, lexicons).identify(text)


def compiled_words(register: Register, lexicons: Mapping[str, Lexicon]) -> "Identifier":
    """Return the reader of a register and lexicons, compiled the first time it is asked for."""
    return _identifier(_Given(register, lexicons))


class Identifier:
    """Reads identifiers with the words of all languages, compiled once."""

    def __init__(self, register: Register, lexicons: Mapping[str, Lexicon]) -> None:
        self.register = register
        self.scripts = script_words(register, lexicons)
        self.letters = {one.lang: one.identifier.letter for one in lexicons.values()}

    def identify(self, text: str) -> Identification:
        """Return what a text names. Raise not-an-identifier or ambiguous-name."""
        folded = " ".join(normal(text[:_LONGEST]).text.split())
        if not folded or len(text) > _LONGEST:
            raise not_an_identifier(text, "it is empty" if not folded else "it is too long")
        words = self.words_for(folded)
        return self._identification(text, self._decided(folded, text, words))

    def words_for(self, folded: str) -> ScriptWords:
        """Return the words of the script of normalised text."""
        return self.scripts[script_in(folded, self.scripts)]

    def _decided(self, folded: str, text: str, words: ScriptWords) -> Decided:
        objective = read_objective(folded, words)
        if objective:
            return objective
        draft = read_file_name(folded, text, words.languages)
        if draft is not None:
            return decide(draft, self.register)
        try:
            return decide(Cursor(folded, text, words, self.register).read(), self.register)
        except ProblemError as error:
            if error.problem.code is not Code.NOT_AN_IDENTIFIER:
                raise
            programme = read_programme(folded, words, self.register)
            if programme is None:
                raise
            return programme

    def _identification(self, text: str, decided: Decided) -> Identification:
        thing = thing_of(decided, self.register)
        path = edition_path(thing) if isinstance(thing, Edition) else instrument_path(thing)
        return Identification(
            input=text,
            kind=decided.kind,
            body=decided.body,
            sector=self._sector(decided.body),
            series=decided.series,
            number=decided.number,
            marker=decided.marker,
            part=decided.part,
            changes=decided.changes,
            language=decided.language,
            also=(*decided.also, *((_whole(decided),) if decided.until else ())),
            canonical=canonical(decided, self.register, self.letters),
            iri=THINGS + path,
            thing=thing,
            known=self._is_known(thing),
        )

    def _sector(self, body: str) -> str | None:
        known = self.register.bodies.get(body)
        return known.sector if known else None

    def _is_known(self, thing: Instrument | Edition) -> bool:
        """Whether the register has it: that edition, that instrument, or the Article that holds the number."""
        if isinstance(thing, Edition):
            return self.register.fact(thing) is not None
        match thing.kind:
            case Kind.PROGRAMME:
                return self.register.programme(thing.number) is not None
            case Kind.OBJECTIVE:
                known = {(one.sector, one.code, one.plan) for one in self.register.objectives}
                return (thing.body, thing.number, thing.numbering) in known
            case Kind.PROVISION:
                return any(holds(row, thing.body, thing.number) for row in self.register.provisions)
            case _:
                return bool(self.register.line(thing))


@dataclass(frozen=True, eq=False)
class _Given:
    """A register and lexicons as a key: the same objects, not equal ones."""

    register: Register
    lexicons: Mapping[str, Lexicon]

    def __eq__(self, other: object) -> bool:
        """Whether it is of the same two objects."""
        return isinstance(other, _Given) and self.register is other.register and self.lexicons is other.lexicons

    def __hash__(self) -> int:
        """Return a hash of which objects they are."""
        return hash((id(self.register), id(self.lexicons)))


@lru_cache(maxsize=4)
def _identifier(given: _Given) -> Identifier:
    """The compiled words of a register and lexicons: a memory of a pure function."""
    return Identifier(given.register, given.lexicons)


def _whole(decided: Decided) -> str:
    """The end of a range with its sign: No. 123, Q.139."""
    sign = decided.number.partition(" ")[0] if decided.kind is Kind.PROVISION else ""
    return f"{sign} {decided.until}".strip()
