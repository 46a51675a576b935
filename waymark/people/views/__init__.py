"""The screens of a child's record. They translate HTTP and nothing else."""
