#include "ingest/actors/data_file.h"

#include <fmt/format.h>

#include <fstream>

namespace demarche {

Result<void> read_lines(const std::filesystem::path& file,
                        const std::function<Result<void>(std::string_view)>& take) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorKind::Unreadable, file.string(), "cannot be opened");
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string::npos || line[first] == '#') continue;
    if (auto taken = take(line); !taken) {
      Error error = taken.error();
      error.what = fmt::format("{}:{}", file.string(), number);
      return tl::make_unexpected(std::move(error));
    }
  }
  return {};
}

std::vector<std::string> split_words(std::string_view line) {
  constexpr std::string_view space = " \t\r\n";
  std::vector<std::string> words;
  for (std::size_t at = line.find_first_not_of(space); at != std::string_view::npos;) {
    const std::size_t end = line.find_first_of(space, at);
    words.emplace_back(line.substr(at, end - at));
    at = end == std::string_view::npos ? end : line.find_first_not_of(space, end);
  }
  return words;
}

}  // namespace demarche
