#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The SeatScope developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks the rules of the house that a compiler does not see.

Which folder may include which (ARCHITECTURE.md has the picture), which Qt modules a folder may use, that only one file
asks for Qt's version, and that no file is longer than 400 lines.

Usage: house.py [--root DIR] [--qt-headers DIR]     check the tree; exit 1 when a rule is broken
       house.py --self-test                         prove on small made-up trees that every rule can fail
"""

import argparse
import glob
import os
import re
import sys
import tempfile

MAX_LINES = 400

# Folder -> the folders of the program that it may include, besides itself.
ALLOWED_FOLDERS = {
    "model/core": set(),
    "model/secrets": {"model/core"},
    "model/callback": {"model/core"},
    "model/room": {"model/core", "model/callback"},
    "model/activity": {"model/core", "model/callback", "model/room"},
    "model/journal": {"model/core", "model/callback"},
    "model/query": {"model/core", "model/callback", "model/journal"},
    "model/history": {"model/core", "model/callback", "model/room", "model/activity", "model/journal"},
    "model/exchange": {"model/core", "model/callback", "model/room", "model/activity", "model/journal", "model/query",
                       "model/history"},
    "model/replay": {"model/core", "model/secrets", "model/callback", "model/journal", "model/query"},
    "model/pipeline": {"model/core", "model/callback", "model/room", "model/activity", "model/journal",
                       "model/history"},
    # Of the journal and the pipeline, the value types only: see VALUE_HEADERS.
    "model/health": {"model/core", "model/callback"},
    "model/receive": {"model/core", "model/secrets", "model/callback", "model/pipeline"},
    "model/simulate": {"model/core", "model/callback"},
    "model/session": {"model/core", "model/callback", "model/room", "model/activity", "model/journal",
                      "model/query", "model/history", "model/exchange", "model/replay", "model/pipeline",
                      "model/health", "model/receive", "model/simulate"},
    "model/tables": {"model/core", "model/callback", "model/room", "model/activity", "model/journal", "model/query",
                     "model/pipeline", "model/session"},
    # Of the journal, the pipeline and the filter language, the value types only: see VALUE_HEADERS.
    "ui": {"model/core", "model/secrets", "model/callback", "model/room", "model/activity", "model/health",
           "model/session", "model/tables"},
}
# The headers of folders that are not for them which these may include nevertheless.
VALUE_FOLDERS = ("ui", "model/health")
VALUE_HEADERS = {"model/exchange/exportform.h", "model/exchange/exportformats.h",
                 "model/journal/capture.h", "model/journal/capturemarks.h", "model/pipeline/batch.h",
                 "model/query/filterfields.h", "model/query/filterhelp.h", "model/query/filterquote.h",
                  "model/query/filterwords.h", "model/replay/bodytext.h", "model/replay/editedrequest.h",
                  "model/replay/replaychange.h", "model/replay/replayplan.h", "model/replay/replayresult.h",
                  "model/replay/replaytarget.h"}
ANY_FOLDER = ("app", "tests")

# Folder -> the Qt modules that it may use, besides QtCore.
ALLOWED_MODULES = {
    "model/core": set(),
    "model/secrets": set(),
    "model/callback": set(),
    "model/room": set(),
    "model/activity": set(),
    "model/journal": set(),
    "model/query": set(),
    "model/history": set(),
    "model/exchange": set(),
    "model/replay": {"QtNetwork"},
    "model/pipeline": set(),
    "model/health": set(),
    "model/receive": {"QtNetwork", "QtHttpServer"},
    "model/simulate": {"QtNetwork"},
    "model/session": {"QtNetwork"},
    "model/tables": set(),
    "ui": {"QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets", "QtDBus"},
}

# Folder (or its parent) -> other headers that are not for it, with the reason.
FORBIDDEN_HEADERS = {
    "ui": [(r"QJson\w*|rapidjson/.*", "ui parses no JSON"),
           (r"sys/socket\.h|netinet/.*|arpa/.*", "ui opens no sockets")],
    "model": [(r"ui/.*", "the model knows no window")],
}

# Headers that belong to one folder and the tests.
OWNED_HEADERS = {r"sqlite3\.h": "model/journal"}

VERSION_FOLDER = "model/receive"
CODE_FOLDERS = ("app", "ui", "model", "tests")
COUNTED = re.compile(r"(\.(cpp|h|py|sh|cmake|yml|ui|qss)|CMakeLists\.txt|^dev)$")
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
VERSION = re.compile(r"^\s*#\s*(?:el)?if\b.*\bQT_VERSION\b")


def files_below(root, folders):
    """Yields the paths, relative to root, of all files below the folders, in a stable order."""
    for folder in folders:
        for directory, subdirectories, names in os.walk(os.path.join(root, folder)):
            subdirectories.sort()
            for name in sorted(names):
                yield os.path.relpath(os.path.join(directory, name), root)


def read_lines(root, path):
    with open(os.path.join(root, path), encoding="utf-8", errors="replace") as file:
        return file.read().splitlines()


def qt_modules(directory):
    """Maps a header's name ("QWidget", "qwidget.h") to the set of Qt modules that have it."""
    modules = {}
    for path in glob.glob(os.path.join(directory, "Qt*", "*")):
        modules.setdefault(os.path.basename(path), set()).add(os.path.basename(os.path.dirname(path)))
    return modules


