#include "cli/correct.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdlib>

#include "cli/arguments.h"
#include "graph/answers/correcting.h"

namespace demarche {
namespace {

std::string login_name() {
  const passwd* user = getpwuid(geteuid());
  return user && user->pw_name ? user->pw_name : "unknown";
}

// The one place where the program asks what time it is.
std::string now() {
  const auto second = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", second);
}

void sign(Correction& correction, const Signature& signature) {
  correction.author = signature.author ? *signature.author : login_name();
  correction.at = signature.time ? *signature.time : now();
}

Result<void> refuse_known(const std::vector<Correction>& kept, const Correction& correction) {
  for (const Correction& each : kept)
    if (!each.is_undone && says_the_same(each, correction))
      return fail(ErrorKind::Usage, sentence_of(correction),
                  fmt::format("correction {} says so already", each.number));
  return {};
}

// Errors of `make` are such that a NAME gives.
Result<int> keep(Session& session, Correction correction) {
  Result<Store> store = session.write_graph();
  if (!store) return tl::make_unexpected(store.error());
  const Result<std::int64_t> number = store->correct(correction);
  if (!number) return tl::make_unexpected(number.error());
  if (const Result<void> settled = session.settle(*store); !settled)
    return tl::make_unexpected(settled.error());
  correction.number = *number;
  session.out.write(session.options.json
                        ? "[" + to_json(correction) + "]\n"
                        : fmt::format("correction {}: {}\n", *number, sentence_of(correction)));
  return exit_found;
}

}  // namespace

void add_signature(CLI::App& command, Signature& signature) {
  add_text(command, "--author", "NAME", "Who corrects, else $DEMARCHE_AUTHOR, else the user's login name",
           signature.author)
      ->envname("DEMARCHE_AUTHOR");
  add_value(command, "--time", "TIME", "When, such as 2025-12-03T14:00:00Z, else now",
            "a time such as 2025-12-03T14:00:00Z", [&signature](const std::string& value) {
              signature.time = value;
              return Date::parse_timestamp(value).has_value();
            });
}

Result<int> correct(Session& session, const Signature& signature, const Correcting& make) {
  return session.read_all_of_graph().and_then([&](const Graph& graph) -> Result<int> {
    const Result<std::vector<Correction>> kept = graph.store.corrections();
    if (!kept) return tl::make_unexpected(kept.error());
    Result<Correction> correction = make(graph.knowledge, *kept);
    if (!correction) return session.unanswered(correction.error());
    if (const Result<void> news = refuse_known(*kept, *correction); !news)
      return tl::make_unexpected(news.error());
    sign(*correction, signature);
    return keep(session, std::move(*correction));
  });
}

}  // namespace demarche
