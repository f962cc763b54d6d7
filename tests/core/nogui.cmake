# Fails when PROGRAM names a library of the window among those it loads. The names stand as plain text in ELF and in Windows programs.
file(STRINGS "${PROGRAM}" loaded REGEX "^(lib)?Qt6[A-Z][A-Za-z]+(\\.so|\\.dll|d\\.dll)")
if(NOT loaded MATCHES "Qt6Core" OR NOT loaded MATCHES "Qt6Sql")
    message(FATAL_ERROR "${PROGRAM} should load Qt Core and Sql; found: ${loaded}")
endif()
if(loaded MATCHES "Qt6(Gui|Widgets|Charts|PrintSupport)")
    message(FATAL_ERROR "${PROGRAM} loads ${loaded}")
endif()
