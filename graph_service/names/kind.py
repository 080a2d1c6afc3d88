"""The kinds of thing that a citation can name: a closed set, with the word of each in IRIs."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of instrument a name stands for; the value is the word used in all output."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    OPINION = "opinion"
    QUESTION = "question"
    REPORT = "report"
    PROVISION = "provision"
    PROGRAMME = "programme"
    OBJECTIVE = "objective"
    HANDBOOK = "handbook"
    SUPPLEMENT = "supplement"
    BULLETIN = "bulletin"

    @property
    def path_word(self) -> str:
        """The word that stands for this kind in an IRI path: ``res``, ``rec``, ``q`` ..."""
        return _PATH_WORDS[self]


_PATH_WORDS = {
    Kind.RESOLUTION: "res",
    Kind.DECISION: "dec",
    Kind.RECOMMENDATION: "rec",
    Kind.OPINION: "op",
    Kind.QUESTION: "q",
    Kind.REPORT: "rep",
    Kind.PROVISION: "no",
    Kind.PROGRAMME: "programme",
    Kind.OBJECTIVE: "objective",
    Kind.HANDBOOK: "hdb",
    Kind.SUPPLEMENT: "suppl",
    Kind.BULLETIN: "ob",
}
