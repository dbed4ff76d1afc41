#include "ingest/language/draw.h"

#include <fmt/format.h>

#include <vector>

namespace demarche {
namespace {

constexpr std::size_t deepest = 1000;  // of what is drawn; no sentence of people is deeper

class Drawing {
 public:
  explicit Drawing(const Sentence& sent) : sent_(sent), dependents_(sent.tokens.size()) {
    for (std::size_t i = 0; i < sent.tokens.size(); ++i)
      if (const int head = sent.tokens[i].head; head >= 0)
        dependents_[static_cast<std::size_t>(head)].push_back(i);
  }

  std::string run() {
    for (std::size_t i = 0; i < sent_.tokens.size(); ++i)
      if (sent_.tokens[i].head < 0) add(i, "", "", 0);
    return std::move(out_);
  }

 private:
  // `before` stands in front of the word itself, `under` in front of what hangs on it.
  void add(std::size_t i, const std::string& before, const std::string& under, std::size_t depth) {
    const auto& tok = sent_.tokens[i];
    out_ += fmt::format("{}{}  {}  {}  {}\n", before, tok.form, tok.deprel, tok.xpos, tok.lemma);
    if (depth == deepest) return;
    const auto& dependents = dependents_[i];
    for (const auto dependent : dependents) {
      const bool is_last = dependent == dependents.back();
      add(dependent, under + (is_last ? "└─ " : "├─ "), under + (is_last ? "   " : "│  "), depth + 1);
    }
  }

  const Sentence& sent_;
  std::vector<std::vector<std::size_t>> dependents_;
  std::string out_;
};

}  // namespace

std::string draw_tree(const Sentence& sent) {
  return Drawing(sent).run();
}

}  // namespace demarche
