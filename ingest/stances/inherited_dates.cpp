#include "ingest/stances/inherited_dates.h"

#include <algorithm>

#include "ingest/stances/hanging_times.h"

namespace demarche {
namespace {

constexpr int lines_of_rest = 2;      // back, to what he did beside it
constexpr int lines_to_same_day = 3;  // back, to the day that "the same day" means

int predicate_at_trigger(const ReadDocument& doc, const Stance& stance) {
  const auto line = static_cast<std::size_t>(stance.line);
  const int group = doc.texts[line].chunk_of[static_cast<std::size_t>(stance.trigger_first)];
  return group < 0 || !doc.texts[line].tree ? -1 : doc.clauses[line].predicate_of(group);
}

// "UNION *REJECTS* OFFER", "The union today *rejected* the offer": the day of the same verb in the opening.
std::optional<Date> date_in_opening(const ReadDocument& doc, const Stance& stance) {
  const auto title = static_cast<std::size_t>(stance.line);
  const auto opening = title + 1;
  const int p = predicate_at_trigger(doc, stance);
  if (p < 0 || opening >= doc.texts.size() || !doc.texts[opening].tree) return std::nullopt;
  const std::string& verb = doc.texts[title].chunk(doc.clauses[title].at(p).chunk).lemma;
  const Look look = stance.modality == Modality::Actual ? Look::Back : Look::Near;
  for (const Predicate& predicate : doc.clauses[opening].predicates()) {
    if (verb.empty() || doc.texts[opening].chunk(predicate.chunk).lemma != verb) continue;
    return date_at_predicate(doc.texts[opening], doc.clauses[opening], predicate, look, doc.date);
  }
  return std::nullopt;
}

// "He *also* rejected the tax".
bool is_also_done(const ReadDocument& doc, const Stance& stance) {
  const int p = predicate_at_trigger(doc, stance);
  if (p < 0 || stance.modality != Modality::Actual) return false;
  const auto line = static_cast<std::size_t>(stance.line);
  const Shallow& text = doc.texts[line];
  const Predicate& predicate = doc.clauses[line].at(p);
  const auto& below = text.tree->dependents(predicate.root);
  return (text.chunk(predicate.chunk).forms & form_past) != 0 && predicate.governor < 0 &&
         std::any_of(below.begin(), below.end(), [&text](int word) { return text.key(word) == "also"; });
}

std::optional<Date> date_of_rest(const std::vector<Stance>& found, const Stance& stance) {
  for (auto before = found.rbegin(); before != found.rend(); ++before)
    if (before->line < stance.line && before->line >= stance.line - lines_of_rest &&
        before->actor == stance.actor && before->modality == Modality::Actual && before->date)
      return before->date;
  return std::nullopt;
}

// "Rejected it *the same day*", "accepted it *the same evening* and withdrew its own".
bool tells_same_day(const Shallow& text, const Clauses& clauses, int p) {
  for (int c = 0; c < text.size(); ++c) {
    const Chunk& time = text.chunk(c);
    const bool is_same = text.is(c, ChunkKind::Time) && time.last == time.first + 2 &&
                         text.key(time.first + 1) == "same" &&
                         is_one_of(text.key(time.last), {"day", "morning", "afternoon", "evening", "night"});
    if (is_same && text.tree->head(time.last) == clauses.at(p).root) return true;
  }
  const int root = clauses.at(p).root;
  const bool goes_on = text.tree->is(root, "conj") && text.tree->dependent(root, "nsubj") < 0;
  const int first = goes_on ? clauses.predicate_at(text.tree->head(root)) : -1;
  return first >= 0 && first != p && tells_same_day(text, clauses, first);
}

bool is_done_the_same_day(const ReadDocument& doc, const Stance& stance) {
  const int p = predicate_at_trigger(doc, stance);
  const auto line = static_cast<std::size_t>(stance.line);
  return p >= 0 && tells_same_day(doc.texts[line], doc.clauses[line], p);
}

// The day told last before it, of what was done.
std::optional<Date> day_before(const std::vector<Stance>& found, const Stance& stance) {
  const Stance* last = nullptr;
  for (const Stance& other : found) {
    const bool is_before =
        std::pair(other.line, other.trigger_first) < std::pair(stance.line, stance.trigger_first);
    const bool is_near = other.line >= stance.line - lines_to_same_day;
    if (!is_before || !is_near || other.modality != Modality::Actual || !other.date || other.date->day == 0)
      continue;
    if (!last || std::pair(last->line, last->trigger_first) < std::pair(other.line, other.trigger_first))
      last = &other;
  }
  return last ? last->date : std::nullopt;
}

}  // namespace

void inherit_dates(const ReadDocument& doc, std::vector<Stance>& found) {
  for (Stance& stance : found) {
    if (stance.date) continue;
    if (is_title(doc, stance.line))
      stance.date = date_in_opening(doc, stance);
    else if (is_done_the_same_day(doc, stance))
      stance.date = day_before(found, stance);
    else if (is_also_done(doc, stance))
      stance.date = date_of_rest(found, stance);
  }
}

}  // namespace demarche
