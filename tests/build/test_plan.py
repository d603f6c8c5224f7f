"""Which editions there are, and what their files are called."""

from dataclasses import dataclass

import pytest

from glossary_publish.build.plan import Edition, Selection, all_editions, narrowed, refuse_unknown_clinics
from glossary_publish.diagnostics import UsageError
from tests.build.sample import LAYOUTS, SampleRow, layout

ARTICLES = [("beta", "en"), ("alpha", "en"), ("alpha", "ar")]


def paths(*rows: SampleRow, language: str = "en", asked: tuple[str, ...] = ()) -> list[str]:
    """The files that some rows ask for."""
    return [edition.path for edition in all_editions(rows, ARTICLES, LAYOUTS, language, "letter", asked)]


def code_of(error: UsageError) -> list[str]:
    """The codes of an error."""
    return [found.code for found in error.diagnostics]


def test_file_names_leave_out_what_is_the_default() -> None:
    assert paths(SampleRow(("handout", "ebook", "word"), ("beta",))) == [
        "beta/beta.pdf",
        "beta/beta.epub",
        "beta/beta.docx",
    ]


def test_file_names_say_what_is_not_the_default() -> None:
    rows = (
        SampleRow(("handout",), papers=("letter", "a4")),
        SampleRow(("large",), ("alpha",), papers=("a4", "letter")),
    )
    assert paths(*rows, asked=("ar",)) == [
        "alpha/alpha_ar.pdf",
        "alpha/alpha_a4_ar.pdf",
        "alpha/alpha_large_a4_ar.pdf",
        "alpha/alpha_large_ar.pdf",
        "alpha/alpha.pdf",
        "alpha/alpha_a4.pdf",
        "alpha/alpha_large_a4.pdf",
        "alpha/alpha_large.pdf",
        "beta/beta.pdf",
        "beta/beta_a4.pdf",
    ]


def test_the_default_layout_of_a_format_is_the_first_that_the_rows_name() -> None:
    rows = (SampleRow(("large",), ("beta",)), SampleRow(("handout",), ("beta",)))
    assert paths(*rows) == ["beta/beta.pdf", "beta/beta_handout.pdf"]


def test_a_row_without_papers_makes_the_default_one_only() -> None:
    editions = all_editions((SampleRow(("handout",), ("beta",)),), ARTICLES, LAYOUTS, "en", "letter")
    assert [edition.paper for edition in editions] == ["letter"]


def test_a_format_without_pages_has_no_paper() -> None:
    editions = all_editions((SampleRow(("ebook",), ("beta",), ("a4",)),), ARTICLES, LAYOUTS, "en", "letter")
    assert editions == (Edition("beta", "en", "ebook", "", "epub", "beta/beta.epub"),)


def test_the_languages_of_a_row_pick_its_articles() -> None:
    assert paths(SampleRow(("ebook",), languages=("ar",)), language="ar") == ["alpha/alpha.epub"]


def test_a_row_without_languages_makes_that_of_the_glossary_only_and_those_that_are_asked_for() -> None:
    row = SampleRow(("ebook",), ("alpha",))
    assert paths(row) == ["alpha/alpha.epub"]
    assert paths(row, asked=("ar",)) == ["alpha/alpha_ar.epub", "alpha/alpha.epub"]
    assert paths(row, language="ar") == ["alpha/alpha.epub"]
    assert paths(SampleRow(("ebook",), ("alpha",), languages=("ar",)), asked=("en",)) == [
        "alpha/alpha_ar.epub"
    ]


def test_the_same_edition_in_two_rows_is_made_once() -> None:
    assert paths(SampleRow(("ebook",), ("beta",)), SampleRow(("ebook", "ebook"))).count("beta/beta.epub") == 1


def test_a_paper_that_a_layout_lacks_is_an_error() -> None:
    with pytest.raises(UsageError) as caught:
        paths(SampleRow(("handout",), papers=("foolscap",)))
    assert code_of(caught.value) == ["unknown-paper"]


def test_two_editions_with_one_name_are_an_error() -> None:
    twins = {"a4": layout("a4", "pdf", "letter", "a4"), "large": LAYOUTS["handout"], **LAYOUTS}
    rows = (SampleRow(("handout", "a4"), ("beta",), ("letter", "a4")),)
    with pytest.raises(
        UsageError, match=r"beta/beta_a4\.pdf would be both beta handout a4 en and beta a4 letter en"
    ):
        all_editions(rows, ARTICLES, twins, "en", "letter")


