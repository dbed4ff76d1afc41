#include "cli/messages.h"

#include <fmt/format.h>

namespace demarche {

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

void Messages::report(const Error& error) {
  clear();
  const std::string mark = styled("demarche:", TextStyle::Red, terminal_);
  fmt::print(file_, "{} {}\n", mark, printable(error.message()));
}

void Messages::note(std::string_view line) {
  clear();
  fmt::print(file_, "{}\n", printable(line));
}

void Messages::draw(std::string_view line) {
  if (!terminal_.interactive) return;
  fmt::print(file_, "\r\x1b[K{}", line);
  std::fflush(file_);
  drawn_ = true;
}

void Messages::clear() {
  if (!drawn_) return;
  fmt::print(file_, "\r\x1b[K");
  drawn_ = false;
}

}  // namespace demarche
