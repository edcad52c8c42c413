"""Measures for how many steps the engine prints NumPy's digits, and for how many NumPy prints its own.

    pip install numpy==2.4.6
    cargo build --release --example tutorial
    python scripts/agreement.py > docs/agreement.txt

Trains the tutorial's two classifiers from many seeds, three times each: by the script in NumPy (the loops of
scripts/reference.py), by the same script with the same points in another order, and by the engine (the command-line
twin). Another order changes no loss but by rounding; training multiplies rounding, and so do all digits change in the
end. What is compared is the loss as the script prints it, six decimals, and not only where the script prints: at every step.
"""

import os
import platform
import subprocess
import sys
from multiprocessing import Pool
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from reference import draw, train_linear, train_network

SEEDS = range(100)
TWIN = Path(__file__).parent.parent / "target" / "release" / "examples" / "tutorial"
LINEAR, NETWORK = ("linear", train_linear, 1_000), ("network", train_network, 10_000)
MARKS = [100, 200, 500, 1000, 1500, 2000, 3000, 5000, 10_000]


def by_numpy(train, X, y, parameters, steps):
    """The loss at each of the script's iterations, and the accuracy after the last."""
    losses, accuracies = [], []

    def read(_, loss, accuracy, __):
        losses.append(loss)
        accuracies.append(accuracy)

    train(X, y, parameters, 1.0, 0.001, steps, read)
    return np.array(losses[:steps]), accuracies[-1]


def by_engine(name, seed, steps):
    options = ["--classifier", name, "--seed", str(seed), "--iterations", str(steps), "--every", "1", "--digits", "17"]
    *lines, accuracy = subprocess.run([TWIN, *options], check=True, capture_output=True, text=True).stdout.splitlines()
    return np.array([float(line.split()[-1]) for line in lines]), float(accuracy.split()[-1])


def compare(ours, theirs):
    """The first step whose printed losses differ, the first that the script prints, the greatest difference so far."""
    (ours, accuracy), (theirs, other) = ours, theirs
    differ = [step for step, pair in enumerate(zip(ours, theirs)) if "%f" % pair[0] != "%f" % pair[1]]
    so_far = np.maximum.accumulate(np.abs(ours - theirs))
    every = len(ours) // 10
    return {
        "first": next(iter(differ), None),
        "printed": next((step for step in differ if step % every == 0), None),
        "so_far": [so_far[mark - 1] for mark in MARKS if mark <= len(ours)],
        "accuracy": "%.2f" % accuracy == "%.2f" % other,
    }


def measure(seed):
    X, y, linear, network = draw(seed, 100, 3, 0.2, 100)
    order = np.random.RandomState(seed).permutation(len(y))
    rows = []
    for (name, train, steps), parameters in [(LINEAR, linear), (NETWORK, network)]:
        numpys = by_numpy(train, X, y, parameters, steps)
        reordered = by_numpy(train, X[order], y[order], parameters, steps)
        rows.append([compare(by_engine(name, seed, steps), numpys), compare(reordered, numpys)])
    return rows


def quantiles(steps, last):
    """The step before which no seed, a tenth, a quarter, half, nine tenths of them differ; `last` stands for never."""
    ranked = sorted(last if step is None else step for step in steps)
    places = [ranked[int(part * (len(ranked) - 1))] for part in (0, 0.1, 0.25, 0.5, 0.9)]
    return "".join(f"{'never' if step == last else step:>9}" for step in places)


def report(name, steps, rows):
    sides = [("engine and NumPy", [row[0] for row in rows]), ("NumPy in another order", [row[1] for row in rows])]
    print(f"\n{name}: {steps} iterations, the tutorial's settings but for the seed")
    print(f"First step whose loss differs in %f\n{'':34}" + "".join(f"{head:>9}" for head in ["least", "10 %", "25 %", "half", "90 %"]))
    for who, found in sides:
        print(f"  {who:<32}{quantiles([one['first'] for one in found], steps)}")
    printed = range(0, steps, steps // 10)
    print(f"Seeds of {len(rows)} whose printed losses are the same up to iteration\n{'':34}" + "".join(f"{step:>6}" for step in printed))
    for who, found in sides:
        same = [sum(one["printed"] is None or one["printed"] > step for one in found) for step in printed]
        print(f"  {who:<32}" + "".join(f"{count:>6}" for count in same))
    marks = [mark for mark in MARKS if mark <= steps]
    print(f"Greatest difference before step\n{'':34}" + "".join(f"{mark:>8}" for mark in marks))
    for who, found in sides:
        so_far = np.array([one["so_far"] for one in found])
        for what, numbers in [("any seed", so_far.max(axis=0)), ("half", np.median(so_far, axis=0))]:
            print(f"  {who:<24}{what:<8}" + "".join(f"{number:8.0e}" for number in numbers))
    print("Seeds whose last line, the accuracy, is the same")
    for who, found in sides:
        print(f"  {who:<32}{sum(one['accuracy'] for one in found):>6}")
    earliest = sorted((one["first"], seed) for seed, one in zip(SEEDS, sides[0][1]) if one["first"] is not None)[:5]
    print("The earliest, engine and NumPy: " + (", ".join(f"seed {seed} at {step}" for step, seed in earliest) or "none"))


if __name__ == "__main__":
    with Pool() as pool:
        measured = list(pool.imap(measure, SEEDS))
    print("How long the engine prints the script's digits: scripts/agreement.py")
    print(f"Seeds {SEEDS[0]} to {SEEDS[-1]}; NumPy {np.__version__}, Python {platform.python_version()}, {platform.machine()}, {sys.platform}")
    report("linear classifier", LINEAR[2], [row[0] for row in measured])
    report("network", NETWORK[2], [row[1] for row in measured])
