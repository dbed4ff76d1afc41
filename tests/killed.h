// Runs a piece of work in a process of its own and kills it (SIGKILL) somewhere in the middle, for tests of
// what is left.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

namespace demarche {

// Calls `work` in a child with a function to be called at each step done; kills the child `microseconds`
// after it did `steps` steps, or when it ended before. Nothing that `work` does to memory is seen here.
inline void run_and_kill(int steps, unsigned microseconds,
                         const std::function<void(const std::function<void()>&)>& work) {
  int ends[2];
  if (pipe(ends) != 0) return;
  const pid_t child = fork();
  if (child == 0) {
    work([&] {
      if (write(ends[1], "x", 1) != 1) _exit(1);
    });
    _exit(0);
  }
  close(ends[1]);
  char byte = 0;
  for (int done = 0; done < steps && read(ends[0], &byte, 1) == 1;) ++done;
  usleep(microseconds);
  if (child > 0) {
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
  }
  close(ends[0]);
}

}  // namespace demarche
