"""What stands at the foot of a page: whose it is, how to reach them, their terms, their other pages."""
