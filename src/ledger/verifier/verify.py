#!/usr/bin/env python3
"""Checks a bundle of GradeLedger without network, database or any other program: Python 3.9 or later, nothing to install.

verify.mjs does the same in JavaScript. How to use it, and what it does not prove: READ-ME.txt beside this file.
    python3 verify.py <folder> [--vkey KEY]... [--policy FILE] [--old FILE]... [--json]
Exit 0 ok, 1 tampered with, 2 incomplete, 3 wrong usage.
"""
import base64 as b64
import hashlib
import hmac
import json
import os
import re
import sys
import unicodedata
from datetime import datetime, timedelta, timezone


def broke_down(_, error, __):
    # For want of memory or by a mistake of its own: it has found nothing, neither good nor bad.
    print(f"INCOMPLETE: the check broke down before its end ({error}).", file=sys.stderr)
    sys.stderr.flush()
    os._exit(2)


sys.excepthook = broke_down

# -- What can be found: `!` tampered with, `?` incomplete, `i` a note that changes no verdict --
CODES = """
FILE_MISSING ? A file of the bundle is missing
FILE_CHANGED ! A file is not the one that the manifest lists
FILE_UNLISTED i A file does not stand in the manifest
MANIFEST_INVALID ! manifest.json is no manifest of a bundle
MANIFEST_DIFFERS ! The manifest and the checkpoint tell of different logs or sizes
POLICY_INVALID ! policy.txt is no policy
CHECKPOINT_INVALID ! checkpoint.txt is no signed checkpoint
KEY_FROM_BUNDLE i The keys come from the bundle itself; compare them with those you were given by another way
LOG_SIGNATURE ! The checkpoint is not signed by a key of the log that is trusted
WITNESS_SIGNATURE ! A cosignature is not by the key of the witness
NO_WITNESSES i The policy asks for no witness; the college alone vouches for this checkpoint
QUORUM_MISSED ? Too few witnesses cosigned the checkpoint
OLD_UNSIGNED i A kept checkpoint has no signature; it is taken as your own record
OLD_SIGNATURE ! A kept checkpoint is not signed by a key of the log that is trusted
OLD_ORIGIN ! A kept checkpoint is of another log
OLD_ROOT ! What a kept checkpoint covers was rewritten
OLD_BEYOND ? A kept checkpoint covers more events than the bundle; if no bundle has them, the log was rolled back
EVENTS_MISSING ? The checkpoint covers more events than the bundle has
EVENTS_BEYOND ! There are events that the checkpoint does not cover
ROOT_DIFFERS ! The events are not those that were signed
NOT_CANONICAL ! The line is no canonical JSON; it can be read in more than one way, or not at all
NOT_AN_EVENT ! The line lacks what every event has
WRONG_LOG ! The event belongs to another log
ID_TIME ! The event's id was made at another time than the event says
EVENT_TWICE ! The event stands there before
TIME_BACK ! The event is dated more than two seconds before one that precedes it
UNLIKE_WITNESS ! The event's date does not agree with the time of a witness
OWN_CLOCK i The log lives by a clock of its own, as demonstrations do; its dates are not held against the witnesses
REVISION_GAP ! The event does not follow the one before it in its stream
COMMAND_TWICE ! The command took effect before
COMMAND_SPLIT ! The events of one command do not stand together
NOT_FOUNDED ! A college is founded once, by the first command of its log
ZONE_UNKNOWN ! The time zone of the college is unknown; days are taken in UTC
ROLE_NOT_HELD ! By the log the actor had no such role then
NOT_IN_LOAD ! By the log the actor did not teach this page or lesson then
SAME_PERSON ! One person did what takes two
PROPOSAL_UNKNOWN ! It confirms what nobody proposed
PERIOD_LOCKED ! The attestation period was locked
DEADLINE_DIFFERS ! The entry does not carry the deadline that was given
WINDOW_CLOSED ! The entry was made after its deadline
GRANT_INVALID ! No grant that stands opens the entry
LATE_UNMARKED ! The entry came after it was due and is not marked as late
KEY_UNKNOWN ! The key of a sealed text was not there then
DESTROYED_UNAPPROVED ! A key was destroyed without the agreement of two persons
DESTROYED_EARLY ! A key was destroyed before its day
SEALED_INVALID ! A line of sealed.ndjson is no sealed text
SEALED_CHANGED ! A sealed text is not the one that its event commits to
SEALED_MISSING ? A sealed text is missing, and its key was not destroyed up to here
SEALED_STRAY ! A sealed text belongs to no event
KEYS_INVALID ! A line of keys.ndjson is no key
DEK_WRONG ! A key is not the one that the log committed to
TEXT_UNREADABLE ! A sealed text does not open with its key
PROOF_WRONG ! A proof proves nothing of this bundle
PAGE_INVALID ! A page is none of this bundle
PAGE_DIFFERS ! A page does not say what the log says
"""
KINDS = {"!": "tampered", "?": "incomplete", "i": "note"}
MEANINGS = {c: (KINDS[k], t) for c, k, t in re.findall(r"^([A-Z_]+) (.) (.+)$", CODES, re.M)}
findings = []


def find(code, detail="", position=None, event=None):
    kind, text = MEANINGS[code]
    said = f"{text}." if detail == "" else f"{text}: {detail}."
    findings.append({"code": code, "class": kind, "position": position, "event": event, "text": said})


def misused(text):
    print(text, file=sys.stderr)
    print("Usage: verify.py <folder> [--vkey KEY]... [--policy FILE] [--old FILE]... [--json]", file=sys.stderr)
    sys.exit(3)


asked = {"folder": [], "vkey": [], "policy": [], "old": [], "json": False}
arguments = sys.argv[1:]
while arguments:
    argument = arguments.pop(0)
    if argument == "--json":
        asked["json"] = True
    elif argument in ("--vkey", "--policy", "--old") and arguments:
        asked[argument[2:]].append(arguments.pop(0))
    elif argument.startswith("-"):
        misused(f"There is no option {argument}, or it lacks its value.")
    else:
        asked["folder"].append(argument)
if len(asked["folder"]) != 1 or len(asked["policy"]) > 1:
    misused("Name one folder, and one policy at most.")
FOLDER = asked["folder"][0]
if not os.path.isdir(FOLDER):
    misused(f"There is no folder {FOLDER}.")


# -- Canonical JSON (RFC 8785): each text can be read in one way only --
NOT_STORABLE = re.compile(r"(?<!\\)(?:\\\\)*\\u(?:0000|[dD][89a-fA-F])")  # NUL, or half of a surrogate pair
SAFE = 2**53 - 1


