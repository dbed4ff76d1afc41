// Bytes are awaited by poll, so that a pipe on which nothing comes can be left, and handed on as they come. A
// file is gzip or anything else, told apart by the first two bytes. As gzip does, several members count as
// one file, and what follows them is passed over.
#include "ingest/read/bytes.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "ingest/read/limits.h"

namespace demarche {
namespace {

constexpr int between_questions = 100;  // milliseconds
constexpr std::string_view gzip_magic = "\x1F\x8B";
constexpr int gzip_window = 15 + 16;  // zlib's words for: the largest window, the header of gzip

tl::unexpected<Error> system_failure(int number) {
  const auto kind = number == ENOENT ? ErrorKind::NotFound : ErrorKind::Unreadable;
  return fail(kind, "", std::generic_category().message(number));
}

tl::unexpected<Error> too_large() {
  return fail(ErrorKind::Unsupported, "", std::string("larger than ") + largest_document_words,
              "split it, or give its documents as JSON Lines, which may have any size");
}

}  // namespace

void ByteSource::EndInflation::operator()(z_stream* stream) const {
  inflateEnd(stream);
  delete stream;
}

Result<ByteSource> ByteSource::open(const std::filesystem::path& path, std::function<bool()> stop) {
  // A named pipe is opened though nobody writes to it yet: `await` waits for that too.
  Descriptor file(path == "-" ? dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) return system_failure(errno);
  struct stat facts {};
  if (fstat(file.number(), &facts) != 0) return system_failure(errno);
  if (S_ISDIR(facts.st_mode)) return system_failure(EISDIR);
  const auto size = S_ISREG(facts.st_mode) ? static_cast<std::uint64_t>(facts.st_size) : 0;
  return ByteSource(std::move(file), size, std::move(stop));
}

Result<void> ByteSource::await() const {
  pollfd watched{file_.number(), POLLIN, 0};
  while (true) {
    if (stop_ && stop_()) return fail(ErrorKind::Unreadable, "", "the reading was ended");
    const int ready = poll(&watched, 1, stop_ ? between_questions : -1);
    if (ready > 0) return {};
    if (ready < 0 && errno != EINTR) return system_failure(errno);
  }
}

// Adds what comes next to the buffer.
Result<void> ByteSource::load() {
  buffer_.erase(0, used_);
  used_ = 0;
  while (true) {
    if (const auto ready = await(); !ready) return ready;
    const std::size_t before = buffer_.size();
    buffer_.resize(before + bytes_at_once);
    const auto got = ::read(file_.number(), buffer_.data() + before, bytes_at_once);
    const int system_error = errno;
    buffer_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && (system_error == EINTR || system_error == EAGAIN)) continue;
    if (got < 0) return system_failure(system_error);
    arrived_ += static_cast<std::uint64_t>(got);
    at_end_ = got == 0;
    return {};
  }
}

Result<bool> ByteSource::gzip_begins() {
  while (pending().size() < gzip_magic.size() && !at_end_)
    if (const auto more = load(); !more) return tl::make_unexpected(more.error());
  return pending().starts_with(gzip_magic);
}

Result<void> ByteSource::recognize() {
  if (recognized_) return {};
  const auto packed = gzip_begins();
  if (!packed) return tl::make_unexpected(packed.error());
  recognized_ = true;
  if (!*packed) return {};
  inflation_.reset(new z_stream{});
  if (inflateInit2(inflation_.get(), gzip_window) == Z_OK) return {};
  return fail(ErrorKind::Internal, "", "out of memory");
}

Result<std::size_t> ByteSource::inflate_next(char* to, std::size_t count) {
  while (true) {
    if (between_members_) {
      const auto another = gzip_begins();
      if (!another) return tl::make_unexpected(another.error());
      if (!*another) return 0;
      inflateReset(inflation_.get());
      between_members_ = false;
    }
    if (pending().empty() && !at_end_)
      if (const auto more = load(); !more) return tl::make_unexpected(more.error());

    z_stream& stream = *inflation_;
    stream.next_in = reinterpret_cast<Bytef*>(buffer_.data() + used_);
    stream.avail_in = static_cast<uInt>(pending().size());
    stream.next_out = reinterpret_cast<Bytef*>(to);
    stream.avail_out = static_cast<uInt>(count);
    const int state = inflate(&stream, Z_NO_FLUSH);
    used_ = buffer_.size() - stream.avail_in;
    between_members_ = state == Z_STREAM_END;
    if (const std::size_t got = count - stream.avail_out; got > 0) return got;
    if (state == Z_DATA_ERROR || state == Z_NEED_DICT)
      return fail(ErrorKind::Malformed, "", "damaged gzip data");
    if (state == Z_MEM_ERROR || state == Z_STREAM_ERROR)
      return fail(ErrorKind::Internal, "", "zlib cannot read it");
    if (!between_members_ && pending().empty() && at_end_)
      return fail(ErrorKind::Malformed, "", "truncated: the gzip data ends early");
  }
}

Result<std::size_t> ByteSource::read(std::string& to, std::size_t count) {
  if (const auto known = recognize(); !known) return tl::make_unexpected(known.error());
  if (inflation_) {
    const std::size_t before = to.size();
    to.resize(before + count);
    const auto got = inflate_next(to.data() + before, count);
    to.resize(before + got.value_or(0));
    return got;
  }
  if (pending().empty() && !at_end_)
    if (const auto more = load(); !more) return tl::make_unexpected(more.error());
  const std::string_view next = pending().substr(0, count);
  to += next;
  used_ += next.size();
  return next.size();
}

Result<void> ByteSource::fill(std::string& to, std::size_t size) {
  while (to.size() < size) {
    const auto got = read(to, std::min(bytes_at_once, size - to.size()));
    if (!got) return tl::make_unexpected(got.error());
    if (*got == 0) break;
  }
  return {};
}

Result<void> ByteSource::read_all(std::string& to, std::size_t limit) {
  if (const auto known = recognize(); !known) return known;
  if (!inflation_ && size_ > limit) return too_large();
  if (const auto filled = fill(to, limit + 1); !filled) return filled;
  if (to.size() > limit) return too_large();
  return {};
}

}  // namespace demarche
