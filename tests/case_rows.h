// Cases as data: the objects of a file of JSON Lines below tests/cases.
#pragma once

#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

namespace demarche {

// The objects of the file, at least one.
[[nodiscard]] inline std::vector<rapidjson::Document> case_rows(const std::string& name) {
  std::vector<rapidjson::Document> rows;
  std::ifstream in(std::string(DEMARCHE_SOURCE_DIR "/tests/cases/") + name);
  for (std::string line; std::getline(in, line);) {
    INFO(name << ": " << line);
    rows.emplace_back().Parse(line.c_str());
    REQUIRE(rows.back().IsObject());
  }
  REQUIRE_FALSE(rows.empty());
  return rows;
}

}  // namespace demarche
