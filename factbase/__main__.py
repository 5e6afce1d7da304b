"""`python -m factbase` is `factbase`."""

from factbase.cli.main import run

if __name__ == "__main__":
    run()
