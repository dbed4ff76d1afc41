// The server itself: HTTP on the loopback interface alone, reading only. A request is refused unless it comes
// to the server by its own name and from a page of its own, so that no other page in the browser can read the
// graph. Tested by tests/page/serve_test.py.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "cli/serve_live.h"

namespace demarche {

struct ServeOptions {
  std::size_t port = 8787;     // 0: any that is free
  std::size_t timeout = 10;    // seconds that an answer may take
  std::filesystem::path page;  // data/page
};

// Serves until `ended()`, which is asked some times a second; `started` gets the address once it is open.
// Errors: Unreadable, where the port cannot be had or a file of the page is missing.
[[nodiscard]] Result<void> serve_graph(LiveGraph& graph, const ServeOptions& options,
                                       const std::function<void(const std::string& address)>& started,
                                       const std::function<bool()>& ended);

}  // namespace demarche
