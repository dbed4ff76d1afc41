#include "ingest/actors/data_file.h"

#include <fstream>
#include <iterator>

#include "graph/model/data_lines.h"

namespace demarche {

Result<void> read_lines(const std::filesystem::path& file,
                        const std::function<Result<void>(std::string_view)>& take) {
  std::ifstream in(file, std::ios::binary);
  in.peek();  // a folder can be opened, but not read
  if (!in.is_open() || in.bad()) return fail(ErrorKind::Unreadable, file.string(), "cannot be opened");
  const std::string text(std::istreambuf_iterator<char>(in), {});
  return take_data_lines(text, file.string(), take);
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
