"""What a project remembers between two builds, to be quicker: whoever deletes it loses time and nothing else."""
