"""Templates: ours, and in their place those of the workspace, in a sandbox. Every value is escaped."""

from __future__ import annotations

import base64
import hashlib
import re
import traceback
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from claimkit.errors import RefusalError
from claimkit.model.config import Config

OURS = "claimkit"
"""Our own templates are also to be had under this prefix, so that one that takes a place can extend what was there."""

_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What code in a template can raise."""

# What HTML cannot hold, or an HTML parser alters (the HTML standard, "preprocessing the input stream" and its errors).
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def environment(config: Config) -> ImmutableSandboxedEnvironment:
    """The environment of a workspace. A name that a template does not know is an error, never an empty text."""
    ours = PackageLoader("claimkit.export.html", "templates")
    made = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([_Own(config.html.sources), ours, PrefixLoader({OURS: ours})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=fit,
    )
    made.filters["source_hash"] = source_hash
    return made


def fit(value: Any) -> Any:
    """A text as HTML can hold it: line ends as HTML has them; raises :class:`RefusalError` where it cannot."""
    if not isinstance(value, str):
        return value
    if found := _NO_TEXT.search(value):
        raise RefusalError(
            f"the text {value[:40]!r} holds U+{ord(found[0]):04X}, which HTML cannot hold", remedy="take it out"
        )
    kept = value.replace("\r\n", "\n").replace("\r", "\n")
    return Markup(kept) if isinstance(value, Markup) else kept  # noqa: S704 - it was markup before


def source_hash(style: str) -> str:
    """The source expression by which a content security policy allows one inline style (CSP 3, section 2.3.1)."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii") + "'"


class _Own(BaseLoader):
    """The workspace's templates, each under its name in tracebacks too."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The text, and the name in place of a file's."""
        if template not in self._sources:
            raise TemplateNotFound(template)
        return self._sources[template], template, None


def _where(error: BaseException, name: str) -> str:
    """The template and the line at fault, as far as they are known."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name or name}, line {error.lineno}"
    if isinstance(error, TemplateNotFound):
        return name
    places = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    inside = [f"{PurePath(file).name}, line {line}" for file, line in places if PurePath(file).suffix == ".html"]
    return inside[-1] if inside else name


class Templates:
    """The templates of a workspace, each read and compiled once, for pages with the style sheets of those names."""

    def __init__(self, config: Config, *styles: str) -> None:
        self._environment = environment(config)
        self._styles = styles or ("claimkit.css", "style.css")

    def rendered(self, name: str, **values: Any) -> bytes:
        """A template with its values, and the style of a page, as the bytes of a file.

        Raises :class:`RefusalError` that names the template and its line where one of the workspace is at fault.
        """
        try:
            return self._environment.get_template(name).render(**values, style=self.style).encode("utf-8")
        except _FAULTS as error:
            message = f"the template {_where(error, name)} cannot be rendered: {error}"
            raise RefusalError(message, remedy="mend it, or remove it to have claimkit's own") from None

    @property
    def style(self) -> Markup:
        """What a whole page has in its style element."""
        return Markup("\n").join(self.stylesheet(name) for name in self._styles)

    def stylesheet(self, name: str) -> Markup:
        """A style sheet as it stands. It is the newsroom's own or ours, so it is markup."""
        loader = self._environment.loader
        text = loader.get_source(self._environment, name)[0] if loader else ""
        return Markup(fit(text))  # noqa: S704
