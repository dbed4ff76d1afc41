// From left to right, the longest group that begins at each word: a time, else verbs, else nouns, else the
// word alone. Where there is a tree, it parts nouns that belong to different groups, and says what becomes of
// a verb.
#include "ingest/actors/chunks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "ingest/actors/tree_tags.h"

namespace demarche {
namespace {

constexpr int longest_aside = 5;  // words in brackets that may stand inside a group of nouns

class Chunker {
 public:
  Chunker(const Line& line, const Grammar& grammar, const ActorWords& words)
      : grammar_(grammar), words_(words), size_(line.size()) {
    out_.line = &line;
    if (line.sentence->is_parsed()) {
      out_.tree.emplace(*line.sentence);
      join_names_of_bodies();
      out_.tags = tags_of_tree(line, *out_.tree, grammar);
    } else {
      out_.tags = tag_words(line, grammar);
    }
  }

  Shallow run() {
    for (int i = 0; i < size_;) {
      Chunk chunk = chunk_at(i);
      if (out_.tree && chunk.kind == ChunkKind::Verbs) read_verbs(chunk);
      i = chunk.last + 1;
      out_.chunk_of.resize(static_cast<std::size_t>(i), static_cast<int>(out_.chunks.size()));
      out_.chunks.push_back(std::move(chunk));
    }
    return std::move(out_);
  }

 private:
  bool inside(int i) const { return i >= 0 && i < size_; }
  Tag tag(int i) const { return inside(i) ? out_.tag(i).tag : Tag::Stop; }
  bool is(int i, WordClass which) const { return inside(i) && out_.tag(i).facts->is(which); }
  std::string_view key(int i) const { return inside(i) ? std::string_view(out_.key(i)) : std::string_view(); }
  bool is_capital(int i) const { return inside(i) && out_.word(i).shape != Shape::Lower; }

  Chunk chunk_at(int i);
  int time_end(int i) const;
  int month_end(int i) const;
  bool is_given_name(int i) const;
  int day_end(int i) const;
  bool is_year(int i) const;
  std::optional<Chunk> verbs(int i);
  bool is_not_only(int i) const;
  void read_verbs(Chunk& group) const;
  bool is_past_behind_aside(int root) const;
  bool parts_groups(int i) const;
  void join_names_of_bodies();
  bool names_one_body(int i) const;
  bool joins_names(int i) const;
  bool is_rate(int i) const;
  Chunk nouns(int i);
  int aside_end(int open) const;
  bool is_ratio(int i) const;
  bool continues_nouns(int i, bool has_noun) const;
  bool joins_adjectives(int i) const;
  bool numbers_before(int i) const;
  bool opens_group(int i) const;
  ChunkKind kind_of(Tag tag) const;

