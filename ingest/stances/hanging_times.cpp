#include "ingest/stances/hanging_times.h"

namespace demarche {
namespace {

bool is_part(std::string_view key) {
  return is_one_of(key, {"beginning", "start", "middle", "end", "close"});
}

// "from May 31", "until noon", "by the end of June": what begins or ends then is not the act. So is what is
// "effective June 1".
bool is_bound(const Shallow& text, const Chunk& time) {
  int before = time.first - 1;
  if (before > 0 && text.key(before) == "of" && is_part(text.key(before - 1))) before -= 2;
  if (before > 0 && text.key(before) == "the") --before;
  return before >= 0 &&
         is_one_of(text.key(before), {"from", "until", "till", "by", "before", "since", "for", "effective"});
}

// "after the announcement *on Monday*", "from its *April 1* offer": the day of something else, before or
// after which the act is done.
bool is_of_another_event(const Shallow& text, int noun) {
  const int mark = text.tree->dependent(noun, "case");
  return mark >= 0 && is_one_of(text.key(mark), {"after", "before", "since", "until", "from", "ahead"});
}

// "dropped the plan that it *had lodged* in May": what had been done to the object before, and stands right
// before the time at `word`; -1 for none.
int done_before(const Shallow& text, const Clauses& clauses, const Predicate& act, int word) {
  for (const Predicate& inner : clauses.predicates()) {
    const int had = text.tree->dependent(inner.root, "aux");
    const bool of_object = text.tree->relation(inner.root) == "acl:relcl" &&
                           text.tree->is(text.tree->head(inner.root), "obj") &&
                           text.tree->head(text.tree->head(inner.root)) == act.root;
    if (of_object && inner.root < word && had >= 0 && text.key(had) == "had")
      return clauses.predicate_of(inner.chunk);
  }
  return -1;
}

// "adopted a programme *last Friday* intended to cut costs": a time between a noun and what describes it,
// with no relative pronoun, is the main verb's.
bool stands_before_description(const Tree& tree, const Chunk& time, int root) {
  return tree.is(root, "acl") && time.last < root && tree.head(root) < time.first &&
         tree.dependent(root, "nsubj") < 0;
}

// The word of a group of time that hangs outside of it.
int top_of(const Tree& tree, const Chunk& time) {
  int word = time.first;
  while (tree.head(word) >= time.first && tree.head(word) <= time.last) word = tree.head(word);
  return word;
}

// "tried to stop it *yesterday*", "talks on opening the border *in May*": what is yet to be done, or only
// spoken of, has no day that is over.
bool cannot_be_over(const Shallow& text, const Clauses& clauses, int word) {
  if (text.tree->is(word, "acl") && text.tree->at(word).xpos == "VBG") return true;
  const int p = clauses.predicate_at(word);
  return p >= 0 && !clauses.at(p).finite && text.chunk(clauses.at(p).chunk).infinitive;
}

// The word that a time hangs on.
int holder_of(const Shallow& text, const Clauses& clauses, const Chunk& time, bool is_over) {
  const Tree& tree = *text.tree;
  int word = tree.head(top_of(tree, time));
  while (is_over && word >= 0 && tree.head(word) >= 0 && cannot_be_over(text, clauses, word))
    word = tree.head(word);
  return word;
}

bool is_over(const Shallow& text, const Chunk& time, const std::optional<Date>& document) {
  const auto date = date_of(text, time, document, Look::Near);
  return date && document && date->last_day() < document->first_day();
}

// "a bid *in 2019*", "the *February 22* accord".
bool stands_by(const Shallow& text, int time, int noun) {
  if (noun < text.chunk(time).first) return true;
  const int next = time + 1;
  return text.is(next, ChunkKind::Nouns) && noun <= text.chunk(next).last;
}

// The predicate that a chunk of time hangs on; -1 for none.
int predicate_of_time(const Shallow& text, const Clauses& clauses, const Chunk& time, bool over) {
  const Tree& tree = *text.tree;
  for (int word = holder_of(text, clauses, time, over); word >= 0; word = tree.head(word)) {
    if (stands_before_description(tree, time, word)) continue;
    if (const int p = clauses.predicate_at(word); p >= 0) {
      const int earlier = done_before(text, clauses, clauses.at(p), time.first);
      return earlier >= 0 ? earlier : p;
    }
    if (is_of_another_event(text, word)) return -1;
  }
  return -1;
}

// "a meeting *scheduled* for Thursday".
int predicate_describing(const Tree& tree, const Clauses& clauses, int noun) {
  for (int below : tree.dependents(noun))
    if (tree.relation(below) == "acl")
      if (const int p = clauses.predicate_at(below); p >= 0 && clauses.at(p).passive) return p;
  return -1;
}

}  // namespace

std::optional<Date> date_at_predicate(const Shallow& text, const Clauses& clauses, const Predicate& predicate,
                                      Look look, const std::optional<Date>& document) {
  for (int c = 0; c < text.size(); ++c) {
    const Chunk& time = text.chunk(c);
    if (!text.is(c, ChunkKind::Time) || is_bound(text, time)) continue;
    const auto date = date_of(text, time, document, look);
    if (!date) continue;
    const int p = predicate_of_time(text, clauses, time, is_over(text, time, document));
    if (p >= 0 && &clauses.at(p) == &predicate) return date;
  }
  return std::nullopt;
}

std::optional<Date> date_at_noun(const Shallow& text, const Clauses& clauses, int group, Look look,
                                 const std::optional<Date>& document) {
  if (auto date = date_owning(text, text.chunk(group), document, look)) return date;
  const Tree& tree = *text.tree;
  const int noun = tree.group(text.chunk(group).head);
  const int described = predicate_describing(tree, clauses, noun);
  for (int c = 0; c < text.size(); ++c) {
    if (!text.is(c, ChunkKind::Time)) continue;
    const Chunk& time = text.chunk(c);
    const int above = tree.head(top_of(tree, time));
    const bool scheduled =
        described >= 0 && clauses.at(described).root == above && is_right_behind(text, c, above);
    if (scheduled || (above == noun && stands_by(text, c, noun) && !is_bound(text, time)))
      if (auto date = date_of(text, time, document, look)) return date;
  }
  return std::nullopt;
}

bool is_right_behind(const Shallow& text, int time, int word) {
  const int gap = text.chunk(time).first - word - 1;
  return gap == 0 || (gap == 1 && text.is(time - 1, ChunkKind::Preposition));
}

}  // namespace demarche
