#include "cli/serve_http.h"

#include <fmt/format.h>
#include <httplib.h>

#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include "cli/serve_routes.h"
#include "cli/serve_timely.h"
#include "graph/export/page.h"
#include "graph/model/json.h"

namespace demarche {
namespace {

constexpr const char* loopback = "127.0.0.1";
constexpr std::size_t threads = 64;                  // a connection that is kept open holds one
constexpr std::size_t longest_answer = 256UL << 20;  // bytes
constexpr int patience = 10;                         // seconds, for a slow reader or writer
constexpr int idle = 2;  // seconds that a connection may be kept open without a request
constexpr std::size_t requests_a_connection = 1000;
constexpr std::chrono::milliseconds tick{50};
constexpr const char* json_type = "application/json; charset=utf-8";

int http_status(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Usage:
    case ErrorKind::Malformed:
      return 400;
    case ErrorKind::NotFound:
      return 404;
    case ErrorKind::Ambiguous:
      return 409;
    case ErrorKind::Unreadable:
    case ErrorKind::Unsupported:  // by the time and memory of an answer
      return 503;
    case ErrorKind::Internal:
      return 500;
  }
  return 500;
}

void refuse(httplib::Response& response, int status, const Error& error) {
  rapidjson::StringBuffer buffer;
  json::Writer out(buffer);
  out.StartObject();
  out.Key("error");
  out.StartObject();
  json::member(out, "what", error.what);
  json::member(out, "why", error.why);
  json::member(out, "next", error.next);
  out.EndObject();
  out.EndObject();
  response.status = status;
  response.set_content(json::text_of(buffer) + "\n", json_type);
}

// Whether the request came under a name of this server and, where a browser says so, from a page of its own.
// A page elsewhere may link here, but neither read nor embed what is answered.
bool is_ours(const httplib::Request& request, const std::set<std::string>& hosts) {
  if (request.get_header_value_count("Host") != 1 || !hosts.contains(request.get_header_value("Host")))
    return false;
  const auto origin = request.get_header_value("Origin");
  if (request.has_header("Origin") && (!origin.starts_with("http://") || !hosts.contains(origin.substr(7))))
    return false;
  const auto site = request.get_header_value("Sec-Fetch-Site");
  return site.empty() || site == "same-origin" || site == "none" || request.path == "/";
}

// Nothing is sent to a server that only reads.
bool has_body(const httplib::Request& request) {
  const auto length = request.get_header_value("Content-Length");
  return request.has_header("Transfer-Encoding") || (!length.empty() && length != "0");
}

// What a refused request carries is not read; lest it pass for the next request, the connection ends with the
// answer. The library ends it where whoever provides the answer gives up.
void end_connection_with(httplib::Response& response) {
  const auto text = std::move(response.body);
  response.body.clear();
  response.headers.erase("Content-Type");
  response.set_header("Connection", "close");
  response.set_content_provider(text.size(), json_type,
                                [text](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                                  sink.write(text.data() + offset, length);
                                  return false;
                                });
}

httplib::Server::HandlerResponse screen(const httplib::Request& request, httplib::Response& response,
                                        const std::set<std::string>& hosts) {
  using enum httplib::Server::HandlerResponse;
  if (!is_ours(request, hosts)) {
    refuse(response, 403, {ErrorKind::Usage, request.path, "only for this machine's own pages", ""});
  } else if (request.method != "GET" && request.method != "HEAD") {
    response.set_header("Allow", "GET, HEAD");
    refuse(response, 405, {ErrorKind::Usage, request.method, "this server only reads", ""});
  } else if (has_body(request)) {
    refuse(response, 413, {ErrorKind::Usage, request.path, "a request has no body here", ""});
  } else {
    return Unhandled;
  }
  if (has_body(request)) end_connection_with(response);
  return Handled;
}

// What the library refuses by itself.
std::string_view reason_of(int status) {
  switch (status) {
    case 404:
      return "no such address";
    case 414:
      return "the address is too long";
    default:
      return "cannot be read as a request";
  }
}

void answer(LiveGraph& graph, TimelyAnswers& answers, const Route& route, const httplib::Request& request,
            httplib::Response& response) {
  const auto state = graph.now();
  if (!state) return refuse(response, http_status(state.error().kind), state.error());
  const auto reply =
      answers.run([&graph, &answers, &route, asked = request.params, held = *state](const auto& stop) {
        return route.answer({graph, *held, answers.time(), stop}, asked);
      });
  if (reply && reply->json.size() > longest_answer)
    return refuse(response, 413,
                  {ErrorKind::Unsupported, request.path, "the answer is too long", "ask for less"});
  if (!reply) return refuse(response, http_status(reply.error().kind), reply.error());
  response.set_header("X-Total-Count", std::to_string(reply->total));
  response.set_content(reply->json, json_type);
}

Result<std::string> content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(in), {}};
  if (!in) return fail(ErrorKind::Unreadable, file.string(), "cannot be read, and the server needs it");
  return content;
}

