"""What all tests share: how much of the campaigns is run, the goldens, and the sample glossary, built once."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.campaign import SHARE, Campaign
from tests.support.command import TODAY, run
from tests.support.golden import Golden
from tests.support.house.sources import ROOT

SEED = 20260101
COUNTS = "counts"  # what a report calls the lines of `tell`
EXAMPLES = 2000  # of each property, when all are run


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens", action="store_true", help="Write the goldens that tests compare with."
    )
    parser.addoption("--soak", action="store_true", help="Run whole campaigns instead of a slice of each.")
    parser.addoption(
        "--seed", type=int, default=SEED, help="What the slices and random trials are drawn from."
    )


def pytest_configure(config: pytest.Config) -> None:
    settings.register_profile(
        "slice", max_examples=int(EXAMPLES * SHARE), derandomize=True, database=None, deadline=None
    )
    settings.register_profile("soak", max_examples=EXAMPLES, database=None, deadline=None, print_blob=True)
    settings.load_profile("soak" if config.getoption("--soak") else "slice")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    reports = (report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, ()))
    for name, line in (found for report in reports for found in report.user_properties):
        if name == COUNTS:
            terminalreporter.write_line(line)
    amount = "whole" if config.getoption("--soak") else f"{SHARE:.0%} of each"
    terminalreporter.write_line(f"campaigns: {amount}, seed {config.getoption('--seed')}")


@pytest.fixture(scope="session")
def campaign(pytestconfig: pytest.Config) -> Campaign:
    """How much of a campaign to run, and its source of chance."""
    return Campaign(pytestconfig.getoption("--seed"), pytestconfig.getoption("--soak"))


@pytest.fixture(scope="session")
def golden(pytestconfig: pytest.Config) -> Golden:
    """Compares text with a golden."""
    return Golden(pytestconfig.getoption("--update-goldens"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of finished files of the sample glossary, made by the command that a user would type."""
    folder = tmp_path_factory.mktemp("editions") / "dist"
    ended = run("build", "--out", folder, "--as-of", TODAY, folder=ROOT)
    assert ended.returncode == 0, f"the sample glossary is not built:\n{ended.stdout}{ended.stderr}"
    return folder


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Has the counts of a campaign printed at the end."""
    return partial(record_property, COUNTS)
