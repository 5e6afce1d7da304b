"""What happens at a time and a place, and who took part."""
