#include "tests/ingest/cases.h"

#include <fstream>
#include <set>
#include <stdexcept>

namespace demarche::testing {

std::vector<Case> read_cases(const std::string& file) {
  std::ifstream in(std::string(DEMARCHE_SOURCE_DIR) + "/tests/cases/" + file);
  if (!in) throw std::runtime_error("no cases: " + file);
  std::vector<Case> cases;
  std::set<std::string> names;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t colon = line.find(": ");
    if (line.rfind("== ", 0) == 0) {
      cases.push_back({line.substr(3), {}, {}});
      if (!names.insert(cases.back().name).second)
        throw std::runtime_error(file + ": twice: " + cases.back().name);
    } else if (cases.empty()) {
      throw std::runtime_error(file + ": outside a case: " + line);
    } else if (line.rfind("> ", 0) == 0) {
      cases.back().expected.push_back(line.substr(2));
    } else if (colon != std::string::npos) {
      cases.back().fields[line.substr(0, colon)] = line.substr(colon + 2);
    } else {
      throw std::runtime_error(file + ": neither field nor expectation: " + line);
    }
  }
  return cases;
}

std::string lines(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& line : all) out += line + "\n";
  return out;
}

}  // namespace demarche::testing
