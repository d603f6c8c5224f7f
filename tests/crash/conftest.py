"""What all crash campaigns share: the glossary that they break, built once."""

import pytest

from tests.crash.glossary import Known, known


@pytest.fixture(scope="session")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> Known:
    """The glossary before and after a change."""
    return known(tmp_path_factory.mktemp("crash"))
