"""The screens of providers and of the team. They translate HTTP and nothing else."""
