"""References of four programs become CSL data; what cannot be read is told at its place."""

import json

import pytest

from glossary_publish.bibliography.checking import faults_of
from glossary_publish.bibliography.fields import FIELDS
from glossary_publish.diagnostics import PublishError
from glossary_publish.starting.bibliographies.reading import read_bibliography
from glossary_publish.starting.bibliographies.source import key_for
from tests.starting.bibliographies.samples import BIBTEX, CSL, NBIB, RIS


def read(text: str) -> list[dict[str, object]]:
    return [source.data for source in read_bibliography(text.encode(), "refs.txt")]


def test_bibtex_is_read_with_its_abbreviations_accents_and_emphasis() -> None:
    article, book = read(BIBTEX)
    assert article == {
        "id": "fluckiger2018",
        "type": "article-journal",
        "title": "The Alliance in Adult Psychotherapy: A <i>meta-analytic</i> Synthesis",
        "author": [
            {"family": "Flückiger", "given": "Christoph"},
            {"family": "Del Re", "given": "A. C."},
            {"given": "Bruce E.", "family": "Wampold"},
            {"family": "Horvath", "given": "Adam O."},
        ],
        "container-title": "Psychotherapy",
        "issued": {"date-parts": [["2018", "12"]]},
        "volume": "55",
        "issue": "4",
        "page": "316-340",
        "DOI": "10.1037/pst0000172",
    }
    assert book == {
        "id": "who2020",
        "type": "book",
        "title": "Résumé & more",
        "author": [{"literal": "World Health Organization"}],
        "publisher": "WHO",
        "publisher-place": "Geneva",
        "issued": {"date-parts": [["2020", "3"]]},
    }


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("Ludwig van Beethoven", {"given": "Ludwig", "family": "van Beethoven"}),
        ("van der Berg, Anna", {"given": "Anna", "family": "van der Berg"}),
        ("King, Jr., Martin Luther", {"given": "Martin Luther", "family": "King", "suffix": "Jr."}),
        (r"Er{\H o}s, P{\'a}l", {"given": "Pál", "family": "Erős"}),
        (r"{\O}stby, \v{Z}. \c{C}", {"given": "Ž. Ç", "family": "Østby"}),
        ("{Barnes and Noble, Inc.}", {"literal": "Barnes and Noble, Inc."}),
        ("Plato", {"literal": "Plato"}),
    ],
)
def test_names_of_bibtex_are_taken_apart(written: str, person: dict[str, str]) -> None:
    (entry,) = read("@book{x, author = {" + written + "}, title = {T}, year = 2000}")
    assert entry["author"] == [person]


def test_ris_is_read() -> None:
    article, book = read(RIS)
    assert article == {
        "type": "article-journal",
        "title": "The alliance in adult psychotherapy: a meta-analytic synthesis",
        "author": [
            {"family": "Flückiger", "given": "Christoph"},
            {"family": "Horvath", "given": "Adam O.", "suffix": "Jr."},
        ],
        "container-title": "Psychotherapy & more",
        "issued": {"date-parts": [["2018", "12", "1"]]},
        "volume": "55",
        "issue": "4",
        "page": "316-340",
        "DOI": "10.1037/pst0000172",
        "ISSN": "0033-3204",
    }
    assert book == {
        "type": "book",
        "title": "A book",
        "author": [{"literal": "World Health Organization"}],
        "collection-title": "A series",
        "publisher": "WHO",
        "ISBN": "9780471546405",
        "issued": {"date-parts": [["2020"]]},
    }


def test_nbib_is_read() -> None:
    article, other = read(NBIB)
    assert article == {
        "type": "article-journal",
        "title": "The alliance in adult psychotherapy: A meta-analytic synthesis",
        "author": [
            {"family": "Flückiger", "given": "Christoph"},
            {"family": "Del Re", "given": "A C"},
            {"literal": "A Study Group"},
        ],
        "container-title": "Psychotherapy (Chicago, Ill.)",
        "container-title-short": "Psychotherapy (Chic)",
        "issued": {"date-parts": [["2018", "12"]]},
        "volume": "55",
        "issue": "4",
        "page": "316-340",
        "DOI": "10.1037/pst0000172",
        "PMID": "29792475",
        "ISSN": "1939-1536",
        "language": "en",
    }
    assert other["author"] == [{"family": "Smith", "given": "J. A."}]


