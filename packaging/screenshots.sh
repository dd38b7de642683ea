#!/bin/bash
# SPDX-FileCopyrightText: 2026 The SeatScope developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Usage: packaging/screenshots.sh PROGRAM FOLDER [PICTURE…]
# Starts PROGRAM on a display of its own and writes FOLDER/PICTURE.png of each picture named, or of all:
#   light, dark            the window with demo traffic
#   story                  a room whose story is told (tests/data/story)
#   map-light, map-dark    the map of the same room
#   ended                  the same room after its end
#   feed                   the activity feed of the same room
#   health                 the health view, with demo traffic
# A picture is a function picture_NAME; it opens a window, brings it into the wanted state and saves it.

set -euo pipefail

program=$(realpath "$1")
folder=$2
shift 2
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
size=1440x900
# How many callbacks must be in the journal, so that every room has a history to show.
wanted_captures=60
# As many for the health view, which shows minutes.
health_captures=150
# Seconds to wait for a window or for the callbacks before giving up.
patience=120

dir=$(mktemp -d)
display_pid='' program_pid='' journal='' url=''

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
    Xvfb -displayfd 3 -screen 0 "${size}x24" -dpi 96 -nolisten tcp -noreset 3>"$dir/display" 2>"$dir/xvfb.log" &
    display_pid=$!
    local number
    read -r number <"$dir/display" || fail "Xvfb did not start: $(cat "$dir/xvfb.log")"
    export DISPLAY=:$number
}

window_id() { xdotool search --onlyvisible --name SeatScope 2>/dev/null | tail -n 1; }
window_is_up() { [ -n "$(window_id)" ]; }

# captures_are COUNT: whether the journal has so many.
captures_are()
{
    local count
    count=$("$program" captures --journal "$journal" --limit "$1" --json 2>/dev/null | wc -l)
    [ "$count" -ge "$1" ]
}

# How many colours the inspector, at the right, shows: few while it is empty.
inspector_colours() { import -window root -crop 400x440+1036+80 +repage png:- | identify -format '%k' -; }

# Chooses a capture in the log, at the bottom; true when the inspector shows more than before ($1 colours).
inspector_is_filled()
{
    xdotool mousemove 400 760 click 1
    sleep 0.2
    [ "$(inspector_colours)" -gt "$1" ]
}

# health_is_in_front COLOURS: turns to the tab behind the inspector; true when more is to be seen there than before.
health_is_in_front()
{
    xdotool mousemove 1138 586 click 1
    sleep 0.2
    [ "$(inspector_colours)" -gt "$1" ]
}

