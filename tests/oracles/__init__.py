"""Validators that others wrote, run on what we export. Each function returns what is wrong, in words; empty is good.

The vocabularies and schemas they need are in the folder that CLAIMKIT_DATA names, by default ../shared/data beside the
repository; nothing is ever fetched.
"""

from __future__ import annotations

import os
from pathlib import Path

from oracles.claimreview import claimreview_problems, feed_problems, tombstone_problems
from oracles.tei import tei_problems

DATA = Path(os.environ.get("CLAIMKIT_DATA", Path(__file__).parents[2].parent / "shared" / "data"))

__all__ = ["DATA", "claimreview_problems", "feed_problems", "tei_problems", "tombstone_problems"]
