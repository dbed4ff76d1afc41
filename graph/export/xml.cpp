#include "graph/export/xml.h"

namespace demarche {
namespace {

const xmlChar* bytes(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

// U+FFFE and U+FFFF, which are well-formed UTF-8 but no characters of XML.
bool is_noncharacter(std::string_view three) {
  return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF";
}

std::string printable(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool is_control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    const bool is_none = is_noncharacter(text.substr(i, 3));
    if (is_control || is_none)
      result += "\uFFFD";
    else
      result += text[i];
    if (is_none) i += 2;
  }
  return result;
}

}  // namespace

XmlWriter::XmlWriter()
    : buffer_(xmlBufferCreate(), xmlBufferFree),
      writer_(xmlNewTextWriterMemory(buffer_.get(), 0), xmlFreeTextWriter) {
  xmlTextWriterSetIndent(writer_.get(), 1);
  xmlTextWriterStartDocument(writer_.get(), nullptr, "UTF-8", nullptr);
}

void XmlWriter::start(const char* element) {
  xmlTextWriterStartElement(writer_.get(), reinterpret_cast<const xmlChar*>(element));
}

void XmlWriter::attribute(const char* name, std::string_view value) {
  xmlTextWriterWriteAttribute(writer_.get(), reinterpret_cast<const xmlChar*>(name), bytes(printable(value)));
}

void XmlWriter::text(std::string_view value) {
  xmlTextWriterWriteString(writer_.get(), bytes(printable(value)));
}

void XmlWriter::end() {
  xmlTextWriterEndElement(writer_.get());
}

std::string XmlWriter::finish() {
  xmlTextWriterEndDocument(writer_.get());
  xmlTextWriterFlush(writer_.get());
  return {reinterpret_cast<const char*>(xmlBufferContent(buffer_.get())),
          static_cast<std::size_t>(xmlBufferLength(buffer_.get()))};
}

}  // namespace demarche
