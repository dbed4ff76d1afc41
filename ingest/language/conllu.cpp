#include "ingest/language/conllu.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <sstream>
#include <utility>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::size_t column_count = 10;
constexpr std::size_t most_words = 10'000;  // in one sentence
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

enum Column { Id, Form, Lemma, Upos, Xpos, Feats, Head, Deprel, Deps, Misc };
using Columns = std::array<std::string_view, column_count>;

bool has_space_after(const Columns& columns) {
  return columns[Misc].find("SpaceAfter=No") == std::string_view::npos;
}

std::string_view known(std::string_view field) {
  return field == "_" ? std::string_view() : field;
}

std::optional<int> number_of(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 0) return std::nullopt;
  return value;
}

// Reads line by line; the words of a sentence gather until the empty line behind it.
class Reader {
 public:
  Reader(std::string_view source, const std::string& name, Trees trees)
      : source_(source), name_(name), trees_(trees) {
    if (source_.starts_with(byte_order_mark)) source_.remove_prefix(byte_order_mark.size());
  }

  Result<Treebank> run() {
    while (from_ < source_.size()) {
      const auto line = next_line();
      ++line_number_;
      if (const auto read = take(line); !read) return tl::make_unexpected(read.error());
    }
    if (const auto ended = end_sentence(); !ended) return tl::make_unexpected(ended.error());
    return finish();
  }

