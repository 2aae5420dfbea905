"""Exports that are broken on purpose, by kind: what is done to a sound one, and which oracles have to refuse it.

An oracle that never says no proves nothing. A table's row is a name, a change and the oracles' words: of each oracle that
must refuse the file, a part of what it then says.
"""
