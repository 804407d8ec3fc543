#!/usr/bin/env python3
"""Reads a Beatbook store, clear or sealed, private or in an exchange directory, without Beatbook. See Format.md.

    reader.py DIRECTORY [--officer NAME] [--secret FILE] [--records]

One JSON object per line on standard output: the changes, or with --records what survives in each record. FILE holds the
officer's passphrase, or the recovery code when no --officer is given. Every hash, signature, commitment, chain and seal is
checked; what is wrong goes to standard error, and the exit status is then 2. Needs Python 3.9 and, for signatures and
seals, the package `cryptography` (Debian: python3-cryptography).
"""
import argparse, base64, hashlib, hmac, json, os, sys
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

STREAMS = ["general", "restricted"]
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
MARKER = bytes.fromhex("ff00b76272ff0d0a")
problems = []


def problem(text):
    problems.append(text)
    print(text, file=sys.stderr)


# Texts and hashes

def sha(data): return hashlib.sha256(data).digest()
def b64(data): return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
def raw(text): return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def base32(data, count):
    bits = int.from_bytes(data, "big") >> (8 * len(data) - 5 * count)
    return "".join(ALPHABET[bits >> 5 * (count - 1 - place) & 31] for place in range(count))


def parse(data):
    def members(pairs):
        if len({name for name, _ in pairs}) < len(pairs): raise ValueError("a name stands twice")
        return dict(pairs)
    return json.loads(data.decode("utf-8"), object_pairs_hook=members)


def text(value): return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def checked(data, kind):
    """A line that ends with the hash of what stands before it; None when it does not."""
    line = data.split(b"\n", 1)[0]
    covered, found, check = line.rpartition(b',"check":"')
    if not found or check != b64(sha(covered)).encode() + b'"}': return None
    value = parse(line)
    return value if value.get("beatbook") == kind else None


# Keys from keys

def part(key, name, salt=None):
    return HKDF(hashes.SHA256(), 32, salt, b"beatbook sealed 1\n" + name.encode()).derive(key)


def name_of(key): return b64(part(key, "identity")[:16])


def unseal(key, name, words, sealed, number, retry=0):
    """Opens ciphertext and tag under a subkey; raises InvalidTag."""
    nonce = number.to_bytes(8, "big") + retry.to_bytes(4, "big")
    place = "".join(word + "\n" for word in words)
    return AESGCM(key).decrypt(nonce, sealed, f"beatbook sealed 1\n{name}\n{place}".encode() + nonce)


def unbox(key, name, words, box):
    return unseal(part(key, name, raw(box["salt"])), name, words + [str(box["epoch"])], raw(box["s"]), 0)


def hpke_open(private, info, wrapped):
    """RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; the first message, no associated data."""
    def extract(suite, salt, label, material):
        return hmac.new(salt or bytes(32), b"HPKE-v1" + suite + label + material, "sha256").digest()
    def expand(suite, secret, label, context, length):
        labeled = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + context
        return HKDFExpand(hashes.SHA256(), length, labeled).derive(secret)
    def public(key): return key.public_bytes(Encoding.Raw, PublicFormat.Raw)
    kem, suite = b"KEM" + bytes([0, 0x20]), b"HPKE" + bytes([0, 0x20, 0, 1, 0, 2])
    shared = private.exchange(X25519PublicKey.from_public_bytes(wrapped[:32]))
    secret = expand(kem, extract(kem, b"", b"eae_prk", shared), b"shared_secret",
                    wrapped[:32] + public(private.public_key()), 32)
    context = b"\0" + extract(suite, b"", b"psk_id_hash", b"") + extract(suite, b"", b"info_hash", info)
    secret = extract(suite, secret, b"secret", b"")
    key, nonce = expand(suite, secret, b"key", context, 32), expand(suite, secret, b"base_nonce", context, 12)
    return AESGCM(key).decrypt(nonce, wrapped[32:], b"")


def recovery_key(code):
    letters = [c for c in code.lower().replace("o", "0").replace("i", "1").replace("l", "1") if c in ALPHABET]
    bits = 0
    for place, letter in enumerate(letters):
        if place % 5 < 4: bits = bits << 5 | ALPHABET.index(letter)
    return part((bits & (1 << 160) - 1).to_bytes(20, "big"), "recovery")


