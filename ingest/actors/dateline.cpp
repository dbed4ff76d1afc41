#include "ingest/actors/dateline.h"

#include <algorithm>
#include <string_view>

namespace demarche {
namespace {

constexpr std::size_t longest_dateline = 14;  // words

bool is_dash(std::string_view form) {
  return form == "-" || form == "--" || form == "\u2013" || form == "\u2014";
}

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

bool shouts(std::string_view form) {
  return form.size() > 2 && std::none_of(form.begin(), form.end(), is_small);
}

// How many tokens of the sentence are its dateline; 0 where it has none.
std::size_t dateline_size(const Sentence& sentence) {
  const auto& tokens = sentence.tokens;
  for (std::size_t i = 0; i + 1 < tokens.size() && i < longest_dateline; ++i) {
    const std::string_view form = tokens[i].form;
    const bool apart = i == 0 || (tokens[i].start > tokens[i - 1].end && tokens[i + 1].start > tokens[i].end);
    if (is_dash(form)) return apart ? i + 1 : 0;
    if (form == ":") return i > 0 && shouts(tokens[0].form) ? i + 1 : 0;
    if (is_small(form.front())) return 0;
  }
  return 0;
}

}  // namespace

void split_dateline(std::vector<Sentence>& sentences) {
  const auto first = std::find_if(sentences.begin(), sentences.end(),
                                  [](const Sentence& sentence) { return sentence.field == Field::Text; });
  if (first == sentences.end() || first->start > 0) return;
  const auto size = static_cast<std::ptrdiff_t>(dateline_size(*first));
  if (size == 0) return;
  Sentence dateline = *first;
  dateline.tokens.erase(dateline.tokens.begin() + size, dateline.tokens.end());
  dateline.end = dateline.tokens.back().end;
  first->tokens.erase(first->tokens.begin(), first->tokens.begin() + size);
  first->start = first->tokens.front().start;
  sentences.insert(first, std::move(dateline));
}

}  // namespace demarche
