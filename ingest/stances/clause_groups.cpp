// Which groups of nouns a word stands for, alone or with what is joined to it, and which prepositional groups
// hang on them.
#include <algorithm>
#include <string_view>

#include "ingest/stances/clauses.h"

namespace demarche {
namespace {

// Whether "and" or the like stands between the members of the list that begins at this word: "Istanbul,
// Turkey" is none.
bool has_conjunction(const Tree& tree, int word) {
  const auto& below = tree.dependents(word);
  return std::any_of(below.begin(), below.end(), [&](int i) {
    const bool is_before_title = tree.relation(i) == "nmod:desc" && tree.dependent(i, "cc") >= 0;
    return tree.is(i, "cc") || is_before_title || (tree.is(i, "conj") && has_conjunction(tree, i));
  });
}

}  // namespace

int Clauses::group_of(int word) const {
  const int c = text_.chunk_of[static_cast<std::size_t>(word)];
  return text_.is(c, ChunkKind::Nouns) ? c : -1;
}

// The preposition of a noun: the one right before its group, else the tree's; -1 for none.
int Clauses::mark_of(int word) const {
  if (const int c = group_of(word); c >= 0 && preposition_before(c) >= 0) return preposition_before(c);
  for (int below : tree().dependents(word))
    if (tree().is(below, "case") && tree().at(below).upos != "PART") return below;
  return -1;
}

// Whether one of these prepositions stands before a noun.
bool Clauses::is_marked_by(int noun, std::initializer_list<std::string_view> prepositions) const {
  const int mark = mark_of(noun);
  return mark >= 0 && is_one_of(text_.key(mark), prepositions);
}

// "a filing *with the agency* that details its offer": what tells is the filing.
bool Clauses::is_recipient_of_text(int noun) const {
  return tree().is(noun, "nmod") && is_marked_by(noun, {"with", "to"}) &&
         text_.tag(tree().head(noun)).facts->is(WordClass::Writing);
}

// The word that a relative pronoun stands for; the word itself otherwise.
int Clauses::antecedent(int word) const {
  const std::string_view tag = tree().at(word).xpos;
  if (tag != "WDT" && tag != "WP") return word;
  for (int above = word, steps = 0; above >= 0 && steps < 4; above = tree().head(above), ++steps)
    if (tree().relation(above) == "acl:relcl") {
      const int noun = tree().head(above);
      return tag == "WDT" && is_recipient_of_text(noun) ? tree().head(noun) : noun;
    }
  return word;
}

// "agreed to the charge but *not* to the cameras", "all delegations *but* Iceland".
bool Clauses::is_left_out(int word) const {
  const auto& below = tree().dependents(word);
  const int whole = tree().head(word), first = tree().dependent(whole, "det");
  const bool of_all = is_one_of(text_.key(first >= 0 ? first : whole), {"all", "every", "no", "any"});
  return std::any_of(below.begin(), below.end(), [&](int i) {
    return i < word && (text_.key(i) == "not" || (of_all && text_.key(i) == "but"));
  });
}

// "the government of Norway and *the Front*", where the tree joins the Front to Norway: what has an article
// of its own is joined to what has one; -1 for none.
int Clauses::joined_past_owner(int word) const {
  if (!is_one_of(tree().at(word).xpos, {"NN", "NNP"}) || tree().dependent(word, "det") < 0) return -1;
  for (int owner : tree().dependents(word)) {
    const int second = tree().is(owner, "nmod") && owner > word ? tree().dependent(owner, "conj") : -1;
    const bool is_owner = second >= 0 && is_marked_by(owner, {"of"}) && tree().dependent(owner, "det") < 0 &&
                          tree().at(owner).upos == "PROPN";
    if (is_owner && tree().dependent(second, "det") >= 0 && tree().dependent(second, "cc") >= 0)
      return second;
  }
  return -1;
}

void Clauses::add_groups(int word, std::vector<int>& out) const {
  if (const int c = group_of(word); c >= 0 && std::find(out.begin(), out.end(), c) == out.end())
    out.push_back(c);
  const bool is_list = tree().is(word, "conj") || has_conjunction(tree(), word);
  const auto is_same_name = [&](int other) {  // "Ways and Means Chairman *Ole Dam*, Bo Ek and …"
    return tree().at(other).upos == "PROPN" && tree().at(word).upos == "PROPN" &&
           text_.chunk_of[static_cast<std::size_t>(other)] == text_.chunk_of[static_cast<std::size_t>(word)];
  };
  if (const int second = joined_past_owner(word); second >= 0) add_groups(second, out);
  for (int below : tree().dependents(word))
    if (is_same_name(below) ||
        (is_list && tree().is(below, "conj") && tree().is_nominal(below) && !is_left_out(below)))
      add_groups(below, out);
}

// "*most* of the unions": those who are counted; itself where nothing is. One of them is nobody known.
int Clauses::counted(int word) const {
  const std::string& key = text_.key(word);
  const bool share = text_.tag(word).facts->is(WordClass::Unit) && tree().dependent(word, "nummod") >= 0;
  const bool counts =
      is_one_of(tree().at(word).upos, {"DET", "NUM", "PRON", "ADJ"}) || share || key == "half";
  const bool compound = word > 0 && text_.key(word - 1) == "-";  // "twenty-*one* of the states"
  if (!counts || (key == "one" && !compound) || is_one_of(key, {"that", "those", "what", "which"}))
    return word;
  for (int below : tree().dependents(word))
    if (tree().is(below, "nmod") && is_marked_by(below, {"of"})) return below;
  return word;
}

std::vector<int> Clauses::groups(int word) const {
  std::vector<int> found;
  add_groups(antecedent(word), found);
  if (found.empty() && counted(word) != word) add_groups(counted(word), found);  // "by *most of the states*"
  return found;
}

std::vector<int> Clauses::joined(int chunk) const {
  if (!text_.tree) return {chunk};
  std::vector<int> found{chunk};
  add_groups(tree().group(text_.chunk(chunk).head), found);
  std::erase_if(found, [chunk](int other) { return other < chunk; });
  std::sort(found.begin(), found.end());
  return found;
}

bool Clauses::is_determined(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  for (int i = group.first; i < group.head; ++i)
    if (is_one_of(tree().at(i).xpos, {"DT", "PRP$", "POS"})) return true;
  return false;
}

// "a contract *worth* two million crowns *with Norway*": what the parser hangs on the sum.
std::vector<int> Clauses::behind_worth(int noun) const {
  std::vector<int> found;
  for (int worth : tree().dependents(noun)) {
    if (worth < noun || !is_one_of(text_.key(worth), {"worth", "valued"})) continue;
    for (int below : tree().dependents(worth)) {
      if (tree().is(below, "obl")) found.push_back(below);
      for (int deeper : tree().dependents(below))
        if (tree().is(deeper, "nmod")) found.push_back(deeper);
    }
  }
  return found;
}

std::vector<Oblique> Clauses::modifiers(int chunk) const {
  std::vector<Oblique> found;
  if (!text_.tree) return found;
  const auto take = [&](int noun) {
    if (const int mark = mark_of(noun); mark >= 0)
      for (int c : groups(noun))
        if (c != chunk) found.push_back({mark, c});
  };
  // "support from X and Y *for the plan*": the parser hangs it on the last of a list.
  const auto take_from_list = [&](int noun) {
    for (int c : groups(noun))
      for (int deeper : tree().dependents(tree().group(text_.chunk(c).head)))
        if (c != group_of(noun) && tree().is(deeper, "nmod") &&
            is_marked_by(deeper, {"for", "on", "over", "about", "to"}))
          take(deeper);
  };
  const int head = tree().group(text_.chunk(chunk).head);
  for (int below : tree().dependents(head)) {
    if (!tree().is(below, "nmod") || tree().relation(below) == "nmod:poss" || below < head) continue;
    take(below);
    for (int deeper : tree().dependents(below))
      if (tree().is(deeper, "nmod") && deeper > below) take(deeper);
    take_from_list(below);
  }
  for (int deeper : behind_worth(head)) take(deeper);
  if (text_.is(chunk + 1, ChunkKind::Preposition) && text_.is(chunk + 2, ChunkKind::Nouns)) {
    const int next = tree().group(text_.chunk(chunk + 2).head);
    if (tree().is(next, "obl")) take(next);
  }
  if (tree().is(head, "nmod"))  // "the response to protests by X *about the plan*": hung on the response
    for (int beside : tree().dependents(tree().head(head)))
      if (beside > head && tree().is(beside, "nmod") &&
          is_marked_by(beside, {"on", "over", "about", "against"}))
        take(beside);
  return found;
}

int Clauses::preposition_before(int chunk) const {
  return text_.is(chunk - 1, ChunkKind::Preposition) ? text_.chunk(chunk - 1).head : -1;
}

// "*The union* and the firm", where a group stands at the end of a list.
int Clauses::first_of_list(int chunk) const {
  const int word = tree().group(text_.chunk(chunk).head);
  const int before = tree().is(word, "conj") ? tree().head(word) : -1;
  const bool is_list =
      before >= 0 && before < word && has_conjunction(tree(), before) && group_of(before) >= 0;
  return is_list ? group_of(before) : chunk;
}

}  // namespace demarche
