"""What a command works with, each made only when it is asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from claimkit.annotations.workspace import Workspace
    from claimkit.model.vocabulary import Granularity


class Session:
    """The folder that the command was pointed at, and the workspace around it."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace; raises :class:`claimkit.errors.WorkspaceError` when there is none."""
        from claimkit.annotations.workspace import Workspace

        return Workspace.find(self.folder)

    @property
    def splits(self) -> tuple[str, Granularity]:
        """The pipeline and the granularity that the workspace names; those by default where there is no workspace."""
        from claimkit.errors import WorkspaceError
        from claimkit.model.vocabulary import Granularity

        try:
            return self.workspace.pipeline, self.workspace.config.split.granularity
        except WorkspaceError:
            return "", Granularity.COARSE

    def reviewer(self, given: str | None) -> str:
        """The reviewer's id: as given, else the configured one; raises a usage error when there is neither."""
        from claimkit.annotations.workspace import checked_reviewer

        reviewer = given or self.workspace.config.review.reviewer
        if not reviewer:
            raise click.UsageError("Who reviews? Give --as ID, set CLAIMKIT_REVIEWER, or [review] in claimkit.toml.")
        return checked_reviewer(reviewer)


pass_session = click.make_pass_decorator(Session)
