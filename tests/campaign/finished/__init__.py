"""Faults put into finished files with tools that `verify` does not use; every one must be caught."""
