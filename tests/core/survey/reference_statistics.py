#!/usr/bin/env python3
"""Prints reference_statistics.inc. Nothing here is shared with the program: the constrained maximum of the likelihood is searched
numerically with high precision arithmetic, the interval by bisection, the sign test with exact integers."""
from decimal import Decimal as D, getcontext
from math import comb

getcontext().prec = 40
Z = D("1.959963984540054235524594")


def constrained_q(up, down, n, delta):
    """P(down) that maximises up ln(q+delta) + down ln q + (n-up-down) ln(1-2q-delta): root of its falling derivative."""
    low, high = max(D(0), -delta), (1 - delta) / 2

    def slope(q):
        total = D(0)
        if up:
            total += D(up) / (q + delta)
        if down:
            total += D(down) / q
        if n - up - down:
            total -= 2 * D(n - up - down) / (1 - 2 * q - delta)
        return total

    a, b = low, high
    for _ in range(130):
        m = (a + b) / 2
        if m == low or m == high:
            break
        if slope(m) > 0:
            a = m
        else:
            b = m
    return (a + b) / 2


def score(up, down, n, delta):
    q = constrained_q(up, down, n, delta)
    variance = n * (2 * q + delta - delta * delta)
    distance = D(up - down) - n * delta
    if variance <= 0:
        return D(0) if distance == 0 else distance * D(10) ** 20
    return distance / variance.sqrt()


def bound(up, down, n, target, low, high):
    for _ in range(110):
        m = (low + high) / 2
        if score(up, down, n, m) > target:
            low = m
        else:
            high = m
    return (low + high) / 2


def tango(up, down, n):
    estimate = D(up - down) / n
    tiny = D(10) ** -25
    low = D(-1) if up - down == -n else bound(up, down, n, Z, D(-1) + tiny, estimate)
    high = D(1) if up - down == n else bound(up, down, n, -Z, estimate, D(1) - tiny)
    return low, high


cases = [(9, 17, 66), (9, 18, 66), (15, 14, 67), (16, 5, 67), (24, 7, 67), (24, 10, 67), (6, 13, 41), (11, 3, 41), (16, 4, 41),
         (11, 4, 26), (5, 2, 26), (3, 8, 25), (1, 0, 1), (0, 1, 1), (5, 0, 10), (0, 5, 10), (10, 0, 10), (1, 1, 2), (100, 60, 200),
         (40, 40, 200), (1, 199, 200)]
print("// Printed by reference_statistics.py; do not edit.")
print("struct TangoReference { int up, down, n; double low, high; };")
print("constexpr TangoReference kTangoReference[] = {")
for c in cases:
    low, high = tango(*c)
    print("    {%d, %d, %d, %.15f, %.15f}," % (*c, low, high))
print("};")
print("struct SignReference { int up, down; double p; };")
print("constexpr SignReference kSignReference[] = {")
for up, down, _ in cases:
    m, k = up + down, min(up, down)
    tail = sum(comb(m, i) for i in range(k + 1))
    p = min(D(1), 2 * D(tail) / D(2) ** m)
    print("    {%d, %d, %.17e}," % (up, down, p))
print("};")
