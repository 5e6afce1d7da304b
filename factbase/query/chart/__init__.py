"""What charts show: a file for each kind, `chart(reader, keys, asked) -> Page`. Its sections hold what is drawn."""
