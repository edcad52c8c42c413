"""Asks NumPy and scikit-learn for the other sets of points, and writes them to crate/tests/golden/sets.json.

    pip install numpy==2.4.6 scikit-learn==1.9.1
    OPENBLAS_NUM_THREADS=1 python scripts/reference_sets.py

The classifiers are those of reference.py. What is new is how the points are drawn, how some get a wrong label or are held out,
and the loss on those. A hundred iterations are few enough for losses to agree to 1e-9 (see reference.py).
"""

import numpy as np
from sklearn.datasets import load_iris, make_blobs, make_circles, make_moons

from reference import some, train_linear, train_network, write

USUAL = {
    "seed": 0, "data": "spiral", "points": 100, "classes": 3, "noise": 0.2, "turn": 1.0, "gap": 4.0, "wrong": 0.0,
    "test": 0.0, "shift": 0.0, "hidden": 100, "rate": 1.0, "reg": 0.001,
}  # fmt: skip

# Settings that are not the usual ones.
SETS = [
    {"data": data, "seed": seed, "points": points, "noise": noise}
    for data in ["moons", "circles", "xor"]
    for seed, points, noise in [(0, 2, 0.2), (0, 100, 0.1), (7, 3, 0.0), (2**32 - 1, 1000, 1.0), (42, 33, 0.05)]
] + [
    {"data": "blobs", "seed": seed, "points": points, "classes": classes, "noise": noise}
    for seed, points, classes, noise in [
        (0, 100, 3, 0.2), (1, 2, 2, 0.0), (20_260_101, 1000, 6, 0.1), (2**31, 17, 5, 1.0), (5, 9, 4, 0.3),
    ]
] + [
    {"data": "iris"},
    {"data": "iris", "seed": 3, "wrong": 0.3, "test": 0.4},
    {"gap": 0.0}, {"gap": 6.3, "seed": 9, "classes": 6, "points": 8}, {"gap": "even", "seed": 4, "points": 50},
    {"gap": "even", "classes": 5, "turn": 2.5, "noise": 0.05, "points": 20}, {"gap": 1.7, "turn": 0.25, "seed": 11, "points": 5},
    {"wrong": 0.2}, {"wrong": 0.5, "classes": 6, "points": 12, "seed": 2}, {"wrong": 0.01, "points": 1000, "classes": 2},
    {"test": 0.5}, {"test": 0.8, "points": 7, "seed": 8}, {"test": 0.25, "wrong": 0.1, "seed": 6, "points": 60},
    {"shift": 3.0}, {"shift": -10.0, "data": "moons", "points": 20}, {"shift": 0.5, "wrong": 0.2, "test": 0.3, "data": "blobs"},
    {"data": "moons", "test": 0.3, "wrong": 0.15, "seed": 12}, {"data": "xor", "test": 0.6, "seed": 13, "hidden": 8},
    {"data": "circles", "test": 0.2, "points": 40, "hidden": 5},
]  # fmt: skip
ITERATIONS = [0, 1, 10, 100]


def points_of(s, stream):
    """The points and their classes, before any label is made wrong."""
    points, classes, noise = s["points"], s["classes"], s["noise"]
    match s["data"]:
        case "spiral":
            gap = 2 * np.pi / classes if s["gap"] == "even" else s["gap"]
            X, y = np.zeros((points * classes, 2)), np.zeros(points * classes, dtype=int)
            for j in range(classes):
                ix = range(points * j, points * (j + 1))
                r = np.linspace(0.0, 1, points)
                t = np.linspace(gap * j, gap * j + 4, points) + stream.randn(points) * noise
                X[ix] = np.c_[r * np.sin(t * s["turn"]), r * np.cos(t * s["turn"])]
                y[ix] = j
            return X, y
        case "moons":
            return make_moons(n_samples=2 * points, noise=noise, random_state=stream)
        case "circles":
            return make_circles(n_samples=2 * points, noise=noise, factor=0.5, random_state=stream)
        case "blobs":
            box = (-1, 1)
            return make_blobs(
                n_samples=classes * points, centers=classes, cluster_std=noise, center_box=box, random_state=stream
            )
        case "xor":
            X = stream.uniform(-1, 1, (2 * points, 2))
            y = (X[:, 0] * X[:, 1] < 0).astype(int)
            return X + noise * stream.randn(2 * points, 2), y
        case "iris":
            iris = load_iris()
            X = iris.data[:, 2:]
            return (X - X.mean(axis=0)) / X.std(axis=0), iris.target


def draw(s):
    """Everything in the order of the stream: points, wrong labels, first weights, held-out points."""
    stream = np.random.RandomState(s["seed"])
    X, truth = points_of(s, stream)
    n, K, h = len(truth), int(truth.max()) + 1, s["hidden"]
    y = truth.copy()
    if s["wrong"] > 0:
        u, v = stream.rand(n), stream.rand(n)
        moved = (truth + 1 + np.floor(v * (K - 1)).astype(int)) % K
        y = np.where(u < s["wrong"], moved, truth)
    if s["shift"] != 0:
        X = X + s["shift"]
    linear = [0.01 * stream.randn(2, K), np.zeros((1, K))]
    network = [0.01 * stream.randn(2, h), np.zeros((1, h)), 0.01 * stream.randn(h, K), np.zeros((1, K))]
    held = np.zeros(n, dtype=bool)
    if s["test"] > 0:
        held[stream.permutation(n)[: int(np.floor(s["test"] * n + 0.5))]] = True
    return X, y, truth, held, linear, network


def losses(train, X, y, parameters, held, s):
    """Loss and accuracy of the training points, and the same on those that are held out, at some iterations."""
    rows = []
    for wanted in ITERATIONS:
        last = []
        train(X[~held], y[~held], parameters, s["rate"], s["reg"], wanted, lambda *reading: last.append(reading))
        _, loss, accuracy, _, trained = last[wanted]
        row = {"iteration": wanted, "loss": float(loss), "accuracy": float(accuracy)}
        if held.any():
            tested = []
            train(X[held], y[held], trained, s["rate"], s["reg"], 0, lambda *reading: tested.append(reading))
            row |= {"test_loss": float(tested[0][1]), "test_accuracy": float(tested[0][2])}
        rows.append(row)
    return rows


def one_set(changed):
    s = USUAL | changed
    print(changed)
    X, y, truth, held, linear, network = draw(s)
    small = len(y) <= 60
    return {
        "settings": changed,
        "points": X.ravel().tolist() if small else some(X),
        "labels": "".join(map(str, y)),
        "true_labels": "".join(map(str, truth)),
        "held_out": np.flatnonzero(held).tolist(),
        "linear": losses(train_linear, X, y, linear, held, s),
        "network": losses(train_network, X, y, network, held, s),
    }


if __name__ == "__main__":
    write("sets", [one_set(changed) for changed in SETS])
