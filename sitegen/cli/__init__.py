"""The command line: read arguments, call one room, print, return a code."""
