"""The network in PyTorch, in double precision on one thread: the script's own gradients, line by line (eager), or as
one compiled function if `compile` is asked for."""

import sys
import time

import torch

from serve import problem, serve

torch.set_num_threads(1)
torch.set_grad_enabled(False)

given = problem()
X, y = torch.from_numpy(given["X"]), torch.from_numpy(given["y"])
one_hot = torch.nn.functional.one_hot(y, given["classes"]).double()
rows = torch.arange(len(X))
reg, rate = given["reg"], given["rate"]


def step(W, b, W2, b2):
    hidden = torch.relu(X @ W + b)
    probs = torch.softmax(hidden @ W2 + b2, dim=1)
    loss = -torch.log(probs[rows, y]).mean() + 0.5 * reg * ((W * W).sum() + (W2 * W2).sum())
    dscores = (probs - one_hot) / len(X)
    dhidden = (dscores @ W2.T) * (hidden > 0)
    return (
        loss,
        W - rate * (X.T @ dhidden + reg * W),
        b - rate * dhidden.sum(dim=0, keepdim=True),
        W2 - rate * (hidden.T @ dscores + reg * W2),
        b2 - rate * dscores.sum(dim=0, keepdim=True),
    )


take = torch.compile(step) if "compile" in sys.argv[2:] else step


def train(steps):
    parameters = [torch.from_numpy(p.copy()) for p in given["first"]]
    start = time.perf_counter()
    for _ in range(steps):
        loss, *parameters = take(*parameters)
        loss.item()
    seconds = time.perf_counter() - start
    return seconds, step(*parameters)[0].item()


serve(train)