def test_csl_json_is_read_with_its_numbers_as_text() -> None:
    article, book = read(CSL)
    assert article == {
        "id": "http://zotero.org/items/1",
        "type": "article-journal",
        "title": "The alliance",
        "author": [{"family": "Flückiger", "given": "Christoph"}],
        "container-title": "Psychotherapy",
        "issued": {"date-parts": [["2018", "12"]]},
        "volume": "55",
        "DOI": "10.1037/pst0000172",
    }
    assert (book["title"], book["issued"]) == ("Two & three", {"date-parts": [["2001", "5"]]})
    assert read(json.dumps({"id": "one", "type": "book", "title": "One"}))[0]["title"] == "One"


def test_what_is_not_taken_over_is_named() -> None:
    for text, left in (BIBTEX, "abstract"), (RIS, "AB"), (NBIB, "OWN"), (CSL, "abstract, custom"):
        source = read_bibliography(text.encode(), "refs.txt")[0]
        assert ", ".join(source.left_out) == left


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ({"author": [{"family": "Flückiger"}], "issued": {"date-parts": [["2018"]]}}, "fluckiger2018"),
        ({"author": [{"literal": "World Health Organization"}]}, "world-health"),
        ({"editor": [{"family": "O'Brien"}], "issued": {"date-parts": [["1999"]]}}, "obrien1999"),
        ({"title": "A title of words"}, "a-title"),
        ({"title": "题目"}, "source"),
    ],
)
def test_a_key_is_made_of_name_and_year(data: dict[str, object], key: str) -> None:
    assert key_for(data) == key


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("@book{a, year = {in press}}", {"literal": "in press"}),
        ("@book{a, date = {2018-05/2018-06}}", {"date-parts": [["2018", "5"]]}),
        ("@book{a, year = 2018, month = {December}, day = 3}", {"date-parts": [["2018", "12", "3"]]}),
        ("TY  - BOOK\nPY  - 2018//Winter/\nER  -\n", {"date-parts": [["2018"]]}),
        ("TY  - BOOK\nPY  - no date\nER  -\n", {"literal": "no date"}),
        ("PMID- 1\nDP  - 2018 Winter\n", {"date-parts": [["2018"]], "season": "4"}),
        ("PMID- 1\nDP  - 2018 Nov-Dec\n", {"date-parts": [["2018", "11"]]}),
        ("PMID- 1\nDP  - 2018 Jan 5-12\n", {"date-parts": [["2018", "1", "5"]]}),
        ('{"id": "a", "issued": {"raw": "soon"}}', {"literal": "soon"}),
    ],
)
def test_dates_are_read_as_far_as_they_are_known(text: str, issued: dict[str, object]) -> None:
    assert read(text)[0]["issued"] == issued


