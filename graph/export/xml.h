// XML into memory through libxml2's writer, which does all the escaping. Characters that XML cannot hold at
// all (most control characters) become U+FFFD. Only sources include this. Tested by
// tests/export/readers_test.py.
#pragma once

#include <libxml/xmlwriter.h>

#include <memory>
#include <string>
#include <string_view>

namespace demarche {

class XmlWriter {
 public:
  XmlWriter();

  void start(const char* element);
  void attribute(const char* name, std::string_view value);
  void text(std::string_view value);
  void end();

  // All that was written, every element ended.
  [[nodiscard]] std::string finish();

 private:
  std::unique_ptr<xmlBuffer, void (*)(xmlBufferPtr)> buffer_;
  std::unique_ptr<xmlTextWriter, void (*)(xmlTextWriterPtr)> writer_;
};

}  // namespace demarche
