"""The few pages of the API itself, documentation and vocabulary, from templates; no script, no asset of others."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

_FOLDER = Path(__file__).parent / "templates"
STYLES = _FOLDER / "plain.css"


def html(template: str, **values: object) -> str:
    """Return a page; all values are escaped."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=select_autoescape(default=True), undefined=StrictUndefined
    )
    return environment.get_template(template).render(values)
