#include "ingest/read/decode.h"

#include <catch2/catch.hpp>

#include "graph/model/unicode.h"
#include "tests/case_rows.h"
#include "tests/ingest/read/reading.h"

namespace demarche {
namespace {

TEST_CASE("bytes of every encoding become the same UTF-8, and what is no text is refused") {
  for (const auto& row : case_rows("read/encodings.jsonl")) {
    INFO(row["name"].GetString());
    const std::string bytes = from_hex(row["bytes"].GetString());
    const auto text = decode(bytes, row.HasMember("declared") ? row["declared"].GetString() : "");
    CHECK(text.has_value() == row["text"].IsString());
    if (text && row["text"].IsString()) CHECK(*text == row["text"].GetString());
    if (!text) CHECK(text.error().why == "binary data, not text");
  }
}

TEST_CASE("whatever is decoded is UTF-8, also when it is cut at any byte") {
  for (const auto& row : case_rows("read/encodings.jsonl")) {
    INFO(row["name"].GetString());
    const std::string bytes = from_hex(row["bytes"].GetString());
    for (std::size_t length = 0; length <= bytes.size(); ++length)
      if (const auto text = decode(bytes.substr(0, length))) CHECK(is_utf8(*text));
  }
}

TEST_CASE("where the format is UTF-8 by its definition nothing is guessed") {
  CHECK(decode_strict("caf\xC3\xA9").value() == "café");
  CHECK(decode_strict("\xEF\xBB\xBF"
                      "caf\xC3\xA9")
            .value() == "café");
  CHECK(decode_strict(std::string("\xFF\xFE"
                                  "a\0b\0",
                                  6))
            .value() == "ab");
  CHECK(decode_strict("caf\xE9").error().why == "not UTF-8");
  CHECK(decode_strict(std::string("a\0b", 3)).error().why == "binary data, not text");
}

}  // namespace
}  // namespace demarche
