// The six questions of the comparison with other engines, over the synthetic stance graph:
//   demarche-bench-graph DIR
// loads the CSV files, writes and opens the snapshot, and prints, as the peers do, milliseconds (median of 7)
// and for each question the number of rows, the SHA-256 of the rows as JSON arrays sorted and joined by
// newlines, and the first three. One thread but for the reading of CSV. `open_ms` is the opening of the
// snapshot, `edge_bytes` its bytes an edge.
#include <fmt/format.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "data.h"
#include "graph/cypher/engine.h"
#include "graph/model/json.h"
#include "graph/network/snapshot.h"

namespace demarche::bench {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t runs = 7;

double milliseconds(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Question {
  std::string name, text;
};

// Peers may walk an edge twice in one pattern, openCypher not: two MATCH clauses ask what they answer.
std::vector<Question> questions(const Loaded& loaded) {
  const auto actors = loaded.actors, proposals = loaded.proposals;
  return {
      {"point", fmt::format("MATCH (a:Actor)-[r:REJECTED]->(p:Proposal) WHERE p.id = {} RETURN a.name, r.day",
                            proposals / 2)},
      {"two_hop",
       fmt::format(
           "MATCH (a:Actor)-[:REJECTED]->(p:Proposal) WHERE a.id = {} MATCH (p)<-[:REJECTED]-(b:Actor) "
           "RETURN b.name, count(*) AS n ORDER BY n DESC, b.name LIMIT 10",
           actors / 20)},
      {"busiest",
       "MATCH (a:Actor)-[r:REJECTED]->(p:Proposal) RETURN a.name, count(*) AS n "
       "ORDER BY n DESC, a.name LIMIT 10"},
      {"flips", "MATCH (a:Actor)-[x:ACCEPTED]->(p:Proposal)<-[y:REJECTED]-(a) RETURN count(*)"},
      {"filtered",
       "MATCH (a:Actor)-[r:PROPOSED]->(p:Proposal)<-[s:REJECTED]-(b:Actor) "
       "WHERE p.points = 28 AND s.day > 19000 RETURN count(*)"},
      {"shortest", fmt::format("MATCH q = shortestPath((a:Actor)-[:REJECTED*1..6]-(b:Actor)) "
                               "WHERE a.id = {} AND b.id = {} RETURN length(q)",
                               actors - 10, actors - 100)},
  };
}

std::string row_text(const cypher::List& row) {
  rapidjson::StringBuffer buffer;
  json::Writer out(buffer);
  out.StartArray();
  for (const auto& value : row) {
    if (value.integer())
      out.Int64(*value.integer());
    else if (value.string())
      json::write(out, *value.string());
    else
      out.Null();
  }
  out.EndArray();
  return json::text_of(buffer);
}

std::string sha256(const std::string& text) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  std::string hex;
  for (const auto byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

// "name": {count, sha256, first} of the rows, sorted as texts.
std::string rows_member(const std::string& name, const cypher::Table& table) {
  std::vector<std::string> rows;
  for (const auto& row : table.rows) rows.push_back(row_text(row));
  std::sort(rows.begin(), rows.end());
  std::string joined, first;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    joined += (i > 0 ? "\n" : "") + rows[i];
    constexpr std::size_t shown = 3;
    if (i < shown) first += (i > 0 ? "," : "") + rows[i];
  }
  return fmt::format("\"{}\":{{\"count\":{},\"sha256\":\"{}\",\"first\":[{}]}}", name, rows.size(),
                     sha256(joined), first);
}

struct Timed {
  double ms = 0;
  cypher::Table table;
};

// Parsing, planning and running, as a user waits for it.
cypher::Outcome<Timed> ask(const Question& question, const network::PropertyGraph& graph) {
  Timed timed;
  std::vector<double> times;
  for (std::size_t i = 0; i < runs; ++i) {
    const auto start = Clock::now();
    const auto prepared = cypher::prepare(question.text);
    if (!prepared) return tl::make_unexpected(prepared.error());
    auto table = cypher::run(*prepared, graph);
    if (!table) return tl::make_unexpected(table.error());
    times.push_back(milliseconds(start));
    timed.table = std::move(*table);
  }
  std::sort(times.begin(), times.end());
  timed.ms = times[runs / 2];
  return timed;
}

int report(const std::filesystem::path& folder) {
  const auto start = Clock::now();
  auto loaded = load_csv(folder);
  if (!loaded) return std::fprintf(stderr, "%s\n", loaded.error().message().c_str()), 2;
  const auto file = folder / "graph.network";
  if (const auto written = network::write_snapshot(loaded->graph, folder.string(), file); !written)
    return std::fprintf(stderr, "%s\n", written.error().message().c_str()), 2;
  loaded->graph = network::PropertyGraph();
  const auto opening = Clock::now();
  const auto graph = network::open_snapshot(file, folder.string());
  if (!graph) return std::fprintf(stderr, "%s\n", graph.error().message().c_str()), 2;
  const auto open_ms = milliseconds(opening), load_ms = milliseconds(start);

  std::string ms, rows;
  for (const auto& question : questions(*loaded)) {
    const auto answer = ask(question, *graph);
    if (!answer)
      return std::fprintf(stderr, "%s: %s\n", question.name.c_str(), answer.error().message.c_str()), 2;
    ms += fmt::format("{}\n  \"{}\":{:.3f}", ms.empty() ? "" : ",", question.name, answer->ms);
    rows += (rows.empty() ? "\n  " : ",\n  ") + rows_member(question.name, answer->table);
  }
  constexpr double second = 1000.0;
  fmt::print(
      "{{\"peer\":\"demarche\",\"load_s\":{:.3f},\"open_ms\":{:.3f},\"edge_bytes\":{:.1f},\n \"ms\":{{{}}},\n"
      " \"rows\":{{{}}}}}\n",
      load_ms / second, open_ms,
      static_cast<double>(graph->bytes()) /
          static_cast<double>(std::max<std::size_t>(graph->edge_count(), 1)),
      ms, rows);
  return 0;
}

}  // namespace
}  // namespace demarche::bench

int main(int count, char** words) {
  if (count == 2) return demarche::bench::report(words[1]);
  std::fprintf(stderr, "usage: demarche-bench-graph DIR\n");
  return 2;
}
