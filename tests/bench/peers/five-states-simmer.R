# The five-state model in the R package simmer, costs computed as the clock runs.
# Rscript five-states-simmer.R PERSONS prints CPU seconds, the mean months in every state and mean discounted cost as JSON.
if (!requireNamespace("simmer", quietly = TRUE)) quit(status = 3)
suppressPackageStartupMessages(library(simmer))
persons <- as.integer(commandArgs(TRUE)[1])
set.seed(1)
horizon <- 60
to <- list(c(2, 3), c(1, 4), c(4, 5), c(1, 5), 3)
rate <- list(c(0.08, 0.03), c(0.02, 0.05), c(0.07, 0.03), c(0.04, 0.03), 0.06)
monthly <- c(100, 250, 600, 0, 50)
delta <- log1p(0.03) / 12
begun <- sum(proc.time()[1:2])
months <- numeric(5)
cost <- 0
env <- simmer()
state <- function() get_attribute(env, "state")
life <- trajectory() |>
  set_attribute("state", function() sample(c(1, 2, 4), 1, prob = c(0.5, 0.3, 0.2))) |>
  timeout(function() {
    s <- state()
    from <- now(env)
    stay <- min(rexp(1, sum(rate[[s]])), horizon - from)
    months[s] <<- months[s] + stay
    cost <<- cost + monthly[s] * (exp(-delta * from) - exp(-delta * (from + stay))) / delta
    stay
  }, tag = "stay") |>
  set_attribute("state", function() {
    s <- state()
    to[[s]][sample.int(length(to[[s]]), 1, prob = rate[[s]])]
  }) |>
  rollback("stay", check = function() now(env) < horizon)
env <- add_generator(env, "person", life, at(rep(0, persons)), mon = 0)
invisible(run(env))
seconds <- sum(proc.time()[1:2]) - begun
each <- paste(sprintf("%.10g", months / persons), collapse = ",")
cat(sprintf('{"seconds":%.4f,"months":[%s],"cost":%.10g}', seconds, each, cost / persons))
