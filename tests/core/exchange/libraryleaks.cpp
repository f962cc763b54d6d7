// Read by LeakSanitizer at the end of a run; unused otherwise. libxlsxwriter 1.1.4 copies the formula of a
// LIST_FORMULA validation twice and frees one copy (worksheet_data_validation_range). Its frames cannot be
// unwound, so the rule names the copying function; a workbook of ours that is never freed is still found by
// its other blocks.
extern "C" const char *__lsan_default_suppressions();
extern "C" const char *__lsan_default_suppressions()
{
    return "leak:lxw_strdup\n";
}
