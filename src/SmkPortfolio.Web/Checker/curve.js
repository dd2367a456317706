// Points of the curve P-256 as multikeys write them: x, and whether y is odd.

import { hex } from './bytes.js';

const curvePrime = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const curveB = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** The point as 0x04, x and y; null when no point of the curve has that x. */
export function wholePoint(compressed) {
  if (compressed.length !== 33 || (compressed[0] !== 2 && compressed[0] !== 3)) return null;
  const x = BigInt(`0x${hex(compressed.subarray(1))}`);
  if (x >= curvePrime) return null;
  const square = (x * x * x + (curvePrime - 3n) * x + curveB) % curvePrime;
  const root = powerOf(square, (curvePrime + 1n) / 4n);
  if (root * root % curvePrime !== square) return null;
  const y = (root & 1n) === BigInt(compressed[0] & 1) ? root : curvePrime - root;
  const point = new Uint8Array(65);
  point[0] = 4;
  point.set(compressed.subarray(1), 1);
  y.toString(16).padStart(64, '0').match(/../g).forEach((pair, i) => { point[33 + i] = parseInt(pair, 16); });
  return point;
}

function powerOf(base, exponent) {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = result * result % curvePrime;
    if (bit === '1') result = result * base % curvePrime;
  }
  return result;
}
