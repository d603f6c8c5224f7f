"""What a worker does with a publication: proven bytes, or why there are none."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from glossary_publish.build import native
from glossary_publish.build.making import Made, NotMade, make, prepare, tools
from glossary_publish.build.own_version import own_version
from glossary_publish.build.preparing import preparations
from glossary_publish.build.workers import nothing
from glossary_publish.diagnostics import EnvironmentFault, PublishError, Report, fault
from glossary_publish.layout import Layout, load_layout
from glossary_publish.workspace import MemoryWorkspace
from tests.build.sample import LAYOUTS
from tests.support.publications import every_construct

OURS = load_layout(MemoryWorkspace({}), "handout")


def publishing(
    monkeypatch: pytest.MonkeyPatch, error: Exception | None = None, layout: Layout = OURS
) -> Made | NotMade:
    """Make the sample as PDF, while publishing raises or warns."""

    def publish(publication: object, layout: object, report: Report) -> bytes:
        if error is not None:
            raise error
        report.warning("split-element", "an element is split", part="body")
        return b"bytes"

    monkeypatch.setattr("glossary_publish.publish.publish", publish)
    return make(every_construct(), layout)


def test_proven_bytes_come_with_warnings_of_their_format_and_the_tools_that_made_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = publishing(monkeypatch)
    assert isinstance(made, Made)
    assert made.data == b"bytes"
    assert [(found.code, found.format, found.part) for found in made.diagnostics] == [
        ("split-element", "pdf", "body")
    ]
    assert dict(made.tools)["glossary-publish"] == own_version()


@pytest.mark.parametrize(("kind", "code"), [(PublishError, 1), (EnvironmentFault, 3)])
def test_a_proof_that_fails_gives_no_bytes_and_the_exit_code_of_its_kind(
    monkeypatch: pytest.MonkeyPatch, kind: type[PublishError], code: int
) -> None:
    made = publishing(monkeypatch, fault(kind, "text-differs", "a word is missing"))
    assert isinstance(made, NotMade)
    assert made.exit_code == code
    assert [(found.code, found.format) for found in made.diagnostics] == [("text-differs", "pdf")]


def test_a_missing_native_library_is_told_with_the_one_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    error = OSError(
        "cannot load library 'libgobject-2.0-0': libgobject-2.0-0: cannot open shared object file"
    )
    made = publishing(monkeypatch, error)
    assert isinstance(made, NotMade)
    assert made.exit_code == 3
    (found,) = made.diagnostics
    assert (found.code, found.format) == ("missing-native-library", "pdf")
    assert "libgobject-2.0-0" in found.message
    assert found.help.startswith("run: apt-get install -y --no-install-recommends lib")


def test_the_command_names_all_that_pdf_needs_and_nothing_for_the_tests() -> None:
    packages = native.debian_packages()
    assert {"libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"} <= set(packages)
    assert "chromium" not in packages


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyError("unforeseen")])
def test_any_other_exception_is_a_fault_of_the_tool_and_stays_what_it_is(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    with pytest.raises(type(error)):
        publishing(monkeypatch, error)


def test_an_exception_over_a_layout_that_somebody_changed_is_told_of_the_layout(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = publishing(monkeypatch, ZeroDivisionError("float division by zero"), LAYOUTS["handout"])
    assert isinstance(made, NotMade)
    assert made.exit_code == 2
    (found,) = made.diagnostics
    assert (found.code, str(found.span)) == ("layout-fails", "layouts/handout/layout.toml")
    assert "ZeroDivisionError: float division by zero" in found.message


@pytest.mark.parametrize("format", ["pdf", "epub", "docx"])
def test_the_tools_of_a_format_are_named_with_their_versions(format: str) -> None:
    versions = dict(tools(format))
    assert "missing" not in versions.values()
    assert list(versions) == sorted(versions)
    assert len(versions) >= 5


@pytest.mark.parametrize(
    ("formats", "teams"),
    [
        ((), [{"pdf"}, {"epub", "docx"}]),
        (("epub",), [{"epub"}]),
        (("docx", "pdf"), [{"pdf"}, {"docx"}]),
    ],
)
def test_workers_are_prepared_for_the_formats_that_were_asked_for(
    formats: tuple[str, ...], teams: list[set[str]]
) -> None:
    assert [set(preparation.kinds) for preparation in preparations(formats)] == teams


@pytest.mark.parametrize("idle", [0, 1, 2])
def test_no_more_workers_import_at_once_than_processors_are_idle(idle: int) -> None:
    found = preparations(idle=idle)
    assert [preparation.warm is not nothing for preparation in found] == [idle > 0, idle > 1]
    assert [set(preparation.kinds) for preparation in found] == [{"pdf"}, {"epub", "docx"}]


def test_preparing_for_a_layout_with_faults_says_nothing_of_them() -> None:
    prepare(replace(OURS, files={}), "ltr")
    prepare(LAYOUTS["ebook"], "ltr")


def test_what_is_prepared_is_what_the_formats_need() -> None:
    for preparation in preparations():
        warm: Callable[[], None] = preparation.warm
        warm()
