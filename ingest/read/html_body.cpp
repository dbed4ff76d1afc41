// Where the article stands is taken from the page where it says so (itemprop="articleBody", <article>,
// <main>); else it is the element whose paragraphs hold most text, as in Readability. The text is then cut
// into blocks.
#include "ingest/read/html_body.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "graph/model/unicode.h"
#include "ingest/read/tidy.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 24> never_text{
    "nav",    "header",     "footer", "aside",  "script", "style",    "noscript", "template",
    "figure", "figcaption", "form",   "button", "select", "iframe",   "svg",      "video",
    "audio",  "object",     "canvas", "dialog", "menu",   "textarea", "label",    "head"};
constexpr std::array<std::string_view, 5> roles_beside_the_text{"navigation", "banner", "contentinfo",
                                                                "complementary", "search"};
// Words of class names, ids and the like; an element that has one is passed over, unless it holds most of the
// text.
constexpr std::array<std::string_view, 26> words_beside_the_text{
    "ad",         "ads",       "advert",    "advertisement", "breadcrumb", "breadcrumbs", "byline",
    "caption",    "comment",   "comments",  "cookie",        "credit",     "disclaimer",  "hidden",
    "newsletter", "promo",     "related",   "recirculation", "share",      "sharing",     "sidebar",
    "social",     "sponsored", "subscribe", "tags",          "toolbar"};
constexpr std::array<std::string_view, 33> breaks_lines{
    "p",      "div",   "section", "article", "main",    "blockquote", "ul",      "ol",   "li",
    "dl",     "dt",    "dd",      "table",   "tr",      "td",         "th",      "h1",   "h2",
    "h3",     "h4",    "h5",      "h6",      "hr",      "pre",        "address", "body", "html",
    "center", "tbody", "thead",   "details", "summary", "fieldset"};

constexpr std::size_t enough_text = 200;    // bytes of prose that make a declared article believable
constexpr std::size_t shortest_prose = 40;  // bytes of a block that is more than a label

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string lower_attribute(const xmlNode& node, const char* name) {
  return in_small_letters(attribute(node, name));
}

