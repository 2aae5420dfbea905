"""First names that tell *he* from *she*: common ones of one gender alone, as the project's own list."""

from __future__ import annotations

from typing import Final

WOMEN: Final = frozenset(
    """abigail agnes alice alicia amanda amelia amy ana andrea angela anita anna anne annie ann barbara beatrice
    beth betty brenda brigitte carla carmen carol caroline catherine cecilia charlotte christine cindy claire
    clara claudia cynthia deborah denise diana diane donna dorothy edith eleanor elena elizabeth ella ellen
    emily emma erika esther eva fatima fiona florence frances gloria grace hannah harriet heather helen helena
    hillary ida ines ingrid irene isabel isabella jane janet janice jennifer jessica joan joanna josephine joyce
    judith julia julie karen kate katherine kathleen katie kimberly laura lauren lena linda lisa louise lucia
    lucy margaret maria marie marion marta martha mary megan melania melissa michelle monica nancy natalie
    natasha nicole nina nora olga olivia pamela patricia paula pauline priya rachel rebecca rosa rose ruth sally
    samantha sandra sara sarah sharon silvia simone sofia sonia sophia sophie stephanie susan susanne sylvia
    tamara teresa theresa tina ursula valerie vanessa vera veronica victoria virginia wendy yvonne zoe""".split()  # noqa: SIM905
)

MEN: Final = frozenset(
    """aaron abdul adam ahmed alan albert alejandro alexander ali andrew anthony anton antonio arthur benjamin
    bernard bernie bill bob boris brandon brett brian bruce carl carlos charles christopher craig dale daniel
    david dennis derek diego dmitri don donald douglas edgar edward emmanuel enrique eric ernest felipe fernando
    francisco frank franz frederick gareth gary geoffrey george gerald giovanni giuseppe glenn gordon graham
    gregory hans harold harry henry howard hugh hugo ian igor ivan jack jacob james jason jeffrey jeremy jerry
    jim john jonas jonathan jorge joseph joshua juan justin karl keith kenneth kevin klaus kurt larry lars
    lawrence leonard louis luis luke marco marcus mark martin matthew michael miguel mohamed mohammed muhammad
    narendra neil nicholas nigel oliver omar oscar otto pablo patrick paul pedro peter philip ralph raymond
    richard robert roberto roger ronald rupert russell samuel scott sean shehbaz simon stanley stephen steve
    steven stuart sven terence thomas timothy tom toni tony vladimir walter warren wayne william winston
    wolfgang xavier""".split()  # noqa: SIM905
)


def gender_of_first_name(name: str) -> str:
    """``f``, ``m``, or nothing where the name is no telling one."""
    word = name.lower()
    return "f" if word in WOMEN else "m" if word in MEN else ""
