#include "ingest/read/format.h"

#include <array>
#include <utility>

#include "ingest/read/tidy.h"

namespace demarche {
namespace {

constexpr std::array<std::pair<std::string_view, Format>, 12> endings{{{".txt", Format::Text},
                                                                       {".text", Format::Text},
                                                                       {".md", Format::Markdown},
                                                                       {".markdown", Format::Markdown},
                                                                       {".html", Format::Html},
                                                                       {".htm", Format::Html},
                                                                       {".xhtml", Format::Html},
                                                                       {".json", Format::Json},
                                                                       {".jsonl", Format::JsonLines},
                                                                       {".ndjson", Format::JsonLines},
                                                                       {".docx", Format::Docx},
                                                                       {".pdf", Format::Pdf}}};

std::string_view without_leading_space(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

// Markup of a page, as against a text that happens to begin with "<".
bool begins_like_html(std::string_view text) {
  const std::string begin = in_small_letters(text.substr(0, 1024));
  for (const char* tag : {"<!doctype html", "<html", "<head", "<body", "<article"})
    if (begin.starts_with(tag)) return true;
  return (begin.starts_with("<?xml") || begin.starts_with("<!--")) &&
         begin.find("<html") != std::string::npos;
}

// One whole object on the first line, and another begun on the next: no JSON text goes on like that.
bool begins_like_json_lines(std::string_view text) {
  const auto end = text.find('\n');
  if (!text.starts_with('{') || end == std::string_view::npos) return false;
  const auto last = text.find_last_not_of(" \t\r", end - 1);
  return text[last] == '}' && without_leading_space(text.substr(end)).starts_with('{');
}

bool begins_like_json(std::string_view text) {
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  const std::string_view inner = without_leading_space(text.substr(1));
  return !inner.empty() && std::string_view("\"{}]").find(inner.front()) != std::string_view::npos;
}

}  // namespace

std::string_view name(Format format) {
  switch (format) {
    case Format::Text:
      return "text";
    case Format::Markdown:
      return "markdown";
    case Format::Html:
      return "html";
    case Format::Json:
      return "json";
    case Format::JsonLines:
      return "jsonl";
    case Format::Docx:
      return "docx";
    case Format::Pdf:
      return "pdf";
  }
  return "";
}

std::optional<Format> format_named(std::string_view word) {
  for (Format format : {Format::Text, Format::Markdown, Format::Html, Format::Json, Format::JsonLines,
                        Format::Docx, Format::Pdf})
    if (name(format) == word) return format;
  return std::nullopt;
}

std::optional<Format> format_of_ending(const std::filesystem::path& path) {
  auto ending = in_small_letters(path.extension().string());
  if (ending == ".gz") ending = in_small_letters(path.stem().extension().string());
  for (const auto& [known, format] : endings)
    if (ending == known) return format;
  return std::nullopt;
}

std::string known_endings() {
  std::string list;
  for (const auto& [ending, format] : endings) list.append(list.empty() ? "" : " ").append(ending);
  return list;
}

Format format_of(std::string_view head, std::optional<Format> ending) {
  if (head.starts_with("%PDF-")) return Format::Pdf;
  if (head.starts_with("PK\x03\x04")) return Format::Docx;
  const std::string_view text = without_leading_space(head);
  if (ending && *ending != Format::Json) return *ending;
  if (begins_like_json_lines(text)) return Format::JsonLines;
  if (ending) return *ending;
  if (begins_like_html(text)) return Format::Html;
  return begins_like_json(text) ? Format::Json : Format::Text;
}

}  // namespace demarche
