# SPDX-FileCopyrightText: 2026 The SeatScope developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Headers of Qt and of the standard library that are parsed once for many targets. Only to save time: a source includes
# all that it uses, and clang-tidy and the presets without this option notice when it does not.

# ccache finds next to nothing again when a precompiled header is in play, and finding is faster still.
set(SEATSCOPE_PRECOMPILES OFF)
if(SEATSCOPE_PRECOMPILE AND CMAKE_CXX_COMPILER_ID MATCHES "^(GNU|Clang)$" AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(SEATSCOPE_PRECOMPILES ON)
endif()

# One set of headers: the target seatscope_precompiled_NAME, built with what it DEPENDS on.
function(seatscope_add_precompiled name)
    cmake_parse_arguments(ARG "" "" "HEADERS;DEPENDS" ${ARGN})
    if(SEATSCOPE_PRECOMPILES)
        set(source ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
        file(CONFIGURE OUTPUT ${source} CONTENT "// Only its precompiled header is of use.\n")
        add_library(seatscope_precompiled_${name} OBJECT ${source})
        set_target_properties(seatscope_precompiled_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
        target_link_libraries(seatscope_precompiled_${name} PRIVATE seatscope_options ${ARG_DEPENDS})
        target_precompile_headers(seatscope_precompiled_${name} PRIVATE ${ARG_HEADERS})
    endif()
endfunction()

# The target begins with the set of that name. GCC warns, which is an error, when the two are built differently.
function(seatscope_use_precompiled target name)
    if(SEATSCOPE_PRECOMPILES)
        target_precompile_headers(${target} REUSE_FROM seatscope_precompiled_${name})
    endif()
endfunction()

set(common <algorithm> <array> <functional> <memory> <optional> <utility> <vector>
    <QByteArray> <QHash> <QObject> <QString> <QStringList>)
seatscope_add_precompiled(core HEADERS ${common} DEPENDS Qt6::Core)
# Not QTest itself: it depends on macros that differ from folder to folder.
seatscope_add_precompiled(tests
    HEADERS ${common} <QCoreApplication> <QDateTime> <QEventLoop> <QHostAddress> <QMetaEnum> <QNetworkCookie>
        <QRegularExpression> <QTemporaryDir> <QUrl>
    DEPENDS Qt6::Network)
if(SEATSCOPE_WITH_UI)
    seatscope_add_precompiled(window HEADERS ${common} <QLabel> <QVBoxLayout> <QWidget> DEPENDS Qt6::Widgets)
endif()
