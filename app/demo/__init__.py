"""The fictional company that shows the product: its site, its people, its documents."""
