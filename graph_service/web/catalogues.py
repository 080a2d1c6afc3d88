"""The words of the interface in each language: gettext catalogues under ``locale/``, read as they are.

Each language has three: ``messages`` of pages and templates, ``rules`` and ``queries`` for the words of the check's
rules and of the named queries, whose message ids are the English words of those.
"""

from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

DOMAINS = ("messages", "rules", "queries")
SOURCE_LANGUAGE = "en"
LOCALE = Path(__file__).parent / "locale"


def load_catalogues(folder: Path = LOCALE) -> Mapping[str, NullTranslations]:
    """Return the words of each language that has a catalogue; those of the source are the message ids."""
    found: dict[str, NullTranslations] = {SOURCE_LANGUAGE: NullTranslations()}
    for file in sorted(folder.glob(f"*/LC_MESSAGES/{DOMAINS[0]}.po")):
        lang = file.parent.parent.name
        first, *others = (_compiled(file.with_stem(domain), lang) for domain in DOMAINS)
        for other in others:
            first.add_fallback(other)
        found[lang] = first
    return found


def _compiled(file: Path, lang: str) -> GNUTranslations:
    with file.open("rb") as stream:
        catalogue = read_po(stream, locale=lang, domain=file.stem)
    binary = BytesIO()
    write_mo(binary, catalogue)
    binary.seek(0)
    return GNUTranslations(binary)