BAD = {
    "nothing": ("", "refs.txt:1:1"),
    "prose": ("Bordin wrote this.", "refs.txt:1:1"),
    "an empty list": ("[]", "refs.txt"),
    "only a comment": ("@comment{x}", "refs.txt"),
    "JSON without end": ('[{"id": "a"', "refs.txt:1:12"),
    "JSON with a comma missing": ('[{"id": "a"}\n {"id": "b"}]', "refs.txt:2:2"),
    "JSON with words behind it": ('[{"id": "a"}] more', "refs.txt:1:15"),
    "JSON with a field twice": ('[\n{"id": "a", "id": "b"}]', "refs.txt:2:1"),
    "JSON of a word": ('["a"]', "refs.txt:1:2"),
    "JSON nested without end": ("[" * 100_000, "refs.txt:1:2"),
    "an entry without end": ("@book{a,\n title = {x}", "refs.txt:1:1"),
    "a brace too few": ("@book{a,\n title = {x,\n year = 2000}", "refs.txt:1:1"),
    "a brace without end": ("@book{a,\n title = {x,", "refs.txt:2:10"),
    "a quotation mark without end": ('@book{a,\n title = "x,\n year = 2000}', "refs.txt:2:10"),
    "a missing comma": ("@book{a,\n title = {x}\n year = 2000}", "refs.txt:3:2"),
    "a missing sign": ("@book{a,\n title {x}}", "refs.txt:2:8"),
    "a missing value": ("@book{a,\n title = ,}", "refs.txt:2:10"),
    "a missing key": ("@book{, title = {x}}", "refs.txt:1:7"),
    "a field twice": ("@book{a,\n title = {x},\n title = {y}}", "refs.txt:3:2"),
    "an unknown abbreviation": ("@article{a,\n journal = psych}", "refs.txt:2:12"),
    "an unknown kind of entry": ("\n@buch{a, title = {x}}", "refs.txt:2:1"),
    "words between entries": ("@book{a, title = {x}}\nwords", "refs.txt:2:1"),
    "a formula": ("@book{a,\n title = {The $x$}}", "refs.txt:2:2"),
    "an unknown command": (r"@book{a, title = {\foo{x}}}", "refs.txt:1:10"),
    "an unknown command in a name": (r"@book{a, author = {\foo{x}, A}}", "refs.txt:1:10"),
    "a list of names that is cut short": ("@book{a, author = {A, B and others}}", "refs.txt:1:10"),
    "an empty name": ("@book{a, author = {A, B and  and C, D}}", "refs.txt:1:10"),
    "a name with three commas": ("@book{a, author = {A, B, C, D}}", "refs.txt:1:10"),
    "RIS without end": ("TY  - JOUR\nTI  - x\n", "refs.txt:1:1"),
    "RIS with a second beginning": ("TY  - JOUR\nTI  - x\nTY  - JOUR\nER  - \n", "refs.txt:3:1"),
    "RIS of an unknown type": ("TY  - FOO\nER  - \n", "refs.txt:1:1"),
    "RIS with a line behind its type": ("TY  - JOUR\nwords\nER  -\n", "refs.txt:2:1"),
    "RIS with a line outside": ("TY  - JOUR\nER  - \nwords\n", "refs.txt:3:1"),
    "RIS with a tag outside": ("TY  - JOUR\nER  - \nTI  - x\n", "refs.txt:3:1"),
    "NBIB with a stray line": ("PMID- 1\nstray\n", "refs.txt:2:1"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_told_once_at_its_place(name: str) -> None:
    text, place = BAD[name]
    with pytest.raises(PublishError) as raised:
        read(text)
    (found,) = raised.value.diagnostics
    assert found.code == "unreadable-bibliography"
    assert str(found.span) == place
    assert found.help


def test_bytes_that_are_no_text_are_told_at_their_place() -> None:
    with pytest.raises(PublishError) as raised:
        read_bibliography(b"@book{a,\n title = {caf\xe9}}", "refs.txt")
    (found,) = raised.value.diagnostics
    assert (found.code, str(found.span)) == ("not-utf-8", "refs.txt:2:14")


@pytest.mark.parametrize("text", [BIBTEX, RIS, NBIB, CSL])
def test_a_file_that_is_cut_anywhere_is_read_or_told(text: str) -> None:
    told = set()
    for end in range(0, len(text), 7):
        try:
            read(text[:end])
        except PublishError as error:
            told.add(len(error.diagnostics))
    assert told == {1}


ODD = [
    "",
    "x",
    1,
    1.5,
    True,
    False,
    None,
    [],
    {},
    [[]],
    [{}],
    ["x", 1],
    {"date-parts": 1},
    {"date-parts": [[None]]},
    {"raw": 1},
]


@pytest.mark.parametrize("field", sorted(FIELDS | {"citation-key", "kind", "unknown"}))
def test_a_field_of_any_shape_is_taken_or_told(field: str) -> None:
    for value in ODD:
        entry = {"id": "a", "type": "book", "title": "x", field: value}
        (source,) = read_bibliography(json.dumps([entry]).encode(), "refs.txt")
        data = source.data | {"id": source.data.get("id") or key_for(source.data)}
        for wrong in faults_of(data, ["book"]):
            assert wrong.help
