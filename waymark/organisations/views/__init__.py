"""The administrator's screens. They translate HTTP and nothing else."""
