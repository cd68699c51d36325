"""Work that is committed with its cause: queue port, engines, effect ledger, clock ticks."""
