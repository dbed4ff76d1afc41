#include "ingest/read/html_metadata.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "graph/model/unicode.h"
#include "ingest/read/dates.h"
#include "ingest/read/json_ld.h"
#include "ingest/read/tidy.h"

namespace demarche {
namespace {

// Names of meta elements, the most trustworthy first.
constexpr std::array title_metas{"og:title", "twitter:title", "dc.title", "citation_title", "parsely-title"};
constexpr std::array source_metas{"og:site_name", "publisher", "dc.publisher", "citation_publisher",
                                  "application-name"};
constexpr std::array date_metas{"article:published_time",
                                "og:article:published_time",
                                "og:published_time",
                                "datepublished",
                                "parsely-pub-date",
                                "sailthru.date",
                                "cxenseparse:recs:publishtime",
                                "dc.date.issued",
                                "dcterms.issued",
                                "dcterms.date",
                                "dc.date",
                                "dcterms.created",
                                "citation_publication_date",
                                "publishdate",
                                "publish-date",
                                "publish_date",
                                "pubdate",
                                "date"};

// Everything in the page that tells of it, as it stands, in one walk.
struct Marks {
  std::map<std::string, std::string> metas;  // by lower-case name, property or itemprop; the first of each
  ArticleFacts article;
  std::string canonical;
  std::string page_title;
  std::vector<std::string> headings;  // of the first level
  std::vector<std::string> times;     // those declared as the day of publication first
};

void note_meta(const xmlNode& meta, Marks& marks) {
  const std::string said = collapse_spaces(attribute(meta, "content"));
  if (said.empty()) return;
  for (const char* key : {"property", "name", "itemprop"})
    if (const auto name = in_small_letters(attribute(meta, key)); !name.empty())
      marks.metas.emplace(name, said);
}

void note_time(const xmlNode& time, Marks& marks) {
  std::string day = attribute(time, "datetime");
  if (day.empty()) day = content(time);
  const bool is_declared =
      has_attribute(time, "pubdate") || in_small_letters(attribute(time, "itemprop")) == "datepublished";
  marks.times.insert(is_declared ? marks.times.begin() : marks.times.end(), day);
}

void note(const xmlNode& node, Marks& marks) {
  const auto name = name_of(node);
  if (name == "meta") note_meta(node, marks);
  if (name == "time") note_time(node, marks);
  if (name == "title" && marks.page_title.empty()) marks.page_title = collapse_spaces(content(node));
  if (name == "h1") marks.headings.push_back(collapse_spaces(content(node)));
  if (name == "link" && in_small_letters(attribute(node, "rel")) == "canonical")
    marks.canonical = attribute(node, "href");
  if (name == "script" && in_small_letters(attribute(node, "type")).starts_with("application/ld+json") &&
      marks.article.headline.empty())
    marks.article = article_of_json_ld(content(node));
}

template <class Names>
std::string first_meta(const Marks& marks, const Names& names) {
  for (const char* name : names)
    if (const auto found = marks.metas.find(name); found != marks.metas.end()) return found->second;
  return {};
}

std::string source_of(const Marks& marks) {
  return marks.article.publisher.empty() ? first_meta(marks, source_metas) : marks.article.publisher;
}

// "Headline | Site" without the site: where the site is known, or where a heading of the page says so.
std::string without_site(const std::string& title, const std::string& site,
                         const std::vector<std::string>& headings) {
  for (const std::string_view mark : {" | ", " - ", " \u2013 ", " \u2014 ", " \u00B7 "}) {
    const auto at = title.rfind(mark);
    if (at == std::string::npos) continue;
    const std::string before = title.substr(0, at);
    if (!site.empty() && fold(title.substr(at + mark.size())) == fold(site)) return before;
    if (std::find(headings.begin(), headings.end(), before) != headings.end()) return before;
  }
  return title;
}

std::string title_of(const Marks& marks, const std::string& site) {
  std::string title = collapse_spaces(marks.article.headline);
  if (title.empty()) title = first_meta(marks, title_metas);
  if (!title.empty()) return without_site(title, site, marks.headings);
  // A heading that the page's title repeats is the article's; another may be the site's name.
  for (const auto& heading : marks.headings)
    if (!heading.empty() && marks.page_title.starts_with(heading)) return heading;
  if (!marks.page_title.empty()) return without_site(marks.page_title, site, marks.headings);
  return marks.headings.empty() ? "" : marks.headings.front();
}

std::optional<Date> date_of(const Marks& marks) {
  if (const auto date = date_of_metadata(marks.article.date)) return date;
  for (const char* name : date_metas)
    if (const auto found = marks.metas.find(name); found != marks.metas.end())
      if (const auto date = date_of_metadata(found->second)) return date;
  for (const auto& time : marks.times)
    if (const auto date = date_of_metadata(time)) return date;
  return std::nullopt;
}

std::optional<std::string> url_of(const Marks& marks) {
  const auto og_url = marks.metas.find("og:url");
  for (const std::string& url :
       {marks.canonical, og_url == marks.metas.end() ? "" : og_url->second, marks.article.url})
    if (const auto plain = trim(url); plain.starts_with("http://") || plain.starts_with("https://"))
      return std::string(plain);
  return std::nullopt;
}

}  // namespace

Document html_metadata(const xmlNode& page) {
  Marks marks;
  visit_elements(page, [&](const xmlNode& node) { return note(node, marks), true; });
  Document doc;
  const std::string source = collapse_spaces(source_of(marks));
  if (!source.empty()) doc.source = source;
  doc.title = title_of(marks, source);
  doc.date = date_of(marks);
  doc.url = url_of(marks);
  return doc;
}

}  // namespace demarche
