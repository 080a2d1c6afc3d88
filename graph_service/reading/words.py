"""The structure words of one language, compiled: what opens a clause, an annex, a title, an enacting formula."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph_service.lexicon.lexicon import Lexicon
from graph_service.lexicon.structure import Structure
from graph_service.reading.folding import fold
from graph_service.register.register import Register

NUMBER = r"(?:\[[^\]]{1,20}\]|[a-zа-я]{0,3}[.-]?\d[\d.]*(?:/[a-z]?[.\d]+)?[a-z]?(?:-\d+)?(?: ?(?:bis|ter))?)"
STOPS = ".;:,،؛。；：，!?؟"
_SPACE = r"\s+"
_SECTORS = ("ITU-T", "ITU-R", "ITU-D")
"""Those that stand in titles; the Committees before them have names of their own in lexicons."""
_AFTER_TITLE = r"\s*[*\d]{0,3}\s*(?:[-:]\s.*)?$"
_MARK = r"[(\[（][^)\]）]{0,90}[)\]）]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The patterns of one language over folded text.

    ``clause`` matches a clause word with its qualifiers at a place, ``keys`` gives the key of its last group;
    ``run_in`` finds one after a stop inside a text. ``title`` is a whole title line, ``header`` a running page header,
    ``annex`` an annex heading, ``annex_of`` one that the name of its text precedes (第5号决定附件1), ``annex_titled``
    one with its title behind it and ``annex_inside`` one that was run into a text (both with their words in capitals),
    ``formula`` an enacting formula with the key of its body as group.
    ``sectors`` names the Sector of a group of ``title``.
    """

    lang: str
    clause: re.Pattern[str]
    run_in: re.Pattern[str]
    keys: Mapping[str, str]
    title: re.Pattern[str]
    header: re.Pattern[str]
    annex: re.Pattern[str]
    annex_of: re.Pattern[str]
    annex_titled: re.Pattern[str]
    annex_inside: re.Pattern[str]
    annex_word: re.Pattern[str]
    annex_mentioned: re.Pattern[str]
    bibliography: re.Pattern[str]
    reasons: re.Pattern[str]
    formula: re.Pattern[str]
    body_keys: Mapping[str, str]
    body: re.Pattern[str]
    draft: re.Pattern[str]
    kind_names: tuple[str, ...]
    sectors: Mapping[str, str]
    internal: re.Pattern[str]
    list_title: re.Pattern[str]
    letters: tuple[str, ...]
    operative: frozenset[str]

    def key(self, found: re.Match[str]) -> str:
        """Return the clause key of a match of ``clause`` or ``run_in``."""
        return next(self.keys[name] for name, value in found.groupdict().items() if value and name in self.keys)


def compile_words(lexicon: Lexicon, register: Register) -> Words:
    """Return the compiled structure words of a lexicon; the names of bodies come from the register too."""
    words = lexicon.structure
    clause, keys = _clause(words)
    formula, body, body_keys = _formula(words, lexicon.lang, register)
    sectors = {name: forms for name, forms in lexicon.citation.sectors.items() if name in _SECTORS}
    title, header = _titles(words, sectors)
    annex = _any(words.annex)
    linked = rf"(?:\s+{_any(words.annex_to)})" if words.annex_to else ""
    sign = r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivxl]+)\)?)?"
    kinds = _any(_all(words.kinds))
    return Words(
        lang=lexicon.lang,
        clause=re.compile(clause),
        run_in=re.compile(rf"[{STOPS}]\s*{clause}"),
        keys=keys,
        title=title,
        header=header,
        annex=re.compile(
            rf"\W*{annex}{sign}(?:\s*$|[ \t]*\n[^.]*$|\s*[-:.]\s*[^.]*$|\s*\(?{linked}\s*.{{0,12}}{kinds}.*$)"
            if linked
            else rf"\W*{annex}{sign}(?:\s*$|\s*[-:：（(].*$)"
        ),
        annex_of=_annex_of(words, title, rf"{annex}{sign}"),
        annex_titled=re.compile(rf"\W*(?P<word>{annex})\s*(?:\d{{1,2}}|[a-z]|[ivxl]+)\s+\w.{{0,200}}$"),
        annex_inside=re.compile(rf"(?<=[.;:,] )(?={annex}{sign}{linked}\s+{kinds}\s+{NUMBER})")
        if linked
        else re.compile("(?!)"),
        annex_word=re.compile(rf"\W*{annex}"),
        annex_mentioned=re.compile(annex),
        bibliography=re.compile(rf"\W*{_any(words.bibliography)}\W*$"),
        reasons=re.compile(rf"\W*{_any(words.reasons)}\s*\*{{0,2}}[:：]"),
        formula=formula,
        body_keys=body_keys,
        body=body,
        draft=re.compile(rf"\W*{_any(words.draft)}" if words.spaced else rf".*{_any(words.draft)}"),
        kind_names=tuple(words.kinds),
        sectors={_group(place): name for place, name in enumerate(sectors)},
        internal=re.compile(rf"[^{STOPS}]*?{_edge(words)}{_any(words.internal)}{_edge(words)}"),
        list_title=re.compile(rf"\W*{_any(words.list_words)}" if words.spaced else rf".*{_any(words.list_words)}"),
        letters=tuple(fold(alphabet) for alphabet in words.letters),
        operative=frozenset(clause.id for clause in register.clauses if clause.group == "operative"),
    )


