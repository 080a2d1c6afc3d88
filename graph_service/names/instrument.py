"""An instrument: a numbered text across all its editions and languages (an FRBR work)."""

from dataclasses import dataclass

from graph_service.names.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Instrument:
    """One numbered text, whatever its edition.

    ``body`` is the body that identifies it: ``PP``, ``WTDC``, ``WTSA``, ``RA``, ``WRC``, ``Council``,
    ``ITU-T`` ... ``UNGA``; for a provision its basic text (``CS``, ``CV``, ``RR``); empty for a programme,
    which its number (a slug such as ``connect-2030``) identifies alone.
    ``number`` is the printed number without its body or edition: ``197``, ``70/1``, ``Y.4000``, ``229/5``,
    ``No. 118``, ``Art. 21``, ``App. 30B``; for an objective its code, ``D.2``.
    ``numbering`` tells series apart that use the same numbers again: the conference before Kyoto (``pp-89``),
    the study period of a Question of ITU-D or ITU-T (``2018-2021``), the plan of an objective (``2020-2023``).
    """

    kind: Kind
    body: str
    number: str
    numbering: str | None = None

    def __str__(self) -> str:
        words = (self.body, self.kind.value.capitalize(), self.number)
        text = " ".join(word for word in words if word)
        return f"{text} [{self.numbering}]" if self.numbering else text
