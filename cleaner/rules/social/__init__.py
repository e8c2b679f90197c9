"""Sharing, following, counting."""
