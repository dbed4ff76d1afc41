#include "cli/program.h"

int main(int count, char** words) {
  using namespace demarche;
  ignore_broken_pipes();
  Session session;
  const std::unique_ptr<CLI::App> program = make_program(session);
  Result<int> status = parse(*program, session, count, words).and_then([&] { return session.command(session); });
  if (const Result<void> written = session.out.finish(); status && !written)
    status = tl::make_unexpected(written.error());
  if (status) return *status;
  session.messages().report(status.error());
  return exit_error;
}
