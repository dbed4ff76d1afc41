// The running text of the article in a page.
// Tested by tests/ingest/read/documents_test.cpp over tests/cases/read/documents/*.html.
#pragma once

#include <string>

#include "ingest/read/markup.h"

namespace demarche {

// The paragraphs, headings and list items of the article, a blank line between them, without `title` at its
// head; empty where the page has no text. Left out: navigation, heads and feet of pages, asides, captions,
// forms, scripts, hidden elements, and paragraphs that are nothing but links.
[[nodiscard]] std::string html_body(const xmlNode& page, const std::string& title);

}  // namespace demarche
