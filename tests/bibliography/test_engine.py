"""The engine: loaded when it is needed, the same everywhere, without memory, and gone when the process ends."""

import os
import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from glossary_publish.article import CitationItem
from glossary_publish.bibliography import engine
from glossary_publish.bibliography.formatting import format_ahead, format_citations
from glossary_publish.bibliography.reference import Reference
from glossary_publish.diagnostics import PublishError, Span
from glossary_publish.workspace import MemoryWorkspace, tool_folder
from tests.bibliography.material import formatted, from_yaml, references, shown, style

AMA = (tool_folder() / "layouts/citation-styles/ama.csl").read_text("utf-8")
PRINT = """
from tests.bibliography.material import formatted, references, shown, style
for name in ("ama", "apa"):
    found = formatted(style(name), list(references())[:9], uncited=list(references()))
    print(*[(mark.text, mark.target) for marks in found.citations for mark in marks])
    print(*[(entry.key, entry.number, shown(entry.children)) for entry in found.entries], sep="\\n")
"""


def run(code: str, cwd: Path | None = None, **environment: str) -> "subprocess.CompletedProcess[str]":
    paths = os.pathsep.join([str(tool_folder()), str(tool_folder() / "src")])
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8", **environment},
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_the_room_is_imported_without_its_engine() -> None:
    code = (
        "import sys, glossary_publish.bibliography.formatting, glossary_publish.bibliography.entries\n"
        "print(sorted({'py_mini_racer', 'asyncio'} & set(sys.modules)))"
    )
    assert run(code).stdout == "[]\n"


def test_an_article_without_sources_does_not_start_the_engine() -> None:
    code = (
        "import sys\nfrom tests.bibliography.material import formatted, style\n"
        "formatted(style('ama'))\nprint('py_mini_racer' in sys.modules)"
    )
    assert run(code).stdout == "False\n"


def test_every_process_prints_the_same_and_ends(tmp_path: Path) -> None:
    runs = [
        run(PRINT, PYTHONHASHSEED="1", LANG="C"),
        run(PRINT, tmp_path, PYTHONHASHSEED="2", LC_ALL="tr_TR.UTF-8", TZ="Asia/Tokyo"),
        run(PRINT, PYTHONHASHSEED="3", LC_ALL="sv_SE.UTF-8", LANGUAGE="sv", ICU_DATA="/nowhere"),
        run(PRINT, HOME=str(tmp_path)),
    ]
    assert [(ended.returncode, ended.stderr) for ended in runs] == [(0, "")] * 4
    assert len({ended.stdout for ended in runs}) == 1
    assert "Flückiger" in runs[0].stdout


def test_a_system_that_refuses_to_run_what_was_written_into_memory_prints_the_same() -> None:
    # PR_SET_MDWE, of Linux 6.3: an earlier one refuses the call, and then nothing else.
    deny_write_execute = 65
    refused = run(f"import ctypes\nctypes.CDLL(None).prctl({deny_write_execute}, 1, 0, 0, 0)\n{PRINT}")
    interpreted = run(
        f"from glossary_publish.bibliography import engine\nengine._may_compile = bool\n{PRINT}"
    )
    assert [(ended.returncode, ended.stderr) for ended in (refused, interpreted)] == [(0, "")] * 2
    assert refused.stdout == interpreted.stdout == run(PRINT).stdout


@pytest.mark.parametrize("name", ["ama", "apa"])
def test_what_was_formatted_before_leaves_no_trace(name: str) -> None:
    chance = random.Random(7)
    keys = list(references())
    articles: list[list[list[str]]] = [
        [chance.sample(keys, chance.randint(1, 4)) for _ in range(chance.randint(1, 6))] for _ in range(12)
    ]
    csl = (tool_folder() / f"layouts/citation-styles/{name}.csl").read_text("utf-8")
    used = style(name)
    for article in articles:
        formatted(used, *article)
    for number, article in enumerate(articles[:4]):
        # A comment makes it another style, which is compiled anew and has formatted nothing yet.
        again = MemoryWorkspace({f"layouts/citation-styles/{name}.csl": f"{csl}<!-- {number} -->"})
        late = [*article, ["trap-web-page"]]
        assert formatted(used, *late) == formatted(style(name, workspace=again), *late)


def test_a_reference_that_changes_is_printed_anew() -> None:
    entry = "references: [{id: one, type: book, kind: book, title: %s, issued: {date-parts: [[2020]]}}]"
    lines = [
        shown(format_citations(style("ama"), from_yaml(entry % title), [], ["one"]).entries[0].children)
        for title in ("First", "Second", "First")
    ]
    assert lines == ["*First*. 2020.", "*Second*. 2020.", "*First*. 2020."]


