"""A dossier: the files of one check, seen by each other (design, section 5, "A set")."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph_service.citing.mention import CitingText
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.register.register import Register
from graph_service.register.resolving import edition_for

_UNTOUCHED = "NOC"
_CHANGES = {"MOD", "ADD"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One text of the set: which edition of which instrument it would make, or take away, at which conference."""

    doc: str
    file: str
    edition: Edition
    conference: str
    suppresses: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The texts that are checked together and say which edition they make."""

    members: tuple[Member, ...] = ()

    def revising(self, instrument: Instrument, conference: str | None, but: str) -> Member | None:
        """Return another text of the set that would revise or take away an instrument at the same conference."""
        if conference is None:
            return None
        return next(
            (
                member
                for member in self.members
                if member.edition.instrument == instrument and member.conference == conference and member.doc != but
            ),
            None,
        )


def dossier_of(texts: Iterable[CitingText], register: Register) -> Dossier:
    """Return the set that some texts form; those that do not say what they are make no edition.

    A draft that does not say to which conference it is addressed goes to the one that all other drafts of the set name.
    """
    known = list(texts)
    named = {text.head.conference for text in known if text.head.is_draft} - {None}
    shared = named.pop() if len(named) == 1 else None
    return Dossier(members=tuple(member for text in known if (member := _member(text, register, shared))))


def _member(text: CitingText, register: Register, shared: str | None) -> Member | None:
    edition, head = own_edition(text, register), text.head
    conference = head.conference or (shared if head.is_draft else None)
    if edition is None or conference is None or head.operation == _UNTOUCHED:
        return None
    return Member(doc=text.doc, file=text.file, edition=edition, conference=conference, suppresses=head.suppresses)


def own_edition(text: CitingText, register: Register) -> Edition | None:
    """Return the edition that a text is: by the marker of its title, else by the conference that adopted it.

    A draft that would change a text and still has the old marker makes the edition of the conference addressed.
    """
    head = text.head
    if head.instrument is None:
        return None
    made = Edition(instrument=head.instrument, key=head.conference) if head.conference else None
    if not head.marker or head.marker.is_empty:
        return made
    marked = edition_for(register, head.instrument, head.marker)
    changes = head.is_draft and head.operation in _CHANGES and made is not None
    return made if changes and marked and _is_before(marked, made, register) else marked


def _is_before(one: Edition, other: Edition | None, register: Register) -> bool:
    """Whether a conference made an edition before the one of another edition met."""
    first, second = (register.conference(edition.key) if edition else None for edition in (one, other))
    return first is not None and second is not None and first.year < second.year
