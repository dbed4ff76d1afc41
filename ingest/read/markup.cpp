#include "ingest/read/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

namespace demarche {
namespace {

// libxml2 must be set up by one thread before others use it.
void set_up() {
  [[maybe_unused]] static const bool done = (xmlInitParser(), true);
}

const xmlChar* as_xml(const char* text) {
  return reinterpret_cast<const xmlChar*>(text);
}

void append_content(const xmlNode& node, std::string& text) {
  text += characters(node);
  for (const xmlNode* child = node.children; child; child = child->next)
    if (node.type == XML_ELEMENT_NODE) append_content(*child, text);
}

}  // namespace

XmlTree parse_html(std::string_view html) {
  set_up();
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  return XmlTree(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", options));
}

XmlTree parse_xml(std::string_view bytes) {
  set_up();
  constexpr int options = XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
  return XmlTree(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, options));
}

const xmlNode* root_of(const XmlTree& tree) {
  return tree ? xmlDocGetRootElement(tree.get()) : nullptr;
}

std::string_view characters(const xmlNode& node) {
  const bool is_text = node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
  return is_text && node.content ? reinterpret_cast<const char*>(node.content) : std::string_view();
}

std::string attribute(const xmlNode& node, const char* name) {
  xmlChar* value = xmlGetProp(&node, as_xml(name));
  if (!value) return {};
  std::string text(reinterpret_cast<const char*>(value));
  xmlFree(value);
  return text;
}

bool has_attribute(const xmlNode& node, const char* name) {
  return xmlHasProp(&node, as_xml(name)) != nullptr;
}

std::string content(const xmlNode& node) {
  std::string text;
  append_content(node, text);
  return text;
}

std::string without_entities(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  std::string page = "<p>";
  for (char c : text) c == '<' ? page += "&lt;" : page += c;
  const XmlTree tree = parse_html(page);
  const auto* root = root_of(tree);
  return root ? content(*root) : std::string(text);
}

}  // namespace demarche
