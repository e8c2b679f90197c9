"""Menus, breadcrumbs and what else leads around the site."""
