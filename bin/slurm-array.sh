#!/usr/bin/env bash
#
# One run of doorstroom, divided over the tasks of a Slurm job array: each task simulates one part (a shard), and
# slurm-merge.sh puts them together. The results are those of the undivided run, to the byte.
#
#   job=$(sbatch --parsable --array=1-40 bin/slurm-array.sh scenarios/leiden.yaml --draws 1000 --out results/leiden)
#   sbatch --dependency=afterok:$job bin/slurm-merge.sh results/leiden
#
# Submit from the folder in which you built doorstroom (npm ci && npm run build), or set DOORSTROOM_HOME to that folder.
# Everything after the script's name goes to `doorstroom run`. Give every run its own --out.
#
# Node.js must be there on the compute nodes: load it before you submit (module avail nodejs), tasks inherit it.
#
# Time and memory: the lines below are a start; options of sbatch go before them: sbatch --time=04:00:00 --array=...
# Time one part first (--array=1-1 with DOORSTROOM_SHARDS=40). A task needs about 0.2 GB a core.
# A task has one core here. On Snellius the smallest allocation is an eighth of a node, so use all of it:
#   sbatch --partition=rome --cpus-per-task=16 --array=1-8 bin/slurm-array.sh ...
# and tasks of at most an hour usually start sooner there.
#
# A task that comes near its time limit keeps what it has done in a checkpoint, puts itself back in the queue and goes
# on from there. When a node fails, Slurm does the same. If tasks failed (sacct -j JOB), submit the same command again:
# parts that are finished are skipped. To submit some tasks only, say of how many parts the run consists (numbered from 1):
#   DOORSTROOM_SHARDS=40 sbatch --array=3,17 bin/slurm-array.sh scenarios/leiden.yaml --draws 1000 --out results/leiden
#
# Without Slurm, on one machine with GNU parallel:
#   parallel node bin/doorstroom.js run scenarios/leiden.yaml --draws 1000 --workers 1 --out results/leiden \
#     --resume --shard {}/8 ::: 1 2 3 4 5 6 7 8 && node bin/doorstroom.js merge results/leiden
#
#SBATCH --job-name=doorstroom
#SBATCH --nodes=1
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem-per-cpu=1750M
#SBATCH --time=01:00:00
#SBATCH --signal=B:USR1@120
#SBATCH --requeue
#SBATCH --open-mode=append

set -euo pipefail

# Times a task may put itself back in the queue: one that gets nowhere must not do so for ever.
readonly MOST_RESTARTS=20

fail() {
  printf 'slurm-array.sh: %s\n' "$1" >&2
  exit 2
}

[ -n "${SLURM_ARRAY_TASK_ID:-}" ] ||
  fail 'is a job script of a Slurm job array; submit it with sbatch --array=1-N (the comments in it tell more)'

# Which part this task has. Arrays may begin at any number and go up by any step.
if [ -n "${DOORSTROOM_SHARDS:-}" ]; then
  count=$DOORSTROOM_SHARDS
  index=$SLURM_ARRAY_TASK_ID
  case $count in
    *[!0-9]*) fail "DOORSTROOM_SHARDS=$count: expected a whole number, how many parts the run consists of" ;;
  esac
  if [ "$index" -lt 1 ] || [ "$index" -gt "$count" ]; then
    fail "task $index is none of the parts 1 to $count (DOORSTROOM_SHARDS)"
  fi
else
  count=$SLURM_ARRAY_TASK_COUNT
  step=${SLURM_ARRAY_TASK_STEP:-1}
  index=$(((SLURM_ARRAY_TASK_ID - SLURM_ARRAY_TASK_MIN) / step + 1))
  if [ $((SLURM_ARRAY_TASK_MIN + (count - 1) * step)) -ne "$SLURM_ARRAY_TASK_MAX" ] ||
    { [ "$SLURM_ARRAY_TASK_MIN" -gt 1 ] && [ "$count" -eq 1 ]; }; then
    fail 'these are some tasks of an array: set DOORSTROOM_SHARDS to the number of parts the whole run consists of'
  fi
fi

program=${DOORSTROOM_HOME:-$SLURM_SUBMIT_DIR}/bin/doorstroom.js
[ -f "$program" ] || fail "$program is not there; submit from the folder of doorstroom, or set DOORSTROOM_HOME to it"
command -v node >/dev/null || fail 'there is no node on this machine; load its module before you submit (module avail nodejs)'

# Ends the run, which then keeps its checkpoint. The run is in the background, so that bash hears signals at once.
run=
near_limit=no
stop() {
  heard=yes
  [ -z "$run" ] || kill -TERM "$run" 2>/dev/null || true
}
trap 'near_limit=yes; stop' USR1
trap stop TERM INT

node "$program" run "$@" --workers "${SLURM_CPUS_PER_TASK:-1}" --resume --shard "$index/$count" &
run=$!
[ "$near_limit" = no ] || stop
# A trapped signal ends the wait with a status of its own, also when the run ends at that moment: then the run's is asked for
# again.
heard=yes
while [ "$heard" = yes ]; do
  heard=no
  status=0
  wait "$run" || status=$?
done

# 130: ended between two units; 143: before the first; -1: bash has lost the status of a run that ended as the signal came
# (seen in 5.2). Back in the queue a part that was finished is seen to be.
if [ "$near_limit" = yes ] && { [ "$status" -eq 130 ] || [ "$status" -eq 143 ] || [ "$status" -eq -1 ]; }; then
  [ "${SLURM_RESTART_COUNT:-0}" -lt "$MOST_RESTARTS" ] ||
    fail "the time limit came $MOST_RESTARTS times before this part was done; ask for more time (--time) or divide into more parts"
  printf 'near the time limit: part %s of %s goes back in the queue and goes on later\n' "$index" "$count" >&2
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}"
  # Slurm ends this script when it puts the task back.
  sleep 60
fi
exit "$status"
