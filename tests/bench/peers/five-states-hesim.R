# The five-state model in the R package hesim (simulation in C++), with its own costs.
# Rscript five-states-hesim.R PERSONS prints CPU seconds of simulating lives and costs (not of setting the model up), the mean
# months in every state and mean discounted cost as JSON.
if (!requireNamespace("hesim", quietly = TRUE)) quit(status = 3)
suppressPackageStartupMessages({
  library(hesim)
  library(data.table)
})
persons <- as.integer(commandArgs(TRUE)[1])
set.seed(1)
horizon <- 60
rate <- c(0.08, 0.03, 0.02, 0.05, 0.07, 0.03, 0.04, 0.03, 0.06)
# hesim wants a state in which everybody would die; nobody comes to the sixth.
transitions <- matrix(NA, 6, 6)
transitions[cbind(c(1, 1, 2, 2, 3, 3, 4, 4, 5), c(2, 3, 1, 4, 4, 5, 1, 5, 3))] <- seq_along(rate)
monthly <- c(100, 250, 600, 0, 50)
delta <- log1p(0.03) / 12
data <- hesim_data(
  strategies = data.table(strategy_id = 1),
  patients = data.table(patient_id = seq_len(persons)),
  states = data.table(state_id = 1:5, state_name = letters[1:5])
)
input <- expand(data, by = c("strategies", "patients"))
input[, intercept := 1]
hazards <- do.call(params_surv_list, lapply(rate, function(each) {
  params_surv(coefs = list(rate = data.frame(intercept = log(each))), dist = "exp")
}))
starts <- sample(c(1, 2, 4), persons, replace = TRUE, prob = c(0.5, 0.3, 0.2))
lives <- create_IndivCtstmTrans(hazards, input, trans_mat = transitions, start_state = starts, clock = "reset")
values <- stateval_tbl(data.table(state_id = 1:5, est = monthly), dist = "fixed")
costs <- create_StateVals(values, n = 1, hesim_data = data)
model <- IndivCtstm$new(trans_model = lives, cost_models = list(all = costs))
begun <- sum(proc.time()[1:2])
model$sim_disease(max_t = horizon, max_age = Inf)
model$sim_costs(dr = delta)
seconds <- sum(proc.time()[1:2]) - begun
spells <- model$disprog_
months <- sapply(1:5, function(state) spells[from == state, sum(pmin(time_stop, horizon) - time_start)])
cost <- model$costs_[, sum(costs)]
each <- paste(sprintf("%.10g", months / persons), collapse = ",")
cat(sprintf('{"seconds":%.4f,"months":[%s],"cost":%.10g}', seconds, each, cost))