def area_of(path):
    """The folder that the rules name for a path: model/x, ui, app or tests."""
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] == "model" else parts[0]


def own_include_fault(root, area, header):
    """What is wrong with #include "header" in a file of that area, or None."""
    if header.endswith(".moc"):
        return None
    if not os.path.isfile(os.path.join(root, header)):
        return "is no path from the root of the repository"
    target = area_of(header)
    if area in ANY_FOLDER or target == area:
        return None
    if area in VALUE_FOLDERS and header in VALUE_HEADERS:
        return None
    if area not in ALLOWED_FOLDERS:
        return "comes from a folder that tests/lint/house.py does not know"
    if target not in ALLOWED_FOLDERS[area]:
        return f"is a forbidden arrow from {area} to {target}"
    return None


def system_include_fault(modules, area, header):
    """What is wrong with #include <header> in a file of that area, or None."""
    if area in ANY_FOLDER:
        return None
    named, _, rest = header.partition("/")
    found = {named} if rest and named.startswith("Qt") else modules.get(header, set())
    allowed = ALLOWED_MODULES.get(area, set()) | {"QtCore"}
    if found and not found & allowed:
        return f"belongs to {', '.join(sorted(found))}, which {area} may not use"
    return None


def forbidden_header_fault(area, header):
    for pattern, owner in OWNED_HEADERS.items():
        if area not in (owner, "tests") and re.fullmatch(pattern, header):
            return f"is not allowed: only {owner} uses it"
    for folder, rules in FORBIDDEN_HEADERS.items():
        if area == folder or area.startswith(folder + "/"):
            for pattern, reason in rules:
                if re.fullmatch(pattern, header):
                    return f"is not allowed: {reason}"
    return None


