"""The habits of one text: how it prints markers and the word of revision, which a correction should keep."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph_service.citing.mention import Mention
from graph_service.lexicon.printing import Printing
from graph_service.names.marker import Marker

_TITLE = "title"
_FATHA = "\u064e"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A marker as the text prints it, with the white space before it."""

    printed: str
    marker: Marker
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What separates the word of revision from a place and from a conference; None where the text shows neither.

    ``word`` is that word where the language has one alone and the text another; ``vocalised`` is False where the text
    writes its words of revision without vowel signs. ``samples`` are markers of place and year, the commonest gap
    first, the ones that say "Rev." before the others.
    """

    gap: str | None = None
    gap_conference: str | None = None
    word: str | None = None
    vocalised: bool = True
    samples: tuple[Sample, ...] = ()


def habits_of(mentions: Iterable[Mention], printing: Printing) -> Habits:
    """Return the habits that the printed markers of a text show, the commonest where they differ."""
    gaps: Counter[str] = Counter()
    beside_conference: Counter[str] = Counter()
    beside_place: Counter[str] = Counter()
    words: list[str] = []
    samples: list[Sample] = []
    pattern = gap_pattern(printing)
    for mention in mentions:
        sample = _sample(mention)
        samples += [sample] if sample else []
        found = pattern.search(mention.printed_marker or "") if mention.marker.revised else None
        if found:
            (beside_conference if mention.marker.conference_word else gaps)[found["gap"]] += 1
            words.append(found["word"])
            beside_place.update(
                [found["word"]] if sample and sample.marker.place and not found["word"].isupper() else []
            )
    return Habits(
        gap=_commonest(gaps),
        gap_conference=_commonest(beside_conference),
        word=_commonest(beside_place) if len(set(printing.rev.values())) == 1 else None,
        samples=_in_order(samples),
        vocalised=not words or any(_FATHA in word for word in words) or not _can_be_vocalised(printing),
    )


def _sample(mention: Mention) -> Sample | None:
    """The marker of a mention as a sample, if it names a place and stands in running text."""
    at = mention.marker_at
    if mention.struck or mention.is_struck:
        return None
    if at is None or not mention.printed_marker or _is_short(mention.marker) or mention.clause == _TITLE:
        return None
    words = mention.text[: at.start - mention.start]
    return Sample(printed=mention.printed_marker, marker=mention.marker, before=words[len(words.rstrip()) :])


def _is_short(marker: Marker) -> bool:
    """Whether a marker names neither place nor conference."""
    return not marker.place and not marker.conference_word


def _in_order(samples: list[Sample]) -> tuple[Sample, ...]:
    gaps = Counter(sample.before for sample in samples)
    return tuple(sorted(samples, key=lambda sample: (-gaps[sample.before], not sample.marker.revised)))


def gap_pattern(printing: Printing) -> re.Pattern[str]:
    """Return the pattern of the word of revision with the gap beside it, on the side where text follows or precedes."""
    forms = sorted({*printing.rev_forms, *map(_bare, printing.rev_forms)}, key=len, reverse=True)
    word = "(?P<word>" + "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms) + ")"
    gap = r"(?P<gap>[\s,，、]*)"
    return re.compile(gap + word if printing.rev_last else word + gap, re.IGNORECASE)


def spelled(word: str, habits: Habits) -> str:
    """Return a word of revision as the text spells it, with or without vowel signs."""
    return word if habits.vocalised else _bare(word)


def is_spelled_as(word: str, other: str) -> bool:
    """Whether two words are the same but for vowel signs and capitals."""
    return _bare(word).casefold() == _bare(other).casefold()


def _bare(word: str) -> str:
    return word.replace(_FATHA, "")


def _can_be_vocalised(printing: Printing) -> bool:
    return any(_FATHA in word for word in printing.rev.values())


def _commonest(counter: Counter[str]) -> str | None:
    return counter.most_common(1)[0][0] if counter else None
