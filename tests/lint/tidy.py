#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The SeatScope developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs clang-tidy over the .cpp files that changed since they last passed.

What a file depends on is taken from the dependencies that ninja recorded while compiling it. A file that passes leaves
a stamp with a hash of all of it: the file, its headers, its compile command, .clang-tidy and the version of clang-tidy.
Clang cannot read GCC's precompiled headers; it gets its own, which saves almost half of the time.

Usage: tidy.py BUILD_DIR [--deep | --product]     the build must be up to date; exit 1 when a file does not pass

With --deep the static analyzer takes its time and follows the tests too, every file is looked at, and none gets a
precompiled header: so a missing #include is noticed, as in the release build. With --product the tests are left out, for machines that start from nothing
each time and may not take long.
"""

import concurrent.futures
import hashlib
import json
import os
import shlex
import subprocess
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
# GCC's warnings that clang does not know are in the compile commands.
EXTRA_ARGUMENTS = ["--extra-arg=-Wno-unknown-warning-option", "--quiet"]
# The analyzer follows fewer paths and calls in its shallow mode; in its deep mode a third of all the time went into few
# functions.
SHALLOW = [f"--extra-arg={word}" for word in ("-Xclang", "-analyzer-config", "-Xclang", "mode=shallow,max-nodes=75000")]
# Half of the time that a test takes is the analyzer's; what it would find there, running the test under the sanitizers
# shows.
TESTS = os.path.join(ROOT, "tests") + os.sep
CLANG_HEADERS = "/usr/lib/llvm-14/include"
# What CMake names a precompiled header. What is in it is recorded for it alone, not for the objects that use it.
PRECOMPILED = "cmake_pch.hxx"
# What many files include, by the Qt modules that a file must know for it; a later set replaces an earlier one.
COMMON_HEADERS = ["algorithm", "array", "chrono", "deque", "functional", "limits", "map", "memory", "optional", "set", "utility",
                  "vector", "tl/expected.hpp", "QByteArray", "QDateTime", "QFile", "QHash", "QObject", "QString",
                  "QStringList", "QTemporaryDir", "QTimer", "QUrl"]
TEST_HEADERS = ["QSignalSpy", "QTest"]
WINDOW_HEADERS = ["QAction", "QComboBox", "QLabel", "QLineEdit", "QTableView", "QToolButton", "QVBoxLayout", "QWidget"]
PRECOMPILED_SETS = {
    "core": (("CORE",), COMMON_HEADERS),
    "tests": (("TESTLIB",), COMMON_HEADERS + TEST_HEADERS),
    "window": (("WIDGETS",), COMMON_HEADERS + WINDOW_HEADERS),
    "windowtests": (("TESTLIB", "WIDGETS"), COMMON_HEADERS + WINDOW_HEADERS + TEST_HEADERS),
}


def without_precompiled(words):
    """Splits a compile command: its words without those for a precompiled header, and that header or None."""
    kept, header = [], None
    for word in words:
        if word.endswith("/" + PRECOMPILED) and kept and kept[-1] == "-include":
            kept.pop()
            header = word
        elif word != "-Winvalid-pch":
            kept.append(word)
    return kept, header


def compile_commands(build):
    """Yields (source, objects, command) of every own source, with its object and the precompiled header it used, whose
    dependencies together are its own; generated files are left out, and how a source is compiled again for another
    program."""
    seen = set()
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        for entry in json.load(file):
            source = os.path.realpath(os.path.join(entry["directory"], entry["file"]))
            if source.startswith(ROOT + os.sep) and not source.startswith(build + os.sep) and source not in seen:
                seen.add(source)
                words, header = without_precompiled(shlex.split(entry["command"]))
                objects = [words[words.index("-o") + 1]] + ([header + ".gch"] if header else [])
                yield source, objects, shlex.join(words)


def recorded_dependencies(build):
    """Maps each object that ninja built to the files it was made from."""
    text = subprocess.run(["ninja", "-C", build, "-t", "deps"], check=True, capture_output=True, text=True).stdout
    dependencies, current = {}, None
    for line in text.splitlines():
        if line.startswith(" ") and current is not None:
            current.append(os.path.normpath(os.path.join(build, line.strip())))
        elif ": #deps" in line:
            current = dependencies.setdefault(line.split(": #deps")[0], [])
    return dependencies


class Fingerprints:
    """Hashes of files: of the content inside the repository, of size and time outside."""

    def __init__(self):
        self._known = {}

    def of(self, path):
        if path not in self._known:
            self._known[path] = self._make(path)
        return self._known[path]

    @staticmethod
    def _make(path):
        try:
            if path.startswith(ROOT + os.sep):
                with open(path, "rb") as file:
                    return hashlib.sha256(file.read()).hexdigest()
            status = os.stat(path)
            return f"{status.st_size} {status.st_mtime_ns}"
        except OSError:
            return "missing"


def work_to_do(build, version, is_deep):
    """Yields (source, stamp path, stamp) of every file whose last pass is out of date; of all where it is to be deep."""
    fingerprints = Fingerprints()
    dependencies = recorded_dependencies(build)
    configurations = [os.path.join(ROOT, folder, ".clang-tidy") for folder in ("", "tests")]
    common = "\n".join([version, *map(fingerprints.of, configurations)])
    for source, objects, command in compile_commands(build):
        keys = [os.path.relpath(os.path.join(build, output), build) for output in objects]
        headers = {path for key in keys for path in dependencies.get(key, [])}
        parts = [common, command, fingerprints.of(source)]
        parts += [path + " " + fingerprints.of(path) for path in sorted(headers)]
        stamp = hashlib.sha256("\n".join(parts).encode()).hexdigest()
        path = os.path.join(build, "lint", os.path.relpath(source, ROOT) + ".tidy")
        try:
            with open(path, encoding="utf-8") as file:
                if file.read() == stamp and not is_deep:
                    continue
        except OSError:
            pass
        yield source, path, stamp


def write_commands(build, folder):
    """Writes the compile commands without precompiled headers to the folder, for clang-tidy's -p."""
    entries = [{"directory": build, "file": source, "command": command}
               for source, _, command in compile_commands(build)]
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "compile_commands.json"), "w", encoding="utf-8") as file:
        json.dump(entries, file, indent=1)


