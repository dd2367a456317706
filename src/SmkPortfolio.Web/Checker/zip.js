// The files in a ZIP, one after another, in memory. What it says of itself is not believed: bytes are counted as they come out.

import { InflateError, inflateSome } from './inflate.js';
import { kindOf } from './verify.js';

/** More entries than these are not looked at: they would be a list that nobody reads. */
const mostZipEntries = 500;
export const mostZipFileBytes = 25 * 1024 * 1024;
const mostZipComment = 65_535;
const unknownSize = 0xffff_ffff;

class ZipError extends Error {}

/**
 * Each file as its path, its bytes (null when it was not read) and why not; an empty path means the archive itself. Room is an object whose bytes
 * may still come out; what lies aside does not count, and may be an archive itself.
 */
export function* filesInZip(archive, room, liesAside) {
  const entries = entriesOf(archive)?.filter(entry => !isAside(entry.path));
  const counted = entries?.filter(entry => !liesAside(entry.path)).length;
  if (!counted || counted > mostZipEntries) {
    yield { path: '', bytes: null, problem: !entries ? 'zip-damaged' : counted === 0 ? 'zip-empty' : 'zip-too-many' };
    return;
  }
  for (const entry of entries) yield { path: entry.path, bytes: null, ...fileOf(archive, entry, room, liesAside(entry.path)) };
}

function fileOf(archive, entry, room, mayBeArchive) {
  if (entry.isEncrypted) return { problem: 'zip-encrypted' };
  let bytes;
  try {
    bytes = unpackEntry(archive, entry);
  } catch (problem) {
    if (problem instanceof ZipError || problem instanceof InflateError) return { problem: 'zip-damaged' };
    throw problem;
  }
  const isTooLarge = bytes.length > mostZipFileBytes && room.bytes >= mostZipFileBytes;
  room.bytes -= Math.min(bytes.length, mostZipFileBytes);
  if (isTooLarge) return { problem: 'too-large' };
  if (bytes.length === 0) return { problem: 'empty' };
  if (room.bytes < 0) return { problem: 'too-much' };
  return !mayBeArchive && kindOf(bytes) === 'zip' ? { problem: 'zip-nested' } : { bytes, problem: null };
}

// Stored, or deflated; one byte more than may come out tells that there is more.
function unpackEntry(archive, entry) {
  const view = viewOf(archive), { start } = entry;
  if (entry.disk !== 0 || start + 30 > archive.length || view.getUint32(start, true) !== 0x04034b50) throw new ZipError('local header');
  const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (data + entry.packed > archive.length) throw new ZipError('length');
  const packed = archive.subarray(data, data + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8 && entry.method !== 9) throw new ZipError('method');
  return inflateSome(packed, Math.min(entry.size, mostZipFileBytes + 1), entry.method === 9);
}

/** What the directory at the end lists; null when there is none that fits. */
function entriesOf(archive) {
  const end = endOf(archive);
  if (!end) return null;
  const view = viewOf(archive), entries = [];
  let at = end.start;
  while (entries.length <= end.count && at + 46 <= archive.length && view.getUint32(at, true) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map(place => view.getUint16(at + place, true));
    const next = at + 46 + name + extra + comment;
    if (next > archive.length) return null;
    const entry = {
      path: new TextDecoder('utf-8', { ignoreBOM: true }).decode(archive.subarray(at + 46, at + 46 + name)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      disk: view.getUint16(at + 34, true),
      start: view.getUint32(at + 42, true),
    };
    entries.push(withLargeSizes(entry, archive.subarray(at + 46 + name, at + 46 + name + extra)));
    at = next;
  }
  return entries.length === end.count ? entries : null;
}

// Some programs write small sizes too into the field that was made for large ones.
function withLargeSizes(entry, extra) {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const length = view.getUint16(at + 2, true);
    let place = at + 4;
    if (view.getUint16(at, true) === 1 && place + length <= extra.length) {
      for (const name of ['size', 'packed', 'start']) {
        if (entry[name] !== unknownSize || place + 8 > at + 4 + length) continue;
        entry[name] = Number(view.getBigUint64(place, true));
        place += 8;
      }
    }
    at += 4 + length;
  }
  return entry;
}

function endOf(archive) {
  const view = viewOf(archive);
  for (let at = archive.length - 22; at >= 0 && at >= archive.length - 22 - mostZipComment; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const [disk, startDisk, here, count, comment] = [4, 6, 8, 10, 20].map(place => view.getUint16(at + place, true));
    return disk === startDisk && here === count && at + 22 + comment <= archive.length ? { count, start: view.getUint32(at + 16, true) } : null;
  }
  return null;
}

// Folders, and what systems put beside the files without being asked.
function isAside(path) {
  return /[/\\]$/.test(path) || path.startsWith('__MACOSX/') || ['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(path.split(/[/\\]/).at(-1));
}

const viewOf = bytes => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
