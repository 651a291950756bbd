# archipel_embed_web_client(TARGET): every file of web-client/dist becomes part of TARGET, as the
# table web_client_files of server/net/assets.h. Without a dist the table is empty and the server
# shows a page that says so.
#
# This file is its own script too: the table is written, over copies of the files, when TARGET is
# built, so that a client that is built meanwhile disturbs nothing.
if(CMAKE_SCRIPT_MODE_FILE)
  file(REMOVE_RECURSE ${COPIES})
  if(EXISTS ${DIST})
    file(COPY ${DIST}/ DESTINATION ${COPIES})
  endif()
  file(GLOB_RECURSE files RELATIVE ${COPIES} ${COPIES}/*)
  set(contents "")
  set(rows "")
  set(count 0)
  foreach(file IN LISTS files)
    string(APPEND contents
      ".Lpath${count}: .asciz \"/${file}\"\n"
      ".balign 16\n"
      ".Ldata${count}: .incbin \"${COPIES}/${file}\"\n"
      ".Lend${count}: .byte 0\n")
    string(APPEND rows ".quad .Lpath${count}, .Ldata${count}, .Lend${count} - .Ldata${count}\n")
    math(EXPR count "${count} + 1")
  endforeach()
  file(WRITE ${TABLE} "\
.section .rodata
${contents}
.balign 8
.global web_client_file_count
web_client_file_count: .quad ${count}
.section .data.rel.ro, \"aw\"
.balign 8
.global web_client_files
web_client_files:
${rows}
.section .note.GNU-stack,\"\",%progbits
")
  return()
endif()

set(ARCHIPEL_WEB_CLIENT_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(archipel_embed_web_client target)
  set(dist ${PROJECT_SOURCE_DIR}/web-client/dist)
  set(table ${CMAKE_CURRENT_BINARY_DIR}/embed/web_client.S)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${dist}/*)
  add_custom_command(OUTPUT ${table}
    COMMAND ${CMAKE_COMMAND} -DDIST=${dist} -DTABLE=${table}
      -DCOPIES=${CMAKE_CURRENT_BINARY_DIR}/embed/web-client -P ${ARCHIPEL_WEB_CLIENT_SCRIPT}
    DEPENDS ${files} ${ARCHIPEL_WEB_CLIENT_SCRIPT} COMMENT "Embedding the web client" VERBATIM)
  target_sources(${target} PRIVATE ${table})
endfunction()
