/**
 * Whether a signature is genuine (RFC 8032). Many phones have a browser whose own cryptography does not know Ed25519; for
 * them it is worked out here. Nothing here is secret, so it may take as long as it takes.
 */
export async function isSigned(signature: Uint8Array, said: Uint8Array, publicKey: Uint8Array): Promise<boolean> {
  return (await isSignedByBrowser(signature, said, publicKey)) ?? isSignedByHand(signature, said, publicKey);
}

/** Undefined where the browser does not know how. */
async function isSignedByBrowser(
  signature: Uint8Array,
  said: Uint8Array,
  publicKey: Uint8Array,
): Promise<boolean | undefined> {
  try {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(publicKey), { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify({ name: 'Ed25519' }, key, new Uint8Array(signature), new Uint8Array(said));
  } catch {
    return undefined;
  }
}

/** The same by our own arithmetic. */
export async function isSignedByHand(signature: Uint8Array, said: Uint8Array, publicKey: Uint8Array): Promise<boolean> {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  const curve = curveOf();
  const nonce = signature.slice(0, 32);
  const key = curve.pointOf(publicKey);
  const scalar = numberOf(signature.slice(32));
  if (key === undefined || scalar >= curve.order) return false;
  const digest = await crypto.subtle.digest('SHA-512', joined(nonce, publicKey, said));
  const challenge = numberOf(new Uint8Array(digest)) % curve.order;
  const found = curve.add(curve.times(curve.base, scalar), curve.times(curve.negative(key), challenge));
  return isSame(curve.bytesOf(found), nonce);
}

/** On the curve, as X : Y : Z : T with x = X/Z, y = Y/Z and xy = T/Z. */
interface Point {
  x: bigint;
  y: bigint;
  z: bigint;
  t: bigint;
}

interface Curve {
  order: bigint;
  base: Point;
  add(one: Point, other: Point): Point;
  negative(point: Point): Point;
  times(point: Point, factor: bigint): Point;
  /** Undefined where the bytes are no point. */
  pointOf(bytes: Uint8Array): Point | undefined;
  bytesOf(point: Point): Uint8Array;
}

let known: Curve | undefined;

/** Worked out once, and only where it is needed: the oldest browsers have no such numbers. */
function curveOf(): Curve {
  known ??= layCurve();
  return known;
}

function layCurve(): Curve {
  const [zero, one, two] = [BigInt(0), BigInt(1), BigInt(2)];
  const prime = (one << BigInt(255)) - BigInt(19);
  const order = (one << BigInt(252)) + BigInt('27742317777372353535851937790883648493');
  const within = (value: bigint): bigint => ((value % prime) + prime) % prime;

  function power(base: bigint, exponent: bigint): bigint {
    let found = one;
    let square = within(base);
    for (let left = exponent; left > zero; left >>= one) {
      if ((left & one) === one) found = (found * square) % prime;
      square = (square * square) % prime;
    }
    return found;
  }

  const inverse = (value: bigint): bigint => power(value, prime - two);
  const d = within(BigInt(-121665) * inverse(BigInt(121666)));
  const rootOfMinusOne = power(two, (prime - one) / BigInt(4));
  const nothing: Point = { x: zero, y: one, z: one, t: zero };

  function add(p: Point, q: Point): Point {
    const a = (p.y - p.x) * (q.y - q.x);
    const b = (p.y + p.x) * (q.y + q.x);
    const c = within(two * d * within(p.t * q.t));
    const e = two * p.z * q.z;
    const [f, g, h, k] = [within(b - a), within(e - c), within(e + c), within(b + a)];
    return { x: within(f * g), y: within(h * k), z: within(g * h), t: within(f * k) };
  }

  function times(point: Point, factor: bigint): Point {
    let found = nothing;
    let doubled = point;
    for (let left = factor; left > zero; left >>= one) {
      if ((left & one) === one) found = add(found, doubled);
      doubled = add(doubled, doubled);
    }
    return found;
  }

  function pointOf(bytes: Uint8Array): Point | undefined {
    const written = numberOf(bytes);
    const isOdd = written >> BigInt(255) === one;
    const y = written & ((one << BigInt(255)) - one);
    if (y >= prime) return undefined;
    const square = within((y * y - one) * inverse(d * y * y + one));
    let x = power(square, (prime + BigInt(3)) / BigInt(8));
    if (within(x * x) !== square) x = within(x * rootOfMinusOne);
    if (within(x * x) !== square || (x === zero && isOdd)) return undefined;
    if (((x & one) === one) !== isOdd) x = prime - x;
    return { x, y, z: one, t: within(x * y) };
  }

  function bytesOf(point: Point): Uint8Array {
    const scale = inverse(point.z);
    const x = within(point.x * scale);
    return leastBytes(within(point.y * scale) | ((x & one) << BigInt(255)));
  }

  const fourFifths = within(BigInt(4) * inverse(BigInt(5)));
  const base = pointOf(leastBytes(fourFifths));
  if (base === undefined) throw new Error('the base is no point');
  const negative = ({ x, y, z, t }: Point): Point => ({ x: within(-x), y, z, t: within(-t) });
  return { order, base, add, negative, times, pointOf, bytesOf };
}

function leastBytes(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, place) => Number((value >> BigInt(8 * place)) & BigInt(255)));
}

/** The least byte comes first. */
function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << BigInt(8)) | BigInt(byte), BigInt(0));
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}
