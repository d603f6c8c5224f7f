"""A page for finding sheets is read back: whatever it says otherwise, leaves out or adds is told."""

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.verify.finder import Offer, check_finder

NAME, LEADS = "clinics/north/index.html", ("clinics/south/index.html",)
ENGLISH = Offer(
    path="clinics/north/alliance/alliance.pdf",
    title="Therapeutic alliance",
    language="en",
    direction="ltr",
    version="1.0",
    updated="2025-12-18",
    due="2027-06-30",
    code="EC-K4QX7T",
    format="PDF",
)
ARABIC = Offer(
    path="clinics/north/alliance/alliance ar.pdf",
    title="التحالف العلاجي",
    language="ar",
    direction="rtl",
    version="1.1",
    updated="2025-12-19",
    due="",
    code="EC-222222",
    format="PDF",
)
# The hashes are those that a browser computes of `a()` and `b{}`.
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta http-equiv="Content-Security-Policy" content="default-src 'none';
script-src 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=';
style-src 'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans='; base-uri 'none'">
<title>Find</title><style>b{}</style></head><body>
<a class="page" href="../south/index.html">South</a>
<ul><li class="topic"><h2 class="title" lang="en" dir="ltr">Therapeutic
alliance</h2>
<div class="text" data-language="en"><span class="version">1.0</span>
<time class="updated" datetime="2025-12-18">then</time><time class="due" datetime="2027-06-30">later</time>
<span class="code">EC-K4QX7T</span><a href="alliance/alliance.pdf">Handout <span class="format">PDF</span></a></div>
<div class="text" data-language="ar"><p class="title" lang="ar" dir="rtl">التحالف العلاجي</p>
<span class="version">1.1</span><time class="updated" datetime="2025-12-19">then</time>
<span class="code">EC-222222</span><a href="alliance/alliance%20ar.pdf">Handout <span class="format">PDF</span></a></div>
</li></ul><script>a()</script></body></html>
"""


def told(page: str) -> list[tuple[str, str]]:
    """What is told of a page: codes and messages."""
    report = Report()
    check_finder(NAME, page.encode(), (ENGLISH, ARABIC), LEADS, report)
    assert all(found.help for found in report)
    return [(found.code, found.message.removeprefix(NAME + " ")) for found in report]


def test_a_page_that_offers_what_it_has_to_is_right() -> None:
    assert told(PAGE) == []


MUTANTS = {
    "another title": ("Therapeutic\nalliance", "Therapy", "its title is 'Therapy'"),
    "another version": (">1.0<", ">1.1<", "its version is '1.1'"),
    "another code": (">EC-222222<", ">EC-222223<", "its code is 'EC-222223'"),
    "another date": ("2025-12-18", "2025-12-19", "its updated is '2025-12-19'"),
    "another review": ("2027-06-30", "2027-07-30", "its due is '2027-07-30'"),
    "no review": ('<time class="due" datetime="2027-06-30">later</time>', "", "its due is ''"),
    "another format": (
        '"format">PDF</span></a></div>\n<div',
        '"format">EPUB</span></a></div>\n<div',
        "'EPUB'",
    ),
    "another language": ('data-language="ar"', 'data-language="fa"', "its language is 'fa'"),
    "left to right": ('dir="rtl"', 'dir="ltr"', "its direction is 'ltr'"),
    "a title said to be English": ('lang="ar" dir', 'lang="en" dir', "its direction is ''"),
    "no link": (
        '<a href="alliance/alliance.pdf">',
        "<a>",
        "does not offer clinics/north/alliance/alliance.pdf",
    ),
    "a link up": (
        '"alliance/alliance.pdf',
        '"../alliance/alliance.pdf',
        "does not offer clinics/north/alliance",
    ),
    "a link to the web": (
        '"alliance/alliance.pdf',
        '"https://example.org/a.pdf',
        "offers https://example.org/a.pdf",
    ),
    "a link to a script": (
        '"alliance/alliance.pdf',
        '"javascript:a()',
        "offers javascript:a() once too often",
    ),
    "a link to the disk": (
        '"alliance/alliance.pdf',
        '"/alliance/alliance.pdf',
        "offers /alliance/alliance.pdf",
    ),
    "a link twice": (
        "</ul>",
        '<li><a href="x.pdf"></a></li></ul>',
        "offers clinics/north/x.pdf once too often",
    ),
    "no way to a clinic": (
        'class="page" href="../south',
        'class="page" href="../west',
        "does not lead to clinics/so",
    ),
    "a way too many": ("<ul>", '<a class="page" href="x.html"></a><ul>', "leads to clinics/north/x.html"),
    "another script": ("<script>a()", "<script>a();", "a script that its policy does not name"),
    "two scripts": ("<ul>", "<script>a()</script><ul>", "a script that its policy does not name"),
    "no script": ("<script>a()</script>", "", "a script that its policy does not name"),
    "another style": ("<style>b{}", "<style>c{}", "a style that its policy does not name"),
    "no policy": ("default-src 'none'", "default-src *", "does not refuse everything"),
    "a picture": ("<ul>", "<img><ul>", "has an element img"),
    "a frame": ("<ul>", "<iframe></iframe><ul>", "has an element iframe"),
    "a link element": ("<title>", "<link><title>", "has an element link"),
    "a base": ("<title>", "<base><title>", "has an element base"),
    "a handler": ("<ul>", '<ul onclick="a()">', "has an attribute onclick"),
    "a style of its own": ("<ul>", '<ul style="color:red">', "has an attribute style"),
    "a source": ("<ul>", '<ul src="x">', "has an attribute src"),
}


@pytest.mark.parametrize(("old", "new", "message"), MUTANTS.values(), ids=MUTANTS)
def test_every_change_of_a_page_is_seen(old: str, new: str, message: str) -> None:
    assert PAGE.count(old) >= 1
    found = told(PAGE.replace(old, new, 1))
    assert any(message in words for _, words in found), found


def test_the_same_link_twice_is_once_too_often() -> None:
    link = '<a href="alliance/alliance.pdf">Handout <span class="format">PDF</span></a>'
    assert link in PAGE
    (found,) = told(PAGE.replace(link, link * 2))
    assert found == ("finder-differs", "offers clinics/north/alliance/alliance.pdf once too often")
