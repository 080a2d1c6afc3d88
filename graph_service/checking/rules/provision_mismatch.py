"""The lint provision-mismatch: "No. 118 (Article 20)" where the number is not in that Article."""

import re
from collections.abc import Iterator

from graph_service.checking.case import Case, TextCase
from graph_service.checking.digits import like, plain
from graph_service.checking.finding import Severity, When
from graph_service.checking.judgement import JudgedText
from graph_service.checking.outcome import Hit, Outcome, Rewrite
from graph_service.checking.rewriting import place_in, standing
from graph_service.checking.rule import Example, Grade, Lint, Setting, Severities
from graph_service.citing.mention import Mention
from graph_service.names.kind import Kind
from graph_service.register.values import ProvisionRange

_NUMBER = "No. "
_ARTICLE = "Art. "


def provision_mismatch(judged: JudgedText) -> Iterator[Hit]:
    """Find numbers of a basic text that are printed with an Article that does not hold them."""
    whole = judged.whole
    for case in whole.cases:
        mention = case.mention
        if mention.kind is Kind.PROVISION and mention.number.startswith(_NUMBER):
            article = _article_printed_with(case)
            holder = _holder(whole, mention) if article else None
            if article and holder and not _fits(whole, mention, article, holder):
                at = article if mention.article else mention
                yield Hit(mention=at, outcome=_outcome(mention, article, holder, at))


def _article_printed_with(case: Case) -> Mention | None:
    """The Article in the same words as the number, "No. 118 (Article 21)", or that it is said to be of."""
    mention = case.mention
    beside = (other.mention for other in case.of.by_locator[mention.locator])
    articles = [
        other
        for other in beside
        if other.instrument.body == mention.instrument.body and other.number.startswith(_ARTICLE)
    ]
    if mention.article:
        said = [other for other in articles if other.number == mention.article]
        return min(said, key=lambda other: abs(other.start - mention.start), default=None)
    return next((other for other in articles if (other.start, other.end) == (mention.start, mention.end)), None)


def _fits(whole: TextCase, mention: Mention, article: Mention, holder: ProvisionRange) -> bool:
    """Whether the Article is the one that holds the number, or the number may count the paragraphs of the Article."""
    named = article.number.removeprefix(_ARTICLE)
    if holder.article == named:
        return True
    number = _order(mention.number.removeprefix(_NUMBER))
    return bool(mention.article and number and number[0] <= _paragraphs(whole, mention.instrument.body, named))


def _paragraphs(whole: TextCase, text: str, article: str) -> int:
    """How many numbers an Article of a basic text holds."""
    held = [one for one in whole.knowledge.register.provisions if (one.text, one.article) == (text, article)]
    bounds = [(_order(one.first), _order(one.last)) for one in held]
    return sum(last[0] - first[0] + 1 for first, last in bounds if first and last)


def _holder(whole: TextCase, mention: Mention) -> ProvisionRange | None:
    number = _order(mention.number.removeprefix(_NUMBER))
    ranges = whole.knowledge.register.provisions
    return next(
        (
            one
            for one in ranges
            if one.text == mention.instrument.body and number and _between(one.first, number, one.last)
        ),
        None,
    )


def _between(first: str, number: tuple[int, str], last: str) -> bool:
    lowest, highest = _order(first), _order(last)
    return bool(lowest and highest and lowest <= number <= highest)


def _order(number: str) -> tuple[int, str] | None:
    found = re.fullmatch(r"(\d+)([A-Z]*)(?:bis|ter)?", number.strip())
    return (int(found[1]), found[2]) if found else None


def _outcome(mention: Mention, article: Mention, holder: ProvisionRange, at: Mention) -> Outcome:
    return Outcome(
        words={"number": mention.number, "article": article.number, "right": _ARTICLE + holder.article},
        when=When.AT_ADOPTION,
        status=holder.evidence.status,
        rewrite=_rewrite(at, article, holder),
        evidence=(holder.evidence.source,),
    )


def _rewrite(at: Mention, article: Mention, holder: ProvisionRange) -> Rewrite | None:
    """The words of a mention with the Article that holds the number, where it can be told where its own stands."""
    wrong, text = article.number.removeprefix(_ARTICLE), standing(at)
    found = list(re.finditer(rf"(?<![0-9A-Za-z.]){re.escape(wrong)}(?![0-9A-Za-z])", plain(text)))
    if len(found) > 1:
        place = place_in(at, article.number_at)
        found = [one for one in found if place and one.start() == place.start]
    if len(found) != 1:
        return None
    start, end = found[0].span()
    return Rewrite(text=text[:start] + like(holder.article, text[start]) + text[end:], offered=True)


RULE = Lint(
    id="provision-mismatch",
    title="Number and Article do not agree",
    what="A number of the Constitution or Convention is printed with an Article that does not hold it.",
    why="One of the two is mistaken, and the reader cannot tell which.",
    guidance="Check the number in the basic texts; the message names the Article that holds it.",
    severities=Severities(draft=Severity.ERROR, adopted=Severity.ERROR),
    fix=Grade.SUGGESTED,
    examples=(
        Example(
            lang="en",
            sentence="No. 118 (Article 20) of the ITU Constitution,",
            fix="No. 118 (Article 21) of the ITU Constitution",
        ),
        Example(
            lang="fr",
            sentence="le numéro 118 (Article 22) de la Constitution de l'UIT,",
            setting=Setting.DRAFT_WTDC_22,
        ),
        Example(lang="en", sentence="No. 118 (Article 21) of the ITU Constitution,", finds=False),
        Example(
            lang="fr",
            sentence="le numéro 118 (Article 21) de la Constitution de l'UIT,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    finds=provision_mismatch,
)
