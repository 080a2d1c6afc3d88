"""What a comment says of a finding: rule, message, what is proposed, the evidence, why it was left unchanged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import yaml

from graph_service.checking.finding import Finding
from graph_service.checking.output import finding_id
from graph_service.checking.telling import DEFAULT, load_messages
from graph_service.correcting.corrected import Refused
from graph_service.errors import Code, problem

FILE = Path(__file__).parent / "words.yaml"
_load_yaml = partial(yaml.load, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language: templates of lines, and the reasons by their keys."""

    proposed: str
    evidence: str
    words: str
    unchanged: str
    reasons: Mapping[str, str]


@cache
def load_words(lang: str, file: Path = FILE) -> Words:
    """Return the words of a language, English ones where there are none. Raise bad-data for a wrong file."""
    try:
        raw: dict[str, Any] = _load_yaml(file.read_text(encoding="utf-8"))
        return Words(**raw.get(lang, raw[DEFAULT]))
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        hint = "give each language the same keys"
        raise problem(Code.BAD_DATA, f"the words cannot be read ({error!r})", where=file.name, hint=hint) from error


def refusal(finding: Finding, key: str) -> Refused:
    """Return a finding as one that is not corrected, for a reason of the words' list."""
    return refused(finding_id(finding), finding.places[0].locator, key)


def refused(finding: str, where: str, key: str) -> Refused:
    """Return a finding, named by its id and place, as one that is not corrected."""
    return Refused(id=finding, where=where, reason=load_words(DEFAULT).reasons[key], key=key)


def remark(finding: Finding, lang: str, left: Refused | None, *, elsewhere: bool) -> tuple[str, ...]:
    """Return the lines of the comment on a finding.

    ``left`` tells why it was not corrected, ``elsewhere`` that the comment stands apart from the words.
    """
    return tuple(_lines(finding, lang, left, elsewhere=elsewhere))


def _lines(finding: Finding, lang: str, left: Refused | None, *, elsewhere: bool) -> Iterator[str]:
    messages, words = load_messages(lang), load_words(lang)
    yield f"{messages.titles.get(finding.rule, finding.rule)} [{', '.join((finding.rule, *finding.also))}]"
    if elsewhere:
        yield words.words.format(text=finding.places[0].text)
    yield finding.message
    if finding.fix is not None:
        yield words.proposed.format(text=finding.fix.text)
    sources = _evidence(finding)
    if sources:
        yield words.evidence.format(sources=", ".join(sources))
    if left is not None:
        yield words.unchanged.format(reason=words.reasons[left.key])


def _evidence(finding: Finding) -> tuple[str, ...]:
    newer = [one.iri for one in (finding.latest or finding.newer,) if one]
    return tuple(dict.fromkeys((*finding.evidence, *newer)))
