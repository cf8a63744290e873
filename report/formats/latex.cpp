#include "report/formats/latex.hpp"

#include <fmt/format.h>

#include "report/formats/latex_claim.hpp"
#include "report/formats/latex_text.hpp"
#include "report/text/count_sentences.hpp"
#include "report/text/numbers.hpp"
#include "report/text/run_sentences.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck {
namespace {

/// Fandol comes with Debian's texlive-lang-chinese; the note is quoted in Chinese, so that both
/// languages need it.
constexpr std::string_view own_preamble = R"(% Compile with xelatex, twice for the references.
\documentclass[11pt,a4paper]{article}
\usepackage{amsmath,amssymb,graphicx,longtable,array}
\usepackage{xeCJK}
\setCJKmainfont{FandolSong-Regular.otf}[BoldFont=FandolSong-Bold.otf,ItalicFont=FandolKai-Regular.otf]
\setCJKsansfont{FandolHei-Regular.otf}
\setCJKmonofont{FandolFang-Regular.otf}
\usepackage[margin=2.3cm]{geometry}
\usepackage[hidelinks,bookmarks=false]{hyperref}
\newsavebox{\formulabox}
\newcommand{\formula}[1]{\begin{center}\sbox{\formulabox}{$\displaystyle #1$}%
\ifdim\wd\formulabox>\linewidth\resizebox{\linewidth}{!}{\usebox{\formulabox}}%
\else\usebox{\formulabox}\fi\end{center}}
\setlength{\emergencystretch}{4em}
\setlength{\parindent}{0pt}
\setlength{\parskip}{4pt plus 2pt}
\sloppy
)";

void write_latex_title(std::ostream& out, const Report& report, Language language) {
  const std::string run =
      latex_words(run_in_words(report).in(language) +
                  (language == Language::en ? ", suite " : "，分布对集 ") + report.suite);
  out << "\\title{" << latex_words(words::report_title.in(language)) << "}\n\\author{" << run
      << "}\n\\date{}\n\\begin{document}\n\\maketitle\n";
  if (!report.complete) out << "\\textbf{" << words::incomplete.in(language) << "}\n\n";
  for (const Text& note : report.notes) out << latex_words(note.in(language)) << "\n\n";
}

void write_latex_row(std::ostream& out, const std::vector<std::string>& cells) {
  std::string_view separator;
  for (const std::string& cell : cells) {
    out << separator << cell;
    separator = " & ";
  }
  out << " \\\\\n";
}

void write_latex_counts(std::ostream& out, const Summary& s, Language language) {
  out << "\\begin{longtable}{lr>{\\raggedright\\arraybackslash}p{0.6\\linewidth}}\n";
  for (const auto& [verdict, count] : counts_of_verdicts(s))
    write_latex_row(out, {in_words(verdict).in(language), std::to_string(count),
                          latex_words(meaning(verdict).in(language))});
  out << "\\end{longtable}\n"
      << latex_words(controls_counted(s).in(language)) << words::full_stop(language) << "\n";
}

void write_latex_overview(std::ostream& out, const Report& report, Language language) {
  out << "\\begin{longtable}{r>{\\raggedright\\arraybackslash}p{0.36\\linewidth}lrr"
         ">{\\raggedright\\arraybackslash}p{0.14\\linewidth}}\n";
  write_latex_row(out, {words::number.in(language), words::claim.in(language),
                        words::verdict.in(language), words::ratio.in(language),
                        words::controls.in(language), words::foundations.in(language)});
  out << "\\hline\\endhead\n";
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& c : chapter.claims)
      write_latex_row(
          out, {std::to_string(c.claim.number),
                fmt::format("\\hyperref[claim:{}]{{{}}}", c.claim.id,
                            latex_words(c.claim.title.in(language))),
                in_words(c.verdict).in(language), short_number(worst_ratio(c)), rejected_of(c),
                latex_words(foundations_in_words(report, c, language))});
  out << "\\end{longtable}\n";
}

void write_latex_errata(std::ostream& out, const Report& report, Language language) {
  if (report.words.errata.empty()) return;
  out << "\\section*{" << words::note_gets_wrong.in(language) << "}\n";
  for (const ReportedErratum& reported : report.words.errata) {
    const Erratum& e = reported.erratum;
    out << fmt::format(
        "\\paragraph{{{}}}{}{}\n\n{}{}{}\n\n", e.number,
        words::bracketed(words::lines_in_words(e.lines, language) + words::semicolon(language) +
                             severities_in_words(e, language),
                         language),
        " " + latex_words(e.issue.in(language)), words::what_holds_instead.in(language),
        words::colon(language), latex_words(e.repaired.in(language)));
  }
}

void write_latex_figures(std::ostream& out, const Report& report, Language language) {
  const auto shown = [&](const Figure& figure, std::string_view ending,
                         const std::string& otherwise) {
    return fmt::format(
        "\\IfFileExists{{figures/{0}{1}}}{{\\begin{{figure}}[htbp]\\centering"
        "\\includegraphics[width=\\linewidth]{{figures/{0}{1}}}\\caption{{{2}}}"
        "\\end{{figure}}}}{{{3}}}",
        figure.name, ending, latex_words(figure.title.in(language)), otherwise);
  };
  // The Chinese picture is called so where the English one lies beside it.
  for (const Figure& figure : report.figures) {
    const std::string plain = shown(figure, ".pdf", "");
    out << (language == Language::zh ? shown(figure, ".zh.pdf", plain) : plain) << "\n";
  }
}

void write_latex_reference(std::ostream& out, const Report& report, Language language) {
  constexpr std::string_view columns =
      "\\begin{longtable}{>{\\raggedright\\arraybackslash}p{0.3\\linewidth}"
      ">{\\raggedright\\arraybackslash}p{0.62\\linewidth}}\n";
  out << "\\section*{" << words::symbols.in(language) << "}\n" << columns;
  for (const Notation& n : report.words.notation)
    write_latex_row(out, {"$" + n.tex + "$", latex_words(n.meaning.in(language))});
  out << "\\end{longtable}\n";
  if (report.words.lemmas.empty()) return;
  out << "\\section*{" << words::lemmas_used.in(language) << "}\n" << columns;
  for (const Lemma& lemma : report.words.lemmas)
    write_latex_row(out, {latex_code(lemma.id), latex_words(lemma.statement.in(language))});
  out << "\\end{longtable}\n";
}

}  // namespace

std::string_view latex_preamble() {
  return own_preamble;
}

void write_latex(std::ostream& out, const Report& report, Language language,
                 const Templates& templates) {
  out << templates.preamble;
  write_latex_title(out, report, language);
  out << "\\section*{" << words::summary.in(language) << "}\n";
  write_latex_counts(out, report.summary, language);
  write_latex_overview(out, report, language);
  write_latex_errata(out, report, language);
  write_latex_figures(out, report, language);
  for (const ChapterResult& chapter : report.chapters) {
    out << "\n\\section*{" << latex_words(chapter.title.in(language)) << "}\n";
    for (const ClaimResult& claim : chapter.claims) out << latex_claim(report, claim, language);
  }
  write_latex_reference(out, report, language);
  out << "\\end{document}\n";
}

}  // namespace gancheck
