"""What may be typed about a child, those around it, and its story."""
