"""Where links lead, in the one form in which two ways to write an address are compared."""

from urllib.parse import unquote


def same_target(address: str) -> str:
    """An address without escapes, its scheme and host in small letters and plain characters."""
    scheme, colon, rest = unquote(address).partition(":")
    if not rest.startswith("//"):
        return f"{scheme.lower()}{colon}{rest}" if colon else scheme
    host, slash, path = rest[2:].partition("/")
    return f"{scheme.lower()}://{_host(host)}{slash}{path}"


def _host(name: str) -> str:
    try:
        return name.encode("ascii").decode("idna").lower()
    except UnicodeError:
        return name.lower()
