#!/usr/bin/env python3
"""Run the plain workload of `cargo bench --bench speed` in other programs, side by side.

Usage: python benches/peers.py [--runs N]

NumPy is required; pyfair and pycrq are measured if they are installed. The workload comes from the
bench itself, so that both sides run the same. docs/benchmarks.md explains the columns.
"""

import argparse
import contextlib
import importlib.metadata
import importlib.util
import io
import json
import os
import statistics
import subprocess
import sys
import time
import warnings
from pathlib import Path

# Libraries that start threads of their own would make "one thread" untrue.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np  # noqa: E402

# The standard normal quantile at 0.95.
Z_95 = 1.6448536269514722


def lognormal(scenario):
    low, high = np.log(scenario["low"]), np.log(scenario["high"])
    return (low + high) / 2, (high - low) / (2 * Z_95)


def expected(scenarios):
    """The mean year in closed form."""
    of = [(scenario["rate"], *lognormal(scenario)) for scenario in scenarios]
    return sum(rate * np.exp(mu + sigma**2 / 2) for rate, mu, sigma in of)


def costs(rng, scenario, count):
    """Lognormal amounts. NumPy's exp over an array is quicker than its lognormal generator."""
    mu, sigma = lognormal(scenario)
    return np.exp(mu + sigma * rng.standard_normal(count))


def summary(totals):
    """The mean and the order statistics at 0, 1, ... 99 %. For a hundred, sorting is quickest."""
    ordered = np.sort(totals)
    ranks = np.maximum(-(-np.arange(100) * len(ordered) // 100), 1) - 1
    return float(totals.mean()), ordered[ranks]


def numpy_events(scenarios, years):
    """All events of a scenario at once, each in a year of its own: the quickest form."""
    rng = np.random.Generator(np.random.SFC64(1))
    totals = np.zeros(years)
    for scenario in scenarios:
        count = rng.poisson(scenario["rate"] * years)
        year = rng.integers(0, years, count)
        totals += np.bincount(year, weights=costs(rng, scenario, count), minlength=years)
    return summary(totals)


def numpy_years(scenarios, years):
    """A Poisson count for each year: the usual vectorised form."""
    rng = np.random.Generator(np.random.SFC64(1))
    totals = np.zeros(years)
    for scenario in scenarios:
        counts = rng.poisson(scenario["rate"], years)
        year = np.repeat(np.arange(years), counts)
        weights = costs(rng, scenario, len(year))
        totals += np.bincount(year, weights=weights, minlength=years)
    return summary(totals)


def pyfair(scenarios, years):
    """Frequency times magnitude, both PERT: it has no compound Poisson."""
    from pyfair import FairMetaModel, FairModel

    models = []
    for index, scenario in enumerate(scenarios):
        model = FairModel(name=f"scenario {index}", n_simulations=years)
        rate, low, high = scenario["rate"], scenario["low"], scenario["high"]
        model.input_data("Loss Event Frequency", low=0, mode=rate, high=3 * rate)
        model.input_data("Loss Magnitude", low=low, mode=(low * high) ** 0.5, high=high)
        model.calculate_all()
        models.append(model)
    whole = models[0]
    if len(models) > 1:
        whole = FairMetaModel(name="portfolio", models=models)
        whole.calculate_all()
    return summary(whole.export_results()["Risk"].to_numpy())


def pycrq(scenarios, years):
    """Frequency times vulnerability times magnitude, all PERT: it has no compound Poisson."""
    from pycrq import FAIRSimulator, RiskRegister, ScenarioBuilder, pert

    register = RiskRegister(name="portfolio")
    for index, scenario in enumerate(scenarios):
        rate, low, high = scenario["rate"], scenario["low"], scenario["high"]
        builder = ScenarioBuilder(f"scenario {index}")
        builder = builder.asset("asset", "Information").threat("threat", "External Adversarial")
        builder = builder.tef(pert(0, rate, 3 * rate)).vulnerability(pert(0.8, 0.9, 1))
        builder = builder.primary_loss(pert(low, (low * high) ** 0.5, high))
        register.scenarios.append(builder.build())
    result = FAIRSimulator(n_simulations=years, seed=1).simulate_register(register)
    return summary(np.asarray(result.aggregate_ale))


# The name in the table, what runs it, the package that it needs, whether the model is the same.
PEERS = [
    ("NumPy, all events at once", numpy_events, "numpy", True),
    ("NumPy, count year by year", numpy_years, "numpy", True),
    ("pycrq (*)", pycrq, "pycrq", False),
    ("pyfair (*)", pyfair, "pyfair", False),
]


def measure(run, scenarios, years, runs):
    """Best and median seconds after one short run that does not count, and the mean year."""
    times = []
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        run(scenarios, 1000)
        for _ in range(runs):
            start = time.perf_counter()
            mean, _ = run(scenarios, years)
            times.append(time.perf_counter() - start)
    return min(times), statistics.median(times), mean


def blackstart():
    """The rows of the bench by number of scenarios and threads, and the workload."""
    command = ["cargo", "bench", "--locked", "--bench", "speed", "--", "--json"]
    root = Path(__file__).resolve().parent.parent
    found = subprocess.run(command, cwd=root, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(found.stdout)


def times(ratio):
    """A ratio with two digits or more."""
    digits = 2 if ratio < 1.995 else 1 if ratio < 9.95 else 0
    return f"{ratio:.{digits}f} x"


def line(name, best, median, work, ratios):
    rate = f"{work / best / 1e6:.1f}"
    ratios = "".join(f"{ratio:>11}" for ratio in ratios)
    return f"{name:<27}{best * 1e3:>10.2f}{median * 1e3:>10.2f}{rate:>11}{ratios}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7, help="runs of each peer (default 7)")
    runs = parser.parse_args().runs

    found = blackstart()
    workload = found["workload"]
    years = workload["years"]
    versions = [f"Python {sys.version.split()[0]}"]
    for package in dict.fromkeys(package for _, _, package, _ in PEERS):
        if importlib.util.find_spec(package):
            versions.append(f"{package} {importlib.metadata.version(package)}")
        else:
            print(f"{package} is not installed and left out")
    print(", ".join(versions) + f"; {os.cpu_count()} cores")

    for count in (1, 10):
        scenarios = workload["scenarios"][:count]
        work = count * years
        own = [row for row in found["rows"] if row["name"].startswith(f"plain, {count:>2} x")]
        print()
        heads = f"{'best ms':>10}{'median ms':>10}{'M scen-y/s':>11}"
        heads += f"{'1 thread':>11}{'2 threads':>11}"
        print(f"{count:>2} x {years:,} years".ljust(27) + heads)
        for row in own:
            name = "blackstart, " + row["name"].rsplit(", ", 1)[1]
            ratios = [times(row["best_s"] / other["best_s"]) for other in own]
            print(line(name, row["best_s"], row["median_s"], work, ratios))
        for name, run, package, same in PEERS:
            if not importlib.util.find_spec(package):
                continue
            best, median, mean = measure(run, scenarios, years, runs)
            # A peer with the same model that finds another mean would be no peer.
            if same and abs(mean / expected(scenarios) - 1) > 0.05:
                sys.exit(f"{name}: the mean year is {mean}, not {expected(scenarios)}")
            ratios = [times(best / other["best_s"]) for other in own]
            print(line(name, best, median, work, ratios), flush=True)
    print("\nThe last two columns: how many times as long as blackstart on so many threads.")
    print("(*) runs its nearest model, which is simpler: no counts of events within a year.")


if __name__ == "__main__":
    main()
