"""What checks found, and somebody has accepted."""
