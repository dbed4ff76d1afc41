// Reads one input: opens it, sees what it is, has its format's reader make Documents of it, and completes
// each in one place, whatever the format: date and source, id, language.
#include "ingest/read/read.h"

#include <fmt/format.h>

#include <algorithm>

#include "graph/model/unicode.h"
#include "ingest/read/bytes.h"
#include "ingest/read/dates.h"
#include "ingest/read/decode.h"
#include "ingest/read/docx.h"
#include "ingest/read/english.h"
#include "ingest/read/html.h"
#include "ingest/read/json_documents.h"
#include "ingest/read/limits.h"
#include "ingest/read/lines.h"
#include "ingest/read/markdown.h"
#include "ingest/read/pdf.h"
#include "ingest/read/text.h"
#include "ingest/read/tidy.h"

namespace demarche {
namespace {

constexpr std::size_t sniffed_size = 64u << 10;  // bytes that are looked at to tell the format

bool is_blank(std::string_view text) {
  constexpr std::string_view white = " \t\r\n\v\f";
  return text.find_first_not_of(white) == std::string_view::npos;
}

// Files of old Office, and of new Office under a password.
bool is_ole(std::string_view head) {
  return head.starts_with("\xD0\xCF\x11\xE0");
}

class Reading {
 public:
  Reading(const Input& input, const ReadOptions& options, const ReadEvents& events)
      : input_(input), options_(options), events_(events), is_standard_input_(input.path == "-") {}

  void run() {
    const auto done = read();
    if (!done && !stopped()) refuse(done.error(), "");
    if (done && events_.whole && !is_standard_input_ && !stopped()) events_.whole(path(), last_);
    if (input_.bytes > told_) tell_progress(input_.bytes);
  }

 private:
  [[nodiscard]] Result<void> read() {
    auto source = ByteSource::open(input_.path, events_.stop);
    if (!source) return tl::make_unexpected(source.error());
    std::string head;
    const bool told_lines = options_.format == Format::JsonLines;  // they may come one now, one then
    const auto begun = told_lines ? source->read(head, sniffed_size).map([](std::size_t) {})
                                  : source->fill(head, sniffed_size);
    if (!begun && head.empty()) return begun;
    if (head.empty()) return fail(ErrorKind::Malformed, "", "empty");

    const auto ending = is_standard_input_ ? std::nullopt : format_of_ending(input_.path);
    const auto format = options_.format ? *options_.format : format_of(head, ending);
    if (format == Format::JsonLines) return read_lines(*source, std::move(head));
    if (is_ole(head))
      return fail(ErrorKind::Unsupported, "", "an old or locked Office file", "save it as .docx");
    if (format != Format::Docx && format != Format::Pdf && is_binary(head))
      return fail(ErrorKind::Malformed, "", "binary data, not text");
    if (auto rest = source->read_all(head, largest_document); !rest) return rest;
    if (is_blank(head)) return fail(ErrorKind::Malformed, "", "holds nothing but white space");
    return format == Format::Json ? read_array(head) : read_one(head, format);
  }

  [[nodiscard]] Result<void> read_one(std::string_view bytes, Format format) {
    auto doc = document_of(bytes, format);
    if (!doc) return tl::make_unexpected(doc.error());
    return give(std::move(*doc), "");
  }

  [[nodiscard]] static Result<Document> document_of(std::string_view bytes, Format format) {
    switch (format) {
      case Format::Text:
        return read_text(bytes);
      case Format::Markdown:
        return read_markdown(bytes);
      case Format::Html:
        return read_html(bytes);
      case Format::Docx:
        return read_docx(bytes);
      case Format::Pdf:
        return read_pdf(bytes);
      case Format::Json:
      case Format::JsonLines:
        return document_from_json(bytes);
    }
    return fail(ErrorKind::Internal, "", "unknown format");
  }

  [[nodiscard]] Result<void> read_array(std::string_view bytes) {
    auto documents = read_json(bytes);
    if (!documents) return tl::make_unexpected(documents.error());
    const bool is_one = documents->size() == 1;
    if (!is_one) last_ = documents->size();
    for (std::size_t i = 0; i < documents->size() && !stopped(); ++i)
      give_or_refuse(std::move((*documents)[i]), is_one ? "" : fmt::format("#{}", i + 1));
    return {};
  }

