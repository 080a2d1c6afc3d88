"""The language of a text: by its script first, by the frequent words of each lexicon then."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from graph_service.lexicon.lexicon import Lexicon
from graph_service.lexicon.structure import Structure
from graph_service.reading.folding import fold
from graph_service.register.register import Register

_WORD = re.compile(r"[^\W\d_]+")
_WHOLE_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
"""A word that is no part of a name with hyphens: the "el" of Charm el-Cheikh is not Spanish."""
_SCRIPTS = (
    ("Latn", re.compile(r"[A-Za-z\u00c0-\u024f]+"), 1),
    ("Cyrl", re.compile(r"[\u0400-\u04ff]+"), 1),
    ("Arab", re.compile(r"[\u0620-\u06ff\ufb50-\ufdff\ufe70-\ufeff]+"), 1),
    ("Hans", re.compile(r"[\u3400-\u9fff]+"), 3),
    ("Grek", re.compile(r"[\u0370-\u03ff]+"), 1),
    ("Hebr", re.compile(r"[\u0590-\u05ff]+"), 1),
)
"""Each script with its letters and what one of them weighs."""
_ENOUGH = 200
_LEAST_WORDS = 2
_FEW_TEXTS = 20
_SEVERAL = 2
_LONG_WORD = 5
_LEAST_LEAD = 2


@dataclass(frozen=True, kw_only=True)
class Languages:
    """What tells the languages apart: the script of each and its frequent words."""

    scripts: Mapping[str, str]
    frequent: Mapping[str, frozenset[str]]
    printed: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of_texts(self, texts: Sequence[str]) -> tuple[str, list[str]]:
        """Return the language of a document, and that of each of its paragraphs.

        A paragraph that is too short to tell is in the language of the document, which is that of most of the text;
        English, or the first there is, where nothing tells.
        """
        own = [self.of(text) for text in texts]
        counts: Counter[str] = Counter()
        for text, lang in zip(texts, own, strict=True):
            counts[lang or ""] += len(text)
        del counts[""]
        default = "en" if "en" in self.scripts else next(iter(self.scripts))
        main = counts.most_common(1)[0][0] if counts else self._by_names(texts) or default
        return main, [lang or main for lang in own]

    def of(self, text: str) -> str | None:
        """Return the language of a text, None where it is too short to tell."""
        sample = text[:_ENOUGH]
        script = main_script(sample)
        candidates = self._by_script.get(script or "", ())
        if len(candidates) < _SEVERAL:
            return candidates[0] if candidates else None
        found = _WHOLE_WORD.findall(fold(sample))
        scores = [(sum(map(self.frequent[lang].__contains__, found)), lang) for lang in candidates]
        scores.sort(reverse=True)
        (best, lang), (second, _) = scores[:2]
        return lang if best >= _LEAST_WORDS and best > second else None

    def _by_names(self, texts: Sequence[str]) -> str | None:
        """The language whose words for instruments and bodies a text of few words is made of; accents tell."""
        found = [word for text in texts[:_FEW_TEXTS] for word in _WORD.findall(text[:_ENOUGH].lower())]
        scores = sorted((sum(map(words.__contains__, found)), lang) for lang, words in self.printed.items())
        (second, _), (best, lang) = scores[-2:] if len(scores) >= _SEVERAL else ((0, ""), (0, ""))
        return lang if best > second else None

    @cached_property
    def _by_script(self) -> Mapping[str, tuple[str, ...]]:
        return {
            script: tuple(lang for lang, own in self.scripts.items() if own == script)
            for script in set(self.scripts.values())
        }


def languages_of(lexicons: Mapping[str, Lexicon], register: Register) -> Languages:
    """Return what tells the languages of some lexicons apart; a language without a row is taken to be Latin."""
    rows = {language.lang: language.script for language in register.languages}
    return Languages(
        scripts={lang: rows.get(lang, "Latn") for lang in lexicons},
        frequent={lang: _telling(lexicon.structure) for lang, lexicon in lexicons.items()},
        printed={lang: _printed(lexicon) for lang, lexicon in lexicons.items()},
    )


def _telling(words: Structure) -> frozenset[str]:
    """The words that tell a language: its frequent ones, and those of clauses and bodies."""
    patterns = [pattern for forms in (*words.clauses.values(), *words.bodies.values()) for pattern in forms]
    own = {word for pattern in patterns for word in _WORD.findall(fold(pattern)) if len(word) >= _LONG_WORD}
    return frozenset(map(fold, words.frequent)) | own


def _printed(lexicon: Lexicon) -> frozenset[str]:
    """The words that a language prints for instruments, bodies, revision and Sectors, with their accents."""
    printing, citation = lexicon.printing, lexicon.citation
    words = (*printing.kinds.values(), *printing.of_body.values(), *printing.conferences.values(), *printing.rev_forms)
    forms = [
        form for one in (*citation.kinds.values(), *citation.provisions.values()) for form in (*one.one, *one.many)
    ]
    plain = (form for form in (*forms, *lexicon.structure.frequent) if form.isalpha())
    union = (form for sector in citation.sectors.values() for form in _WORD.findall(sector[0]) if len(form) > 1)
    return frozenset(word for text in (*words, *plain, *union) for word in _WORD.findall(text.lower()))


def main_script(text: str) -> str | None:
    """Return the ISO 15924 script that most letters of a text are of, None where it has no letter.

    A Chinese character weighs as much as three letters: Latin names are long and many in Chinese texts.
    """
    if text.isascii():
        return "Latn" if _WORD.search(text) else None
    counts = {script: weight * _count(pattern, text) for script, pattern, weight in _SCRIPTS}
    best = max(counts, key=lambda script: counts[script])
    return best if counts[best] else None


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(map(len, pattern.findall(text)))
