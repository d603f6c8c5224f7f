"""The command line with a renderer that hangs, eats memory or dies on some articles, and limits that are soon reached."""

import os
import signal
import sys
import time
from functools import partial
from importlib import import_module
from unittest import mock

from glossary_publish.build import building, making, workers
from glossary_publish.build.limits import GIBIBYTE, Limits
from glossary_publish.build.making import Made, NotMade
from glossary_publish.cli.main import main
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication

WALL = 10.0  # seconds; an edition of the sample takes less than one
PROCESSOR = 4
ILLS = ("hangs", "spins", "eats", "crashes", "aborts", "is-killed", "ends", "leaks")


def make(publication: Publication, layout: Layout) -> Made | NotMade:
    """What a worker does; the slug of an article says what goes wrong with it."""
    match publication.metadata.slug:
        case "hangs":
            signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP})
            time.sleep(3600)
        case "spins":
            while True:
                pass
        case "eats":
            eaten = []
            while True:
                eaten.append(bytes(64 * 1024**2))
        case "crashes":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "aborts":
            os.abort()
        case "is-killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "ends":
            os._exit(0)
        case "leaks":
            LEAKED.append(b"x" * (400 * 1024**2))
    return making.make(publication, layout)


LEAKED: list[bytes] = []

if __name__ == "__main__":
    small = partial(Limits, memory=GIBIBYTE, processor=PROCESSOR, wall=WALL)
    ill = partial(building.Build, work=import_module("tests.crash.ailing").make)
    with mock.patch.object(workers, "Limits", small), mock.patch.object(building, "Build", ill):
        sys.exit(main())
