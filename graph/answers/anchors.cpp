// A mention is found again by its place, else, in a document that was read anew, by its words.
#include "graph/answers/anchors.h"

#include <algorithm>
#include <map>
#include <optional>

#include "graph/identity/identity.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

using ById = std::map<std::string_view, const Extraction*>;

template <class Found>
bool is_mentioned(const Found& found, const Span& quote) {
  return std::find(found.mentions.begin(), found.mentions.end(), quote) != found.mentions.end();
}

template <class Found>
bool is_called(const Found& found, std::string_view text) {
  const auto folded = fold(text);
  return fold(found.name) == folded ||
         std::any_of(found.mentions.begin(), found.mentions.end(),
                     [&](const Span& mention) { return fold(mention.text) == folded; });
}

// The local id of what the quotation stands for; empty where nothing does.
template <class Found>
std::string local_of(const std::vector<Found>& all, const Span& quote) {
  for (const auto& found : all)
    if (is_mentioned(found, quote)) return found.id;
  for (const auto& found : all)
    if (is_called(found, quote.text)) return found.id;
  return {};
}

std::optional<Anchor> anchor_in(const CorrectionAnchor& anchor, const ById& documents,
                                const Gazetteer& gazetteer) {
  if (!anchor.key.empty())
    return gazetteer.find(anchor.key) ? std::optional(Anchor{"", anchor.key}) : std::nullopt;
  const auto found = documents.find(anchor.document);
  if (found == documents.end()) return std::nullopt;
  auto local = anchor.kind == CorrectionAnchor::Kind::Actor
                   ? local_of(found->second->actors, anchor.quote)
                   : local_of(found->second->proposals, anchor.quote);
  return local.empty() ? std::nullopt : std::optional(Anchor{anchor.document, std::move(local)});
}

const Span& quoted_words(const Assertion& assertion) {
  return assertion.trigger ? *assertion.trigger : assertion.evidence;
}

// The id of the assertion that an anchor holds; empty where it is gone.
std::string assertion_in(const CorrectionAnchor& anchor, const ById& documents) {
  const auto document = documents.find(anchor.document);
  if (document == documents.end()) return {};
  const auto& found = *document->second;
  for (const auto& assertion : found.assertions) {
    const auto* actor = find_actor(found, assertion.actor);
    const auto* proposal = find_proposal(found, assertion.proposal);
    if (assertion.relation == anchor.relation && assertion.modality == anchor.modality &&
        quoted_words(assertion) == anchor.quote && actor && is_called(*actor, anchor.actor) && proposal &&
        is_called(*proposal, anchor.proposal))
      return assertion_id(found, assertion);
  }
  return {};
}

// Adds what one correction does; false where one of its anchors is gone.
bool add(Applied& applied, const Correction& correction, const ById& documents, const Gazetteer& gazetteer) {
  if (correction.kind == Correction::Kind::Retract) {
    auto id = assertion_in(correction.anchors.front(), documents);
    if (id.empty()) return false;
    if (!correction.is_undone) applied.retracted.insert(std::move(id));
    return true;
  }
  std::vector<Anchor> anchors;
  for (const auto& each : correction.anchors) {
    auto anchor = anchor_in(each, documents, gazetteer);
    if (!anchor) return false;
    anchors.push_back(std::move(*anchor));
  }
  if (correction.is_undone) return true;
  if (correction.kind == Correction::Kind::Same) applied.overlay.same.emplace_back(anchors[0], anchors[1]);
  if (correction.kind == Correction::Kind::Distinct)
    applied.overlay.distinct.emplace_back(anchors[0], anchors[1]);
  if (correction.kind == Correction::Kind::Rename) applied.overlay.names[anchors[0]] = correction.name;
  return true;
}

template <class Found>
CorrectionAnchor mention_anchor(CorrectionAnchor::Kind kind, const Extraction& found, const Found& entity,
                                std::string_view typed) {
  CorrectionAnchor anchor;
  anchor.kind = kind;
  anchor.document = found.document.id;
  const auto folded = fold(typed);
  const auto said = std::find_if(entity.mentions.begin(), entity.mentions.end(),
                                 [&](const Span& mention) { return fold(mention.text) == folded; });
  if (said != entity.mentions.end())
    anchor.quote = *said;
  else
    anchor.quote = entity.mentions.empty() ? Span{Field::Text, 0, code_points(entity.name), entity.name}
                                           : entity.mentions.front();
  return anchor;
}

}  // namespace

Applied applied(const std::vector<Correction>& corrections, const std::vector<Extraction>& extractions,
                const Gazetteer& gazetteer) {
  Applied result;
  ById documents;
  if (!corrections.empty())
    for (const auto& found : extractions) documents.emplace(found.document.id, &found);
  for (const auto& correction : corrections)
    result.dormant.push_back(!add(result, correction, documents, gazetteer));
  return result;
}

CorrectionAnchor anchor_of(const Extraction& found, const Actor& actor, std::string_view typed) {
  return mention_anchor(CorrectionAnchor::Kind::Actor, found, actor, typed);
}

CorrectionAnchor anchor_of(const Extraction& found, const Proposal& proposal, std::string_view typed) {
  return mention_anchor(CorrectionAnchor::Kind::Proposal, found, proposal, typed);
}

CorrectionAnchor anchor_of(const Extraction& found, const Assertion& assertion) {
  CorrectionAnchor anchor;
  anchor.kind = CorrectionAnchor::Kind::Assertion;
  anchor.document = found.document.id;
  anchor.quote = quoted_words(assertion);
  anchor.relation = assertion.relation;
  anchor.modality = assertion.modality;
  anchor.actor = find_actor(found, assertion.actor)->name;
  anchor.proposal = find_proposal(found, assertion.proposal)->name;
  return anchor;
}

}  // namespace demarche
