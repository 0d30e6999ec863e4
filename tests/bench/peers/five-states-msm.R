# The five-state model by sim.msm of the R package msm, costs computed from its paths.
# Rscript five-states-msm.R PERSONS prints CPU seconds, the mean months in every state and mean discounted cost as JSON.
if (!requireNamespace("msm", quietly = TRUE)) quit(status = 3)
persons <- as.integer(commandArgs(TRUE)[1])
set.seed(1)
horizon <- 60
q <- matrix(0, 5, 5)
q[1, 2] <- 0.08; q[1, 3] <- 0.03; q[2, 1] <- 0.02; q[2, 4] <- 0.05; q[3, 4] <- 0.07
q[3, 5] <- 0.03; q[4, 1] <- 0.04; q[4, 5] <- 0.03; q[5, 3] <- 0.06
diag(q) <- -rowSums(q)
monthly <- c(100, 250, 600, 0, 50)
delta <- log1p(0.03) / 12
begun <- sum(proc.time()[1:2])
starts <- sample(c(1, 2, 4), persons, replace = TRUE, prob = c(0.5, 0.3, 0.2))
months <- numeric(5)
cost <- 0
for (i in seq_len(persons)) {
  path <- msm::sim.msm(q, horizon, start = starts[i])
  last <- length(path$times)
  from <- path$times[-last]
  until <- pmin(path$times[-1], horizon)
  state <- path$states[-last]
  for (s in seq_along(state)) months[state[s]] <- months[state[s]] + until[s] - from[s]
  cost <- cost + sum(monthly[state] * (exp(-delta * from) - exp(-delta * until)) / delta)
}
seconds <- sum(proc.time()[1:2]) - begun
each <- paste(sprintf("%.10g", months / persons), collapse = ",")
cat(sprintf('{"seconds":%.4f,"months":[%s],"cost":%.10g}', seconds, each, cost / persons))
