"""Asks NumPy for the numbers that the engine's tests are held against, and writes them to crate/tests/golden/.

    pip install numpy==2.4.6
    OPENBLAS_NUM_THREADS=1 python scripts/reference.py

The tests need neither Python nor NumPy: the files are part of the repository. The two classifiers below follow the
tutorial's script word for word (CS231n, "minimal neural network case study"); only the sizes and rates are variables,
the ReLU may be taken away, and the spiral turned further.

No two programs add in the same order, and no two logarithms and sines round alike; a network under training magnifies
the difference. So each run is repeated with its points in other orders and some 3 % of its drawn numbers one unit in
the last place away, and every recorded loss carries the tolerance that follows from it: 1e-9 through iteration 1000
and 1e-7 through 2000, or ten times the greatest departure of NumPy from itself if that is more; after 2000 always the
latter. Where NumPy departs from itself by more than CHAOS, it has nothing to say and is left out.
"""

import inspect
import json
from pathlib import Path

import numpy as np

GOLDEN = Path(__file__).parent.parent / "crate" / "tests" / "golden"
SEEDS = [0, 1, 42, 20_260_101, 2**31, 2**32 - 1]
DRAWS = 601  # odd, so that a cached second value is left over
REPEATS = 10
CHAOS = 1e-3

NAMES = ["seed", "points", "classes", "noise", "hidden", "rate", "reg", "iterations"]
RUNS = [
    # seed        points classes noise hidden rate    reg     iterations
    (0,           100,   3,      0.2,  100,   1.0,    0.001,  2000),
    (1,           100,   3,      0.2,  100,   1.0,    0.001,  2000),
    (42,          50,    4,      0.1,  64,    0.5,    0.0001, 2000),
    (7,           2,     2,      0.0,  1,     0.1,    0.0,    2000),
    (2**32 - 1,   30,    6,      0.3,  20,    1.0,    0.01,   2000),
    (123,         500,   2,      0.5,  10,    1.0,    0.001,  1000),
    (2024,        500,   6,      1.0,  512,   0.3,    0.0,    20),
    (99,          40,    5,      0.2,  512,   0.1,    0.001,  300),
    (5,           10,    3,      0.2,  3,     10.0,   0.001,  2000),
    (11,          40,    3,      0.0,  200,   0.0001, 0.5,    1000),
    (2**31,       200,   3,      0.2,  1,     1.0,    0.0,    2000),
    (17,          100,   3,      1.0,  33,    2.0,    0.5,    1000),
    (65_537,      25,    2,      0.7,  7,     0.01,   0.1,    2000),
    (8,           60,    4,      0.4,  30,    10.0,   0.001,  1000),
]  # fmt: skip
# The same with the ReLU taken away.
RUNS_WITHOUT_RELU = [
    (0,           100,   3,      0.2,  100,   1.0,    0.001,  2000),
    (42,          50,    4,      0.1,  64,    0.5,    0.0001, 2000),
    (3,           30,    6,      0.3,  20,    1.0,    0.01,   2000),
]  # fmt: skip
# The same with each angle multiplied by the number at the end.
RUNS_TURNED = [
    ((0,          100,   3,      0.2,  100,   1.0,    0.001,  1000), 2.5),
    ((1,          100,   3,      0.2,  100,   1.0,    0.001,  1000), 0.25),
    ((42,         50,    4,      0.1,  64,    0.5,    0.0001, 1000), 4.0),
    ((20_260_101, 40,    2,      0.5,  33,    1.0,    0.001,  1000), 1.3),
]  # fmt: skip
ITERATIONS = [0, 1, 2, 10, 20, 100, 300, 1000, 2000]

# Runs in which the script prints inf or nan: np.exp(scores) is infinite from 709.79 on and 0 below -745.13.
OVERFLOWS = [
    # seed       points classes noise hidden rate   reg    iterations
    (0,          100,   3,      0.2,  100,   100.0, 0.001, 100),
    (1,          100,   3,      0.2,  100,   100.0, 0.001, 100),
    (0,          100,   3,      0.2,  100,   50.0,  0.001, 100),
    (2,          100,   3,      0.2,  100,   50.0,  0.001, 100),
    (0,          100,   3,      0.2,  100,   10.0,  0.001, 100),
    (1594007943, 37,    6,      0.3,  100,   70.0,  0.0,   100),
    (1305147909, 9,     3,      0.6,  30,    50.0,  0.001, 100),
    (559787925,  35,    3,      0.9,  10,    70.0,  0.0,   100),
    (1194366178, 21,    3,      0.3,  30,    50.0,  0.001, 100),
    (81011138,   9,     6,      0.0,  1,     100.0, 0.02,  100),
    (393231917,  5,     6,      1.0,  1,     100.0, 0.02,  100),
    (942848783,  9,     2,      0.8,  30,    100.0, 0.02,  100),
    (1661810721, 56,    3,      0.5,  30,    100.0, 0.02,  100),
]  # fmt: skip


