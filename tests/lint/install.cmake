# SPDX-FileCopyrightText: 2026 The SeatScope developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Installs BUILD_DIR into the empty folder STAGE_DIR and compares what is there with what must be there.

cmake_minimum_required(VERSION 3.25)

set(app_id io.github.seatscope.SeatScope)
set(expected bin/seatscope share/man/man1/seatscope.1)
if(WITH_UI)
    list(APPEND expected
        share/applications/${app_id}.desktop
        share/icons/hicolor/scalable/apps/${app_id}.svg
        share/metainfo/${app_id}.metainfo.xml)
endif()
list(SORT expected)

file(REMOVE_RECURSE ${STAGE_DIR})
set(ENV{DESTDIR} ${STAGE_DIR})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD_DIR} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

set(installed_root ${STAGE_DIR}${PREFIX})
file(GLOB_RECURSE installed RELATIVE ${installed_root} ${installed_root}/*)
list(SORT installed)
if(NOT installed STREQUAL expected)
    message(FATAL_ERROR "installed: ${installed}\nexpected: ${expected}")
endif()

execute_process(COMMAND ${installed_root}/bin/seatscope --version
    OUTPUT_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
string(FIND "${said}" "${VERSION}" position)
if(position EQUAL -1)
    message(FATAL_ERROR "seatscope --version says '${said}', expected ${VERSION}")
endif()

if(WITH_UI)
    file(STRINGS ${installed_root}/share/applications/${app_id}.desktop icon REGEX "^Icon=${app_id}$")
    file(READ ${installed_root}/share/metainfo/${app_id}.metainfo.xml metainfo)
    string(FIND "${metainfo}" "<id>${app_id}</id>" id)
    string(FIND "${metainfo}" ">${app_id}.desktop</launchable>" launchable)
    string(FIND "${metainfo}" "<release version=\"${VERSION}\"" release)
    if(icon STREQUAL "" OR id EQUAL -1 OR launchable EQUAL -1 OR release EQUAL -1)
        message(FATAL_ERROR "desktop entry, icon, metadata and version ${VERSION} do not name each other")
    endif()
endif()
