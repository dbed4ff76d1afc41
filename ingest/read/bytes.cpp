// zlib's gzFile reads gzip and anything else alike, and tells them apart by the first two bytes.
#include "ingest/read/bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "ingest/read/limits.h"

namespace demarche {
namespace {

constexpr std::size_t chunk = 256u << 10;

tl::unexpected<Error> system_failure(int number) {
  const auto kind = number == ENOENT ? ErrorKind::NotFound : ErrorKind::Unreadable;
  return fail(kind, "", std::generic_category().message(number));
}

tl::unexpected<Error> too_large() {
  return fail(ErrorKind::Unsupported, "", std::string("larger than ") + largest_document_words,
              "split it, or give its documents as JSON Lines, which may have any size");
}

}  // namespace

Result<ByteSource> ByteSource::open(const std::filesystem::path& path) {
  const int descriptor = path == "-" ? dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_failure(errno);

  struct stat facts {};
  if (fstat(descriptor, &facts) == 0 && S_ISDIR(facts.st_mode)) {
    close(descriptor);
    return system_failure(EISDIR);
  }
  Handle file(gzdopen(descriptor, "rb"));
  if (!file) {
    close(descriptor);
    return fail(ErrorKind::Internal, "", "out of memory");
  }
  gzbuffer(file.get(), chunk);
  return ByteSource(std::move(file), S_ISREG(facts.st_mode) ? static_cast<std::uint64_t>(facts.st_size) : 0);
}

Result<std::size_t> ByteSource::read(std::string& to, std::size_t count) {
  const std::size_t before = to.size();
  to.resize(before + count);
  errno = 0;
  const int got = gzread(file_.get(), to.data() + before, static_cast<unsigned>(count));
  const int system_error = errno;
  to.resize(before + static_cast<std::size_t>(std::max(got, 0)));
  if (got > 0) return static_cast<std::size_t>(got);

  int number = Z_OK;
  gzerror(file_.get(), &number);
  switch (number) {
    case Z_OK:
    case Z_STREAM_END:
      return 0;
    case Z_BUF_ERROR:
      return fail(ErrorKind::Malformed, "", "truncated: the gzip data ends early");
    case Z_DATA_ERROR:
      return fail(ErrorKind::Malformed, "", "damaged gzip data");
    case Z_ERRNO:
      return system_failure(system_error);
    default:
      return fail(ErrorKind::Internal, "", "zlib cannot read it");
  }
}

Result<void> ByteSource::read_all(std::string& to, std::size_t limit) {
  if (size_ > limit && gzdirect(file_.get())) return too_large();
  while (true) {
    const auto got = read(to, chunk);
    if (!got) return tl::make_unexpected(got.error());
    if (*got == 0) return {};
    if (to.size() > limit) return too_large();
  }
}

std::uint64_t ByteSource::consumed() const {
  const auto offset = gzoffset(file_.get());
  return offset < 0 ? 0 : static_cast<std::uint64_t>(offset);
}

}  // namespace demarche
