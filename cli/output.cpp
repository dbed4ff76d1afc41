#include "cli/output.h"

#include <cerrno>
#include <csignal>
#include <cstring>

namespace demarche {

void Output::write(std::string_view text) {
  if (!open() || text.empty()) return;
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) failure_ = errno;
}

Result<void> Output::finish() {
  if (open() && std::fflush(file_) != 0) failure_ = errno;
  if (open() || failure_ == EPIPE) return {};
  return fail(ErrorKind::Unreadable, "standard output", std::strerror(failure_));
}

void ignore_broken_pipes() {
  std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace demarche
