"""Pages from templates: an environment a language, autoescaped; with validators, so that none is loaded twice."""

import hashlib
from collections.abc import Callable, Mapping
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import Response

from graph_service.web import words
from graph_service.web.assets import Assets
from graph_service.web.catalogues import load_catalogues
from graph_service.web.graph_drawing import COLOURS
from graph_service.web.interface import Address, Interface, interface
from graph_service.web.problem_words import advice, heading

TEMPLATES = Path(__file__).parent / "templates"
_HTML = "text/html"
_KEEP = "no-cache"
_VARY = "Accept-Language, Accept"


class Renderer:
    """Renders pages in the language of each reader."""

    def __init__(self, languages: tuple[str, ...], register: str, assets: Assets | None = None) -> None:
        self.assets = assets or Assets()
        self.register = register
        known = load_catalogues()
        self.catalogues = {code: known[code] for code in languages if code in known}
        self._environments = {code: _environment(messages, code) for code, messages in self.catalogues.items()}

    def environment(self, lang: str) -> Environment:
        """Return what templates are rendered with in a language."""
        return self._environments[lang]

    def interface(self, request: Request) -> Interface:
        """Return the interface of a request's reader."""
        pairs = tuple(pair for pair in request.query_params.multi_items() if pair[0] != "lang")
        return interface(
            asked=request.query_params.get("lang"),
            accepted=request.headers.get("accept-language", ""),
            address=Address(path=request.url.path, query=pairs, origin=_origin(request.url)),
            catalogues=self.catalogues,
            assets=self.assets,
            register=self.register,
        )

    def text(self, template: str, ui: Interface, **values: object) -> str:
        """Return what a template makes of some values."""
        return self.environment(ui.lang).get_template(template).render(ui=ui, **values)

    def page(self, request: Request, template: str, ui: Interface, *, status: int = 200, **values: object) -> Response:
        """Return a page; 304 where the browser has this very one already."""
        body = self.text(template, ui, **values).encode()
        return answered(request, body, _HTML, status=status, more={"Content-Language": ui.lang, "Vary": _VARY})


def answered(
    request: Request, body: bytes, media: str, *, status: int = 200, more: Mapping[str, str] | None = None
) -> Response:
    """Return a body with its validator, or 304 where the client has it."""
    tag = f'W/"{hashlib.blake2b(body, digest_size=9).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": _KEEP, **(more or {})}
    asked = request.headers.get("if-none-match", "")
    if status == 200 and tag in (one.strip() for one in asked.split(",")):  # noqa: PLR2004 - what HTTP calls it
        return Response(status_code=304, headers=headers)
    return Response(body, status_code=status, media_type=media, headers=headers)


def _counting(messages: NullTranslations, lang: str) -> Callable[[str, str, int], str]:
    """What templates count with: the plural form of a number, and the number as the language writes it."""

    def counted(one: str, many: str, number: int) -> str:
        said: str = messages.ngettext(one, many, number)
        return said % {"num": format_decimal(number, locale=lang)}

    return counted


def _environment(messages: NullTranslations, lang: str) -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(("html", "svg", "atom")),
        undefined=StrictUndefined,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.globals.update({function.__name__: function for function in words.FUNCTIONS})
    made.globals |= {"problem_heading": heading, "problem_advice": advice, "colours": COLOURS}
    extended: Any = made
    extended.install_gettext_translations(messages, newstyle=True)
    made.globals["ngettext"] = _counting(messages, lang)
    return made


def _origin(url: URL) -> str:
    return f"{url.scheme}://{url.netloc}"
