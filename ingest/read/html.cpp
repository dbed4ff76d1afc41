#include "ingest/read/html.h"

#include "graph/model/unicode.h"
#include "ingest/read/decode.h"
#include "ingest/read/html_body.h"
#include "ingest/read/html_metadata.h"
#include "ingest/read/markup.h"
#include "ingest/read/text.h"
#include "ingest/read/tidy.h"

namespace demarche {
namespace {

constexpr std::size_t head_size = 4096;  // bytes in which a charset must be declared

// The word after "charset=" or "encoding=" in the head of the page; empty where there is none.
std::string_view declared_charset(std::string_view bytes) {
  const auto head = bytes.substr(0, head_size);
  for (const std::string_view key : {"charset=", "encoding="}) {
    const auto at = head.find(key);
    if (at == std::string_view::npos) continue;
    auto value = head.substr(at + key.size());
    if (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
    return value.substr(0, value.find_first_of("\"'; />?\r\n"));
  }
  return {};
}

}  // namespace

Result<Document> read_html(std::string_view bytes) {
  const auto html = decode(bytes, declared_charset(bytes));
  if (!html) return tl::make_unexpected(html.error());
  const XmlTree tree = parse_html(*html);
  const auto* page = root_of(tree);
  if (!page) return fail(ErrorKind::Malformed, "", "no page in it");

  Document doc = html_metadata(*page);
  doc.title = collapse_spaces(tidy(doc.title));
  doc.text = tidy(html_body(*page, doc.title));
  return doc;
}

}  // namespace demarche
