"""Arguments and options that several commands share, and the only place that reads the clock."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from math import isnan
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource


def _slugs(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Complete slugs in the shell; a workspace that cannot be read completes nothing."""
    folder = (context.find_root().params or {}).get("workspace") or "."
    start = Path(folder).resolve()
    for root in (start, *start.parents):
        if (root / "claimkit.toml").is_file():
            names = (path.parent.name for path in (root / "annotations").glob("*/claims.json"))
            return sorted(name for name in names if name.startswith(incomplete))
    return []


class Moment(click.ParamType[str]):
    """A date and time with its zone, as ``YYYY-MM-DDTHH:MM:SSZ``; a bare date is its midnight in UTC."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The moment in UTC to the second."""
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date or time; write it like 2025-05-10T08:00:00Z", param, ctx)
        if moment.tzinfo is None:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value), re.ASCII):
                self.fail(f"{value!r} has no zone; write it like 2025-05-10T08:00:00Z", param, ctx)
            moment = moment.replace(tzinfo=UTC)
        try:
            return _in_utc(moment)
        except OverflowError:
            self.fail(f"{value!r} is before the year 1 or after 9999 in UTC", param, ctx)


class Confidence(click.FloatRange):
    """A number from 0 to 1; NaN, which is neither less nor more than they, is none."""

    def __init__(self) -> None:
        super().__init__(0, 1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number."""
        number = super().convert(value, param, ctx)
        return self.fail(f"{value!r} is no number from 0 to 1", param, ctx) if isnan(number) else number


def _in_utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _now() -> str:
    return _in_utc(datetime.now(UTC))


def clock(context: click.Context, at: str) -> Callable[[], str]:
    """What tells the time of each act of a long command: ``--at`` where it was given, else the clock each time."""
    given = context.get_parameter_source("at") is not ParameterSource.DEFAULT
    return (lambda: at) if given else _now


def choice(vocabulary: type[StrEnum]) -> click.Choice[str]:
    """One of a vocabulary's values."""
    return click.Choice([str(word) for word in vocabulary])


def like(definition: str, kind: str = "claims") -> Callable[[click.Context, click.Parameter, Any], Any]:
    """A callback that refuses a value which a schema's definition of that name does not take, naming the option."""

    def check(_context: click.Context, _parameter: click.Parameter, value: Any) -> Any:
        for item in value if isinstance(value, tuple) else (value,):
            if item is not None:
                from claimkit.schemas import FileKind, violations

                for violation in violations(FileKind(kind), item, definition):
                    raise click.BadParameter(violation.message.removeprefix("the file "))
        return value

    return check


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A callback that refuses what is no day of the calendar."""
    like("day", "review")(context, parameter, value)
    try:
        return value and datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day of the calendar") from None


def moment(given: str | None) -> str:
    """The moment given by :data:`clock_option`, else what the clock says now."""
    return given or _now()


slug_argument = click.argument("slug", shell_complete=_slugs)
slugs_argument = click.argument("slugs", nargs=-1, metavar="[SLUG]...", shell_complete=_slugs)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")
at_option = click.option("--at", type=Moment(), default=_now, metavar="TIME", help="When this is done.  [default: now]")
clock_option = click.option(
    "--at", type=Moment(), metavar="TIME", help="When all of this is done.  [default: each act when it is done]"
)
as_of_option = click.option(
    "--as-of",
    "--at",
    "as_of",
    type=Moment(),
    default=_now,
    metavar="DATE",
    help="The day to which review dates are compared.  [default: today, in UTC]",
)
as_option = click.option(
    "--as", "reviewer", metavar="ID", envvar="CLAIMKIT_REVIEWER", help="Who does it.  [default: as configured]"
)
