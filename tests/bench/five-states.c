/*
 * The five-state model in plain C: the same Threefry draws, the same clocks, the same results (mean and variance of the
 * months in every state and of the costs, nominal and discounted; state probabilities by month), and the mean and
 * variance of all discounted costs together. Constants come from model.h, which c-program.js writes from the compiled
 * model.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "model.h"

#define VALUES (3 * STATES)

static uint32_t rotate(uint32_t x, int by) { return (x << by) | (x >> (32 - by)); }

/* Threefry2x32-20; see src/engine/threefry.ts. */
static void encrypt(uint32_t k0, uint32_t k1, uint32_t c0, uint32_t c1, uint32_t out[2]) {
  static const int rotations[8] = {13, 15, 26, 6, 17, 29, 16, 24};
  const uint32_t keys[3] = {k0, k1, 0x1bd11bda ^ k0 ^ k1};
  uint32_t x = c0 + k0, y = c1 + k1;
  for (int group = 0; group < 5; group++) {
    for (int round = 0; round < 4; round++) {
      x += y;
      y = rotate(y, rotations[(group & 1) * 4 + round]) ^ x;
    }
    x += keys[(group + 1) % 3];
    y += keys[(group + 2) % 3] + group + 1;
  }
  out[0] = x;
  out[1] = y;
}

static double uniform_at(const uint32_t key[2], uint32_t address, uint32_t purpose) {
  uint32_t words[2];
  encrypt(key[0], key[1], address, purpose, words);
  return ((double)words[0] * 1048576 + (words[1] >> 12) + 0.5) * 0x1p-52;
}

static double sum[VALUES], squares[VALUES], sum_total, squares_total;
static int64_t change[STATES][HORIZON + 2];

static void count_spell(double value[], int state, double entered, double left) {
  int first = (int)ceil(entered);
  int last = (int)fmin(ceil(left), HORIZON + 1);
  if (first < last) {
    change[state][first]++;
    change[state][last]--;
  }
  double end = fmin(left, HORIZON);
  if (end <= entered) return;
  value[state] += end - entered;
  if (amount[state] == 0) return;
  value[STATES + state] += amount[state] * (end - entered);
  value[2 * STATES + state] += amount[state] * (exp(-DELTA * entered) - exp(-DELTA * end)) / DELTA;
}

static long live(const uint32_t key[2]) {
  double budget[TRANSITIONS], value[VALUES] = {0};
  int drawn[TRANSITIONS] = {0};
  uint32_t occurrence[TRANSITIONS] = {0};
  int state = 0;
  double u = uniform_at(key, START_ADDRESS, 0);
  while (u > start_cumulative[state]) state++;
  state = start_state[state];
  double now = 0;
  long events = 0;
  for (;; events++) {
    int first = -1;
    double earliest = INFINITY;
    for (int k = out_start[state]; k < out_start[state + 1]; k++) {
      if (!drawn[k]) {
        budget[k] = -log(uniform_at(key, address[k], ++occurrence[k] << 1));
        drawn[k] = 1;
      }
      double next = now + fmax(0, budget[k]) / rate[k];
      if (next < earliest) {
        earliest = next;
        first = k;
      }
    }
    if (first < 0 || !(earliest < HORIZON)) break;
    count_spell(value, state, now, earliest);
    for (int k = out_start[state]; k < out_start[state + 1]; k++) budget[k] -= rate[k] * (earliest - now);
    drawn[first] = 0;
    now = earliest;
    state = to[first];
  }
  count_spell(value, state, now, HORIZON + 1);
  for (int v = 0; v < VALUES; v++) {
    sum[v] += value[v];
    squares[v] += value[v] * value[v];
  }
  double total = 0;
  for (int s = 0; s < STATES; s++) total += value[2 * STATES + s];
  sum_total += total;
  squares_total += total * total;
  return events;
}

int main(int argc, char **argv) {
  long persons = argc > 1 ? atol(argv[1]) : 1000000;
  long events = 0;
  clock_t begun = clock();
  for (long i = 0; i < persons; i++) {
    uint32_t key[2];
    encrypt(KEY0, KEY1, (uint32_t)i, 0, key);
    events += live(key);
  }
  double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
  printf("{\"seconds\":%.6f,\"events\":%ld,\"means\":[", seconds, events);
  for (int v = 0; v < VALUES; v++) printf("%s%.17g", v ? "," : "", sum[v] / persons);
  printf("],\"variances\":[");
  for (int v = 0; v < VALUES; v++)
    printf("%s%.17g", v ? "," : "", (squares[v] - sum[v] * sum[v] / persons) / (persons - 1));
  printf("],\"last\":[");
  for (int s = 0; s < STATES; s++) {
    int64_t present = 0;
    for (int m = 0; m <= HORIZON; m++) present += change[s][m];
    printf("%s%.17g", s ? "," : "", (double)present / persons);
  }
  printf("],\"total\":{\"mean\":%.17g,\"variance\":%.17g}}\n", sum_total / persons,
         (squares_total - sum_total * sum_total / persons) / (persons - 1));
  return 0;
}
