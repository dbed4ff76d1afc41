// The input goes through a nameless file, so that neither side ever waits for the other to read; only the
// output is a pipe, watched until it closes or a limit is reached.
#include "ingest/read/child.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>
#include <system_error>

#include "ingest/descriptor.h"

extern char** environ;

namespace demarche {
namespace {

using Clock = std::chrono::steady_clock;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

tl::unexpected<Error> child_failure(int number) {
  return fail(ErrorKind::Internal, "", std::generic_category().message(number));
}

File file_of(std::string_view bytes) {
  File file(std::tmpfile());
  if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) return nullptr;
  if (std::fflush(file.get()) != 0 || lseek(fileno(file.get()), 0, SEEK_SET) != 0) return nullptr;
  return file;
}

Result<pid_t> spawn(const std::vector<std::string>& command, int input, int output) {
  std::vector<char*> arguments;
  for (const auto& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failure = posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failure == ENOENT) return fail(ErrorKind::NotFound, command.front(), "no such program");
  if (failure != 0) return child_failure(failure);
  return child;
}

// Reads until the other end closes. Errors: Unsupported beyond a limit.
Result<std::string> read_within(int output, const ChildLimits& limits) {
  const auto deadline = Clock::now() + limits.time;
  std::string text;
  char chunk[64u << 10];
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd watched{output, POLLIN, 0};
    const int ready = left > 0 ? poll(&watched, 1, static_cast<int>(left)) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return fail(ErrorKind::Unsupported, "", "takes too long to convert");
    const auto got = read(output, chunk, sizeof chunk);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return child_failure(errno);
    if (got == 0) return text;
    text.append(chunk, static_cast<std::size_t>(got));
    if (text.size() > limits.output) return fail(ErrorKind::Unsupported, "", "holds too much text");
  }
}

int wait_for(pid_t child) {
  constexpr int signalled = 128;
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : signalled + WTERMSIG(status);
}

}  // namespace

Result<ChildOutput> run_child(const std::vector<std::string>& command, std::string_view input,
                              const ChildLimits& limits) {
  const File file = file_of(input);
  int ends[2];
  if (!file || pipe2(ends, O_CLOEXEC) != 0) return child_failure(errno);
  const Descriptor output(ends[0]);
  Descriptor childs_end(ends[1]);

  const auto child = spawn(command, fileno(file.get()), childs_end.number());
  childs_end.close_now();
  if (!child) return tl::make_unexpected(child.error());

  auto text = read_within(output.number(), limits);
  if (!text) kill(*child, SIGKILL);
  const int status = wait_for(*child);
  if (!text) return tl::make_unexpected(text.error());
  return ChildOutput{status, std::move(*text)};
}

}  // namespace demarche
