#include "cli/reading.h"

#include <array>
#include <atomic>

#include "cli/arguments.h"
#include "cli/interrupt.h"
#include "cli/progress.h"

namespace demarche {
namespace {

constexpr std::array all_formats{Format::Text,      Format::Markdown, Format::Html, Format::Json,
                                 Format::JsonLines, Format::Docx,     Format::Pdf};

// The end of the line: counts, reports and hands on, item by item in input order.
class Sink {
 public:
  Sink(Session& session, const Reading& reading, Messages& messages, std::uint64_t bytes)
      : session_(session), reading_(reading), messages_(messages), progress_(messages, bytes) {}

  void use(const Extraction& found) {
    ++tally_.documents;
    progress_.add_document();
    if (!ended_) end_unless(reading_.found(found));
  }
  void use(const Unchanged&) {
    ++tally_.documents;
    ++tally_.known;
    progress_.add_document();
  }
  void use(const Refused& refused) {
    ++tally_.refused;
    messages_.report(refused.error);
  }
  void use(const Remark& remark) { messages_.report(remark.error); }
  void use(const Opened& file) { progress_.open(file.path); }
  void use(const Whole& file) {
    if (!ended_ && reading_.whole) end_unless(reading_.whole(file.path, file.last));
  }
  void use(const BytesDone& done) { progress_.add_bytes(done.bytes); }
  void use(const Document&) {}  // the line has made Extractions of them

  // Whether nothing more can be handed on. From any thread.
  [[nodiscard]] bool ended() const { return ended_; }

  [[nodiscard]] Result<ReadingTally> result() const {
    if (failure_) return tl::make_unexpected(*failure_);
    return tally_;
  }

 private:
  void end_unless(const Result<void>& used) {
    if (!used) failure_ = used.error();
    ended_ = failure_.has_value() || !session_.out.open();
  }

  Session& session_;
  const Reading& reading_;
  Messages& messages_;
  ProgressBar progress_;
  ReadingTally tally_;
  std::optional<Error> failure_;
  std::atomic<bool> ended_ = false;
};

// 0 where not known, as for standard input.
std::uint64_t total_bytes(const std::vector<Input>& inputs) {
  std::uint64_t total = 0;
  for (const Input& input : inputs) {
    if (input.path == "-") return 0;
    total += input.bytes;
  }
  return total;
}

// What the readers tell, put onto the line.
ReadEvents onto(AssemblyLine& line, const Reading& reading, std::function<bool()> stop) {
  ReadEvents events;
  events.document = [&](Document&& doc) {
    line.put(reading.is_known && reading.is_known(doc) ? Item(Unchanged{}) : Item(std::move(doc)));
  };
  events.refused = [&](const Error& error) { line.put(Refused{error}); };
  events.remark = [&](const Error& error) { line.put(Remark{error}); };
  events.progress = [&](std::uint64_t bytes) { line.put(BytesDone{bytes}); };
  events.whole = [&](const std::string& path, std::size_t last) { line.put(Whole{path, last}); };
  events.stop = std::move(stop);
  return events;
}

}  // namespace

CLI::Option* add_reading(CLI::App& command, ReadingArguments& arguments) {
  add_number(command, "--jobs", "Threads to work with; as many as there are cores where not given", 1,
             arguments.jobs);
  add_day(command, "--date", "The date of every document, whatever it says itself", arguments.options.date);
  add_text(command, "--source", "NAME", "The publisher of every document, whatever it says itself",
           arguments.options.source);
  add_choice(command, "--format", "The format of every file, else told by its ending and what it holds",
             words(all_formats),
             [&arguments](std::string_view word) { arguments.options.format = format_named(word); });
  return add_words(command, "PATH", "Files, folders, and - for standard input", arguments.paths);
}

Result<ReadingTally> read_all(Session& session, const ReadingArguments& arguments, const Reading& reading) {
  const Result<Pipeline> pipeline = session.pipeline();
  if (!pipeline) return tl::make_unexpected(pipeline.error());

  Messages messages = session.messages();
  std::vector<Error> not_there;
  const std::vector<Input> inputs =
      find_inputs(arguments.paths, [&not_there](const Error& error) { not_there.push_back(error); });
  Sink sink(session, reading, messages, total_bytes(inputs));
  for (const Error& error : not_there) sink.use(Refused{error});

  watch_for_interrupts();
  AssemblyLine line(arguments.jobs, *pipeline, [&sink](Item&& item) {
    std::visit([&sink](const auto& what) { sink.use(what); }, item);
  });
  const ReadEvents events = onto(line, reading, [&sink] { return sink.ended() || interrupted_by() != 0; });
  for (const Input& input : inputs) {
    if (events.stop()) break;
    line.put(Opened{input.path.string()});
    read_input(input, arguments.options, events);
  }
  line.finish();
  return sink.result();
}

}  // namespace demarche
