"""``python -m clinlint``."""

from clinlint.cli.main import main

if __name__ == "__main__":
    main()
