// Runs demarche-model as people do, on a small network.
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <string>

#include "tests/ingest/language/small_network.h"
#include "tests/ingest/language/temporary_folder.h"

namespace demarche {
namespace {

struct Run {
  int status = -1;
  std::string output;  // of both streams
};

Run run(const std::string& arguments) {
  Run result;
  FILE* pipe = ::popen((std::string(DEMARCHE_MODEL_PROGRAM) + " " + arguments + " 2>&1").c_str(), "r");
  REQUIRE(pipe);
  char buffer[4096];
  for (std::size_t read = 0; (read = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
    result.output.append(buffer, read);
  result.status = WEXITSTATUS(::pclose(pipe));
  return result;
}

constexpr const char* treebank =
    "# newdoc\n"
    "1\tTalks\ttalk\tNOUN\tNN\t_\t2\tnsubj\t_\t_\n"
    "2\tfailed\tfail\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n"
    "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

// A folder with a treebank and a model made of a small network.
struct Workshop {
  TemporaryFolder folder;
  std::string bank = (folder / "bank.conllu").string();
  std::string model = (folder / "model").string();

  Workshop() {
    std::ofstream(bank) << treebank;
    REQUIRE(small_network().write(folder / "checkpoint"));
    const auto made = run("train --from-checkpoint --checkpoint " + (folder / "checkpoint").string() +
                          " --train " + bank + " --dev " + bank + " --out " + model);
    INFO(made.output);
    REQUIRE(made.status == 0);
    CHECK(made.output.find("core arcs") != std::string::npos);
  }
};

}  // namespace

TEST_CASE("demarche-model measures a model, as a table and as JSON") {
  const Workshop shop;
  const auto table = run("evaluate " + shop.bank + " --labels --model " + shop.model);
  CHECK(table.status == 0);
  CHECK(table.output.find("tokens              100.00      100.00") != std::string::npos);
  CHECK(table.output.find("nsubj") != std::string::npos);
  const auto json = run("evaluate " + shop.bank + " --json --model " + shop.model);
  CHECK(json.output.starts_with("{\"gold_tokens\":{\"tokens\":{\"precision\":1.0,"));
  CHECK(json.output.find("\"tokens_per_second\":{\"text_to_tokens\":") != std::string::npos);
}

TEST_CASE("demarche-model's help has examples") {
  for (const char* command : {"train", "evaluate", "annotate"})
    CHECK(run(std::string(command) + " --help").output.find(std::string("\n  demarche-model ") + command) !=
          std::string::npos);
}

TEST_CASE("demarche-model annotates raw text and CoNLL-U") {
  const Workshop shop;
  std::ofstream(shop.folder / "text.txt") << "The talks failed.\n\nThe plan.";
  const auto raw = run("annotate " + (shop.folder / "text.txt").string() + " --model " + shop.model);
  CHECK(raw.status == 0);
  CHECK(raw.output.starts_with("# sent_id = 1\n# text = The talks failed.\n1\tThe\t"));
  CHECK(raw.output.find("# sent_id = 2\n# text = The plan.\n") != std::string::npos);
  const auto given = run("annotate " + shop.bank + " --model " + shop.model);
  CHECK(given.output.starts_with("# sent_id = 1\n# text = Talks failed.\n1\tTalks\t"));
}

TEST_CASE("demarche-model says what is wrong in one line, and ends with 2") {
  const Workshop shop;
  const auto no_model = run("evaluate " + shop.bank + " --model /nowhere/model");
  CHECK(no_model.status == 2);
  CHECK(no_model.output ==
        "demarche-model: /nowhere/model: No such file or directory; make one with demarche-model train\n");
  const auto no_bank = run("evaluate /nowhere/bank --model " + shop.model);
  CHECK(no_bank.output == "demarche-model: /nowhere/bank: no such file\n");
  CHECK(run("evaluate").status == 2);
  CHECK(run("").status == 2);
}

}  // namespace demarche
