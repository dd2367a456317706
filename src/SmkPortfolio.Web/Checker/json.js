// JSON from strangers: bounded in size and depth, valid UTF-8, no member twice, no half surrogates. Objects become Maps, so that the order of
// members stays and no member's name means anything to the language.

export class JsonError extends Error {}

const jsonMaxBytes = 5 * 1024 * 1024;
const jsonMaxDepth = 64;

export function parseObject(bytes, maxBytes = jsonMaxBytes) {
  if (bytes.length > maxBytes) throw new JsonError('size');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new JsonError('utf-8');
  }
  const value = readJson(text);
  if (!(value instanceof Map)) throw new JsonError('object');
  return value;
}

function readJson(text) {
  let at = 0, depth = 0;
  const fail = () => { throw new JsonError(`at ${at}`); };
  const blanks = () => { while (' \t\r\n'.includes(text[at]) && at < text.length) at++; };
  const take = c => { if (text[at] !== c) fail(); at++; };
  const match = pattern => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? fail();
    at += found.length;
    return found;
  };
  const string = () => {
    const source = match(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y);
    const value = JSON.parse(source);
    if (/\p{Surrogate}/u.test(value)) fail();
    return value;
  };
  const list = (close, item) => {
    if (++depth > jsonMaxDepth) fail();
    at++;
    blanks();
    if (text[at] !== close) {
      for (;;) {
        item();
        blanks();
        if (text[at] !== ',') break;
        at++;
        blanks();
      }
    }
    take(close);
    depth--;
  };
  const value = () => {
    blanks();
    switch (text[at]) {
      case '{': {
        const members = new Map();
        list('}', () => {
          const name = string();
          blanks();
          take(':');
          if (members.has(name)) fail();
          members.set(name, value());
        });
        return members;
      }
      case '[': {
        const items = [];
        list(']', () => items.push(value()));
        return items;
      }
      case '"': return string();
      case 't': match(/true/y); return true;
      case 'f': match(/false/y); return false;
      case 'n': match(/null/y); return null;
      default: return Number(match(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y));
    }
  };
  const result = value();
  blanks();
  if (at !== text.length) fail();
  return result;
}

// Reading members: what is missing or of another kind is undefined.
export const member = (json, name) => json instanceof Map ? json.get(name) : undefined;
export const textOf = (json, name) => { const value = member(json, name); return typeof value === 'string' ? value : undefined; };
export const objectOf = (json, name) => { const value = member(json, name); return value instanceof Map ? value : undefined; };
export const itemsOf = (json, name) => { const value = member(json, name); return Array.isArray(value) ? value : []; };
/** The member, or the one element of an array: JSON-LD means the same by both. */
export const singleOf = (json, name) => { const value = member(json, name); return Array.isArray(value) && value.length === 1 ? value[0] : value; };
/** The items of an array member, or the member itself: JSON-LD means the same by both. */
export const valuesOf = (json, name) => { const value = member(json, name); return value === undefined ? [] : Array.isArray(value) ? value : [value]; };
export const singleText = (json, name) => { const value = singleOf(json, name); return typeof value === 'string' ? value : undefined; };
export const instantOf = (json, name) => instant(textOf(json, name));
export const hasType = (json, type) => { const value = member(json, 'type'); return Array.isArray(value) ? value.includes(type) : value === type; };

export function sameJson(a, b) {
  if (a instanceof Map) return b instanceof Map && a.size === b.size && [...a].every(([name, value]) => b.has(name) && sameJson(value, b.get(name)));
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((value, i) => sameJson(value, b[i]));
  return a === b;
}

/** Milliseconds of an instant that names its offset; undefined for anything else. */
export function instant(text) {
  if (text === undefined || text.length < 20 || text.length > 40) return undefined;
  const m = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/.exec(text);
  if (!m) return undefined;
  const [year, month, day, hour, minute, second] = m.slice(1, 7).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const offset = m[8] ? (m[8] === '-' ? -1 : 1) * (Number(m[9]) * 60 + Number(m[10])) : 0;
  if (year < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) return undefined;
  if (Number(m[10] ?? 0) > 59 || Math.abs(offset) > 840) return undefined;
  return date.getTime() + ((hour * 60 + minute - offset) * 60 + second + Number(m[7] ?? 0)) * 1000;
}
