"""A check as command, API and pages run it: the texts of one set, each at its dates, with its waivers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph_service.checking.check import check
from graph_service.checking.dates import dates_of
from graph_service.checking.dossier import dossier_of
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.report import Report
from graph_service.checking.waivers import Waiver
from graph_service.citing.mention import CitingText
from graph_service.lexicon.lexicon import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a person asks of a check: ``today`` is told by the caller, ``at`` and ``draft`` are as typed."""

    today: date
    at: str | None = None
    draft: str | None = None
    lang: str = "en"


def run(
    texts: Sequence[CitingText],
    knowledge: Knowledge,
    lexicons: Mapping[str, Lexicon],
    options: Options,
    waivers: Mapping[str, Sequence[Waiver]] | None = None,
) -> tuple[Report, ...]:
    """Return the reports of texts that form one set; ``waivers`` are those of each file.

    Raise bad-request where ``at`` or ``draft`` names neither a day nor a known conference.
    """
    register = knowledge.register
    dossier = dossier_of(texts, register)
    return tuple(
        check(
            text,
            knowledge,
            dates=dates_of(text.head, register, today=options.today, at=options.at, draft=options.draft),
            lexicons=lexicons,
            lang=options.lang,
            waivers=(waivers or {}).get(text.file, ()),
            dossier=dossier,
        )
        for text in texts
    )
