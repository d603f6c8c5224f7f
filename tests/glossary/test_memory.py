"""A project that is read again with a memory is what it is without one, whatever was changed."""

import random
from collections.abc import Callable
from dataclasses import fields
from functools import partial

import pytest

from glossary_publish.diagnostics import PublishError, Report, UsageError, fault
from glossary_publish.glossary import Glossary, load_glossary
from glossary_publish.glossary.clinics.model import Clinic
from glossary_publish.glossary.memory import Memory
from glossary_publish.workspace import MemoryWorkspace, Workspace, text_of
from tests.cli.conftest import files_of
from tests.support.campaign import Campaign
from tests.support.house.sources import ROOT

Files = dict[str, bytes | str]


def content() -> Files:
    """The sample glossary."""
    return {f"content/{path}": data for path, data in files_of(ROOT / "content").items()}


def spoiled(data: bytes, chance: random.Random) -> bytes:
    """A file as a slip of the hand leaves it."""
    place = chance.randrange(len(data) + 1)
    match chance.randrange(4):
        case 0:
            return (
                data[:place] + chance.choice([b"x", b"\n", b'"', b":", b"\xff", b"[@nobody]"]) + data[place:]
            )
        case 1:
            return data[:place] + data[place + 1 :]
        case 2:
            return data[:place]
        case _:
            return data.replace(b"e", b"E", 1)


def step(files: Files, whole: Files, chance: random.Random) -> None:
    """One change: a file is spoiled, taken away, put under another name or mended."""
    path = chance.choice(sorted(whole))
    match chance.randrange(5):
        case 0 | 1 if path in files:
            files[path] = spoiled(bytes(whole[path]), chance)  # type: ignore[arg-type]  # all of them are bytes
        case 2 if path in files:
            del files[path]
        case 3 if path in files:
            files[path.replace(".", "-new.", 1)] = files[path]
        case _:
            files.clear()
            files.update(whole)


def parts_of(record: Glossary | Clinic) -> dict[str, object]:
    """The fields of a record that is equal to nothing but itself."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def outcome(read: Callable[[Report], Glossary]) -> tuple[object, object]:
    """What reading gives, and all that was found."""
    report = Report()
    try:
        glossary = read(report)
        return parts_of(glossary) | {"clinics": [*map(parts_of, glossary.clinics)]}, tuple(report)
    except PublishError as error:
        return type(error), error.diagnostics


def test_a_memory_changes_nothing(campaign: Campaign) -> None:
    chance, whole = campaign.random("a memory"), content()
    memory, files = Memory(), dict(whole)
    for _ in range(campaign.count(1000)):
        step(files, whole, chance)
        fresh, again = MemoryWorkspace(files), MemoryWorkspace(files)
        plain = outcome(partial(load_glossary, fresh))
        remembered = outcome(partial(load_glossary, again, once=memory))
        assert remembered == plain
        assert again.reads == fresh.reads


def test_what_reads_the_same_is_read_once() -> None:
    calls: list[str] = []

    def reader(workspace: Workspace, path: str, report: Report) -> str:
        calls.append(path)
        report.note("seen", path)
        return text_of(workspace, path)

    memory, files = Memory(), {"a": "one", "b": "two"}
    for _ in range(3):
        report = Report()
        assert memory(reader, MemoryWorkspace({**files}), "a", report) == "one"
        assert [found.message for found in report] == ["a"]
    assert calls == ["a"]
    assert memory(reader, MemoryWorkspace({"a": "three"}), "a", Report()) == "three"
    assert calls == ["a", "a"]


def test_a_file_that_appears_is_seen() -> None:
    def reader(workspace: Workspace) -> bool:
        try:
            workspace.read("a")
        except FileNotFoundError:
            return False
        return True

    memory = Memory()
    assert not memory(reader, MemoryWorkspace({}))
    assert not memory(reader, MemoryWorkspace({"b": ""}))
    assert memory(reader, MemoryWorkspace({"a": ""}))


def test_an_error_is_raised_each_time_and_nothing_of_it_is_kept() -> None:
    def reader(workspace: Workspace, report: Report) -> None:
        report.note("seen", "before it failed")
        raise fault(UsageError, "wrong", workspace.read("a").decode())

    memory = Memory()
    for word in ("one", "two"):
        report = Report()
        with pytest.raises(UsageError, match=word):
            memory(reader, MemoryWorkspace({"a": word}), report)
        assert [found.code for found in report] == ["seen"]
