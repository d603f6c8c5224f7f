"""The libraries of the operating system that PDF needs, and the command that installs them."""

import re

from glossary_publish.diagnostics import EnvironmentFault, PublishError, fault
from glossary_publish.workspace import tool_folder

LIST = "packages.debian"
SECTION = "publish"
CANNOT_LOAD = re.compile(r"cannot load library '([^']+)'")


def missing_library(error: OSError) -> PublishError | None:
    """An import error for want of a native library as an `EnvironmentFault`; `None` for any other error."""
    found = CANNOT_LOAD.search(str(error))
    if found is None:
        return None
    message = f"the library {found[1]} is missing on this machine, and no PDF can be made without it"
    return fault(EnvironmentFault, "missing-native-library", message, help=f"run: {install_command()}")


def install_command() -> str:
    """The one command that installs what PDF needs on Debian and Ubuntu."""
    return f"apt-get install -y --no-install-recommends {' '.join(debian_packages())}"


def debian_packages() -> tuple[str, ...]:
    """The packages in the section `# publish` of the list that all set-up reads."""
    names, section = [], ""
    for line in (tool_folder() / LIST).read_text("utf-8").splitlines():
        words = line.split()
        if line.startswith("#"):
            section = words[1].rstrip(":") if len(words) > 1 else section
        elif words and section == SECTION:
            names.append(words[0])
    return tuple(names)
