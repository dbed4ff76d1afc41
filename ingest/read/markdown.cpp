#include "ingest/read/markdown.h"

#include <md4c.h>

#include "graph/model/unicode.h"
#include "ingest/read/decode.h"
#include "ingest/read/front_matter.h"
#include "ingest/read/markup.h"
#include "ingest/read/text.h"
#include "ingest/read/tidy.h"

namespace demarche {
namespace {

// Collects the words while md4c walks through the text.
class Words {
 public:
  void enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
        ++silent_;
        break;
      case MD_BLOCK_H:
        begin_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_P:
      case MD_BLOCK_TABLE:
        begin_paragraph();
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        begin_paragraph();
        ++lists_;
        break;
      case MD_BLOCK_LI:
      case MD_BLOCK_TR:
        begin_line();
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
        begin_cell();
        break;
      default:
        break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) --silent_;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --lists_;
    if (type == MD_BLOCK_H) in_title_ = false;
  }

  void enter(MD_SPANTYPE type) { silent_ += type == MD_SPAN_IMG; }
  void leave(MD_SPANTYPE type) { silent_ -= type == MD_SPAN_IMG; }

  void text(MD_TEXTTYPE type, std::string_view words) {
    if (silent_ > 0) return;
    switch (type) {
      case MD_TEXT_HTML:
        break;
      case MD_TEXT_BR:
        out() += in_title_ ? ' ' : '\n';
        break;
      case MD_TEXT_SOFTBR:
        out() += ' ';
        break;
      case MD_TEXT_ENTITY:
        out() += without_entities(words);
        break;
      default:
        out() += words;
        break;
    }
  }

  [[nodiscard]] const std::string& title() const { return title_; }
  [[nodiscard]] const std::string& body() const { return body_; }

 private:
  std::string& out() { return in_title_ ? title_ : body_; }

  void begin_heading(unsigned level) {
    in_title_ = level == 1 && title_.empty();
    if (!in_title_) begin_paragraph();
  }

  // Inside a list a paragraph is no more than a line: an item's first paragraph goes on where the item began.
  void begin_paragraph() {
    if (lists_ > 0) return begin_line();
    if (!body_.empty()) body_ += "\n\n";
  }

  void begin_line() {
    if (!body_.empty() && body_.back() != '\n') body_ += '\n';
  }

  void begin_cell() {
    if (!body_.empty() && body_.back() != '\n') body_ += ' ';
  }

  std::string title_;
  std::string body_;
  bool in_title_ = false;
  int silent_ = 0;  // how many blocks and spans that are left out stand open
  int lists_ = 0;   // how many lists stand open
};

Words& words(void* user) {
  return *static_cast<Words*>(user);
}

Result<Words> words_of(std::string_view markdown) {
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return words(user).enter(type, detail), 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) { return words(user).leave(type), 0; };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* user) { return words(user).enter(type), 0; };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return words(user).leave(type), 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    return words(user).text(type, {text, size}), 0;
  };
  Words found;
  if (md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &found) != 0)
    return fail(ErrorKind::Malformed, "", "cannot be read as Markdown");
  return found;
}

}  // namespace

Result<Document> read_markdown(std::string_view bytes) {
  const auto decoded = decode(bytes);
  if (!decoded) return tl::make_unexpected(decoded.error());
  std::string_view markdown = trim(*decoded);

  auto doc = take_front_matter(markdown);
  if (!doc) return doc;
  const auto found = words_of(markdown);
  if (!found) return tl::make_unexpected(found.error());

  const std::string heading = collapse_spaces(tidy(found->title()));
  doc->text = tidy(found->body());
  if (doc->title.empty())
    doc->title = heading;
  else if (!heading.empty() && heading != collapse_spaces(doc->title))
    doc->text = heading + "\n\n" + doc->text;
  if (heading.empty()) take_title(*doc);
  return doc;
}

}  // namespace demarche
