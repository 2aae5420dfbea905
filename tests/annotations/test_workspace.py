"""Finding a workspace, reading its configuration, and staying inside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import Workspace, read_config
from claimkit.errors import ClaimkitError, DataError, WorkspaceError
from made import CONFIG, SLUG, workspace


def scale(label: str = "True", rank: str = "2") -> str:
    """A scale of two verdicts, the second one as given."""
    verdicts = (("a", "False", "1"), ("b", label, rank))
    return "".join(
        f'[[verdicts]]\nid = "{name}"\nlabel = {{en = "{text}"}}\nrank = {at}\n' for name, text, at in verdicts
    )


def test_a_workspace_is_found_from_any_folder_in_it(tmp_path: Path) -> None:
    made = workspace(tmp_path)
    assert Workspace.find(made.claims_path(SLUG).parent).root == tmp_path


def test_without_a_workspace_the_message_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="make a workspace with 'claimkit init'"):
        Workspace.find(tmp_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "has no 'publisher'; add it"),
        ("publisher = 1\n", "publisher is 1; it must be of type object"),
        ("[publisher\n", "it is not TOML: Expected ']' at the end of a table declaration (at line 1, column 11)"),
        (CONFIG + "[gate]\nreviews = 0\n", "reviews is 0; it must be at least 1"),
        (CONFIG + "[gates]\n", "knows no 'gates'"),
        (CONFIG.replace("{claim}", "x"), "url under [pages] does not have {claim} in it"),
        (CONFIG + '[[verdicts]]\nid = "a"\nlabel = {en = "A"}\nrank = 1\n', "verdicts is too short"),
        (CONFIG + '[[verdicts]]\nid = "a"\nlabel = {en = "A"}\n' * 2, "at least 2 items that have 'rank'"),
        (CONFIG + '[[verdicts]]\nid = "a"\nrank = 1\nlabel = {en = "A"}\n' * 2, "two verdicts have one id"),
        ("\ufeff" + CONFIG, "byte order mark"),
        (CONFIG + scale(rank="99999999999999999999"), "rank is 99999999999999999999; it must be at most 1000"),
        (CONFIG + scale(rank="1001"), "rank is 1001; it must be at most 1000"),
        (CONFIG + scale(rank="0"), "rank is 0; it must be at least 1"),
        (CONFIG + scale(label="Tr\u202eue"), "the label (en) of the verdict b holds U+202E at offset 2"),
        (CONFIG + scale(label="\u2066True"), "the label (en) of the verdict b holds U+2066 at offset 0"),
        (CONFIG.replace("{slug}", "\u202d{slug}"), "url under [pages] holds U+202D at offset 32, which reorders"),
        (CONFIG.replace("{slug}", "{foo}"), "url under [pages] gives 'https://example.org/fact-checks/{foo}#c1f3a9b2'"),
        (CONFIG.replace("{slug}", "#a"), "fact-checks/#a#c1f3a9b2', which is no address; write it like"),
        (CONFIG.replace("{slug}", "50%"), "a % that begins no escape %25"),
        (CONFIG.replace("{slug}", "["), "which is no address"),
    ],
)
def test_a_bad_configuration_is_refused_with_its_file(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "claimkit.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ClaimkitError) as caught:
        read_config(path)
    assert str(path) in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.parametrize("label", ["\u0635\u062d\u064a\u062d\u200f", "\u200eTrue", "True \u061c"])
def test_marks_of_one_direction_are_taken_in_labels(tmp_path: Path, label: str) -> None:
    (tmp_path / "claimkit.toml").write_text(CONFIG + scale(label=label), encoding="utf-8")
    assert read_config(tmp_path / "claimkit.toml").verdicts[1].label["en"] == label


@pytest.mark.parametrize("url", ["https://example.org/{slug}/{claim}", "https://{slug}.example.org/?c={claim}#{claim}"])
def test_an_address_with_slug_and_claim_anywhere_is_taken(tmp_path: Path, url: str) -> None:
    (tmp_path / "claimkit.toml").write_text(
        CONFIG.replace("https://example.org/fact-checks/{slug}#{claim}", url), encoding="utf-8"
    )
    assert read_config(tmp_path / "claimkit.toml").pages.url == url


def test_a_scale_of_ones_own_replaces_the_default_one(tmp_path: Path) -> None:
    path = tmp_path / "claimkit.toml"
    scale = "".join(
        f'[[verdicts]]\nid = "{name}"\nlabel = {{en = "{name}", fr = "{name} !"}}\nrank = {rank}\n'
        for name, rank in (("yes", 3), ("no", 1))
    )
    path.write_text(CONFIG + scale, encoding="utf-8")
    config = read_config(path)
    assert [verdict.id for verdict in config.verdicts] == ["yes", "no"]
    assert config.ranks() == (1, 3)
    verdict = config.verdict("yes")
    assert verdict is not None
    assert [verdict.label_in(tag) for tag in ("fr", "fr-CA", "de")] == ["yes !", "yes !", "yes"]


@pytest.mark.parametrize(
    "slug", ["../etc", "..", "a/b", "/etc/passwd", "A", "a--b", "a.b", "", "a\n", "a" * 81, "a\x00"]
)
def test_a_slug_that_could_climb_is_no_slug(tmp_path: Path, slug: str) -> None:
    made = workspace(tmp_path)
    for path in (made.text_path, made.claims_path, made.decisions_path, made.export_path, made.review_paths):
        with pytest.raises(WorkspaceError, match="is no slug"):
            path(slug)


@pytest.mark.parametrize("reviewer", ["../x", "a/b", "", "1a", ".a", "a b", "a" * 65])
def test_a_reviewer_id_that_could_climb_is_no_id(tmp_path: Path, reviewer: str) -> None:
    with pytest.raises(WorkspaceError, match="is no reviewer id"):
        workspace(tmp_path).review_path(SLUG, reviewer)


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "desk"
    root.mkdir()
    made = workspace(root)
    outside = tmp_path / "outside"
    (root / "annotations" / SLUG).rename(outside)
    (root / "annotations" / SLUG).symlink_to(outside)
    with pytest.raises(WorkspaceError, match="leads out of the workspace"):
        open_dossier(made, SLUG)


def test_an_unknown_article_is_named_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no article has the slug 'nothing'; split it first; there are: bridge-closed"):
        open_dossier(workspace(tmp_path), "nothing")
