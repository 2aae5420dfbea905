"""Where the anchors of a text stand in its next version: found by two signals that agree, or refused."""

from __future__ import annotations

from claimkit.annotations.reanchoring.outcomes import Candidate, Moved, Orphan, Signal
from claimkit.annotations.reanchoring.revision import Revision

__all__ = ["Candidate", "Moved", "Orphan", "Revision", "Signal"]
