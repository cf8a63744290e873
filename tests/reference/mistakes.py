"""What the known mistakes print for the pair W7, from their definitions (mpmath, 60 digits).

    python3 tests/reference/mistakes.py > tests/reference/mistakes.tsv

Columns: unit asked for, quantity asked for, mistakes in the order in which they are made, the wrong
value to 17 significant digits. Every row is the mistaken program itself: a divergence with the
wrong argument, the wrong logarithm, a root more or less.
"""
from mpmath import e, log, mp, mpf, nstr, sqrt

mp.dps = 60

P = [mpf(6) / 10, mpf(3) / 10, mpf(1) / 10]
Q = [mpf(1) / 10, mpf(2) / 10, mpf(7) / 10]
SUM = [a + b for a, b in zip(P, Q)]
MIXTURE = [s / 2 for s in SUM]
TV = sum(abs(a - b) for a, b in zip(P, Q)) / 2


def kl(p, r, base=e):
    return sum(a * log(a / b, base) for a, b in zip(p, r))


def kl_sum(base=e, middle=MIXTURE):
    return kl(P, middle, base) + kl(Q, middle, base)


def jsd(base=e, middle=MIXTURE):
    return kl_sum(base, middle) / 2


def rows():
    nat, bit = "nat", "bit"
    yield nat, "kl_data_generator", "swapped-arguments", kl(Q, P)
    yield nat, "kl_generator_data", "swapped-arguments", kl(P, Q)
    yield bit, "kl_data_mixture", "swapped-arguments", kl(Q, MIXTURE, 2)
    yield nat, "kl_generator_mixture", "swapped-arguments", kl(P, MIXTURE)
    for unit, base in ((nat, e), (bit, 2)):
        yield unit, "jsd", "sum-for-mixture", jsd(base, SUM)
        yield unit, "kl_data_mixture", "sum-for-mixture", kl(P, SUM, base)
        yield unit, "kl_generator_mixture", "sum-for-mixture", kl(Q, SUM, base)
        yield unit, "value_at_optimum", "sum-for-mixture", kl_sum(base, SUM) - log(4, base)
        yield unit, "value_at_optimum", "mixture-for-sum", kl_sum(base)
        yield unit, "js_distance", "root-not-taken", jsd(base)
        yield unit, "jsd", "root-taken", sqrt(jsd(base))
        yield unit, "kl_data_generator", "root-taken", sqrt(kl(P, Q, base))
        yield unit, "jsd", "doubled", kl_sum(base)
        yield unit, "jsd", "halved", kl_sum(base) / 4
        yield unit, "js_distance", "doubled-under-root", sqrt(kl_sum(base))
        yield unit, "js_distance", "halved-under-root", sqrt(kl_sum(base) / 4)
        yield unit, "value_at_optimum", "one-jsd", jsd(base) - log(4, base)
        yield unit, "value_at_optimum", "log-2-for-log-4", kl_sum(base) - log(2, base)
        yield unit, "value_at_optimum", "plus-log-4", kl_sum(base) + log(4, base)
        yield unit, "value_at_optimum", "negated", log(4, base) - kl_sum(base)
        yield unit, "kl_data_generator", "negated", -kl(P, Q, base)
    for unit, name, base in ((nat, "in-bits", 2), (bit, "in-nats", e), (nat, "in-base-10", 10),
                             (bit, "in-base-10", 10)):
        yield unit, "jsd", name, jsd(base)
        yield unit, "js_distance", name, sqrt(jsd(base))
        yield unit, "kl_generator_data", name, kl(Q, P, base)
        yield unit, "value_at_optimum", name, kl_sum(base) - log(4, base)
    yield nat, "js_distance", "root-converted-like-jsd", sqrt(jsd()) / log(2)
    yield bit, "js_distance", "root-converted-like-jsd", sqrt(jsd(2)) * log(2)
    yield nat, "tv", "doubled", 2 * TV
    yield bit, "tv", "halved", TV / 2
    yield nat, "mass_data", "doubled", sum(SUM)
    # Another quantity in its place.
    yield nat, "kl_data_generator", "is-jsd", jsd()
    yield nat, "kl_data_mixture", "is-js-distance", sqrt(jsd())
    yield nat, "jsd", "is-kl-data-mixture", kl(P, MIXTURE)
    yield nat, "jsd", "is-kl-generator-mixture", kl(Q, MIXTURE)
    yield bit, "jsd", "is-kl-data-generator", kl(P, Q, 2)
    yield nat, "jsd", "is-kl-generator-data", kl(Q, P)
    yield nat, "kl_data_generator", "is-tv", TV
    yield nat, "kl_generator_data", "is-value-at-optimum", kl_sum() - log(4)
    yield nat, "jsd", "is-jeffreys", kl(P, Q) + kl(Q, P)
    yield bit, "jsd", "is-half-jeffreys", (kl(P, Q, 2) + kl(Q, P, 2)) / 2
    # Two at once.
    yield nat, "jsd", "root-taken+in-bits", sqrt(jsd(2))
    yield nat, "jsd", "root-taken+doubled-under-root", sqrt(kl_sum())
    yield bit, "js_distance", "root-not-taken+in-nats", jsd()
    yield nat, "js_distance", "in-bits+doubled-under-root", sqrt(kl_sum(2))
    yield nat, "jsd", "in-bits+doubled", kl_sum(2)
    yield nat, "value_at_optimum", "halved+negated", log(2) - jsd()
    yield nat, "kl_data_generator", "swapped-arguments+in-bits", kl(Q, P, 2)
    yield bit, "kl_generator_data", "swapped-arguments+negated", -kl(P, Q, 2)
    yield nat, "kl_data_mixture", "swapped-arguments+sum-for-mixture", kl(Q, SUM)
    yield nat, "jsd", "sum-for-mixture+in-bits", jsd(2, SUM)
    yield nat, "value_at_optimum", "mixture-for-sum+in-bits", kl_sum(2)


def main():
    print("# unit\tquantity\tmistakes\tvalue (tests/reference/mistakes.py)")
    for unit, quantity, mistakes, value in rows():
        print(unit, quantity, mistakes, nstr(value, 17), sep="\t")


if __name__ == "__main__":
    main()
