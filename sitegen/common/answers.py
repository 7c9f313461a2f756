"""An answer to a question about her files: done, not yet, or can't tell, with what was found and the next small step."""

from __future__ import annotations

from typing import Literal

from sitegen.common.frozen import frozen

State = Literal["done", "not yet", "can't tell"]


@frozen
class Answer:
    """What the files say to one question; `step` is the next small thing to do, where there is one."""

    code: str
    state: State
    found: str
    step: str = ""


def answered(code: str, *, wanting: str, fine: str, step: str) -> Answer:
    """Give "not yet" with what is wanting and the step, or "done" where nothing is."""
    return Answer(code, "not yet", wanting, step) if wanting else Answer(code, "done", fine)


def untold(code: str, file: str, step: str) -> Answer:
    """Give "can't tell": the file that would say so is absent."""
    return Answer(code, "can't tell", f"there is no {file} to tell it by.", step)
