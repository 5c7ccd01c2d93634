# Whether each room opens only the doors on its LINKS line, and all arrows point down.
#
# The compiler does not see to that: the header of a linked room includes others in its turn, and whoever
# includes the one must be able to find those. So every #include of every room is compared with the line.
#
#   cmake -D DOORS=BUILD_FOLDER/doors -P doors.cmake
cmake_minimum_required(VERSION 3.25)

file(GLOB declarations ${DOORS}/*.links)
if(NOT declarations)
    message(FATAL_ERROR "no room is declared in ${DOORS}")
endif()
foreach(declaration IN LISTS declarations)
    get_filename_component(room ${declaration} NAME_WLE)
    file(STRINGS ${declaration} links)
    list(POP_FRONT links folder_${room})
    list(TRANSFORM links REPLACE "^designer::" "" OUTPUT_VARIABLE links_${room})
    list(APPEND rooms ${room})
endforeach()

set(wrong "")
foreach(room IN LISTS rooms)
    file(GLOB_RECURSE sources ${folder_${room}}/*.h ${folder_${room}}/*.cpp)
    foreach(source IN LISTS sources)
        file(STRINGS ${source} includes REGEX "^#include \"[a-z]+/")
        foreach(include IN LISTS includes)
            string(REGEX MATCH "\"(ui/[a-z]+|[a-z]+)/" door ${include})
            string(REPLACE "/" "_" door "${CMAKE_MATCH_1}")
            if(door IN_LIST rooms AND NOT door STREQUAL room AND NOT door IN_LIST links_${room})
                string(APPEND wrong "  ${source}: ${include} (the LINKS line of ${room} lacks ${door})\n")
            endif()
        endforeach()
    endforeach()
endforeach()

# Rooms that link only to rooms that are settled are settled too; in a circle none ever is.
set(open ${rooms})
set(before "")
while(NOT "${open}" STREQUAL "${before}")
    set(before ${open})
    foreach(room IN LISTS before)
        set(waits FALSE)
        foreach(link IN LISTS links_${room})
            if(link IN_LIST open)
                set(waits TRUE)
            endif()
        endforeach()
        if(NOT waits)
            list(REMOVE_ITEM open ${room})
        endif()
    endforeach()
endwhile()
if(open)
    string(APPEND wrong "  not all arrows point down between: ${open}\n")
endif()

if(wrong)
    message(FATAL_ERROR "Forbidden doors:\n${wrong}")
endif()
