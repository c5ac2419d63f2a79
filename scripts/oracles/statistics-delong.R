# Writes fixtures/oracles/statistics-delong.json: areas under ROC curves and their differences, by pROC's own code.
#
# From the repository's root, with R and its packages pROC and jsonlite (Debian: r-cran-proc, r-cran-jsonlite):
#
#     Rscript scripts/oracles/statistics-delong.R

suppressPackageStartupMessages({
  library(pROC)
  library(jsonlite)
})
set.seed(20261128)

curve <- function(labels, scores) roc(labels, scores, levels = c(0, 1), direction = "<", quiet = TRUE)

draw <- function(size, share, digits) {
  labels <- as.integer(runif(size) < share)
  labels[1:2] <- 1L
  labels[(size - 1):size] <- 0L
  candidate <- round(rnorm(size, labels * 0.9), digits)
  list(labels = labels, candidate = candidate, baseline = round(candidate * 0.6 + rnorm(size, labels * 0.2, 0.8), digits))
}

shapes <- list(c(6, 0.5), c(10, 0.3), c(25, 0.5), c(40, 0.1), c(60, 0.9), c(100, 0.5), c(200, 0.2), c(400, 0.02))
# Whole scores tie nearly all, one digit ties some, nine digits none.
drawn <- unlist(lapply(c(0, 1, 9), function(digits) lapply(shapes, function(s) draw(s[1], s[2], digits))), recursive = FALSE)
labels <- c(1, 1, 1, 1, 0, 0, 0, 0)
one <- c(4, 3, 2, 0.5, 1, 0, -1, -2)
data(aSAH)
died <- as.integer(aSAH$outcome == "Poor")
extremes <- list(
  list(labels = died, candidate = aSAH$s100b, baseline = aSAH$ndka),
  list(labels = died, candidate = as.numeric(aSAH$wfns), baseline = aSAH$s100b),
  list(labels = labels, candidate = -one, baseline = one),
  list(labels = labels, candidate = one * 1e-9, baseline = rep(0, 8)),
  list(labels = labels, candidate = one * 1e300, baseline = c(1, 1, 0, 0, 1, 0, 0, 0))
)

paired <- lapply(c(drawn, extremes), function(x) {
  first <- curve(x$labels, x$candidate)
  second <- curve(x$labels, x$baseline)
  test <- roc.test(first, second, method = "delong", paired = TRUE)
  c(x, list(
    auc = c(as.numeric(auc(first)), as.numeric(auc(second))),
    variance = c(var(first, method = "delong"), var(second, method = "delong")),
    covariance = cov(first, second, method = "delong"),
    statistic = unname(test$statistic), p = test$p.value
  ))
})

unpaired <- lapply(seq_along(drawn), function(at) {
  x <- drawn[[at]]
  y <- drawn[[(at * 7) %% length(drawn) + 1]]
  test <- roc.test(curve(x$labels, x$candidate), curve(y$labels, y$baseline), method = "delong", paired = FALSE)
  list(
    a = list(labels = x$labels, scores = x$candidate), b = list(labels = y$labels, scores = y$baseline),
    statistic = unname(test$statistic), degrees = unname(test$parameter), p = test$p.value
  )
})

write <- function(cases) paste0("[\n", paste(vapply(cases, toJSON, "", auto_unbox = TRUE, digits = NA), collapse = ",\n"), "\n]")
header <- list(
  tool = paste("pROC", packageVersion("pROC")), version = as.character(packageVersion("pROC")),
  command = "Rscript scripts/oracles/statistics-delong.R"
)
head <- sub("}$", "", toJSON(header, auto_unbox = TRUE))
text <- paste0(head, ',"cases":{"paired":', write(paired), ',"unpaired":', write(unpaired), "}}")
writeLines(text, "fixtures/oracles/statistics-delong.json")
cat("paired", length(paired), "unpaired", length(unpaired), "\n")
