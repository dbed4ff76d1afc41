// What is loaded is safe to walk: its enumerators are in the vocabulary, and its assertions and links have
// both ends. A mention of nobody is left out: `Store::verify` reports it by SQLite's check of foreign keys.
#include <fmt/format.h>

#include <unordered_map>

#include "graph/store/findings.h"

namespace demarche {
namespace {

using std::int64_t;

// The mentions of each actor and proposal, by its id.
using Mentions = std::unordered_map<std::string, std::vector<Span>>;

std::optional<Date> stored_date(const Query& row, int column) {
  const auto text = row.optional_text(column);
  if (!text) return std::nullopt;
  const auto date = Date::parse(*text);
  if (!date) throw Damage(fmt::format("date: not a day: '{}'", *text));
  return date;
}

// The value of a vocabulary that has this number.
template <class Values>
auto stored_word(const Query& row, int column, const Values& vocabulary, const char* what) {
  const int64_t number = row.integer(column);
  for (const auto value : vocabulary)
    if (static_cast<int64_t>(value) == number) return value;
  throw Damage(fmt::format("{}: no word has the number {}", what, number));
}

// From four columns: field, start, stop, text.
Span stored_span(const Query& row, int column) {
  const auto field = field_named(row.text(column));
  const int64_t start = row.integer(column + 1);
  const int64_t stop = row.integer(column + 2);
  if (!field || start < 0 || stop <= start)
    throw Damage(fmt::format("no position: {} {}-{}", row.text(column), start, stop));
  return {*field, static_cast<std::size_t>(start), static_cast<std::size_t>(stop), row.text(column + 3)};
}

std::optional<Span> optional_span(const Query& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(stored_span(row, column));
}

Extraction load_document(Database& db, int64_t number, WithText with_text) {
  Query row(
      db.prepared("SELECT id, title, date, source, url, path, sha256, extractor, unknown, text IS NOT NULL, "
                  "CASE WHEN ? THEN text END FROM documents WHERE number = ?"),
      std::int64_t{with_text == WithText::Yes}, number);
  if (!row.next()) throw Damage(fmt::format("no document has the number {}", number));
  Extraction found;
  found.document = {row.text(0),          row.text(1),  stored_date(row, 2), row.optional_text(3),
                    row.optional_text(4), row.text(10), row.text(5)};
  found.sha256 = row.text(6);
  found.extractor = row.text(7);
  found.unknown = row.text(8);
  found.has_text = with_text == WithText::Yes && row.integer(9) != 0;
  return found;
}

Mentions load_mentions(Database& db, int64_t number) {
  Mentions mentions;
  Query row(db.prepared(
                "SELECT coalesce(actor, proposal), field, start, stop, text FROM mentions WHERE document = ? "
                "ORDER BY place"),
            number);
  while (row.next()) mentions[row.text(0)].push_back(stored_span(row, 1));
  return mentions;
}

std::vector<Actor> load_actors(Database& db, int64_t number, Mentions& mentions) {
  std::vector<Actor> actors;
  Query row(db.prepared("SELECT id, name, kind, unknown FROM actors WHERE document = ? ORDER BY place"),
            number);
  while (row.next()) {
    const auto kind = stored_word(row, 2, all_actor_kinds, "actor kind");
    actors.push_back({row.text(0), row.text(1), kind, std::move(mentions[row.text(0)]), row.text(3)});
  }
  return actors;
}

std::vector<Proposal> load_proposals(Database& db, int64_t number, Mentions& mentions) {
  std::vector<Proposal> proposals;
  Query row(
      db.prepared("SELECT id, name, kind, points, unknown FROM proposals WHERE document = ? ORDER BY place"),
      number);
  while (row.next()) {
    const auto points = row.is_null(3) ? std::nullopt : std::optional(static_cast<int>(row.integer(3)));
    proposals.push_back(
        {row.text(0), row.text(1), row.text(2), points, std::move(mentions[row.text(0)]), row.text(4)});
  }
  return proposals;
}

std::vector<Span> load_also(Database& db, int64_t number, int64_t assertion) {
  std::vector<Span> also;
  Query row(db.prepared("SELECT field, start, stop, text FROM also WHERE document = ? AND assertion = ? "
                        "ORDER BY place"),
            number, assertion);
  while (row.next()) also.push_back(stored_span(row, 0));
  return also;
}

Assertion stored_assertion(const Query& row) {
  Assertion assertion;
  assertion.actor = row.text(1);
  assertion.relation = stored_word(row, 2, all_relations, "relation");
  assertion.proposal = row.text(3);
  assertion.modality = stored_word(row, 4, all_modalities, "modality");
  assertion.extent = stored_word(row, 5, all_extents, "extent");
  assertion.speaker = row.optional_text(6);
  assertion.date = stored_date(row, 7);
  assertion.evidence = stored_span(row, 8);
  assertion.trigger = optional_span(row, 12);
  assertion.rule = row.text(16);
  assertion.confidence = row.real(17);
  assertion.unknown = row.text(18);
  return assertion;
}

std::vector<Assertion> load_assertions(Database& db, int64_t number) {
  std::vector<Assertion> assertions;
  Query row(
      db.prepared("SELECT place, actor, relation, proposal, modality, extent, speaker, date, "
                  "field, start, stop, quote, trigger_field, trigger_start, trigger_stop, trigger_text, "
                  "rule, confidence, unknown FROM assertions WHERE document = ? ORDER BY place"),
      number);
  while (row.next()) {
    assertions.push_back(stored_assertion(row));
    assertions.back().also = load_also(db, number, row.integer(0));
  }
  return assertions;
}

std::vector<Link> load_links(Database& db, int64_t number) {
  std::vector<Link> links;
  Query row(
      db.prepared("SELECT coalesce(from_actor, from_proposal), relation, coalesce(to_actor, to_proposal), "
                  "field, start, stop, quote, unknown FROM links WHERE document = ? ORDER BY place"),
      number);
  while (row.next())
    links.push_back({row.text(0), stored_word(row, 1, all_link_kinds, "link"), row.text(2),
                     optional_span(row, 3), row.text(7)});
  return links;
}

// With foreign keys off, as sqlite3 has them, anybody can delete what others refer to.
void check_ends(const Extraction& found) {
  for (const auto& assertion : found.assertions) {
    const bool has_speaker = !assertion.speaker || find_actor(found, *assertion.speaker);
    if (!find_actor(found, assertion.actor) || !find_proposal(found, assertion.proposal) || !has_speaker)
      throw Damage(fmt::format("{}: an assertion without its actor, proposal or speaker", found.document.id));
  }
  for (const auto& link : found.links) {
    const bool between_actors = find_actor(found, link.from) && find_actor(found, link.to);
    if (!between_actors && !(find_proposal(found, link.from) && find_proposal(found, link.to)))
      throw Damage(fmt::format("{}: a link without one of its ends", found.document.id));
  }
}

}  // namespace

std::optional<int64_t> document_number(Database& db, std::string_view id) {
  Query row(db.prepared("SELECT number FROM documents WHERE id = ?"), id);
  return row.next() ? std::optional(row.integer(0)) : std::nullopt;
}

Extraction load_extraction(Database& db, int64_t number, WithText with_text) {
  Extraction found = load_document(db, number, with_text);
  Mentions mentions = load_mentions(db, number);
  found.actors = load_actors(db, number, mentions);
  found.proposals = load_proposals(db, number, mentions);
  found.assertions = load_assertions(db, number);
  found.links = load_links(db, number);
  check_ends(found);
  return found;
}

}  // namespace demarche
