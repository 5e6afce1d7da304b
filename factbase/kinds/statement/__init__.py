"""What actors stand for and promise: positions and commitments."""