class Store:
    def __init__(self, root):
        self.root, self.changes, self.keys = root, {}, {stream: {} for stream in STREAMS}
        copies = [checked(self.read(name), "store") for name in ("store.json", "store.copy.json") if self.has(name)]
        good = [copy for copy in copies if copy]
        if len(good) < len(copies): problem("store.json: a copy is damaged")
        if not good: sys.exit("no store here, or its description is damaged")
        self.about = good[0]
        self.identity, self.sealed = self.about["store"], self.about["mode"] == "sealed"
        if self.about["incompat"]: sys.exit("a newer version wrote this store")

    def path(self, name): return os.path.join(self.root, name)
    def has(self, name): return os.path.exists(self.path(name))
    def list(self, name): return sorted(os.listdir(self.path(name))) if os.path.isdir(self.path(name)) else []

    def read(self, name):
        with open(self.path(name), "rb") as file: return file.read()

    # Opening

    def unlock(self, officer, secret):
        files = {}
        for name in self.list("keys"):
            kind = "epoch" if name.startswith("epoch-") else "slot"
            value = checked(self.read("keys/" + name), kind)
            if value and value["store"] == self.identity: files.setdefault(name.split(".")[0], value)
            else: problem(f"keys/{name} is damaged")
        self.epochs = sorted((f for n, f in files.items() if n.startswith("epoch-")), key=lambda f: f["epoch"])
        if officer is None:
            holder, anchors = X25519PrivateKey.from_private_bytes(recovery_key(secret)), None
        else:
            holder, anchors = self.slot({n: f for n, f in files.items() if not n.startswith("epoch-")}, officer, secret)
        for stream in STREAMS: self.open_stream(stream, holder, anchors)
        if not self.keys["general"]: sys.exit("nothing opens with this")

    def slot(self, slots, officer, passphrase):
        for stem in sorted(slots, key=lambda stem: -int(stem.split("-")[1])):
            slot, (name, generation) = slots[stem], stem.split("-")
            if not set(slot.get("start", [])) <= {file["epoch"] for file in self.epochs}: continue
            key = hashlib.scrypt(officer.encode() + b"\0" + passphrase.encode(), salt=raw(slot["salt"]),
                                 n=1 << slot["cost"], r=8, p=1, maxmem=1 << 28, dklen=32)
            words = [self.identity, name, generation, str(slot["cost"]), slot["salt"]]
            words += [str(word) for word in slot.get("passphrase", [])]
            try: content = parse(unbox(key, "slot", words, slot["box"]))
            except InvalidTag: continue
            return X25519PrivateKey.from_private_bytes(raw(content["key"])), content["anchors"]
        sys.exit("nothing opens with this")

    def open_stream(self, stream, holder, anchors):
        sections = [(file["epoch"], file["streams"][stream]) for file in self.epochs if stream in file["streams"]]

        def granted(epoch, section):
            info = "\n".join(["beatbook grant 1", self.identity, stream, str(epoch)]).encode()
            for grant in section["grants"]:
                try: key = hpke_open(holder, info, raw(grant))
                except (InvalidTag, ValueError): continue
                if name_of(key) == section["id"]: return key

        def proven(epoch, section, key):
            message = text(["beatbook proof 1", [self.identity, stream, str(epoch)], section["id"], section["grants"],
                            section["box"]])
            mac = hmac.new(part(key, "proof"), message.encode(), "sha256").digest()
            return hmac.compare_digest(mac, raw(section["proof"][1]))

        if anchors is None: start = [entry for entry in sections if granted(*entry)]
        else: start = [(e, s) for e, s in sections if [e, s["id"]] == anchors.get(stream)]
        found = {}
        while start:
            epoch, section = start[0]
            key = granted(epoch, section)
            if not key: return
            content = parse(unbox(key, "keys", [self.identity, stream, str(epoch)], section["box"]))
            found = {**{int(e): raw(k) for e, k in content["earlier"].items()}, **found, epoch: key}
            start = [(e, s) for e, s in sections if s["proof"] and s["proof"][0] == epoch and proven(e, s, key)]
            for branch, other in start[1:]: found[branch] = granted(branch, other)
        self.keys[stream] = {epoch: key for epoch, key in found.items() if key}

    # Segments and logs

    def read_all(self):
        for stream in STREAMS:
            if self.sealed and not self.keys[stream]: continue
            for base in (f"{stream}/segments", f"segments/{stream}"):
                for writer in self.list(base):
                    hashes_seen, heads = {}, []
                    for name in self.list(f"{base}/{writer}"):
                        path = f"{base}/{writer}/{name}"
                        try: head, identity = self.segment(path, stream, writer)
                        except (ValueError, KeyError, IndexError, TypeError, InvalidTag) as error:
                            problem(f"{path}: {error or type(error).__name__}")
                            continue
                        hashes_seen[identity] = head["number"]
                        heads.append((path, head))
                    for path, head in heads:
                        follows = hashes_seen.get(head["prev"]) if head["prev"] else 0
                        if follows != head["number"] - 1: problem(f"{path}: what comes before is not here")
            if self.has(f"{stream}/wal"): self.log(stream)

    def segment(self, path, stream, writer):
        lines = self.read(path).split(b"\n")
        head = parse(lines[0])
        identity = b64(sha(lines[0]))
        if head["incompat"] or head["suite"] != int(self.sealed): raise ValueError("not for this reader")
        if base32(sha(lines[0]), 8) not in path: problem(f"{path}: the name is another's")
        owner = sha(b"beatbook writer 1\n" + b"".join(raw(head["keys"][s]) for s in STREAMS if s in head["keys"]))
        if base32(owner, 26) != writer: problem(f"{path}: the keys are another writer's")
        signed, _, signature = lines[0].rpartition(b',"sig":"')
        try:
            Ed25519PublicKey.from_public_bytes(raw(head["keys"][stream])).verify(
                raw(signature[:-2].decode()), b"beatbook segment 1\n" + signed)
        except InvalidSignature: problem(f"{path}: the signature is wrong")
        count = head["changes"]
        body, values = lines[1:count + 1], lines[count + 2:2 * count + 2]
        whole = b"".join(line + b"\n" for line in body)
        if len(whole) != head["length"] or b64(sha(whole)) != head["hash"]: problem(f"{path}: the body is damaged")
        second = parse(lines[count + 1])
        area = b"".join(line + b"\n" for line in values)
        if len(area) != second["length"] or b64(sha(raw(second["salt"]) + area)) != second["hash"]:
            problem(f"{path}: the values are damaged")
        ends = [lines[count + 1], b""] if self.sealed else [b""]
        if lines[2 * count + 2:] != ends: problem(f"{path}: the end is damaged")
        if self.sealed:
            def opened(rows, name, epoch, salt):
                key = part(self.keys[stream][epoch], name, raw(salt))
                words = [self.identity, stream, str(epoch), writer, str(head["number"])]
                return [unseal(key, name, words, raw(parse(row)["s"]), place) for place, row in enumerate(rows)]
            body = opened(body, "body", head["epoch"], head["salt"])
            values = opened(values, "payload", second["epoch"], second["salt"])
        for change, payload in zip(body, values): self.change(path, stream, change, payload)
        return head, identity

    def log(self, stream):
        path, data = f"{stream}/wal", self.read(f"{stream}/wal")
        heads = [checked(data[start + 8:start + 4096], "log") for start in (0, 4096)]
        head = heads[0] or heads[1]
        if heads[0] != heads[1]: problem(f"{path}: a copy of the head is damaged")
        if not head: return problem(f"{path}: the head is damaged")
        salt, end, place, expected = raw(head["salt"]), len(data.rstrip(b"\0")), 8192, head["first"]
        while place < end:
            length, sequence = (int.from_bytes(data[place + a:place + b], "little") for a, b in ((8, 12), (12, 20)))
            tag, body = data[place + 20:place + 36], data[place + 36:place + 36 + length]
            try:
                if data[place:place + 8] != MARKER or len(body) < length: raise ValueError
                if self.sealed:
                    words = [self.identity, stream, str(head["epoch"]), head["writer"], head["salt"]]
                    key = part(self.keys[stream][head["epoch"]], "log", salt)
                    body = unseal(key, "log", words, body[4:] + tag, sequence, int.from_bytes(body[:4], "little"))
                elif sha(salt + data[place + 12:place + 20] + data[place + 8:place + 12] + body)[:16] != tag:
                    raise ValueError
                self.change(path, stream, *body.split(b"\n")[:2])
                if sequence != expected: problem(f"{path}: {sequence - expected} changes are missing")
                expected, place = sequence + 1, place + 36 + length
            except (ValueError, InvalidTag, KeyError, TypeError):
                problem(f"{path}: damaged from byte {place} on")
                place = data.find(MARKER, place + 1) if MARKER in data[place + 1:] else end
        missing = head["first"] + head.get("count", 0) - expected
        if missing > 0: problem(f"{path}: {missing} changes are missing")

    def change(self, path, stream, body, payload):
        head, identity, ops = parse(body), b64(sha(body)), []
        rows = parse(payload)
        if rows[0] != identity[:8]: problem(f"{path}: values of another change")
        spans = elements(payload)
        for place, (record, commitment, *groups) in enumerate(head["ops"]):
            row, groups = rows[place + 1], [group for group in groups if isinstance(group, list)]
            paths = [(name, [head["seen"][n] for n in group if isinstance(n, int)])
                     for group in groups for name in group if isinstance(name, str)]
            if row is None: found = [{"@gone": "erased"}] * len(paths)
            elif b64(sha(raw(row[0]) + elements(spans[place + 1])[1])) == commitment: found = row[1]
            else:
                problem(f"{path}: the values of a record do not match")
                found = [{"@gone": "unreadable"}] * len(paths)
            ops += [{"record": record, "path": name, "value": value, "pred": seen}
                    for (name, seen), value in zip(paths, found)]
        rest = {name: value for name, value in head.items() if name not in ("ops", "seen")}
        self.changes.setdefault(identity, {"stream": stream, "change": identity, **rest, "ops": ops})

    def hide(self):
        """What was erased stays hidden, also where an old file still holds it."""
        marks = {(op["record"], op["path"]) for change in self.changes.values() for op in change["ops"]
                 if op["path"] == "@erased" or op["path"].startswith("@erased/")}
        self.erased = {}
        for record, path in marks: self.erased.setdefault(record, set()).add(path[len("@erased/"):])
        for change in self.changes.values():
            for op in change["ops"]:
                if self.is_erased(op["record"], op["path"]): op["value"] = {"@gone": "erased"}

    def is_erased(self, record, path):
        if path == "@erased" or path.startswith(("@erased/", "@applied/")): return False
        return any(not row or path == row or path.startswith(row + "/") for row in self.erased.get(record, ()))

    def records(self):
        """What survives at each path: the values that no other change there has seen."""
        values, replaced = {}, set()
        for identity, change in self.changes.items():
            for op in change["ops"]:
                if self.is_erased(op["record"], op["path"]): continue
                place = (op["record"], op["path"])
                values.setdefault(place[0], {}).setdefault(place[1], []).append(
                    {"change": identity, "officer": change["officer"], "ms": change["ms"], "value": op["value"]})
                replaced.update((*place, seen) for seen in op["pred"] if seen != identity)
        for record in sorted(values):
            paths = {}
            for path in sorted(values[record]):
                kept = [v for v in values[record][path] if (record, path, v["change"]) not in replaced]
                if kept: paths[path] = sorted(kept, key=lambda v: (v["ms"], raw(v["change"])), reverse=True)
            yield {"record": record, "paths": paths}


def elements(line):
    """The bytes of a JSON list's elements as they stand there: hashes are taken over stored bytes."""
    result, start, depth, quoted, place = [], 1, 0, False, 1
    while place < len(line) - 1:
        byte = line[place:place + 1]
        if quoted:
            if byte == b"\\": place += 1
            elif byte == b'"': quoted = False
        elif byte == b'"': quoted = True
        elif byte in b"[{": depth += 1
        elif byte in b"]}": depth -= 1
        elif byte == b"," and depth == 0:
            result.append(line[start:place])
            start = place + 1
        place += 1
    return result + [line[start:-1]]


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("directory")
    options.add_argument("--officer")
    options.add_argument("--secret")
    options.add_argument("--records", action="store_true")
    chosen = options.parse_args()
    store = Store(chosen.directory)
    if store.sealed:
        if not chosen.secret: sys.exit("the store is sealed: --secret FILE")
        with open(chosen.secret, encoding="utf-8") as file: store.unlock(chosen.officer, file.readline().rstrip("\n"))
    store.read_all()
    store.hide()
    for line in store.records() if chosen.records else store.changes.values(): print(text(line))
    sys.exit(2 if problems else 0)
