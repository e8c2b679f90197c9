"""What the law makes a page ask."""
