// What a badge picture carries. The picture itself is not looked at.

import { checksum } from './crc.js';
import { InflateError, unzlib } from './inflate.js';

const mostChunks = 20_000;
const mostPictureText = 5 * 1024 * 1024;
const pictureHeader = 8;
const ascii = bytes => String.fromCharCode(...bytes);
const unreadablePicture = { isReadable: false };

/** Whether it can be read, the one credential baked in (null when there is none, or more than one), and whether that is of version 2 of Open Badges. */
export function readPicture(file) {
  let found = null;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let isOld = false;
  for (let at = pictureHeader, count = 0; count < mostChunks && at + 12 <= file.length; count++) {
    const length = view.getUint32(at);
    if (length > file.length - at - 12 || view.getUint32(at + 8 + length) !== checksum(file.subarray(at + 4, at + 8 + length))) break;
    const type = ascii(file.subarray(at + 4, at + 8)), body = file.subarray(at + 8, at + 8 + length);
    // What comes after the end belongs to no picture.
    if (type === 'IEND') return { isReadable: true, credential: found, isOldBadge: isOld && !found };
    if (type === 'iTXt' || type === 'tEXt') {
      const keyword = keywordOf(body);
      isOld ||= keyword === 'openbadges';
      if (keyword === 'openbadgecredential') {
        // Two are no badge, whatever they say: a second one is not unpacked.
        if (found) return { isReadable: true, credential: null, isOldBadge: false };
        found = pictureText(body.subarray(keyword.length + 1), type === 'iTXt');
        if (!found) break;
      }
    }
    at += 12 + length;
  }
  return unreadablePicture;
}

function keywordOf(body) {
  const end = body.indexOf(0);
  return end > 0 && end < 80 ? ascii(body.subarray(0, end)) : null;
}

function pictureText(body, isInternational) {
  if (!isInternational) return body.length <= mostPictureText ? body : null;
  const isCompressed = body[0] === 1;
  if (body.length < 4 || body[0] > 1 || (isCompressed && body[1] !== 0)) return null;
  body = body.subarray(2);
  // Language and translated keyword.
  for (let i = 0; i < 2; i++) {
    const end = body.indexOf(0);
    if (end < 0) return null;
    body = body.subarray(end + 1);
  }
  if (body.length > mostPictureText) return null;
  try {
    return isCompressed ? unzlib(body, mostPictureText) : body;
  } catch (problem) {
    if (problem instanceof InflateError) return null;
    throw problem;
  }
}
