"""What is measured, and the values: series and figures, in SDMX's words."""