bool is_hidden(const xmlNode& node) {
  if (has_attribute(node, "hidden") || lower_attribute(node, "aria-hidden") == "true") return true;
  std::string style = lower_attribute(node, "style");
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool is_never_text(const xmlNode& node) {
  return is_one_of(never_text, name_of(node)) ||
         is_one_of(roles_beside_the_text, lower_attribute(node, "role")) || is_hidden(node);
}

bool has_word_beside_the_text(const xmlNode& node) {
  std::string names;
  for (const char* key : {"class", "id", "data-component", "data-testid"})
    names += lower_attribute(node, key) + " ";
  constexpr std::string_view between = " -_\t\n";
  for (std::size_t begin = 0; begin < names.size();) {
    const auto end = std::min(names.find_first_of(between, begin), names.size());
    if (is_one_of(words_beside_the_text, std::string_view(names).substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

// A paragraph, heading, list item or cell.
struct Block {
  std::string text;
  std::size_t linked = 0;  // bytes of it that are inside links
  bool is_heading = false;
};

// Cuts what is below an element into blocks.
class Blocks {
 public:
  explicit Blocks(const xmlNode& root) : whole_(content(root).size()) {
    add_children(root);
    end_block();
  }

  [[nodiscard]] std::vector<Block> take() { return std::move(blocks_); }

 private:
  void add(const xmlNode& node) {
    if (!is_element(node)) return add_characters(characters(node));
    if (is_never_text(node) || is_beside_the_text(node)) return;
    const auto name = name_of(node);
    if (name == "br") return static_cast<void>(block_.text += '\n');
    const bool breaks = is_one_of(breaks_lines, name);
    if (breaks) end_block();
    links_ += name == "a";
    add_children(node);
    links_ -= name == "a";
    if (!breaks) return;
    block_.is_heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    end_block();
  }

  void add_children(const xmlNode& node) {
    for (const xmlNode* child = node.children; child; child = child->next) add(*child);
  }

  void add_characters(std::string_view text) {
    for (char c : text) block_.text += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    if (links_ > 0) block_.linked += text.size();
  }

  // By its name, unless it holds most of the text: "comments" may also be the name of a page that has some.
  [[nodiscard]] bool is_beside_the_text(const xmlNode& node) const {
    return has_word_beside_the_text(node) && content(node).size() * 2 < whole_;
  }

  void end_block() {
    block_.text = trim_lines(block_.text);
    if (!block_.text.empty()) blocks_.push_back(std::move(block_));
    block_ = {};
  }

  // White space collapsed, but for the line breaks that were asked for.
  static std::string trim_lines(std::string_view text) {
    std::string out;
    while (!text.empty()) {
      const std::string line = collapse_spaces(take_line(text));
      if (!out.empty()) out += '\n';
      out += line;
    }
    return std::string(trim(out));
  }

  std::size_t whole_;  // bytes of all characters below the root
  std::vector<Block> blocks_;
  Block block_;
  int links_ = 0;  // how many links stand open
};

std::vector<Block> blocks_of(const xmlNode& root) {
  return Blocks(root).take();
}

bool is_nothing_but_links(const Block& block) {
  return block.linked * 10 >= block.text.size() * 8;
}

std::size_t prose(const xmlNode& root) {
  std::size_t bytes = 0;
  for (const auto& block : blocks_of(root))
    if (block.text.size() >= shortest_prose && !is_nothing_but_links(block)) bytes += block.text.size();
  return bytes;
}

// Of the outermost elements for which `is_declared` holds, the one with most prose, where that is enough.
template <class Test>
const xmlNode* best_declared(const xmlNode& page, Test is_declared) {
  const xmlNode* best = nullptr;
  std::size_t most = enough_text - 1;
  visit_elements(page, [&](const xmlNode& node) {
    if (!is_declared(node)) return true;
    if (const auto bytes = prose(node); bytes > most) {
      most = bytes;
      best = &node;
    }
    return false;
  });
  return best;
}

// The element whose own paragraphs hold most text; those of its children count by half.
const xmlNode* densest(const xmlNode& page) {
  std::vector<const xmlNode*> parents;  // in document order
  std::unordered_map<const xmlNode*, std::size_t> scores;
  const auto score = [&](const xmlNode* node, std::size_t bytes) {
    if (!node || !is_element(*node)) return;
    if (scores.emplace(node, 0).second) parents.push_back(node);
    scores[node] += bytes;
  };
  visit_elements(page, [&](const xmlNode& node) {
    if (is_never_text(node)) return false;
    if (!is_element(node, "p")) return true;
    const auto bytes = prose(node);
    score(node.parent, bytes);
    if (node.parent) score(node.parent->parent, bytes / 2);
    return false;
  });
  const xmlNode* best = nullptr;
  for (const auto* node : parents)
    if (scores[node] >= enough_text && (!best || scores[node] > scores[best])) best = node;
  return best;
}

const xmlNode& article_of(const xmlNode& page) {
  const auto is_body = [](const xmlNode& node) { return lower_attribute(node, "itemprop") == "articlebody"; };
  const auto is_article = [](const xmlNode& node) {
    return is_element(node, "article") || lower_attribute(node, "role") == "article";
  };
  const auto is_main = [](const xmlNode& node) {
    return is_element(node, "main") || lower_attribute(node, "role") == "main";
  };
  if (const auto* node = best_declared(page, is_body)) return *node;
  if (const auto* node = best_declared(page, is_article)) return *node;
  if (const auto* node = best_declared(page, is_main)) return *node;
  const auto* node = densest(page);
  return node ? *node : page;
}

}  // namespace

std::string html_body(const xmlNode& page, const std::string& title) {
  std::string text;
  const auto append = [&](const std::string& block) {
    text.append(text.empty() ? "" : "\n\n").append(block);
  };
  const std::string folded_title = fold(title);
  std::vector<std::string> headings;  // of which it is not known yet whether text follows them
  for (const auto& block : blocks_of(article_of(page))) {
    if (is_nothing_but_links(block)) {
      headings.clear();
    } else if (block.is_heading) {
      if (!text.empty() || fold(block.text) != folded_title) headings.push_back(block.text);
    } else if (!text.empty() || fold(block.text) != folded_title) {
      for (const auto& heading : headings) append(heading);
      headings.clear();
      append(block.text);
    }
  }
  return text;
}

}  // namespace demarche
