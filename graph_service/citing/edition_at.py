"""The edition printed behind a number: the last of two markers where the second says revised."""

from dataclasses import replace

from graph_service.citing.marker import PrintedMarker, marker_at
from graph_service.citing.patterns import Words


def edition_at(text: str, position: int, words: Words) -> PrintedMarker | None:
    """Return the marker at a place, or the revised one right behind it: 413 (WRC-03) (Rev. WRC-07)."""
    first = marker_at(text, position, words)
    if first is None or first.marker.revised:
        return first
    later = marker_at(text, first.end, words)
    return replace(later, start=first.start) if later and later.marker.revised else first
