"""Tasks are answered in other processes, errors come back, and no process outlives its parent."""

import os
import subprocess
import sys
import time

import pytest

from graph_service.errors import ProblemError
from graph_service.graph.importing.processes import Processes
from tests.processes import lives


def double(number: int) -> tuple[int, int]:
    if number < 0:
        raise ValueError(f"{number} is less than nothing")
    if number == 99:
        os._exit(1)
    return number * 2, os.getpid()


def test_every_task_is_answered_by_one_of_the_processes():
    with Processes(double, 2) as processes:
        answers = list(processes.answers(range(40)))
    assert sorted(answer for answer, _ in answers) == [2 * number for number in range(40)]
    assert os.getpid() not in {pid for _, pid in answers}


def test_an_error_of_the_work_is_raised_here():
    with Processes(double, 2) as processes, pytest.raises(ValueError, match="-1"):
        list(processes.answers([-1]))


def test_a_process_that_ends_is_said_so():
    with Processes(double, 1) as processes, pytest.raises(ProblemError, match="ended"):
        list(processes.answers([1, 99, 2]))


def test_tasks_are_taken_one_by_one():
    taken = []

    def tasks():
        for number in range(10):
            taken.append(number)
            yield number

    with Processes(double, 2) as processes:
        answers = processes.answers(tasks())
        next(answers)
        assert len(taken) <= 4
        list(answers)


PARENT = """
import os, sys, time
from graph_service.graph.importing.processes import Processes
def slow(number):
    print(os.getpid(), flush=True)
    return number
with Processes(slow, 2) as processes:
    list(processes.answers([1, 2]))
    print("ready", flush=True)
    time.sleep(60)
"""


def test_no_process_outlives_its_parent():
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True)
    lines = []
    while "ready" not in lines:
        lines.append(parent.stdout.readline().strip())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    children = {int(line) for line in lines if line.isdecimal()}
    deadline = time.monotonic() + 10
    while any(lives(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [child for child in children if lives(child)]
