"""What charts show: a file for each kind, `chart(reader, between, asked) -> Page`. Its sections hold what is drawn."""
