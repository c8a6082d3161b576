"""The model file (src/model/model.h), written and read in Python and numpy.

    w = Writer()
    w.text('card.name', 'en-fast')
    w.labels('upos', ['NOUN', 'VERB'])          # tensor labels.upos
    w.number('dim', 192)                        # tensor config.dim
    w.rows('emb.word', table)                   # int8 with one scale a row
    w.linear('enc.0', weights, bias)            # int8, packed for the kernels
    w.write('models/en-fast.lgm')

    r = Reader('models/en-fast.lgm')
    r['labels.upos'], r.labels('upos'), r.number('dim'), r.linear('enc.0')

    w = Writer(r)                               # all of it, tensor by tensor; the same bytes if left so
    w.remove('tag')                             # with what belongs to a linear layer
    w.linear('tag', weights, bias)
"""
import ctypes
import ctypes.util
import os
import struct

import numpy as np

MAGIC = b'LGMMODEL'
VERSION = 1
HEADER_BYTES, ENTRY_BYTES, NAME_BYTES, ALIGN = 64, 96, 64, 64
DTYPES = {  # name: (number in the file, numpy type)
    'i8': (1, '<i1'), 'u8': (2, '<u1'), 'i32': (3, '<i4'), 'u32': (4, '<u4'), 'f32': (5, '<f4'),
    'u64': (6, '<u8'), 'packed': (7, '<i1'), 'u16': (8, '<u2'),
}
NAMES = {number: (name, kind) for name, (number, kind) in DTYPES.items()}


def _find_xxh3():
    try:
        import xxhash
        return lambda data: xxhash.xxh3_64_intdigest(data)
    except ImportError:
        lib = ctypes.CDLL(ctypes.util.find_library('xxhash') or 'libxxhash.so.0')
        lib.XXH3_64bits.restype = ctypes.c_uint64
        lib.XXH3_64bits.argtypes = [ctypes.c_char_p, ctypes.c_size_t]
        return lambda data: lib.XXH3_64bits(bytes(data), len(data))


xxh3_64 = _find_xxh3()


def quantise_rows(table):
    """float [rows][n] -> int8 [rows][n] and f32 scales [rows]: symmetric, +-127, ties to even."""
    table = np.asarray(table, dtype=np.float32)
    if not np.isfinite(table).all():
        raise ValueError('weights that are not finite')
    scale = (np.abs(table).max(axis=1) / np.float32(127)).astype(np.float32)
    scale[scale < np.finfo(np.float32).tiny] = 0  # a row of nothing; no subnormal scales
    safe = np.where(scale > 0, scale, np.float32(1))
    q = np.clip(np.rint(table / safe[:, None]), -127, 127).astype(np.int8)
    q[scale == 0] = 0
    return q, scale


