# What every target of ours is compiled with.
add_library(tw_build_options INTERFACE)
add_library(Tastewalk::BuildOptions ALIAS tw_build_options)
target_compile_features(tw_build_options INTERFACE cxx_std_20)
target_compile_options(tw_build_options INTERFACE
    -Wall -Wextra -Wconversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual)
if(TASTEWALK_WERROR)
    target_compile_options(tw_build_options INTERFACE -Werror)
endif()
target_include_directories(tw_build_options INTERFACE ${PROJECT_SOURCE_DIR})

if(TASTEWALK_SANITIZE)
    # What a sanitizer finds ends the program, so that no test passes over it.
    target_compile_options(tw_build_options INTERFACE -fsanitize=${TASTEWALK_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(tw_build_options INTERFACE -fsanitize=${TASTEWALK_SANITIZE})
endif()

# Qt code only: no implicit text conversions, no contextless connections.
add_library(tw_qt_options INTERFACE)
target_link_libraries(tw_qt_options INTERFACE tw_build_options)
target_compile_definitions(tw_qt_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS)

# One precompiled header for all of core, compiled with no folder's own definitions.
add_library(tw_core_pch OBJECT ${PROJECT_SOURCE_DIR}/cmake/core_pch.cpp)
target_link_libraries(tw_core_pch PRIVATE tw_build_options fmt::fmt tl::expected)
target_precompile_headers(tw_core_pch PRIVATE ${PROJECT_SOURCE_DIR}/cmake/core_pch.h)

# tw_core_library(name SOURCES... LINK... PRIVATE_LINK...): one static library a core folder.
function(tw_core_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC tw_build_options ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
    target_precompile_headers(${name} REUSE_FROM tw_core_pch)
endfunction()

# Tests may take this many times as long: sanitizers slow them down, and deep runs do more.
set(TASTEWALK_TIMEOUT_FACTOR 1 CACHE STRING "What the time limits of tests are multiplied by")
function(tw_scale_timeout variable)
    math(EXPR scaled "${${variable}} * ${TASTEWALK_TIMEOUT_FACTOR}")
    set(${variable} ${scaled} PARENT_SCOPE)
endfunction()

# tw_unit_test(name SOURCES... LINK... [LABELS label] [TIMEOUT seconds]): one GoogleTest program a folder, known to
# ctest case by case.
function(tw_unit_test name)
    cmake_parse_arguments(ARG "" "LABELS;TIMEOUT" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE tw_build_options ${ARG_LINK} GTest::gmock GTest::gtest_main)
    target_precompile_headers(${name} REUSE_FROM tw_test_pch)
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    tw_scale_timeout(ARG_TIMEOUT)
    # One label: gtest_discover_tests takes a second one for the name of the next property.
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
        PROPERTIES LABELS ${ARG_LABELS} TIMEOUT ${ARG_TIMEOUT})
endfunction()

# tw_gui_test(name SOURCES... LINK...): one Qt Test program on the offscreen platform.
function(tw_gui_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE tw_qt_options ${ARG_LINK} Qt6::Test)
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    tw_scale_timeout(ARG_TIMEOUT)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS gui TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANGUAGE=en;LC_ALL=C.UTF-8")
endfunction()
