"""The network in JAX: all steps in one compiled `lax.scan`, in double precision."""

import time

import jax
import jax.numpy as jnp

from serve import problem, serve

jax.config.update("jax_enable_x64", True)

given = problem()
X, y = jnp.asarray(given["X"]), jnp.asarray(given["y"])
one_hot = jax.nn.one_hot(y, given["classes"], dtype=jnp.float64)
reg, rate = given["reg"], given["rate"]


def loss_of(parameters):
    W, b, W2, b2 = parameters
    scores = jnp.maximum(0, X @ W + b) @ W2 + b2
    data_loss = -jnp.sum(jax.nn.log_softmax(scores) * one_hot) / len(X)
    return data_loss + 0.5 * reg * (jnp.sum(W * W) + jnp.sum(W2 * W2))


def manual(parameters, _):
    """The script's step with its own gradients, which compile to less than those found by differentiation."""
    W, b, W2, b2 = parameters
    hidden = jnp.maximum(0, X @ W + b)
    exp_scores = jnp.exp(hidden @ W2 + b2)
    probs = exp_scores / jnp.sum(exp_scores, axis=1, keepdims=True)
    loss = -jnp.sum(jnp.log(jnp.sum(probs * one_hot, axis=1))) / len(X)
    loss += 0.5 * reg * (jnp.sum(W * W) + jnp.sum(W2 * W2))
    dscores = (probs - one_hot) / len(X)
    dhidden = jnp.where(hidden > 0, dscores @ W2.T, 0)
    stepped = (
        W - rate * (X.T @ dhidden + reg * W),
        b - rate * jnp.sum(dhidden, axis=0, keepdims=True),
        W2 - rate * (hidden.T @ dscores + reg * W2),
        b2 - rate * jnp.sum(dscores, axis=0, keepdims=True),
    )
    return stepped, loss


compiled = {}


def train(steps):
    if steps not in compiled:
        scan = jax.jit(lambda parameters: jax.lax.scan(manual, parameters, None, length=steps))
        compiled[steps] = scan.lower(first()).compile()
    start = first()
    jax.block_until_ready(start)
    began = time.perf_counter()
    parameters, losses = compiled[steps](start)
    losses.block_until_ready()
    return time.perf_counter() - began, loss_of(parameters)


def first():
    return tuple(jnp.asarray(p) for p in given["first"])


serve(train)
