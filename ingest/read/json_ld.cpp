#include "ingest/read/json_ld.h"

#include <vector>

#include "graph/model/json.h"
#include "ingest/read/markup.h"

namespace demarche {
namespace {

using rapidjson::Value;

// Pages break lines within strings, which JSON does not allow; between its tokens a space does as well.
std::string without_controls(std::string_view json) {
  std::string plain(json);
  for (char& c : plain)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return plain;
}

std::string_view text_member(const Value& object, const char* key) {
  if (!object.IsObject()) return {};
  const auto* value = json::find(object, key);
  return value && value->IsString() ? json::view(*value) : std::string_view();
}

bool is_article_type(std::string_view type) {
  if (const auto slash = type.find_last_of("/:"); slash != std::string_view::npos)
    type.remove_prefix(slash + 1);
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" || type == "PressRelease";
}

bool is_article(const Value& node) {
  if (is_article_type(text_member(node, "@type"))) return true;
  const auto* types = json::find(node, "@type");
  if (!types || !types->IsArray()) return false;
  for (const auto& type : types->GetArray())
    if (type.IsString() && is_article_type(json::view(type))) return true;
  return false;
}

// The objects that may be the article: the root, or the members of the arrays in it.
void collect_nodes(const Value& value, std::vector<const Value*>& nodes) {
  if (value.IsArray())
    for (const auto& item : value.GetArray())
      if (!item.IsArray()) collect_nodes(item, nodes);
  if (!value.IsObject()) return;
  nodes.push_back(&value);
  const auto* graph = json::find(value, "@graph");
  if (graph && graph->IsArray())
    for (const auto& item : graph->GetArray())
      if (item.IsObject()) nodes.push_back(&item);
}

// A publisher is a name, an object with a name, an array of such, or a reference to an object elsewhere in
// the graph.
std::string_view publisher_name(const Value& publisher, const std::vector<const Value*>& nodes) {
  if (publisher.IsString()) return json::view(publisher);
  if (publisher.IsArray() && !publisher.Empty() && !publisher[0].IsArray())
    return publisher_name(publisher[0], nodes);
  if (const auto name = text_member(publisher, "name"); !name.empty()) return name;
  const auto id = text_member(publisher, "@id");
  for (const auto* node : nodes)
    if (!id.empty() && text_member(*node, "@id") == id) return text_member(*node, "name");
  return {};
}

std::string_view page_url(const Value& article) {
  if (const auto url = text_member(article, "url"); !url.empty()) return url;
  if (const auto page = text_member(article, "mainEntityOfPage"); !page.empty()) return page;
  const auto* page = json::find(article, "mainEntityOfPage");
  return page ? text_member(*page, "@id") : std::string_view();
}

}  // namespace

ArticleFacts article_of_json_ld(std::string_view json) {
  const auto root = json::parse(without_controls(json));
  if (!root) return {};
  std::vector<const Value*> nodes;
  collect_nodes(*root, nodes);
  for (const auto* node : nodes) {
    if (!is_article(*node)) continue;
    ArticleFacts facts;
    facts.headline = without_entities(text_member(*node, "headline"));
    if (facts.headline.empty()) facts.headline = without_entities(text_member(*node, "name"));
    facts.date = text_member(*node, "datePublished");
    facts.url = without_entities(page_url(*node));
    if (const auto* publisher = json::find(*node, "publisher"))
      facts.publisher = without_entities(publisher_name(*publisher, nodes));
    return facts;
  }
  return {};
}

}  // namespace demarche
