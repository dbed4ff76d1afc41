#include "graph/model/document.h"

#include <fmt/format.h>
#include <openssl/sha.h>

#include "graph/model/json.h"

namespace demarche {

std::string_view name(Field field) {
  switch (field) {
    case Field::Title:
      return "title";
    case Field::Text:
      return "text";
  }
  return "";
}

std::optional<Field> field_named(std::string_view word) {
  if (word == "title") return Field::Title;
  if (word == "text") return Field::Text;
  return std::nullopt;
}

std::string sha256(std::string_view bytes) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest);
  std::string hex;
  hex.reserve(2 * SHA256_DIGEST_LENGTH);
  for (unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

// A JSON array, so that no two different documents can run together into the same bytes.
std::string content_hash(const Document& doc) {
  rapidjson::StringBuffer buffer;
  json::Writer out(buffer);
  out.StartArray();
  json::write(out, doc.title);
  json::write(out, doc.date ? doc.date->iso() : "");
  json::write(out, doc.source.value_or(""));
  json::write(out, doc.text);
  out.EndArray();
  return sha256(json::text_of(buffer));
}

void name_document(Document& doc) {
  if (doc.id.empty()) doc.id = doc.url && !doc.url->empty() ? *doc.url : content_hash(doc);
}

Result<Document> document_from_json(std::string_view text) {
  const auto parsed = json::parse(text);
  if (!parsed) return tl::make_unexpected(parsed.error());
  if (!parsed->IsObject()) return fail(ErrorKind::Malformed, "", "not a JSON object");

  constexpr const char* keys[] = {"id", "title", "date", "source", "url", "text"};
  std::optional<std::string> values[std::size(keys)];
  for (std::size_t i = 0; i < std::size(keys); ++i) {
    auto value = json::string_member(*parsed, keys[i]);
    if (!value) return tl::make_unexpected(value.error());
    values[i] = std::move(*value);
  }
  auto& [id, title, date, source, url, body] = values;
  if (!body) return fail(ErrorKind::Malformed, "", "no text");

  Document doc{id.value_or(""), title.value_or(""), std::nullopt, source, url, *body, ""};
  if (date && !date->empty()) {
    doc.date = Date::parse_timestamp(*date);
    if (!doc.date)
      return fail(ErrorKind::Malformed, "", "date: not a day: " + *date, "write YYYY-MM-DD, YYYY-MM or YYYY");
  }
  return doc;
}

std::string to_json(const Document& doc) {
  rapidjson::StringBuffer buffer;
  json::Writer out(buffer);
  out.StartObject();
  json::member(out, "id", doc.id);
  json::member(out, "title", doc.title);
  json::optional_member(out, "date", doc.date ? std::optional(doc.date->iso()) : std::nullopt);
  json::optional_member(out, "source", doc.source);
  json::optional_member(out, "url", doc.url);
  json::member(out, "text", doc.text);
  out.EndObject();
  return json::text_of(buffer);
}

}  // namespace demarche
