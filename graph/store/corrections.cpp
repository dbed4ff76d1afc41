#include "graph/store/corrections.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <array>
#include <tuple>

#include "graph/model/json.h"
#include "graph/model/unicode.h"
#include "graph/store/database.h"

namespace demarche {
namespace {

using json::Writer;
using rapidjson::Value;

constexpr std::array all_kinds{Correction::Kind::Same, Correction::Kind::Distinct, Correction::Kind::Rename,
                               Correction::Kind::Retract};
constexpr std::array all_anchor_kinds{CorrectionAnchor::Kind::Actor, CorrectionAnchor::Kind::Proposal,
                                      CorrectionAnchor::Kind::Assertion};

template <class Kind, std::size_t size>
std::optional<Kind> kind_named(std::string_view word, const std::array<Kind, size>& kinds) {
  for (const Kind kind : kinds)
    if (name(kind) == word) return kind;
  return std::nullopt;
}

void write_quote(Writer& out, const CorrectionAnchor& anchor) {
  json::member(out, "document", anchor.document);
  json::member(out, "field", name(anchor.quote.field));
  out.Key("start");
  out.Uint64(anchor.quote.start);
  out.Key("end");
  out.Uint64(anchor.quote.end);
  json::member(out, "text", anchor.quote.text);
  if (anchor.relation) json::member(out, "relation", name(*anchor.relation));
  if (anchor.modality) json::member(out, "modality", name(*anchor.modality));
  if (anchor.kind != CorrectionAnchor::Kind::Assertion) return;
  json::member(out, "actor", anchor.actor);
  json::member(out, "proposal", anchor.proposal);
}

void write_key(Writer& out, const CorrectionAnchor& anchor) {
  json::member(out, "key", anchor.key);
  json::member(out, "text", anchor.quote.text);
}

void write_anchors(Writer& out, const Correction& correction) {
  out.StartArray();
  for (const auto& anchor : correction.anchors) {
    out.StartObject();
    json::member(out, "kind", name(anchor.kind));
    anchor.key.empty() ? write_quote(out, anchor) : write_key(out, anchor);
    if (!correction.name.empty()) json::member(out, "name", correction.name);
    out.EndObject();
  }
  out.EndArray();
}

// Reads members one by one and remembers the first that is not as it should be.
class Reader {
 public:
  explicit Reader(const Value& object) : object_(object) {
    if (!object.IsObject()) why_ = "no JSON object";
  }

  std::string text(const char* key) {
    if (!ok()) return {};
    auto member = json::string_member(object_, key);
    if (!member) return refuse(key, "no string"), std::string();
    return member->value_or("");
  }

  std::string needed(const char* key) {
    auto value = text(key);
    if (ok() && value.empty()) refuse(key, "missing");
    return value;
  }

  std::size_t number(const char* key) {
    const auto* value = ok() ? json::find(object_, key) : nullptr;
    if (value && value->IsUint64()) return value->GetUint64();
    refuse(key, "no whole number");
    return 0;
  }

  bool flag(const char* key) {
    const auto* value = ok() ? json::find(object_, key) : nullptr;
    if (value && !value->IsBool()) refuse(key, "neither true nor false");
    return value && value->IsBool() && value->GetBool();
  }

  template <class Named>
  auto word(const char* key, const Named& named) {
    const auto given = needed(key);
    auto value = named(given);
    if (ok() && !value) refuse(key, fmt::format("unknown word '{}'", given));
    return value;
  }

  void refuse(std::string_view key, std::string_view why) {
    if (ok()) why_ = fmt::format("{}: {}", key, why);
  }

  [[nodiscard]] bool ok() const { return why_.empty(); }
  [[nodiscard]] const std::string& why() const { return why_; }

 private:
  const Value& object_;
  std::string why_;
};

Span read_quote(Reader& in) {
  Span quote;
  quote.field = in.word("field", field_named).value_or(Field::Text);
  quote.start = in.number("start");
  quote.end = in.number("end");
  quote.text = in.needed("text");
  if (in.ok() && (quote.end <= quote.start || code_points(quote.text) != quote.end - quote.start))
    in.refuse("text", "not as long as start to end");
  return quote;
}

Result<CorrectionAnchor> read_anchor(const Value& value, std::string& new_name) {
  Reader in(value);
  CorrectionAnchor anchor;
  anchor.kind = in.word("kind", [](std::string_view word) {
                    return kind_named(word, all_anchor_kinds);
                  }).value_or(CorrectionAnchor::Kind::Actor);
  anchor.key = in.text("key");
  new_name = in.text("name");
  if (anchor.key.empty()) {
    anchor.document = in.needed("document");
    anchor.quote = read_quote(in);
  } else {
    anchor.quote.text = in.text("text");
  }
  if (anchor.kind == CorrectionAnchor::Kind::Assertion) {
    anchor.relation = in.word("relation", relation_named);
    anchor.modality = in.word("modality", modality_named);
    anchor.actor = in.needed("actor");
    anchor.proposal = in.needed("proposal");
  }
  if (!in.ok()) return fail(ErrorKind::Malformed, "", "anchors: " + in.why());
  return anchor;
}

// What the kind of a correction asks of its anchors.
std::string_view flaw_of(const Correction& correction) {
  const bool is_pair =
      correction.kind == Correction::Kind::Same || correction.kind == Correction::Kind::Distinct;
  const bool is_retraction = correction.kind == Correction::Kind::Retract;
  if (correction.anchors.size() != (is_pair ? 2U : 1U)) return is_pair ? "two needed" : "one needed";
  for (const auto& anchor : correction.anchors)
    if ((anchor.kind == CorrectionAnchor::Kind::Assertion) != is_retraction)
      return is_retraction ? "an assertion needed" : "an actor or proposal needed";
  if (is_pair && correction.anchors[0].kind != correction.anchors[1].kind) return "an actor is no proposal";
  if (is_pair && correction.anchors[0] == correction.anchors[1]) return "twice the same";
  if ((correction.kind == Correction::Kind::Rename) == correction.name.empty())
    return "a name belongs to a rename";
  return {};
}

Result<void> read_anchors(const Value& list, Correction& correction) {
  if (!list.IsArray()) return fail(ErrorKind::Malformed, "", "anchors: no array");
  for (const auto& value : list.GetArray()) {
    auto anchor = read_anchor(value, correction.name);
    if (!anchor) return tl::make_unexpected(anchor.error());
    correction.anchors.push_back(std::move(*anchor));
  }
  if (const auto flaw = flaw_of(correction); !flaw.empty())
    return fail(ErrorKind::Malformed, "", fmt::format("anchors: {}", flaw));
  return {};
}

std::string anchors_json(const Correction& correction) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  write_anchors(out, correction);
  return json::text_of(buffer);
}

Correction correction_of(const Query& row) {
  Correction correction;
  correction.number = row.integer(0);
  correction.at = row.text(1);
  correction.author = row.text(2);
  const auto kind = kind_named(row.text(3), all_kinds);
  if (!kind) throw Damage("corrections: unknown kind '" + row.text(3) + "'");
  correction.kind = *kind;
  correction.is_undone = row.integer(5) != 0;
  const auto anchors = json::parse(row.text(4));
  if (!anchors) throw Damage("corrections: " + anchors.error().why);
  if (const auto read = read_anchors(*anchors, correction); !read)
    throw Damage("corrections: " + read.error().why);
  return correction;
}

}  // namespace

