"""A page for finding sheets as a front desk uses it: opened from the disk in Chromium."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.build.finder.listings import Folder, entry, glossary
from tests.support.browser import Visit, step, visit

SPANISH = {"title": "Alianza terapéutica: qué es", "term": "Alianza terapéutica", "also_known_as": ""}
ARABIC = {"title": "التَّحالُف العِلاجيّ", "term": "التحالف العلاجي", "also_known_as": ""}
GERMAN = {"title": "Größe und Maß </script><b>", "term": "Größe", "also_known_as": "Œuvre"}
LOOKS: tuple[dict[str, Any], ...] = (
    {},
    {"dark": True},
    {"width": 320, "height": 640},
    {"width": 320, "height": 640, "dark": True},
)
SEARCHES = {
    "ALLIANCE": {"Therapeutic alliance: what it is"},
    "helping": {"Therapeutic alliance: what it is"},
    "terapeutica": {"Therapeutic alliance: what it is"},
    "TERAPÉUTICA": {"Therapeutic alliance: what it is"},
    "التحالف": {"Therapeutic alliance: what it is"},
    "العلاجى": {"Therapeutic alliance: what it is"},
    "groesse": set(),
    "grosse mass": {"Größe und Maß </script><b>"},
    "oeuvre": {"Größe und Maß </script><b>"},
    "eck4qx7t": {"Therapeutic alliance: what it is"},
    "EC-K4QX7T": {"Therapeutic alliance: what it is"},
    "nothing of the kind": set(),
    "   ": {"Therapeutic alliance: what it is", "Größe und Maß </script><b>"},
    "<b>": {"Größe und Maß </script><b>"},
}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two topics, one of them in three languages, a clinic, and files that can be followed."""
    root = tmp_path_factory.mktemp("a shared drive #1") / "dist"
    own = glossary(*(("alliance", tag) for tag in ("en", "es", "ar")), ("size", "de"))
    clinic = own.clinics[0].slug
    folder = Folder(
        root,
        [
            entry("alliance/alliance.pdf"),
            entry("alliance/alliance_a4.pdf", paper="a4"),
            entry("alliance/alliance_summary.pdf", layout="summary"),
            entry("alliance/alliance.epub", format="epub", layout="ebook", paper=""),
            entry("alliance/alliance_es.pdf", language="es", topic=SPANISH, valid_until="2026-01-01"),
            entry("alliance/alliance_ar.pdf", language="ar", topic=ARABIC, code="EC-222222", valid_until=""),
            entry("size/size.pdf", "size", language="de", topic=GERMAN, code="EC-333333"),
            entry(f"clinics/{clinic}/alliance/alliance.pdf", clinic=clinic),
        ],
    )
    folder.write(own)
    assert folder.found == []
    (root / "alliance/alliance.epub").write_text("not an ebook")
    return root / "index.html"


