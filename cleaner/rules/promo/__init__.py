"""What the page offers its reader: newsletters, subscriptions, apps, advertisements, reading tools."""