 private:
  std::string_view next_line() {
    const auto end = std::min(source_.find('\n', from_), source_.size());
    auto line = source_.substr(from_, end - from_);
    from_ = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  [[nodiscard]] tl::unexpected<Error> malformed(std::string why) const {
    return fail(ErrorKind::Malformed, fmt::format("{}:{}", name_, line_number_), std::move(why));
  }

  Result<void> take(std::string_view line) {
    if (line.empty()) return end_sentence();
    if (line.starts_with('#')) {
      comment(line);
      return {};
    }
    Columns columns;
    if (!split(line, columns)) return malformed(fmt::format("not {} fields separated by tabs", column_count));
    if (columns[Id].find('.') != std::string_view::npos) return {};
    if (columns[Form].empty()) return malformed("a word without a form");
    if (columns[Id].find('-') != std::string_view::npos) return multiword(columns);
    return word(columns);
  }

  void comment(std::string_view line) {
    if (line.starts_with("# newdoc")) new_document_ = true;
    if (line == "# newpar" || line.starts_with("# newpar ")) new_paragraph_ = true;
  }

  static bool split(std::string_view line, Columns& columns) {
    for (std::size_t i = 0; i + 1 < column_count; ++i) {
      const auto tab = line.find('\t');
      if (tab == line.npos) return false;
      columns[i] = line.substr(0, tab);
      line.remove_prefix(tab + 1);
    }
    columns.back() = line;
    return line.find('\t') == line.npos;
  }

  // Puts the form behind what stands in the text and gives its first byte there.
  std::size_t place(std::string_view form, bool space_after) {
    if (!text_.empty() && sent_.tokens.empty() && multiword_end_ == 0)
      text_ += new_document_ || new_paragraph_ ? "\n\n" : (space_pending_ ? " " : "");
    else if (space_pending_ && !text_.empty())
      text_ += ' ';
    if (sent_.tokens.empty()) note_document();
    const auto start = text_.size();
    text_ += form;
    space_pending_ = space_after;
    return start;
  }

  void note_document() {
    if (new_document_ || document_starts_.empty()) document_starts_.push_back(sentences_.size());
    new_document_ = new_paragraph_ = false;
  }

  Result<void> multiword(const Columns& columns) {
    const auto dash = columns[Id].find('-');
    const auto first = number_of(columns[Id].substr(0, dash));
    const auto last = number_of(columns[Id].substr(dash + 1));
    const auto next = static_cast<int>(sent_.tokens.size()) + 1;
    if (!first || !last || *first != next || *last <= *first || *last > *first + 20)
      return malformed(fmt::format("'{}' is no range of words that begins at {}", columns[Id], next));
    if (multiword_end_ >= next)
      return malformed(fmt::format("'{}' overlaps the multiword token before", columns[Id]));
    multiword_start_ = place(columns[Form], has_space_after(columns));
    multiword_form_ = columns[Form];
    multiword_begin_ = *first;
    multiword_end_ = *last;
    return {};
  }

  Result<void> word(const Columns& columns) {
    const auto id = static_cast<int>(sent_.tokens.size()) + 1;
    if (number_of(columns[Id]) != id)
      return malformed(fmt::format("word '{}' where {} is next", columns[Id], id));
    if (sent_.tokens.size() >= most_words)
      return malformed(fmt::format("a sentence of more than {} words", most_words));
    const bool inside = id >= multiword_begin_ && id <= multiword_end_;
    Token tok;
    tok.form = columns[Form];
    tok.lemma = known(columns[Lemma]);
    tok.upos = known(columns[Upos]);
    tok.xpos = known(columns[columns[Xpos] == "_" ? Upos : Xpos]);
    tok.features = known(columns[Feats]);
    tok.deprel = known(columns[Deprel]);
    tok.is_clitic = inside && id > multiword_begin_;
    if (columns[Head] != "_") {
      const auto head = number_of(columns[Head]);
      if (!head) return malformed(fmt::format("head '{}' is no number", columns[Head]));
      tok.head = *head - 1;
    }
    if (!inside) {
      tok.start = place(columns[Form], has_space_after(columns));
      tok.end = text_.size();
    }
    sent_.tokens.push_back(std::move(tok));
    if (id == multiword_end_) place_multiword();
    return {};
  }

  // Gives the words of the multiword token that just ended their places.
  void place_multiword() {
    const auto words = std::span(sent_.tokens).subspan(multiword_begin_ - 1);
    std::string spelled;
    for (const auto& tok : words) spelled += tok.form;
    std::size_t at = multiword_start_;
    for (auto& tok : words) {
      tok.start = spelled == multiword_form_ ? at : multiword_start_;
      tok.end = spelled == multiword_form_ ? at + tok.form.size() : multiword_start_ + multiword_form_.size();
      at = tok.end;
    }
  }

  Result<void> end_sentence() {
    if (sent_.tokens.empty()) {
      if (multiword_end_ != 0) return malformed("a multiword token without words");
      return {};
    }
    if (multiword_end_ > static_cast<int>(sent_.tokens.size()))
      return malformed("the sentence ends inside a multiword token");
    if (auto tree = check_tree(); !tree) return tree;
    sent_.start = sent_.tokens.front().start;
    sent_.end = sent_.tokens.back().end;
    sentences_.push_back(std::exchange(sent_, {}));
    multiword_begin_ = multiword_end_ = 0;
    return {};
  }

  Result<void> check_tree() {
    const auto count = static_cast<int>(sent_.tokens.size());
    int roots = 0;
    int unknown = 0;
    for (const auto& tok : sent_.tokens) {
      if (tok.head >= count)
        return malformed(fmt::format("head {} in a sentence of {} words", tok.head + 1, count));
      if (tok.head < 0 && !tok.deprel.empty()) ++roots;
      if (tok.deprel.empty()) ++unknown;
    }
    if (unknown == count && trees_ == Trees::Optional) return {};
    if (unknown > 0) return malformed("a word of the sentence has no head or no relation");
    if (roots != 1) return malformed(fmt::format("the sentence has {} roots", roots));
    for (int i = 0; i < count; ++i) {
      int steps = 0;
      for (int at = i; at >= 0; at = sent_.tokens[static_cast<std::size_t>(at)].head)
        if (++steps > count) return malformed(fmt::format("the heads above word {} form a circle", i + 1));
    }
    return {};
  }

  // Turns byte places into code points, now that the text is whole.
  Result<Treebank> finish() {
    if (!is_utf8(text_)) return fail(ErrorKind::Malformed, name_, "not UTF-8");
    const CodePointIndex index(text_);
    for (auto& sent : sentences_) {
      sent.start = index.code_point_of(sent.start);
      sent.end = index.code_point_of(sent.end);
      for (auto& tok : sent.tokens) {
        tok.start = index.code_point_of(tok.start);
        tok.end = index.code_point_of(tok.end);
      }
    }
    auto doc = std::make_unique<Document>();
    doc->text = std::move(text_);
    return Treebank{nullptr, std::move(doc), std::move(sentences_), std::move(document_starts_)};
  }

  std::string_view source_;
  const std::string& name_;
  Trees trees_;
  std::size_t from_ = 0;
  std::size_t line_number_ = 0;

  std::string text_;
  std::vector<Sentence> sentences_;
  std::vector<std::size_t> document_starts_;
  Sentence sent_;
  bool new_document_ = false;
  bool new_paragraph_ = false;
  bool space_pending_ = false;
  int multiword_begin_ =
      0;  // first and last word of the multiword token, counted from 1; 0 where there was none
  int multiword_end_ = 0;
  std::size_t multiword_start_ = 0;
  std::string_view multiword_form_;
};

std::string_view or_blank(std::string_view field) {
  return field.empty() ? "_" : field;
}

// How many tokens from `i` on are one orthographic word.
std::size_t word_length(const Sentence& sent, std::size_t i) {
  std::size_t end = i + 1;
  while (end < sent.tokens.size() && sent.tokens[end].is_clitic) ++end;
  return end - i;
}

// The orthographic word of `length` tokens from `i` on, which need not be what they spell together ("du").
std::string_view orthographic_word(const Sentence& sent, std::size_t i, std::size_t length,
                                   const CodePointIndex& text) {
  const auto start = sent.tokens[i].start, end = sent.tokens[i + length - 1].end;
  return text.slice(start - sent.start, end - sent.start);
}

bool touches_next(const Sentence& sent, std::size_t last) {
  return last + 1 < sent.tokens.size() && sent.tokens[last + 1].start == sent.tokens[last].end;
}

}  // namespace

