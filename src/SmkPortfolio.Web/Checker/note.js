// A text with an Ed25519 signature below it, as C2SP signed-note lays down.

import { fromBase64, joined, sameBytes, sha256, utf8 } from './bytes.js';
import { ed25519Verify } from './keys.js';

const mostNoteCharacters = 64 * 1024;
const keyIdBytes = 4;

/** The text when the named key signed it, otherwise null. Signature lines of others are passed over, as the standard asks. */
export async function openNote(note, name, publicKey) {
  const gap = note.lastIndexOf('\n\n');
  if (note.length > mostNoteCharacters || !note.endsWith('\n') || gap < 0) return null;
  const text = note.slice(0, gap + 1);
  const id = sha256(joined(utf8(`${name}\n`), Uint8Array.of(1), publicKey)).slice(0, keyIdBytes);
  for (const line of note.slice(gap + 2).split('\n').filter(line => line !== '')) {
    const [dash, signer, encoded, ...more] = line.split(' ');
    const bytes = dash === '—' && encoded !== undefined && more.length === 0 ? fromBase64(encoded) : null;
    if (!bytes) return null;
    if (signer !== name || bytes.length <= keyIdBytes || !sameBytes(bytes.subarray(0, keyIdBytes), id)) continue;
    return await ed25519Verify(publicKey, utf8(text), bytes.subarray(keyIdBytes)) ? text : null;
  }
  return null;
}
