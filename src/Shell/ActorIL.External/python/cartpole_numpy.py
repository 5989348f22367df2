"""CartPole-v1 on arrays: many at once, with Gymnasium's dynamics, operation for operation. Needs NumPy alone.

    environment { id = external, command = ["python3", "cartpole_numpy.py"] }

Start states are drawn from the seed alone, but not as Gymnasium draws them: one generator for each seed would take most
of the time.
"""

import numpy as np

import actoril_env

GRAVITY, MASS_CART, MASS_POLE, HALF_LENGTH, FORCE, TAU = 9.8, 1.0, 0.1, 0.5, 10.0, 0.02
MASS_TOTAL, POLE_MASS_LENGTH = MASS_POLE + MASS_CART, MASS_POLE * HALF_LENGTH
X_MAX, THETA_MAX, STEPS_MAX = 2.4, 12 * 2 * np.pi / 360, 500


def uniform(seeds, component):
    """Numbers from 0 to 1, each a function of a 64-bit seed and a component (SplitMix64)."""
    with np.errstate(over="ignore"):
        z = seeds * np.uint64(4) + np.uint64(component + 1)
        z = z * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(11)) * 2.0**-53


class CartPole:
    """n carts: four columns of states, and how many steps each episode has."""

    _BOUND = np.array([X_MAX * 2, np.inf, THETA_MAX * 2, np.inf], np.float32)
    observation_space = actoril_env.Box(-_BOUND, _BOUND)
    action_space = actoril_env.Discrete(2)

    def __init__(self, count):
        self.state = np.zeros((4, count))
        self.steps = np.zeros(count, np.int32)
        self.ones = np.ones(count)

    def reset_rows(self, rows, seeds):
        self.state[:, rows] = [uniform(seeds, component) * 0.1 - 0.05 for component in range(4)]
        self.steps[rows] = 0
        return self.state[:, rows].T

    def step_rows(self, rows, actions):
        if not np.isin(actions, (0, 1)).all():
            raise ValueError("An action is 0 (left) or 1 (right).")
        x, x_dot, theta, theta_dot = self.state[:, rows]
        force = np.where(actions == 1, FORCE, -FORCE)
        cosine, sine = np.cos(theta), np.sin(theta)
        push = (force + POLE_MASS_LENGTH * np.square(theta_dot) * sine) / MASS_TOTAL
        theta_acc = (GRAVITY * sine - cosine * push) / (
            HALF_LENGTH * (4.0 / 3.0 - MASS_POLE * np.square(cosine) / MASS_TOTAL)
        )
        x_acc = push - POLE_MASS_LENGTH * theta_acc * cosine / MASS_TOTAL
        state = np.stack((x + TAU * x_dot, x_dot + TAU * x_acc, theta + TAU * theta_dot, theta_dot + TAU * theta_acc))
        self.state[:, rows] = state
        self.steps[rows] += 1
        terminated = (np.abs(state[0]) > X_MAX) | (np.abs(state[2]) > THETA_MAX)
        return state.T, self.ones[rows], terminated, self.steps[rows] >= STEPS_MAX

    def snapshot_rows(self, rows):
        return [self.state[:, row].tobytes() + self.steps[row].tobytes() for row in rows]

    def restore_rows(self, rows, snapshots):
        for row, snapshot in zip(rows, snapshots):
            self.state[:, row] = np.frombuffer(snapshot, np.float64, 4)
            self.steps[row] = np.frombuffer(snapshot, np.int32, 1, 32)[0]


if __name__ == "__main__":
    actoril_env.serve(CartPole, name="CartPole-v1", version="numpy 1")
