"""What may be typed in casework."""
