#include "graph/answers/json.h"

#include <cmath>
#include <string_view>

#include "graph/model/json.h"

namespace demarche {
namespace {

using json::Writer;

constexpr double two_decimals = 100.0;

void write(Writer& out, const Row& row);
void write(Writer& out, const std::vector<Row>& rows);

void write_count(Writer& out, const char* key, std::size_t count) {
  out.Key(key);
  out.Uint64(count);
}

void write_date(Writer& out, const char* key, const std::optional<Date>& date) {
  json::optional_member(out, key, date ? std::optional(date->iso()) : std::nullopt);
}

void write_points(Writer& out, const std::optional<int>& points) {
  out.Key("points");
  points ? static_cast<void>(out.Int(*points)) : static_cast<void>(out.Null());
}

void write(Writer& out, const ActorRef& actor) {
  out.StartObject();
  json::member(out, "id", actor.id);
  json::member(out, "name", actor.name);
  json::member(out, "kind", name(actor.kind));
  out.EndObject();
}

void write(Writer& out, const ProposalRef& proposal) {
  out.StartObject();
  json::member(out, "id", proposal.id);
  json::member(out, "name", proposal.name);
  write_points(out, proposal.points);
  json::optional_member(out, "version_of", proposal.version_of);
  out.EndObject();
}

void write(Writer& out, const DocumentRef& document) {
  out.StartObject();
  json::member(out, "id", document.id);
  json::member(out, "title", document.title);
  json::optional_member(out, "source", document.source);
  write_date(out, "date", document.date);
  out.EndObject();
}

void write(Writer& out, const NodeRef& node) {
  out.StartObject();
  json::member(out, "id", node.id);
  json::member(out, "name", node.name);
  out.EndObject();
}

void write(Writer& out, const LinkRef& link) {
  out.StartObject();
  out.Key("from");
  write(out, link.from);
  json::member(out, "relation", name(link.relation));
  out.Key("to");
  write(out, link.to);
  json::optional_member(out, "document", link.document);
  out.EndObject();
}

template <class Item>
void write_array(Writer& out, const char* key, const std::vector<Item>& items) {
  out.Key(key);
  out.StartArray();
  for (const auto& item : items) write(out, item);
  out.EndArray();
}

void write_place(Writer& out, const Span& quote) {
  out.Key("at");
  out.StartObject();
  json::member(out, "field", name(quote.field));
  write_count(out, "start", quote.start);
  write_count(out, "end", quote.end);
  out.EndObject();
}

void write(Writer& out, const Row& row) {
  out.StartObject();
  json::member(out, "id", row.id);
  out.Key("actor");
  write(out, row.actor);
  json::member(out, "relation", name(row.relation));
  json::member(out, "modality", name(row.modality));
  json::member(out, "extent", name(row.extent));
  out.Key("proposal");
  write(out, row.proposal);
  write_date(out, "date", row.date);
  write_date(out, "first_date", row.first_date);
  write_date(out, "last_date", row.last_date);
  json::optional_member(out, "speaker", row.speaker);
  json::member(out, "quote", row.quote.text);
  write_place(out, row.quote);
  out.Key("document");
  write(out, row.document);
  write_count(out, "reports", row.reports);
  out.Key("in_force");
  out.Bool(row.in_force);
  out.Key("confidence");
  out.Double(std::round(row.confidence * two_decimals) / two_decimals);
  write_array(out, "via", row.via);
  out.EndObject();
}

void write(Writer& out, const std::vector<Row>& rows) {
  out.StartArray();
  for (const auto& row : rows) write(out, row);
  out.EndArray();
}

void write(Writer& out, const StatusRow& row) {
  out.StartObject();
  out.Key("actor");
  write(out, row.actor);
  out.Key("proposal");
  write(out, row.proposal);
  json::member(out, "status", name(row.status));
  json::member(out, "rule", row.rule);
  write_date(out, "since", row.since);
  out.Key("days");
  row.days ? static_cast<void>(out.Int(*row.days)) : static_cast<void>(out.Null());
  out.Key("stale");
  out.Bool(row.stale);
  write_array(out, "evidence", row.evidence);
  out.EndObject();
}

void write(Writer& out, const Change::Side& side) {
  if (side.act) return write(out, *side.act);
  out.StartObject();
  out.Key("proposal");
  write(out, side.proposal);
  out.EndObject();
}

void write(Writer& out, const Change& change) {
  out.StartObject();
  json::member(out, "kind", name(change.kind));
  out.Key("before");
  change.before ? write(out, *change.before) : static_cast<void>(out.Null());
  out.Key("after");
  write(out, change.after);
  out.EndObject();
}

void write(Writer& out, const Conflict& conflict) {
  out.StartObject();
  out.Key("actor");
  write(out, conflict.actor);
  out.Key("proposal");
  write(out, conflict.proposal);
  write_array(out, "sides", conflict.sides);
  out.EndObject();
}

void write(Writer& out, const ActorLine& line) {
  out.StartObject();
  json::member(out, "id", line.actor.id);
  json::member(out, "name", line.actor.name);
  json::member(out, "kind", name(line.actor.kind));
  write_count(out, "documents", line.documents);
  write_count(out, "acts", line.acts);
  out.EndObject();
}

void write(Writer& out, const ProposalLine& line) {
  out.StartObject();
  json::member(out, "id", line.proposal.id);
  json::member(out, "name", line.proposal.name);
  json::member(out, "kind", line.kind);
  write_points(out, line.proposal.points);
  json::optional_member(out, "version_of", line.proposal.version_of);
  write_count(out, "documents", line.documents);
  write_count(out, "acts", line.acts);
  write_date(out, "first_date", line.first_date);
  write_date(out, "last_date", line.last_date);
  out.EndObject();
}

void write(Writer& out, const DocumentLine& line) {
  out.StartObject();
  json::member(out, "id", line.document.id);
  json::member(out, "title", line.document.title);
  json::optional_member(out, "source", line.document.source);
  write_date(out, "date", line.document.date);
  json::optional_member(out, "url", line.url);
  write_count(out, "actors", line.actors);
  write_count(out, "proposals", line.proposals);
  write_count(out, "acts", line.acts);
  out.EndObject();
}

void write(Writer& out, const EntityView& view) {
  const bool is_actor = view.label == Entity::Kind::Actor;
  out.StartObject();
  json::member(out, "id", view.id);
  json::member(out, "label", is_actor ? "Actor" : "Proposal");
  json::member(out, "name", view.name);
  json::member(out, "kind", view.kind);
  if (!is_actor) write_points(out, view.points);
  out.Key("aliases");
  out.StartArray();
  for (const auto& alias : view.aliases) json::write(out, std::string_view(alias));
  out.EndArray();
  write_array(out, "links", view.links);
  write_array(out, "documents", view.documents);
  write_array(out, "acts", view.acts);
  out.EndObject();
}

void write(Writer& out, const DocumentView& view) {
  out.StartObject();
  json::member(out, "id", view.document.id);
  json::member(out, "label", "Document");
  json::member(out, "title", view.document.title);
  json::optional_member(out, "source", view.document.source);
  write_date(out, "date", view.document.date);
  json::optional_member(out, "url", view.url);
  write_array(out, "actors", view.actors);
  write_array(out, "proposals", view.proposals);
  write_array(out, "links", view.links);
  write_array(out, "acts", view.acts);
  out.EndObject();
}

template <class Item>
std::string line_of(const Item& item) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  write(out, item);
  return json::text_of(buffer);
}

template <class Item>
std::string array_of(const std::vector<Item>& items) {
  if (items.empty()) return "[]\n";
  std::string text;
  for (const auto& item : items) {
    text += text.empty() ? "[" : ",\n";
    text += line_of(item);
  }
  return text += "]\n";
}

}  // namespace

std::string to_json(const std::vector<Row>& rows) {
  return array_of(rows);
}
std::string to_json(const std::vector<StatusRow>& rows) {
  return array_of(rows);
}
std::string to_json(const std::vector<Change>& changes) {
  return array_of(changes);
}
std::string to_json(const std::vector<Conflict>& conflicts) {
  return array_of(conflicts);
}
std::string to_json(const std::vector<ActorLine>& lines) {
  return array_of(lines);
}
std::string to_json(const std::vector<ProposalLine>& lines) {
  return array_of(lines);
}
std::string to_json(const std::vector<DocumentLine>& lines) {
  return array_of(lines);
}

std::string to_json(const View& view) {
  return std::visit([](const auto& shown) { return array_of(std::vector{shown}); }, view);
}

}  // namespace demarche
