// A compact JWT around a credential, taken apart. Nothing in it is believed before its signature is checked.

import { fromBase64Url, utf8 } from './bytes.js';
import { claimedInstant } from './claims.js';
import { JsonError, parseObject, textOf } from './json.js';
import { readAddress } from './keyaddress.js';

export const mostJwtBytes = 1024 * 1024;

// A register, a state record or an access token is signed too, and is no credential.
const jwtTypes = ['jwt', 'vc+jwt', 'vc+ld+jwt', 'vc-ld+jwt'];
const presentationTypes = ['vp+jwt', 'vp+ld+jwt', 'vp-ld+jwt'];
const jwtAlgorithms = ['ES256', 'RS256', 'EdDSA'];

/** True for three parts in base64url of which the first is a JSON object: its brace is an "e" and one of four letters. */
export function looksLikeJwt(text) {
  return text.length >= 4 && text.length <= mostJwtBytes && /^e[w-z]/.test(text) && text.split('.').length === 3 && !text.split('.').map(fromBase64Url).includes(null);
}

/** The parts; a JsonError when it is no JWT, or a part is no plain JSON. */
export function readJwt(bytes) {
  if (bytes.length > mostJwtBytes) throw new JsonError('size');
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace(/^[\uFEFF \t\r\n]+|[\uFEFF \t\r\n]+$/g, '');
  const parts = text.split('.');
  const decoded = parts.map(fromBase64Url);
  if (parts.length !== 3 || decoded.includes(null)) throw new JsonError('jwt');
  const header = parseObject(decoded[0]), claims = parseObject(decoded[1]), signature = decoded[2];
  const algorithm = textOf(header, 'alg');
  // Whatever asks to be treated otherwise than we treat it is not checked.
  const isPlain = jwtAlgorithms.includes(algorithm) && !header.has('crit') && !header.has('b64');
  // A media type, whose first half may be left out (RFC 7515, section 4.1.9).
  const type = textOf(header, 'typ')?.toLowerCase().replace(/^application\//, '');
  const input = utf8(`${parts[0]}.${parts[1]}`);
  return {
    claims, algorithm, isPlain,
    address: readAddress(textOf(header, 'kid')),
    isOfCredential: !header.has('typ') || jwtTypes.includes(type),
    isOfPresentation: presentationTypes.includes(type),
    isUnsigned: algorithm === undefined || /^none$/i.test(algorithm) || signature.length === 0,
    issuedAt: claimedInstant(claims, 'iat') ?? claimedInstant(claims, 'nbf'),
    isSignedBy: async key => isPlain && key.algorithm === algorithm && await key.verify(input, signature),
  };
}
