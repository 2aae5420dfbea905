"""The parser that ships: one small encoder with several heads, run by onnxruntime within a spaCy pipeline."""

SURE = "claimkit.sure"
"""Where ``Doc.user_data`` has the mean probability of the heads, 0 to 1: low where the text is hardly English prose."""
