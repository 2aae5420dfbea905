"""The names of annotations: the same whether a claim is published yet or not, and wherever it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """IRIs below ``base``, the publisher's address; a slug, an id and a reviewer's id need no escapes."""

    base: str
    slug: str

    def of(self, *parts: object) -> str:
        """The name of a thing of the article, such as ``claim``, its id."""
        return f"{self.base}#annotation-{self.slug}-{'-'.join(map(str, parts))}"

    def person(self, who: str) -> str:
        """The name of a reviewer or of a member of the desk: one of the whole workspace."""
        return f"{self.base}#person-{who}"
