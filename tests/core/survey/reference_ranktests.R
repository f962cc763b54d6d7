# Prints reference_ranktests.inc: Rscript reference_ranktests.R > reference_ranktests.inc
# R 4.2.2 with coin 1.4-2 (T. Hothorn, K. Hornik, M. van de Wiel, A. Zeileis, "Implementing a class of permutation tests: the coin
# package", Journal of Statistical Software 28 (2008)). Nothing here is shared with the program.
suppressPackageStartupMessages(library(coin))
options(digits = 17)
set.seed(20260401)

number <- function(x) sprintf("%.17g", x)
list_of <- function(x) paste0("{", paste(x, collapse = ", "), "}")

pratt <- function(d) {
    if (all(d == 0)) return(1)
    zero <- rep(0L, length(d))
    as.numeric(pvalue(wilcoxsign_test(d ~ zero, zero.method = "Pratt",
        distribution = if (length(d) <= 200) exact(algorithm = "shift") else "asymptotic")))
}
ranks <- function(d) {
    r <- rank(abs(d))
    c(sum(r[d > 0]), sum(r[d < 0]))
}
differences <- list(
    c(1), c(-1), c(0), c(0, 0, 0, 0, 0), c(1, 1, 1, 1, 1, 1), c(-1, -1, -1), rep(c(1, -1), 10), rep(2, 40), c(1, 2, 3, 4, -1),
    c(1, 2, 3, 4, 5, 6, 7, 8), c(0, 1, 1, 2, -1, 3, 0, 0, -2, 1),
    c(rep(1, 24), rep(0, 36), rep(-1, 7)), # trial 1, Ⅱ-2, if every change were one step
    c(rep(1, 9), rep(0, 40), rep(-1, 17)))
for (n in c(2, 3, 5, 8, 13, 20, 20, 30, 30, 45, 66, 67, 80, 120, 200, 200, 240, 500))
    differences <- c(differences, list(sample(-4:4, n, replace = TRUE, prob = c(1, 2, 5, 12, 30, 18, 8, 3, 1))))
cat("// Made by reference_ranktests.R with R and coin; see there.\n")
cat("struct PrattReference { std::vector<int> differences; double up, down, p; };\n")
cat("const std::vector<PrattReference> kPrattReference = {\n")
for (d in differences)
    cat("    {", list_of(d), ", ", number(ranks(d)[1]), ", ", number(ranks(d)[2]), ", ", number(pratt(d)), "},\n", sep = "")
cat("};\n")

cat("struct McNemarReference { int gained, lost; double p; };\n")
cat("const std::vector<McNemarReference> kMcNemarReference = {\n")
for (pair in list(c(0, 1), c(3, 0), c(5, 5), c(12, 3), c(24, 7), c(100, 80), c(1, 199)))
    cat("    {", pair[1], ", ", pair[2], ", ", number(binom.test(pair[1], sum(pair))$p.value), "},\n", sep = "")
cat("};\n")

# Counts by option, best first. A lower option is a better answer.
expanded <- function(counts) rep(seq_along(counts), counts)
rank_sum <- function(b, a) {
    data <- data.frame(x = c(expanded(b), expanded(a)), g = factor(rep(c("b", "a"), c(sum(b), sum(a)))))
    if (length(unique(data$x)) == 1) return(1)
    if (nrow(data) <= 120)
        as.numeric(pvalue(wilcox_test(x ~ g, data, distribution = exact(algorithm = "shift"))))
    else
        suppressWarnings(wilcox.test(x ~ g, data, exact = FALSE, correct = FALSE)$p.value)
}
superiority <- function(b, a) {
    x <- outer(expanded(a), expanded(b), function(p, q) (p < q) + (p == q) / 2)
    mean(x)
}
samples <- list(list(c(1, 0), c(0, 1)), list(c(1, 0), c(1, 0)), list(c(3, 2, 1), c(1, 2, 3)), list(c(0, 0, 5), c(5, 0, 0)),
    list(c(10, 14, 10), c(16, 12, 5)), # 34 before, 33 after
    list(c(5, 20, 30, 23, 0), c(12, 25, 24, 13, 1)), list(c(40, 30, 20, 10), c(50, 30, 15, 5)),
    list(c(400, 300, 200, 100), c(450, 300, 150, 80)), list(c(60, 60, 60), c(90, 60, 30)))
for (n in c(6, 12, 25, 40, 90))
    samples <- c(samples, list(list(as.vector(rmultinom(1, n, c(2, 4, 3, 1))), as.vector(rmultinom(1, n + 3, c(3, 4, 2, 1))))))
cat("struct RankSumReference { std::vector<int> before, after; double superiority, p; };\n")
cat("const std::vector<RankSumReference> kRankSumReference = {\n")
for (s in samples)
    cat("    {", list_of(s[[1]]), ", ", list_of(s[[2]]), ", ", number(superiority(s[[1]], s[[2]])), ", ",
        number(rank_sum(s[[1]], s[[2]])), "},\n", sep = "")
cat("};\n")

# Newcombe's method 10 from R's own Wilson intervals.
newcombe <- function(x1, n1, x2, n2) {
    w1 <- prop.test(x1, n1, correct = FALSE)$conf.int
    w2 <- prop.test(x2, n2, correct = FALSE)$conf.int
    p <- x1 / n1; q <- x2 / n2
    c(q - p - sqrt((q - w2[1])^2 + (w1[2] - p)^2), q - p + sqrt((w2[2] - q)^2 + (p - w1[1])^2))
}
cat("struct NewcombeReference { int x1, n1, x2, n2; double low, high; };\n")
cat("const std::vector<NewcombeReference> kNewcombeReference = {\n")
for (v in list(c(15, 34, 24, 33), c(0, 10, 10, 10), c(5, 5, 5, 5), c(56, 70, 48, 80), c(9, 10, 3, 10), c(1, 200, 199, 200)))
    cat("    {", paste(v, collapse = ", "), ", ", paste(number(suppressWarnings(newcombe(v[1], v[2], v[3], v[4]))), collapse = ", "),
        "},\n", sep = "")
cat("};\n")
