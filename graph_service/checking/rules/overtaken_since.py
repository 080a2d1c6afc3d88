"""The rule overtaken-since: a later edition came after the text was adopted, up to the check date."""

from graph_service.checking.case import Case
from graph_service.checking.finding import Severity, When
from graph_service.checking.outcome import Outcome
from graph_service.checking.overtaking import ground_of, overtaken
from graph_service.checking.rule import Example, Grade, Severities, Verdict


def overtaken_since(case: Case) -> Outcome | None:
    """Hold where the cited edition was the newest when the text was adopted and is so no longer."""
    if case.is_sector_text or case.is_programme:
        return None
    ground = ground_of(case.later_at_check)
    return overtaken(case, ground, When.SINCE) if ground else None


RULE = Verdict(
    id="overtaken-since",
    title="Overtaken since adoption",
    what="The reference was right when the text was adopted; a later edition of the cited text has come since.",
    why="Every conference revises some texts, and every text that cites them by edition is out of date from that day. "
    "These references are the work list of the next revision.",
    guidance="Nothing is wrong with the adopted text. When it is next revised, put the newest edition.",
    severities=Severities(draft=None, adopted=None, since=Severity.WARNING),
    fix=Grade.APPLIED,
    examples=(
        Example(
            lang="en",
            sentence="Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference,",
            at="2023-01-01",
            fix="Resolution 71 (Rev. Bucharest, 2022) of the Plenipotentiary Conference",
        ),
        Example(
            lang="ru",
            sentence="Резолюцию 71 (Пересм. Дубай, 2018 г.) Полномочной конференции,",
            at="pp-22",
            fix="Резолюцию 71 (Пересм. Бухарест, 2022 г.) Полномочной конференции",
        ),
        Example(
            lang="en",
            sentence="Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference,",
            at="before:pp-22",
            finds=False,
        ),
        Example(
            lang="ru",
            sentence="Резолюцию 71 (Пересм. Бухарест, 2022 г.) Полномочной конференции,",
            at="2023-01-01",
            finds=False,
        ),
    ),
    holds=overtaken_since,
)
