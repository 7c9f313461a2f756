"""Foreign address books to staged people: nobody is in the book before she picks them."""
