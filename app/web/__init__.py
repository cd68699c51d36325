"""Routers, thin: they ask for permission, call one use case, and draw a page. Static files lie beside them."""
