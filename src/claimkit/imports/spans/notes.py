"""What an import has to tell, each thing once, with how often it came up."""

from __future__ import annotations

from claimkit.imports.foreign import Remark


class Notes:
    """The remarks on one article, in the order in which they first came up."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[str, int]] = {}
        self._refused: set[str] = set()

    def add(self, message: str, where: str = "", times: int = 1) -> None:
        """Take note; what is said again is counted, and the first place stays."""
        first, before = self._found.get(message, (where, 0))
        self._found[message] = (first, before + times)

    def refuse(self, message: str, where: str) -> None:
        """Take note of something that was marked and is not taken over: a person must look."""
        self.add(message, where)
        self._refused.add(message)

    def once(self, message: str) -> None:
        """Take note of what holds of the whole article."""
        self._found.setdefault(message, ("", 1))

    def remarks(self) -> tuple[Remark, ...]:
        """All that was noted."""
        return tuple(
            Remark(
                message=f"{message} ({times} times)" if times > 1 else message,
                where=where,
                refused=message in self._refused,
            )
            for message, (where, times) in self._found.items()
        )