void set_limits(httplib::Server& server) {
  server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
  server.set_read_timeout(patience);
  server.set_write_timeout(patience);
  server.set_keep_alive_timeout(idle);
  server.set_keep_alive_max_count(requests_a_connection);
  server.set_tcp_nodelay(true);
  server.set_socket_options([](socket_t sock) {  // the library's own would let two servers share a port
    const int yes = 1;
    setsockopt(sock, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_default_headers({{"X-Content-Type-Options", "nosniff"},
                              {"X-Frame-Options", "DENY"},
                              {"Cross-Origin-Resource-Policy", "same-origin"},
                              {"Cross-Origin-Opener-Policy", "same-origin"},
                              {"Referrer-Policy", "no-referrer"},
                              {"Cache-Control", "no-store"}});
}

void set_routes(httplib::Server& server, LiveGraph& graph, TimelyAnswers& answers, const std::string& page,
                const std::string& description) {
  server.Get("/", [&page](const httplib::Request&, httplib::Response& response) {
    response.set_content(page, "text/html; charset=utf-8");
  });
  server.Get("/openapi.json", [&description](const httplib::Request&, httplib::Response& response) {
    response.set_content(description, json_type);
  });
  for (const Route& route : routes())
    server.Get(std::string(route.path),
               [&graph, &answers, &route](const httplib::Request& request, httplib::Response& response) {
                 answer(graph, answers, route, request, response);
               });
  server.set_error_handler([](const httplib::Request& request, httplib::Response& response) {
    if (response.has_header("Content-Type")) return;
    const std::string why(reason_of(response.status));
    refuse(response, response.status, {ErrorKind::Usage, request.path, why, "see /openapi.json"});
  });
  server.set_exception_handler(
      [](const httplib::Request& request, httplib::Response& response, std::exception_ptr) {
        refuse(response, 500, {ErrorKind::Internal, request.path, "failed; this is a defect", ""});
      });
}

}  // namespace

Result<void> serve_graph(LiveGraph& graph, const ServeOptions& options,
                         const std::function<void(const std::string& address)>& started,
                         const std::function<bool()>& ended) {
  const auto page = write_page(options.page, "");
  if (!page) return tl::make_unexpected(page.error());
  const auto description = content_of(options.page / "openapi.json");
  if (!description) return tl::make_unexpected(description.error());

  TimelyAnswers answers(std::chrono::seconds(options.timeout));
  httplib::Server server;
  set_limits(server);
  set_routes(server, graph, answers, *page, *description);
  const int asked = static_cast<int>(options.port);
  const int port = asked == 0                             ? server.bind_to_any_port(loopback)
                   : server.bind_to_port(loopback, asked) ? asked
                                                          : -1;
  if (port < 0)
    return fail(ErrorKind::Unreadable, fmt::format("{}:{}", loopback, asked),
                "the port cannot be had, perhaps it is in use", "name another with --port, or 0 for any");
  std::set<std::string> hosts;
  for (const auto* host : {loopback, "localhost"}) hosts.insert(fmt::format("{}:{}", host, port));
  server.set_pre_routing_handler([hosts](const httplib::Request& request, httplib::Response& response) {
    return screen(request, response, hosts);
  });

  std::atomic<bool> is_over = false;
  std::thread watch([&] {
    while (!is_over && !ended()) std::this_thread::sleep_for(tick);
    server.stop();
  });
  started(fmt::format("http://{}:{}/", loopback, port));
  server.listen_after_bind();
  is_over = true;
  watch.join();
  return {};
}

}  // namespace demarche
