"""A build writes the pages last: from its manifest, which owns them."""

import json
from pathlib import Path

from tests.support.command import TODAY, run
from tests.support.house.sources import ROOT

ARTICLE = "working-alliance-inventory"


def build(out: Path, *options: str) -> None:
    """Build, and see that it went well."""
    ended = run("build", "--out", out, "--as-of", TODAY, *options, folder=ROOT)
    assert ended.returncode == 0, ended.stderr


def test_each_build_adds_to_the_page_and_the_manifest_knows_it(tmp_path: Path) -> None:
    build(tmp_path, ARTICLE, "--format", "epub")
    first = (tmp_path / "index.html").read_text("utf-8")
    build(tmp_path, ARTICLE, "--format", "epub", "--language", "ar")
    second = (tmp_path / "index.html").read_text("utf-8")
    paths = [f"{ARTICLE}/{ARTICLE}.epub", f"{ARTICLE}/{ARTICLE}_ar.epub"]
    assert [f'href="{path}"' in first for path in paths] == [True, False]
    assert [f'href="{path}"' in second for path in paths] == [True, True]
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    assert [page["path"] for page in manifest["pages"]] == ["index.html"]
    assert manifest["editions"][0]["topic"]["also_known_as"] == "WAI"
    (tmp_path / paths[1]).unlink()
    build(tmp_path, ARTICLE, "--format", "epub")
    assert (tmp_path / "index.html").read_text("utf-8") == first


def test_a_page_that_cannot_be_made_is_told_and_the_editions_are_there(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("a website")
    ended = run("build", ARTICLE, "--format", "epub", "--out", tmp_path, "--as-of", TODAY, folder=ROOT)
    assert ended.returncode == 1
    assert "page-of-somebody-else" in ended.stderr + ended.stdout
    assert (tmp_path / ARTICLE / f"{ARTICLE}.epub").is_file()
    assert (tmp_path / "index.html").read_text("utf-8") == "a website"
    assert "pages" not in json.loads((tmp_path / "manifest.json").read_bytes())