def own_code_module(folder):
    """Builds the module that keeps the checks to own code, and returns the argument that loads it and the check that it
    is. Without clang's headers (libclang-14-dev) there is none: the checks then find the same, in twice the time."""
    source, module = os.path.join(ROOT, "tests", "lint", "owncode.cpp"), os.path.join(folder, "owncode.so")
    if not os.path.isdir(os.path.join(CLANG_HEADERS, "clang-tidy")):
        print("no libclang-14-dev: the checks visit all headers, which takes twice as long")
        return [], []
    if not os.path.exists(module) or os.path.getmtime(module) < os.path.getmtime(source):
        subprocess.run(["c++", "-std=c++17", "-O1", "-fPIC", "-shared", "-fno-rtti", "-isystem", CLANG_HEADERS, source,
                        "-o", module], check=True)
    return [f"--load={module}"], ["seatscope-own-code"]


class PrecompiledHeaders:
    """Clang's precompiled headers, made in the folder."""

    def __init__(self, folder, commands):
        self._of = {}
        by_length = sorted((shlex.split(command) for command in commands.values()), key=len)
        for name, (modules, headers) in PRECOMPILED_SETS.items():
            macros = {f"-DQT_{module}_LIB" for module in modules}
            # The command with the fewest words knows no Qt module but those that all have.
            words = next((words for words in by_length if macros.issubset(words)), None)
            made = words and self._make(folder, name, words, headers)
            if made:
                self._of.update({source: made for source, command in commands.items() if macros.issubset(shlex.split(command))})

    def arguments_for(self, source):
        header = self._of.get(source)
        return [f"--extra-arg={word}" for word in ("-include-pch", header)] if header else []

    @staticmethod
    def _make(folder, name, words, headers):
        header, made = os.path.join(folder, name + ".h"), os.path.join(folder, name + ".pch")
        with open(header, "w", encoding="utf-8") as file:
            file.write("".join(f"#include <{included}>\n" for included in headers))
        # What differs from folder to folder must not be in it: clang refuses a macro with two values.
        options = [word for word in words[1:words.index("-o")] if not word.startswith(("-W", "-DQT_TESTCASE_"))]
        run = subprocess.run(["clang++", *options, "-x", "c++-header", header, "-o", made], check=False)
        return made if run.returncode == 0 else None


def tidy(program, commands, arguments, source):
    """Runs clang-tidy on one file; returns its complaints, empty when it passed."""
    run = subprocess.run([program, "-p", commands, *arguments, *EXTRA_ARGUMENTS, source],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if run.returncode == 0:
        return ""
    return run.stdout or run.stderr or f"{program} ended with {run.returncode}"


def main():
    is_deep = sys.argv[2:] == ["--deep"]
    is_product = sys.argv[2:] == ["--product"]
    if len(sys.argv) != (3 if is_deep or is_product else 2):
        print(__doc__, file=sys.stderr)
        return 2
    build = os.path.realpath(sys.argv[1])
    program = "clang-tidy"
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout
    work = [item for item in work_to_do(build, version, is_deep) if not (is_product and item[0].startswith(TESTS))]
    commands = os.path.join(build, "lint")
    write_commands(build, commands)
    arguments, checks = own_code_module(commands) if work and " 14." in version else ([], [])
    headers = None
    if work and not is_deep:
        arguments = arguments + SHALLOW
        headers = PrecompiledHeaders(commands, {source: command for source, _, command in compile_commands(build)})

    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        runs = {}
        for source, path, stamp in work:
            ready = arguments + headers.arguments_for(source) if headers else arguments
            wanted = checks + (["-clang-analyzer-*"] if source.startswith(TESTS) and not is_deep else [])
            ready = ready + ([f"--checks={','.join(wanted)}"] if wanted else [])
            runs[pool.submit(tidy, program, commands, ready, source)] = (source, path, stamp)
        for run in concurrent.futures.as_completed(runs):
            source, path, stamp = runs[run]
            complaints = run.result()
            if complaints:
                failed += 1
                print(f"{os.path.relpath(source, ROOT)}:\n{complaints}", flush=True)
                continue
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(stamp)
    print(f"clang-tidy: {len(work)} files looked at, {failed} with complaints")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
