"""Impact: if an instrument were revised at a conference, which texts in force would become out of date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph_service.checking.dossier import own_edition
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.stale import is_in_force, label_of
from graph_service.citing.mention import CitingText, Mention
from graph_service.names.instrument import Instrument
from graph_service.names.iri import THINGS, edition_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """One dated citation that a revision would overtake; ``already`` says that a later edition has done so before."""

    citing_iri: str
    label: str
    mention: Mention
    already: bool


def impact(
    texts: Iterable[CitingText], knowledge: Knowledge, *, instrument: Instrument, at: date
) -> tuple[Impact, ...]:
    """Return the citations of an instrument, by edition, in the texts that are in force on a day.

    The instrument itself, which would be revised, is left out, and so are drafts and struck words.
    """
    found: list[Impact] = []
    for text in texts:
        own = own_edition(text, knowledge.register)
        is_itself = own is not None and own.instrument == instrument
        if text.head.is_draft or is_itself or not is_in_force(text, knowledge, at):
            continue
        found.extend(
            Impact(
                citing_iri=THINGS + edition_path(own) if own else "",
                label=label_of(text, knowledge),
                mention=mention,
                already=_is_overtaken(mention, knowledge, at),
            )
            for mention in text.mentions
            if mention.instrument == instrument and mention.edition and not mention.is_struck
        )
    return tuple(found)


def _is_overtaken(mention: Mention, knowledge: Knowledge, at: date) -> bool:
    return mention.edition is not None and bool(knowledge.later(mention.edition, mention.marker, at))
