"""A build composes no further ahead than its workers need, whatever the size of the glossary."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from glossary_publish.build import building
from glossary_publish.build.building import Build
from glossary_publish.build.making import Made
from glossary_publish.build.plan import Selection
from glossary_publish.build.workers import Preparation, Workers, nothing
from glossary_publish.diagnostics import Report
from tests.build.sample import SampleMaterial, made, prepared

MANY = tuple(f"article-{number}" for number in range(20))


class Slow(Workers):
    """Makes one edition after the other, and each a little later; `most` is how many ever waited."""

    def __init__(self) -> None:
        super().__init__(1, [Preparation(frozenset(), nothing)])
        self.waiting, self.most = deque["Future[Any]"](), 0

    def submit_about(
        self, subject: str, kind: str, function: Callable[..., Any], /, *arguments: Any
    ) -> "Future[Any]":
        made = Future[Any]()
        self.waiting.append(made)
        self.most = max(self.most, len(self.waiting))
        Timer(0.01, self.make).start()
        return made

    def make(self) -> None:
        self.waiting.popleft().set_result(Made(b"made", (), ()))


def test_no_more_editions_wait_for_a_worker_than_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "WAITING", 4)
    with Slow() as workers:
        build = Build(SampleMaterial(slugs=MANY), tmp_path, workers, Report(), made, prepared)
        outcomes = list(build.make(build.plan(Selection()), lambda: None))
        assert len(outcomes) == 3 * len(MANY)
        assert all(outcome.sha256 for outcome in outcomes)
        assert 1 < workers.most <= 4