def pack(q):
    """int8 [N][K] (N a multiple of 16, K of 4) -> the bytes in the order of the kernels."""
    n, k = q.shape
    return np.ascontiguousarray(q.reshape(n // 16, 16, k // 4, 4).transpose(0, 2, 1, 3)).reshape(n, k)


def unpack(p):
    n, k = p.shape
    return np.ascontiguousarray(p.reshape(n // 16, k // 4, 16, 4).transpose(0, 2, 1, 3)).reshape(n, k)


def _up(n, to):
    return (n + to - 1) // to * to


COMPANIONS = ('.scale', '.bias', '.sum', '.shape')


class Writer:
    def __init__(self, reader=None):
        self.tensors = {}  # name bytes -> (dtype number, rank, dims, bytes)
        for name in reader.tensors if reader else ():
            self.add(name, reader[name], reader.kinds[name])

    def __contains__(self, name):
        return name.encode('ascii') in self.tensors

    def remove(self, name):
        """Takes a tensor out, with what belongs to it where it is a linear layer or a table of rows."""
        for full in (name,) + tuple(name + suffix for suffix in COMPANIONS):
            self.tensors.pop(full.encode('ascii'), None)

    def add(self, name, array, dtype):
        """One tensor of one to three dims; values must fit the type exactly (floats: be finite)."""
        number, kind = DTYPES[dtype]
        array = np.asarray(array)
        if dtype == 'f32':
            out = array.astype(kind)
            if not np.isfinite(out).all():
                raise ValueError(f'{name}: a value that is not finite')
        else:
            out = array.astype(kind)
            if not np.array_equal(out, array):
                raise ValueError(f'{name}: a value that does not fit {dtype}')
        if not 1 <= out.ndim <= 3 or out.size == 0:
            raise ValueError(f'{name}: shape {out.shape}; wanted one to three dims, none of them zero')
        key = name.encode('ascii')
        if not 0 < len(key) < NAME_BYTES or key in self.tensors:
            raise ValueError(f'{name}: empty, too long, or there already')
        if not all(33 <= c <= 126 for c in key):
            raise ValueError(f'{name!r}: only printable ASCII, no spaces')
        dims = tuple(out.shape) + (1,) * (3 - out.ndim)
        self.tensors[key] = (number, out.ndim, dims, np.ascontiguousarray(out).tobytes())

    def text(self, name, text):
        self.add(name, np.frombuffer(text.encode('utf-8'), np.uint8), 'u8')

    def labels(self, what, labels):
        for label in labels:
            if not label or any(ord(c) < 32 or ord(c) == 127 for c in label):
                raise ValueError(f'labels.{what}: {label!r} is empty or has a control character')
        if len(set(labels)) != len(labels):
            raise ValueError(f'labels.{what}: a label twice')
        self.text(f'labels.{what}', ''.join(label + '\n' for label in labels))

    def number(self, what, value):
        self.add(f'config.{what}', np.array([value], np.float32), 'f32')

    def rows(self, name, table):
        """A table of embeddings: `name` i8 [rows][n] and `name.scale` f32 [rows]."""
        q, scale = quantise_rows(table)
        self.add(name, q, 'i8')
        self.add(name + '.scale', scale, 'f32')

    def linear(self, name, weights, bias=None):
        """y = W x + b with W [n_out][n_in]: int8, padded to 16 outputs and 4 inputs, packed."""
        weights = np.asarray(weights, np.float32)
        n_out, n_in = weights.shape
        bias = np.zeros(n_out, np.float32) if bias is None else np.asarray(bias, np.float32)
        if bias.shape != (n_out,):
            raise ValueError(f'{name}: bias of shape {bias.shape} for {n_out} outputs')
        q, scale = quantise_rows(weights)
        n_pad, k_pad = _up(n_out, 16), _up(n_in, 4)
        wide = np.zeros((n_pad, k_pad), np.int8)
        wide[:n_out, :n_in] = q
        pad = (0, n_pad - n_out)
        self.add(name, pack(wide), 'packed')
        self.add(name + '.scale', np.pad(scale, pad), 'f32')
        self.add(name + '.bias', np.pad(bias, pad), 'f32')
        self.add(name + '.sum', wide.astype(np.int32).sum(axis=1), 'i32')
        self.add(name + '.shape', [n_out, n_in], 'u32')

    def bytes(self):
        entries = sorted(self.tensors.items())
        data_at = _up(HEADER_BYTES + ENTRY_BYTES * len(entries), ALIGN)
        directory, data, at = bytearray(), bytearray(), data_at
        for key, (number, rank, dims, raw) in entries:
            directory += struct.pack('<64sII3IIQ', key, number, rank, *dims, 0, at)
            data += raw + bytes(-len(raw) % ALIGN)
            at += _up(len(raw), ALIGN)
        gap = bytes(data_at - HEADER_BYTES - len(directory))
        body = bytes(directory) + gap + bytes(data)
        header = struct.pack('<8sIIQQQQQ', MAGIC, VERSION, len(entries), HEADER_BYTES + len(body),
                             HEADER_BYTES, data_at, xxh3_64(body), 0)
        return header + struct.pack('<Q', xxh3_64(header)) + body

    def write(self, path):
        """Writes beside the place and renames, so that a half-written model is never seen."""
        tmp = f'{path}.tmp'
        with open(tmp, 'wb') as f:
            f.write(self.bytes())
        os.replace(tmp, path)


class Reader:
    """For checks: reads what Writer wrote, sums compared; the engine has its own, stricter checks."""

    def __init__(self, path):
        with open(path, 'rb') as f:
            data = f.read()
        (magic, version, n, size, at, _, body, zero) = struct.unpack_from('<8sIIQQQQQ', data)
        if magic != MAGIC or version != VERSION or size != len(data) or zero != 0:
            raise ValueError(f'{path}: not a model file of version {VERSION}')
        if struct.unpack_from('<Q', data, 56)[0] != xxh3_64(data[:56]) or body != xxh3_64(data[64:]):
            raise ValueError(f'{path}: damaged')
        self.tensors, self.kinds = {}, {}
        for i in range(n):
            key, number, rank, d0, d1, d2, _, start = struct.unpack_from('<64sII3IIQ', data,
                                                                        at + i * ENTRY_BYTES)
            name, (kind, np_kind) = key.rstrip(b'\0').decode('ascii'), NAMES[number]
            count = d0 * d1 * d2
            array = np.frombuffer(data, np_kind, count, start)
            self.tensors[name] = array.reshape((d0, d1, d2)[:rank])
            self.kinds[name] = kind

    def __contains__(self, name):
        return name in self.tensors

    def __getitem__(self, name):
        return self.tensors[name]

    def text(self, name):
        return self.tensors[name].tobytes().decode('utf-8')

    def labels(self, what):
        return self.text(f'labels.{what}').split('\n')[:-1]

    def number(self, what):
        return float(self.tensors[f'config.{what}'][0])

    def packed(self, name):
        """The true part of a linear layer: int8 [n_out][n_in], scale, bias."""
        n_out, n_in = (int(v) for v in self.tensors[name + '.shape'])
        return (unpack(self.tensors[name])[:n_out, :n_in], self.tensors[name + '.scale'][:n_out],
                self.tensors[name + '.bias'][:n_out])

    def linear(self, name):
        """The same as floats: W [n_out][n_in], bias [n_out]."""
        q, scale, bias = self.packed(name)
        return q.astype(np.float32) * scale[:, None], bias


def _show(path):
    r = Reader(path)
    for name in sorted(r.tensors):
        print(f'{name:32} {r.kinds[name]:7} {list(r[name].shape)}')


def main(argv):
    for path in argv:
        _show(path)
