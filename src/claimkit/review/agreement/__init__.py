"""How far reviewers agree: what each said of each claim, the figures for it, and where they differ.

The figures themselves are described, with their sources, in docs/agreement.md.
"""
