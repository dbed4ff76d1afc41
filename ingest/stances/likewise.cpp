#include "ingest/stances/likewise.h"

#include "ingest/stances/stance_reader.h"

namespace demarche {

int likewise_at(const Line& line) {
  const auto key = [&line](int i) -> const std::string& {
    return line.words[static_cast<std::size_t>(i)].key;
  };
  for (int i = 0; i < line.size(); ++i) {
    const bool has_next = i + 1 < line.size();
    const bool so = has_next && key(i) == "so" && is_one_of(key(i + 1), {"did", "does", "do"});
    const bool alike = has_next && is_one_of(key(i), {"similar", "same"}) &&
                       is_one_of(key(i + 1), {"line", "view", "position", "stance", "stand"});
    const bool suit = i > 0 && key(i) == "suit" && key(i - 1).starts_with("follow");
    if (so || alike || suit || (key(i) == "likewise" && i > 0 && key(i - 1) == "did")) return i;
  }
  return -1;
}

// The answer that was told last before a word of this sentence or in the one before; nullptr for none.
const Stance* StanceReader::answer_told_before(int word) const {
  const Stance* last = nullptr;
  for (const Stance& told : out_) {
    const bool before = told.line == line_ - 1 || (told.line == line_ && told.trigger_first < word);
    if (!before || !is_answer(told.relation) || told.modality != Modality::Actual) continue;
    if (!last || std::pair(told.line, told.trigger_first) >= std::pair(last->line, last->trigger_first))
      last = &told;
  }
  return last;
}

// "France backed the draft. Italy *took a similar line*.", "… So *does* Italy."
void StanceReader::likewise_acts() {
  const int word = text_.tree ? likewise_at(*text_.line) : -1;
  if (word < 0) return;
  int root = text_.key(word) == "so" ? word + 1 : word;
  while (root >= 0 && clauses_.predicate_at(root) < 0) root = text_.tree->head(root);
  const Stance* told = root < 0 ? nullptr : answer_told_before(root);
  if (!told) return;
  const Predicate& predicate = clauses_.at(clauses_.predicate_at(root));
  const Chunk& verbs = text_.chunk(predicate.chunk);
  if (!predicate.finite || verbs.negated || verbs.modal >= 0) return;
  const int next = predicate.chunk + 1;
  const bool inverted = text_.key(word) == "so" && text_.is(next, ChunkKind::Nouns);  // "so did *Norland*"
  auto who = agents_.named(inverted ? clauses_.joined(next) : predicate.subjects);
  std::erase(who, told->actor);
  Stance stance = *told;
  stance.trigger_first = stance.trigger_last = verbs.head;
  stance.rule = "verb:" + verbs.lemma + "/likewise";
  stance.speaker = -1;
  stance.date = date_near(clauses_.predicate_at(root), stance.modality, SaidWhen::NotTheAct);
  add(stance, who, {Target{told->proposal, told->extent == Extent::Partial}});
}

}  // namespace demarche
