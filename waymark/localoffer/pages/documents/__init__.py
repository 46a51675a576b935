"""What can be taken away of the Local Offer: a service, and somebody's own plan."""
