"""What the machine decides when the user does not."""

import os
from datetime import date, datetime


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def day(as_of: datetime | None) -> date:
    """The day that was given, else that of the clock. It decides what is overdue and stands in no file."""
    return (as_of or datetime.now().astimezone()).date()
