"""The five-state model in SimPy: one process a person, costs computed as the clock runs.

python3 five-states-simpy.py PERSONS prints CPU seconds, the mean months in every state and mean discounted cost as JSON.
"""

import json
import math
import random
import sys
import time

try:
    import simpy
except ImportError:
    sys.exit(3)

HORIZON = 60
OUT = [[(1, 0.08), (2, 0.03)], [(0, 0.02), (3, 0.05)], [(3, 0.07), (4, 0.03)], [(0, 0.04), (4, 0.03)], [(2, 0.06)]]
MONTHLY = [100, 250, 600, 0, 50]
DELTA = math.log1p(0.03) / 12

months = [0.0] * 5
cost = 0.0


def person(env, draws):
    global cost
    state = draws.choices([0, 1, 3], [0.5, 0.3, 0.2])[0]
    while env.now < HORIZON:
        start = env.now
        to, stay = min(((to, draws.expovariate(rate)) for to, rate in OUT[state]), key=lambda way: way[1])
        stay = min(stay, HORIZON - start)
        yield env.timeout(stay)
        months[state] += stay
        cost += MONTHLY[state] * (math.exp(-DELTA * start) - math.exp(-DELTA * (start + stay))) / DELTA
        state = to


persons = int(sys.argv[1])
begun = time.process_time()
draws = random.Random(1)
for _ in range(persons):
    env = simpy.Environment()
    env.process(person(env, draws))
    env.run()
seconds = time.process_time() - begun
print(json.dumps({"seconds": seconds, "months": [each / persons for each in months], "cost": cost / persons}))
