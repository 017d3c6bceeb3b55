"""Whether a server answers."""

from __future__ import annotations

import http.client
import time

from clinlint.engines.languagetool.server.state import ServerState

_PAUSE = 0.2


def is_healthy(state: ServerState, patience: float = 3.0) -> bool:
    """True when the server answers within ``patience`` seconds; a refused connection is an answer too: no."""
    deadline = time.monotonic() + patience
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", state.port, timeout=patience)
        try:
            connection.request("GET", "/v2/healthcheck")
            answer = connection.getresponse()
            if answer.status == http.client.OK and answer.read(2) == b"OK":
                return True
        except ConnectionRefusedError:
            return False
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        if time.monotonic() + _PAUSE > deadline:
            return False
        time.sleep(_PAUSE)