EDITIONS = all_editions(
    (SampleRow(("handout", "ebook"), papers=("letter", "a4")),), ARTICLES, LAYOUTS, "en", "letter", ("ar",)
)


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(slugs=("beta",)), ["beta/beta.pdf", "beta/beta_a4.pdf", "beta/beta.epub"]),
        (Selection(slugs=("beta",), formats=("epub",)), ["beta/beta.epub"]),
        (Selection(papers=("a4",), languages=("ar",)), ["alpha/alpha_a4_ar.pdf"]),
        (Selection(layouts=("ebook",)), ["alpha/alpha_ar.epub", "alpha/alpha.epub", "beta/beta.epub"]),
    ],
)
def test_options_narrow_the_editions(selection: Selection, expected: list[str]) -> None:
    assert [edition.path for edition in narrowed(EDITIONS, selection)] == expected


def test_options_that_leave_nothing_are_an_error() -> None:
    with pytest.raises(UsageError, match="no edition of the glossary matches beta docx") as caught:
        narrowed(EDITIONS, Selection(slugs=("beta",), formats=("docx",)))
    assert code_of(caught.value) == ["nothing-matched"]


def test_every_unknown_article_is_named_and_a_misspelt_one_is_corrected() -> None:
    with pytest.raises(UsageError) as caught:
        narrowed(EDITIONS, Selection(slugs=("alpa", "beta", "zzz")))
    found = caught.value.diagnostics
    assert [diagnostic.help for diagnostic in found] == [
        "did you mean alpha?",
        "see content/articles/ for the names",
    ]


def test_the_paper_of_the_glossary_is_the_usual_one_where_a_layout_has_it() -> None:
    layouts = {**LAYOUTS, "card": layout("card", "pdf", "a6")}
    rows = (SampleRow(("handout", "card"), ("beta",)),)
    editions = all_editions(rows, ARTICLES, layouts, "en", "a4")
    assert [(edition.paper, edition.path) for edition in editions] == [
        ("a4", "beta/beta.pdf"),
        ("a6", "beta/beta_card.pdf"),
    ]


# --- clinics -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SampleClinic:
    """What a plan has to know of a clinic."""

    slug: str
    paper: str = "a4"
    layouts: tuple[str, ...] = ("handout",)
    large_print: str = "large"

    def layout_called(self, name: str) -> str:
        return self.large_print if name == "large-print" else name


CLINICS = {"north": SampleClinic("north"), "south": SampleClinic("south", "letter", ("large-print", "ebook"))}


def clinic_paths(*rows: SampleRow) -> list[str]:
    """The files that some rows ask for, below the folder of clinics."""
    editions = all_editions(rows, [("beta", "en")], LAYOUTS, "en", "letter", clinics=CLINICS)
    assert all(edition.path.startswith("clinics/") == bool(edition.clinic) for edition in editions)
    return [edition.path.removeprefix("clinics/") for edition in editions]


def test_the_files_of_a_clinic_have_a_folder_of_their_own() -> None:
    rows = SampleRow(("handout",)), SampleRow(("handout", "ebook"), clinics=("north", "south"))
    assert clinic_paths(*rows) == [
        "beta/beta.pdf",
        "north/beta/beta.pdf",
        "north/beta/beta.epub",
        "south/beta/beta.pdf",
        "south/beta/beta.epub",
    ]


def test_a_row_without_layouts_makes_those_of_each_clinic_in_its_sense() -> None:
    rows = SampleRow(("handout",)), SampleRow((), clinics=("north", "south"))
    assert clinic_paths(*rows)[1:] == [
        "north/beta/beta.pdf",
        "south/beta/beta_large.pdf",
        "south/beta/beta.epub",
    ]


def test_a_clinic_has_its_own_usual_paper() -> None:
    rows = (SampleRow(("handout",), papers=("letter", "a4"), clinics=("north", "south")),)
    assert clinic_paths(*rows) == [
        "north/beta/beta_letter.pdf",
        "north/beta/beta.pdf",
        "south/beta/beta.pdf",
        "south/beta/beta_a4.pdf",
    ]


def test_a_clinic_with_faults_is_left_out_and_the_others_are_made() -> None:
    assert clinic_paths(SampleRow(("handout",), clinics=("faulty", "north"))) == ["north/beta/beta.pdf"]
    assert clinic_paths(SampleRow(("handout",), clinics=("faulty",))) == []


def test_a_selection_of_clinics_takes_no_others() -> None:
    rows = SampleRow(("handout",)), SampleRow(("handout",), clinics=("north", "south"))
    editions = all_editions(rows, [("beta", "en")], LAYOUTS, "en", "letter", clinics=CLINICS)
    taken = narrowed(editions, Selection(clinics=("south",)))
    assert [edition.clinic for edition in taken] == ["south"]
    assert [edition.clinic for edition in narrowed(editions, Selection())] == ["", "north", "south"]


def test_a_clinic_that_is_not_there_is_told_with_the_nearest_one() -> None:
    with pytest.raises(UsageError) as caught:
        refuse_unknown_clinics(("north", "south"), Selection(clinics=("nort",)))
    assert code_of(caught.value) == ["unknown-clinic"]
    assert caught.value.diagnostics[0].help == "did you mean north?"
    refuse_unknown_clinics(("north", "south"), Selection(clinics=("north",)))
