"""What WeasyPrint may fetch: the bytes it is handed, by addresses of a scheme of our own, and nothing else."""

from collections.abc import Mapping
from urllib.parse import quote, unquote

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

SCHEME = "glossary:"
TYPES = {".svg": "image/svg+xml", ".ttf": "font/ttf"}


class RefusedAddressError(FatalURLFetchingError):  # type: ignore[misc]  # WeasyPrint has no types
    """Something in a page asked for an address that it was not handed; carries the address."""


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves `files` by name. An unknown name, another scheme, the network and the disk are refused."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._files = files

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002  WeasyPrint gives both
        """The bytes behind an address; raises `RefusedAddressError`, which WeasyPrint does not swallow."""
        name = unquote(url.removeprefix(SCHEME))
        if not url.startswith(SCHEME) or name not in self._files:
            raise RefusedAddressError(url)
        suffix = name[name.rfind(".") :].lower()
        return URLFetcherResponse(url, self._files[name], {"Content-Type": TYPES.get(suffix, "image/*")})


def address(name: str) -> str:
    """The address under which a fetcher serves a file."""
    return SCHEME + quote(name, safe="/")
