"""Foreign files to staged records: recommendations, reviews, mails and form answers, each with where it came from."""
