"""`python -m verify`: the command, where no script is on the path."""

from __future__ import annotations

from verify.cli.main import program

if __name__ == "__main__":
    program()
