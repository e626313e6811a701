"""Runs one command and says what it cost, by the kernel's own accounting of the finished processes."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Cost:
    wall: float = 0.0  # seconds
    cpu: float = 0.0  # seconds, user and system, of the process and what it waited for
    peak: int = 0  # KiB, of the largest single process
    others: float = 0.0  # processors that other work kept busy meanwhile

    def __add__(self, other):
        wall = self.wall + other.wall
        others = (self.others * self.wall + other.others * other.wall) / wall if wall else 0
        return Cost(wall, self.cpu + other.cpu, max(self.peak, other.peak), others)


def busy_seconds():
    with open("/proc/stat", encoding="ascii") as file:
        ticks = [int(value) for value in file.readline().split()[1:9]]
    return (sum(ticks) - ticks[3] - ticks[4]) / os.sysconf("SC_CLK_TCK")


def run(command, folder):
    busy, start = busy_seconds(), time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} failed:\n{complaint.decode(errors='replace')[-2000:]}")
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, usage.ru_maxrss, max(0.0, busy_seconds() - busy - cpu) / wall)


def size(folder):
    """Files below a folder, and their bytes."""
    files = [path for path in Path(folder).rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


@dataclass
class Row:
    """The costs of one tool over all runs, and its last output."""

    name: str
    costs: list = field(default_factory=list)
    files: int = 0
    bytes: int = 0

    def median(self, key):
        return statistics.median(getattr(cost, key) for cost in self.costs)

    def line(self, base):
        walls = sorted(cost.wall for cost in self.costs)
        cells = [
            self.name, f"{self.median('wall'):.2f} ({walls[0]:.2f}–{walls[-1]:.2f})", f"{self.median('cpu'):.2f}",
            f"{self.median('wall') / base.median('wall'):.1f} / {self.median('cpu') / base.median('cpu'):.1f}",
            f"{max(cost.peak for cost in self.costs) // 1024}", f"{self.files}", f"{self.bytes / 2**20:.1f}",
            f"{self.median('others'):.1f}",
        ]
        return "| " + " | ".join(cells) + " |"


HEAD = """| tool | wall s (min–max) | CPU s | times Panduan's wall / CPU | peak MiB | files | MiB | other CPUs |
|---|--:|--:|--:|--:|--:|--:|--:|"""
