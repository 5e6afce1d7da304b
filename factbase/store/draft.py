"""Drafts: files that take their name when they are whole."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def draft(to: Path, like: Path) -> Path:
    """An empty file beside `to`, for whoever writes it and then gives it that name.

    Whoever may read `like` may read it, and nobody else; unless that is replaced, the user's umask counts too.
    """
    # Imported here: what is only printed needs no draft.
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f".{to.name}-", dir=to.parent)
    os.close(handle)
    # mkstemp is stricter than the user's umask asks for.
    mask = os.umask(0)
    os.umask(mask)
    try:
        status = os.stat(like)
    except FileNotFoundError:
        os.chmod(name, 0o666 & ~mask)
    except OSError:
        # As a link that leads to itself.
        os.unlink(name)
        raise
    else:
        # Root alone may give a file away.
        with suppress(PermissionError):
            os.chown(name, status.st_uid, status.st_gid)
        os.chmod(name, status.st_mode & (0o777 if like == to else 0o777 & ~mask))
    return Path(name)
