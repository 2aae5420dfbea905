"""The parser that ships: one small encoder with several heads, run by onnxruntime within a spaCy pipeline."""

SURE = "claimkit.sure"
"""Where ``Doc.user_data`` has the parser's confidence, 0 to 1: low where the text is hardly English prose.

See :mod:`claimkit.parsing.confidence`.
"""