Result<Treebank> parse_conllu(std::string contents, const std::string& name, Trees trees) {
  auto source = std::make_unique<const std::string>(std::move(contents));
  auto bank = Reader(*source, name, trees).run();
  if (bank) bank->source = std::move(source);
  return bank;
}

Result<Treebank> read_conllu(const std::filesystem::path& file, Trees trees) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return fail(ErrorKind::NotFound, file.string(), "no such file");
  std::ifstream in(file, std::ios::binary);
  std::ostringstream contents;
  contents << in.rdbuf();
  if (!in) return fail(ErrorKind::Unreadable, file.string(), "cannot be read");
  return parse_conllu(std::move(contents).str(), file.string(), trees);
}

void write_conllu(const Sentence& sent, std::string_view text, std::size_t number, std::string& out) {
  const CodePointIndex index(text);
  fmt::format_to(std::back_inserter(out), "# sent_id = {}\n# text = {}\n", number, collapse_spaces(text));
  for (std::size_t i = 0; i < sent.tokens.size(); ++i) {
    const auto& tok = sent.tokens[i];
    const auto length = tok.is_clitic ? 1 : word_length(sent, i);
    const auto misc = [&](std::size_t last) { return touches_next(sent, last) ? "SpaceAfter=No" : "_"; };
    if (length > 1) {
      fmt::format_to(std::back_inserter(out), "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", i + 1, i + length,
                     orthographic_word(sent, i, length, index), misc(i + length - 1));
    }
    const bool inside = tok.is_clitic || length > 1;
    const auto head = tok.deprel.empty() ? std::string("_") : std::to_string(tok.head + 1);
    fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", i + 1, tok.form,
                   or_blank(tok.lemma), or_blank(tok.upos), or_blank(tok.xpos), or_blank(tok.features), head,
                   or_blank(tok.deprel), inside ? "_" : misc(i));
  }
  out += '\n';
}

}  // namespace demarche
