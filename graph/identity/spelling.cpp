#include "graph/identity/spelling.h"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

using Change = std::pair<std::string_view, std::string_view>;

constexpr std::array<Change, 5> american{{{"defence", "defense"},
                                          {"labour", "labor"},
                                          {"centre", "center"},
                                          {"organisation", "organization"},
                                          {"programme", "program"}}};

// Letters by which transliterations from Arabic, Cyrillic, Hebrew and Persian differ; longer pieces first.
constexpr std::array<Change, 12> sounds{{{"iyy", "i"},
                                         {"yy", "i"},
                                         {"iy", "i"},
                                         {"ij", "i"},
                                         {"ou", "u"},
                                         {"oo", "u"},
                                         {"ee", "i"},
                                         {"ph", "f"},
                                         {"kh", "h"},
                                         {"dj", "j"},
                                         {"q", "k"},
                                         {"y", "i"}}};

template <std::size_t n>
std::string changed(std::string_view text, const std::array<Change, n>& changes) {
  std::string out;
  while (!text.empty()) {
    const auto change = std::find_if(changes.begin(), changes.end(),
                                     [&](const Change& any) { return text.starts_with(any.first); });
    if (change == changes.end()) {
      out += text.front();
      text.remove_prefix(1);
    } else {
      out += change->second;
      text.remove_prefix(change->first.size());
    }
  }
  return out;
}

// Every letter that stands twice stands once.
std::string without_doubles(std::string text) {
  text.erase(std::unique(text.begin(), text.end()), text.end());
  return text;
}

}  // namespace

std::string plain_name(std::string_view name) {
  std::string spaced;
  for (char c : fold(name)) {
    if (c == '.' || c == '\'') continue;
    spaced += c == '-' || c == '/' || c == ',' ? ' ' : c;
  }
  const auto plain = collapse_spaces(spaced);
  return changed(std::string_view(plain).substr(plain.starts_with("the ") ? 4 : 0), american);
}

std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string sound_of(std::string_view plain) {
  return without_doubles(changed(without_doubles(changed(plain, sounds)), sounds));
}

bool is_one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto front = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  auto rest_a = a.substr(front);
  auto rest_b = b.substr(front);
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.empty()) return false;
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

}  // namespace demarche