def canonical(v, depth=0):
    if depth > 64 and isinstance(v, (dict, list)):
        raise ValueError
    if isinstance(v, dict):
        names = sorted(v, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(name)}:{canonical(v[name], depth + 1)}" for name in names) + "}"
    if isinstance(v, list):
        return "[" + ",".join(canonical(one, depth + 1) for one in v) + "]"
    if type(v) is int and abs(v) > SAFE:
        raise ValueError
    return json.dumps(v, ensure_ascii=False)


def refuse(_):
    raise ValueError


def parse(line):
    """What canonical JSON says; None where the bytes are anything else."""
    try:
        text = line.decode("utf-8")
        if not unicodedata.is_normalized("NFC", text) or ("\\u" in text and NOT_STORABLE.search(text)):
            return None
        value = json.loads(text, parse_float=refuse, parse_constant=refuse)
        return value if canonical(value) == text else None
    except (ValueError, RecursionError):
        return None


# -- Notes, keys and policies (C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy) --
def base64(text):
    try:
        data = b64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if b64.b64encode(data).decode() == text else None


def text_of(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def sha256(data):
    return hashlib.sha256(data).digest()


P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(one, other):
    """The sum of two points of the curve, in extended coordinates (RFC 8032, 5.1.4)."""
    a, b = (one[1] - one[0]) * (other[1] - other[0]) % P, (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(n, point):
    total = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = add(total, point)
        point, n = add(point, point), n >> 1
    return total


def point_of(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign) or y >= P:
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def ed25519(public, message, signature):
    """Whether a signature is by the key (RFC 8032, 5.1.7)."""
    key, s = point_of(public), int.from_bytes(signature[32:], "little")
    if key is None or len(signature) != 64 or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    negated = (P - key[0], key[1], key[2], P - key[3])
    x, y, z, _ = add(times(s, BASE), times(k, negated))
    z = pow(z, P - 2, P)
    found = (y * z % P | (x * z % P & 1) << 255).to_bytes(32, "little")
    return found == signature[:32]


NAME = r"[^\x00-\x20+\x7f-\xa0]+"


def key_of(vkey, algorithm):
    """A key `name+id+Base64(algorithm || 32 bytes)`; None where it is none."""
    parts = re.fullmatch(rf"({NAME})\+([0-9a-f]{{8}})\+([A-Za-z0-9+/]+=*)", vkey)
    data = base64(parts[3]) if parts else None
    if data is None or len(data) != 33 or data[0] != algorithm:
        return None
    if sha256(f"{parts[1]}\n".encode() + data).hex()[:8] != parts[2]:
        return None
    return {"name": parts[1], "id": parts[2], "public": data[1:]}


def checkpoint_of(text):
    parts = re.fullmatch(r"([^\n]+)\n(0|[1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\n", text)
    if not parts or base64(parts[3]) is None:
        return None
    return {"text": text, "origin": parts[1], "size": int(parts[2]), "root": parts[3], "signatures": None}


def note_of(data):
    """A checkpoint with its signature lines; None where it is no signed note."""
    written = text_of(data) or ""
    gap = written.rfind("\n\n")
    lines = written[gap + 2 :].split("\n")
    if gap < 0 or lines.pop() != "" or not lines:
        return None
    checkpoint, signatures = checkpoint_of(written[: gap + 1]), []
    for line in lines:
        parts = re.fullmatch(rf"\u2014 ({NAME}) ([A-Za-z0-9+/]+=*)", line)
        blob = base64(parts[2]) if parts else None
        if blob is None or len(blob) < 5:
            return None
        signatures.append((parts[1], blob[:4].hex(), blob[4:]))
    return checkpoint and {**checkpoint, "signatures": signatures}


def signed(note, key):
    """What a key's signatures under a note are worth; unknown signatures are passed over."""
    own = [blob for name, id_, blob in note["signatures"] if (name, id_) == (key["name"], key["id"])]
    if not own:
        return "none"
    return "good" if all(ed25519(key["public"], note["text"].encode(), blob) for blob in own) else "bad"


def cosigned(note, key):
    """When a witness cosigned, in seconds; None where it did not, False where the signature is bad."""
    own = [blob for name, id_, blob in note["signatures"] if (name, id_) == (key["name"], key["id"])]
    if not own:
        return None
    at = int.from_bytes(own[0][:8], "big")
    message = f"cosignature/v1\ntime {at}\n{note['text']}".encode()
    return at if len(own[0]) == 72 and ed25519(key["public"], message, own[0][8:]) else False


def policy_of(data):
    """A policy; None where it is malformed."""
    logs, witnesses, groups, quorum, used = [], {}, {}, None, set()
    text = text_of(data)
    for line in ("?" if text is None else text).split("\n"):
        word, *items = [item for item in re.split(r"[ \t]+", line) if item != ""] or ["#"]
        if word.startswith("#"):
            continue
        name, given_, *more = items + [None] * (2 - len(items))
        known = lambda one: one in witnesses or one in groups
        named = name is not None and name != "none" and not known(name)
        key = key_of(name or "", 1) if word == "log" else key_of(given_ or "", 4) if word == "witness" else None
        if key:
            if key["public"] in used:
                return None
            used.add(key["public"])
        if word == "log" and key:
            logs.append(key)
        elif word == "witness" and key and named:
            witnesses[name] = key
        elif word == "group" and named and more and all(known(one) for one in more):
            k = {"any": 1, "all": len(more)}.get(given_)
            if k is None:
                k = int(given_) if re.fullmatch(r"[1-9][0-9]{0,3}", given_) else len(more) + 1
            if k > len(more) or len(set(more)) < len(more) or any(one in used for one in more):
                return None
            used.update(more)
            groups[name] = (k, more)
        elif word == "quorum" and quorum is None and (name == "none" or known(name)):
            quorum = name
        else:
            return None
    return None if quorum is None else {"logs": logs, "witnesses": witnesses, "groups": groups, "quorum": quorum}


# -- The tree (RFC 6962): a leaf is SHA-256(0 || event), a node SHA-256(1 || left || right) --
def node(left, right):
    return sha256(b"\x01" + left + right)


tree = {"size": 0, "peaks": []}


def grow(leaf):
    rest = tree["size"]
    while rest % 2:
        leaf, rest = node(tree["peaks"].pop(), leaf), rest // 2
    tree["peaks"].append(leaf)
    tree["size"] += 1


def root_now():
    if not tree["peaks"]:
        return b64.b64encode(sha256(b"")).decode()
    *left, root = tree["peaks"]
    for peak in reversed(left):
        root = node(peak, root)
    return b64.b64encode(root).decode()


def root_over(leaf, index, size, path):
    """The root that an inclusion proof leads to (RFC 9162, 2.1.3.2); None where it leads nowhere."""
    top, at, last = leaf, index, size - 1
    for sibling in path:
        if last == 0:
            return None
        if at % 2 or at == last:
            top = node(sibling, top)
            while at % 2 == 0 and at > 0:
                at, last = at // 2, last // 2
        else:
            top = node(top, sibling)
        at, last = at // 2, last // 2
    return b64.b64encode(top).decode() if last == 0 else None


# -- 1: the manifest, and every file it lists --
def files_in(folder, prefix=""):
    for one in os.scandir(folder):
        if one.is_dir(follow_symlinks=False):
            yield from files_in(one.path, f"{prefix}{one.name}/")
        elif one.is_file(follow_symlinks=False):
            yield f"{prefix}{one.name}"


present = sorted(files_in(FOLDER))
STREAMED = {"events.ndjson", "sealed.ndjson", "keys.ndjson"}


def read_of(name):
    if name not in present:
        return None
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read()


def whole(data):
    return parse(data[:-1]) if data and data[-1] == 10 else None


def is_int(v):
    return type(v) is int


listed = whole(read_of("manifest.json"))
sound = isinstance(listed, dict) and listed.get("format") == "gradeledger-bundle/1"
manifest = listed if sound and isinstance(listed.get("files"), dict) and is_int(listed.get("size")) else None
if "manifest.json" not in present:
    find("FILE_MISSING", "manifest.json")
elif not manifest:
    find("MANIFEST_INVALID")
sums = manifest["files"] if manifest else {}


def demand_sum(name, digest):
    if name in sums and sums[name] != digest:
        find("FILE_CHANGED", name)


for name in {*sums, "events.ndjson", "checkpoint.txt", "policy.txt"}:
    if name not in present:
        find("FILE_MISSING", name)
for name in present:
    if manifest and name != "manifest.json" and name not in sums:
        find("FILE_UNLISTED", name)
    elif name not in STREAMED:
        demand_sum(name, hashlib.sha256(read_of(name)).hexdigest())


def lines_of(name, is_summed=True):
    digest = hashlib.sha256()
    if name in present:
        with open(os.path.join(FOLDER, name), "rb") as file:
            for line in file:
                if is_summed:
                    digest.update(line)
                yield line[:-1] if line.endswith(b"\n") else line
        if is_summed:
            demand_sum(name, digest.hexdigest())


# -- 5, 6: the checkpoint, signed by the log, cosigned by a quorum of witnesses --
def given(file, read, what):
    value = None
    if os.path.exists(file):
        with open(file, "rb") as opened:
            value = read(opened.read())
    return value if value is not None else misused(f"{file} is no {what}.")


if asked["policy"]:
    policy = given(asked["policy"][0], policy_of, "policy")
else:
    policy = policy_of(read_of("policy.txt") or b"")
if not policy and "policy.txt" in present:
    find("POLICY_INVALID")
told = [key_of(vkey, 1) or misused(f"{vkey} is no key of a log.") for vkey in asked["vkey"]]
checkpoint = note_of(read_of("checkpoint.txt") or b"")
origin = checkpoint["origin"] if checkpoint else (manifest or {}).get("origin")
log_keys = [key for key in (told or (policy["logs"] if policy else [])) if key["name"] == origin]
if not told and not asked["policy"]:
    find("KEY_FROM_BUNDLE")


def is_signed(note):
    worth = [signed(note, key) for key in log_keys]
    return "good" in worth and "bad" not in worth


def witnessed(note):
    """When each witness cosigned, in seconds, and whether they are a quorum."""
    seen = {}
    for name, key in (policy["witnesses"] if policy else {}).items():
        at = cosigned(note, key)
        if at is False:
            find("WITNESS_SIGNATURE", name)
        elif at is not None:
            seen[name] = at
    met = set(seen)
    for name, (k, members_) in (policy["groups"] if policy else {}).items():
        if sum(one in met for one in members_) >= k:
            met.add(name)
    return seen, bool(policy) and (policy["quorum"] == "none" or policy["quorum"] in met)


seen_at, is_quorum = witnessed(checkpoint) if checkpoint else ({}, False)
if not checkpoint and "checkpoint.txt" in present:
    find("CHECKPOINT_INVALID")
if checkpoint and not is_signed(checkpoint):
    find("LOG_SIGNATURE", origin)
if checkpoint and policy and policy["quorum"] == "none":
    find("NO_WITNESSES")
if checkpoint and policy and not is_quorum:
    find("QUORUM_MISSED", f"of {policy['quorum']} only {' '.join(seen_at) or 'none'}")
if checkpoint and manifest and (manifest["size"] != checkpoint["size"] or manifest.get("origin") != origin):
    find("MANIFEST_DIFFERS")
own_clock = bool(manifest) and manifest.get("clock") == "virtual"
if own_clock:
    find("OWN_CLOCK")

# -- 4, 7: the root at the checkpoint, and at each checkpoint that was kept --
wanted = {}  # size: what the root has to be there
floors = []  # no event after a size is dated before the time at which a witness had seen that size


def want(code, of, detail):
    wanted.setdefault(of["size"], []).append((code, of["root"], detail))


def old_of(data):
    return note_of(data) or checkpoint_of((text_of(data) or "").replace("\r", "").strip() + "\n")


if checkpoint:
    want("ROOT_DIFFERS", checkpoint, f"{checkpoint['root']} was signed")
for file in asked["old"]:
    old = given(file, old_of, "checkpoint")
    if old["signatures"] is None:
        find("OLD_UNSIGNED", file)
    elif not is_signed(old):
        find("OLD_SIGNATURE", file)
    if old["origin"] != origin:
        find("OLD_ORIGIN", f"{file} is of {old['origin']}")
    want("OLD_ROOT", old, f"{file} says {old['root']} at {old['size']}")
    at = max(witnessed(old)[0].values(), default=0) if old["signatures"] else 0
    if at > 0 and not own_clock:
        floors.append((old["size"], (at - 3600) * 1000))
floors.sort(key=lambda floor: floor[0])

# -- Proofs and pages that came with the bundle --
PROOF = re.compile(
    r"c2sp\.org/tlog-proof@v1\n(?:extra [A-Za-z0-9+/=]+\n)?index (0|[1-9][0-9]{0,14})\n((?:[A-Za-z0-9+/]{43}=\n)*)\n"
)
proofs = []
for name in present:
    if re.fullmatch(r"proofs/.+\.tlog-proof", name):
        written = text_of(read_of(name)) or ""
        parts = PROOF.match(written)
        path = [base64(one) or b"" for one in parts[2].split("\n")[:-1]] if parts else []
        index = int(parts[1]) if parts else None
        proofs.append((name, index, path, note_of(written[parts.end() if parts else 0 :].encode())))
leaves = {index: None for _, index, _, _ in proofs}
pages = {}
LISTS = ("cells", "attestations", "lessons")


def is_page(page):
    size = checkpoint and checkpoint["size"]
    if not isinstance(page, dict) or page.get("format") != "gradeledger-page/1" or not is_text(page.get("journal")):
        return False
    if not is_int(page.get("size")) or page["size"] != size:
        return False
    return all(isinstance(page.get(of), list) and all(isinstance(one, dict) for one in page[of]) for of in LISTS)


def is_text(v):
    return isinstance(v, str)


for name in present:
    if re.fullmatch(r"pages/.+\.json", name):
        page = whole(read_of(name))
        if not is_page(page) or page["journal"] in pages:
            find("PAGE_INVALID", name)
        else:
            pages[page["journal"]] = {"name": name, "page": page, **{of: {} for of in LISTS}}


# -- 11: sealed texts beside the events, and the keys to some of them --
def derive(dek, info, length):
    """HKDF-SHA256 without a salt (RFC 5869)."""
    key, block, out = hmac.new(bytes(32), dek, "sha256").digest(), b"", b""
    for n in range(1, (length + 31) // 32 + 1):
        block = hmac.new(key, block + info.encode() + bytes([n]), "sha256").digest()
        out += block
    return out[:length]


def doubled(a):
    return (a << 1 ^ 0x1B) & 0xFF if a & 0x80 else a << 1


def sbox():
    box, p, q = [0] * 256, 1, 1
    while True:
        p ^= doubled(p)
        q ^= q << 1
        q ^= q << 2
        q ^= q << 4
        q &= 0xFF
        q ^= 0x09 if q & 0x80 else 0
        turned = q ^ (q << 1 | q >> 7) ^ (q << 2 | q >> 6) ^ (q << 3 | q >> 5) ^ (q << 4 | q >> 4)
        box[p] = (turned ^ 0x63) & 0xFF
        if p == 1:
            break
    box[0] = 0x63
    return bytes(box)


SBOX = sbox()


def round_keys(key):
    words, factor = [key[at : at + 4] for at in range(0, 32, 4)], 1
    for n in range(8, 60):
        word = words[-1]
        if n % 8 == 0:
            word = bytes(SBOX[one] for one in word[1:] + word[:1])
            word, factor = bytes([word[0] ^ factor]) + word[1:], doubled(factor)
        elif n % 8 == 4:
            word = bytes(SBOX[one] for one in word)
        words.append(bytes(a ^ b for a, b in zip(words[n - 8], word)))
    return [b"".join(words[at : at + 4]) for at in range(0, 60, 4)]


def aes(keys_, block):
    """AES-256 of one block (FIPS 197)."""
    state = bytes(a ^ b for a, b in zip(block, keys_[0]))
    for n in range(1, 15):
        state = [SBOX[state[(at + at % 4 * 4) % 16]] for at in range(16)]
        if n < 14:
            mixed = []
            for at in range(0, 16, 4):
                column = state[at : at + 4]
                every = column[0] ^ column[1] ^ column[2] ^ column[3]
                mixed += [c ^ every ^ doubled(c ^ column[(i + 1) % 4]) for i, c in enumerate(column)]
            state = mixed
        state = bytes(a ^ b for a, b in zip(state, keys_[n]))
    return state


def ghash(key, data):
    total = 0
    for at in range(0, len(data), 16):
        total ^= int.from_bytes(data[at : at + 16], "big")
        product, factor = 0, key
        for bit in range(127, -1, -1):
            product ^= factor if total >> bit & 1 else 0
            factor = factor >> 1 ^ (0xE1 << 120 if factor & 1 else 0)
        total = product
    return total


def opens(dek, event, field, key, sealed):
    """Whether a sealed text opens with a key: AES-256-GCM under a key and a nonce of its own (SP 800-38D)."""
    derived = derive(dek, f"gradeledger/field/v1|{event}|{field}", 44)
    if len(sealed) < 17 or sealed[0] != 1:
        return False
    keys_, bound, text = round_keys(derived[:32]), f"{origin}|{event}|{field}|{key}".encode(), sealed[1:-16]
    padded = bound + bytes(-len(bound) % 16) + text + bytes(-len(text) % 16)
    lengths = (len(bound) * 8).to_bytes(8, "big") + (len(text) * 8).to_bytes(8, "big")
    sum_ = ghash(int.from_bytes(aes(keys_, bytes(16)), "big"), padded + lengths)
    mask = int.from_bytes(aes(keys_, derived[32:] + b"\0\0\0\1"), "big")
    return (sum_ ^ mask).to_bytes(16, "big") == sealed[-16:]


deks = {}
for line in lines_of("keys.ndjson"):
    row = parse(line)
    dek = base64(row["dek"]) if isinstance(row, dict) and is_text(row.get("key")) and is_text(row.get("dek")) else None
    if dek is not None and len(dek) == 32:
        deks[row["key"]] = dek
    else:
        find("KEYS_INVALID")
sealed_lines = lines_of("sealed.ndjson")


def next_sealed():
    for line in sealed_lines:
        row = parse(line)
        if isinstance(row, dict) and all(is_text(row.get(of)) for of in ("ciphertext", "field", "key")):
            sealed = base64(row["ciphertext"])
            if sealed is not None and is_int(row.get("position")):
                return {**row, "sealed": sealed}
        find("SEALED_INVALID")
    return None


texts = {"next": next_sealed(), "seen": 0, "opened": 0, "missing": []}


def check_sealed(event, position, wrong):
    rows = {}
    while texts["next"] and texts["next"]["position"] <= position:
        row, texts["next"] = texts["next"], next_sealed()
        if row["position"] == position and row["field"] not in rows:
            rows[row["field"]] = row
        else:
            find("SEALED_STRAY", row["field"], row["position"])
    for one in event["sealed"] if event else []:
        field, key = one["f"], one["k"]
        row = rows.pop(field, None)
        texts["seen"] += row is not None
        if row is None:
            texts["missing"].append((position, event["id"], field, key))
        elif row["key"] != key or hashlib.sha256(row["sealed"]).hexdigest() != one["h"]:
            wrong("SEALED_CHANGED", field)
        elif key in deks:
            if opens(deks[key], event["id"], field, key, row["sealed"]):
                texts["opened"] += 1
            else:
                wrong("TEXT_UNREADABLE", field)
    for field in rows:
        find("SEALED_STRAY", field, position)


# -- 2: what every event has --
UUID, DAY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"), re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
STREAM, TYPE = re.compile(r"[A-Za-z0-9_.:~-]{1,200}"), re.compile(r"[A-Za-z][A-Za-z0-9_]{0,99}")
SALT, HASH = re.compile(r"[A-Za-z0-9_-]{22}"), re.compile(r"[0-9a-f]{64}")
KEY = re.compile(r"[A-Za-z0-9_-]{1,100}/[a-z]{1,20}/[1-9][0-9]{0,8}")
MEMBERS = "actor at command correlation data id log occurredOn outage request revision rule salt sealed seq source stream type v warnings"
members = set(MEMBERS.split(" "))
ABSENT = object()


def is_(shape, v):
    return is_text(v) and shape.fullmatch(v) is not None


def or_null(of, name):
    return of.get(name, ABSENT) is None or is_text(of.get(name))


def is_due(v):
    return v is None or (isinstance(v, dict) and is_text(v.get("until")))


def is_rule(v):
    if v is None:
        return True
    if not isinstance(v, dict) or not is_text(v.get("parameter")) or not isinstance(v.get("late"), bool):
        return False
    return or_null(v, "deadline") and or_null(v, "grant") and is_due(v.get("due", ABSENT))


def is_actor(v):
    return isinstance(v, dict) and is_(UUID, v.get("id")) and or_null(v, "role") and or_null(v, "onBehalfOf")


def is_sealed(v):
    return isinstance(v, dict) and is_text(v.get("f")) and is_(HASH, v.get("h")) and is_(KEY, v.get("k"))


def is_event(e):
    if not members.issuperset(e) or not all(is_int(e.get(of)) and e[of] >= 0 for of in ("revision", "seq", "v")):
        return False
    shapes = {"id": UUID, "command": UUID, "stream": STREAM, "type": TYPE, "salt": SALT, "occurredOn": DAY}
    if not all(is_(shape, e.get(of)) for of, shape in shapes.items()):
        return False
    if "request" in e and not is_(UUID, e["request"]):
        return False
    if not all(is_text(e.get(of)) for of in ("at", "log", "source")) or not isinstance(e.get("sealed"), list):
        return False
    if not isinstance(e.get("data"), dict) or not is_actor(e.get("actor")) or not is_rule(e.get("rule", ABSENT)):
        return False
    return all(is_sealed(one) for one in e["sealed"])


# -- What the events before one have made of the college; a forged one may hold anything --
def text(of, name):
    v = of.get(name)
    return v if is_text(v) else ""


def last_day(v):
    return v if is_text(v) else "~"  # later than any day


streams, commands = {}, set()  # stream: its last revision
college = {"founding": None, "founded": False, "zone": None, "clocks": {}}
stays = {}  # account and role: by grant, the days on which it gives a right
proposals = {}  # what waits for a second person: who proposed it
lessons = {}  # lesson: its page, the last day for its marks, who stands in
load = {}  # page and teacher: since when
period_of = {}  # page: period
periods = {}  # period: the last day for its attestation marks, whether it is locked
windows = {}  # grants of closed windows that stand
outages = {}  # outage: the last day for its temporary journals
erasures = {}
keys = {}  # key of sealed texts: what became of it
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
# Where the system has no time zones of its own; none of these has changed its clock since 2016.
RUSSIA = {"Kaliningrad": 2, "Moscow": 3, "Samara": 4, "Saratov": 4, "Volgograd": 3}
RUSSIA_EAST = {"Yekaterinburg": 5, "Omsk": 6, "Novosibirsk": 7, "Krasnoyarsk": 7, "Irkutsk": 8, "Yakutsk": 9, "Vladivostok": 10}


def zone_of(name):
    try:
        from zoneinfo import ZoneInfo

        return ZoneInfo(name)
    except Exception:
        area, _, city = name.partition("/")
        hours = (RUSSIA if area == "Europe" else RUSSIA_EAST if area == "Asia" else {}).get(city)
        return None if hours is None else timezone(timedelta(hours=hours))


def clock_at(ms):
    """How far the college's clock is ahead of UTC, and its date: neither changes within a quarter of an hour."""
    quarter = ms // 900_000
    if quarter not in college["clocks"]:
        local = (EPOCH + timedelta(minutes=15 * quarter)).astimezone(college["zone"] or timezone.utc)
        college["clocks"][quarter] = (local.utcoffset(), local.strftime("%Y-%m-%d"))
    return college["clocks"][quarter]


def give(account, role, grant, data):
    days = (text(data, "from"), last_day(data.get("until")))
    stays.setdefault(f"{account} {role}", {})[grant] = days


def take(account, role, grant, until):
    held = stays.get(f"{account} {role}", {})
    if grant in held:
        held[grant] = (held[grant][0], last_day(until))


def holds(account, role, day):
    return any(start <= day <= until for start, until in stays.get(f"{account} {role}", {}).values())


# -- 10: who acted --
TEACHING = ("teacher", "practicalTrainingInstructor")
FOUR_EYES = ("journalAdministrator", "auditor")
GUARDIANS = ("legalGuardian", "trustedPerson")


def actor_fault(event, day):
    """Why the actor could not do this in the role that the event names; None where they could."""
    id_, role = event["actor"]["id"], event["actor"]["role"]
    if event["command"] == college["founding"] or (role is None and event["type"] == "AttemptRefused"):
        return None
    stands_in = role == "substituteTeacher" and any(holds(id_, one, day) for one in TEACHING)
    return None if role is not None and (holds(id_, role, day) or stands_in) else f"{id_} was no {role} on {day}"


def is_taught(event, day):
    data, id_, role = event["data"], event["actor"]["id"], event["actor"]["role"]
    if event["source"] == "import":
        return True
    if role == "substituteTeacher":
        return lessons.get(text(data, "lesson"), {}).get("substitute") == id_
    return role in TEACHING and load.get(f"{text(data, 'journal')} {id_}", "~") <= day


def second(what, event, wrong):
    if what not in proposals:
        wrong("PROPOSAL_UNKNOWN", what)
    elif proposals[what] == event["actor"]["id"]:
        wrong("SAME_PERSON", f"{event['actor']['id']} confirmed the own proposal")
    proposals.pop(what, None)


# -- 9: entries in time --
MARKS = {"MarkRecorded", "MarkCorrected", "MarkWithdrawn"}
RESULTS = {"AttestationMarkRecorded", "AttestationMarkCorrected"}
ABSENCES = {"AbsenceAnnounced", "AbsenceRecorded", "LateArrivalRecorded", "AbsenceCancelled", "AbsenceClassified"}
ENTRIES = MARKS | RESULTS | ABSENCES
BACK_ENTRY = "outage.backEntryWorkingDays"
CLOSING = {"currentMark.editWindowDays", "attestation.editWindowDays", "attendance.editWindowDays", BACK_ENTRY}


def is_granted(event, day):
    """Whether a grant that stands opens an entry."""
    rule, data, grant = event["rule"], event["data"], windows.get(event["rule"]["grant"])
    if grant is None or grant.get("journal", ABSENT) != data.get("journal", ABSENT):
        return False
    if not day <= grant["until"] or rule["deadline"] != grant["until"]:
        return False
    lesson, account = grant.get("lesson", ABSENT), grant.get("account", ABSENT)
    covers = "attestationMarks" if event["type"] in RESULTS else "currentMarks"
    fits = (lesson is None or lesson == data.get("lesson", ABSENT)) and grant.get("covers") == covers
    return fits and (account is None or account == event["actor"]["id"])


def given_to(event):
    """The last day that was given to a mark or a result."""
    data = event["data"]
    if (event["rule"] or {}).get("parameter") == BACK_ENTRY:
        return outages.get(text(event, "outage"))
    if event["type"] in RESULTS:
        return periods.get(period_of.get(text(data, "journal")), {}).get("until")
    lesson = lessons.get(text(data, "lesson"))
    return lesson["until"] if lesson and lesson["journal"] == data.get("journal", ABSENT) else None


def check_window(event, ms, day, wrong):
    type_, rule, data = event["type"], event["rule"] or {}, event["data"]
    imported = event["source"] == "import"
    if type_ in ENTRIES and periods.get(period_of.get(text(data, "journal")), {}).get("locked"):
        wrong("PERIOD_LOCKED")
    granted, deadline = is_text(rule.get("grant")), rule.get("deadline")
    if granted and not is_granted(event, day):
        wrong("GRANT_INVALID", rule["grant"])
    if type_ in MARKS or type_ in RESULTS:
        until = given_to(event)
        if not granted and (until is None or deadline != until):
            wrong("DEADLINE_DIFFERS", f"{deadline or 'none'} and not {until or 'none'}")
        elif not imported and not (is_text(deadline) and day <= deadline):
            wrong("WINDOW_CLOSED", f"on {day}, until {deadline}")
    due = (rule.get("due") or {}).get("until")
    if due is None and rule.get("parameter") not in CLOSING:
        due = deadline
    if not is_text(due) or rule["late"] or granted or imported or "outage" in event:
        return
    local = EPOCH + timedelta(milliseconds=ms) + clock_at(ms)[0]
    now = local.strftime("%Y-%m-%dT%H:%M") if "T" in due else day
    if now > due:
        wrong("LATE_UNMARKED", f"on {now}, due {due}")


# -- What an event changes for those after it; the four-eyes rules are checked on the way --
def key_in(list_, data):
    for one in list_ if isinstance(list_, list) else []:
        if isinstance(one, dict) and all(one.get(of, ABSENT) == data.get(of, ABSENT) for of in ("subject", "purpose")):
            return one
    return None


def key_named(data):
    n = data.get("generation")
    name = f"{text(data, 'subject')}/{text(data, 'purpose')}/{n if is_int(n) and n >= 0 else ''}"
    return keys.setdefault(name, {})


def college_founded(event, data, wrong):
    if event["command"] != college["founding"] or college["founded"]:
        wrong("NOT_FOUNDED")
    zone = zone_of(text(data, "zone"))
    if zone is None:
        wrong("ZONE_UNKNOWN")
    else:
        college["zone"] = zone
    college["founded"] = True
    college["clocks"].clear()


def role_granted(event, data, wrong):
    founding, grant = event["command"] == college["founding"], text(data, "grant")
    if not founding and event["actor"]["id"] == data.get("account"):
        wrong("SAME_PERSON", f"{event['actor']['id']} gave the own role")
    if not founding and (is_text(data.get("proposedBy")) or text(data, "role") in FOUR_EYES):
        second(f"role {grant}", event, wrong)
    give(text(data, "account"), text(data, "role"), grant, data)


def window_granted(event, data, wrong):
    what = f"window {text(data, 'grant')}"
    if what in proposals:
        second(what, event, wrong)
    windows[text(data, "grant")] = {**data, "until": text(data, "until")}


def erasure_approved(event, data, wrong):
    steps, step = erasures.get(text(data, "erasure"), {}).get("steps"), text(data, "step")
    if step == "second" and steps and steps.get("first", ("",))[0] == event["actor"]["id"]:
        wrong("SAME_PERSON", f"{event['actor']['id']} agreed twice")
    if steps is not None:
        steps[step] = (event["actor"]["id"], data.get("keys"))


def key_created(event, data, wrong):
    key = key_named(data)
    late = "used" in key and key["used"][2] != event["command"]
    if late or "commitment" in key:
        wrong("KEY_UNKNOWN", "it was used before" if late else "it was made before")
    key.update(commitment=text(data, "commitment"), position=event["position"])


def key_destroyed(event, data, wrong):
    key_named(data)["destroyed"] = True
    erasure = erasures.get(text(data, "erasure"), {})
    term, steps = key_in(erasure.get("terms"), data), erasure.get("steps", {})
    agreed = lambda step: step in steps and key_in(steps[step][1], data) is not None
    asked_ = erasure.get("by") in ("subject", "guardian")
    withdrawn = agreed("withdrawal") and term and term.get("basis") == "consentWithdrawn" and asked_
    if not term or not (withdrawn or (agreed("first") and agreed("second"))):
        wrong("DESTROYED_UNAPPROVED")
    elif is_text(term.get("dueOn")) and event["day"] < term["dueOn"]:
        wrong("DESTROYED_EARLY", term["dueOn"])


def propose(kind):
    return lambda event, data, _: proposals.update({f"{kind} {text(data, 'grant' if kind != 'change' else 'change')}": event["actor"]["id"]})


def decline(kind):
    return lambda _, data, __: proposals.pop(f"{kind} {text(data, 'grant' if kind != 'change' else 'change')}", None)


def amend(map_, name, change):
    return lambda _, data, __: map_.get(text(data, name), {}).update(change(data))


CHANGES = {
    "CollegeFounded": college_founded,
    "RoleGrantProposed": propose("role"),
    "RoleGrantDeclined": decline("role"),
    "RoleGranted": role_granted,
    "RoleRevoked": lambda _, d, __: take(text(d, "account"), text(d, "role"), text(d, "grant"), d.get("until")),
    "GuardianDelegationGranted": lambda _, d, __: give(text(d, "account"), "trustedPerson", text(d, "delegation"), d),
    "GuardianDelegationRevoked": lambda _, d, __: take(
        text(d, "account"), "trustedPerson", text(d, "delegation"), d.get("until")
    ),
    "RegulationChangeProposed": propose("change"),
    "RegulationChangeDeclined": decline("change"),
    "RegulationChangeConfirmed": lambda event, d, wrong: second(f"change {text(d, 'change')}", event, wrong),
    "EditWindowGrantProposed": propose("window"),
    "EditWindowGrantDeclined": decline("window"),
    "EditWindowGranted": window_granted,
    "EditWindowGrantRevoked": lambda _, d, __: windows.pop(text(d, "grant"), None),
    "JournalOpened": lambda _, d, __: period_of.update({text(d, "journal"): text(d, "period")}),
    "JournalTeacherAssigned": lambda _, d, __: load.update({f"{text(d, 'journal')} {text(d, 'account')}": text(d, "from")}),
    "JournalTeacherReleased": lambda _, d, __: load.pop(f"{text(d, 'journal')} {text(d, 'account')}", None),
    "LessonScheduled": lambda _, d, __: lessons.update(
        {text(d, "lesson"): {"journal": d.get("journal"), "until": text(d, "marksUntil")}}
    ),
    "LessonMoved": amend(lessons, "lesson", lambda d: {"until": text(d, "marksUntil")}),
    "SubstituteAssigned": amend(lessons, "lesson", lambda d: {"substitute": d.get("account")}),
    "AttestationPeriodSet": lambda _, d, __: periods.setdefault(text(d, "period"), {"locked": False}).update(
        until=text(d, "attestationMarksUntil")
    ),
    "AttestationPeriodLocked": amend(periods, "period", lambda _: {"locked": True}),
    "AttestationPeriodReopened": amend(periods, "period", lambda _: {"locked": False}),
    "AccessRestored": lambda _, d, __: outages.update({text(d, "outage"): text(d, "backEntryUntil")}),
    "ErasureRequested": lambda _, d, __: erasures.update(
        {text(d, "erasure"): {"by": d.get("requestedBy"), "terms": [], "steps": {}}}
    ),
    "ErasureScheduled": amend(erasures, "erasure", lambda d: {"terms": d.get("terms")}),
    "ErasureApproved": erasure_approved,
    "ErasureDeclined": lambda _, d, __: erasures.pop(text(d, "erasure"), None),
    "SubjectKeyCreated": key_created,
    "SubjectKeyDestroyed": key_destroyed,
}

# -- 12: pages as the events leave them --
STATES = {"AbsenceAnnounced": "announced", "AbsenceRecorded": "absent", "LateArrivalRecorded": "late", "AbsenceCancelled": "none"}


def mark_of(data, value):
    """What is printed of a mark; a forged event may lack it."""
    return {name: data[of] for name, of in (("workType", "workType"), ("value", value)) if of in data}


def same_work(one, data):
    return one.get("workType", ABSENT) == data.get("workType", ABSENT)


def turn(page, event, position):
    type_, data = event["type"], event["data"]
    lesson, student = text(data, "lesson"), text(data, "student")
    if type_ in MARKS or type_ in STATES:
        name = f"{lesson} {student}"
        cell = dict(page["cells"][name][0]) if name in page["cells"] else None
        cell = cell or {"lesson": lesson, "student": student, "marks": [], "attendance": "none"}
        if type_ == "MarkRecorded":
            cell["marks"] = cell["marks"] + [mark_of(data, "value")]
        elif type_ == "MarkCorrected":
            cell["marks"] = [mark_of(data, "to") if same_work(one, data) else one for one in cell["marks"]]
        elif type_ == "MarkWithdrawn":
            cell["marks"] = [one for one in cell["marks"] if not same_work(one, data)]
        else:
            cell["attendance"] = STATES[type_]
        page["cells"][name] = (cell, position, False)
    elif type_ in ("LessonScheduled", "LessonMoved"):
        page["lessons"][lesson] = ({"lesson": lesson, "date": text(data, "date")}, position, False)
    elif type_ == "LessonCancelled":
        page["lessons"].pop(lesson, None)
    elif type_ in ("AttestationMarkRecorded", "RepeatAttestationRecorded"):
        value = {"student": student, "result": text(data, "result")}
        page["attestations"][student] = (value, position, type_ == "RepeatAttestationRecorded")
    elif type_ == "AttestationMarkCorrected" and not page["attestations"].get(student, (0, 0, False))[2]:
        page["attestations"][student] = ({"student": student, "result": text(data, "to")}, position, False)


def compare_page(replayed):
    name, page = replayed["name"], replayed["page"]
    name_of = lambda line: f"{text(line, 'lesson')} {text(line, 'student')}"
    for list_ in LISTS:
        printed = {name_of(line): canonical(line) for line in page[list_]}
        if len(printed) < len(page[list_]):
            find("PAGE_DIFFERS", f"{name}, a line of {list_} twice")
        for value, position, _ in replayed[list_].values():
            empty = list_ == "cells" and not value["marks"] and value["attendance"] == "none"
            line = printed.pop(name_of(value), None)
            if line != (None if empty else canonical(value)):
                find("PAGE_DIFFERS", f"{name}, {line or 'nothing'} and not {canonical(value)}", position)
        for line in printed.values():
            find("PAGE_DIFFERS", f"{name}, {line} and not nothing")


# -- 8: the order of events --
run = {"latest": float("-inf"), "latest_at": None, "recent": {}, "previous": None, "is_signed": False}
LAST = 253402128000000  # 30 December 9999


def check_time(event, ms, position, wrong):
    at = (EPOCH + timedelta(milliseconds=ms)).strftime("%Y-%m-%dT%H:%M:%S.") + f"{ms % 1000:03}Z"
    if at != event["at"]:
        wrong("ID_TIME", event["at"])
    if ms < run["latest"] - 2000:
        wrong("TIME_BACK", event["at"])
    while floors and floors[0][0] < position:
        if ms < floors.pop(0)[1]:
            wrong("UNLIKE_WITNESS", event["at"])
    if ms > run["latest"]:
        run["latest"], run["latest_at"] = ms, position
    # An id begins with its time, and time goes back two seconds at most: older ids cannot come again unnoticed.
    same = run["recent"].setdefault(ms, set())
    if event["id"] in same:
        wrong("EVENT_TWICE")
    same.add(event["id"])
    if len(run["recent"]) > 50_000:
        for old in [one for one in run["recent"] if one < run["latest"] - 2000]:
            del run["recent"][old]


def judge(event, position, wrong):
    command, seq, stream, actor, data = (event[of] for of in ("command", "seq", "stream", "actor", "data"))
    if event["log"] != origin:
        wrong("WRONG_LOG", event["log"])
    ms = min(int(event["id"][:8] + event["id"][9:13], 16), LAST)
    check_time(event, ms, position, wrong)
    day = clock_at(ms)[1]
    before = streams.get(stream, -1)
    if event["revision"] != before + 1:
        wrong("REVISION_GAP", f"{event['revision']} after {before} in {stream}")
    streams[stream] = event["revision"]
    college["founding"] = college["founding"] or command
    if command != college["founding"]:
        if not college["founded"]:
            wrong("NOT_FOUNDED")
        college["founded"] = True
    previous, run["previous"] = run["previous"], event
    if seq > 0:
        follows = previous and previous["command"] == command and previous["seq"] == seq - 1
        if not follows or canonical(previous["actor"]) != canonical(actor):
            wrong("COMMAND_SPLIT", command)
    else:
        if command in commands:
            wrong("COMMAND_TWICE", command)
        commands.add(command)
        fault = actor_fault(event, day)
        if fault:
            wrong("ROLE_NOT_HELD", fault)
    other = actor["onBehalfOf"]
    if other is not None and not (actor["role"] in GUARDIANS and data.get("student") in (None, other)):
        wrong("ROLE_NOT_HELD", f"{actor['id']} did not act on behalf of {other}")
    if event["type"] in MARKS and not is_taught(event, day):
        wrong("NOT_IN_LOAD", actor["id"])
    check_window(event, ms, day, wrong)
    for one in event["sealed"]:
        if keys.setdefault(one["k"], {"used": (position, event["id"], command)}).get("destroyed"):
            wrong("KEY_UNKNOWN", f"{one['k']} was destroyed")
    if event["type"] in CHANGES:
        CHANGES[event["type"]]({**event, "position": position, "day": day}, data, wrong)
    if is_text(data.get("journal")) and data["journal"] in pages:
        turn(pages[data["journal"]], event, position)


# -- The one pass over the events --
def compare_root():
    for code, root, detail in wanted.get(tree["size"], []):
        found = root_now()
        if root != found:
            find(code, f"{found} by the events, {detail}")
        elif code == "ROOT_DIFFERS":
            run["is_signed"] = True


compare_root()
for line in lines_of("events.ndjson", is_summed=False):
    leaf = sha256(b"\0" + line)
    grow(leaf)
    compare_root()
    position = tree["size"]
    value = None if len(line) > 60_000 else parse(line)
    event = value if isinstance(value, dict) and is_event(value) else None
    wrong = lambda code, detail="": find(code, detail, position, event["id"] if event else None)
    if position - 1 in leaves:
        leaves[position - 1] = (leaf, event["id"] if event else None)
    if event:
        judge(event, position, wrong)
    else:
        wrong("NOT_AN_EVENT" if isinstance(value, dict) else "NOT_CANONICAL")
    if "sealed.ndjson" in present:
        check_sealed(event, position, wrong)

# -- What can be said only at the end --
# The root speaks for every byte of the events; where it is another, the manifest tells a damaged file from a forged one.
if not run["is_signed"]:
    for _ in lines_of("events.ndjson"):
        pass
covered = checkpoint["size"] if checkpoint else tree["size"]
if tree["size"] < covered:
    find("EVENTS_MISSING", f"{tree['size']} of {covered}")
if tree["size"] > covered:
    find("EVENTS_BEYOND", f"{tree['size']} of {covered}", covered + 1)
for size in wanted:
    if size > tree["size"] and not (checkpoint and size == checkpoint["size"]):
        find("OLD_BEYOND", f"{size} and not {tree['size']}")
if seen_at and not own_clock and run["latest"] > (max(seen_at.values()) + 300) * 1000:
    find("UNLIKE_WITNESS", "", run["latest_at"])
while texts["next"]:
    find("SEALED_STRAY", texts["next"]["field"], texts["next"]["position"])
    texts["next"] = next_sealed()
for position, id_, field, key in texts["missing"]:
    if not keys.get(key, {}).get("destroyed"):
        find("SEALED_MISSING", f"{field} under {key}", position, id_)
for name, key in keys.items():
    if "used" in key and "commitment" not in key:
        find("KEY_UNKNOWN", f"{name} was never made", key["used"][0], key["used"][1])
for name, dek in deks.items():
    key = keys.get(name, {})
    if key.get("commitment") != derive(dek, "gradeledger/key-commit/v1", 32).hex():
        find("DEK_WRONG", name, key.get("position"))
for name, index, path, note in proofs:
    leaf, root = leaves.get(index), None
    if note and leaf and checkpoint and note["text"] == checkpoint["text"] and is_signed(note):
        root = root_over(leaf[0], index, note["size"], path)
    if root is None or root != note["root"] or name != f"proofs/{leaf[1]}.tlog-proof":
        find("PROOF_WRONG", name, index + 1 if leaf else None)
for page in pages.values():
    compare_page(page)

# -- The verdict --
classes = {one["class"] for one in findings}
exit_ = 1 if "tampered" in classes else 2 if "incomplete" in classes else 0
counts = {"events": tree["size"], "streams": len(streams), "commands": len(commands), "texts": texts["seen"]}
counts.update(opened=texts["opened"], pages=len(pages), proofs=len(proofs), old=len(asked["old"]), witnesses=len(seen_at))
verdict = ["ok", "tampered", "incomplete"][exit_]
WORDS = {
    "ok": "OK: every event is the one that was signed, and none breaks a rule.",
    "tampered": "TAMPERED: this is not what was signed, or it breaks the rules of the log.",
    "incomplete": "INCOMPLETE: what is here holds together, but something is missing.",
}


def sentence(one):
    at = f" position {one['position']}" if one["position"] is not None else ""
    at += f" event {one['event']}" if one["event"] is not None else ""
    return f"{one['class'].upper()} {one['code']}{at}: {one['text']}"


report = {"exit": exit_, "verdict": verdict, "origin": origin, "root": root_now(), **counts, "findings": findings}
if asked["json"]:
    print(json.dumps(report))
else:
    for one in findings[:200]:
        print(sentence(one))
    if len(findings) > 200:
        print(f"... and {len(findings) - 200} more.")
    print(f"{origin}: {', '.join(f'{count} {what}' for what, count in counts.items())}; root {report['root']}")
    print(WORDS[verdict])
sys.exit(exit_)
