"""The size of an installation: claimkit with all that it needs at run time, and how much of that spaCy brings.

    .venv/bin/python benchmarks/install_size.py

Counts the files that the installed distributions record, compiled bytecode left out; claimkit itself is counted in the
checkout.
"""

from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PACKAGE = Path(__file__).parents[1] / "src" / "claimkit"
MB = 1e6
SHOWN = 8


def main() -> None:
    """Print the sizes in MB, the heaviest distributions by name."""
    everything = needed(["claimkit"]) - {"claimkit"}
    others = [name for name in requirements("claimkit") if name != "spacy"]
    without = needed(others)
    own = sum(path.stat().st_size for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    sizes = {name: size(name) for name in everything}
    print(f"claimkit itself                {own / MB:7.1f} MB")
    print(f"what it needs                  {sum(sizes.values()) / MB:7.1f} MB in {len(sizes)} distributions")
    spacys = sorted(everything - without)
    print(f"  of these spaCy brings        {sum(sizes[name] for name in spacys) / MB:7.1f} MB in {len(spacys)}")
    for name in sorted(sizes, key=lambda name: -sizes[name])[:SHOWN]:
        print(f"  {name:28} {sizes[name] / MB:7.1f} MB")


def needed(names: Iterable[str]) -> set[str]:
    """These distributions and all that they need, by their canonical names."""
    found: set[str] = set()
    stack = list(names)
    while stack:
        name = canonicalize_name(stack.pop())
        if name not in found:
            found.add(name)
            stack.extend(requirements(name))
    return found


def requirements(name: str) -> list[str]:
    """What a distribution needs on this machine, extras left out."""
    given = map(Requirement, distribution(name).requires or ())
    return [one.name for one in given if one.marker is None or one.marker.evaluate({"extra": ""})]


def size(name: str) -> int:
    """The bytes of a distribution's files."""
    found: Distribution = distribution(name)
    paths = [Path(str(found.locate_file(file))) for file in found.files or () if file.suffix != ".pyc"]
    return sum(path.stat().st_size for path in paths if path.is_file())


if __name__ == "__main__":
    main()
