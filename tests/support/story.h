// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/testdata.h"

#include <array>

namespace seatscope::test {

/// A callback, and what its room must be once it has come, written down by hand:
/// state | name | owner | members | seats; of a seat L: locked, A: audio forbidden.
struct StoryStep {
    const char *what;
    const char *file; ///< the body, in tests/data/story
    const char *after;
    const char *activities; ///< what changed in the room
};

/// The room that the story is about.
inline constexpr char16_t storyRoom[] = u"rid-9";
/// EventTime of the story's beginning, ms.
inline constexpr qint64 storyBeginning = 1'700'000'000'000;

/// The life of one room: it is created, eight people take seats, one is muted, a seat is locked, one is put off, one
/// moves; something comes late, something twice; the room is destroyed. In the order of arrival.
inline constexpr std::array story{
    StoryStep{"the room is created", "01-created.json", "active|Weekly|host||", "room-created host \"Weekly\" by host"},
    StoryStep{"the host comes in", "02-host-enters.json", "active|Weekly|host|host|", "member-entered host by host"},
    StoryStep{"a full list: the host has taken seat 0", "03-host-on-seat-0.json",
              "active|Weekly|host|host|0:host 1:- 2:- 3:- 4:- 5:- 6:- 7:-", "took-seat host 0 by host"},
    StoryStep{"alice takes seat 1", "04-alice-on-seat-1.json",
              "active|Weekly|host|host|0:host 1:alice 2:- 3:- 4:- 5:- 6:- 7:-", "took-seat alice 1 by alice"},
    StoryStep{"bob takes seat 2", "05-bob-on-seat-2.json",
              "active|Weekly|host|host|0:host 1:alice 2:bob 3:- 4:- 5:- 6:- 7:-", "took-seat bob 2 by bob"},
    StoryStep{"carol takes seat 3", "06-carol-on-seat-3.json",
              "active|Weekly|host|host|0:host 1:alice 2:bob 3:carol 4:- 5:- 6:- 7:-", "took-seat carol 3 by carol"},
    StoryStep{"dave takes seat 4", "07-dave-on-seat-4.json",
              "active|Weekly|host|host|0:host 1:alice 2:bob 3:carol 4:dave 5:- 6:- 7:-", "took-seat dave 4 by dave"},
    StoryStep{"erin takes seat 5", "08-erin-on-seat-5.json",
              "active|Weekly|host|host|0:host 1:alice 2:bob 3:carol 4:dave 5:erin 6:- 7:-", "took-seat erin 5 by erin"},
    StoryStep{"frank takes seat 6", "09-frank-on-seat-6.json",
              "active|Weekly|host|host|0:host 1:alice 2:bob 3:carol 4:dave 5:erin 6:frank 7:-",
              "took-seat frank 6 by frank"},
    StoryStep{"grace takes seat 7", "10-grace-on-seat-7.json",
              "active|Weekly|host|host|0:host 1:alice 2:bob 3:carol 4:dave 5:erin 6:frank 7:grace",
              "took-seat grace 7 by grace"},
    StoryStep{"the host mutes seat 3", "11-carol-muted.json",
              "active|Weekly|host|host|0:host 1:alice 2:bob 3:carolA 4:dave 5:erin 6:frank 7:grace",
              "audio-forbidden carol 3 by host"},
    StoryStep{"the host locks seat 7, which puts grace off it", "12-seat-7-locked.json",
              "active|Weekly|host|host|0:host 1:alice 2:bob 3:carolA 4:dave 5:erin 6:frank 7:-L",
              "put-off-seat grace 7 by host; seat-locked 7 by host"},
    StoryStep{"the host puts bob off seat 2", "13-bob-put-off.json",
              "active|Weekly|host|host|0:host 1:alice 2:- 3:carolA 4:dave 5:erin 6:frank 7:-L",
              "put-off-seat bob 2 by host"},
    StoryStep{"alice moves from seat 1 to 2", "14-alice-moves.json",
              "active|Weekly|host|host|0:host 1:- 2:alice 3:carolA 4:dave 5:erin 6:frank 7:-L",
              "moved-seat alice 1>2 by alice"},
    StoryStep{"late: before that, erin had left; of seat 2 something newer is known", "15-erin-left-late.json",
              "active|Weekly|host|host|0:host 1:- 2:alice 3:carolA 4:dave 5:- 6:frank 7:-L",
              "left-seat erin 5 by erin"},
    StoryStep{"duplicate: the move comes again", "16-alice-moves-again.json",
              "active|Weekly|host|host|0:host 1:- 2:alice 3:carolA 4:dave 5:- 6:frank 7:-L", ""},
    StoryStep{"the room gets another name", "17-renamed.json",
              "active|Retrospective|host|host|0:host 1:- 2:alice 3:carolA 4:dave 5:- 6:frank 7:-L",
              "room-renamed \"Retrospective\" by host"},
    StoryStep{"the room is destroyed", "18-destroyed.json", "destroyed|Retrospective|host||", "room-destroyed by host"},
    StoryStep{"a straggler from before, about seat 4", "19-dave-left-late.json", "destroyed|Retrospective|host||", ""},
    StoryStep{"something comes for the destroyed room", "20-frank-after-the-end.json",
              "destroyed|Retrospective|host||6:frank", "took-seat frank 6 by frank"},
};

[[nodiscard]] inline QByteArray bodyOf(const StoryStep &step)
{
    return testData(QStringLiteral("story/") + QString::fromLatin1(step.file)).trimmed();
}

} // namespace seatscope::test
