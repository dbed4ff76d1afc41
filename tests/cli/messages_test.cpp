#include "cli/messages.h"

#include <catch2/catch.hpp>
#include <cstdlib>

namespace demarche {
namespace {

// What `use` makes a Messages write.
template <class Use>
std::string written(const Terminal& terminal, const Use& use) {
  char* text = nullptr;
  std::size_t size = 0;
  std::FILE* file = open_memstream(&text, &size);
  Messages messages(file, terminal);
  use(messages);
  std::fclose(file);
  std::string result(text, size);
  std::free(text);
  return result;
}

TEST_CASE("an error is one line with its next step, whatever it holds") {
  const auto report = [](Messages& messages) {
    messages.report({ErrorKind::Unreadable, "news\n.txt", "no such file", "look in news/"});
  };
  CHECK(written({}, report) == "demarche: news .txt: no such file; look in news/\n");
}

TEST_CASE("nothing is drawn where nobody looks") {
  CHECK(written({}, [](Messages& messages) { messages.draw("50%"); }).empty());
}

TEST_CASE("a drawn line gives way to a message and is gone at the end") {
  Terminal terminal;
  terminal.interactive = true;
  const auto draw_and_note = [](Messages& messages) {
    messages.draw("50%");
    messages.note("a line");
    messages.draw("60%");
    messages.clear();
    messages.clear();
  };
  CHECK(written(terminal, draw_and_note) == "\r\x1b[K50%\r\x1b[Ka line\n\r\x1b[K60%\r\x1b[K");
}

}  // namespace
}  // namespace demarche
