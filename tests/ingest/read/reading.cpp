#include "tests/ingest/read/reading.h"

#include <stdlib.h>
#include <zlib.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

namespace demarche {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "demarche-read-XXXXXX").string();
  REQUIRE(mkdtemp(pattern.data()) != nullptr);
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path TemporaryFolder::write(const std::string& name, std::string_view bytes) const {
  const fs::path file = path_ / name;
  fs::create_directories(file.parent_path());
  fs::remove(file);  // a file that is overwritten is flushed to the disk, which takes its time
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  REQUIRE(out.good());
  return file;
}

Told read_path(const fs::path& path, const ReadOptions& options) {
  Told told;
  ReadEvents events;
  events.document = [&](Document&& doc) { told.documents.push_back(std::move(doc)); };
  events.refused = [&](const Error& error) { told.refused.push_back(error.message()); };
  events.remark = [&](const Error& error) { told.remarks.push_back(error.message()); };
  events.progress = [&](std::uint64_t bytes) { told.progress += bytes; };
  std::error_code error;
  const auto bytes = fs::file_size(path, error);
  read_input({path, error ? 0 : bytes}, options, events);
  return told;
}

Told read_bytes(const std::string& name, std::string_view bytes, const ReadOptions& options) {
  return read_bytes(TemporaryFolder(), name, bytes, options);
}

Told read_bytes(const TemporaryFolder& folder, const std::string& name, std::string_view bytes,
                const ReadOptions& options) {
  auto told = read_path(folder.write(name, bytes), options);
  const std::string above = folder.path().string() + "/";
  for (auto* messages : {&told.refused, &told.remarks})
    for (auto& message : *messages)
      if (message.starts_with(above)) message.erase(0, above.size());
  for (auto& doc : told.documents)
    if (doc.path.starts_with(above)) doc.path.erase(0, above.size());
  return told;
}

std::string file_bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  INFO(path);
  REQUIRE(in.good());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

fs::path case_path(const std::string& name) {
  return fs::path(DEMARCHE_SOURCE_DIR "/tests/cases/read") / name;
}

std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  constexpr int with_gzip_header = 15 + 16;
  REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, with_gzip_header, 8, Z_DEFAULT_STRATEGY) ==
          Z_OK);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
  return bytes;
}

}  // namespace demarche
