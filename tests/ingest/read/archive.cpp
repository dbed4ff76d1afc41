#include "tests/ingest/read/archive.h"

#include <zip.h>

#include <catch2/catch.hpp>

#include "tests/ingest/read/reading.h"

namespace demarche {

std::string zipped(const std::vector<std::pair<std::string, std::string>>& files) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "archive.zip";
  int error = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_EXCL, &error);
  REQUIRE(archive);
  for (const auto& [name, bytes] : files)
    REQUIRE(zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0),
                         0) >= 0);
  REQUIRE(zip_close(archive) == 0);
  return file_bytes(path);
}

}  // namespace demarche
