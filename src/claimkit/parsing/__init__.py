"""The parser that ships: one small encoder with several heads, run by onnxruntime within a spaCy pipeline."""

SURE = "claimkit.sure"
"""Where ``Doc.user_data`` has the parser's confidence, 0 to 1: low where the text is hardly English prose.

The mean probability of the heads, times the share of the letters that are Latin.
"""
