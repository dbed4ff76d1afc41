#include "ingest/read/front_matter.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "ingest/read/dates.h"
#include "ingest/read/tidy.h"

namespace demarche {
namespace {

constexpr std::size_t longest_block = 16u << 10;  // bytes

// The lines between the fences; nothing where `text` does not begin with a block. Takes the block off `text`.
std::optional<std::string_view> take_block(std::string_view& text) {
  std::string_view rest = text;
  if (trim(take_line(rest)) != "---") return std::nullopt;
  const auto block = rest;
  while (!rest.empty() && block.size() - rest.size() < longest_block) {
    const auto before = rest;
    const auto line = trim(take_line(rest));
    if (line != "---" && line != "...") continue;
    text = rest;
    return block.substr(0, block.size() - before.size());
  }
  return std::nullopt;
}

std::optional<std::string> value(const YAML::Node& block, std::initializer_list<const char*> keys) {
  for (const char* key : keys)
    if (const auto node = block[key]; node && node.IsScalar()) {
      const auto text = trim(node.Scalar());
      if (!text.empty()) return std::string(text);
    }
  return std::nullopt;
}

Result<Document> document_of(const YAML::Node& block) {
  Document doc;
  doc.id = value(block, {"id"}).value_or("");
  doc.title = value(block, {"title", "headline"}).value_or("");
  doc.source = value(block, {"source", "publisher", "outlet", "site"});
  doc.url = value(block, {"url", "link"});
  if (const auto date = value(block, {"date", "published"})) {
    doc.date = date_of_metadata(*date);
    if (!doc.date)
      return fail(ErrorKind::Malformed, "", "front matter: date: not a day: " + *date,
                  "write YYYY-MM-DD, YYYY-MM or YYYY");
  }
  return doc;
}

}  // namespace

Result<Document> take_front_matter(std::string_view& text) {
  std::string_view after = text;
  const auto block = take_block(after);
  if (!block) return Document{};
  try {
    const auto yaml = YAML::Load(std::string(*block));
    if (!yaml.IsMap()) return Document{};  // a text between two rules
    text = after;
    return document_of(yaml);
  } catch (const YAML::Exception& error) {
    return fail(ErrorKind::Malformed, "",
                fmt::format("front matter: line {}: {}", error.mark.line + 2, error.msg),
                "put quotation marks around a value that holds a colon");
  }
}

}  // namespace demarche
