"""The process's end of the connection to the service: jobs come, problems go."""

import socket

from graph_service.api.frames import HEADER, Job, job_of, problem_frame
from graph_service.errors import ProblemError

_PIECE = 65_536


def receive_job(connection: socket.socket) -> Job | None:
    """Return the next job of a connection, None when the other side has closed it. One job is sent at a time."""
    data = bytearray(connection.recv(_PIECE))
    wanted = HEADER.size
    while len(data) < wanted or len(data) < (wanted := HEADER.size + HEADER.unpack_from(data)[1]):
        piece = connection.recv(_PIECE)
        if not piece:
            return None
        data += piece
    return job_of(bytes(data[HEADER.size :]))


def send_problem(connection: socket.socket, error: ProblemError) -> None:
    """Send a problem in the place of an answer."""
    connection.sendall(problem_frame(error.problem))
