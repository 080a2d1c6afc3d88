"""The rule historical: an old edition or programme that the text names on purpose."""

from graph_service.checking.case import Case
from graph_service.checking.finding import Severity
from graph_service.checking.outcome import Outcome, Word
from graph_service.checking.rewriting import shares_marker
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict
from graph_service.citing.mention import Mention
from graph_service.names.edition import Edition
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker

_Signal = tuple[str, dict[str, Word]]


def historical(case: Case) -> Outcome | None:
    """Hold where words or structure show that the old edition is meant; the message names the signal."""
    if case.mention.edition is None and not case.is_programme and not case.mention.looking_back:
        return None
    signal = _by_structure(case) or (_by_words(case) if _is_past(case) else None)
    if signal is None:
        return None
    variant, words = signal
    return Outcome(variant=variant, words=words)


def _is_past(case: Case) -> bool:
    """Whether what is cited no longer stands at the check date: nothing else needs an excuse."""
    if case.is_programme:
        programme = case.programme
        return programme is not None and bool(case.knowledge.programmes.followed(programme.id, case.last_day))
    return bool(case.later_at_check) or bool(case.knowledge.removals(case.mention.instrument, case.last_day))


def _by_structure(case: Case) -> _Signal | None:
    if _is_own_earlier(case, case.mention):
        return "own", {}
    if case.is_programme and not case.is_operative and _is_past(case):
        if _is_own_programme(case, case.mention) and not case.mention.binding:
            return "own-programme", {}
        if any(_is_own_programme(case, other) for other in case.in_enumeration):
            return "own-list", {}
    newer = [other for other in case.in_enumeration if _follows(case, other)]
    if newer:
        return "enumeration", {"others": tuple(dict.fromkeys(other.text for other in newer))}
    if _is_list_of_past(case):
        return "own-list", {}
    return None


def _by_words(case: Case) -> _Signal | None:
    if case.mention.looking_back:
        return "phrase", {"phrase": case.mention.looking_back}
    if case.mention.inside_title_of:
        return "title", {"title_of": case.mention.inside_title_of}
    return None


def _is_own_earlier(case: Case, mention: Mention) -> bool:
    """Whether an earlier edition of the citing instrument itself is named."""
    return mention.edition is not None and _is_before_own(case, mention.edition, mention.marker)


def _is_own_programme(case: Case, mention: Mention) -> bool:
    """Whether a programme or plan is named that an earlier edition of the citing instrument itself has set."""
    if mention.kind is not Kind.PROGRAMME:
        return False
    setter = case.knowledge.programmes.setter_of(mention.instrument.number)
    return setter is not None and _is_before_own(case, setter, Marker())


def _is_before_own(case: Case, edition: Edition, marker: Marker) -> bool:
    """Whether an edition is one of the citing instrument, and came before the one that the citing text is."""
    own = case.of.own
    if own is None or edition.instrument != own.instrument or edition == own:
        return False
    own_span = case.knowledge.span(own, case.of.text.head.marker or marker)
    return case.knowledge.span(edition, marker).before(own_span)


def _follows(case: Case, other: Mention) -> bool:
    """Whether another member of the enumeration is a later edition of the same text, or a later plan of its line."""
    mention = case.mention
    if case.is_programme:
        if other.kind is not Kind.PROGRAMME or mention.kind is not Kind.PROGRAMME:
            return False
        return case.knowledge.programmes.precedes(mention.instrument.number, other.instrument.number)
    if other.instrument != mention.instrument or other.edition is None or mention.edition is None:
        return False
    return case.span.before(case.knowledge.span(other.edition, other.marker))


def _is_list_of_past(case: Case) -> bool:
    """Whether the enumeration looks back as a whole.

    It does where it names several earlier editions of the citing text itself: then the newest edition that it names of
    another text is as deliberate as the older ones beside it. And it does where one marker is printed for all, and an
    earlier edition of the citing text is among them.
    """
    own = [other for other in case.in_enumeration if _is_own_earlier(case, other)]
    if not own or not _is_past(case):
        return False
    if any(_is_one_marker(case.mention, other) for other in own):
        return True
    others = case.in_enumeration
    same = {other.edition for other in others if other.instrument == case.mention.instrument and other.edition}
    return len({other.edition for other in own}) > 1 and bool(same - {case.mention.edition})


def _is_one_marker(mention: Mention, other: Mention) -> bool:
    """Whether two items of a list have their edition from one marker, printed once."""
    return mention.marker == other.marker and (shares_marker(mention) or shares_marker(other))


RULE = Verdict(
    id="historical",
    title="Named on purpose",
    what="An old edition or programme that the text names deliberately: an earlier edition of itself, one of several "
    "editions in one enumeration (the newest excepted), a programme that an earlier edition of itself has set, outside "
    "operative clauses, words that look back, or the quoted title of another text.",
    why="History is told with the editions of its time. A checker that calls them mistakes is soon switched off.",
    guidance="Nothing to do. The message says by which signal the reference was taken as deliberate; if it was not, "
    "correct it by hand.",
    severities=Severities(draft=Severity.INFO, adopted=Severity.INFO, since=Severity.INFO),
    fix=Grade.NONE,
    examples=(
        Example(
            lang="en",
            sentence="Resolutions 18 (Rev. Buenos Aires, 2017), 18 (Rev. Dubai, 2014) and 18 (Rev. Hyderabad, "
            "2010) of the World Telecommunication Development Conference,",
        ),
        Example(
            lang="fr",
            sentence="la Résolution 71 (Rév. Busan, 2014) et la Résolution 71 (Rév. Dubaï, 2018) de la Conférence de "
            "plénipotentiaires,",
            setting=Setting.DRAFT_WTDC_22,
        ),
        Example(
            lang="en",
            sentence="Resolution 30 (Rev. Dubai, 2014) of the World Telecommunication Development Conference,",
            finds=False,
        ),
        Example(
            lang="fr",
            sentence="la Résolution 71 (Rév. Busan, 2014) de la Conférence de plénipotentiaires,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    holds=historical,
)
