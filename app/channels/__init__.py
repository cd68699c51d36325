"""Ways a prospect reaches us, one folder each."""