def draw(seed, N, K, noise, h, turn=1.0):
    """Data, linear W, W1, W2: the order in which the tutorial draws them from one stream."""
    np.random.seed(seed)
    D = 2
    X = np.zeros((N * K, D))
    y = np.zeros(N * K, dtype="uint8")
    for j in range(K):
        ix = range(N * j, N * (j + 1))
        r = np.linspace(0.0, 1, N)
        t = np.linspace(j * 4, (j + 1) * 4, N) + np.random.randn(N) * noise
        X[ix] = np.c_[r * np.sin(t * turn), r * np.cos(t * turn)]
        y[ix] = j
    linear = [0.01 * np.random.randn(D, K), np.zeros((1, K))]
    network = [0.01 * np.random.randn(D, h), np.zeros((1, h)), 0.01 * np.random.randn(h, K), np.zeros((1, K))]
    return X, y, linear, network


def train_linear(X, y, parameters, step_size, reg, iterations, read):
    W, b = [p.copy() for p in parameters]
    num_examples = X.shape[0]
    for i in range(iterations + 1):
        scores = np.dot(X, W) + b
        exp_scores = np.exp(scores)
        probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
        corect_logprobs = -np.log(probs[range(num_examples), y])
        data_loss = np.sum(corect_logprobs) / num_examples
        reg_loss = 0.5 * reg * np.sum(W * W)
        loss = data_loss + reg_loss
        dscores = probs
        dscores[range(num_examples), y] -= 1
        dscores /= num_examples
        dW = np.dot(X.T, dscores)
        db = np.sum(dscores, axis=0, keepdims=True)
        read(i, loss, np.mean(np.argmax(scores, axis=1) == y), [dW.copy(), db], [W.copy(), b.copy()])
        dW += reg * W
        W += -step_size * dW
        b += -step_size * db


def train_network(X, y, parameters, step_size, reg, iterations, read):
    W, b, W2, b2 = [p.copy() for p in parameters]
    num_examples = X.shape[0]
    for i in range(iterations + 1):
        hidden_layer = np.maximum(0, np.dot(X, W) + b)
        scores = np.dot(hidden_layer, W2) + b2
        exp_scores = np.exp(scores)
        probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
        corect_logprobs = -np.log(probs[range(num_examples), y])
        data_loss = np.sum(corect_logprobs) / num_examples
        reg_loss = 0.5 * reg * np.sum(W * W) + 0.5 * reg * np.sum(W2 * W2)
        loss = data_loss + reg_loss
        dscores = probs
        dscores[range(num_examples), y] -= 1
        dscores /= num_examples
        dW2 = np.dot(hidden_layer.T, dscores)
        db2 = np.sum(dscores, axis=0, keepdims=True)
        dhidden = np.dot(dscores, W2.T)
        dhidden[hidden_layer <= 0] = 0
        dW = np.dot(X.T, dhidden)
        db = np.sum(dhidden, axis=0, keepdims=True)
        read(i, loss, np.mean(np.argmax(scores, axis=1) == y), [dW.copy(), db, dW2.copy(), db2], [W.copy(), b.copy(), W2.copy(), b2.copy()])
        dW2 += reg * W2
        dW += reg * W
        W += -step_size * dW
        b += -step_size * db
        W2 += -step_size * dW2
        b2 += -step_size * db2