@pytest.fixture(scope="module")
def look_around(page: Path, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """All that is tried, in one visit."""
    steps = []
    for how in LOOKS:
        steps += [step("open", today="2026-01-01", **how), step("look"), step("axe")]
    steps.append(step("open", today="2026-01-01"))
    for words in SEARCHES:
        steps += [step("type", text=words), step("look")]
    steps += [step("type", text="nothing of the kind"), step("axe")]
    return visit(page, steps, tmp_path_factory.mktemp("browser"))


def use(page: Path, home: Path, *steps: Any) -> list[Any]:
    """A visit; what its steps saw, without those that saw nothing."""
    went = visit(page, steps, home)
    assert went.told == []
    return [seen for seen in went.seen if seen is not None]


def test_axe_finds_nothing_by_light_and_in_the_dark_wide_and_narrow(look_around: Visit) -> None:
    found = [seen for seen in look_around.seen if seen and "violations" in seen]
    assert len(found) == len(LOOKS) + 1
    assert [seen["violations"] for seen in found] == [[]] * len(found)
    assert [seen["incomplete"] for seen in found] == [[]] * len(found)
    assert all(seen["passes"] >= 25 for seen in found)


def test_nothing_sticks_out_of_a_narrow_window(look_around: Visit) -> None:
    looks = [seen for seen in look_around.seen if seen and "wide" in seen]
    assert [seen["wide"] for seen in looks] == [False] * len(looks)


def test_a_page_asks_for_nothing_but_itself_and_nothing_is_refused(look_around: Visit, page: Path) -> None:
    assert set(look_around.requests) == {page.as_uri()}
    assert look_around.told == []


def test_search_ignores_case_accents_and_vowel_signs(look_around: Visit) -> None:
    looks = [seen for seen in look_around.seen if seen and "titles" in seen][len(LOOKS) :]
    assert {words: set(seen["titles"]) for words, seen in zip(SEARCHES, looks, strict=True)} == SEARCHES


def test_what_was_found_is_counted_aloud(look_around: Visit, page: Path) -> None:
    looks = [seen for seen in look_around.seen if seen and "titles" in seen]
    assert looks[0]["count"] == "Topics: 2 · Files: 7"
    found = dict(zip(SEARCHES, looks[len(LOOKS) :], strict=True))
    assert found["oeuvre"]["count"] == "Topics: 1 · Files: 1"
    assert found["groesse"]["count"].startswith("Nothing matches.")
    assert 'role="status" id="count"' in page.read_text("utf-8")


def test_languages_layouts_and_papers_narrow_the_list(page: Path, tmp_path: Path) -> None:
    spanish, summary, paper, nothing, everything = use(
        page,
        tmp_path,
        step("open"),
        step("choose", field="language", value="es"),
        step("look"),
        step("choose", field="language", value=""),
        step("choose", field="layout", value="summary"),
        step("look"),
        step("choose", field="layout", value="handout"),
        step("choose", field="paper", value="a4"),
        step("look"),
        step("choose", field="language", value="ar"),
        step("look"),
        step("click", selector="#all"),
        step("look"),
    )
    assert spanish["files"] == ["alliance/alliance_es.pdf"]
    assert summary["files"] == ["alliance/alliance_summary.pdf"]
    assert paper["files"] == ["alliance/alliance_a4.pdf"]
    assert (nothing["files"], nothing["titles"]) == ([], [])
    assert (len(everything["files"]), everything["focus"]) == (7, "words")


def test_everything_is_reached_with_the_keyboard(page: Path, tmp_path: Path) -> None:
    clinic = re.findall(r'class="page" href="([^"]*)"', page.read_text("utf-8"))
    steps = [step("open")]
    for _ in range(10):
        steps += [step("press", keys=["Tab"]), step("look")]
    focus = [seen["focus"] for seen in use(page, tmp_path, *steps)]
    assert focus[:6] == [*clinic, "words", "language", "layout", "paper", "all"]
    assert focus[6:8] == ["size/size.pdf", "alliance/alliance.pdf"]


def test_links_lead_to_files_and_to_the_page_of_a_clinic(page: Path, tmp_path: Path) -> None:
    file, clinic = use(
        page,
        tmp_path,
        step("open"),
        step("follow", selector='.file a[href="alliance/alliance_a4.pdf"]'),
        step("open"),
        step("follow", selector="a.page"),
    )
    wanted = (page.parent / "alliance/alliance_a4.pdf").as_uri()
    assert (file["href"], file["requests"][:1]) == (wanted, [wanted])
    assert clinic["requests"] == [clinic["href"]]
    assert clinic["href"].endswith("/index.html")


@pytest.mark.parametrize(("today", "marked"), [("2026-01-01", 0), ("2026-01-02", 1)])
def test_the_clock_of_the_reader_marks_what_is_overdue(
    page: Path, tmp_path: Path, today: str, marked: int
) -> None:
    (look,) = use(page, tmp_path, step("open", today=today), step("look"))
    assert look["alarms"] == ["The review is overdue. Please do not hand this out."] * marked


def test_without_a_script_all_is_listed_and_no_field_is_there(page: Path, tmp_path: Path) -> None:
    (look,) = use(page, tmp_path, step("open", script=False), step("look"))
    assert (look["search"], len(look["files"]), look["count"]) == (False, 7, "")


def test_a_page_does_not_print_but_says_so(page: Path, tmp_path: Path) -> None:
    (look,) = use(page, tmp_path, step("open"), step("media", name="print"), step("look"))
    assert look["text"].strip() == (
        "This page is for finding sheets and is not printed. Open a sheet and print that."
    )
