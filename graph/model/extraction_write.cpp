// Writes an Extraction as one line of JSON, its members in the order of the contract.
#include "graph/model/extraction.h"
#include "graph/model/json.h"

namespace demarche {
namespace {

void write_span(json::Writer& out, const Span& span) {
  out.StartObject();
  json::member(out, "field", name(span.field));
  out.Key("start");
  out.Uint64(span.start);
  out.Key("end");
  out.Uint64(span.end);
  json::member(out, "text", span.text);
  out.EndObject();
}

void write_span(json::Writer& out, const char* key, const std::optional<Span>& span) {
  out.Key(key);
  span ? write_span(out, *span) : static_cast<void>(out.Null());
}

void write_spans(json::Writer& out, const char* key, const std::vector<Span>& spans) {
  out.Key(key);
  out.StartArray();
  for (const auto& span : spans) write_span(out, span);
  out.EndArray();
}

// The members of `unknown` go back where they came from.
void write_unknown(json::Writer& out, const std::string& unknown) {
  if (unknown.empty()) return;
  const auto object = json::parse(unknown);
  if (!object || !object->IsObject()) return;
  for (const auto& member : object->GetObject()) {
    json::write(out, json::view(member.name));
    member.value.Accept(out);
  }
}

void write_actor(json::Writer& out, const Actor& actor) {
  out.StartObject();
  json::member(out, "id", actor.id);
  json::member(out, "name", actor.name);
  json::member(out, "kind", name(actor.kind));
  write_spans(out, "mentions", actor.mentions);
  write_unknown(out, actor.unknown);
  out.EndObject();
}

void write_proposal(json::Writer& out, const Proposal& proposal) {
  out.StartObject();
  json::member(out, "id", proposal.id);
  json::member(out, "name", proposal.name);
  json::member(out, "kind", proposal.kind);
  out.Key("points");
  proposal.points ? static_cast<void>(out.Int(*proposal.points)) : static_cast<void>(out.Null());
  write_spans(out, "mentions", proposal.mentions);
  write_unknown(out, proposal.unknown);
  out.EndObject();
}

void write_assertion(json::Writer& out, const Assertion& assertion) {
  out.StartObject();
  json::member(out, "actor", assertion.actor);
  json::member(out, "relation", name(assertion.relation));
  json::member(out, "proposal", assertion.proposal);
  json::member(out, "modality", name(assertion.modality));
  json::member(out, "extent", name(assertion.extent));
  json::optional_member(out, "speaker", assertion.speaker);
  json::optional_member(out, "date", iso(assertion.date));
  write_span(out, "trigger", assertion.trigger);
  write_span(out, "evidence", assertion.evidence);
  write_spans(out, "also", assertion.also);
  json::member(out, "rule", assertion.rule);
  out.Key("confidence");
  out.Double(two_decimals(assertion.confidence));
  write_unknown(out, assertion.unknown);
  out.EndObject();
}

void write_link(json::Writer& out, const Link& link) {
  out.StartObject();
  json::member(out, "from", link.from);
  json::member(out, "relation", name(link.relation));
  json::member(out, "to", link.to);
  write_span(out, "evidence", link.evidence);
  write_unknown(out, link.unknown);
  out.EndObject();
}

template <class Items, class Write>
void write_all(json::Writer& out, const char* key, const Items& items, Write write) {
  out.Key(key);
  out.StartArray();
  for (const auto& item : items) write(out, item);
  out.EndArray();
}

}  // namespace

std::string to_json(const Extraction& found, WithText with_text) {
  const auto& doc = found.document;
  rapidjson::StringBuffer buffer;
  json::Writer out(buffer);
  out.StartObject();
  json::member(out, "id", doc.id);
  json::member(out, "title", doc.title);
  json::optional_member(out, "date", iso(doc.date));
  json::optional_member(out, "source", doc.source);
  json::optional_member(out, "url", doc.url);
  if (with_text == WithText::Yes && found.has_text) json::member(out, "text", doc.text);
  json::member(out, "sha256", found.sha256);
  json::member(out, "extractor", found.extractor);
  write_all(out, "actors", found.actors, write_actor);
  write_all(out, "proposals", found.proposals, write_proposal);
  write_all(out, "assertions", found.assertions, write_assertion);
  write_all(out, "links", found.links, write_link);
  write_unknown(out, found.unknown);
  out.EndObject();
  return json::text_of(buffer);
}

}  // namespace demarche
