"""A project of many articles, from the six of the sample glossary."""

import shutil
from pathlib import Path

CONTENT = Path("content")


def one_article(folder: Path, slug: str) -> Path:
    """The sample glossary; its `slug` is the article to build. Returns the article file."""
    shutil.copytree(CONTENT, folder / "content")
    return folder / "content" / "articles" / f"{slug}.md"


def many_articles(folder: Path, count: int) -> list[Path]:
    """The sample glossary with copies of its articles under other names, `count` in all."""
    shutil.copytree(CONTENT, folder / "content")
    articles = folder / "content" / "articles"
    for translation in articles.glob("*.*.md"):
        translation.unlink()
    originals = sorted(articles.glob("*.md"))
    for index in range(count - len(originals)):
        original = originals[index % len(originals)]
        shutil.copyfile(original, articles / f"{original.stem}-{index:04}.md")
    return sorted(articles.glob("*.md"))
