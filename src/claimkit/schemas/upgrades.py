"""Old files are upgraded as raw data, a version at a time; there is one model and one exporter for each format.

To change a schema so that old files break: raise ``VERSION``, add the step from the version before to ``STEPS``, and a
file of the old version to the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimkit.errors import DataError
from claimkit.model.raw import Raw
from claimkit.schemas import VERSION, FileKind

Step = Callable[[Raw], Raw]
STEPS: Mapping[tuple[FileKind, int], Step] = {}
"""From (kind, version) to the function that gives the raw data of the next version. Version 1 is the first."""


def upgraded(kind: FileKind, raw: Raw, place: str, steps: Mapping[tuple[FileKind, int], Step] = STEPS) -> Raw:
    """``raw`` at the present version; raises :class:`DataError` when a newer claimkit wrote it."""
    version = raw.get("schemaVersion")
    if not isinstance(version, int) or isinstance(version, bool):
        return raw
    if version > VERSION:
        raise DataError(
            f"it has schema version {version}, and this claimkit knows versions up to {VERSION}",
            place=place,
            remedy="install a newer claimkit",
        )
    while (step := steps.get((kind, raw["schemaVersion"]))) is not None:
        raw = {**step(raw), "schemaVersion": raw["schemaVersion"] + 1}
    return raw
