"""Goldens: readable text that a test expects, in a file beside it. `--update-goldens` writes them anew."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Golden:
    """Compares text with goldens, or writes it to them."""

    update: bool

    def expect(self, text: str, path: Path) -> None:
        """Fail unless the file holds this text; when updating, make it so."""
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        if not path.is_file():
            raise AssertionError(
                f"{path} is missing: run pytest with --update-goldens and read what it wrote"
            )
        assert text == path.read_text("utf-8"), f"{path} says otherwise"
