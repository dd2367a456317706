// A public key with the one algorithm it may be used with: what a file calls its algorithm never chooses how a key is read.

import { fromBase58, fromBase64Url, joined } from './bytes.js';
import { wholePoint } from './curve.js';
import { member, textOf } from './json.js';
import { ed25519Verify, publicKeyOf, verifyWith } from './keys.js';

const coordinateBytes = 32;
const leastRsaBytes = 256;
const mostRsaBytes = 1024;
const ecdsaWay = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const rsaWay = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

const edKey = ed25519 => ({ algorithm: 'EdDSA', ed25519, verify: (message, signature) => ed25519Verify(ed25519, message, signature) });
const ecKey = point => ({ algorithm: 'ES256', verify: (message, signature) => verifyWith(ecdsaWay, 'raw', point, signature, message) });
const rsaKey = (n, e) => ({ algorithm: 'RS256', verify: (message, signature) => verifyWith(rsaWay, 'jwk', { kty: 'RSA', alg: 'RS256', n: plainNumber(n), e: plainNumber(e) }, signature, message) });

/** The key behind z6Mk… or zDn…; null for anything else. */
export function keyOfMultikey(multikey) {
  const ed25519 = publicKeyOf(multikey);
  if (ed25519) return edKey(ed25519);
  const bytes = multikey?.startsWith('z') ? fromBase58(multikey.slice(1)) : null;
  const point = bytes?.[0] === 0x80 && bytes[1] === 0x24 ? wholePoint(bytes.subarray(2)) : null;
  return point && ecKey(point);
}

/** The key of a public JWK; null when it is of a kind we do not check, or carries a private part. */
export function keyOfJwk(jwk) {
  if (member(jwk, 'd') !== undefined) return null;
  const bytes = name => fromBase64Url(textOf(jwk, name) ?? '') ?? new Uint8Array(0);
  const [x, y, n, e] = ['x', 'y', 'n', 'e'].map(bytes);
  const kind = textOf(jwk, 'kty'), curve = textOf(jwk, 'crv');
  if (kind === 'OKP' && curve === 'Ed25519' && x.length === coordinateBytes) return edKey(x);
  if (kind === 'EC' && curve === 'P-256' && x.length === coordinateBytes && y.length === coordinateBytes) return ecKey(joined(Uint8Array.of(4), x, y));
  if (kind === 'RSA' && curve === undefined && n.length >= leastRsaBytes && n.length <= mostRsaBytes && e.length >= 1 && e.length <= 4) return rsaKey(n, e);
  return null;
}

// Browsers refuse zeros in front.
function plainNumber(bytes) {
  const start = bytes.findIndex(value => value !== 0);
  const text = btoa(String.fromCharCode(...bytes.subarray(start < 0 ? bytes.length - 1 : start)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