def check_includes(root, modules):
    faults = []
    for path in files_below(root, CODE_FOLDERS):
        if not path.endswith((".cpp", ".h")):
            continue
        area = area_of(path)
        for number, line in enumerate(read_lines(root, path), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            own, system = match.groups()
            fault = (own_include_fault(root, area, own) if own else system_include_fault(modules, area, system))
            fault = forbidden_header_fault(area, own or system) or fault
            if fault:
                faults.append(f"{path}:{number}: include of {own or system} {fault}")
    return faults


def check_version_switches(root):
    """Only one file, in the receiver, may compile differently for another Qt."""
    users = {}
    for path in files_below(root, CODE_FOLDERS):
        if path.endswith((".cpp", ".h")):
            for number, line in enumerate(read_lines(root, path), 1):
                if VERSION.match(line):
                    users.setdefault(path, number)
    faults = [f"{path}:{number}: #if QT_VERSION is for {VERSION_FOLDER} only"
              for path, number in users.items() if area_of(path) != VERSION_FOLDER]
    if len(users) > 1:
        faults.append(f"more than one file has #if QT_VERSION: {', '.join(sorted(users))}")
    return faults


def check_lengths(root):
    paths = list(files_below(root, CODE_FOLDERS + ("cmake", "packaging")))
    paths += [name for name in ("dev", "CMakeLists.txt") if os.path.isfile(os.path.join(root, name))]
    return [f"{path}: {lines} lines, more than {MAX_LINES}"
            for path in paths if COUNTED.search(path) and (lines := len(read_lines(root, path))) > MAX_LINES]


def check(root, modules):
    return check_includes(root, modules) + check_version_switches(root) + check_lengths(root)


# Made-up trees: what is in them, and a part of the one fault that must be found (None: no fault).
SELF_TESTS = [
    ({"model/room/a.cpp": '#include "model/core/b.h"\n#include <QString>\n#include <vector>\n'}, None),
    ({"model/core/a.h": '#include "model/room/b.h"\n'}, "forbidden arrow from model/core to model/room"),
    ({"model/journal/a.h": '#include "model/receive/b.h"\n'}, "forbidden arrow from model/journal to model/receive"),
    ({"model/tables/a.cpp": '#include "ui/b.h"\n'}, "the model knows no window"),
    ({"model/tables/a.cpp": "#include <QPalette>\n"}, "belongs to QtGui"),
    ({"model/session/a.cpp": "#include <QtWidgets/QWidget>\n"}, "belongs to QtWidgets"),
    ({"model/room/a.cpp": "#  include <QSqlQuery>\n"}, "belongs to QtSql"),
    ({"model/health/a.cpp": '#include "model/journal/capture.h"\n'}, None),
    ({"model/health/a.cpp": '#include "model/room/b.h"\n'}, "forbidden arrow from model/health to model/room"),
    ({"model/new/a.cpp": '#include "model/core/b.h"\n'}, "does not know"),
    ({"ui/log/a.cpp": "#include <QTcpSocket>\n"}, "belongs to QtNetwork"),
    ({"ui/log/a.cpp": "#include <QHttpServer>\n"}, "belongs to QtHttpServer"),
    ({"ui/log/a.cpp": "#include <QJsonDocument>\n"}, "ui parses no JSON"),
    ({"app/a.cpp": "#include <sqlite3.h>\n"}, "only model/journal uses it"),
    ({"model/session/a.cpp": "#include <sqlite3.h>\n"}, "only model/journal uses it"),
    ({"model/journal/a.cpp": "#include <sqlite3.h>\n"}, None),
    ({"ui/log/a.cpp": '#include "model/receive/b.h"\n'}, "forbidden arrow from ui to model/receive"),
    ({"ui/log/a.cpp": '#include "b.h"\n'}, "no path from the root"),
    ({"ui/log/a.cpp": '#include "model/journal/capture.h"\n#include <QWidget>\n'}, None),
    ({"app/a.cpp": '#include "ui/b.h"\n#include <QHttpServer>\n#include <QSqlQuery>\n'}, None),
    ({"model/receive/a.cpp": "#if QT_VERSION >= 0x060800\n"}, None),
    ({"model/session/a.cpp": "#if QT_VERSION >= 0x060800\n"}, "is for model/receive only"),
    ({"model/receive/a.cpp": "#if QT_VERSION > 1\n", "model/receive/c.h": "#elif QT_VERSION > 1\n"}, "more than one"),
    ({"app/a.cpp": "//\n" * MAX_LINES}, None),
    ({"app/a.cpp": "//\n" * (MAX_LINES + 1)}, "more than 400"),
]
SELF_TEST_TARGETS = ("model/core/b.h", "model/room/b.h", "model/receive/b.h", "model/journal/capture.h", "ui/b.h")
SELF_TEST_MODULES = {"QString": {"QtCore"}, "QJsonDocument": {"QtCore"}, "QPalette": {"QtGui"},
                     "QWidget": {"QtWidgets"}, "QSqlQuery": {"QtSql"}, "QTcpSocket": {"QtNetwork"},
                     "QHttpServer": {"QtHttpServer"}}


def faults_of_tree(tree):
    with tempfile.TemporaryDirectory() as root:
        for path, text in {**dict.fromkeys(SELF_TEST_TARGETS, ""), **tree}.items():
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                file.write(text)
        return check(root, SELF_TEST_MODULES)


def self_test():
    failed = 0
    for tree, expected in SELF_TESTS:
        faults = faults_of_tree(tree)
        right = not faults if expected is None else any(expected in fault for fault in faults)
        if not right:
            failed += 1
            print(f"self-test: expected {expected!r} of {tree!r}, found {faults!r}")
    print(f"house self-test: {len(SELF_TESTS) - failed} passed, {failed} failed")
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
    parser.add_argument("--qt-headers", help="the folder that holds QtCore, QtGui … (default: Debian's)")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test()

    directory = options.qt_headers or next(iter(glob.glob("/usr/include/*/qt6")), "")
    modules = qt_modules(directory)
    if "QString" not in modules:
        print(f"no Qt headers in '{directory}': name their folder with --qt-headers", file=sys.stderr)
        return 2
    faults = check(os.path.abspath(options.root), modules)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
