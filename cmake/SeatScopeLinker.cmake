# SPDX-FileCopyrightText: 2026 The SeatScope developers
# SPDX-License-Identifier: GPL-3.0-or-later

# lld links a test in 0.7 s where GNU's linker takes 4 s, and there are more than a hundred of them. Where it is not
# installed, and for what people get, the compiler's own linker does.

include(CheckLinkerFlag)

if(CMAKE_BUILD_TYPE STREQUAL "Debug" AND NOT SEATSCOPE_SANITIZE)
    check_linker_flag(CXX "-fuse-ld=lld" SEATSCOPE_HAS_LLD)
    if(SEATSCOPE_HAS_LLD)
        add_link_options("-fuse-ld=lld")
    endif()
endif()
