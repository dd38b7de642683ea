#!/bin/bash
# SPDX-FileCopyrightText: 2026 The SeatScope developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Usage: packaging/screenshots.sh PROGRAM FOLDER
# Starts PROGRAM with demo traffic on a display of its own and writes FOLDER/light.png and FOLDER/dark.png.

set -euo pipefail

program=$(realpath "$1")
folder=$2
size=1440x900
# How many callbacks must be in the journal, so that every room has a history to show.
wanted_captures=60
# Seconds to wait for a window or for the callbacks before giving up.
patience=120

dir=$(mktemp -d)
display_pid='' program_pid=''

end()
{
    local pid=$1
    [ -n "$pid" ] || return 0
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
}

clean_up()
{
    end "$program_pid"
    end "$display_pid"
    rm -rf "$dir"
}
trap clean_up EXIT

fail() { printf 'screenshots: %s\n' "$*" >&2; exit 1; }

# wait_for WHAT COMMAND…: asks the command five times a second until it succeeds.
wait_for()
{
    local what=$1 end=$((SECONDS + patience))
    shift
    until "$@"; do
        [ -z "$program_pid" ] || kill -0 "$program_pid" 2>/dev/null || fail "the program ended before $what: see above"
        [ "$SECONDS" -lt "$end" ] || fail "$what: not within $patience s"
        sleep 0.2
    done
}

start_display()
{
    mkfifo "$dir/display"
    Xvfb -displayfd 3 -screen 0 "${size}x24" -dpi 96 -nolisten tcp 3>"$dir/display" 2>"$dir/xvfb.log" &
    display_pid=$!
    local number
    read -r number <"$dir/display" || fail "Xvfb did not start: $(cat "$dir/xvfb.log")"
    export DISPLAY=:$number
}

window_id() { xdotool search --onlyvisible --name SeatScope 2>/dev/null | tail -n 1; }
window_is_up() { [ -n "$(window_id)" ]; }

rooms_are_busy()
{
    local count
    count=$("$program" captures --journal "$dir/$1.seatscope" --limit "$wanted_captures" --json 2>/dev/null | wc -l)
    [ "$count" -ge "$wanted_captures" ]
}

# How many colours the inspector, at the right, shows: few while it is empty.
inspector_colours() { import -window root -crop 420x440+1000+80 +repage png:- | identify -format '%k' -; }

# Chooses a capture in the log, at the bottom; true when the inspector shows more than before ($1 colours).
inspector_is_filled()
{
    xdotool mousemove 400 760 click 1
    sleep 0.2
    [ "$(inspector_colours)" -gt "$1" ]
}

# shoot APPEARANCE: one picture of the window with settings of its own.
shoot()
{
    local appearance=$1
    export HOME=$dir/$appearance
    export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local XDG_RUNTIME_DIR=$HOME/run
    mkdir -p "$XDG_CONFIG_HOME/SeatScope" "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"
    chmod 700 "$XDG_RUNTIME_DIR"
    printf '[window]\nappearance=%s\n' "$appearance" >"$XDG_CONFIG_HOME/SeatScope/seatscope.conf"
    QT_QPA_PLATFORM=xcb "$program" --demo --journal "$dir/$appearance.seatscope" --listen 127.0.0.1:0 &
    program_pid=$!
    wait_for "the window is up" window_is_up
    xdotool windowmove "$(window_id)" 0 0 windowsize "$(window_id)" "${size%x*}" "${size#*x}"
    wait_for "$wanted_captures callbacks are in the journal" rooms_are_busy "$appearance"
    wait_for "a capture is shown in the inspector" inspector_is_filled "$(inspector_colours)"
    import -window root "$dir/next.png"
    convert "$dir/next.png" -strip -define png:compression-level=9 "$folder/$appearance.png"
    end "$program_pid"
    program_pid=''
    printf '%s\n' "$folder/$appearance.png"
}

mkdir -p "$folder"
folder=$(realpath "$folder")
unset WAYLAND_DISPLAY
start_display
shoot light
shoot dark
