"""What the rows of large glossaries are read from: memory, imports, files that are written, pages."""

import subprocess
import sys
from pathlib import Path

from bench.corpus.project import write_project
from bench.large import GROUPS
from bench.large.again import IMPORTED, editions_in
from bench.large.extent import Extent
from bench.large.memory import held, of_worker
from bench.large.pages import write_pages


def test_every_group_of_rows_can_be_asked_for() -> None:
    assert list(GROUPS) == ["one", "throughput", "memory", "again", "again-tenfold"]


def test_an_extent_is_ten_times_as_large_with_the_same_sample() -> None:
    assert Extent(1000, 100, 9).times(10) == Extent(10_000, 100, 9)


def test_memory_is_told_apart_by_worker() -> None:
    log = ["7 1024 4096", "8 2048 2048", "7 3072 5120"]
    assert held(log) == {"7": ([1.0, 3.0], 5.0), "8": ([2.0], 2.0)}


def test_a_worker_that_grows_is_told() -> None:
    flat = [90.0] * 100 + [100.0] * 200
    grown = [*flat, *[111.0] * 100]
    assert [row.holds for row in of_worker("flat", flat, 399)] == [True, True]
    assert [row.holds for row in of_worker("grown", grown, 401)] == [False, False]


def test_a_library_that_renders_is_seen_among_what_is_imported() -> None:
    def imported(code: str) -> set[str]:
        command = [sys.executable, "-X", "importtime", "-c", code]
        return set(
            IMPORTED.findall(subprocess.run(command, check=True, capture_output=True, text=True).stderr)
        )

    assert "docx" in imported("import docx")
    assert "glossary_publish.render.docx" in imported("import glossary_publish.render.docx")
    assert imported("import glossary_publish.compose") == set()


def test_an_edition_that_is_written_anew_is_seen_and_other_files_are_not(tmp_path: Path) -> None:
    for name in ("a/a.pdf", "b/b.epub", "manifest.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("same")
    before = editions_in(tmp_path)
    assert {path.name for path in before} == {"a.pdf", "b.epub"}
    (tmp_path / "new").write_text("same")
    (tmp_path / "new").replace(tmp_path / "a/a.pdf")
    after = editions_in(tmp_path)
    assert [path.name for path, mark in after.items() if before[path] != mark] == ["a.pdf"]


def test_bare_weasyprint_gets_pages_with_all_that_they_fetch(tmp_path: Path) -> None:
    write_project(tmp_path, 2)
    write_pages(tmp_path, tmp_path / "pages")
    pages = list((tmp_path / "pages").glob("*.html"))
    assert len(pages) == 2
    program = [sys.executable, "-W", "ignore::UserWarning", "bench/large/bare_weasyprint.py"]
    command = [*program, str(tmp_path / "pages")]
    ended = subprocess.run(command, check=True, input="render\n", capture_output=True, text=True)
    assert ended.stdout == "done\n"
    assert all(page.with_suffix(".pdf").read_bytes().startswith(b"%PDF") for page in pages)
