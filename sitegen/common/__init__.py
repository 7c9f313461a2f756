"""The hall: problems, trees, YAML with line numbers, records. Knows no word of coaching."""
