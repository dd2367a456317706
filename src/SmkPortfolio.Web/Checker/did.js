// How a decentralised identifier is spelt, whatever its method (W3C DID Core, section 3.1), and the address of a page in its place.

const longestIssuer = 4096;

/** True for did:method:id. No blank, no letter beyond ASCII and no invisible mark fits in, so that it can be shown. */
const isDid = text => /^did:[a-z0-9]+:(?:[A-Za-z0-9._:-]|%[0-9A-Fa-f]{2})+$/.test(text) && !text.endsWith(':');

function isAddress(text) {
  try {
    return /^[!-~]+$/.test(text) && /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** True for what may stand where an issuer is named. */
export const namesIssuer = text => text.length <= longestIssuer && (isDid(text) || isAddress(text));
