// Dispatches to the commands and turns what they throw into one line and an exit code.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <csignal>
#include <iostream>

#include "app/commands.hpp"
#include "app/exit_codes.hpp"
#include "app/terminal.hpp"
#include "numerics/distribution/language/nearest_name.hpp"
#include "report/build.hpp"
#include "report/write.hpp"

namespace gancheck {
namespace {

struct Command {
  std::string name, does;
  int (*run)(const Arguments& arguments);  ///< null: not available yet
};

const std::vector<Command>& commands() {
  static const std::vector<Command> all{
      {"verify", "runs every claim, prints the verdicts, writes the report", verify_command},
      {"evaluate", "the divergences of one pair, each with an error bound", evaluate_command},
      {"explain", "one claim, erratum or line of the note in full", explain_command},
      {"list", "claims, errata, symbols, families, quantities, formats, figures or suites",
       list_command},
      {"check", "whether somebody else's number is right", check_command},
      {"render", "a finished report in other formats, or several runs as one", render_command},
      {"train", "a training run of D and G beside what the theory says of it", train_command},
      {"plot", "one figure as SVG, PDF or PNG", plot_command},
      {"sweep", "the divergences over a range of a parameter", sweep_command}};
  return all;
}

void print_help() {
  std::cout << "gancheck " + version_of_build() +
                   ": verifies the theory of generative adversarial "
                   "networks\n\nUsage: gancheck COMMAND [OPTIONS]\n\n";
  for (const Command& command : commands())
    if (command.run) std::cout << fmt::format("  {:<10}{}\n", command.name, command.does);
  std::cout
      << "\n  'gancheck COMMAND --help' shows its options with examples; 'gancheck --version' "
         "the version.\n\nExit codes: 0 all is well, 1 something failed or differs, 2 "
         "interrupted, 3 internal error or full disk,\n4 bad usage, 5 nothing selected, 6 "
         "undecided (verify: under --strict).\n";
  finish_output();
}

int run(Arguments arguments) {
  if (arguments.empty()) throw BadUsage("no command is given; see 'gancheck --help'");
  const std::string first = arguments.front();
  arguments.erase(arguments.begin());
  // Every command answers --version too.
  if (first == "--version" || std::count(arguments.begin(), arguments.end(), "--version") > 0) {
    std::cout << fmt::format("gancheck {}\n{}\n", version_of_build(), fmt::join(made_with(), ", "));
    finish_output();
    return 0;
  }
  if (first == "--help" || first == "-h") {
    print_help();
    return 0;
  }
  std::vector<std::string> names{"--help", "--version"};
  for (const Command& command : commands()) {
    if (command.name == first && !command.run) not_available("the command " + first);
    if (command.name == first) return command.run(arguments);
    if (command.run) names.push_back(command.name);
  }
  throw BadUsage(fmt::format("there is no command '{}'{} (see 'gancheck --help')", first,
                             did_you_mean(first, names)));
}

int fail(std::string message, int code) {
  std::replace(message.begin(), message.end(), '\n', ' ');
  std::cerr << "gancheck: " << message << std::endl;
  return code;
}

/// Runs the command line; every error ends here.
int guarded(Arguments arguments) {
  try {
    return run(std::move(arguments));
  } catch (const BadUsage& error) {
    return fail(error.what(), exit_usage);
  } catch (const UnwritableDirectory& error) {
    return fail(error.what(), exit_usage);
  } catch (const NothingSelected& error) {
    return fail(error.what(), exit_nothing_selected);
  } catch (const WriteFailure& error) {
    return fail(error.what(), exit_internal);
  } catch (const std::exception& error) {
    return fail(fmt::format("internal error: {}; please report it", error.what()), exit_internal);
  } catch (...) {
    return fail("internal error of an unknown kind; please report it", exit_internal);
  }
}

}  // namespace
}  // namespace gancheck

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file as large as may be is a full disk, and told
  return gancheck::guarded(gancheck::Arguments(argv + 1, argv + std::max(argc, 1)));
}
