"""What every other layer stands on: settings, clock, ids, errors, log, database, security, templates, HTTP."""
