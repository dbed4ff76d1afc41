#include "graph/export/cgraph.h"

#include <graphviz/gvc.h>

#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <map>

namespace demarche {
namespace {

struct FreeMemory {
  void operator()(char* memory) const { std::free(memory); }
};

// Names of the objects of one graph, numbered in the order they come. Graphviz's own numbers are the
// addresses of the names, and it goes through subgraphs by number, so that a picture would change from run to
// run.
class NumberedNames {
 public:
  static void* open(Agraph_t*, Agdisc_t*) { return new NumberedNames; }
  static void close(void* state) { delete static_cast<NumberedNames*>(state); }

  // Named objects have even numbers, nameless ones odd.
  static long map(void* state, int, char* name, IDTYPE* number, int create) {
    auto& names = *static_cast<NumberedNames*>(state);
    if (!name) {
      *number = 2 * names.nameless_++ + 1;
      return 1;
    }
    const auto known = names.numbers_.find(name);
    if (known == names.numbers_.end() && !create) return 0;
    if (known == names.numbers_.end()) {
      names.names_.push_back(std::string(room_before, '\0') + name);
      names.numbers_.emplace(name, 2 * names.names_.size());
    }
    *number = names.numbers_.at(name);
    return 1;
  }

  static char* print(void* state, int, IDTYPE number) {
    auto& names = static_cast<NumberedNames*>(state)->names_;
    const bool is_named = number % 2 == 0 && number > 0 && number / 2 <= names.size();
    return is_named ? names[number / 2 - 1].data() + room_before : nullptr;
  }

  static long take(void*, int, IDTYPE) { return 0; }  // numbers are given, never chosen
  static void release(void*, int, IDTYPE) {}
  static void enter(void*, int, void*) {}

 private:
  // Graphviz looks before a name for its count of uses, where it also marks markup (refstr_t of its cgraph):
  // there must be zeros.
  static constexpr std::size_t room_before = 64;

  std::deque<std::string> names_;  // that stay where they are, each behind its room
  std::map<std::string, IDTYPE, std::less<>> numbers_;
  IDTYPE nameless_ = 0;
};

Result<std::string> write_dot(Agraph_t* graph) {
  char* bytes = nullptr;
  std::size_t size = 0;
  std::FILE* memory = open_memstream(&bytes, &size);
  if (!memory) return fail(ErrorKind::Internal, "", "no memory to write DOT into");
  const int failed = agwrite(graph, memory);
  std::fclose(memory);
  const std::unique_ptr<char, FreeMemory> owner(bytes);
  if (failed) return fail(ErrorKind::Internal, "", "Graphviz could not write DOT");
  return std::string(bytes, size);
}

// One for the life of the program: Graphviz remembers a font's name by its address, also after the context
// that it came from is gone.
GVC_t* context() {
  static GVC_t* const only = gvContext();
  return only;
}

// The layout is never freed: where a labelled edge stays within a rank, dot moves the array of that rank's nodes
// and later frees it where it was (make_vn_slot and dot_cleanup_graph of Graphviz 2.42).
Result<std::string> render(Agraph_t* graph, const char* engine, const char* format) {
  if (gvLayout(context(), graph, engine) != 0)
    return fail(ErrorKind::Internal, "", "Graphviz could not lay the picture out");
  char* bytes = nullptr;
  unsigned size = 0;
  const int failed = gvRenderData(context(), graph, format, &bytes, &size);
  std::string picture;
  if (!failed && bytes) picture.assign(bytes, size);
  if (bytes) gvFreeRenderData(bytes);
  if (failed) return fail(ErrorKind::Unsupported, format, "Graphviz cannot render this format here");
  return picture;
}

}  // namespace

std::unique_lock<std::mutex> graphviz_turn() {
  static std::mutex turn;
  return std::unique_lock(turn);
}

GraphvizGraph open_graphviz() {
  static Agiddisc_t names{NumberedNames::open,    NumberedNames::map,   NumberedNames::take,
                          NumberedNames::release, NumberedNames::print, NumberedNames::close,
                          NumberedNames::enter};
  static Agdisc_t disciplines{nullptr, &names, nullptr};  // the others are Graphviz's own
  return GraphvizGraph(agopen(const_cast<char*>("demarche"), Agdirected, &disciplines));
}

std::string label_value(std::string_view text, LabelLines lines) {
  const std::string_view line_end = lines == LabelLines::Centred ? "\\n" : "\\l";
  std::string value;
  for (char c : text) {
    if (c == '\\')
      value += "\\\\";
    else if (c == '&')
      value += "&amp;";
    else if (c == '\n')
      value += line_end;
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
      value += c;
  }
  if (lines == LabelLines::LeftAligned) value += line_end;
  return value;
}

char* mutable_text(const char* text) {
  return const_cast<char*>(text);
}

void set_attribute(void* object, const char* attribute, const std::string& value) {
  agsafeset(object, mutable_text(attribute), mutable_text(value.c_str()), mutable_text(""));
}

void set_markup(Agraph_t* graph, void* object, const char* attribute, const std::string& markup) {
  char* kept = agstrdup_html(graph, mutable_text(markup.c_str()));
  agsafeset(object, mutable_text(attribute), kept, mutable_text(""));
  agstrfree(graph, kept);
}

void set_default(Agraph_t* graph, int kind, const char* attribute, const std::string& value) {
  agattr(graph, kind, mutable_text(attribute), mutable_text(value.c_str()));
}

const char* stroke_value(Stroke stroke) {
  switch (stroke) {
    case Stroke::Solid:
      return "solid";
    case Stroke::Dashed:
      return "dashed";
    case Stroke::Dotted:
      return "dotted";
  }
  return "";
}

const char* arrow_value(ArrowHead head) {
  switch (head) {
    case ArrowHead::Arrow:
      return "normal";
    case ArrowHead::Bar:
      return "tee";
    case ArrowHead::Open:
      return "vee";
    case ArrowHead::None:
      return "none";
  }
  return "";
}

Result<std::string> rendered(Agraph_t* graph, const char* engine, PictureFormat format) {
  switch (format) {
    case PictureFormat::Dot:
      return write_dot(graph);
    case PictureFormat::Svg:
      return render(graph, engine, "svg");
    case PictureFormat::Png:
      return render(graph, engine, "png");
    case PictureFormat::Pdf:
      return render(graph, engine, "pdf");
  }
  return fail(ErrorKind::Internal, "", "no such picture format");
}

}  // namespace demarche