free_port()
{
    local port
    for port in $(shuf -i 20000-30000 -n 50); do
        if ! (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port"
            return
        fi
    done
    fail "no port is free"
}

# open_window NAME APPEARANCE SEATS [OPTION…]: a window with settings of its own. SEATS: table, map or both.
open_window()
{
    local name=$1 appearance=$2 seats=$3 port
    shift 3
    export HOME=$dir/$name
    export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local XDG_RUNTIME_DIR=$HOME/run
    mkdir -p "$XDG_CONFIG_HOME/SeatScope" "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"
    chmod 700 "$XDG_RUNTIME_DIR"
    printf '[window]\nappearance=%s\nseats=%s\n' "$appearance" "$seats" >"$XDG_CONFIG_HOME/SeatScope/seatscope.conf"
    journal=$dir/$name.seatscope
    port=$(free_port)
    url=http://127.0.0.1:$port/
    QT_QPA_PLATFORM=xcb "$program" --journal "$journal" --listen "127.0.0.1:$port" "$@" &
    program_pid=$!
    wait_for "the window is up" window_is_up
    xdotool windowmove "$(window_id)" 0 0 windowsize "$(window_id)" "${size%x*}" "${size#*x}"
}

# wait_until MS: until so many milliseconds since 1970.
wait_until()
{
    local rest=$(($1 - $(date +%s%3N)))
    [ "$rest" -le 0 ] || sleep "$(printf '%d.%03d' $((rest / 1000)) $((rest % 1000)))"
}

# tell_story COUNT: posts the first COUNT callbacks of the story, ten times as fast as they happened, and dated now.
tell_story()
{
    local file body begun command happened time due=0 told=0
    begun=$(date +%s%3N)
    for file in "$here"/../tests/data/story/*.json; do
        [ "$told" -lt "$1" ] || break
        body=$(cat "$file")
        happened=${body##*\"EventTime\":}
        happened=${happened%%\}*}
        time=$((begun + (happened - 1700000000000) / 10))
        # What comes late happened before what came last.
        due=$((time + 40 > due ? time + 40 : due))
        wait_until "$due"
        command=${body#*\"CallbackCommand\":\"}
        command=${command%%\"*}
        curl --silent --show-error --fail --output /dev/null --header 'Content-Type: application/json' \
            --data-raw "${body/\"EventTime\":$happened/\"EventTime\":$time}" \
            "$url?SdkAppid=1400000001&CallbackCommand=$command&contenttype=json" || fail "$file was not taken"
        told=$((told + 1))
    done
    wait_for "$told callbacks are in the journal" captures_are "$told"
    # What just changed is lit for two seconds.
    sleep 2.5
}

# save NAME: the picture of the window, which is closed then.
save()
{
    import -window root "$dir/next.png"
    convert "$dir/next.png" -strip -define png:compression-level=9 "$folder/$1.png"
    end "$program_pid"
    program_pid=''
    printf '%s\n' "$folder/$1.png"
}

picture_demo()
{
    open_window "$1" "$1" table --demo
    wait_for "$wanted_captures callbacks are in the journal" captures_are "$wanted_captures"
    wait_for "a capture is shown in the inspector" inspector_is_filled "$(inspector_colours)"
    save "$1"
}
picture_light() { picture_demo light; }
picture_dark() { picture_demo dark; }

# picture_story_as NAME APPEARANCE SEATS COUNT
picture_story_as()
{
    open_window "$1" "$2" "$3"
    tell_story "$4"
    wait_for "a capture is shown in the inspector" inspector_is_filled "$(inspector_colours)"
    save "$1"
}
picture_story() { picture_story_as story light table 17; }
picture_map_light() { picture_story_as map-light light map 17; }
picture_map_dark() { picture_story_as map-dark dark map 17; }
picture_ended() { picture_story_as ended light table 20; }

# drag X1 Y1 X2 Y2: with the left button, in steps, since a view follows the pointer.
drag()
{
    xdotool mousemove "$1" "$2" mousedown 1
    xdotool mousemove $((($1 + $3) / 2)) $((($2 + $4) / 2)) mousemove "$3" "$4"
    sleep 0.2
    xdotool mouseup 1
    sleep 0.5
}

# The feed with more room than it has to begin with: at the cost of the log beside it and of the seats above.
picture_feed()
{
    open_window feed light table
    tell_story 17
    wait_for "a capture is shown in the inspector" inspector_is_filled "$(inspector_colours)"
    drag 720 602 720 330
    drag 857 700 560 700
    save feed
}

is_not_live() { [ -n "$(xdotool search --onlyvisible --name 'not live' 2>/dev/null)" ]; }

# The moment of the capture that is chosen in the log, while the room has gone on.
picture_past_as()
{
    open_window "$1" "$2" table
    tell_story 17
    wait_for "a capture is shown in the inspector" inspector_is_filled "$(inspector_colours)"
    xdotool key ctrl+Return
    wait_for "the past is shown" is_not_live
    # What changed is lit for two seconds.
    sleep 2.5
    save "$1"
}
picture_past() { picture_past_as past light; }
picture_past_dark() { picture_past_as past-dark dark; }

picture_health()
{
    open_window health light table --demo
    wait_for "$health_captures callbacks are in the journal" captures_are "$health_captures"
    wait_for "the health view is in front" health_is_in_front "$(inspector_colours)"
    save health
}

replay_window() { xdotool search --onlyvisible --name '^Replay' 2>/dev/null | tail -n 1; }
replay_is_up() { [ -n "$(replay_window)" ]; }

# All of a story sent once more to the program itself, with what became of each.
picture_replay_as()
{
    open_window "$1" "$2" table
    tell_story 17
    wait_for "a capture is shown in the inspector" inspector_is_filled "$(inspector_colours)"
    xdotool mousemove 400 "$((${size#*x} - 80))" click 1 key ctrl+a key ctrl+r
    wait_for "the window of replays is up" replay_is_up
    xdotool windowmove "$(replay_window)" 300 60 windowfocus "$(replay_window)" key alt+s
    wait_for "all were sent again" captures_are 34
    sleep 0.5
    save "$1"
}
picture_replay() { picture_replay_as replay light; }
picture_replay_dark() { picture_replay_as replay-dark dark; }

[ $# -gt 0 ] || set -- light dark story past past-dark map-light map-dark ended feed health replay
for name in "$@"; do
    declare -F "picture_${name//-/_}" >/dev/null || fail "there is no picture $name"
done
mkdir -p "$folder"
folder=$(realpath "$folder")
unset WAYLAND_DISPLAY
start_display
for name in "$@"; do "picture_${name//-/_}"; done
