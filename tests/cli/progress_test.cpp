#include "cli/progress.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

TEST_CASE("a bar says how much is done, how fast, how long still, and which file is in hand") {
  ProgressState state;
  state.bytes_done = 500;
  state.bytes_total = 1000;
  state.documents = 1204;
  state.current = "news.jsonl";
  state.elapsed = std::chrono::seconds(4);
  CHECK(progress_line(state, 100) ==
        "[==========          ]  50%  1,204 documents  301/s  0:04 left  news.jsonl");
}

TEST_CASE("without a known total there is neither bar nor time left") {
  ProgressState state;
  state.documents = 1234567;
  state.elapsed = std::chrono::seconds(1);
  CHECK(progress_line(state, 100) == "1,234,567 documents  1,234,567/s");
}

TEST_CASE("what there is no room for goes, the file's name first") {
  ProgressState state;
  state.documents = 10;
  state.elapsed = std::chrono::seconds(10);
  state.current = "a/very/long/path/to/a/file.jsonl";
  CHECK(progress_line(state, 30) == "10 documents  1/s");
  CHECK(progress_line(state, 15) == "10 documents");
}

TEST_CASE("an input that grew while it was read is done, not more than done") {
  ProgressState state;
  state.bytes_done = 2000;
  state.bytes_total = 1000;
  state.elapsed = std::chrono::seconds(1);
  CHECK(progress_line(state, 100).starts_with("[====================] 100%  "));
}

}  // namespace
}  // namespace demarche
