"""The stale list: which references of stored texts are out of date at a day, for the dashboard and ``/api/stale``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph_service.checking.check import check
from graph_service.checking.dates import dates_of
from graph_service.checking.dossier import own_edition
from graph_service.checking.finding import Finding
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.registry import STALE
from graph_service.checking.report import Report
from graph_service.checking.waivers import Waiver
from graph_service.citing.mention import CitingText
from graph_service.lexicon.lexicon import Lexicon
from graph_service.names.iri import THINGS, edition_path


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleItem:
    """One stale reference and the text that makes it: ``citing_iri`` its edition's, ``label`` how it is called.

    ``body`` and ``lang`` are the text's own: who adopted it, and the language of the words that were read.
    """

    citing_iri: str
    label: str
    body: str
    lang: str
    finding: Finding


def stale(
    texts: Iterable[CitingText],
    knowledge: Knowledge,
    *,
    at: date,
    lexicons: Mapping[str, Lexicon],
    lang: str = "en",
    in_force_only: bool = False,
    waivers: Sequence[Waiver] = (),
) -> tuple[StaleItem, ...]:
    """Return the stale references of adopted texts at a day, text by text; drafts are left out."""
    items: list[StaleItem] = []
    for text in texts:
        if text.head.is_draft or (in_force_only and not is_in_force(text, knowledge, at)):
            continue
        dates = dates_of(text.head, knowledge.register, today=at, at=at.isoformat())
        report = check(text, knowledge, dates=dates, lexicons=lexicons, lang=lang, waivers=waivers)
        items.extend(_items(text, report, knowledge))
    return tuple(items)


def is_in_force(text: CitingText, knowledge: Knowledge, day: date) -> bool:
    """Whether a text stands on a day as far as is known; one that does not say what it is counts as standing."""
    own = own_edition(text, knowledge.register)
    return own is None or knowledge.in_force(own.instrument, own, day)


def label_of(text: CitingText, knowledge: Knowledge) -> str:
    """Return how a citing text is called: its instrument and marker, else its file."""
    own = own_edition(text, knowledge.register)
    if own is None:
        return text.doc
    fact = knowledge.fact(own)
    marker = fact.marker if fact else text.head.marker
    return f"{own.instrument} {marker}".strip() if marker else str(own)


def _items(text: CitingText, report: Report, knowledge: Knowledge) -> Iterator[StaleItem]:
    own = own_edition(text, knowledge.register)
    iri = THINGS + edition_path(own) if own else ""
    label = label_of(text, knowledge)
    for finding in report.findings:
        if finding.rule in STALE:
            yield StaleItem(citing_iri=iri, label=label, body=text.head.body or "", lang=report.lang, finding=finding)
