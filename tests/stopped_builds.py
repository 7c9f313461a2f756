"""Builds in a process of their own that is stopped in the middle: killed before one step of writing, or out of room on the disk."""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

STEPS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod")
"""The interpreter's audit events of writing."""


def build_that_is_killed(site: Path, step: int, build: Callable[[], object]) -> None:
    """Carry out a build in a copy of this process that is killed just before one of its steps of writing in a site; it may end before."""

    def ready() -> None:
        folder, left = str(site), step

        def hook(event: str, args: tuple[object, ...]) -> None:
            nonlocal left
            if event in STEPS and folder in str(args[0]) and (event != "open" or args[2] & (os.O_WRONLY | os.O_RDWR)):  # type: ignore[operator]
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)

    _in_a_child(ready, build)


def build_without_room(room: int, build: Callable[[], object]) -> None:
    """Carry out a build in a copy of this process that can write no file larger than `room` bytes."""
    _in_a_child(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)), build)


def _in_a_child(ready: Callable[[], None], build: Callable[[], object]) -> None:
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        ready()
        build()
    except BaseException:
        os._exit(1)
    os._exit(0)
