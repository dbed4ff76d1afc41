#include "ingest/language/model_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/sha.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <bit>
#include <cstring>
#include <fstream>

#include "ingest/descriptor.h"

namespace demarche {
namespace {

static_assert(std::endian::native == std::endian::little, "the model file is mapped as it is");

constexpr std::size_t alignment = 64;
constexpr char magic[8] = {'D', 'M', 'R', 'L', 'A', 'N', 'G', '\0'};

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t section_count;
  std::uint64_t file_size;
  unsigned char sha256[32];
  std::uint64_t reserved;
};
static_assert(sizeof(Header) == alignment);

struct Entry {
  char name[32];
  std::uint64_t offset;
  std::uint64_t size;

  [[nodiscard]] std::string_view name_view() const { return {name, strnlen(name, sizeof name)}; }
};

constexpr std::size_t aligned(std::size_t size) {
  return (size + alignment - 1) / alignment * alignment;
}

constexpr const char* how_to_get_one = "make one with demarche-model train";

}  // namespace

struct ModelFile::Mapping {
  std::string path;
  const std::byte* bytes = nullptr;
  std::size_t size = 0;

  Mapping(std::string file, const std::byte* start, std::size_t length)
      : path(std::move(file)), bytes(start), size(length) {}
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() { ::munmap(const_cast<std::byte*>(bytes), size); }

  [[nodiscard]] const Header& header() const { return *reinterpret_cast<const Header*>(bytes); }
  [[nodiscard]] std::span<const Entry> entries() const {
    return {reinterpret_cast<const Entry*>(bytes + sizeof(Header)), header().section_count};
  }

  [[nodiscard]] Result<void> check() const {
    if (size < sizeof(Header) || std::memcmp(bytes, magic, sizeof magic) != 0)
      return fail(ErrorKind::Malformed, path, "not a language model");
    if (header().version != model_version)
      return fail(
          ErrorKind::Unsupported, path,
          fmt::format("a language model of version {}, where {} is read", header().version, model_version),
          how_to_get_one);
    if (header().file_size != size)
      return fail(ErrorKind::Malformed, path,
                  fmt::format("cut short: {} bytes of {}", size, header().file_size), how_to_get_one);
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char*>(bytes) + sizeof(Header), size - sizeof(Header), digest);
    if (std::memcmp(digest, header().sha256, sizeof digest) != 0)
      return fail(ErrorKind::Malformed, path, "damaged: its checksum does not fit", how_to_get_one);
    return check_entries();
  }

  [[nodiscard]] Result<void> check_entries() const {
    const auto bad = fail(ErrorKind::Malformed, path, "its table of sections is not sound", how_to_get_one);
    if (header().section_count > (size - sizeof(Header)) / sizeof(Entry)) return bad;
    for (const auto& entry : entries())
      if (entry.offset % alignment != 0 || entry.offset > size || entry.size > size - entry.offset)
        return bad;
    return {};
  }
};

Result<ModelFile> ModelFile::open(const std::filesystem::path& file) {
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (descriptor.number() < 0)
    return fail(errno == ENOENT ? ErrorKind::NotFound : ErrorKind::Unreadable, file.string(),
                std::strerror(errno), how_to_get_one);
  struct stat status {};
  if (::fstat(descriptor.number(), &status) != 0 || !S_ISREG(status.st_mode))
    return fail(ErrorKind::Unreadable, file.string(), "not a file");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return fail(ErrorKind::Malformed, file.string(), "empty", how_to_get_one);
  void* start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor.number(), 0);
  if (start == MAP_FAILED) return fail(ErrorKind::Unreadable, file.string(), std::strerror(errno));
  auto mapping = std::make_shared<const Mapping>(file.string(), static_cast<const std::byte*>(start), size);
  if (const auto sound = mapping->check(); !sound) return tl::make_unexpected(sound.error());
  return ModelFile(std::move(mapping));
}

std::span<const std::byte> ModelFile::section(std::string_view name) const {
  for (const auto& entry : mapping_->entries())
    if (entry.name_view() == name) return {mapping_->bytes + entry.offset, entry.size};
  return {};
}

std::string_view ModelFile::text(std::string_view name) const {
  const auto bytes = section(name);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

tl::unexpected<Error> ModelFile::bad_section(std::string_view name) const {
  return fail(ErrorKind::Malformed, mapping_->path,
              fmt::format("its section '{}' is missing or not sound", name), how_to_get_one);
}

void ModelWriter::add(std::string name, std::string bytes) {
  sections_.push_back({std::move(name), std::move(bytes)});
}

Result<void> ModelWriter::write(const std::filesystem::path& file) const {
  std::string contents(sizeof(Header) + sections_.size() * sizeof(Entry), '\0');
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    contents.resize(aligned(contents.size()), '\0');
    Entry entry{};
    sections_[i].name.copy(entry.name, sizeof entry.name - 1);
    entry.offset = contents.size();
    entry.size = sections_[i].bytes.size();
    std::memcpy(contents.data() + sizeof(Header) + i * sizeof(Entry), &entry, sizeof entry);
    contents += sections_[i].bytes;
  }
  Header header{};
  std::memcpy(header.magic, magic, sizeof magic);
  header.version = model_version;
  header.section_count = static_cast<std::uint32_t>(sections_.size());
  header.file_size = contents.size();
  SHA256(reinterpret_cast<const unsigned char*>(contents.data()) + sizeof header,
         contents.size() - sizeof header, header.sha256);
  std::memcpy(contents.data(), &header, sizeof header);

  const std::filesystem::path draft = file.string() + ".draft";
  std::ofstream out(draft, std::ios::binary);
  out.write(contents.data(), static_cast<std::streamsize>(contents.size()));
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(draft, file, error);
  if (!out || error) return fail(ErrorKind::Unreadable, file.string(), "cannot be written");
  return {};
}

}  // namespace demarche
