// Hashes and proofs of an append-only Merkle tree (RFC 6962 section 2.1, RFC 9162 section 2.1).

import { joined, sameBytes, sha256 } from './bytes.js';

export const leafHash = entry => sha256(joined(Uint8Array.of(0), entry));
const nodeHash = (left, right) => sha256(joined(Uint8Array.of(1), left, right));

/** True when the path leads from the leaf at the index to the root of the tree of that size; index and size are BigInt. */
export function isInTree(leaf, index, size, path, root) {
  if (index >= size) return false;
  let node = index, last = size - 1n, hash = leaf;
  for (const sibling of path) {
    if (last === 0n) return false;
    if ((node & 1n) === 1n || node === last) {
      hash = nodeHash(sibling, hash);
      while ((node & 1n) === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n && sameBytes(hash, root);
}
