#include "tests/cli/program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace demarche::test {
namespace {

void redirect(int descriptor, const std::string& file, int flags) {
  const int opened = open(file.c_str(), flags, 0600);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(126);
}

pid_t spawn(const EmptyFolder& folder, const std::vector<std::string>& words, const std::string& out,
            const std::string& err) {
  const std::string programs = std::filesystem::path(DEMARCHE_PROGRAM).parent_path().string();
  const std::string path = "PATH=" + programs + ":/usr/bin:/bin";
  const std::string home = "HOME=" + folder.path().string();
  const std::string cases = std::string("CASES=") + DEMARCHE_SOURCE_DIR + "/tests/cases/cli";
  std::vector<std::string> environment{path, home, "LC_ALL=C.UTF-8", "COLUMNS=80", cases};
  if (const char* options = std::getenv("LSAN_OPTIONS"))
    environment.push_back(std::string("LSAN_OPTIONS=") + options);
  std::vector<char*> arguments, variables;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  for (const std::string& variable : environment) variables.push_back(const_cast<char*>(variable.c_str()));
  arguments.push_back(nullptr);
  variables.push_back(nullptr);
  const pid_t process = fork();
  if (process != 0) return process;
  if (chdir(folder.path().c_str()) != 0) _exit(126);
  redirect(STDIN_FILENO, "/dev/null", O_RDONLY);
  redirect(STDOUT_FILENO, out, O_WRONLY | O_CREAT | O_TRUNC);
  redirect(STDERR_FILENO, err, O_WRONLY | O_CREAT | O_TRUNC);
  execve(arguments[0], arguments.data(), variables.data());
  _exit(127);
}

std::string listing(const EmptyFolder& folder) {
  std::string names;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    names += " " + entry.path().filename().string();
  return names;
}

}  // namespace

std::string content(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

EmptyFolder::EmptyFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "demarche-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

EmptyFolder::~EmptyFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void EmptyFolder::write(const std::string& name, const std::string& text) const {
  std::filesystem::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << text;
}

std::string EmptyFolder::read(const std::string& name) const {
  return content(path_ / name);
}

Outcome run(const EmptyFolder& folder, const std::string& command) {
  const EmptyFolder outputs;
  const std::string out = (outputs.path() / "out").string(), err = (outputs.path() / "err").string();
  Outcome outcome;
  outcome.status = wait_for(spawn(folder, {"/bin/sh", "-c", command}, out, err));
  outcome.out = content(out);
  outcome.err = content(err);
  outcome.all =
      fmt::format("$ {}\nin {}:{}\nstatus {}\n--- stdout\n{}--- stderr\n{}---", command,
                  folder.path().string(), listing(folder), outcome.status, outcome.out, outcome.err);
  return outcome;
}

pid_t start(const EmptyFolder& folder, const std::vector<std::string>& arguments) {
  std::vector<std::string> words{DEMARCHE_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return spawn(folder, words, "/dev/null", (folder.path() / "stderr").string());
}

int wait_for(pid_t process) {
  int status = 0;
  waitpid(process, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace demarche::test
