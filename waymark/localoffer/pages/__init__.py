"""The pages of the Local Offer that families use."""
