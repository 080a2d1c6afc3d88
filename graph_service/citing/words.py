"""The citation words of a document's language, compiled with the register's cities and programmes."""

from collections.abc import Iterable, Mapping

from graph_service.citing.normalise import fold_words
from graph_service.citing.patterns import Words
from graph_service.lexicon.citation import CitationWords
from graph_service.lexicon.lexicon import Lexicon
from graph_service.register.register import Register

_MOST = 24
_known: dict[tuple[object, ...], tuple[Words, tuple[object, ...]]] = {}
"""The words compiled last with what they were made of: a memory of a pure function, so that readers share them."""


def compile_words(lang: str, lexicons: Mapping[str, Lexicon], register: Register) -> Words:
    """Return the patterns of a language; one without a lexicon is read with the first language's words.

    They are the same object for the same lexicons and register.
    """
    own = (lexicons.get(lang) or lexicons["en"]).citation
    beside = tuple(lexicons[code].citation for code in own.also if code in lexicons and code != lang)
    read = [lexicons.get(code) or lexicons["en"] for code in dict.fromkeys((lang, *own.also))]
    months = tuple(lexicon.structure.months for lexicon in read)
    sources = (own, *beside, *months, register.names, register.programmes)
    key = (lang, *map(id, sources))
    if key not in _known:
        if len(_known) >= _MOST:
            _known.clear()
        _known[key] = _compiled(lang, own, beside, months, register), sources
    return _known[key][0]


def _compiled(
    lang: str,
    own: CitationWords,
    beside: tuple[CitationWords, ...],
    months: tuple[tuple[str, ...], ...],
    register: Register,
) -> Words:
    places = {fold_words(name.form).casefold(): name.subject.removeprefix("place/") for name in
              register.names_of_kind("place")}  # fmt: skip
    return Words(
        lang=lang, own=own, beside=beside, places=places,
        named=_named_programmes(lang, own.also, register), inflected=own.inflected,
        months=months,
    )  # fmt: skip


def _named_programmes(lang: str, also: Iterable[str], register: Register) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names that rows give to action plans and agendas: a new plan is a row."""
    wanted = {slug for slug, one in register.programmes.items() if one.is_cited and one.line != "strategic-plan"}
    names: dict[str, list[str]] = {}
    for name in register.names_of_kind("programme"):
        slug = name.subject.removeprefix("programme/")
        if slug in wanted and name.lang in {lang, *also}:
            names.setdefault(slug, []).append(name.form)
    return tuple((slug, tuple(forms)) for slug, forms in names.items())
