"""Writes inclusion.json and consistency.json beside itself: RFC 6962 told recursively, as the RFC defines it."""
import hashlib, json, pathlib

LEAVES = [b"", b"\x00", b"\x10", b"\x20\x21", b"\x30\x31", b"\x40\x41\x42\x43", bytes(range(0x50, 0x58)), bytes(range(0x60, 0x70))]
sha = lambda data: hashlib.sha256(data).digest()
node = lambda left, right: sha(b"\x01" + left + right)


def split(n):
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def root(d):
    if not d:
        return sha(b"")
    return sha(b"\x00" + d[0]) if len(d) == 1 else node(root(d[: split(len(d))]), root(d[split(len(d)) :]))


def path(m, d):
    if len(d) == 1:
        return []
    k = split(len(d))
    return path(m, d[:k]) + [root(d[k:])] if m < k else path(m - k, d[k:]) + [root(d[:k])]


def subproof(m, d, whole):
    if m == len(d):
        return [] if whole else [root(d)]
    k = split(len(d))
    if m <= k:
        return subproof(m, d[:k], whole) + [root(d[k:])]
    return subproof(m - k, d[k:], False) + [root(d[:k])]


def led(leaf, m, n, proof):
    """The root that a path leads to; raises where its length does not fit."""
    if n == 1:
        assert not proof and m == 0
        return leaf
    *below, last = proof
    k = split(n)
    return node(led(leaf, m, k, below), last) if m < k else node(last, led(leaf, m - k, n - k, below))


def both(m, n, proof, older):
    if m == n:
        if older is not None:
            assert not proof
            return older, older
        (only,) = proof
        return only, only
    *below, last = proof
    k = split(n)
    if m <= k:
        old, new = both(m, k, below, older)
        return old, node(new, last)
    old, new = both(m - k, n - k, below, None)
    return node(last, old), node(last, new)


def holds(check):
    try:
        return check()
    except (AssertionError, ValueError):
        return False


def flip(data, bit):
    return bytes(byte ^ (1 << bit % 8) if i == bit // 8 else byte for i, byte in enumerate(data))


def spoiled(proof):
    for i in range(len(proof)):
        yield f"bit {i * 37 % 256} of part {i} flipped", proof[:i] + [flip(proof[i], i * 37 % 256)] + proof[i + 1 :]
        yield f"part {i} missing", proof[:i] + proof[i + 1 :]
    for i in range(len(proof) - 1):
        yield f"parts {i} and {i + 1} swapped", proof[:i] + [proof[i + 1], proof[i]] + proof[i + 2 :]
    yield "a part more at the end", proof + [sha(b"more")]
    yield "a part more at the start", [sha(b"more")] + proof
    yield "the last part twice", proof + proof[-1:]


def inclusion():
    for n in range(1, 9):
        for m in range(n):
            leaf, top, good = sha(b"\x00" + LEAVES[m]), root(LEAVES[:n]), path(m, LEAVES[:n])
            cases = [("good", leaf, m, n, top, good)]
            if n in (1, 2, 5, 7, 8):
                cases += [(why, leaf, m, n, top, bad) for why, bad in spoiled(good)]
                cases += [("a bit of the leaf flipped", flip(leaf, 8 * m), m, n, top, good)]
                cases += [("a bit of the root flipped", leaf, m, n, flip(top, 8 * n), good)]
                cases += [("the root of another tree", leaf, m, n, root(LEAVES[: n - 1]), good)]
                cases += [(f"size {o}", leaf, m, o, top, good) for o in (n - 1, n + 1, 2 * n, 0)]
                cases += [(f"index {o}", leaf, o, n, top, good) for o in (m - 1, m + 1, m + n, n)]
            for why, *case in cases:
                of, at, size, claimed, proof = case
                valid = holds(lambda: 0 <= at < size and led(of, at, size, proof) == claimed)
                yield {"why": f"leaf {m} of {n}: {why}", "leaf": of.hex(), "index": at, "size": size, "root": claimed.hex(), "path": [p.hex() for p in proof], "valid": valid}


def consistency():
    for n in range(0, 9):
        for m in range(n + 1):
            old, new = root(LEAVES[:m]), root(LEAVES[:n])
            good = subproof(m, LEAVES[:n], True) if m else []
            cases = [("good", m, n, old, new, good)]
            if n in (1, 2, 5, 7, 8):
                cases += [(why, m, n, old, new, bad) for why, bad in spoiled(good) if bad != good]
                cases += [("roots swapped", m, n, new, old, good)]
                cases += [("a bit of the older root flipped", m, n, flip(old, 5), new, good)]
                cases += [("a bit of the newer root flipped", m, n, old, flip(new, 250), good)]
                cases += [(f"from {o}", o, n, old, new, good) for o in (m - 1, m + 1)]
                cases += [(f"to {o}", m, o, old, new, good) for o in (n - 1, n + 1)]
                cases += [("sizes swapped", n, m, new, old, good)]
            for why, *case in cases:
                a, b, of, to, proof = case

                def check():
                    if not 0 <= a <= b:
                        return False
                    if a == 0:
                        return not proof and of == sha(b"") and (b > 0 or of == to)
                    return both(a, b, proof, of) == (of, to)

                yield {"why": f"{m} in {n}: {why}", "from": a, "to": b, "rootFrom": of.hex(), "rootTo": to.hex(), "proof": [p.hex() for p in proof], "valid": holds(check)}


here = pathlib.Path(__file__).parent
for name, vectors in (("inclusion", list(inclusion())), ("consistency", list(consistency()))):
    lines = ",\n".join("  " + json.dumps(vector) for vector in vectors)
    (here / f"{name}.json").write_text(f"[\n{lines}\n]\n")
    print(name, len(vectors), sum(not vector["valid"] for vector in vectors))
