// How far a long reading has come, drawn on a terminal a few times a second: bytes, documents, rate, time
// left and the file in hand. Says nothing elsewhere, and is gone at the end. Tested by
// tests/cli/progress_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "cli/messages.h"

namespace demarche {

// What a bar shows; `progress_line` is its text.
struct ProgressState {
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;  // 0 where not known
  std::size_t documents = 0;
  std::string current;  // the file in hand
  std::chrono::duration<double> elapsed{0};
};

// "[=====     ] 48%  1,204 documents  301/s  0:12 left  news.jsonl", at most `width` columns where the file's
// name is left out; without a bar and a time left where the total is not known.
[[nodiscard]] std::string progress_line(const ProgressState& state, std::size_t width);

class ProgressBar {
 public:
  // REQUIRES: `messages` outlives this
  ProgressBar(Messages& messages, std::uint64_t bytes_total);
  ~ProgressBar() { messages_.clear(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void open(std::string file);
  void add_bytes(std::uint64_t bytes);
  void add_document();

 private:
  void draw();

  Messages& messages_;
  ProgressState state_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point drawn_ = begun_;
};

}  // namespace demarche
