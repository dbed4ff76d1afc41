// HTML and XML as libxml2's trees, and the few things that the readers ask of them. Nothing is fetched and no
// entity is expanded; trees are at most 256 deep, so that they can be walked by recursion. Tested through
// tests/ingest/read/documents_test.cpp and damage_test.cpp.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace demarche {

struct FreeXmlTree {
  void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};
using XmlTree = std::unique_ptr<xmlDoc, FreeXmlTree>;

// The tree of any text, as browsers would mend it; null where there is nothing in it. REQUIRES: is_utf8(html)
[[nodiscard]] XmlTree parse_html(std::string_view html);

// The tree of well-formed XML; null for anything else.
[[nodiscard]] XmlTree parse_xml(std::string_view bytes);

// Null for an empty tree.
[[nodiscard]] const xmlNode* root_of(const XmlTree& tree);

[[nodiscard]] inline std::string_view name_of(const xmlNode& node) {
  return node.name ? reinterpret_cast<const char*>(node.name) : std::string_view();
}

[[nodiscard]] inline bool is_element(const xmlNode& node) {
  return node.type == XML_ELEMENT_NODE;
}
[[nodiscard]] inline bool is_element(const xmlNode& node, std::string_view name) {
  return is_element(node) && name_of(node) == name;
}

// The characters of a text or CDATA node; empty for any other.
[[nodiscard]] std::string_view characters(const xmlNode& node);

// The attribute's value, whatever its namespace; empty where it is missing.
[[nodiscard]] std::string attribute(const xmlNode& node, const char* name);
[[nodiscard]] bool has_attribute(const xmlNode& node, const char* name);

// All characters below `node`, as they stand.
[[nodiscard]] std::string content(const xmlNode& node);

// "AT&amp;T" as "AT&T".
[[nodiscard]] std::string without_entities(std::string_view text);

// Calls `visit` for every element from `node` down, in document order; an element for which it gives false is
// not gone into.
template <class Visit>
void visit_elements(const xmlNode& node, Visit&& visit) {
  if (!is_element(node) || !visit(node)) return;
  for (const xmlNode* child = node.children; child; child = child->next) visit_elements(*child, visit);
}

}  // namespace demarche
