"""References of content/references.yaml, citation styles, and what both print: citation marks and entries."""
