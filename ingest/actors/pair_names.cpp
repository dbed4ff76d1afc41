// Pairs are counted first, and what shows that one is a firm; then those are joined whose halves never stand
// alone.
#include "ingest/actors/pair_names.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace demarche {
namespace {

using Pair = std::pair<std::string, std::string>;

bool may_be_half(const Shallow& text, const Mention& name) {
  const bool is_land = name.kind == ActorKind::State || name.kind == ActorKind::Place;
  return name.form == MentionForm::Name && name.name_first == name.name_last && !name.title && !is_land &&
         name.kind != ActorKind::Person && text.line->style == Style::Prose &&
         text.word(name.head).shape == Shape::Capital;
}

bool stand_together(const Shallow& text, const Mention& one, const Mention& other) {
  return may_be_half(text, one) && may_be_half(text, other) && !(one.entry && other.entry) &&
         other.first == one.last + 2 && text.key(one.last + 1) == "and";
}

// "Alder Motors <ALD> *and* Pine and Holm", "Pine and Holm *and* Alder Motors", "<Pine and Holm>".
bool shows_firm(const Shallow& text, const Mention& one, const Mention& other) {
  const auto key = [&text](int word) { return word < text.line->size() ? text.key(word) : std::string(); };
  const auto is_name = [&text](int word) {
    const Shape shape = text.word(word).shape;
    return shape == Shape::Capital || shape == Shape::Upper;
  };
  const bool listed = one.first > 1 && text.key(one.first - 1) == "and" &&
                      (is_name(one.first - 2) || text.key(one.first - 2) == ">");
  const bool goes_on =
      key(other.last + 1) == "and" && other.last + 2 < text.line->size() && is_name(other.last + 2);
  const bool in_brackets = one.first > 0 && text.key(one.first - 1) == "<" && key(other.last + 1) == ">";
  return listed || goes_on || in_brackets;
}

class PairFinder {
 public:
  PairFinder(const std::vector<Shallow>& texts, std::vector<std::vector<Mention>>& by_line)
      : texts_(texts), by_line_(by_line) {}

  void run() {
    for (std::size_t line = 0; line < texts_.size(); ++line) count(texts_[line], by_line_[line]);
    std::erase_if(firms_, [this](const Pair& pair) {
      return alone_.contains(pair.first) || alone_.contains(pair.second);
    });
    for (std::size_t line = 0; line < texts_.size() && !firms_.empty(); ++line)
      join(texts_[line], by_line_[line]);
  }

 private:
  void count(const Shallow& text, const std::vector<Mention>& here);
  void join(const Shallow& text, std::vector<Mention>& here) const;

  const std::vector<Shallow>& texts_;
  std::vector<std::vector<Mention>>& by_line_;
  std::set<Pair> firms_;
  std::set<std::string> alone_;
};

void PairFinder::count(const Shallow& text, const std::vector<Mention>& here) {
  for (std::size_t i = 0; i < here.size(); ++i) {
    const bool begins = i + 1 < here.size() && stand_together(text, here[i], here[i + 1]);
    const bool ends = i > 0 && stand_together(text, here[i - 1], here[i]);
    if (begins && shows_firm(text, here[i], here[i + 1])) firms_.emplace(here[i].key, here[i + 1].key);
    if (!begins && !ends && text.line->style == Style::Prose && here[i].form == MentionForm::Name)
      alone_.insert(text.key(here[i].name_last));
  }
}

void PairFinder::join(const Shallow& text, std::vector<Mention>& here) const {
  for (std::size_t i = 0; i + 1 < here.size(); ++i) {
    if (!stand_together(text, here[i], here[i + 1]) || !firms_.contains({here[i].key, here[i + 1].key}))
      continue;
    Mention& whole = here[i];
    whole.last = whole.name_last = here[i + 1].last;
    whole.kind = ActorKind::Organisation;
    whole.entry = nullptr;
    whole.key = compared(text, whole.name_first, whole.name_last);
    here.erase(here.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

}  // namespace

void join_pair_names(const std::vector<Shallow>& texts, std::vector<std::vector<Mention>>& by_line) {
  PairFinder(texts, by_line).run();
}

}  // namespace demarche
