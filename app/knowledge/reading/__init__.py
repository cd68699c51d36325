"""Every kind of file becomes Markdown, and Markdown becomes titled sections of plain text."""
