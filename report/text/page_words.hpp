// The words of report.html: headings, what is said of a whole run, columns.
#pragma once

#include "theory/evidence/text.hpp"

namespace gancheck::page_words {

inline const Text skip{"Skip to the report", "跳到正文"};
inline const Text contents{"Contents", "目录"};
inline const Text how_to_read{"How to read this", "怎样读这份报告"};
inline const Text derivation{"The derivation", "推导"};
inline const Text picture{"Picture", "图"};
inline const Text pictures{"Pictures", "图"};
inline const Text map{"What rests on what", "命题之间的依赖"};
inline const Text summary{"All claims at a glance", "命题一览"};
inline const Text errata{"What the note gets wrong", "笔记中的错误与缺漏"};
inline const Text claims{"The claims in full", "各命题详述"};
inline const Text kill_matrix{"Which pair rejects which false twin", "哪一对分布否定哪个伪命题"};
inline const Text distributions{"Distributions used", "所用的分布"};
inline const Text numerics{"Numerics, and what has to be trusted", "数值方法与须信任之处"};
inline const Text glossary{"Words and symbols", "术语与符号"};
inline const Text data{"The result as data", "结果数据"};

inline const Text what_was_checked{"Checked", "检验对象"};
inline const Text with_what{"On", "分布对"};
inline const Text made_with{"Made with", "所用程序库"};
inline const Text by_whom{"By", "程序"};
inline const Text command{"To run it again", "重新运行"};
inline const Text cite_as{"Cite as", "引用格式"};
inline const Text cite_claim{"Cite this claim as", "引用此命题"};
inline const Text theory_of_the_note{
    "the derivation in the note, docs/note/note.md, claim by claim",
    "笔记 docs/note/note.md 中的推导，逐个命题检验"};

inline const Text note_here{"The note here", "笔记在此处"};
inline const Text why{"Why, and how it was checked", "理由与检验"};
inline const Text in_words{"Proof in words", "文字证明"};
inline const Text assumptions{"Assumptions", "假设"};
inline const Text rests_on{"Rests on", "依赖"};
inline const Text rests_on_nothing{"Rests on no other claim.", "不依赖其他命题。"};
inline const Text note_says{"What the note says", "笔记原文"};
inline const Text note_sentence{"The note's sentence", "原文评定"};
inline const Text checked{"What was checked, and what was found", "检验内容与结果"};
inline const Text machinery{"Machinery: scopes, cases, normal forms", "细节：范围、情形、标准形"};
inline const Text controls{"False twins that the checks must reject", "检验必须否定的伪命题"};
inline const Text reproduce{"To check it again", "重新检验"};
inline const Text full_section{"the claim in full", "该命题详述"};
inline const Text steps_not_run{"Steps whose claims were not run are left out.",
                                "未运行的命题所对应的步骤已略去。"};

inline const Text measured{"found", "结果"};
inline const Text bound{"bound it had to meet", "须满足的界"};
inline const Text margin{"margin", "裕度"};
inline const Text by{"by", "见证"};
inline const Text equal_forms{"both sides have one normal form", "两边的标准形相同"};
inline const Text exact{"exact", "精确"};
inline const Text room{"room", "余量"};
inline const Text at_least{"at least", "不小于"};

inline const Text level{"Level", "层"};
inline const Text levels_in_words{"The same as a list: each claim rests on claims above it",
                                  "以列表表示：每个命题只依赖其上各层的命题"};
inline const Text map_explained{
    "Each box is a claim; a line leads down from what a claim rests on. The symbol is the verdict "
    "on the claim itself; a dashed border says that something it rests on does not hold or was not "
    "run. Every box is a link.",
    "每个方框是一个命题，连线从它所依赖的命题向下引出。符号是对命题本身的判定；"
    "虚线边框表示它的前置命题中有不成立或未运行的。每个方框都是链接。"};
inline const Text drawing_of_map{"A drawing of the claims by level; the list below says the same.",
                                 "按层次画出的命题图；下面的列表内容相同。"};

inline const Text figure_data{"The numbers of this picture", "此图的数据"};
inline const Text every_nth{"Of longer curves a selection of points.", "较长的曲线只列出部分点。"};

inline const Text light_dark{"Light / dark", "浅色 / 深色"};
inline const Text print_all{"print the claims in full as well", "打印时一并打印各命题详述"};
inline const Text download{"Save report.json", "保存 report.json"};
inline const Text data_explained{
    "This page carries the result of the run, from which gancheck render makes every format again. "
    "Of checks with more than 20 cases it leaves out the enclosures case by case, which the "
    "report.json of gancheck verify has.",
    "本页内含此次运行的结果，可由 gancheck render 据此重新生成各种格式。情形多于 20 "
    "的检验，其逐个情形的包含区间从略，见 gancheck verify 的 report.json。"};
inline const Text needs_script{"Saving it needs a browser with scripts allowed.",
                               "须允许浏览器运行脚本，才能保存。"};
inline const Text language_name{"English", "中文"};

inline const Text word{"word", "术语"};
inline const Text pair_name{"pair", "名称"};
inline const Text data_law{"law of the data", "数据的分布"};
inline const Text generator_law{"law of the generator", "生成器的分布"};
inline const Text remark{"remark", "说明"};
inline const Text grids{"Besides, every pair on these grids of finite laws",
                        "此外还有有限分布网格上的全部分布对"};
inline const Text lemmas{"Lemmas that proofs rest on", "证明所用的引理"};
inline const Text trusted{"What has to be trusted", "须信任之处"};
inline const Text verdict_words{"Verdicts", "判定"};
inline const Text other_words{"Other words", "其他术语"};
inline const Text symbols{"Symbols", "符号"};

}  // namespace gancheck::page_words
