"""Alembic migrations, shipped in the wheel; one head."""
