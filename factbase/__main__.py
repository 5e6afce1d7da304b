"""`python -m factbase` is `factbase`."""

import sys

from factbase.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
