#include "ingest/language/lexicon.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace demarche {
namespace {

constexpr std::size_t longest_entry = 15;

// Sorted, lower case: looked up by bisection.
constexpr std::string_view before_name[] = {
    "adm", "amb",  "atty", "brig", "capt", "cf",   "cllr",   "cmdr", "col",  "comdr", "cpl",
    "dr",  "drs",  "e.g",  "eg",   "fr",   "ft",   "gen",    "gens", "gov",  "govs",  "hon",
    "i.e", "ie",   "ing",  "insp", "lt",   "maj",  "messrs", "mlle", "mme",  "mr",    "mrs",
    "ms",  "msgr", "mt",   "pfc",  "pres", "prof", "profs",  "rep",  "reps", "rev",   "rt",
    "sen", "sens", "sgt",  "st",   "ste",  "supt", "v",      "viz",  "vs"};
constexpr std::string_view before_number[] = {"art", "c",   "ca",  "ch",  "fig", "jul",  "jun",
                                              "mar", "mon", "no",  "nos", "p",   "para", "pp",
                                              "rs",  "sat", "sec", "sun", "tel", "vol"};
constexpr std::string_view names[] = {
    "al",   "ala",  "alex",  "apr",  "ariz", "ark",  "asst", "attn", "aug", "ave",  "bhd",  "bldg",
    "blvd", "bros", "calif", "chas", "co",   "colo", "conn", "corp", "cos", "dec",  "del",  "dept",
    "dist", "div",  "esq",   "ext",  "feb",  "fla",  "fri",  "ga",   "geo", "govt", "ill",  "inc",
    "ind",  "intl", "jan",   "jas",  "jr",   "kan",  "kans", "ky",   "ltd", "mass", "md",   "mich",
    "minn", "mo",   "mont",  "natl", "neb",  "nebr", "nev",  "nov",  "oct", "okla", "ore",  "pa",
    "penn", "pty",  "que",   "rd",   "sept", "spec", "sr",   "tenn", "tex", "thos", "thur", "thurs",
    "tue",  "tues", "univ",  "va",   "vt",   "wed",  "wis",  "wisc", "wm",  "wyo"};
constexpr std::string_view common_ones[] = {"approx", "dlrs", "esp",  "est", "etc", "hrs", "incl",
                                            "lb",     "lbs",  "mins", "oz",  "sp",  "sq",  "yrs"};
constexpr std::string_view prefixes[] = {
    "anti", "co",  "counter", "cross",  "e",     "ex", "inter", "mid",   "mini", "multi", "neo",  "non",
    "post", "pre", "pro",     "psycho", "quasi", "re", "semi",  "socio", "sub",  "trans", "ultra"};
constexpr std::string_view units[] = {
    "am", "b",  "bn", "c",   "cm", "f",   "ft", "g",   "gb", "h",  "hz",  "k",  "kg", "km", "kw", "lb", "lbs",
    "m",  "mb", "mg", "mhz", "ml", "mln", "mm", "mph", "mw", "oz", "pct", "pm", "sq", "t",  "tn", "w",  "x"};
constexpr std::string_view apart_clitics[] = {"cause", "d", "em",  "ll",  "m",    "n", "re",
                                              "s",     "t", "til", "tis", "twas", "ve"};
constexpr std::string_view letter_closings[] = {"best",   "cheers",  "cordially",    "faithfully",
                                                "love",   "regards", "respectfully", "sincerely",
                                                "thanks", "truly",   "wishes"};
constexpr std::string_view starters[] = {
    "a",      "according", "after",   "all",   "although", "an",     "analysts", "another",   "as",
    "at",     "both",      "but",     "by",    "during",   "each",   "earlier",  "even",      "for",
    "former", "from",      "he",      "her",   "here",     "his",    "how",      "however",   "i",
    "if",     "in",        "instead", "it",    "its",      "last",   "many",     "meanwhile", "more",
    "most",   "no",        "not",     "now",   "on",       "one",    "only",     "other",     "our",
    "she",    "since",     "so",      "some",  "such",     "that",   "the",      "their",     "then",
    "there",  "these",     "they",    "this",  "those",    "though", "to",       "under",     "until",
    "we",     "what",      "when",    "where", "while",    "who",    "why",      "with",      "yet",
    "you"};

struct Contracted {
  std::string_view word;
  std::size_t first;
};
constexpr Contracted contractions[] = {
    {"aint", 2},   {"arent", 3},    {"cannot", 3}, {"cant", 2},  {"couldnt", 5}, {"didnt", 3},
    {"doesnt", 4}, {"dont", 2},     {"dunno", 2},  {"gimme", 3}, {"gonna", 3},   {"gotta", 3},
    {"hadnt", 3},  {"hasnt", 3},    {"havent", 4}, {"im", 1},    {"isnt", 2},    {"ive", 1},
    {"lemme", 3},  {"shouldnt", 6}, {"thats", 4},  {"wanna", 3}, {"wasnt", 3},   {"werent", 4},
    {"wont", 2},   {"wouldnt", 5},  {"youll", 3},  {"youre", 3}, {"youve", 3}};

static_assert(std::ranges::is_sorted(before_name) && std::ranges::is_sorted(before_number));
static_assert(std::ranges::is_sorted(names) && std::ranges::is_sorted(common_ones) &&
              std::ranges::is_sorted(prefixes));
static_assert(std::ranges::is_sorted(units) && std::ranges::is_sorted(apart_clitics));
static_assert(std::ranges::is_sorted(starters) && std::ranges::is_sorted(letter_closings));
static_assert(std::ranges::is_sorted(contractions, {}, &Contracted::word));

// `word` in lower case, where it is short and plain enough to be in a list; else empty.
class Folded {
 public:
  explicit Folded(std::string_view word) {
    if (word.size() > longest_entry) return;
    for (char c : word) letters_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  [[nodiscard]] std::string_view view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, longest_entry> letters_{};
  std::size_t size_ = 0;
};

template <std::size_t Size>
bool holds(const std::string_view (&list)[Size], const Folded& word) {
  return std::ranges::binary_search(list, word.view());
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  const Folded folded(word);
  if (holds(before_name, folded)) return Abbreviation::BeforeName;
  if (holds(before_number, folded)) return Abbreviation::BeforeNumber;
  if (holds(names, folded)) return Abbreviation::Name;
  return holds(common_ones, folded) ? Abbreviation::Common : Abbreviation::None;
}

bool is_prefix(std::string_view word) {
  return holds(prefixes, Folded(word));
}

std::size_t contraction(std::string_view word) {
  const Folded folded(word);
  const auto* found = std::ranges::lower_bound(contractions, folded.view(), {}, &Contracted::word);
  return found != std::end(contractions) && found->word == folded.view() ? found->first : 0;
}

bool is_unit(std::string_view word) {
  if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'K' && word[0] != 'M') return false;
  return holds(units, Folded(word));
}

bool is_apart_clitic(std::string_view word) {
  return holds(apart_clitics, Folded(word));
}

bool closes_letters(std::string_view word) {
  return holds(letter_closings, Folded(word));
}

bool begins_sentences(std::string_view word) {
  return holds(starters, Folded(word));
}

}  // namespace demarche
