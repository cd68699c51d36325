"""Sokuo."""
