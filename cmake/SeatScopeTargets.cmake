# SPDX-FileCopyrightText: 2026 The SeatScope developers
# SPDX-License-Identifier: GPL-3.0-or-later

# How every target of the house is built: language, warnings, sanitizers.

add_library(seatscope_options INTERFACE)
target_compile_features(seatscope_options INTERFACE cxx_std_20)
target_include_directories(seatscope_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(seatscope_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    # What a newer Qt deprecates is still the only way in 6.4.
    QT_WARN_DEPRECATED_UP_TO=0x060400)
target_compile_options(seatscope_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    -Woverloaded-virtual -Wold-style-cast -Wnull-dereference
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op>
    $<$<BOOL:${SEATSCOPE_WERROR}>:-Werror>)

if(SEATSCOPE_SANITIZE)
    # -Wnull-dereference and -Wmaybe-uninitialized see paths that only the instrumentation creates.
    target_compile_options(seatscope_options INTERFACE
        -fsanitize=${SEATSCOPE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
        -Wno-null-dereference $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(seatscope_options INTERFACE -fsanitize=${SEATSCOPE_SANITIZE})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        target_compile_options(seatscope_options INTERFACE
            -fsanitize-ignorelist=${CMAKE_SOURCE_DIR}/tests/fuzz/ignored.txt)
    endif()
endif()

# seatscope_add_model(NAME SOURCES … DEPENDS …): one static library of the model, named seatscope_NAME.
function(seatscope_add_model name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
    add_library(seatscope_${name} STATIC ${ARG_SOURCES})
    set_target_properties(seatscope_${name} PROPERTIES LINKER_LANGUAGE CXX)
    target_link_libraries(seatscope_${name} PUBLIC seatscope_options Qt6::Core ${ARG_DEPENDS})
    seatscope_use_precompiled(seatscope_${name} core)
endfunction()

# What ThreadSanitizer runs: the tests with the label "threads". Qt itself is not instrumented, so a test with an event
# loop would only be reported false.
add_custom_target(threadtests)

# seatscope_add_test(NAME SOURCES … DEPENDS … LABELS …): one Qt Test executable, run without a display. Its test class is in
# NAME.cpp, which includes NAME.moc.
function(seatscope_add_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES} ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
    # Automatic moc would read every source and compile one more, empty file for each of the many tests.
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
    qt_generate_moc(${name}.cpp ${name}.moc TARGET ${name})
    target_link_libraries(${name} PRIVATE seatscope_options seatscope_testsupport Qt6::Test ${ARG_DEPENDS})
    if("gui" IN_LIST ARG_LABELS)
        seatscope_use_precompiled(${name} window)
    else()
        seatscope_use_precompiled(${name} tests)
    endif()
    if(Qt6_VERSION VERSION_GREATER_EQUAL 6.8)
        # There, Qt's own QTRY macros narrow a duration in our code.
        target_compile_options(${name} PRIVATE -Wno-error=conversion)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    if("threads" IN_LIST ARG_LABELS)
        add_dependencies(threadtests ${name})
    endif()
    set_tests_properties(${name} PROPERTIES
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC"
        LABELS "${ARG_LABELS}")
endfunction()
