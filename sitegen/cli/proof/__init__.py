"""The loop of social proof, one module an action: asked, recorded, approved, agreed to, published; and its log."""
