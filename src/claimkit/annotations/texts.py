"""The versions of an article's text, and what became of the words of an older one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimkit.annotations.reanchoring import Revision


class Texts:
    """All versions of the text, counted from 1; the last one is the text of record."""

    def __init__(self, *versions: str) -> None:
        self.versions = versions

    @property
    def version(self) -> int:
        """The number of the present version."""
        return len(self.versions)

    @property
    def present(self) -> str:
        """The text of record."""
        return self.versions[-1]

    def of(self, version: int) -> str | None:
        """The text of a version; None where there is none of that number."""
        return self.versions[version - 1] if 1 <= version <= self.version else None

    def since(self, version: int) -> Revision | None:
        """How that version became the present one; compared once, and only when it is asked for. None as for ``of``."""
        if (old := self.of(version)) is None:
            return None
        if version not in self._revisions:
            from claimkit.annotations.reanchoring import Revision  # noqa: PLC0415 - most articles never change

            self._revisions[version] = Revision(old, self.present)
        return self._revisions[version]

    @cached_property
    def _revisions(self) -> dict[int, Revision]:
        return {}
