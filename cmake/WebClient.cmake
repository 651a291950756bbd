# archipel_embed_web_client(TARGET): every file of web-client/dist becomes part of TARGET, as the
# table web_client_files of server/net/assets.h. Without a dist the table is empty and the server
# shows a page that says so.
function(archipel_embed_web_client target)
  set(root ${PROJECT_SOURCE_DIR}/web-client/dist)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${root} ${root}/*)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embed/web_client.S)
  set(contents "")
  set(rows "")
  set(number 0)
  set(paths "")
  foreach(file IN LISTS files)
    string(APPEND contents
      ".Lpath${number}: .asciz \"/${file}\"\n"
      ".balign 16\n"
      ".Ldata${number}: .incbin \"${root}/${file}\"\n"
      ".Lend${number}: .byte 0\n")
    string(APPEND rows ".quad .Lpath${number}, .Ldata${number}, .Lend${number} - .Ldata${number}\n")
    list(APPEND paths ${root}/${file})
    math(EXPR number "${number} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${source} CONTENT [[
.section .rodata
@contents@
.section .data.rel.ro, "aw"
.balign 8
.global web_client_files
web_client_files:
@rows@
.section .rodata
.balign 8
.global web_client_file_count
web_client_file_count:
.quad @number@
.section .note.GNU-stack,"",%progbits
]] @ONLY)
  if(paths)
    set_property(SOURCE ${source} APPEND PROPERTY OBJECT_DEPENDS ${paths})
  endif()
  target_sources(${target} PRIVATE ${source})
endfunction()
