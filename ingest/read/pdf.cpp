// Of pdftotext's forms of output only that of -bbox-layout leaves a hyphen at a line's end as it stands: the
// others make "a 28-" and "point plan" into "a 28point plan".
#include "ingest/read/pdf.h"

#include <algorithm>
#include <vector>

#include "graph/model/unicode.h"
#include "ingest/read/child.h"
#include "ingest/read/dates.h"
#include "ingest/read/limits.h"
#include "ingest/read/markup.h"
#include "ingest/read/text.h"
#include "ingest/read/tidy.h"

namespace demarche {
namespace {

constexpr int not_permitted = 3;  // pdftotext's exit status for a file that forbids copying

bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}
// Titles that programs put there by themselves.
bool is_made_up(const std::string& title) {
  const std::string folded = fold(title);
  for (const char* ending : {".doc", ".docx", ".indd", ".qxd", ".rtf", ".pdf", ".tex", ".dvi"})
    if (folded.ends_with(ending)) return true;
  return folded.starts_with("microsoft word") || folded.starts_with("untitled") ||
         folded == "enscript output";
}

// "7", "- 7 -": a paragraph that only numbers its page.
bool is_page_number(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '-' || c == ' '; });
}

// Adds a line to its paragraph. A hyphen at the line's end parts a word where it stands between small
// letters; else it is the word's own ("28-point").
void join(std::string& paragraph, std::string_view line) {
  const auto size = paragraph.size();
  const bool ends_in_hyphen = size >= 2 && paragraph.back() == '-' && paragraph[size - 2] != ' ';
  const bool is_hyphenated = ends_in_hyphen && !line.empty() && is_small_letter(line.front());
  if (is_hyphenated && is_small_letter(paragraph[size - 2]))
    paragraph.pop_back();
  else if (!paragraph.empty() && !is_hyphenated)
    paragraph += ' ';
  paragraph += line;
}

// Whether a paragraph that ends a page goes on with the next one.
bool runs_on(std::string_view before, std::string_view after) {
  return std::string_view(".!?:\"").find(before.back()) == std::string_view::npos &&
         is_small_letter(after.front());
}

// The paragraph that the lines of a block make.
std::string paragraph_of(const xmlNode& block) {
  std::string paragraph;
  visit_elements(block, [&](const xmlNode& node) {
    if (is_element(node, "line")) join(paragraph, collapse_spaces(content(node)));
    return !is_element(node, "line");
  });
  return paragraph;
}

// The paragraphs of all pages.
std::vector<std::string> paragraphs_of(const xmlNode& layout) {
  std::vector<std::string> paragraphs;
  bool begins_page = false;
  visit_elements(layout, [&](const xmlNode& node) {
    begins_page = begins_page || is_element(node, "page");
    if (!is_element(node, "block")) return true;
    auto paragraph = paragraph_of(node);
    if (is_page_number(paragraph)) return false;
    if (begins_page && !paragraphs.empty() && runs_on(paragraphs.back(), paragraph))
      join(paragraphs.back(), paragraph);
    else
      paragraphs.push_back(std::move(paragraph));
    begins_page = false;
    return false;
  });
  return paragraphs;
}

void add_properties(const xmlNode& layout, Document& doc) {
  visit_elements(layout, [&](const xmlNode& node) {
    if (is_element(node, "title") && doc.title.empty()) {
      const std::string title = collapse_spaces(tidy(content(node)));
      if (!is_made_up(title)) doc.title = title;
    }
    if (is_element(node, "meta") && attribute(node, "name") == "CreationDate")
      doc.date = date_of_metadata(attribute(node, "content"));
    return !is_element(node, "page");
  });
}

}  // namespace

Document document_of_layout(std::string_view layout) {
  Document doc;
  const XmlTree tree = parse_html(layout);
  const auto* root = root_of(tree);
  if (!root) return doc;
  add_properties(*root, doc);
  for (const auto& paragraph : paragraphs_of(*root)) doc.text.append("\n\n").append(paragraph);
  doc.text = tidy(doc.text);
  take_title(doc);
  if (const auto stated = date_of_dateline(doc.text)) doc.date = stated;
  return doc;
}

Result<Document> read_pdf(std::string_view bytes) {
  constexpr std::size_t bytes_of_layout = 4 * largest_document;  // most of it is the positions of words
  const auto layout = run_child({"pdftotext", "-q", "-enc", "UTF-8", "-bbox-layout", "-", "-"}, bytes,
                                {longest_conversion, bytes_of_layout});
  if (!layout && layout.error().kind == ErrorKind::NotFound)
    return fail(ErrorKind::Unsupported, "", "PDF is read by pdftotext, which is not installed",
                "install poppler-utils");
  if (!layout) return tl::make_unexpected(layout.error());
  if (layout->status == not_permitted)
    return fail(ErrorKind::Unsupported, "", "a PDF that forbids copying its text");
  if (layout->status != 0)
    return fail(ErrorKind::Malformed, "", "a damaged PDF, or one locked by a password");
  auto doc = document_of_layout(layout->text);
  if (doc.text.empty())
    return fail(ErrorKind::Unsupported, "", "a PDF without text, perhaps of scanned pages");
  return doc;
}

}  // namespace demarche
