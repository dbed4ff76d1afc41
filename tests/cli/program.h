// The program as a user runs it: in an empty folder of its own, with a plain environment.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace demarche::test {

// The sanitizers make the program slow, its start above all: a few of many then stand for all.
#ifdef __SANITIZE_ADDRESS__
inline constexpr bool under_sanitizers = true;
#else
inline constexpr bool under_sanitizers = false;
#endif

[[nodiscard]] std::string content(const std::filesystem::path& file);

// An empty folder, gone with this object.
class EmptyFolder {
 public:
  EmptyFolder();
  ~EmptyFolder();
  EmptyFolder(const EmptyFolder&) = delete;
  EmptyFolder& operator=(const EmptyFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  void write(const std::string& name, const std::string& content) const;
  [[nodiscard]] std::string read(const std::string& name) const;

 private:
  std::filesystem::path path_;
};

struct Outcome {
  int status = 0;  // 128 and the signal where one ended the program
  std::string out;
  std::string err;
  std::string all;  // command, folder, status and both outputs: what a failed test shows
};

// Runs a command line of /bin/sh in `folder`, where `demarche` is the program under test, with 80 columns,
// $CASES the folder of the cases, and nothing on standard input.
[[nodiscard]] Outcome run(const EmptyFolder& folder, const std::string& command);

// Starts `demarche` with these arguments; its standard error goes to the file stderr, the rest nowhere.
[[nodiscard]] pid_t start(const EmptyFolder& folder, const std::vector<std::string>& arguments);

// Waits for its end; the status as in Outcome.
int wait_for(pid_t process);

}  // namespace demarche::test
