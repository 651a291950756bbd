# archipel_embed(TARGET FILE SYMBOL): the bytes of FILE become part of TARGET as
#   extern const unsigned char SYMBOL[]; extern const unsigned long SYMBOL_bytes;
# followed by a zero byte, so that text can be read as a C string.
function(archipel_embed target file symbol)
  get_filename_component(path ${file} ABSOLUTE)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embed/${symbol}.S)
  file(CONFIGURE OUTPUT ${source} CONTENT [[
.section .rodata
.global @symbol@
.balign 16
@symbol@:
.incbin "@path@"
.Lend:
.byte 0
.balign 8
.global @symbol@_bytes
@symbol@_bytes:
.quad .Lend - @symbol@
.section .note.GNU-stack,"",%progbits
]] @ONLY)
  set_property(SOURCE ${source} APPEND PROPERTY OBJECT_DEPENDS ${path})
  target_sources(${target} PRIVATE ${source})
endfunction()
