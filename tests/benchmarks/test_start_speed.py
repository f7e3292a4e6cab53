"""The start against a bare window, in processes of their own, in turns; the median of some rounds.

The goals: first paint within 1.25 times the bare window; the sample plan on screen within 4.5 times; no gap of the
event loop above 33 ms on the way, on a machine whose bare window takes 185 ms, as the one had on which the goals were
set. Judged by the processor's time, which other programs disturb less; the clock's is printed beside it.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "tests" / "benchmarks" / "window_contestants.py"
ROUNDS = 9
GAP_SHARE = 33 / 185


def once(*contestant: str) -> list[float]:
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "NSCL_BEGAN": str(time.monotonic_ns()),
    }  # fmt: skip
    command = [sys.executable, str(SCRIPT), *contestant]
    run = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=ROOT)
    return [float(figure) for figure in run.stdout.split()]


def medians(runs: Sequence[Sequence[float]]) -> list[float]:
    return [statistics.median(figures) for figures in zip(*runs, strict=True)]


@pytest.mark.benchmark
def test_the_start_keeps_to_its_measures(tmp_path: Path) -> None:
    data = tmp_path / "nscl.db"
    subprocess.run([sys.executable, "-m", "nscl_desktop", "sample", "--data", str(data)], check=True, cwd=ROOT)
    once("bare")  # both once before, so that the disk's memory is warm
    once("ours", str(data))
    bare, ours = [], []
    for _ in range(ROUNDS):
        bare.append(once("bare"))
        ours.append(once("ours", str(data)))
    clock, processor = medians(bare)
    paint_clock, paint, plan_clock, plan, gap_clock, gap = medians(ours)
    print("\n                                            clock                  processor")
    print(f"  bare window, first paint (yardstick)  {clock:8.1f} ms             {processor:8.1f} ms")
    for name, by_clock, by_processor, goal in (
        ("first paint", paint_clock, paint, 1.25), ("sample plan on screen", plan_clock, plan, 4.5),
        ("longest gap of the event loop", gap_clock, gap, GAP_SHARE),
    ):  # fmt: skip
        shares = f"{by_clock / clock:5.2f} ×   {by_processor:8.1f} ms {by_processor / processor:5.2f} ×"
        print(f"  {name:<36}  {by_clock:8.1f} ms {shares}   (goal {goal:.2f})")
    assert paint <= 1.25 * processor
    assert plan <= 4.5 * processor
    assert gap <= GAP_SHARE * processor
