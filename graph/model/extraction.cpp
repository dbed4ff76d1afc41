#include "graph/model/extraction.h"

#include <fmt/format.h>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

// Holds spans against the two texts of one document.
class SpanCheck {
 public:
  explicit SpanCheck(const Document& doc) : title_(doc.title), text_(doc.text) {}

  [[nodiscard]] Result<void> stands(const Span& span, const std::string& place) const {
    const auto& index = span.field == Field::Title ? title_ : text_;
    const auto there = index.slice(span.start, span.end);
    if (there == span.text && !there.empty()) return {};
    return malformed(fmt::format("{}: at {} {}-{} stands '{}', not '{}'", place, name(span.field), span.start,
                                 span.end, there, span.text));
  }

  [[nodiscard]] Result<void> stand(const std::vector<Span>& spans, const std::string& place) const {
    for (std::size_t i = 0; i < spans.size(); ++i)
      if (auto ok = stands(spans[i], fmt::format("{}[{}]", place, i)); !ok) return ok;
    return {};
  }

 private:
  CodePointIndex title_;
  CodePointIndex text_;
};

Result<void> check_assertion(const Assertion& assertion, const SpanCheck& check, const std::string& place) {
  if (auto ok = check.stands(assertion.evidence, place + ".evidence"); !ok) return ok;
  if (auto ok = check.stand(assertion.also, place + ".also"); !ok) return ok;
  if (!assertion.trigger) return {};
  const auto& trigger = *assertion.trigger;
  const auto& evidence = assertion.evidence;
  if (trigger.field != evidence.field || trigger.start < evidence.start || trigger.end > evidence.end)
    return malformed(place + ".trigger: not inside the evidence");
  return check.stands(trigger, place + ".trigger");
}

}  // namespace

Result<void> check_spans(const Extraction& found, const Document& doc) {
  const SpanCheck check(doc);
  for (const auto& actor : found.actors)
    if (auto ok = check.stand(actor.mentions, fmt::format("actor '{}', mentions", actor.id)); !ok) return ok;
  for (const auto& proposal : found.proposals)
    if (auto ok = check.stand(proposal.mentions, fmt::format("proposal '{}', mentions", proposal.id)); !ok)
      return ok;
  for (std::size_t i = 0; i < found.assertions.size(); ++i)
    if (auto ok = check_assertion(found.assertions[i], check, fmt::format("assertions[{}]", i)); !ok)
      return ok;
  for (std::size_t i = 0; i < found.links.size(); ++i)
    if (const auto& evidence = found.links[i].evidence)
      if (auto ok = check.stands(*evidence, fmt::format("links[{}].evidence", i)); !ok) return ok;
  return {};
}

const Actor* find_actor(const Extraction& found, std::string_view id) {
  for (const auto& actor : found.actors)
    if (actor.id == id) return &actor;
  return nullptr;
}

const Proposal* find_proposal(const Extraction& found, std::string_view id) {
  for (const auto& proposal : found.proposals)
    if (proposal.id == id) return &proposal;
  return nullptr;
}

}  // namespace demarche
