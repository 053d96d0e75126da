"""The rules of `waymark check`, one idea a file; `waymark.content.check` lists them."""