  // Errors: those that end the file; a bad line is refused here, and the next one read.
  [[nodiscard]] Result<void> read_lines(ByteSource& source, std::string head) {
    if (is_binary(head)) return fail(ErrorKind::Malformed, "", "binary data, not JSON Lines");
    LineReader lines(source, std::move(head), largest_document);
    bool any = false;
    while (!stopped()) {
      const auto next = lines.next();
      if (!next) return tl::make_unexpected(next.error());
      if (!*next)
        return any ? Result<void>() : fail(ErrorKind::Malformed, "", "holds nothing but white space");
      tell_progress(source.consumed());
      const TextLine& line = **next;
      last_ = line.number;
      if (is_blank(line.text) && !line.too_long) continue;
      any = true;
      give_or_refuse(document_of_line(line), fmt::format("#{}", line.number));
    }
    return {};
  }

  [[nodiscard]] static Result<Document> document_of_line(const TextLine& line) {
    if (line.too_long)
      return fail(ErrorKind::Unsupported, "", std::string("a line longer than ") + largest_document_words);
    auto text = line.text;
    if (line.number == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (!is_utf8(text)) return fail(ErrorKind::Malformed, "", "not UTF-8");
    return document_from_json(text);
  }

  void give_or_refuse(Result<Document> doc, const std::string& place) {
    const auto given = doc ? give(std::move(*doc), place) : Result<void>(tl::make_unexpected(doc.error()));
    if (!given) refuse(given.error(), place);
  }

  // Completes a document and passes it on. Errors: it has no text, or none in English.
  [[nodiscard]] Result<void> give(Document doc, const std::string& place) {
    if (is_blank(doc.text)) return fail(ErrorKind::Malformed, "", "no text in it");
    if (doc.text.find('\0') != std::string::npos || doc.title.find('\0') != std::string::npos)
      return fail(ErrorKind::Malformed, "", "a NUL character in its text");
    if (const auto language = foreign_language(doc.text))
      return fail(ErrorKind::Unsupported, "", fmt::format("not in English but in {}", *language));

    if (!is_standard_input_) doc.path = path() + place;
    if (options_.source) doc.source = options_.source;
    if (options_.date) doc.date = options_.date;
    if (!doc.date) doc.date = date_of_dateline(doc.text);
    name_document(doc);
    if (!doc.date && events_.remark)
      events_.remark({ErrorKind::NotFound, shown_place(place), "has no date", "give one with --date"});
    if (events_.document) events_.document(std::move(doc));
    return {};
  }

  void refuse(Error error, const std::string& place) {
    error.what = shown_place(place);
    if (events_.refused) events_.refused(error);
  }

  // The path as UTF-8, whatever bytes it has.
  [[nodiscard]] std::string path() const {
    const std::string bytes = input_.path.string();
    if (is_utf8(bytes)) return bytes;
    std::string shown;
    for (const char c : bytes) (c & 0x80) != 0 ? shown += "\uFFFD" : shown += c;
    return shown;
  }

  // For messages: the place in the file stands as compilers write it, "file:line".
  [[nodiscard]] std::string shown_place(std::string place) const {
    std::replace(place.begin(), place.end(), '#', ':');
    return (is_standard_input_ ? "standard input" : path()) + place;
  }

  void tell_progress(std::uint64_t consumed) {
    if (consumed <= told_) return;
    if (events_.progress) events_.progress(consumed - told_);
    told_ = consumed;
  }

  [[nodiscard]] bool stopped() const { return events_.stop && events_.stop(); }

  const Input& input_;
  const ReadOptions& options_;
  const ReadEvents& events_;
  const bool is_standard_input_;
  std::uint64_t told_ = 0;  // bytes of the input that `progress` was told of
  std::size_t last_ = 0;    // the number of the last line or element
};

}  // namespace

void read_input(const Input& input, const ReadOptions& options, const ReadEvents& events) {
  Reading(input, options, events).run();
}

}  // namespace demarche
