"""The pages of the Local Offer, as answers to requests."""