  const Grammar& grammar_;
  const ActorWords& words_;
  Shallow out_;
  int size_ = 0;
};

// "December 3", "December 3, 2025", "November 2025", "May 29": the word behind; `i` where it is no date.
int Chunker::month_end(int i) const {
  const bool ambiguous = is_one_of(key(i), {"may", "march"});
  const bool spelled = (is(i + 1, WordClass::Number) || is(i + 1, WordClass::Ordinal)) &&
                       !(inside(i + 2) && is_nominal(tag(i + 2)));  // "February third"
  const bool number_follows =
      inside(i + 1) && ((out_.word(i + 1).shape == Shape::Number && key(i + 1).size() <= 4) || spelled);
  if (!is(i, WordClass::Month) || !is_capital(i) || (!number_follows && is_given_name(i))) return i;
  if (ambiguous && !number_follows && tag(i - 1) != Tag::Preposition) return i;
  if (!number_follows) return i + 1;
  const bool year_follows =
      key(i + 2) == "," && inside(i + 3) && key(i + 3).size() == 4 && out_.word(i + 3).shape == Shape::Number;
  return year_follows ? i + 4 : i + 2;
}

// "*Jan* Holt", "Councillor *June* Berg": a month's name before a surname that the tree joins to it.
bool Chunker::is_given_name(int i) const {
  if (!out_.tree || !words_.is_given_name(out_.key(i)) || tag(i - 1) == Tag::Preposition) return false;
  return tag(i + 1) == Tag::Noun && is_capital(i + 1) && out_.tree->group(i) == out_.tree->group(i + 1) &&
         out_.line->style == Style::Prose;
}

// "14 June", "3rd March 2025": the word behind; `i` where it is no date.
int Chunker::day_end(int i) const {
  const std::string_view word = key(i);
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const bool is_day =
      (digits == 1 || digits == 2) && is_one_of(word.substr(digits), {"", "st", "nd", "rd", "th"});
  if (!is_day || !is(i + 1, WordClass::Month) || !is_capital(i + 1)) return i;
  return inside(i + 2) && is_year(i + 2) ? i + 3 : i + 2;
}

// "1985".
bool Chunker::is_year(int i) const {
  const std::string_view word = key(i);
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         word.find_first_not_of("0123456789") == std::string::npos;
}

// The word behind the time that begins at `i`; `i` itself where none does.
int Chunker::time_end(int i) const {
  const bool same = key(i) == "the" && key(i + 1) == "same";
  if (same &&
      is_one_of(key(i + 2), {"day", "week", "month", "year", "evening", "night", "morning", "afternoon"}))
    return i + 3;
  if (is_one_of(key(i), {"today", "yesterday", "tomorrow", "tonight"})) return key(i + 1) == "'s" ? i : i + 1;
  if (is_one_of(key(i), {"last", "next", "this", "earlier", "late", "early", "mid", "later"})) {
    const int j = is_one_of(key(i + 1), {"this", "last", "next"}) ? i + 2 : i + 1;
    if (is_one_of(key(j), {"week", "month", "year", "night", "morning", "afternoon", "evening", "spring",
                           "summer", "autumn", "fall", "winter", "weekend"}))
      return key(j + 1) == "'s" ? i : j + 1;
    if (is(j, WordClass::Weekday)) return j + 1;
    return month_end(j) > j ? month_end(j) : i;
  }
  if (key(i - 1) == "in" && is_year(i) && !(inside(i + 1) && is_nominal(tag(i + 1)))) return i + 1;
  if (is(i, WordClass::Feast) && is_capital(i)) return i + 1;
  if (is(i, WordClass::Weekday) && is_capital(i)) {
    const int j = key(i + 1) == "," ? i + 2 : i + 1;
    if (month_end(j) > j) return month_end(j);
    return key(i + 1) == "'s" ? i : i + 1;
  }
  const bool counted =
      (tag(i) == Tag::Number || is_one_of(key(i), {"a", "an"})) &&
      is_one_of(key(i + 1), {"day", "days", "week", "weeks", "month", "months", "year", "years"});
  if (counted && is_one_of(key(i + 2), {"ago", "earlier"})) return i + 3;
  return std::max(day_end(i), month_end(i));
}

// "*not* only rejected it but …".
bool Chunker::is_not_only(int i) const {
  return is_one_of(key(i + 1), {"only", "merely", "just", "simply"});
}

std::optional<Chunk> Chunker::verbs(int i) {
  Chunk group{ChunkKind::Verbs, i, i, -1};
  int auxiliaries = 0, be = -1;
  int j = i;
  for (; inside(j); ++j) {
    const Tag t = tag(j);
    if (t == Tag::To && j == i)
      group.infinitive = true;
    else if (t == Tag::Modal)
      group.modal = j;
    else if (t == Tag::Not)
      group.negated |= !is_not_only(j);
    else if (t == Tag::Adverb)
      group.negated |= key(j) == "never";
    else if (t == Tag::Auxiliary && group.head < 0) {
      ++auxiliaries;
      if (is(j, WordClass::Be)) be = j;
      if (is_one_of(key(j), {"has", "have", "had", "having"})) group.perfect = true;
    } else
      break;
  }
  if (tag(j) == Tag::Verb) {
    group.head = j;
    if (const int verb = out_.tag(j).facts->verb; verb >= 0) group.lemma = grammar_.lemma(verb);
    group.forms = out_.tag(j).forms;
    group.passive = be >= 0 && (group.forms & form_participle) != 0;
    group.bare = auxiliaries == 0 && group.modal < 0 && !group.infinitive;
    group.last = j;
    return group;
  }
  if (auxiliaries == 0 && group.modal < 0) return std::nullopt;
  while (tag(j - 1) == Tag::Adverb && j - 1 > i) --j;
  group.last = j - 1;
  group.head = be >= 0 ? be : group.last;
  group.copula = be >= 0;
  return group;
}

// What the tree says of a group of verbs. An auxiliary that stands apart from its verb is no group of its
// own.
void Chunker::read_verbs(Chunk& group) const {
  const Tree& tree = *out_.tree;
  const bool is_copula = tree.is(group.head, "cop");
  const int root = is_copula ? tree.head(group.head) : group.head;
  if (tag(group.head) != Tag::Verb && !is_copula && tree.is(group.head, "aux")) {
    group.kind = ChunkKind::Adverb;
    return;
  }
  if (tree.at(group.head).upos == "AUX" || group.lemma.empty()) group.lemma = tree.at(group.head).lemma;
  group.copula = is_copula || group.lemma == "be";
  bool has_auxiliary = is_copula, has_to = false, has_be = false;
  for (int below : tree.dependents(root)) {
    const std::string_view word = key(below);
    if (tree.is(below, "aux")) {
      has_auxiliary = true;
      if (tree.at(below).xpos == "MD") group.modal = below;
      has_be |= is(below, WordClass::Be);
      group.perfect |= tree.at(below).lemma == "have";
    }
    has_to |= tree.is(below, "mark") && word == "to";
    const bool no_longer = word == "longer" && below > 0 && key(below - 1) == "no";
    const bool negates = is(below, WordClass::Negation) && !is_not_only(below);
    group.negated |= tree.is(below, "advmod") && (negates || no_longer);
    group.ended |= tree.is(below, "advmod") && no_longer;
    group.passive |= tree.relation(below) == "aux:pass" || tree.relation(below) == "nsubj:pass";
  }
  group.infinitive = has_to;
  group.passive |= has_be && (group.forms & form_participle) != 0;
  group.bare = !has_auxiliary && !has_to;
  if (group.bare && group.passive && is_past_behind_aside(root)) {
    group.passive = false;
    group.forms = form_past;
  }
}

// "India, which had refused it in March, *signed* too": a sentence's own verb, which the tree takes for a
// participle without its "be".
bool Chunker::is_past_behind_aside(int root) const {
  const Tree& tree = *out_.tree;
  const int subject = tree.dependent(root, "nsubj");
  return tree.head(root) < 0 && out_.line->style == Style::Prose && subject >= 0 && subject < root &&
         tag(root - 1) == Tag::Comma &&
         (tree.dependent(subject, "acl") >= 0 || tree.dependent(subject, "appos") >= 0);
}

// Whether the tree puts this word and the one before it into different groups.
bool Chunker::parts_groups(int i) const {
  if (!out_.tree || !(is_nominal(tag(i)) || tag(i) == Tag::Determiner) || !is_nominal(tag(i - 1)))
    return false;
  if (i >= 2 && is_rate(i - 1)) return false;
  if (i >= 3 && is_rate(i - 2)) return false;
  if (i >= 3 && tag(i - 2) == Tag::Hyphen && is_ratio(i - 2)) return false;
  if (out_.tree->at(i).upos == "ADV" && is_capital(i) && is_capital(i - 1)) return false;
  const int here = out_.tree->group(i), before = out_.tree->group(i - 1);
  const bool alike = out_.tree->head(here) == out_.tree->head(before) &&
                     out_.tree->relation(here) == out_.tree->relation(before);
  return here != before && !alike;
}

// "the Securities and *Exchange* Commission": of the name, though the tree joins it to a part of the name.
void Chunker::join_names_of_bodies() {
  Tree& tree = *out_.tree;
  for (int i = 0; i < size_; ++i) {
    const int above = tree.head(i);
    const bool joined =
        above >= 0 && tree.is(i, "conj") && tree.is(above, "compound") && i < tree.head(above);
    const bool is_choice = joined && key(tree.dependent(i, "cc")) == "or";  // "Alder or Alder Chemicals"
    if (joined && !is_choice && is_capital(i) && is_capital(above) && names_one_body(tree.head(above)))
      tree.join(i);
  }
}

// "Rail and Signal *Workers*" are one body, and so is a "Security and Intelligence *Service*"; "House and
// Senate *Committees*" are two.
bool Chunker::names_one_body(int i) const {
  const ActorWord& word = words_.find(out_.key(i));
  const bool is_body = (word.ending || word.group == GroupKind::Body) && !word.plural && !word.legal;
  return out_.word(i).shape == Shape::Capital && (is_body || key(i).ends_with("ers"));
}

// "the Securities *and* Exchange Commission": inside one group by the tree.
bool Chunker::joins_names(int i) const {
  if (!out_.tree || tag(i) != Tag::Conjunction || !inside(i + 1)) return false;
  const int group = out_.tree->group(i);
  return group > i && out_.tree->group(i - 1) == group && out_.tree->group(i + 1) == group &&
         is_capital(i - 1) && is_capital(i + 1);
}

// "a 69 dlr *a* share offer".
bool Chunker::is_rate(int i) const {
  return is_one_of(key(i), {"a", "an", "per"}) && (is(i - 1, WordClass::Unit) || tag(i - 1) == Tag::Number) &&
         tag(i + 1) == Tag::Noun && is_nominal(tag(i + 2));
}

int Chunker::aside_end(int open) const {
  if (out_.tells_party(open + 1)) return -1;  // "Rep. Peter Berg (*R-Ohio*)": no part of his name
  for (int j = open + 1; inside(j) && j <= open + longest_aside + 1; ++j) {
    if (tag(j) == Tag::Close) return j;
    if (tag(j) == Tag::Verb || tag(j) == Tag::Stop) return -1;
  }
  return -1;
}

bool Chunker::joins_adjectives(int i) const {
  const auto describes = [this](int j) {
    return tag(j) == Tag::Adjective || (tag(j) == Tag::Verb && (out_.tag(j).forms & form_participle));
  };
  const int next = tag(i + 1) == Tag::Adverb ? i + 2 : i + 1;
  return (tag(i) == Tag::Conjunction || tag(i) == Tag::Comma) && describes(i - 1) && describes(next) &&
         is_nominal(tag(next + 1));
}

// "in full | *the* plan", "as inadequate | *an* offer": an article behind an adjective that is not its
// noun's.
bool Chunker::opens_group(int i) const {
  if (tag(i - 1) != Tag::Adjective) return false;
  const bool in_full = tag(i - 2) == Tag::Preposition && key(i - 1) == "full";
  return in_full || (out_.tree && out_.tree->is(i - 1, "advcl") && out_.tree->is(i, "det"));
}

// "the 60*-*40 settlement".
bool Chunker::is_ratio(int i) const {
  return tag(i - 1) == Tag::Number && tag(i + 1) == Tag::Number && out_.word(i).glued &&
         out_.word(i + 1).glued;
}

bool Chunker::continues_nouns(int i, bool has_noun) const {
  switch (tag(i)) {
    case Tag::Noun:
    case Tag::Adjective:
    case Tag::Number:
    case Tag::Symbol:
      return time_end(i) == i;
    case Tag::Possessive:
      return true;
    case Tag::Hyphen:
      return is_nominal(tag(i + 1)) || tag(i + 1) == Tag::Determiner || tag(i + 1) == Tag::Symbol ||
             is_ratio(i);
    case Tag::Determiner:
      return !has_noun && time_end(i) == i && !opens_group(i);
    case Tag::Adverb:
      if (tag(i + 1) == Tag::Hyphen)
        return !has_noun && tag(i + 2) == Tag::Adjective;  // "a *wholly*-owned unit"
      return !has_noun && (tag(i + 1) == Tag::Adjective || tag(i + 1) == Tag::Number);
    case Tag::Quote:
      return !has_noun && (is_nominal(tag(i + 1)));
    case Tag::Verb:  // "updated and refined framework"
      return tag(i - 1) == Tag::Conjunction && !has_noun;
    default:
      return false;
  }
}

// "Draft *4*", "document *114/7*", "Bill *C-18*": only tells one from the others of its name.
bool Chunker::numbers_before(int i) const {
  const bool lettered = inside(i) && key(i).size() == 1 && is_capital(i);
  if (tag(i) != Tag::Number && !lettered) return false;
  if (tag(i - 1) == Tag::Hyphen) return inside(i - 2) && key(i - 2).size() == 1 && numbers_before(i - 2);
  return tag(i - 1) == Tag::Noun &&
         ((tag(i) == Tag::Number && is_capital(i - 1)) || is(i - 1, WordClass::Numbered));
}

Chunk Chunker::nouns(int i) {
  Chunk group{ChunkKind::Nouns, i, i, i};
  bool has_noun = false;
  int j = i;
  while (inside(j)) {
    if (j > i && tag(j) == Tag::Open && has_noun && aside_end(j) > 0) {
      j = aside_end(j) + 1;
      group.last = j - 1;
      const bool ends_name = inside(j) && is_capital(j) && words_.find(out_.key(j)).legal;
      if (ends_name) group.head = group.last = j++;  // "Alder (Holdings) *Ltd*"
      continue;
    }
    if (j > i && !has_noun && joins_adjectives(j)) {
      ++j;
      continue;
    }
    if (j > i && (joins_names(j) || is_rate(j))) {
      ++j;
      continue;
    }
    if (j > i && (!continues_nouns(j, has_noun) || parts_groups(j))) break;
    if ((tag(j) == Tag::Noun || tag(j) == Tag::Number) && !numbers_before(j)) group.head = j;
    has_noun = tag(j) == Tag::Noun;
    if (tag(j) != Tag::Quote || has_noun) group.last = j;
    ++j;
  }
  if (!is_nominal(tag(group.head)) && tag(group.last) != Tag::Possessive) group.head = group.last;
  const bool is_part = key(i) == "most" && i == group.last && key(j) == "of";  // "by *most* of the unions"
  const bool only_adjectives = tag(group.head) == Tag::Adjective && tag(i) != Tag::Determiner && !is_part;
  if (only_adjectives) group.kind = ChunkKind::Adjectives;
  return group;
}

ChunkKind Chunker::kind_of(Tag t) const {
  switch (t) {
    case Tag::Preposition:
      return ChunkKind::Preposition;
    case Tag::Conjunction:
      return ChunkKind::Conjunction;
    case Tag::Subordinator:
      return ChunkKind::Subordinator;
    case Tag::Relative:
      return ChunkKind::Relative;
    case Tag::Adverb:
      return ChunkKind::Adverb;
    case Tag::Not:
      return ChunkKind::Adverb;
    case Tag::To:
      return ChunkKind::Preposition;
    case Tag::Comma:
      return ChunkKind::Comma;
    case Tag::Quote:
      return ChunkKind::Quote;
    case Tag::Open:
      return ChunkKind::Open;
    case Tag::Close:
      return ChunkKind::Close;
    default:
      return ChunkKind::Stop;
  }
}

Chunk Chunker::chunk_at(int i) {
  if (const int end = time_end(i); end > i) return {ChunkKind::Time, i, end - 1, i};
  const Tag t = tag(i);
  const bool verbal = t == Tag::Verb || t == Tag::Auxiliary || t == Tag::Modal || t == Tag::Not ||
                      t == Tag::To || t == Tag::Adverb;
  if (verbal)
    if (auto group = verbs(i)) return *group;
  if (is_nominal(t) || t == Tag::Determiner || t == Tag::Symbol) return nouns(i);
  if (t == Tag::Pronoun) return {ChunkKind::Nouns, i, i, i};
  return {kind_of(t), i, i, i};
}

}  // namespace

int Shallow::with_price(int chunk_at) const {
  const bool priced = is(chunk_at - 1, ChunkKind::Preposition) && head_key(chunk_at - 1) == "per" &&
                      is(chunk_at - 2, ChunkKind::Nouns) &&
                      tag(chunk(chunk_at - 2).head).facts->is(WordClass::Unit);
  return priced ? chunk_at - 2 : chunk_at;
}

int Shallow::possessive_mark(int first, int end) const {
  for (int i = first; i < end; ++i)
    if (tag(i).tag == Tag::Possessive) return i;
  return -1;
}

bool Shallow::is_owned(int first, int end) const {
  if (possessive_mark(first, end) >= 0) return true;
  for (int i = first; i < end; ++i)
    if (tag(i).facts->is(WordClass::Owner)) return true;
  return false;
}

bool Shallow::tells_party(int word) const {
  const int mark = word + 1;
  return mark < static_cast<int>(tags.size()) && tag(mark).tag == Tag::Hyphen &&
         is_one_of(key(word), {"d", "r", "i"});
}

bool Shallow::is_quoted(int word) const {
  return std::count_if(tags.begin(), tags.begin() + word,
                       [](const Tagged& before) { return before.tag == Tag::Quote; }) %
             2 !=
         0;
}

std::string Shallow::written(int first, int last) const {
  std::string out;
  for (int i = first; i <= last; ++i) {
    if (!out.empty() && !word(i).glued) out += ' ';
    out += line->sentence->tokens[static_cast<std::size_t>(i)].form;
  }
  return out;
}

Shallow read_chunks(const Line& line, const Grammar& grammar, const ActorWords& words) {
  return Chunker(line, grammar, words).run();
}

}  // namespace demarche
