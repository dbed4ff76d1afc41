#include "ingest/read/dates.h"

#include <catch2/catch.hpp>

#include "tests/case_rows.h"

namespace demarche {
namespace {

void check(const std::string& file, std::optional<Date> (*read)(std::string_view)) {
  for (const auto& row : case_rows("read/" + file)) {
    const std::string text = row["text"].GetString();
    INFO(text);
    const auto date = read(text);
    CHECK((date ? date->iso() : "none") == (row["date"].IsString() ? row["date"].GetString() : "none"));
    for (std::size_t length = 0; length < text.size(); ++length)
      static_cast<void>(read(text.substr(0, length)));
  }
}

TEST_CASE("a day in metadata is read as it is written, and nothing is guessed") {
  check("dates.jsonl", date_of_metadata);
}

TEST_CASE("a dateline gives its day only where it states the year") {
  check("datelines.jsonl", date_of_dateline);
}

}  // namespace
}  // namespace demarche
