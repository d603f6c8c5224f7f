"""The pages for finding sheets: what they list, whose they are, and what becomes of those that were there before."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from glossary_publish.build.finder.page import Page
from glossary_publish.build.finder.pages import OURS
from glossary_publish.diagnostics import Report
from glossary_publish.glossary import Glossary
from glossary_publish.publication import sha256
from glossary_publish.verify.finder import check_finder
from glossary_publish.workspace import MemoryWorkspace
from tests.build.finder.listings import Folder, entry, glossary

HOSTILE = (
    "</script><script>alert(1)</script> & \"quotes\" 'too' \u202e<b onclick=x> شراكة <!-- $title ${title}"
)


@pytest.fixture(scope="module")
def sample() -> Glossary:
    return glossary()


def links(text: str) -> list[str]:
    """Where the links of a page lead."""
    return re.findall(r'href="([^"]*)"', text)


def test_every_file_is_listed_once_with_its_facts(tmp_path: Path, sample: Glossary) -> None:
    folder = Folder(
        tmp_path,
        [
            entry("alliance/alliance.pdf"),
            entry("alliance/alliance_a4.pdf", paper="a4"),
            entry("alliance/alliance.epub", format="epub", layout="ebook", paper=""),
            entry("alliance/alliance_booklet.pdf", layout="booklet"),
            entry("alliance/alliance_booklet-sheets.pdf", layout="booklet"),
        ],
    )
    pages = folder.write(sample)
    text = folder.text()
    assert folder.found == []
    assert pages == {"index.html": sha256(text.encode())}
    assert links(text) == [
        "alliance/alliance.pdf",
        "alliance/alliance_a4.pdf",
        "alliance/alliance_booklet.pdf",
        "alliance/alliance_booklet-sheets.pdf",
        "alliance/alliance.epub",
    ]
    for words in (
        "Therapeutic alliance: what it is</h2>",
        "Also known as ",
        "working alliance, helping alliance",
        ">1.0<",
        ">EC-K4QX7T<",
        ">June 30, 2027<",
        ">December 18, 2025<",
        ">61 kB<",
        ">Handout · A4<",
        ">Booklet, sheets to fold · Letter<",
    ):
        assert words in text, words


def test_titles_are_data_whatever_stands_in_them(tmp_path: Path, sample: Glossary) -> None:
    labels = dict.fromkeys(("title", "term", "also_known_as", "category"), HOSTILE)
    folder = Folder(tmp_path, [entry("alliance/alliance.pdf", topic=labels, version=HOSTILE, code=HOSTILE)])
    assert list(folder.write(replace(sample, title=HOSTILE))) == ["index.html"]
    assert folder.found == []
    text = folder.text()
    assert text.count("<script") == text.count("</script") == 1
    assert "<b onclick" not in text
    assert "$title ${title}" in text


def test_a_name_of_a_file_is_a_path_and_nothing_else(tmp_path: Path, sample: Glossary) -> None:
    folder = Folder(tmp_path, [entry("alliance/what? #1 100%.pdf")])
    folder.write(sample)
    assert folder.found == []
    assert links(folder.text()) == ["alliance/what%3F%20%231%20100%25.pdf"]


def test_articles_that_are_gone_are_not_offered(tmp_path: Path) -> None:
    folder = Folder(tmp_path, [entry("alliance/alliance.pdf"), entry("rupture/rupture.pdf", "rupture")])
    folder.write(glossary(("rupture", "en")))
    assert links(folder.text()) == ["rupture/rupture.pdf"]


def test_texts_stand_by_language_and_what_is_older_is_marked(tmp_path: Path, sample: Glossary) -> None:
    spanish = {"title": "Alianza terapéutica", "updated": "2025-11-01"}
    folder = Folder(
        tmp_path,
        [
            entry("alliance/alliance_es.pdf", language="es", topic=spanish),
            entry("alliance/alliance_a4.pdf", version="1.9", code="EC-222222"),
            entry("alliance/alliance.pdf", version="1.10"),
            entry("alliance/alliance_ar.pdf", language="ar", topic={"title": "التحالف العلاجي"}),
        ],
    )
    folder.write(sample)
    text = folder.text()
    assert folder.found == []
    assert [link.rpartition("/")[2] for link in links(text)] == [
        "alliance.pdf",
        "alliance_a4.pdf",
        "alliance_ar.pdf",
        "alliance_es.pdf",
    ]
    assert text.count("An older version.") == 1
    assert text.index(">1.10<") < text.index("An older version.") < text.index(">1.9<")
    assert '<p class="title find" lang="ar" dir="rtl">التحالف العلاجي</p>' in text
    assert '<p class="title find" lang="es" dir="ltr">Alianza terapéutica</p>' in text
    assert 'Spanish <span lang="es" dir="ltr">Español</span>' in text


def test_a_clinic_has_a_page_of_its_own_in_its_colour(tmp_path: Path, sample: Glossary) -> None:
    north, south = (clinic.slug for clinic in sample.clinics)
    folder = Folder(
        tmp_path,
        [
            entry("alliance/alliance.pdf"),
            *(entry(f"clinics/{slug}/alliance/alliance.pdf", clinic=slug) for slug in (north, south)),
        ],
    )
    assert sorted(folder.write(sample)) == [
        f"clinics/{north}/index.html",
        f"clinics/{south}/index.html",
        "index.html",
    ]
    assert folder.found == []
    own = folder.text(f"clinics/{north}/index.html")
    assert links(own) == ["alliance/alliance.pdf"]
    assert (sample.clinics[0].name in own, sample.clinics[1].name in own) == (True, False)
    assert (sample.clinics[0].colour in own, sample.clinics[1].colour in own) == (True, False)
    assert links(folder.text()) == [
        f"clinics/{north}/index.html",
        f"clinics/{south}/index.html",
        "alliance/alliance.pdf",
    ]


def test_a_page_speaks_the_language_of_its_clinic(tmp_path: Path, sample: Glossary) -> None:
    speaking = replace(sample, clinics=(replace(sample.clinics[0], language="ar"),))
    slug = sample.clinics[0].slug
    folder = Folder(tmp_path, [entry(f"clinics/{slug}/alliance/alliance.pdf", clinic=slug)])
    folder.write(speaking)
    assert folder.found == []
    text = folder.text(f"clinics/{slug}/index.html")
    assert '<html lang="ar" dir="rtl">' in text
    assert "البحث عن ورقة" in text
    assert '<h2 class="title find" lang="en" dir="ltr">' in text


def test_a_language_that_lacks_a_word_stops_the_page_of_its_clinic_alone(
    tmp_path: Path, sample: Glossary
) -> None:
    one, other = sample.clinics
    speaking = replace(sample, clinics=(replace(one, language="nl"), other))
    workspace = MemoryWorkspace({"layouts/strings/nl.toml": 'version = "Versie"\n'})
    rows = [entry(f"clinics/{clinic.slug}/alliance/a.pdf", clinic=clinic.slug) for clinic in sample.clinics]
    folder = Folder(tmp_path, rows, workspace)
    assert sorted(folder.write(speaking)) == [f"clinics/{other.slug}/index.html", "index.html"]
    assert [(found.code, str(found.span)) for found in folder.found] == [
        ("missing-string", "layouts/finder/strings/nl.toml")
    ]
    assert links(folder.text()) == [f"clinics/{other.slug}/index.html"]


def test_a_manifest_that_somebody_changed_gives_no_traceback(tmp_path: Path, sample: Glossary) -> None:
    rows = [
        entry("alliance/alliance.exe", format="exe"),
        entry("alliance/alliance.pdf", valid_until="soon", topic={"updated": "yesterday"}, version="one"),
        replace(entry("alliance/old.pdf"), topic={}),
    ]
    folder = Folder(tmp_path, rows)
    folder.write(sample)
    assert folder.found == []
    assert sorted(links(folder.text())) == ["alliance/alliance.pdf", "alliance/old.pdf"]


@pytest.mark.parametrize(
    ("theme", "code"),
    [
        ("", "broken-layout"),
        ("[colour]", "broken-layout"),
        ("type = 1\ncolour = 2", "broken-template"),
        ('[type]\n[colour]\nink = "#123456"', "broken-template"),
        ("[", "malformed-toml"),
    ],
)
def test_a_theme_that_lacks_something_is_told(
    tmp_path: Path, sample: Glossary, theme: str, code: str
) -> None:
    folder = Folder(
        tmp_path, [entry("alliance/alliance.pdf")], MemoryWorkspace({"layouts/theme.toml": theme})
    )
    assert folder.write(sample) == {}
    assert [found.code for found in folder.found] == [code]


def test_no_clock_has_a_say(tmp_path: Path, sample: Glossary) -> None:
    folder = Folder(tmp_path, [entry("alliance/alliance.pdf", valid_until="2001-01-01")])
    folder.write(sample)
    text = folder.text()
    assert '<time class="due" datetime="2001-01-01">' in text
    shown = text.partition("<template")[0]
    assert "overdue" not in re.sub(r"<style>.*</style>", "", shown, flags=re.DOTALL)


def test_the_same_files_give_the_same_bytes_in_any_order(tmp_path: Path, sample: Glossary) -> None:
    rows = [
        entry(f"alliance/alliance{end}.pdf", paper=paper) for end, paper in (("", "letter"), ("_a4", "a4"))
    ]
    one, two = Folder(tmp_path / "one", rows), Folder(tmp_path / "two", rows[::-1])
    one.write(sample)
    two.write(sample)
    assert one.text() == two.text()


def test_a_page_that_nothing_is_listed_on_any_more_goes(tmp_path: Path, sample: Glossary) -> None:
    slug = sample.clinics[0].slug
    path = f"clinics/{slug}/alliance/alliance.pdf"
    folder = Folder(tmp_path, [entry(path, clinic=slug)])
    before = folder.write(sample)
    assert sorted(before) == [f"clinics/{slug}/index.html", "index.html"]
    (tmp_path / path).unlink()
    (tmp_path / path).parent.rmdir()
    folder.entries.clear()
    assert folder.write(sample, before) == {}
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []
    assert not (tmp_path / "clinics" / slug).exists()


def test_a_page_that_somebody_changed_is_not_removed(tmp_path: Path, sample: Glossary) -> None:
    folder = Folder(tmp_path, [entry("alliance/alliance.pdf")])
    before = folder.write(sample)
    (tmp_path / "index.html").write_text("mine")
    folder.entries.clear()
    assert folder.write(sample, before) == {}
    assert folder.text() == "mine"


def test_a_page_of_somebody_else_is_not_written_over(tmp_path: Path, sample: Glossary) -> None:
    folder = Folder(tmp_path, [entry("alliance/alliance.pdf")])
    (tmp_path / "index.html").write_text("<h1>My website</h1>")
    assert folder.write(sample) == {}
    assert [found.code for found in folder.found] == ["page-of-somebody-else"]
    assert folder.text() == "<h1>My website</h1>"


def test_a_page_of_ours_is_made_anew_without_a_manifest(tmp_path: Path, sample: Glossary) -> None:
    folder = Folder(tmp_path, [entry("alliance/alliance.pdf")])
    (tmp_path / "index.html").write_bytes(OURS)
    assert list(folder.write(sample)) == ["index.html"]
    assert folder.found == []


def test_a_page_that_is_the_same_is_not_touched(tmp_path: Path, sample: Glossary) -> None:
    folder = Folder(tmp_path, [entry("alliance/alliance.pdf")])
    before = folder.write(sample)
    node = (tmp_path / "index.html").stat().st_ino
    assert folder.write(sample, before) == before
    assert (tmp_path / "index.html").stat().st_ino == node


BROKEN = {
    "a word that is not there": ("page.html", "<p>$nonsense</p>", "broken-template"),
    "a lone sign": ("file.html", "$ 5", "broken-template"),
    "no link": ("file.html", "<li>$name</li>", "finder-differs"),
    "a link that leads elsewhere": ("file.html", '<li><a href="../$href">$format</a></li>', "finder-differs"),
    "no version": ("text.html", "<div class='text' data-language='$language'>$files</div>", "finder-differs"),
    "something from the network": (
        "sample.html",
        "<img src='https://example.org/seen.png'>",
        "finder-unsafe",
    ),
    "a handler": ("sample.html", "<p onclick='x()'>$words</p>", "finder-unsafe"),
    "a second script": ("sample.html", "<script>x()</script>", "finder-unsafe"),
}


@pytest.mark.parametrize(("name", "template", "code"), BROKEN.values(), ids=BROKEN)
def test_a_broken_template_gives_one_kind_of_fault_and_no_page(
    tmp_path: Path, sample: Glossary, name: str, template: str, code: str
) -> None:
    workspace = MemoryWorkspace({f"layouts/finder/{name}": template})
    good = Folder(tmp_path, [entry("alliance/alliance.pdf")])
    before = good.write(sample)
    folder = Folder(tmp_path, [entry("alliance/alliance.pdf")], workspace)
    assert folder.write(sample, before) == {}
    assert {found.code for found in folder.found} == {code}
    assert all(found.help for found in folder.found)
    assert not (tmp_path / "index.html").exists()


@pytest.mark.parametrize(
    ("foreseen", "size", "code", "readings"),
    [
        (True, 61234, "EC-K4QX7T", 1),
        (True, 61235, "EC-K4QX7T", 1),
        (True, 88888, "EC-K4QX7T", 2),
        (True, 61234, "EC-777777", 2),
        (False, 88888, "EC-K4QX7T", 1),
    ],
    ids=["as foreseen", "almost of that size", "of another size", "of another text", "not foreseen"],
)
def test_a_page_that_was_foreseen_is_read_back_once_and_any_other_one_again(
    tmp_path: Path,
    sample: Glossary,
    monkeypatch: pytest.MonkeyPatch,
    foreseen: bool,
    size: int,
    code: str,
    readings: int,
) -> None:
    read = list[bytes]()

    def counting(path: str, data: bytes, *rest: Any) -> None:
        read.append(data)
        check_finder(path, data, *rest)

    monkeypatch.setattr("glossary_publish.build.finder.pages.check_finder", counting)
    folder = Folder(tmp_path, [entry("alliance/alliance.pdf")])
    finder, report = folder.finder(sample), Report()
    finder.prepare(tmp_path, folder.entries, lambda: foreseen)
    (tmp_path / "alliance/alliance.pdf").write_bytes(b"y" * size)
    finder.write(tmp_path, {"alliance/alliance.pdf": entry("alliance/alliance.pdf", code=code)}, {}, report)
    assert len(read) == readings
    assert read[-1] == (tmp_path / "index.html").read_bytes()
    assert not report.failed


def test_a_page_that_was_foreseen_with_a_fault_is_told_of_in_the_end(
    tmp_path: Path, sample: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Page, "html", lambda page: b"<p>Nothing.</p>")
    folder = Folder(tmp_path, [entry("alliance/alliance.pdf")])
    finder, report = folder.finder(sample), Report()
    finder.prepare(tmp_path, folder.entries, lambda: True)
    assert finder.write(tmp_path, folder.entries, {}, report) == {}
    assert {found.code for found in report} >= {"finder-differs"}
