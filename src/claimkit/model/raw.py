"""Between raw JSON (camelCase keys, nothing empty) and the model's types.

The JSON Schema runs before :func:`from_raw`, so that it cannot fail on what a user wrote. cattrs does the walking;
what is ours is the naming rule and the rule that what is empty is left out.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeAlias, TypeVar

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

Raw: TypeAlias = dict[str, Any]
T = TypeVar("T")


def camel(name: str) -> str:
    """``date_published`` as ``datePublished``."""
    head, *tail = name.split("_")
    return head + "".join(word.capitalize() for word in tail)


@cache
def _converter() -> Converter:
    converter = Converter(unstruct_collection_overrides={tuple: list})

    def overrides(cls: type) -> dict[str, Any]:
        return {item.name: override(rename=camel(item.name)) for item in fields(cls)}

    converter.register_structure_hook_factory(
        is_dataclass, lambda cls: make_dict_structure_fn(cls, converter, **overrides(cls))
    )
    converter.register_unstructure_hook_factory(
        is_dataclass,
        lambda cls: make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, **overrides(cls)),
    )
    return converter


def from_raw(cls: type[T], raw: Raw) -> T:
    """``raw`` as an object of ``cls``. Raw data must have passed its JSON Schema."""
    return _converter().structure(raw, cls)


def to_raw(item: object) -> Raw:
    """``item`` as JSON-ready data, in the order of its fields, without what is at its default."""
    raw: Raw = _converter().unstructure(item)
    return raw
