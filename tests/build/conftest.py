"""What tests of builds share: a worker that is prepared for nothing."""

from collections.abc import Iterator

import pytest

from glossary_publish.build.workers import Preparation, Workers, nothing


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(1, [Preparation(frozenset(), nothing)]) as workers:
        yield workers
