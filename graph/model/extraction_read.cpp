// Reads one line of JSON as an Extraction, and says of a bad one where and why.
#include <fmt/format.h>

#include <string_view>
#include <unordered_set>

#include "graph/model/extraction.h"
#include "graph/model/json.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

using rapidjson::Value;

// Reads the members of one JSON object one after another. The first error is kept, with the path of the
// member; what is read after it has no meaning.
class Reader {
 public:
  Reader(const Value& object, std::string path, std::optional<Error>& error)
      : object_(object), path_(std::move(path)), error_(error) {
    if (!object.IsObject()) refuse("", "not an object");
  }

  [[nodiscard]] bool ok() const { return !error_; }
  [[nodiscard]] const std::string& path() const { return path_; }

  void refuse(std::string_view key, std::string_view why) {
    if (error_) return;
    std::string place = path_;
    if (!place.empty() && !key.empty()) place += '.';
    place += key;
    error_ = Error{ErrorKind::Malformed, "",
                   place.empty() ? std::string(why) : fmt::format("{}: {}", place, why), ""};
  }

  // The member, or null where it is missing, null, or an error stands.
  const Value* find(const char* key) {
    known_.insert(key);
    return ok() ? json::find(object_, key) : nullptr;
  }

  std::optional<std::string> text(const char* key) {
    const auto* value = find(key);
    if (!value) return std::nullopt;
    if (value->IsString()) return std::string(json::view(*value));
    refuse(key, "not a string");
    return std::nullopt;
  }

  std::string required_text(const char* key) {
    auto value = text(key);
    if (!value || value->empty()) refuse(key, "missing");
    return value.value_or("");
  }

  std::optional<Date> date(const char* key) {
    const auto value = text(key);
    if (!value) return std::nullopt;
    const auto date = Date::parse(*value);
    if (!date) refuse(key, fmt::format("not a day: '{}'", *value));
    return date;
  }

  std::optional<std::size_t> count(const char* key) {
    const auto* value = find(key);
    if (!value) return std::nullopt;
    if (value->IsUint64()) return value->GetUint64();
    refuse(key, "not a whole number from 0");
    return std::nullopt;
  }

  // A word of a closed vocabulary; `otherwise` where it is missing.
  template <class T>
  T word(const char* key, std::optional<T> (*named)(std::string_view), std::optional<T> otherwise) {
    const auto value = text(key);
    if (!value) {
      if (!otherwise) refuse(key, "missing");
      return otherwise.value_or(T{});
    }
    const auto known = named(*value);
    if (!known) refuse(key, fmt::format("unknown word '{}'", *value));
    return known.value_or(T{});
  }

  // A Reader for each object in the array at `key`.
  template <class Use>
  void each(const char* key, Use use) {
    const auto* array = find(key);
    if (!array) return;
    if (!array->IsArray()) return refuse(key, "not an array");
    for (rapidjson::SizeType i = 0; i < array->Size() && ok(); ++i) {
      Reader item((*array)[i], fmt::format("{}[{}]", member_path(key), i), error_);
      if (ok()) use(item);
    }
  }

  std::optional<Span> span(const char* key) {
    const auto* value = find(key);
    if (!value) return std::nullopt;
    Reader item(*value, member_path(key), error_);
    if (!ok()) return std::nullopt;
    return item.as_span();
  }

  Span as_span() {
    Span span;
    span.field = word<Field>("field", field_named, Field::Text);
    span.start = number("start");
    span.end = number("end");
    span.text = required_text("text");
    if (ok() && span.end <= span.start) refuse("end", "not after start");
    if (ok() && code_points(span.text) != span.end - span.start)
      refuse("text", "not as long as start to end");
    return span;
  }

  // The members that nobody asked for, as one JSON object; empty where there are none.
  [[nodiscard]] std::string unknown() const {
    rapidjson::StringBuffer buffer;
    json::Writer out(buffer);
    out.StartObject();
    bool any = false;
    for (const auto& member : object_.GetObject()) {
      if (known_.contains(std::string(json::view(member.name)))) continue;
      any = true;
      json::write(out, json::view(member.name));  // RapidJSON takes a string where a key is due
      member.value.Accept(out);
    }
    out.EndObject();
    return any ? json::text_of(buffer) : "";
  }

 private:
  std::size_t number(const char* key) {
    const auto value = count(key);
    if (!value) refuse(key, "missing");
    return value.value_or(0);
  }

  [[nodiscard]] std::string member_path(const char* key) const {
    return path_.empty() ? key : path_ + "." + key;
  }

  const Value& object_;
  std::string path_;
  std::optional<Error>& error_;
  std::unordered_set<std::string> known_;
};

std::vector<Span> read_spans(Reader& in, const char* key) {
  std::vector<Span> spans;
  in.each(key, [&](Reader& item) { spans.push_back(item.as_span()); });
  return spans;
}

Actor read_actor(Reader& in) {
  Actor actor;
  actor.id = in.required_text("id");
  actor.name = in.required_text("name");
  actor.kind = in.word<ActorKind>("kind", actor_kind_named, ActorKind::Unknown);
  actor.mentions = read_spans(in, "mentions");
  actor.unknown = in.unknown();
  return actor;
}

