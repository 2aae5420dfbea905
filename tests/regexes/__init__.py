"""Whether a regular expression is linear: by the ambiguity of its automaton, and by counting a matcher's steps."""
