"""A long Word file of composed sentences, with the runs and tracked changes of one that many people have worked on."""

import random
from itertools import pairwise

from tests.correcting.word import word_file

OPENING = (
    "RESOLUTION 205 (DUBAI, 2018)",
    "On the example",
    "The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),",
)
CLAUSES = ("recalling", "considering", "noting", "recognizing", "resolves", "instructs the Secretary-General")
STALE = (
    "Resolution 71 (Rev. Busan, 2014) of the Plenipotentiary Conference",
    "Resolution 139 (Rev. Busan, 2014) of this conference",
    "Resolution 37 (Rev. Buenos Aires, 2017) of the World Telecommunication Development Conference",
    "Resolution 50 (Rev. Hammamet, 2016) of WTSA",
)
RIGHT = (
    "Resolution 71 (Rev. Bucharest, 2022) of the Plenipotentiary Conference",
    "Recommendation ITU-T Y.4000 (06/2012)",
    "No. 118 of the Convention",
    "Article 21 of the Constitution",
)
WORDS = [
    "measures",
    "programme",
    "member",
    "region",
    "network",
    "service",
    "access",
    "growth",
    "radio",
    "study",
    "group",
    "advice",
    "budget",
    "report",
    "period",
    "office",
    "delegate",
    "session",
    "capacity",
    "training",
    "equipment",
    "spectrum",
    "village",
    "school",
    "clinic",
    "harbour",
    "island",
    "mountain",
]
PARAGRAPHS_OF_A_PAGE = 9
WORDS_OF_A_PARAGRAPH = 55


def long_word_file(pages: int = 200, seed: int = 1, stale: float = 0.5) -> bytes:
    """A file of so many pages, eight paragraphs in nine with a citation, a share of them stale."""
    chance = random.Random(seed)
    paragraphs = [*map(_plain, OPENING)]
    for number in range(pages * PARAGRAPHS_OF_A_PAGE):
        if number % PARAGRAPHS_OF_A_PAGE == 0:
            paragraphs.append(_plain(CLAUSES[(number // PARAGRAPHS_OF_A_PAGE) % len(CLAUSES)]))
        else:
            paragraphs.append(_worked_on(chance, number, STALE if chance.random() < stale else RIGHT))
    return word_file("".join(paragraphs))


def _plain(text: str) -> str:
    return f"<w:p>{_run(text)}</w:p>"


def _run(text: str, name: str = "t", rsid: str = "00AB12CD") -> str:
    return (
        f'<w:r w:rsidRPr="{rsid}"><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:lang w:val="en-GB"/></w:rPr>'
        f'<w:{name} xml:space="preserve">{text}</w:{name}></w:r>'
    )


def _worked_on(chance: random.Random, number: int, cited: tuple[str, ...]) -> str:
    """A paragraph cut into runs at any place, with a tracked change in one of five."""
    words = [chance.choice(WORDS) for _ in range(WORDS_OF_A_PARAGRAPH)]
    words.insert(chance.randrange(5, WORDS_OF_A_PARAGRAPH - 5), f"{chance.choice(cited)},")
    text = f"that {' '.join(words)},"
    cuts = sorted({0, len(text), *(chance.randrange(1, len(text)) for _ in range(6))})
    runs = [_run(text[start:end], rsid=f"00{number:06X}") for start, end in pairwise(cuts)]
    if chance.random() < 0.2:
        change = f'w:id="{number * 2 + 1}" w:author="Delegate" w:date="2018-10-29T09:00:00Z"'
        runs.append(f"<w:ins {change}>{_run(' and more')}</w:ins>")
    return f'<w:p><w:pPr><w:jc w:val="both"/></w:pPr>{"".join(runs)}</w:p>'
