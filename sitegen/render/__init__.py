"""One route in, bytes out: templates, Markdown, images, structured data, feeds."""
