#include "graph/export/attributes.h"

#include <fmt/format.h>

#include <algorithm>

namespace demarche {
namespace {

using enum AttributeType;

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

template <class Value>
std::optional<std::string> number(bool is_there, const Value& value) {
  return is_there ? std::optional(fmt::format("{}", value)) : std::nullopt;
}

}  // namespace

std::vector<Attribute> attributes_of(const NetworkNode& node) {
  return {{"label", Text, std::string(name(node.label))},
          {"name", Text, node.name},
          {"kind", Text, unless_empty(node.kind)},
          {"points", Whole, number(node.points.has_value(), node.points.value_or(0))},
          {"date", Day, iso(node.date)},
          {"source", Text, node.source},
          {"url", Text, node.url},
          {"aliases", Text, unless_empty(fmt::format("{}", fmt::join(node.aliases, "\n")))}};
}

std::vector<Attribute> attributes_of(const NetworkEdge& edge) {
  const bool is_act = edge.relation.has_value();
  const bool is_quoted = edge.quote.has_value();
  const Span quote = edge.quote.value_or(Span{});
  const auto if_act = [is_act](std::string_view text) {
    return is_act ? std::optional(std::string(text)) : std::nullopt;
  };
  const auto if_quoted = [is_quoted](std::string_view text) {
    return is_quoted ? std::optional(std::string(text)) : std::nullopt;
  };
  return {{"modality", Text, if_act(name(edge.modality))},
          {"extent", Text, if_act(name(edge.extent))},
          {"date", Day, iso(edge.date)},
          {"speaker", Text, edge.speaker},
          {"document", Text, edge.document},
          {"quote", Text, if_quoted(quote.text)},
          {"field", Text, if_quoted(name(quote.field))},
          {"start", Whole, number(is_quoted, quote.start)},
          {"end", Whole, number(is_quoted, quote.end)},
          {"rule", Text, unless_empty(edge.rule)},
          {"confidence", Real, is_act ? std::optional(fmt::format("{:.2f}", edge.confidence)) : std::nullopt},
          {"from", Day, iso(edge.since)},
          {"until", Day, iso(edge.until)}};
}

const NetworkNode* document_of(const Records& records, const NetworkEdge& edge) {
  if (!edge.document) return nullptr;
  const auto named = [&](std::string_view id) -> const NetworkNode* {
    const auto node = std::partition_point(records.nodes.begin(), records.nodes.end(),
                                           [&](const NetworkNode& candidate) { return candidate.id < id; });
    const bool is_found =
        node != records.nodes.end() && node->id == id && node->label == NetworkNode::Label::Document;
    return is_found ? &*node : nullptr;
  };
  const auto* node = named(*edge.document);
  return node ? node : named("document:" + *edge.document);
}

std::string whole_day(const Date& date) {
  return Date::of(date.first_day()).iso();
}

const char* type_name(AttributeType type) {
  switch (type) {
    case AttributeType::Whole:
      return "long";
    case AttributeType::Real:
      return "double";
    case AttributeType::Text:
    case AttributeType::Day:
      return "string";
  }
  return "string";
}

}  // namespace demarche
