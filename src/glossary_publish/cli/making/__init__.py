"""The commands below `new`."""
