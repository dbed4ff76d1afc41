#include "cli/program.h"

int main(int count, char** words) {
  using namespace demarche;
  ignore_broken_pipes();
  Session session;
  Result<int> status = run(session, count, words);
  if (const Result<void> written = session.out.finish(); status && !written)
    status = tl::make_unexpected(written.error());
  if (status) return *status;
  session.messages().report(status.error());
  return exit_error;
}
