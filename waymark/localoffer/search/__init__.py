"""The search of the Local Offer: services, guides and steps in one list."""
