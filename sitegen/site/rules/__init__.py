"""The rules on what is shown: one module a noun, one function a rule; `table` gathers them."""