def some(array):
    """Enough of an array to recognise it: its sum, the sum of its sizes, and its first, middle and last entries."""
    flat = np.asarray(array).ravel()
    places = sorted({0, 1, flat.size // 2, flat.size - 2, flat.size - 1} & set(range(flat.size)))
    entries = [[place, float(flat[place])] for place in places]
    return {"size": flat.size, "sum": float(np.sum(flat)), "abs_sum": float(np.sum(np.abs(flat))), "entries": entries}


def disturbed(X, y, parameters, stream):
    """The same start as another program might have it: in another order, a few numbers an ulp up or down."""

    def nudged(array):
        chance = stream.random_sample(array.shape)
        towards = np.where(chance < 0.015, -np.inf, np.where(chance < 0.03, np.inf, array))
        return np.where(array == 0, 0, np.nextafter(array, towards))

    order = stream.permutation(len(y))
    return nudged(X[order]), y[order], [nudged(p) for p in parameters]


def record(train, X, y, parameters, step_size, reg, iterations, wanted):
    """Losses with their tolerances, accuracy at the same iterations, and the gradients of the data loss at step 0."""
    wanted = [i for i in wanted if i <= iterations]
    readings, gradients = [], []

    def read(i, loss, accuracy, gradient, _):
        if i in wanted:
            readings[-1].append((loss, accuracy))
        if i == 0 and not gradients:
            gradients.extend(some(g) for g in gradient)

    for repeat in range(1 + REPEATS):
        readings.append([])
        start = (X, y, parameters) if repeat == 0 else disturbed(X, y, parameters, np.random.RandomState(repeat))
        train(*start, step_size, reg, iterations, read)

    rows, departure = [], 0.0
    for place, i in enumerate(wanted):
        losses = [reading[place][0] for reading in readings]
        departure = max(departure, max(losses) - min(losses))
        if not departure < CHAOS:
            print(f"    chaotic from iteration {i} on")
            break
        promised = 1e-9 if i <= 1000 else 1e-7 if i <= 2000 else 0.0
        rows.append({
            "iteration": i,
            "loss": float(losses[0]),
            "departure": float(departure),
            "tolerance": float(max(promised, 10 * departure)),
            "accuracies": sorted({float(reading[place][1]) for reading in readings}),
        })
    print("    " + "  ".join(f"{row['iteration']}: {row['departure']:.0e}" for row in rows))
    return {"first_parameters": [some(p) for p in parameters], "first_gradients": gradients, "losses": rows}


def without_relu(train):
    """The same script without its two places for the ReLU."""
    source = inspect.getsource(train).replace("np.maximum(0, np.dot(X, W) + b)", "np.dot(X, W) + b")
    source = source.replace("        dhidden[hidden_layer <= 0] = 0\n", "")
    made = {"np": np}
    exec(source, made)
    return made[train.__name__]


def run(settings, activation="relu", turn=1.0):
    seed, points, classes, noise, hidden, rate, reg, iterations = settings
    named = dict(zip(NAMES, settings)) | {"activation": activation} | ({} if turn == 1.0 else {"turn": turn})
    print(named)
    X, y, linear, network = draw(seed, points, classes, noise, hidden, turn)
    train = train_network if activation == "relu" else without_relu(train_network)
    return {
        "settings": named,
        "points": some(X),
        "linear": record(train_linear, X, y, linear, rate, reg, iterations, ITERATIONS),
        "network": record(train, X, y, network, rate, reg, iterations, ITERATIONS),
    }


def overflow(settings):
    """The first iterations at which the script prints inf, and nan; null where it does not."""
    seed, points, classes, noise, hidden, rate, reg, iterations = settings
    X, y, linear, network = draw(seed, points, classes, noise, hidden)
    row = {"settings": dict(zip(NAMES, settings))}
    for name, train, parameters in [("linear", train_linear, linear), ("network", train_network, network)]:
        losses = []
        with np.errstate(all="ignore"):
            train(X, y, parameters, rate, reg, iterations, lambda i, loss, *_: losses.append(loss))
        first = lambda test: int(np.argmax(test(losses))) if np.any(test(losses)) else None
        row[name] = {"inf": first(np.isinf), "nan": first(np.isnan)}
    return row


def draws(seed):
    """The bits of each draw as 16 hexadecimal digits, one after the other."""
    np.random.seed(seed)
    return {"seed": seed, "bits": np.random.randn(DRAWS).astype(">f8").tobytes().hex()}


def tutorial():
    """The tutorial's own network through all of its 10,000 iterations."""
    X, y, _, network = draw(0, 100, 3, 0.2, 100)
    print("the tutorial's network")
    return record(train_network, X, y, network, 1.0, 0.001, 10_000, range(0, 10_001, 1000))["losses"]


def write(name, records):
    """One record a line."""
    path = GOLDEN / f"{name}.json"
    path.write_text("[\n" + ",\n".join(json.dumps(record) for record in records) + "\n]\n")
    print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    GOLDEN.mkdir(parents=True, exist_ok=True)
    print(f"NumPy {np.__version__}")
    write("random", [draws(seed) for seed in SEEDS])
    write("runs", [run(settings) for settings in RUNS] + [run(settings, "none") for settings in RUNS_WITHOUT_RELU])
    write("turned", [run(settings, turn=turn) for settings, turn in RUNS_TURNED])
    write("tutorial", tutorial())
    write("overflows", [overflow(settings) for settings in OVERFLOWS])
