#include "graph/model/data_lines.h"

#include <fmt/format.h>

#include <algorithm>

namespace demarche {

Result<void> take_data_lines(std::string_view text, const std::string& file,
                             const std::function<Result<void>(std::string_view)>& take) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || line[first] == '#') continue;
    if (auto taken = take(line); !taken) {
      Error error = taken.error();
      error.what = fmt::format("{}:{}", file, number);
      return tl::make_unexpected(std::move(error));
    }
  }
  return {};
}

}  // namespace demarche
