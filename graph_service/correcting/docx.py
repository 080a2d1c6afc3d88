"""Word files corrected: tracked changes and comments, or clean text, in the parts that they must stand in."""

from collections.abc import Iterator, Mapping

from graph_service.checking.finding import Finding, Severity
from graph_service.checking.output import finding_id
from graph_service.correcting.corrected import Checked, Corrected, Refused
from graph_service.correcting.corrector import Wanted
from graph_service.correcting.docx_changes import Author, touched
from graph_service.correcting.docx_drafting import Draft, Remark
from graph_service.correcting.docx_parts import WordParts
from graph_service.correcting.docx_places import Places as WordPlaces
from graph_service.correcting.docx_places import WordParagraph, hindrance
from graph_service.correcting.docx_proof import Target, WordProof, prove_parts
from graph_service.correcting.edits import Edits, Places, Replacement, Spot, final
from graph_service.correcting.proof import unproved
from graph_service.correcting.remarks import refused, remark

_TOLD = {Severity.WARNING, Severity.ERROR}


class WordCorrector:
    """A Word file on its way to being corrected."""

    def __init__(self, data: bytes, name: str, checked: Checked, wanted: Wanted) -> None:
        self._data = data
        self._name = name
        self._checked = checked
        self._wanted = wanted
        self._given = WordPlaces(WordParts(data, name))
        self._is_used = False
        self._tracked: Mapping[str, bytes] = {}
        self._paragraphs = checked.documents[0].paragraphs

    def unfit(self, edits: Edits) -> tuple[Refused, ...]:
        """Return the findings whose words stand where Word would not keep a change, or where none can stand."""
        found: dict[str, Refused] = {}
        for one in edits.replacements:
            key = self._hindrance(one)
            if key:
                where = self._paragraphs[one.spot.paragraph].locator
                found |= {finding: refused(finding, where, key) for finding in one.ids}
        return tuple(found.values())

    def _hindrance(self, one: Replacement) -> str | None:
        paragraph = self._paragraphs[one.spot.paragraph]
        place = self._given.paragraph(paragraph.locator)
        if place is None or place.text != paragraph.text:
            return "place"
        return next((key for piece in touched(place, one) if (key := hindrance(place, piece))), None)

    def clean(self, edits: Edits) -> bytes:
        """Return the file with the corrections as plain text; inside another's insertion they are part of it."""
        if not edits.replacements:
            return self._data
        draft = self._drafted(edits)
        self._tracked = draft.tracked()
        self._prove(draft, edits)
        changed = draft.clean()
        made = self._given.parts.written(changed)
        prove_parts(self._data, made, changed, self._name)
        return made

    def finished(self, edits: Edits, clean: bytes) -> Corrected:
        """Return the file with tracked changes and comments, or the clean one."""
        data, told = clean, list[str]()
        if not self._wanted.accept:
            told = [finding_id(finding) for finding in self._told(edits)]
            data = self._with_comments_alone(edits) if not edits.replacements else self._written()
        return Corrected(
            data=data,
            media_type=self._given.parts.media_type,
            applied=edits.applied,
            commented=tuple(dict.fromkeys(one for one in told if one not in set(edits.applied))),
            refused=edits.refused,
        )

    def _with_comments_alone(self, edits: Edits) -> bytes:
        draft = self._drafted(edits)
        self._tracked = draft.tracked()
        self._prove(draft, edits)
        return self._written()

    def _written(self) -> bytes:
        if not self._tracked:
            return self._data
        made = self._given.parts.written(self._tracked)
        prove_parts(self._data, made, self._tracked, self._name)
        return made

    def _drafted(self, edits: Edits) -> Draft:
        """A file with the changes and, unless clean text is wanted, the comments; trees that were used are left."""
        if self._is_used:
            self._given = WordPlaces(WordParts(self._data, self._name))
        self._is_used = True
        wanted, parts = self._wanted, self._given.parts
        author = Author(name=wanted.author, at=wanted.at, numbers=parts.ids())
        draft = Draft(self._given, author, wanted.lang)
        replacements = edits.by_spot()
        remarks = {} if wanted.accept else self._remarks(edits)
        for spot in sorted({*replacements, *remarks}, key=lambda one: one.paragraph):
            place = self._place(spot)
            if place is not None:
                draft.write(place, replacements.get(spot, ()), remarks.get(spot, ()))
        return draft

    def _place(self, spot: Spot) -> WordParagraph | None:
        """The paragraph in the file, None where it is not the one that was checked."""
        paragraph = self._paragraphs[spot.paragraph]
        place = self._given.paragraph(paragraph.locator)
        return place if place is not None and place.text == paragraph.text else None

    # Comments

    def _told(self, edits: Edits) -> Iterator[Finding]:
        """The findings that comments tell of and that have a place in the file."""
        only, places = self._wanted.only, Places(self._checked, 0)
        left = {one.id for one in edits.refused}
        for finding in self._checked.reports[0].findings:
            chosen = finding_id(finding) in only if only is not None else finding.waived is None
            matters = finding.fix or finding.severity in _TOLD or finding_id(finding) in left
            if chosen and matters and any(map(places.found, finding.places)):
                yield finding

    def _remarks(self, edits: Edits) -> dict[Spot, list[Remark]]:
        """The comments of each paragraph."""
        left = {one.id: one for one in edits.refused}
        places, made = Places(self._checked, 0), dict[Spot, list[Remark]]()
        for finding in self._told(edits):
            reason = left.get(finding_id(finding))
            lines = remark(finding, self._wanted.lang, reason, elsewhere=False)
            apart = remark(finding, self._wanted.lang, reason, elsewhere=True)
            for found in filter(None, map(places.found, finding.places)):
                one = Remark(start=found.start, end=found.end, lines=lines, apart=apart)
                made.setdefault(found.spot, []).append(one)
        return made

    # Proof

    def _prove(self, draft: Draft, edits: Edits) -> None:
        """Raise refused if the parts with our changes do not read as the target, or undone not as they were."""
        parts, targets = self._given.parts, []
        for spot, ones in edits.by_spot().items():
            paragraph = self._paragraphs[spot.paragraph]
            place = self._given.paragraph(paragraph.locator)
            if place is None:
                raise unproved("a paragraph is lost", self._name)
            targets.append(Target(place, final(paragraph, ones)))
        proof = WordProof(given=parts, ours=draft.ours, comments=draft.comments, where=self._name)
        proof.prove(self._tracked, targets)
