// Makes zip archives for the tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace demarche {

// An archive of these names and contents.
[[nodiscard]] std::string zipped(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace demarche
