"""Three versions of one annotation file merged by what they mean, for git: the work of two people, nothing lost."""
