"""The YAML of front matter and of references.yaml, read as strings with their places."""

from glossary_publish.read.yaml.reading import read_yaml
from glossary_publish.read.yaml.tree import Mapping, Node, Scalar, Sequence, Tree

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "Tree", "read_yaml"]
