// The part of JSON-LD context processing that our embedded files need; the rest is refused.

import { sameJson } from './json.js';

export class LdError extends Error {}

export const noTerm = { container: [] };
export const credentialsV2 = 'https://www.w3.org/ns/credentials/v2';
const openBadges303 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

const contextFiles = new Map();
const knownSteps = new Map();
const mostKnownSteps = 256;
let stepPieces = 0;

/** Gives the texts of the embedded files, parsed, by their address. */
export function setContexts(files) {
  for (const [url, file] of files) contextFiles.set(url, readLocal(file.get('@context')));
}

export const knowsContext = url => contextFiles.has(url);

/** One of the two that we issue with. */
export const contextIsOurs = url => url === credentialsV2 || url === openBadges303;

export function contextAt(url) {
  if (!contextFiles.has(url)) throw new LdError(url);
  return contextFiles.get(url);
}

/** One application of a context, remembered; counted against the budget of whoever asks when it is new. */
export function contextStep(active, local, propagate, overrideProtected, spend) {
  const key = `${active.number} ${local.number} ${propagate} ${overrideProtected}`;
  if (knownSteps.has(key)) return knownSteps.get(key);
  spend();
  const result = applyContext(active, local, propagate, overrideProtected);
  if (knownSteps.size < mostKnownSteps) knownSteps.set(key, result);
  return result;
}

const activeContext = (terms, previous) => ({ number: ++stepPieces, terms, previous });

export const emptyContext = activeContext(new Map(), null);

/** The IRI or keyword that a name stands for; null when it stands for nothing. */
export function expandName(context, value, asTerm) {
  if (value.startsWith('@')) return value;
  if (context.terms.has(value)) {
    const id = context.terms.get(value)?.id;
    if (id?.startsWith('@')) return id;
    if (asTerm) return id ?? null;
  }
  const colon = value.indexOf(':', 1);
  if (colon < 0) return null;
  const suffix = value.slice(colon + 1);
  if (suffix.startsWith('//')) return value;
  const prefix = context.terms.get(value.slice(0, colon));
  return prefix?.prefix && prefix.id ? prefix.id + suffix : value;
}

function readLocal(source) {
  if (source === null) return { number: ++stepPieces, terms: null, source };
  if (!(source instanceof Map)) throw new LdError('context');
  const isProtected = source.get('@protected') === true;
  const terms = new Map();
  for (const [name, value] of source) {
    if (name === '@version' || name === '@protected') continue;
    if (name.startsWith('@') || name === '') throw new LdError(name);
    terms.set(name, readTerm(name, value, isProtected));
  }
  return { number: ++stepPieces, terms, source };
}

function readTerm(name, value, isProtected) {
  if (value === null || typeof value === 'string') return { id: value, idIsNull: value === null, container: [], isProtected, isSimple: true };
  for (const key of value.keys()) {
    if (!['@id', '@type', '@container', '@context', '@protected', '@prefix'].includes(key)) throw new LdError(`${name} ${key}`);
  }
  const container = value.has('@container') ? [value.get('@container')].flat() : [];
  if (!container.every(kind => ['@set', '@list', '@graph'].includes(kind))) throw new LdError(name);
  return {
    id: value.get('@id') ?? null,
    idIsNull: value.get('@id') === null,
    type: value.get('@type'),
    container,
    scoped: value.has('@context') ? readLocal(value.get('@context')) : undefined,
    isProtected: value.get('@protected') ?? isProtected,
    prefix: value.get('@prefix'),
    isSimple: false,
  };
}

function applyContext(active, local, propagate, overrideProtected) {
  if (local.terms === null) {
    if (!overrideProtected && [...active.terms.values()].some(d => d?.isProtected)) throw new LdError('null over protected');
    return activeContext(new Map(), propagate ? null : active.previous ?? active);
  }
  const terms = new Map(active.terms);
  const state = new Map();
  for (const term of local.terms.keys()) define(term);
  return activeContext(terms, propagate ? active.previous : active.previous ?? active);

  function define(term) {
    if (state.has(term)) {
      if (!state.get(term)) throw new LdError(`cycle ${term}`);
      return;
    }
    state.set(term, false);
    const previous = terms.get(term);
    terms.delete(term);
    terms.set(term, settle(term, build(term), previous));
    state.set(term, true);
  }

  function settle(term, definition, previous) {
    if (overrideProtected || !previous?.isProtected) return definition;
    if (!definition || !sameMeaning(definition, previous)) throw new LdError(`redefines ${term}`);
    return previous;
  }

  function build(term) {
    const source = local.terms.get(term);
    if (source.idIsNull) return null;
    const keepsType = [undefined, '@id', '@vocab', '@json', '@none'].includes(source.type);
    const definition = { type: keepsType ? source.type : expand(source.type), container: source.container, scoped: source.scoped, isProtected: source.isProtected };
    if (source.id !== null && source.id !== term) {
      definition.id = expand(source.id);
      if (definition.id === null) throw new LdError(term);
      definition.prefix = source.isSimple && !/[:/]/.test(term) && ':/?#[]@'.includes(definition.id.at(-1));
    } else {
      if (term.indexOf(':') <= 0) throw new LdError(term);
      definition.id = expand(term);
      definition.prefix = false;
    }
    definition.prefix = source.prefix ?? definition.prefix;
    return definition;
  }

  function expand(value) {
    if (value.startsWith('@')) return value;
    defineFirst(value);
    if (terms.has(value)) return terms.get(value)?.id ?? null;
    const colon = value.indexOf(':');
    if (colon <= 0) return null;
    const prefix = value.slice(0, colon), suffix = value.slice(colon + 1);
    if (suffix.startsWith('//')) return value;
    defineFirst(prefix);
    const known = terms.get(prefix);
    return known?.prefix && known.id ? known.id + suffix : value;
  }

  function defineFirst(term) {
    if (local.terms.has(term) && state.get(term) !== true) define(term);
  }
}

function sameMeaning(a, b) {
  const sameContainer = a.container.every(kind => b.container.includes(kind)) && b.container.every(kind => a.container.includes(kind));
  return a.id === b.id && a.type === b.type && a.prefix === b.prefix && sameContainer && !a.scoped === !b.scoped
    && (!a.scoped || a.scoped === b.scoped || sameJson(a.scoped.source, b.scoped.source));
}
