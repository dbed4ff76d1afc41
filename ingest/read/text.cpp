#include "ingest/read/text.h"

#include "graph/model/unicode.h"
#include "ingest/read/decode.h"
#include "ingest/read/front_matter.h"
#include "ingest/read/tidy.h"

namespace demarche {
namespace {

constexpr std::size_t longest_title = 120;  // characters

// A full stop counts also within closing quotation marks and brackets.
bool ends_with_full_stop(std::string_view line) {
  for (bool closing = true; closing;) {
    closing = false;
    for (const std::string_view mark : {"\"", "'", ")", "]", "\u201D", "\u2019"})
      if (line.ends_with(mark)) {
        line.remove_suffix(mark.size());
        closing = true;
      }
  }
  return line.ends_with('.');
}

}  // namespace

void take_title(Document& doc) {
  std::string_view rest = doc.text;
  const auto line = trim(take_line(rest));
  const bool stands_alone = trim(rest.substr(0, rest.find('\n'))).empty() && !trim(rest).empty();
  if (line.empty() || !stands_alone) return;
  const bool repeats = !doc.title.empty() && collapse_spaces(line) == collapse_spaces(doc.title);
  const bool is_title = doc.title.empty() && code_points(line) <= longest_title && !ends_with_full_stop(line);
  if (!repeats && !is_title) return;
  if (is_title) doc.title = line;
  doc.text = std::string(trim(rest));
}

Result<Document> read_text(std::string_view bytes) {
  const auto decoded = decode(bytes);
  if (!decoded) return tl::make_unexpected(decoded.error());
  const std::string text = tidy(*decoded);

  std::string_view body = text;
  auto doc = take_front_matter(body);
  if (!doc) return doc;
  doc->text = trim(body);
  take_title(*doc);
  return doc;
}

}  // namespace demarche
