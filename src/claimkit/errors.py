"""Every reason to stop. A finding is data (:mod:`claimkit.model.findings`); an exception is a stop."""


class ClaimkitError(Exception):
    """Root of all stops that claimkit means: the message says what is wrong and what to do.

    ``place`` is the file; line and column count from 1.
    """

    def __init__(
        self, what: str, *, place: str = "", line: int | None = None, column: int | None = None, remedy: str = ""
    ) -> None:
        self.what = what
        self.place = place
        self.line = line
        self.column = column
        self.remedy = remedy
        super().__init__(what)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.place, self.line, self.column) if part)
        return f"{place}: {self.message}" if place else self.message

    @property
    def message(self) -> str:
        """What is wrong and what to do, without the place."""
        return f"{self.what}; {self.remedy}" if self.remedy else self.what


class SourceError(ClaimkitError):
    """An article that cannot be taken in: unreadable, not text, empty, too large."""


class WorkspaceError(ClaimkitError):
    """No workspace, a bad configuration, or a path that leaves the workspace."""


class DataError(ClaimkitError):
    """An annotation file that cannot be read as what it says it is."""


class ConflictError(ClaimkitError):
    """A file changed since it was read, or a thing exists that would be overwritten."""


class SplitError(ClaimkitError):
    """The splitter's pipeline is missing, damaged or unfit."""


class ReviewError(ClaimkitError):
    """A review that cannot be recorded: unknown claim, unknown verdict, missing reviewer."""


class RefusalError(ClaimkitError):
    """An export or a publication that the gate, or the format, does not allow."""
