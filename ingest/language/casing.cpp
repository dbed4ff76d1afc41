#include "ingest/language/casing.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "ingest/language/lexicon.h"

namespace demarche {
namespace {

constexpr std::size_t casing_count = 4;
constexpr std::size_t least_words = 2;         // of a line that is told to be in capitals
constexpr std::size_t least_title_words = 4;   // of one in title case
constexpr std::size_t short_word = 3;          // letters: such words may be small in title case
constexpr std::size_t most_words_read = 4000;  // of a document, for how it writes a word

using Votes = std::array<std::size_t, casing_count>;

// Calls visit(c) for each character; stops where it returns false.
template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
  const auto length = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i, length, c);
    if (!visit(c)) return;
  }
}

bool is_letter(UChar32 c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : u_isalpha(c) != 0;
}

bool is_capital(UChar32 c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(c) != 0;
}

void append(UChar32 c, ShortText& out) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)});
}

std::size_t letters_in(std::string_view form) {
  std::size_t letters = 0;
  for_each_character(form, [&](UChar32 c) {
    letters += is_letter(c) ? 1 : 0;
    return true;
  });
  return letters;
}

// Whether most words of the sentence are in capitals, or nearly all long ones begin with one.
bool is_headline(const Sentence& sent) {
  std::size_t words = 0, capitals = 0, longer = 0, titled = 0;
  for (const auto& tok : sent.tokens) {
    const auto letters = letters_in(tok.form);
    if (letters < 2) continue;
    const auto casing = casing_of(tok.form);
    ++words;
    capitals += casing == Casing::Capitals;
    if (letters <= short_word) continue;
    ++longer;
    titled += casing == Casing::Title || casing == Casing::Capitals;
  }
  if (words >= least_words && capitals * 10 >= words * 8) return true;
  return longer >= least_title_words && titled * 10 >= longer * 9;
}

bool same_letters(std::string_view one, std::string_view other) {
  return one.size() == other.size() && std::ranges::equal(one, other, [](char a, char b) {
           const auto small = [](char c) {
             return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
           };
           return small(a) == small(b);
         });
}

Casing favourite(const Votes& votes) {
  const auto most = std::ranges::max_element(votes);
  return *most == 0 ? Casing::AsWritten : static_cast<Casing>(most - votes.begin());
}

// "CBT" and "RJR", which nobody can say but letter by letter.
bool is_spelled(std::string_view form) {
  return form.find_first_not_of("BCDFGHJKLMNPQRSTVWXZbcdfghjklmnpqrstvwxz") == form.npos && !is_unit(form) &&
         abbreviation(form) == Abbreviation::None;
}

// Counts how a sentence writes its words, the first apart, which has a capital whatever it is.
template <class Count>
void count_casings(const Sentence& sent, Count count) {
  for (std::size_t i = 1; i < sent.tokens.size(); ++i) {
    const auto casing = casing_of(sent.tokens[i].form);
    if (casing != Casing::AsWritten) count(sent.tokens[i].form, static_cast<std::size_t>(casing));
  }
}

}  // namespace

Casing casing_of(std::string_view form) {
  std::size_t letters = 0, upper = 0;
  bool first_is_upper = false;
  for_each_character(form, [&](UChar32 c) {
    if (!is_letter(c)) return true;
    if (letters++ == 0) first_is_upper = is_capital(c);
    upper += is_capital(c) ? 1 : 0;
    return true;
  });
  if (letters == 0) return Casing::AsWritten;
  if (upper == 0) return Casing::Small;
  if (upper == letters) return letters == 1 ? Casing::Title : Casing::Capitals;
  return upper == 1 && first_is_upper ? Casing::Title : Casing::AsWritten;
}

ShortText recased(std::string_view form, Casing casing) {
  if (casing == Casing::AsWritten) return ShortText(form);
  ShortText out;
  bool is_first = true;
  for_each_character(form, [&](UChar32 c) {
    if (casing == Casing::Capitals || (casing == Casing::Title && is_first))
      c = u_toupper(c);
    else if (casing != Casing::AsWritten)
      c = u_tolower(c);
    append(c, out);
    is_first = is_first && !is_letter(c);
    return true;
  });
  return out;
}

Result<Caser> Caser::load(const ModelFile& file) {
  Caser caser;
  const auto words = StringTable::load(file, "case.words");
  const auto casings = file.numbers<std::uint8_t>("case.casings");
  if (!words) return tl::make_unexpected(words.error());
  if (!casings || casings->size() != words->size() ||
      std::ranges::any_of(*casings, [](auto casing) { return casing >= casing_count; }))
    return file.bad_section("case.casings");
  caser.words_ = *words;
  caser.casings_ = *casings;
  return caser;
}

Casing Caser::usual_casing(std::string_view form, std::span<const Sentence* const> running_text) const {
  Votes votes{};
  for (const auto* sent : running_text)
    count_casings(*sent, [&](std::string_view word, std::size_t casing) {
      if (same_letters(word, form)) ++votes[casing];
    });
  if (const auto casing = favourite(votes); casing != Casing::AsWritten) return casing;
  const auto known = words_.find(normalised(form).view());
  if (known) return static_cast<Casing>(casings_[*known]);
  return is_spelled(form) ? Casing::Capitals : Casing::Title;
}

void Caser::recase(std::span<Sentence> document) const {
  std::vector<Sentence*> headlines;
  std::vector<const Sentence*> running_text;
  std::size_t read = 0;
  for (auto& sent : document) {
    if (is_headline(sent))
      headlines.push_back(&sent);
    else if ((read += sent.tokens.size()) <= most_words_read)
      running_text.push_back(&sent);
  }
  for (auto* sent : headlines) {
    bool is_first = true;  // word of the sentence, which has a capital
    for (auto& tok : sent->tokens) {
      if (casing_of(tok.form) == Casing::AsWritten) continue;
      tok.casing = usual_casing(tok.form, running_text);
      if (is_first && tok.casing == Casing::Small) tok.casing = Casing::Title;
      is_first = false;
    }
  }
}

void add_caser(std::span<const Sentence> sentences, ModelWriter& out) {
  std::map<std::string, Votes> votes;
  for (const auto& sent : sentences) {
    if (is_headline(sent)) continue;
    count_casings(sent, [&](std::string_view word, std::size_t casing) {
      ++votes[std::string(normalised(word).view())][casing];
    });
  }
  std::vector<std::string> words;
  std::vector<std::uint8_t> casings;
  for (const auto& [word, counts] : votes) {
    words.push_back(word);
    casings.push_back(static_cast<std::uint8_t>(favourite(counts)));
  }
  add_string_table(out, "case.words", words);
  out.add_numbers<std::uint8_t>("case.casings", casings);
}

}  // namespace demarche
