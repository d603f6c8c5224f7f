"""A build writes the pages last: from its manifest, which owns them."""

import json
import shutil
from pathlib import Path

from tests.support.command import TODAY, run
from tests.support.house.sources import ROOT
from tests.support.listed import listed

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
    assert listed(tmp_path)[0]["topic"]["also_known_as"] == "WAI"
    (tmp_path / paths[1]).unlink()
    build(tmp_path, ARTICLE, "--format", "epub")
    assert (tmp_path / "index.html").read_text("utf-8") == first


def test_withdrawn_articles_leave_the_page_and_those_with_faults_stay(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    slugs = ("alliance-rupture-and-repair", "session-rating-scale", ARTICLE)
    articles = {slug: tmp_path / f"content/articles/{slug}.md" for slug in slugs}
    run("build", "--format", "docx", "--as-of", TODAY, folder=tmp_path)
    page = tmp_path / "dist/index.html"
    assert [f"/{slug}.docx" in page.read_text("utf-8") for slug in slugs] == [True] * 3
    withdrawn, broken, gone = articles.values()
    withdrawn.write_text(withdrawn.read_text("utf-8").replace("version:", "status: withdrawn\nversion:", 1))
    broken.write_text("---\ntitle: [\n")
    for path in (tmp_path / "content/articles").glob(f"{ARTICLE}.*"):
        path.unlink()
    assert not gone.exists()
    ended = run("build", "--format", "docx", "--as-of", TODAY, folder=tmp_path)
    assert "Traceback" not in ended.stderr
    assert [f"/{slug}.docx" in page.read_text("utf-8") for slug in slugs] == [False, True, False]
    assert not (tmp_path / f"dist/{ARTICLE}/{ARTICLE}.docx").exists()


def test_a_page_that_cannot_be_made_is_told_and_the_editions_are_there(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("a website")
    ended = run("build", ARTICLE, "--format", "epub", "--out", tmp_path, "--as-of", TODAY, folder=ROOT)
    assert ended.returncode == 1
    assert "page-of-somebody-else" in ended.stderr + ended.stdout
    assert (tmp_path / ARTICLE / f"{ARTICLE}.epub").is_file()
    assert (tmp_path / "index.html").read_text("utf-8") == "a website"
    assert "pages" not in json.loads((tmp_path / "manifest.json").read_bytes())