@pytest.mark.parametrize("name", ["ama", "apa"])
def test_no_key_has_a_meaning_of_its_own(name: str) -> None:
    keys = ["2018", "constructor", "100", "__proto__", "toString", "flückiger:2018/a"]
    entry = "{id: '%s', type: book, kind: book, title: Book %s, issued: no-date}"
    found = from_yaml(f"references: [{', '.join(entry % (key, key.strip('_:/')) for key in keys)}]")
    printed = format_citations(style(name), found, [(CitationItem(key),) for key in keys], keys)
    anchors = {entry.key: entry.anchor for entry in printed.entries}
    assert [marks[1].target for marks in printed.citations] == [anchors[key] for key in keys]
    if name == "ama":
        assert list(anchors) == keys


def refuse(expression: str) -> str:
    raise AssertionError(expression)


def test_the_same_question_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    once = formatted(style("ama"), ["bordin1979"], ["ardito2011"])

    monkeypatch.setattr(engine, "_evaluated", refuse)
    assert formatted(style("ama"), ["bordin1979"], ["ardito2011"]) == once


@pytest.mark.parametrize("name", ["ama", "apa", "nlm"])
def test_what_is_formatted_ahead_is_what_is_formatted_alone_and_is_not_asked_again(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, keys = random.Random(11), list(references())
    articles = [
        [
            tuple(map(CitationItem, chance.sample(keys, chance.randint(1, 4))))
            for _ in range(chance.randint(0, 6))
        ]
        for _ in range(12)
    ]
    uncited = [chance.sample(keys, 2) for _ in articles]
    alone = [format_citations(style(name), references(), *one) for one in zip(articles, uncited, strict=True)]
    engine.run.cache_clear()
    format_ahead(style(name), references(), zip(articles, uncited, strict=True))
    monkeypatch.setattr(engine, "_evaluated", refuse)
    ahead = [format_citations(style(name), references(), *one) for one in zip(articles, uncited, strict=True)]
    assert ahead == alone


def test_one_that_fails_ahead_is_told_when_it_is_asked_and_the_others_are_printed() -> None:
    failing = broken({"type": "article-journal", "title": "A", "volume": 16, "author": [{"family": "Roe"}]})
    found = {**references(), **failing}
    keys = list(references())
    engine.run.cache_clear()
    format_ahead(style("apa"), found, [([], [key]) for key in (keys[0], "one", keys[1])])
    with pytest.raises(PublishError, match="fails on the references of an article"):
        format_citations(style("apa"), found, [], ["one"])
    assert format_citations(style("apa"), found, [], keys[:1]).entries[0].key == keys[0]
    assert format_citations(style("apa"), found, [], keys[1:2]).entries[0].key == keys[1]


def test_an_engine_that_does_not_answer_ahead_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    engine.run.cache_clear()
    monkeypatch.setattr(engine, "LONGEST", 1e-9)
    format_ahead(style("ama"), references(), [([], [key]) for key in references()])
    monkeypatch.undo()
    assert formatted(style("ama"), uncited=list(references())[:1]).entries


def broken(data: Mapping[str, Any]) -> dict[str, Reference]:
    """A reference that no entry of the file could become."""
    return {"one": Reference("one", "book", data, Span("content/references.yaml", 3))}


def test_a_style_that_fails_on_a_reference_is_named() -> None:
    data = {"type": "article-journal", "title": "A", "volume": 16, "author": [{"family": "Roe"}]}
    with pytest.raises(PublishError) as caught:
        format_citations(style("apa"), broken(data), [(CitationItem("one"),)], [])
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "citation-engine-failed"
    assert "'apa' fails on the references of an article" in diagnostic.message
    assert "TypeError" in diagnostic.message
    assert "\n" not in diagnostic.message


def test_a_style_that_does_not_come_to_an_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    formatted(style("ama"), ["bordin1979"])
    monkeypatch.setattr(engine, "LONGEST", 1e-9)
    with pytest.raises(PublishError) as caught:
        formatted(style("ama"), ["bordin1979", "duncan2003", "luborsky1996"])
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "citation-engine-failed"
    assert "no answer within" in diagnostic.message
    monkeypatch.undo()
    assert formatted(style("ama"), ["duncan2003"], ["bordin1979", "luborsky1996"]).entries


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (
            "import sys; sys.modules['py_mini_racer'] = None",
            "install the packages of requirements.lock again",
        ),
        (
            "import resource as r; r.setrlimit(r.RLIMIT_AS, (1 << 33, r.getrlimit(r.RLIMIT_AS)[1]))",
            "lift the limit with: ulimit -v unlimited",
        ),
    ],
)
def test_an_engine_that_cannot_start_says_what_to_do(before: str, said: str) -> None:
    code = (
        f"{before}\nfrom glossary_publish.diagnostics import EnvironmentFault\n"
        "from tests.bibliography.material import formatted, style\n"
        "try:\n    formatted(style('ama'), ['bordin1979'])\n"
        "except EnvironmentFault as fault:\n    print(fault.diagnostics[0].code, fault.diagnostics[0].help, sep=': ')"
    )
    assert run(code).stdout == f"citation-engine-missing: {said}\n"
