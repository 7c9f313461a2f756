"""Folders whose changes can't be heard: on a network drive, or kept in step with a cloud."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from sitegen.common.problems import ContentError
from sitegen.common.trees import Tree

_REMOTE = frozenset([
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs",
    "fuse.google-drive-ocamlfuse", "fuse.gvfsd-fuse", "9p", "v9fs", "drvfs", "vboxsf", "prl_fs", "fuse.vmhgfs-fuse", "vmhgfs", "virtiofs", "afs", "ceph",
    "glusterfs", "fuse.glusterfs", "ncpfs", "osxfs", "fuse.osxfs", "grpcfuse", "fakeowner",
])  # fmt: skip
_CLOUDS = re.compile(
    r"^(dropbox.*|onedrive.*|google ?drive.*|my drive|icloud ?drive.*|nextcloud|owncloud|pcloud ?drive|box( sync)?|mega(sync)?|syncthing|seafile|com~apple~clouddocs|cloudstorage|mobile documents)$",
    re.IGNORECASE,
)


def deaf(folder: Path) -> str:
    """Say why changes below a folder may not be heard, "" where they are."""
    path = folder.resolve()
    if path.as_posix().startswith("//"):
        return "it lies on a network drive"
    if cloud := next((part for part in path.parts if _CLOUDS.match(part)), ""):
        return f"it lies in a folder that is kept in step with a cloud ('{cloud}')"
    kind = file_system(path.as_posix(), _mounts())
    return f"it lies on a network drive or a shared folder ({kind})" if kind in _REMOTE else ""


def file_system(path: str, mounts: str) -> str:
    """Give the kind of file system that a path lies on, by a table of mounts as Linux gives it (proc(5)); "" when it is not in it."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        place = re.sub(r"\\(\d{3})", lambda found: chr(int(found[1], 8)), parts[1])
        if PurePosixPath(path).is_relative_to(place) and len(place) >= best:
            best, kind = len(place), parts[2]
    return kind


def _mounts() -> str:
    try:
        return Tree(Path("/proc/self")).read("mounts").decode("utf-8", "replace")
    except (ContentError, ValueError):
        return ""
