# Prints reference_unpaired.inc: Rscript reference_unpaired.R > reference_unpaired.inc
# R 4.2.2 with coin 1.4-2. Nothing here is shared with the program.
suppressPackageStartupMessages(library(coin))
number <- function(x) sprintf("%.17g", x)
list_of <- function(x) paste0("{", paste(x, collapse = ", "), "}")
expanded <- function(counts) rep(seq_along(counts), counts)

cat("// Made by reference_unpaired.R with R and coin; see there.\n")
cat("struct FisherReference { int x1, n1, x2, n2; double p; };\n")
cat("const std::vector<FisherReference> kFisherReference = {\n")
for (v in list(c(0, 1, 0, 1), c(1, 1, 0, 1), c(0, 5, 5, 5), c(3, 3, 0, 4), c(5, 10, 5, 10), c(15, 34, 24, 33), c(12, 34, 21, 33),
               c(0, 34, 6, 33), c(7, 7, 9, 9), c(2, 11, 23, 67), c(20, 78, 31, 75), c(40, 200, 61, 190), c(1, 200, 199, 200),
               c(300, 1000, 351, 990)))
    cat("    {", paste(v, collapse = ", "), ", ",
        number(fisher.test(matrix(c(v[1], v[2] - v[1], v[3], v[4] - v[3]), 2))$p.value), "},\n", sep = "")
cat("};\n")

cat("struct HolmReference { std::vector<double> p, adjusted; };\n")
cat("const std::vector<HolmReference> kHolmReference = {\n")
for (p in list(0.03, c(1, 1, 1), c(0.04, 0.01, 0.03, 0.02), c(0.01, 0.01, 0.01), c(0.2, 0.9, 0.05, 0.05, 0.6, 0.001),
               c(1e-12, 0.5, 1e-12), c(0.0033268928527832031, 0.0266, 0.026)))
    cat("    {", list_of(number(p)), ", ", list_of(number(p.adjust(p, "holm"))), "},\n", sep = "")
cat("};\n")

# A questionnaire of eight resources, each "1 of 3" and a box of its own, 34 people before and 33 after. The numbers of people are
# those of the published example; how they answered was never printed, so the counts are invented.
before <- list(c(20, 12, 2), c(15, 16, 3), c(4, 18, 12), c(3, 14, 17), c(12, 17, 5), c(8, 16, 10), c(6, 20, 8), c(0, 9, 25))
after <- list(c(24, 9, 0), c(19, 13, 1), c(11, 20, 2), c(12, 17, 4), c(15, 17, 1), c(10, 19, 4), c(7, 22, 4), c(9, 15, 9))
ticks <- list(c(3, 5), c(2, 6), c(7, 9), c(8, 14), c(0, 0), c(5, 7), c(9, 8), c(6, 17))
cat("struct ResourceReference { std::vector<int> before, after; int tickedBefore, tickedAfter; double rankSum, fisher, low, high, tickFisher; };\n")
cat("const std::vector<ResourceReference> kResourceReference = {\n")
newcombe <- function(x1, n1, x2, n2) {
    w1 <- suppressWarnings(prop.test(x1, n1, correct = FALSE)$conf.int)
    w2 <- suppressWarnings(prop.test(x2, n2, correct = FALSE)$conf.int)
    p <- x1 / n1; q <- x2 / n2
    c(q - p - sqrt((q - w2[1])^2 + (w1[2] - p)^2), q - p + sqrt((w2[2] - q)^2 + (p - w1[1])^2))
}
for (i in 1:8) {
    b <- before[[i]]; a <- after[[i]]; t <- ticks[[i]]
    stopifnot(sum(b) == 34, sum(a) == 33)
    data <- data.frame(x = c(expanded(b), expanded(a)), g = factor(rep(c("b", "a"), c(34, 33))))
    rank_sum <- as.numeric(pvalue(wilcox_test(x ~ g, data, distribution = exact(algorithm = "shift"))))
    fisher <- fisher.test(matrix(c(b[1], 34 - b[1], a[1], 33 - a[1]), 2))$p.value
    tick <- fisher.test(matrix(c(t[1], 34 - t[1], t[2], 33 - t[2]), 2))$p.value
    cat("    {", list_of(b), ", ", list_of(a), ", ", t[1], ", ", t[2], ", ", number(rank_sum), ", ", number(fisher), ", ",
        paste(number(newcombe(b[1], 34, a[1], 33)), collapse = ", "), ", ", number(tick), "},\n", sep = "")
}
cat("};\n")
