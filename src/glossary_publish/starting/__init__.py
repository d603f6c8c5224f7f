"""The beginning of a glossary, and of each thing in it: what the tool writes for people to fill in and change."""
