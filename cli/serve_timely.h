// Answers that are given up when they take too long: whoever asked is told in time, the thread that works on
// it is asked to stop and comes to its end unheard. Safe from several threads. Tested by
// tests/cli/timely_test.cpp and tests/page/serve_test.py.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <stop_token>

#include "cli/serve_routes.h"

namespace demarche {

class TimelyAnswers {
 public:
  explicit TimelyAnswers(std::chrono::milliseconds time) : time_(time) {}
  ~TimelyAnswers();  // waits for those given up
  TimelyAnswers(const TimelyAnswers&) = delete;
  TimelyAnswers& operator=(const TimelyAnswers&) = delete;

  // What `answer` gives. Errors: its own; Unsupported where it takes longer than the time allowed, or where
  // too many were given up already and go on.
  [[nodiscard]] Result<Reply> run(std::function<Result<Reply>(const std::stop_token&)> answer);

  [[nodiscard]] std::chrono::milliseconds time() const { return time_; }

 private:
  std::chrono::milliseconds time_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t given_up_ = 0;  // that still go on
};

}  // namespace demarche
