"""The tutorial's script (CS231n, "minimal neural network case study"), its training loop word for word."""

import time

import numpy as np

from serve import problem, serve

given = problem()
X, y, reg, step_size = given["X"], given["y"], given["reg"], given["rate"]
num_examples = X.shape[0]


def train(steps):
    W, b, W2, b2 = [p.copy() for p in given["first"]]
    start = time.perf_counter()
    for i in range(steps + 1):
        # Steps lie between losses: the clock stops before the last loss, which only answers for the run.
        if i == steps:
            seconds = time.perf_counter() - start
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
        dW2 += reg * W2
        dW += reg * W
        W += -step_size * dW
        b += -step_size * db
        W2 += -step_size * dW2
        b2 += -step_size * db2
    return seconds, loss


def paint(points):
    """As the script evaluates its grid: all points at once."""
    W, b, W2, b2 = given["trained"]
    scores = np.dot(np.maximum(0, np.dot(points, W) + b), W2) + b2
    return np.argmax(scores, axis=1)


def paint_blocks(points):
    """The same in pieces that fit a processor's cache: the best that NumPy can do with the same lines."""
    return np.concatenate([paint(points[i : i + 1000]) for i in range(0, len(points), 1000)])


serve(train, paint=paint, paint_blocks=paint_blocks)