std::string_view name(Correction::Kind kind) {
  switch (kind) {
    case Correction::Kind::Same:
      return "same";
    case Correction::Kind::Distinct:
      return "distinct";
    case Correction::Kind::Rename:
      return "rename";
    case Correction::Kind::Retract:
      return "retract";
  }
  return "";
}

std::string_view name(CorrectionAnchor::Kind kind) {
  switch (kind) {
    case CorrectionAnchor::Kind::Actor:
      return "actor";
    case CorrectionAnchor::Kind::Proposal:
      return "proposal";
    case CorrectionAnchor::Kind::Assertion:
      return "assertion";
  }
  return "";
}

bool says_the_same(const Correction& a, const Correction& b) {
  return std::tie(a.kind, a.anchors, a.name) == std::tie(b.kind, b.anchors, b.name);
}

std::string to_json(const Correction& correction) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartObject();
  out.Key("n");
  out.Int64(correction.number);
  json::member(out, "at", correction.at);
  json::member(out, "author", correction.author);
  json::member(out, "kind", name(correction.kind));
  out.Key("anchors");
  write_anchors(out, correction);
  out.Key("undone");
  out.Bool(correction.is_undone);
  out.EndObject();
  return json::text_of(buffer);
}

Result<Correction> correction_from_json(std::string_view line) {
  const auto value = json::parse(line);
  if (!value) return tl::make_unexpected(value.error());
  Reader in(*value);
  Correction correction;
  correction.at = in.needed("at");
  correction.author = in.needed("author");
  correction.kind = in.word("kind", [](std::string_view word) {
                        return kind_named(word, all_kinds);
                      }).value_or(Correction::Kind::Same);
  correction.is_undone = in.flag("undone");
  if (!in.ok()) return fail(ErrorKind::Malformed, "", in.why());
  const auto* anchors = json::find(*value, "anchors");
  if (!anchors) return fail(ErrorKind::Malformed, "", "anchors: missing");
  if (auto read = read_anchors(*anchors, correction); !read) return tl::make_unexpected(read.error());
  return correction;
}

Result<std::vector<Correction>> Store::corrections() const {
  auto& db = *database_;
  return db.guarded([&]() -> Result<std::vector<Correction>> {
    Query row(db.prepared("SELECT n, at, author, kind, anchors, undone FROM corrections ORDER BY n"));
    std::vector<Correction> all;
    while (row.next()) all.push_back(correction_of(row));
    return all;
  });
}

Result<std::int64_t> Store::correct(const Correction& correction) {
  auto& db = *database_;
  return db.guarded([&]() -> Result<std::int64_t> {
    SQLite::Transaction transaction(db.connection(), SQLite::TransactionBehavior::IMMEDIATE);
    db.run("INSERT INTO corrections (at, author, kind, anchors, undone) VALUES (?, ?, ?, ?, ?)",
           correction.at, correction.author, name(correction.kind), anchors_json(correction),
           std::int64_t{correction.is_undone});
    const auto number = db.connection().getLastInsertRowid();
    db.run("UPDATE meta SET generation = generation + 1");
    transaction.commit();
    return number;
  });
}

Result<void> Store::undo(std::int64_t number) {
  auto& db = *database_;
  return db.guarded([&]() -> Result<void> {
    SQLite::Transaction transaction(db.connection(), SQLite::TransactionBehavior::IMMEDIATE);
    if (db.run("UPDATE corrections SET undone = 1 WHERE n = ? AND undone = 0", number) == 0)
      return fail(ErrorKind::NotFound, fmt::format("correction {}", number),
                  "there is none, or it is undone already", "see demarche corrections");
    db.run("UPDATE meta SET generation = generation + 1");
    transaction.commit();
    return {};
  });
}

}  // namespace demarche
