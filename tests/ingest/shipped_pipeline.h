// The pipeline over the data that ships, loaded once for all tests.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "ingest/pipeline.h"

inline const demarche::Pipeline& pipeline() {
  static const std::string data = std::string(DEMARCHE_SOURCE_DIR) + "/data";
  static const auto gazetteer = demarche::Gazetteer::load(data + "/actors.jsonl");
  REQUIRE(gazetteer);
  static const auto loaded = demarche::Pipeline::load(data, *gazetteer);
  REQUIRE(loaded);
  return *loaded;
}
