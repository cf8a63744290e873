// The commands of the program; each takes the words behind its name and returns the exit code.
#pragma once

#include <string>
#include <vector>

namespace gancheck {

using Arguments = std::vector<std::string>;

int verify_command(const Arguments& arguments);
int evaluate_command(const Arguments& arguments);
int explain_command(const Arguments& arguments);
int list_command(const Arguments& arguments);
int check_command(const Arguments& arguments);
int render_command(const Arguments& arguments);
int train_command(const Arguments& arguments);
int plot_command(const Arguments& arguments);
int sweep_command(const Arguments& arguments);

}  // namespace gancheck
