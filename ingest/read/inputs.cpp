// Finds the inputs. Folders are walked by hand: sorted by name, so that the order is the same on every file
// system, and without following links to folders, so that no walk goes in a circle.
#include <algorithm>
#include <set>
#include <system_error>

#include "ingest/read/read.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

class Search {
 public:
  explicit Search(const std::function<void(const Error&)>& refused) : refused_(refused) {}

  void look_at(const fs::path& path) {
    if (path == "-") return add(path, 0);
    std::error_code error;
    const auto status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
      return refuse(ErrorKind::NotFound, path, "no such file or folder");
    if (error) return refuse(ErrorKind::Unreadable, path, error.message());
    if (!fs::is_directory(status)) return add_file(path);

    seen_one_ = false;
    if (walk(path) && !seen_one_)
      refuse(ErrorKind::NotFound, path, "no documents in this folder",
             "known endings are " + known_endings());
  }

  std::vector<Input> take() { return std::move(inputs_); }

 private:
  // False where the folder cannot be opened.
  bool walk(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
      entries.push_back(it->path());
    if (error) {
      refuse(ErrorKind::Unreadable, folder, error.message());
      return false;
    }
    std::sort(entries.begin(), entries.end());
    for (const auto& entry : entries)
      if (!entry.filename().native().starts_with('.')) look_inside(entry);
    return true;
  }

  void look_inside(const fs::path& entry) {
    std::error_code error;
    if (fs::is_directory(fs::symlink_status(entry, error))) return static_cast<void>(walk(entry));
    if (!format_of_ending(entry)) return;
    const auto status = fs::status(entry, error);
    if (fs::is_regular_file(status)) return add_file(entry);
    if (status.type() != fs::file_type::not_found) return;
    seen_one_ = true;
    refuse(ErrorKind::NotFound, entry, "a link to a file that is not there");
  }

  void add_file(const fs::path& file) {
    std::error_code error;
    const auto bytes = fs::is_regular_file(file, error) ? fs::file_size(file, error) : 0;
    add(file.lexically_normal(), error ? 0 : bytes);
  }

  void add(const fs::path& path, std::uint64_t bytes) {
    seen_one_ = true;
    if (taken_.insert(path).second) inputs_.push_back({path, bytes});
  }

  void refuse(ErrorKind kind, const fs::path& path, std::string why, std::string next = {}) {
    if (refused_) refused_({kind, path.string(), std::move(why), std::move(next)});
  }

  const std::function<void(const Error&)>& refused_;
  std::vector<Input> inputs_;
  std::set<fs::path> taken_;
  bool seen_one_ = false;
};

}  // namespace

std::vector<Input> find_inputs(const std::vector<std::string>& paths,
                               const std::function<void(const Error&)>& refused) {
  Search search(refused);
  for (const auto& path : paths) search.look_at(path);
  return search.take();
}

}  // namespace demarche
