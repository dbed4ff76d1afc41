// One pass from left to right: marks and closed classes first, then each possible verb by the words beside
// it. A form that is as often a noun ("offers") is a verb only where a subject stands before it and something
// to act on behind it, and no finite verb is known yet in its clause.
#include "ingest/actors/tags.h"

namespace demarche {
namespace {

enum class Number : std::uint8_t { Singular, Plural, Either };

class Tagger {
 public:
  Tagger(const Line& line, const Grammar& grammar) : line_(line), out_(line.words.size()) {
    for (int i = 0; i < line.size(); ++i) at(i).facts = &grammar.find(word(i).key);
  }

  std::vector<Tagged> run() {
    for (int i = 0; i < line_.size(); ++i) at(i).tag = decide(i);
    find_missing_verb();
    return std::move(out_);
  }

 private:
  Tagged& at(int i) { return out_[static_cast<std::size_t>(i)]; }
  Tag tag_at(int i) const { return out_[static_cast<std::size_t>(i)].tag; }
  const Word& word(int i) const { return line_.words[static_cast<std::size_t>(i)]; }
  bool inside(int i) const { return i >= 0 && i < line_.size(); }
  bool is(int i, WordClass which) const {
    return inside(i) && out_[static_cast<std::size_t>(i)].facts->is(which);
  }
  std::uint8_t forms_at(int i) const {
    return inside(i) ? out_[static_cast<std::size_t>(i)].facts->forms : 0;
  }
  bool is_key(int i, std::string_view key) const { return inside(i) && word(i).key == key; }

  // The last decided tag before `i`, adverbs and quotation marks passed over; Stop at the beginning.
  Tag before(int i) const {
    for (int j = i - 1; j >= 0; --j) {
      const Tag tag = tag_at(j);
      if (tag != Tag::Adverb && tag != Tag::Quote && tag != Tag::Not) return tag;
    }
    return Tag::Stop;
  }

  bool is_glued(int i) const {
    const auto hyphen = [this](int j) { return inside(j) && (word(j).key == "-"); };
    return (hyphen(i + 1) && word(i + 1).glued) || (hyphen(i - 1) && word(i).glued);
  }

  // Whether a capital makes this word a name.
  bool is_name(int i) const {
    if (line_.style != Style::Prose || i == 0) return false;
    const Word& w = word(i);
    if (w.shape == Shape::Upper) return true;
    const Tag previous = tag_at(i - 1);
    return w.shape == Shape::Capital && previous != Tag::Quote && previous != Tag::Stop;
  }

  bool begins_noun_group(int i) const;
  bool may_be_noun(int i) const;
  bool has_subject(int i) const;
  int group_begin(int i) const;
  Number number_of_subject(int i) const;
  Tag decide(int i);
  Tag decide_word(int i);
  Tag decide_verb(int i);
  Tag decide_finite(int i);
  Tag decide_past(int i);
  Tag decide_ing(int i);
  Tag decide_that(int i);
  bool is_unlisted_infinitive(int i) const;
  Tag unlisted(int i);
  void find_missing_verb();