def _any(patterns: Iterable[str]) -> str:
    """One pattern for any of several, a space standing for any white space; one that never matches for none."""
    ordered = sorted((fold(pattern) for pattern in patterns), key=len, reverse=True)
    return f"(?:{'|'.join(one.replace(' ', _SPACE) for one in ordered)})" if ordered else "(?!)"


def _all(forms: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [pattern for patterns in forms.values() for pattern in patterns]


def _edge(words: Structure) -> str:
    return r"\b" if words.spaced else ""


def _clause(words: Structure) -> tuple[str, Mapping[str, str]]:
    ordered = sorted(
        ((fold(pattern), key) for key, patterns in words.clauses.items() for pattern in patterns),
        key=lambda pair: -len(pair[0]),
    )
    groups = [rf"(?P<c{index}>{pattern.replace(' ', _SPACE)})" for index, (pattern, _) in enumerate(ordered)]
    qualifier, edge = _any(words.qualifiers), _edge(words)
    before = rf"(?:{qualifier}{edge},?\s*)*"
    after = rf"(?P<qualified>(?:,?\s*{qualifier}{edge})*)"
    pattern = rf"(?P<before>{before})(?:{'|'.join(groups)}){edge}{after}(?P<that>\s*{_any(words.that)}{edge})?"
    return pattern, {f"c{index}": key for index, (_, key) in enumerate(ordered)}


def _titles(words: Structure, sectors: Mapping[str, tuple[str, ...]]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A whole title line, with its kind, sector and number as groups, and a running page header."""
    kinds = "|".join(rf"(?P<{kind}>{_any(forms)})" for kind, forms in words.kinds.items())
    sign = rf"(?:{_any(words.number_sign)}\s*)?"
    number = rf"(?P<number>{NUMBER})"
    named = "|".join(rf"(?P<{_group(place)}>{_any(forms)})" for place, forms in enumerate(sectors.values()))
    sector = rf"(?:(?:{named}){_edge(words)}\s*)?"
    if words.number_first:
        core = rf"(?:.{{0,14}}?){sector}{sign}\s*{number}\s*{sign}(?:{kinds})"
    else:
        draft = rf"(?:{_any(words.draft)}\b.{{0,30}}?)?"
        core = rf"{draft}(?:{kinds})\s*{sign}{sector}{sign}{number}"
    title = re.compile(rf"[\s*#=]*{core}\W{{0,3}}?\s*(?:{_MARK})?{_AFTER_TITLE}")
    ungrouped = re.sub(r"\(\?P<\w+>", "(?:", core)
    dated = rf"{ungrouped}(?:\s*{_MARK})?"
    header = re.compile(rf"\s*(?:\d{{1,4}}\s+{dated}|{dated}\s+\d{{1,4}})\s*$")
    return title, header


def _group(place: int) -> str:
    return f"sector{place}"


def _annex_of(words: Structure, title: re.Pattern[str], annex: str) -> re.Pattern[str]:
    """An annex heading that begins with the name of its text, in languages that put the number first."""
    if not words.number_first:
        return re.compile("(?!)")
    whole = re.sub(r"\(\?P<\w+>", "(?:", title.pattern)
    name = whole.removesuffix(_AFTER_TITLE)
    return re.compile(rf"{name}\s*的?\s*{annex}(?:\s*$|\s*[-:(].{{0,200}}$)")


def _formula(
    words: Structure, lang: str, register: Register
) -> tuple[re.Pattern[str], re.Pattern[str], Mapping[str, str]]:
    names: dict[str, list[str]] = {body: list(forms) for body, forms in words.bodies.items()}
    for name in register.names_of_kind("body"):
        body = name.subject.removeprefix("body/")
        if name.lang == lang and name.use == "official" and body in names:
            names[body].append(re.escape(name.form.lower()))
    groups = [rf"(?P<b{index}>{_any(forms)})" for index, forms in enumerate(names.values())]
    article = rf"(?:{_any(words.article)}\s*)?" if words.article else ""
    before = r"(?:[\w'/-]+\s+){0,2}" if words.spaced else r".{0,8}?"
    any_body = "|".join(groups)
    mark = r"(?:[(（][^)）]{0,60}[)）])?"
    named = rf"(?!.*{_any(_all(words.kinds))})" if words.number_first else ""
    pattern = rf"\s*{named}{article}{before}(?:{any_body})[^.;。；(（]{{0,60}}{mark}[^.;。；]{{0,60}}[,，،]\s*$"
    return re.compile(pattern), re.compile(any_body), {f"b{index}": body for index, body in enumerate(names)}
