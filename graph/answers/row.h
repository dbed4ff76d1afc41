// The row of every answer about acts: who did what to which proposal, on what evidence. One row per actor,
// relation, proposal and modality; it owns all that it shows. Tested by tests/graph/answers/who_test.cpp over
// tests/cases/answers/*.txt.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "graph/answers/filter.h"
#include "graph/answers/knowledge.h"

namespace demarche {

struct ActorRef {
  std::string id, name;
  ActorKind kind = ActorKind::Unknown;
};

struct ProposalRef {
  std::string id, name;
  std::optional<int> points;
  std::optional<std::string> version_of;  // the id of the proposal that this one revises
};

struct DocumentRef {
  std::string id, title;
  std::optional<std::string> source;
  std::optional<Date> date;
};

struct NodeRef {
  std::string id, name;
};

// A link that an answer leans on: "Dmitry Peskov" speaks_for "the Kremlin".
struct LinkRef {
  NodeRef from;
  LinkKind relation = LinkKind::SpeaksFor;
  NodeRef to;
  std::optional<std::string> document;  // the id of the document that states it; none: from the gazetteer
};

// All but the dates, counts and `via` are those of the best evidence: the most confident, then the earliest.
struct Row {
  std::string id;  // the assertion's
  ActorRef actor;  // the one that acted, also where another was asked about: see `via`
  Relation relation = Relation::Proposed;
  Modality modality = Modality::Actual;
  Extent extent = Extent::Full;
  ProposalRef proposal;
  std::optional<Date> date;                   // the day of the act: its own, else its document's
  std::optional<Date> first_date, last_date;  // over all evidence
  std::optional<std::string> speaker;         // a name
  Span quote;                                 // the sentence
  DocumentRef document;
  std::size_t reports = 0;  // independent documents that say so; copies of one text are one
  bool in_force = false;
  double confidence = 1.0;
  std::vector<LinkRef> via;  // the links from the actor to the one asked about
};

struct Answer {
  std::vector<Row> rows;             // newest first; undated last
  std::size_t undated_left_out = 0;  // documents that a filter by date could not place
};

// Folds acts (indices into Knowledge::acts) into rows. `in_force` is one flag an act of all Knowledge.
[[nodiscard]] std::vector<Row> rows_of(const Knowledge& knowledge, const std::vector<std::size_t>& acts,
                                       const std::vector<bool>& in_force, const std::stop_token& stop = {});

[[nodiscard]] ActorRef actor_ref(const Knowledge& knowledge, std::size_t entity);
[[nodiscard]] ProposalRef proposal_ref(const Knowledge& knowledge, std::size_t entity);
[[nodiscard]] DocumentRef document_ref(const Document& doc);
[[nodiscard]] LinkRef link_ref(const Knowledge& knowledge, const EntityLink& link);

}  // namespace demarche