Proposal read_proposal(Reader& in) {
  Proposal proposal;
  proposal.id = in.required_text("id");
  proposal.name = in.required_text("name");
  proposal.kind = in.text("kind").value_or("proposal");
  if (const auto points = in.count("points")) {
    if (*points > 1'000'000) in.refuse("points", "not a number of points");
    proposal.points = static_cast<int>(*points);
  }
  proposal.mentions = read_spans(in, "mentions");
  proposal.unknown = in.unknown();
  return proposal;
}

double read_confidence(Reader& in) {
  const auto* value = in.find("confidence");
  if (!value) return 1.0;
  if (!value->IsNumber() || value->GetDouble() < 0 || value->GetDouble() > 1)
    in.refuse("confidence", "not from 0 to 1");
  return in.ok() ? two_decimals(value->GetDouble()) : 0.0;
}

Assertion read_assertion(Reader& in) {
  Assertion found;
  found.actor = in.required_text("actor");
  found.relation = in.word<Relation>("relation", relation_named, std::nullopt);
  found.proposal = in.required_text("proposal");
  found.modality = in.word<Modality>("modality", modality_named, Modality::Actual);
  found.extent = in.word<Extent>("extent", extent_named, Extent::Full);
  found.speaker = in.text("speaker");
  found.date = in.date("date");
  found.trigger = in.span("trigger");
  const auto evidence = in.span("evidence");
  if (!evidence) in.refuse("evidence", "missing: an assertion needs the words that prove it");
  found.evidence = evidence.value_or(Span{});
  found.also = read_spans(in, "also");
  found.rule = in.text("rule").value_or("");
  found.confidence = read_confidence(in);
  found.unknown = in.unknown();
  return found;
}

Link read_link(Reader& in) {
  Link link;
  link.from = in.required_text("from");
  link.relation = in.word<LinkKind>("relation", link_kind_named, std::nullopt);
  link.to = in.required_text("to");
  link.evidence = in.span("evidence");
  link.unknown = in.unknown();
  return link;
}

void read_document(Reader& in, Extraction& found) {
  auto& doc = found.document;
  doc.id = in.text("id").value_or("");
  doc.title = in.text("title").value_or("");
  doc.date = in.date("date");
  doc.source = in.text("source");
  doc.url = in.text("url");
  const auto text = in.text("text");
  found.has_text = text.has_value();
  doc.text = text.value_or("");
  found.sha256 = in.text("sha256").value_or(found.has_text ? content_hash(doc) : "");
  found.extractor = in.text("extractor").value_or("");
  if (doc.id.empty() && !found.has_text && !doc.url) in.refuse("id", "missing");
  if (doc.id.empty()) name_document(doc);
}

// Unique ids, and every reference to one that is there.
Result<void> check_references(const Extraction& found) {
  std::unordered_set<std::string> actors;
  std::unordered_set<std::string> proposals;
  for (const auto& actor : found.actors)
    if (!actors.insert(actor.id).second)
      return malformed(fmt::format("actors: id '{}' stands twice", actor.id));
  for (const auto& proposal : found.proposals)
    if (!proposals.insert(proposal.id).second || actors.contains(proposal.id))
      return malformed(fmt::format("proposals: id '{}' stands twice", proposal.id));

  for (std::size_t i = 0; i < found.assertions.size(); ++i) {
    const auto& assertion = found.assertions[i];
    const auto place = fmt::format("assertions[{}]", i);
    if (!actors.contains(assertion.actor))
      return malformed(fmt::format("{}.actor: no actor '{}'", place, assertion.actor));
    if (!proposals.contains(assertion.proposal))
      return malformed(fmt::format("{}.proposal: no proposal '{}'", place, assertion.proposal));
    if (assertion.speaker && !actors.contains(*assertion.speaker))
      return malformed(fmt::format("{}.speaker: no actor '{}'", place, *assertion.speaker));
  }
  for (std::size_t i = 0; i < found.links.size(); ++i) {
    const auto& link = found.links[i];
    const bool between_actors =
        joins_actors(link.relation) && actors.contains(link.from) && actors.contains(link.to);
    const bool between_proposals =
        joins_proposals(link.relation) && proposals.contains(link.from) && proposals.contains(link.to);
    if (!between_actors && !between_proposals)
      return malformed(
          fmt::format("links[{}]: '{}' cannot be {} '{}'", i, link.from, name(link.relation), link.to));
  }
  return {};
}

}  // namespace

Result<Extraction> extraction_from_json(std::string_view line) {
  const auto parsed = json::parse(line);
  if (!parsed) return tl::make_unexpected(parsed.error());

  Extraction found;
  std::optional<Error> error;
  Reader in(*parsed, "", error);
  if (error) return tl::make_unexpected(*error);
  read_document(in, found);
  in.each("actors", [&](Reader& item) { found.actors.push_back(read_actor(item)); });
  in.each("proposals", [&](Reader& item) { found.proposals.push_back(read_proposal(item)); });
  in.each("assertions", [&](Reader& item) { found.assertions.push_back(read_assertion(item)); });
  in.each("links", [&](Reader& item) { found.links.push_back(read_link(item)); });
  if (error) return tl::make_unexpected(*error);
  found.unknown = in.unknown();

  if (auto ok = check_references(found); !ok) return tl::make_unexpected(ok.error());
  if (found.has_text)
    if (auto ok = check_spans(found, found.document); !ok) return tl::make_unexpected(ok.error());
  return found;
}

}  // namespace demarche
