// A text to be read, and where it comes from. A Document is what readers give and what `extract` takes.
// Tested by tests/graph/model/document_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/model/date.h"
#include "graph/model/error.h"

namespace demarche {

// Which text of a document a position counts in.
enum class Field { Title, Text };

[[nodiscard]] std::string_view name(Field field);  // "title", "text"
[[nodiscard]] std::optional<Field> field_named(std::string_view word);

// A piece of a document: code points `start` up to `end`, and the words that stand there.
struct Span {
  Field field = Field::Text;
  std::size_t start = 0;  // code point
  std::size_t end = 0;    // code point, exclusive; greater than start
  std::string text;

  friend bool operator==(const Span&, const Span&) = default;
};

struct Document {
  std::string id;     // the one given, else the URL, else the content's SHA-256: see `name_document`
  std::string title;  // may be empty
  std::optional<Date> date;
  std::optional<std::string> source;  // the publisher's name
  std::optional<std::string> url;
  std::string text;

  // Where it was read from: a file's path, with "#line" in a file of many documents; empty for standard
  // input.
  std::string path;

  [[nodiscard]] const std::string& field(Field which) const { return which == Field::Title ? title : text; }
};

// SHA-256 in 64 lower-case hex digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

// The hash of what a document says: title, date, source and text.
[[nodiscard]] std::string content_hash(const Document& doc);

// Gives `doc` its id where it has none: its URL, else its content hash.
void name_document(Document& doc);

// One JSON object (one line of JSON Lines) as a Document. Missing equals null; only `text` must be there.
// Unknown fields are passed over. The id stays empty where none is given. Errors: Malformed, with the reason
// ("no text", "date: not a day: …"); `what` is left empty for the caller to fill.
[[nodiscard]] Result<Document> document_from_json(std::string_view json);

// The Document as one line of JSON, without newline: {"id","title","date","source","url","text"}.
[[nodiscard]] std::string to_json(const Document& doc);

}  // namespace demarche
