"""The lexicon files beside this module become values; each language is one file with the same keys."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from graph_service.errors import Code, problem
from graph_service.lexicon.citation import read_citation_words
from graph_service.lexicon.identifier import read_identifier_words
from graph_service.lexicon.lexicon import Lexicon
from graph_service.lexicon.printing import read_printing
from graph_service.lexicon.structure import read_structure

FOLDER = Path(__file__).parent
_load_yaml = partial(yaml.load, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """Return the codes of the languages that have a lexicon in the folder."""
    return tuple(sorted(file.stem for file in folder.glob("*.yaml")))


def load_lexicon(lang: str, folder: Path = FOLDER) -> Lexicon:
    """Return the lexicon of a language. Raise bad-data where its file is missing or lacks a part."""
    path = folder / f"{lang}.yaml"
    try:
        raw: dict[str, Any] = _load_yaml(path.read_text(encoding="utf-8"))
        return Lexicon(
            lang=lang,
            structure=read_structure(raw["structure"]),
            citation=read_citation_words(raw["citation"]),
            printing=read_printing(raw["printing"]),
            identifier=read_identifier_words(raw.get("identifier") or {}),
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise problem(
            Code.BAD_DATA,
            f"the lexicon of {lang!r} cannot be read ({error!r})",
            where=f"lexicon/{path.name}",
            hint="give it the same keys as en.yaml",
        ) from error


def load_lexicons(folder: Path = FOLDER) -> Mapping[str, Lexicon]:
    """Return the lexicons of all languages that have one in the folder, by code."""
    return {lang: load_lexicon(lang, folder) for lang in languages(folder)}
