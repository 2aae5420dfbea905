"""JSON Schema 2020-12 as claimkit runs it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend


def _pattern(_validator: object, pattern: str, instance: object, _schema: object) -> Iterator[ValidationError]:
    r"""Patterns are ECMA 262's, where ``$`` is the very end; in Python it also stands before a last line feed."""
    python = re.sub(r"\$$", r"\\Z", pattern)
    if isinstance(instance, str) and not re.search(python, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


Dialect: type[Validator] = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"pattern": _pattern}
)
