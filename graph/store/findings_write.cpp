// Parents before children, as foreign keys want it: document, actors, proposals, mentions,
// assertions, also, links.
#include "graph/store/findings.h"

namespace demarche {
namespace {

using std::int64_t;

// Empty where null is meant.
std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

template <class Value>
int64_t stored(Value value) {
  return static_cast<int64_t>(value);
}

// A span's columns; all null where there is none.
struct SpanColumns {
  explicit SpanColumns(const Span& span)
      : field(name(span.field)), start(stored(span.start)), stop(stored(span.end)), text(span.text) {}
  explicit SpanColumns(const std::optional<Span>& span) {
    if (span) *this = SpanColumns(*span);
  }

  std::optional<std::string_view> field;
  std::optional<int64_t> start, stop;
  std::optional<std::string_view> text;
};

int64_t insert_document(Database& db, const Extraction& found, std::optional<int64_t> number) {
  const auto& doc = found.document;
  db.run(
      "INSERT INTO documents (number, id, title, date, source, url, path, sha256, extractor, unknown, text) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      number, doc.id, doc.title, iso(doc.date), doc.source, doc.url, unless_empty(doc.path), found.sha256,
      found.extractor, unless_empty(found.unknown), found.has_text ? std::optional(doc.text) : std::nullopt);
  return db.connection().getLastInsertRowid();
}

// Numbers the mentions of one document from 0 on, actors first.
class MentionWriter {
 public:
  MentionWriter(Database& db, int64_t number) : db_(db), number_(number) {}

  void write(const std::vector<Span>& mentions, const std::optional<std::string>& actor,
             const std::optional<std::string>& proposal) {
    for (const auto& mention : mentions) {
      const SpanColumns span(mention);
      db_.run(
          "INSERT INTO mentions (document, place, actor, proposal, field, start, stop, text) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          number_, place_++, actor, proposal, span.field, span.start, span.stop, span.text);
    }
  }

 private:
  Database& db_;
  int64_t number_;
  int64_t place_ = 0;
};

void insert_actors(Database& db, int64_t number, const std::vector<Actor>& actors, MentionWriter& mentions) {
  int64_t place = 0;
  for (const auto& actor : actors) {
    db.run("INSERT INTO actors (document, id, place, name, kind, unknown) VALUES (?, ?, ?, ?, ?, ?)", number,
           actor.id, place++, actor.name, stored(actor.kind), unless_empty(actor.unknown));
    mentions.write(actor.mentions, actor.id, std::nullopt);
  }
}

void insert_proposals(Database& db, int64_t number, const std::vector<Proposal>& proposals,
                      MentionWriter& mentions) {
  int64_t place = 0;
  for (const auto& proposal : proposals) {
    db.run(
        "INSERT INTO proposals (document, id, place, name, kind, points, unknown) VALUES (?, ?, ?, ?, ?, ?, "
        "?)",
        number, proposal.id, place++, proposal.name, proposal.kind,
        proposal.points ? std::optional(stored(*proposal.points)) : std::nullopt,
        unless_empty(proposal.unknown));
    mentions.write(proposal.mentions, std::nullopt, proposal.id);
  }
}

void insert_also(Database& db, int64_t number, int64_t assertion, const std::vector<Span>& also) {
  int64_t place = 0;
  for (const auto& sentence : also) {
    const SpanColumns span(sentence);
    db.run(
        "INSERT INTO also (document, assertion, place, field, start, stop, text) VALUES (?, ?, ?, ?, ?, ?, "
        "?)",
        number, assertion, place++, span.field, span.start, span.stop, span.text);
  }
}

void insert_assertion(Database& db, int64_t number, int64_t place, const Assertion& assertion) {
  const SpanColumns evidence(assertion.evidence);
  const SpanColumns trigger(assertion.trigger);
  db.run(
      "INSERT INTO assertions (document, place, actor, relation, proposal, modality, extent, speaker, date, "
      "field, start, stop, quote, trigger_field, trigger_start, trigger_stop, trigger_text, rule, "
      "confidence, unknown) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      number, place, assertion.actor, stored(assertion.relation), assertion.proposal,
      stored(assertion.modality), stored(assertion.extent), assertion.speaker, iso(assertion.date),
      evidence.field, evidence.start, evidence.stop, evidence.text, trigger.field, trigger.start,
      trigger.stop, trigger.text, assertion.rule, assertion.confidence, unless_empty(assertion.unknown));
  insert_also(db, number, place, assertion.also);
}

void insert_link(Database& db, int64_t number, int64_t place, const Link& link, const Extraction& found) {
  const SpanColumns evidence(link.evidence);
  const bool between_proposals = find_proposal(found, link.from) != nullptr;
  const std::optional<std::string> none;
  const std::optional from(link.from);
  const std::optional to(link.to);
  db.run(
      "INSERT INTO links (document, place, relation, from_actor, to_actor, from_proposal, to_proposal, "
      "field, start, stop, quote, unknown) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      number, place, stored(link.relation), between_proposals ? none : from, between_proposals ? none : to,
      between_proposals ? from : none, between_proposals ? to : none, evidence.field, evidence.start,
      evidence.stop, evidence.text, unless_empty(link.unknown));
}

}  // namespace

void insert_extraction(Database& db, const Extraction& found, std::optional<int64_t> old_number) {
  const int64_t number = insert_document(db, found, old_number);
  MentionWriter mentions(db, number);
  insert_actors(db, number, found.actors, mentions);
  insert_proposals(db, number, found.proposals, mentions);

  int64_t place = 0;
  for (const auto& assertion : found.assertions) insert_assertion(db, number, place++, assertion);
  place = 0;
  for (const auto& link : found.links) insert_link(db, number, place++, link, found);
}

}  // namespace demarche
