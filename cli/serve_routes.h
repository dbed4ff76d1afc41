// What `demarche serve` answers, apart from HTTP: the address asked for and its parameters in, JSON out.
// Described for others in data/page/openapi.json. Tested by tests/page/serve_test.py, which compares the two.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "cli/serve_live.h"

namespace demarche {

using Parameters = std::multimap<std::string, std::string>;

struct Reply {
  std::string json;
  std::size_t total = 0;  // how many rows there are beyond the page that was asked for
};

// What is asked, how long the answer may take, and whether it is still waited for.
struct LiveAsk {
  const LiveGraph& graph;
  const LiveState& state;
  std::chrono::milliseconds time;
  std::stop_token stop;
};

struct Route {
  std::string_view path;  // "/api/who"
  Result<Reply> (*answer)(const LiveAsk& ask, const Parameters& parameters);
};

[[nodiscard]] const std::vector<Route>& routes();

inline constexpr std::size_t rows_on_a_page = 100;
inline constexpr std::size_t most_rows_on_a_page = 1000;
inline constexpr std::size_t most_memory_of_a_query = 256UL << 20;  // bytes

}  // namespace demarche
