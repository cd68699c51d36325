"""The command line; heavy parts are imported by the command that needs them, so `--help` is instant."""