  const Line& line_;
  std::vector<Tagged> out_;
  bool has_finite_ = false;  // in the clause so far
};

bool Tagger::may_be_noun(int i) const {
  if (!inside(i)) return false;
  const WordFacts& facts = *out_[static_cast<std::size_t>(i)].facts;
  if (word(i).shape == Shape::Mark) return bears_currency(word(i).key) || word(i).key == "%";
  constexpr auto closed =
      static_cast<std::uint32_t>(WordClass::Preposition) |
      static_cast<std::uint32_t>(WordClass::Conjunction) |
      static_cast<std::uint32_t>(WordClass::Subordinator) | static_cast<std::uint32_t>(WordClass::Relative) |
      static_cast<std::uint32_t>(WordClass::Auxiliary) | static_cast<std::uint32_t>(WordClass::Modal) |
      static_cast<std::uint32_t>(WordClass::Negation) | static_cast<std::uint32_t>(WordClass::Adverb);
  if (facts.classes & closed) return false;
  return facts.verb < 0 || facts.is(WordClass::Noun) || (facts.forms & (form_ing | form_past));
}

bool Tagger::begins_noun_group(int i) const {
  while (is(i, WordClass::Adverb) || (inside(i) && word(i).key == "\"")) ++i;
  return is(i, WordClass::Determiner) || is(i, WordClass::Owner) || is(i, WordClass::Pronoun) ||
         may_be_noun(i);
}

// Whether what stands before `i` can be its subject: a noun that is not inside a prepositional group, unless
// that belongs to a noun before it ("the leader of Hezbollah").
bool Tagger::has_subject(int i) const {
  int j = i;
  while (j > 0 && tag_at(j - 1) == Tag::Adverb) --j;
  if (j == 0) return false;
  const Tag tag = tag_at(j - 1);
  if (tag == Tag::Close || tag == Tag::Pronoun || tag == Tag::Relative) return true;
  if (tag != Tag::Noun) return false;
  for (int begin = group_begin(j); begin > 0; begin = group_begin(begin - 1)) {
    if (tag_at(begin - 1) == Tag::Verb || tag_at(begin - 1) == Tag::To) return false;
    if (tag_at(begin - 1) != Tag::Preposition) return true;
    if (!is_key(begin - 1, "of")) return false;
  }
  return true;
}

// Where the group of nouns that ends before `i` begins.
int Tagger::group_begin(int i) const {
  while (i > 0) {
    const Tag tag = tag_at(i - 1);
    if (!is_nominal(tag) && tag != Tag::Possessive && tag != Tag::Determiner && tag != Tag::Hyphen &&
        tag != Tag::Quote)
      break;
    --i;
  }
  return i;
}

// Whether the subject before `i` may take a verb in the plural. A name that ends in s may be either.
Number Tagger::number_of_subject(int i) const {
  if (i < 1) return Number::Either;
  if (tag_at(i - 1) == Tag::Pronoun || tag_at(i - 1) == Tag::Relative || tag_at(i - 1) == Tag::Close)
    return Number::Either;
  const int begin = group_begin(i);
  if (begin > 1 && tag_at(begin - 1) == Tag::Conjunction && is_key(begin - 1, "and") &&
      is_nominal(tag_at(begin - 2)))
    return Number::Plural;
  const std::string& key = word(i - 1).key;
  const bool ends_in_s = key.size() > 2 && key.back() == 's' && key[key.size() - 2] != 's';
  const bool collective =
      key == "people" || key == "police" || key == "men" || key == "women" || key == "majority";
  if (ends_in_s) return word(i - 1).shape == Shape::Lower ? Number::Plural : Number::Either;
  return collective ? Number::Plural : Number::Singular;
}

Tag Tagger::decide(int i) {
  if (word(i).key == "'s" || word(i).key == "'") {
    const bool noun_before = i > 0 && (is_nominal(at(i - 1).tag) || at(i - 1).tag == Tag::Close);
    if (word(i).glued && noun_before) return Tag::Possessive;
  }
  if (word(i).key == "’") return Tag::Possessive;
  if (word(i).shape == Shape::Mark) {
    const bool dash = word(i).key == "-" && !word(i).glued && (!inside(i + 1) || !word(i + 1).glued);
    const Tag mark = dash ? Tag::Stop : tag_of_mark(word(i).key);
    if (mark == Tag::Stop || mark == Tag::Comma) has_finite_ = false;
    return mark;
  }
  if (word(i).shape == Shape::Number) return Tag::Number;
  return decide_word(i);
}

// "to *reopen* the border": a word of no list with something to act on.
bool Tagger::is_unlisted_infinitive(int i) const {
  if (!inside(i) || word(i).shape != Shape::Lower) return false;
  const WordFacts& facts = *out_[static_cast<std::size_t>(i)].facts;
  const bool unlisted = facts.classes == 0 && facts.verb < 0;
  return unlisted && (is(i + 1, WordClass::Determiner) || is(i + 1, WordClass::Owner)) &&
         !is_key(i + 1, "that");
}

Tag Tagger::decide_that(int i) {
  const Tag previous = before(i);
  if (previous == Tag::Preposition) return Tag::Determiner;
  has_finite_ = false;
  return previous == Tag::Noun ? Tag::Relative : Tag::Subordinator;
}

Tag Tagger::decide_word(int i) {
  const WordFacts& facts = *at(i).facts;
  const std::string& key = word(i).key;
  if (is_glued(i) && facts.classes == 0 && facts.verb < 0) return Tag::Noun;
  if (is_glued(i)) return (facts.forms & form_participle) ? Tag::Adjective : Tag::Noun;
  const bool acronym = word(i).shape == Shape::Upper && line_.style == Style::Prose;
  if (acronym && !facts.is(WordClass::Pronoun)) return Tag::Noun;
  if (word(i).dotted) return Tag::Noun;
  if (key == "us" && word(i).shape != Shape::Lower) return Tag::Noun;
  if (key == "to") {
    int next = i + 1;
    while (is(next, WordClass::Adverb)) ++next;
    const bool verb_follows = (forms_at(next) & form_base) != 0 || is(next, WordClass::Be) ||
                              is(next, WordClass::Auxiliary) || is_unlisted_infinitive(next);
    return verb_follows ? Tag::To : Tag::Preposition;
  }
  if (key == "that") return decide_that(i);
  if (key == "doubt" && is_key(i - 1, "no")) return at(i - 1).tag = Tag::Adverb;
  if (key == "per" && i > 0 && (is_nominal(before(i)) || before(i) == Tag::Symbol)) return Tag::Symbol;
  if (facts.is(WordClass::Negation)) return Tag::Not;
  if (facts.is(WordClass::Modal)) return has_finite_ = true, Tag::Modal;
  if (facts.is(WordClass::Auxiliary)) return has_finite_ = true, Tag::Auxiliary;
  if (facts.is(WordClass::Relative)) return has_finite_ = false, Tag::Relative;
  if (facts.is(WordClass::Subordinator)) return has_finite_ = false, Tag::Subordinator;
  if (facts.is(WordClass::Conjunction)) return has_finite_ = false, Tag::Conjunction;
  if (is_name(i) && word(i).shape != Shape::Lower) return Tag::Noun;
  if (facts.is(WordClass::Determiner) || facts.is(WordClass::Owner)) return Tag::Determiner;
  if (facts.is(WordClass::Pronoun)) return Tag::Pronoun;
  if (facts.verb >= 0) return decide_verb(i);
  if (facts.is(WordClass::Preposition)) return Tag::Preposition;
  if (facts.is(WordClass::Adverb)) return Tag::Adverb;
  if (facts.is(WordClass::Number)) return Tag::Number;
  if (facts.is(WordClass::Adjective)) return Tag::Adjective;
  return unlisted(i);
}

// A word of no list: an adverb or a verb by its ending and place, else a noun.
Tag Tagger::unlisted(int i) {
  const std::string& key = word(i).key;
  if (key.size() > 4 && key.ends_with("ly") && word(i).shape == Shape::Lower) return Tag::Adverb;
  if (i > 0 && tag_at(i - 1) == Tag::To) {
    at(i).forms = form_base;
    return Tag::Verb;
  }
  const bool follows_noun = before(i) == Tag::Noun && has_subject(i);
  const bool acts_on = is(i + 1, WordClass::Determiner) || is(i + 1, WordClass::Owner);
  if (key.size() > 5 && key.ends_with("ing") && acts_on && before(i) == Tag::Noun &&
      word(i).shape == Shape::Lower) {
    at(i).forms = form_ing;
    return Tag::Verb;
  }
  if (key.size() > 4 && key.ends_with("ed") && word(i).shape == Shape::Lower) {
    at(i).forms = form_past | form_participle;
    return decide_past(i);
  }
  if (!has_finite_ && follows_noun && acts_on && key.size() > 3 && key.back() == 's' &&
      word(i).shape == Shape::Lower) {
    at(i).forms = form_third;
    return has_finite_ = true, Tag::Verb;
  }
  return Tag::Noun;
}

Tag Tagger::decide_verb(int i) {
  const std::uint8_t forms = at(i).forms = at(i).facts->forms;
  if ((forms & form_ing) != 0) return decide_ing(i);
  if ((forms & (form_base | form_third)) != 0) {
    const Tag tag = decide_finite(i);
    if (tag == Tag::Verb || (forms & (form_past | form_participle)) == 0) return tag;
    return at(i).facts->is(WordClass::Noun) ? tag : decide_past(i);
  }
  return decide_past(i);
}

Tag Tagger::decide_finite(int i) {
  const Tag previous = before(i);
  const std::uint8_t forms = at(i).forms;
  const bool noun_too = at(i).facts->is(WordClass::Noun);
  if (previous == Tag::To || previous == Tag::Modal) return Tag::Verb;
  const bool after_do = previous == Tag::Auxiliary && !is(i - 1, WordClass::Be) && (forms & form_base);
  if (after_do && (!noun_too || begins_noun_group(i + 1) || is_key(i + 1, "to") || !inside(i + 1)))
    return Tag::Verb;
  if (previous == Tag::Determiner || previous == Tag::Possessive || previous == Tag::Preposition ||
      previous == Tag::Adjective || previous == Tag::Number)
    return noun_too || previous != Tag::Number ? Tag::Noun : Tag::Verb;
  if (!noun_too) return has_finite_ = true, Tag::Verb;
  if (previous == Tag::Verb || previous == Tag::Auxiliary) return Tag::Noun;
  if (previous == Tag::Pronoun) return has_finite_ = true, Tag::Verb;
  const bool joins_verb = previous == Tag::Conjunction && i > 1 && at(i - 2).tag == Tag::Verb;
  if (joins_verb) return Tag::Verb;
  const bool object_follows = is(i + 1, WordClass::Determiner) || is(i + 1, WordClass::Owner) ||
                              is_key(i + 1, "to") ||
                              (inside(i + 1) && (may_be_noun(i + 1) || is(i + 1, WordClass::Adverb)));
  const Number number = number_of_subject(i);
  const bool number_agrees = number != ((forms & form_third) ? Number::Plural : Number::Singular);
  const bool pronoun_object =
      is(i + 1, WordClass::Preposition) && (forms & form_third) && line_.style != Style::Prose;
  if (!has_finite_ && number_agrees && has_subject(i) && (object_follows || pronoun_object))
    return has_finite_ = true, Tag::Verb;
  return Tag::Noun;
}

Tag Tagger::decide_past(int i) {
  const Tag previous = before(i);
  const bool noun_follows = may_be_noun(i + 1) && !is(i + 1, WordClass::Determiner);
  if (previous == Tag::Auxiliary) return Tag::Verb;
  if (previous == Tag::Determiner || previous == Tag::Possessive || previous == Tag::Number ||
      previous == Tag::Adjective)
    return Tag::Adjective;
  if ((previous == Tag::Preposition || previous == Tag::Verb) && noun_follows) return Tag::Adjective;
  if (previous == Tag::Stop && noun_follows && i > 0) return Tag::Verb;
  if (previous == Tag::Stop && noun_follows) return Tag::Adjective;
  has_finite_ = true;
  return Tag::Verb;
}

Tag Tagger::decide_ing(int i) {
  const Tag previous = before(i);
  if (previous == Tag::Determiner || previous == Tag::Possessive || previous == Tag::Adjective)
    return Tag::Noun;
  if (is_key(i + 1, "of") || (previous == Tag::Noun && !inside(i + 1))) return Tag::Noun;
  const bool determined =
      is(i + 1, WordClass::Determiner) || is(i + 1, WordClass::Owner) || is(i + 1, WordClass::Pronoun);
  const bool noun_follows = may_be_noun(i + 1) && !determined && word(i + 1).shape == Shape::Lower;
  const bool mark_follows = inside(i + 1) && word(i + 1).shape == Shape::Mark && word(i + 1).key != "\"" &&
                            !bears_currency(word(i + 1).key);
  return previous == Tag::Noun && (noun_follows || mark_follows) ? Tag::Noun : Tag::Verb;
}

// A sentence without any finite verb: the first form that may be one after all ("The Council *votes* in
// favour").
void Tagger::find_missing_verb() {
  for (int i = 0; i < line_.size(); ++i)
    if (tag_at(i) == Tag::Modal || tag_at(i) == Tag::Auxiliary ||
        (tag_at(i) == Tag::Verb && (at(i).forms & (form_third | form_past | form_base)) &&
         before(i) != Tag::To))
      return;
  for (int i = 1; i + 1 < line_.size(); ++i) {
    const std::uint8_t forms = forms_at(i);
    if (tag_at(i) != Tag::Noun || (forms & (form_third | form_base)) == 0 || is_glued(i) || !has_subject(i))
      continue;
    const Number wrong = (forms & form_third) ? Number::Plural : Number::Singular;
    if (number_of_subject(i) == wrong || (is_name(i) && word(i).shape != Shape::Lower)) continue;
    at(i).tag = Tag::Verb;
    at(i).forms = forms;
    return;
  }
}

}  // namespace

Tag tag_of_mark(std::string_view key) {
  if (key == ",") return Tag::Comma;
  if (key == "-" || key == "/") return Tag::Hyphen;
  if (key == "--" || key == ";" || key == ":") return Tag::Stop;
  if (key == "(" || key == "[" || key == "<") return Tag::Open;
  if (key == ")" || key == "]" || key == ">") return Tag::Close;
  if (key == "\"" || key == "''" || key == "``" || key == "'" || key == "`") return Tag::Quote;
  if (bears_currency(key) || key == "%" || key == "&" || key == "+") return Tag::Symbol;
  return Tag::Stop;
}

std::vector<Tagged> tag_words(const Line& line, const Grammar& grammar) {
  return Tagger(line, grammar).run();
}

}  // namespace demarche
