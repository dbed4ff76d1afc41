#include "ingest/read/docx.h"

#include <zip.h>

#include <memory>

#include "graph/model/unicode.h"
#include "ingest/read/dates.h"
#include "ingest/read/limits.h"
#include "ingest/read/markup.h"
#include "ingest/read/text.h"
#include "ingest/read/tidy.h"

namespace demarche {
namespace {

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using Entry = std::unique_ptr<zip_file_t, CloseEntry>;

// The archive in `bytes`, which must outlive it; null where they are none.
Archive open_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  if (source && !archive) zip_source_free(source);
  zip_error_fini(&error);
  return Archive(archive);
}

// Whatever size the archive states, no more is inflated than may be.
Result<std::string> inflate(zip_t& archive, const char* name) {
  const Entry entry(zip_fopen(&archive, name, 0));
  if (!entry) return fail(ErrorKind::Unsupported, "", "a zip archive, but no Word document");
  std::string text;
  std::string chunk(64u << 10, '\0');
  while (true) {
    const auto got = zip_fread(entry.get(), chunk.data(), chunk.size());
    if (got < 0) return fail(ErrorKind::Malformed, "", "damaged Word document");
    if (got == 0) return text;
    text.append(chunk, 0, static_cast<std::size_t>(got));
    if (text.size() > largest_document)
      return fail(ErrorKind::Unsupported, "",
                  std::string("larger than ") + largest_document_words + " when inflated");
  }
}

// Collects the paragraphs of word/document.xml.
class Paragraphs {
 public:
  void add(const xmlNode& node) {
    if (!is_element(node)) return;
    const auto name = name_of(node);
    if (name == "del" || name == "moveFrom" || name == "instrText" || name == "Fallback") return;
    if (name == "t") return static_cast<void>(text_ += content(node));
    if (name == "tab") text_ += ' ';
    if (name == "br" || name == "cr") text_ += '\n';
    if (name == "noBreakHyphen") text_ += '-';
    if (name == "pStyle" && attribute(node, "val") == "Title") is_title_ = true;
    if (name == "p") end_paragraph();
    for (const xmlNode* child = node.children; child; child = child->next) add(*child);
    if (name == "p") end_paragraph();
  }

  Document document;

 private:
  void end_paragraph() {
    const bool to_title = is_title_ && document.title.empty() && document.text.empty();
    if (to_title)
      document.title = collapse_spaces(text_);
    else if (!trim(text_).empty())
      document.text.append("\n\n").append(text_);
    text_.clear();
    is_title_ = false;
  }

  std::string text_;
  bool is_title_ = false;
};

// docProps/core.xml; what it does not say stays as it is.
void add_properties(std::string_view xml, Document& doc) {
  const XmlTree tree = parse_xml(xml);
  const auto* root = root_of(tree);
  if (!root) return;
  for (const xmlNode* child = root->children; child; child = child->next) {
    const std::string said = collapse_spaces(tidy(content(*child)));
    if (is_element(*child, "title") && !said.empty()) doc.title = said;
    if (is_element(*child, "created")) doc.date = date_of_metadata(said);
  }
}

}  // namespace

Result<Document> read_docx(std::string_view bytes) {
  const Archive archive = open_archive(bytes);
  if (!archive) return fail(ErrorKind::Malformed, "", "truncated or damaged zip archive");
  const auto xml = inflate(*archive, "word/document.xml");
  if (!xml) return tl::make_unexpected(xml.error());
  const XmlTree tree = parse_xml(*xml);
  const auto* root = root_of(tree);
  if (!root) return fail(ErrorKind::Malformed, "", "damaged Word document");

  Paragraphs paragraphs;
  paragraphs.add(*root);
  Document doc = std::move(paragraphs.document);
  doc.text = tidy(doc.text);
  if (const auto properties = inflate(*archive, "docProps/core.xml")) add_properties(*properties, doc);
  take_title(doc);
  if (const auto stated = date_of_dateline(doc.text)) doc.date = stated;
  return doc;
}

}  // namespace demarche
