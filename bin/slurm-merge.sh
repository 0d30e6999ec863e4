#!/usr/bin/env bash
#
# Puts the parts that the tasks of slurm-array.sh left in a folder together: the result folders of the whole run.
#
#   sbatch --dependency=afterok:JOB bin/slurm-merge.sh results/leiden [options of doorstroom merge]
#
# Submit from the folder in which you built doorstroom, or set DOORSTROOM_HOME to that folder. All parts are in memory
# at once: ask for more (sbatch --mem=16G ...) when their files together are more than a gigabyte or two.
#
#SBATCH --job-name=doorstroom-merge
#SBATCH --nodes=1
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=4G
#SBATCH --time=00:30:00
#SBATCH --kill-on-invalid-dep=yes

set -euo pipefail

fail() {
  printf 'slurm-merge.sh: %s\n' "$1" >&2
  exit 2
}

program=${DOORSTROOM_HOME:-${SLURM_SUBMIT_DIR:-.}}/bin/doorstroom.js
[ -f "$program" ] || fail "$program is not there; submit from the folder of doorstroom, or set DOORSTROOM_HOME to it"
command -v node >/dev/null || fail 'there is no node on this machine; load its module before you submit (module avail nodejs)'

exec node "$program" merge --resume "$@"
