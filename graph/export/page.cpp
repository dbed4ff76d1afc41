#include "graph/export/page.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

namespace demarche {
namespace {

constexpr std::array scripts{"cytoscape.min.js", "model.js", "layout.js", "motion.js",   "state.js",
                             "drawing.js",       "panel.js", "table.js",  "controls.js", "main.js"};

Result<std::string> content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(in), {}};
  if (!in || content.empty())
    return fail(ErrorKind::Unreadable, file.string(), "cannot be read, and the page needs it",
                "name the data folder with --data");
  return content;
}

// A script or style of ours that ended its own element would break the page.
Result<std::string> inline_content(const std::filesystem::path& file) {
  return content_of(file).and_then([&](std::string content) -> Result<std::string> {
    for (const auto* end : {"</script", "</style", "<!--"})
      if (content.find(end) != std::string::npos)
        return fail(ErrorKind::Malformed, file.string(), fmt::format("'{}' cannot stand in a page", end));
    return content;
  });
}

// "'sha256-…'", as a policy names what may run.
std::string policy_hash(std::string_view content) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(content.data()), content.size(), digest.data());
  std::array<unsigned char, 4 * (SHA256_DIGEST_LENGTH / 3 + 1) + 1> base64{};
  EVP_EncodeBlock(base64.data(), digest.data(), digest.size());
  return fmt::format("'sha256-{}'", reinterpret_cast<const char*>(base64.data()));
}

// JSON that holds no "<" at all, for one could end the element it lies in, and none of the marks that are
// ends of a line to some readers of scripts. All of them stand only inside strings.
std::string inert_json(std::string_view json) {
  std::string inert;
  inert.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    const auto rest = json.substr(i, 3);
    const bool is_separator = rest == "\u2028" || rest == "\u2029";
    if (json[i] == '<')
      inert += "\\u003c";
    else if (is_separator)
      inert += rest == "\u2028" ? "\\u2028" : "\\u2029";
    else
      inert += json[i];
    if (is_separator) i += 2;
  }
  return inert;
}

struct Parts {
  std::string policy, styles, scripts;
};

Result<Parts> parts_in(const std::filesystem::path& folder, bool is_live) {
  const auto style = inline_content(folder / "page.css");
  if (!style) return tl::make_unexpected(style.error());
  Parts parts;
  parts.styles = fmt::format("<style>{}</style>", *style);
  std::string hashes;
  for (const auto* name : scripts) {
    const auto script = inline_content(folder / name);
    if (!script) return tl::make_unexpected(script.error());
    hashes += " " + policy_hash(*script);
    parts.scripts += fmt::format("<script>{}</script>\n", *script);
  }
  parts.policy = fmt::format(
      "default-src 'none'; script-src{}; style-src {} {}; connect-src {}; img-src data:; base-uri 'none'; "
      "form-action 'none'",
      hashes, policy_hash(*style), policy_hash(""), is_live ? "'self'" : "'none'");
  return parts;
}

// The template with every "{{name}}" replaced by its value; values are not looked into.
Result<std::string> filled(std::string_view page,
                           const std::vector<std::pair<std::string_view, std::string_view>>& values) {
  std::string result;
  while (!page.empty()) {
    const auto open = page.find("{{");
    result += page.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = page.find("}}", open);
    if (close == std::string_view::npos) return fail(ErrorKind::Malformed, "page.html", "'{{' without '}}'");
    const auto name = page.substr(open + 2, close - open - 2);
    bool is_known = false;
    for (const auto& [known, value] : values)
      if (known == name) is_known = true, result += value;
    if (!is_known) return fail(ErrorKind::Malformed, "page.html", fmt::format("nothing is named '{}'", name));
    page.remove_prefix(close + 2);
  }
  return result;
}

}  // namespace

Result<std::string> write_page(const std::filesystem::path& folder, std::string_view graph_json) {
  const auto page = content_of(folder / "page.html");
  if (!page) return page;
  const auto parts = parts_in(folder, graph_json.empty());
  if (!parts) return tl::make_unexpected(parts.error());
  const auto data = inert_json(graph_json);
  return filled(*page, {{"policy", parts->policy},
                        {"generator", "demarche " DEMARCHE_VERSION},
                        {"styles", parts->styles},
                        {"scripts", parts->scripts},
                        {"data", data}});
}

}  // namespace demarche
