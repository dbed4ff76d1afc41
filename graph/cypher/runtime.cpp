// The budget.
#include "graph/cypher/runtime.h"

#include <fmt/format.h>

#include "graph/cypher/failure.h"

namespace demarche::cypher {

Budget::Budget(const Limits& limits, const std::atomic<bool>* stop) : limits_(limits), stop_(stop) {
  if (limits.time) deadline_ = std::chrono::steady_clock::now() + *limits.time;
}

void Budget::look() const {
  if (stop_ && *stop_) fail_runtime(FailureType::Budget, "Stopped", "stopped beside another that failed");
  if (!deadline_ || std::chrono::steady_clock::now() < *deadline_) return;
  fail_runtime(FailureType::Budget, "TimeLimit",
               fmt::format("stopped after {} ms, the time allowed", limits_.time->count()));
}

void Budget::hold(std::size_t bytes) {
  held_ += bytes;
  if (!limits_.memory || held_ <= *limits_.memory) return;
  fail_runtime(FailureType::Budget, "MemoryLimit",
               fmt::format("stopped with {} MB held, the memory allowed", *limits_.memory >> 20));
}

}  // namespace demarche::cypher
