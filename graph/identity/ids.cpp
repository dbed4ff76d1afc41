// Ids that content gives: the same finding bears the same id in every graph file.
#include <fmt/format.h>

#include "graph/identity/identity.h"
#include "graph/model/json.h"

namespace demarche {
namespace {

constexpr std::size_t id_digits = 12;

std::string place(const Span& span) {
  return fmt::format("{}:{}-{}", name(span.field), span.start, span.end);
}

// Where something is first mentioned; hand-coded findings may do without mentions, and then go by their name.
template <class Found>
std::string anchor(const Found* found) {
  if (!found) return "";
  return found->mentions.empty() ? found->name : place(found->mentions.front());
}

}  // namespace

std::string derived_id(std::string_view prefix, const std::vector<std::string>& parts) {
  rapidjson::StringBuffer buffer;
  json::Writer out(buffer);
  out.StartArray();
  for (const auto& part : parts) json::write(out, part);
  out.EndArray();
  return std::string(prefix) + sha256(json::text_of(buffer)).substr(0, id_digits);
}

std::string assertion_id(const Extraction& found, const Assertion& assertion) {
  return derived_id(
      "s:", {found.document.id, std::string(name(assertion.relation)), std::string(name(assertion.modality)),
             place(assertion.trigger ? *assertion.trigger : assertion.evidence),
             anchor(find_actor(found, assertion.actor)), anchor(find_proposal(found, assertion.proposal))});
}

}  // namespace demarche
