"""What all crash campaigns share: the glossary that they break, built once."""

import sys
from collections.abc import Callable

import pytest

from tests.crash.glossary import Known, known


@pytest.fixture(scope="session")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> Known:
    """The glossary before and after a change."""
    return known(tmp_path_factory.mktemp("crash"))


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Prints the counts of a campaign in any case."""

    def print_line(line: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{line}\n")

    return print_line
