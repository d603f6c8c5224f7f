"""Speed, measured side by side with other tools: `make bench`."""
