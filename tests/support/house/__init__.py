"""The rules of the house as functions: each takes files or text and returns what breaks a rule, in words."""
