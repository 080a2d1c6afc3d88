"""The lint title-drift: words given as the title of the cited edition are not its title."""

import re
import unicodedata
from collections.abc import Iterator

from graph_service.checking.case import Case
from graph_service.checking.finding import Place, Severity, When
from graph_service.checking.judgement import JudgedText
from graph_service.checking.outcome import Hit, Outcome, Rewrite
from graph_service.checking.rule import Example, Grade, Lint, Setting, Severities
from graph_service.citing.mention import Mention
from graph_service.register.edition_fact import EditionFact
from graph_service.register.fact import Status

_QUOTE = re.compile('["“”„«»]')
_MARKS = re.compile(r"[\W_]+")
_SIGNS = {"Mn", "Cf", "Lm"}


def title_drift(judged: JudgedText) -> Iterator[Hit]:
    """Find quoted titles that differ from those of the cited editions, and those that nobody can compare."""
    whole = judged.whole
    for case in whole.cases:
        if case.mention.quoted_title and case.mention.edition and not case.mention.is_self:
            outcome = _compared(case, _standing_title(case.mention, case.mention.quoted_title))
            if outcome:
                yield Hit(mention=case.mention, outcome=outcome, place=_place(case.mention))


def _place(mention: Mention) -> Place | None:
    at = mention.title_at
    if at is None or mention.quoted_title is None:
        return None
    return Place(locator=mention.locator, start=at.start, end=at.end, text=mention.quoted_title)


def _standing_title(mention: Mention, quoted: str) -> str:
    """A quoted title without the words that a tracked change took out of it."""
    at = mention.title_at
    if at is None or not mention.struck or len(quoted) != at.end - at.start:
        return quoted
    kept = (not any(one.start <= place < one.end for one in mention.struck) for place in range(at.start, at.end))
    return "".join(char for char, stands in zip(quoted, kept, strict=True) if stands)


def _compared(case: Case, quoted: str) -> Outcome | None:
    fact = case.fact
    title, status = case.title_of(fact) if fact else (None, Status.ATTESTED)
    if title is None:
        return _not_comparable(case, fact)
    is_title = _begins_alike if case.mention.title_is_open else _is_read_as
    if any(is_title(quoted, known) for known in (title, *_later_titles(case))):
        return None
    is_sure = status is Status.ATTESTED
    return Outcome(
        variant="" if is_sure else "unsure",
        words={"title": title},
        severity=None if is_sure else Severity.INFO,
        when=When.AT_ADOPTION,
        status=status,
        rewrite=Rewrite(text=title, title=True, offered=True, keeps_edition=True),
        evidence=(fact.evidence.source,) if fact else (),
    )


def _later_titles(case: Case) -> list[str]:
    """The titles of later editions: words that agree with them go with a marker that is to be corrected anyway."""
    return [title for fact in case.later_at_check if (title := case.title_of(fact)[0])]


def _not_comparable(case: Case, fact: EditionFact | None) -> Outcome:
    """The title is not known in the language: an info, unless it is known to have changed in another one."""
    changed = _changed_elsewhere(case, fact) if fact else None
    if changed is None:
        return Outcome(variant="unknown", severity=Severity.INFO)
    lang, before, now = changed
    return Outcome(
        variant="changed",
        words={"language": lang, "before": before, "title": now},
        when=When.AT_ADOPTION,
        evidence=(fact.evidence.source,) if fact else (),
    )


def _changed_elsewhere(case: Case, fact: EditionFact) -> tuple[str, str, str] | None:
    """In which language the title changed with the cited edition, what it was before and is now."""
    earlier = case.knowledge.earlier(fact.edition, fact.marker)
    for (lang, now), said in zip(fact.titles, fact.title_evidence, strict=False):
        before = next(
            (
                title
                for old in reversed(earlier)
                for (code, title), evidence in zip(old.titles, old.title_evidence, strict=False)
                if code == lang and evidence.status is Status.ATTESTED
            ),
            None,
        )
        if before and said.status is Status.ATTESTED and not _same(before, now):
            return lang, before, now
    return None


def _is_read_as(quoted: str, title: str) -> bool:
    """Whether quoted words are a title, or its beginning up to the quotation marks that stand in it."""
    return _same(quoted, title) or (_QUOTE.search(title) is not None and _same(quoted, _QUOTE.split(title)[0]))


def _begins_alike(words: str, title: str) -> bool:
    """Whether words without quotation marks begin with a title, or it with them: nobody can tell where they end."""
    one, other = _folded(words), _folded(title)
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _same(one: str, other: str) -> bool:
    """Whether two titles are the same words: case, punctuation, spacing and vowel signs left aside."""
    return _folded(one) == _folded(other)


def _folded(title: str) -> str:
    spread = unicodedata.normalize("NFKD", title).casefold()
    return _MARKS.sub("", "".join(char for char in spread if unicodedata.category(char) not in _SIGNS))


RULE = Lint(
    id="title-drift",
    title="Title of the cited edition",
    what="The words in quotation marks, or after “entitled”, are not the title of the cited edition. (“on …” is a "
    "paraphrase and free.)",
    why="Titles change with revisions; a title of one edition beside the marker of another misleads.",
    guidance="Put the title of the edition that is cited. Where the title is not known in the language, look it up.",
    severities=Severities(
        draft=Severity.WARNING,
        adopted=Severity.WARNING,
        note="info where the title is not attested in the language and not known to have changed in another one",
    ),
    fix=Grade.SUGGESTED,
    examples=(
        Example(
            lang="en",
            sentence="Resolution 197 (Rev. Dubai, 2018) of the Plenipotentiary Conference, entitled "
            "“Facilitating the Internet of things”,",
        ),
        Example(
            lang="fr",
            sentence="la Résolution 139 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires, intitulée "
            "“Réduire la fracture” et les travaux menés,",
            setting=Setting.DRAFT_WTDC_22,
        ),
        Example(
            lang="en",
            sentence="Resolution 197 (Rev. Dubai, 2018) of the Plenipotentiary Conference, on the Internet of things,",
            finds=False,
        ),
        Example(
            lang="fr",
            sentence="la Résolution 139 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires relative à la "
            "fracture numérique,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    finds=title_drift,
)
