#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The SeatScope developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs the fuzz targets of a build, one on each processor at a time, and says what came of it.

Usage: run.py BUILD [--seconds N] [TARGET…]

What libFuzzer learns goes to BUILD/corpus/TARGET and is used again the next time; an input that breaks something goes to
BUILD/crashes/TARGET. Exit 1 when there was one.
"""

import argparse
import glob
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.realpath(__file__))
# The longest input in bytes: what is longer costs time and finds nothing else.
LONGEST = {"decoder": 8192, "guard": 8192, "query": 2048, "reducer": 512}
# A finding too: more than this for one input (s, MiB). The sanitizers themselves take about 100 MiB.
TIMEOUT_S = 10
MEMORY_MB = 1024


def targets_of(build):
    paths = glob.glob(os.path.join(build, "tests", "fuzz", "fuzz_*"))
    return sorted(os.path.basename(path)[len("fuzz_"):] for path in paths
                  if os.path.isfile(path) and os.access(path, os.X_OK))


def fuzz(build, target, seconds):
    """Runs one target; the result is whether it found nothing, and what to print."""
    program = os.path.join(build, "tests", "fuzz", f"fuzz_{target}")
    learnt = os.path.join(build, "corpus", target)
    crashes = os.path.join(build, "crashes", target)
    os.makedirs(learnt, exist_ok=True)
    os.makedirs(crashes, exist_ok=True)
    seeds = [path for path in (os.path.join(HERE, "corpus", target), os.path.join(HERE, "crashes", target))
             if os.path.isdir(path)]
    command = [program, f"-max_total_time={seconds}", f"-timeout={TIMEOUT_S}", f"-rss_limit_mb={MEMORY_MB}",
               f"-max_len={LONGEST.get(target, 4096)}", "-print_final_stats=1",
               f"-dict={os.path.join(HERE, target + '.dict')}", f"-artifact_prefix={crashes}/", learnt, *seeds]
    began = time.monotonic()
    with open(os.path.join(build, f"fuzz_{target}.log"), "w+", encoding="utf-8", errors="replace") as log:
        status = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=False).returncode
        log.seek(0)
        text = log.read()
    executions = re.findall(r"stat::number_of_executed_units:\s*(\d+)", text) or re.findall(r"^#(\d+)", text, re.M)
    coverage = re.findall(r"\bcov: (\d+)", text)
    summary = (f"{target}: executions={executions[-1] if executions else 0} coverage={coverage[-1] if coverage else 0} "
               f"seconds={time.monotonic() - began:.0f}")
    if status == 0:
        return True, summary + " findings=0"
    saved = re.findall(r"Test unit written to (\S+)", text)
    told = "\n".join("    " + line for line in text.splitlines()[-60:])
    where = f"the input is {saved[-1]}\n  to reproduce: {program} {saved[-1]}" if saved else "it left no input"
    return False, (f"{summary} findings=1\n{told}\n  {target} failed; {where}\n"
                   f"  once mended, keep the input in tests/fuzz/crashes/{target}: the tests replay it")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=60, help="for each target; 60 when not given")
    arguments = parser.parse_intermixed_args()
    build = os.path.abspath(arguments.build)
    known = targets_of(build)
    targets = arguments.targets or known
    unknown = [target for target in targets if target not in known]
    if unknown or not targets:
        print(f"run.py: no fuzz target {', '.join(unknown)}; there are: {', '.join(known) or 'none'}", file=sys.stderr)
        return 2
    clean = True
    with ThreadPoolExecutor(min(len(targets), os.cpu_count() or 1)) as pool:
        for is_clean, text in pool.map(lambda target: fuzz(build, target, arguments.seconds), targets):
            print(text, flush=True)
            clean = clean and is_clean
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
