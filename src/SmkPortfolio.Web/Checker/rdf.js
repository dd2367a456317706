// JSON-LD to statements, for credentials: contexts only from the embedded files, members only by their term, everything else refused.

import { LdError, contextAt, contextStep, emptyContext, expandName, noTerm } from './contexts.js';

const rdfWords = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const xsdWords = 'http://www.w3.org/2001/XMLSchema#';
const mostStatements = 50_000;
const mostOwnContexts = 8;

const iriTerm = iri => ({ kind: 'iri', text: `<${iri}>` });
const literalTerm = (value, type) => ({ kind: 'literal', text: `"${escapeLiteral(value)}"${type === xsdWords + 'string' ? '' : `^^<${type}>`}` });

const rdfType = iriTerm(rdfWords + 'type');
const rdfFirst = iriTerm(rdfWords + 'first');
const rdfRest = iriTerm(rdfWords + 'rest');
const rdfNil = iriTerm(rdfWords + 'nil');

const shortEscapes = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };

function escapeLiteral(text) {
  return text.replace(/[\\"\u0000-\u001f\u007f]/g, c => shortEscapes[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}

/** The statements of a node, leaving out one member of the root. */
export function statements(root, context, skip) {
  const quads = [];
  let budget = 1000, blanks = 0;
  const spend = () => { if (--budget < 0) throw new LdError('too many contexts'); };
  const step = (active, local, propagate, override) => contextStep(active, local, propagate, override, spend);
  const fresh = () => ({ kind: 'blank', text: `b${blanks++}` });
  const add = (subject, predicate, object, graph) => {
    if (quads.length >= mostStatements) throw new LdError('too many statements');
    quads.push({ subject, predicate, object, graph });
  };
  node(applyOwn(emptyContext, context), noTerm, root, null, skip);
  return quads;

  function applyOwn(active, own) {
    const items = Array.isArray(own) ? own : [own];
    if (items.length === 0 || items.length > mostOwnContexts) throw new LdError('contexts');
    for (const item of items) {
      if (typeof item !== 'string') throw new LdError('inline context');
      active = step(active, contextAt(item), true, false);
    }
    return active;
  }

  function node(active, property, json, graph, rootSkip) {
    if (active.previous && !isReference(active, json)) active = active.previous;
    if (property.scoped) active = step(active, property.scoped, true, true);
    if (rootSkip === null && json.has('@context')) active = applyOwn(active, json.get('@context'));
    const typeContext = active;
    const types = [...typesOf(typeContext, json)];
    for (const type of [...types].sort()) {
      const scoped = typeContext.terms.get(type)?.scoped;
      if (scoped) active = step(active, scoped, false, false);
    }
    const subject = subjectOf(active, json);
    for (const type of types) add(subject, rdfType, resource(expandName(typeContext, type, true)), graph);
    for (const [name, value] of json) {
      if (name === '@context' || (rootSkip !== null && name === rootSkip)) continue;
      if (name.includes(':') || name.startsWith('@') || /^[A-Z]/.test(name)) throw new LdError(name);
      const predicate = expandName(active, name, true);
      if (predicate === null) throw new LdError(name);
      if (predicate === '@id' || predicate === '@type') continue;
      if (predicate.startsWith('@')) throw new LdError(name);
      propertyOf(active, active.terms.get(name), subject, resource(predicate), value, graph);
    }
    return subject;
  }

  function isReference(active, json) {
    return json.size === 1 && expandName(active, [...json.keys()][0], true) === '@id';
  }

  function* typesOf(active, json) {
    for (const [name, value] of json) {
      if (name === '@context' || expandName(active, name, true) !== '@type') continue;
      for (const item of Array.isArray(value) ? value : [value]) yield mustBeText(item);
    }
  }

  function subjectOf(active, json) {
    let subject = null;
    for (const [name, value] of json) {
      if (name === '@context' || expandName(active, name, true) !== '@id') continue;
      if (subject) throw new LdError('two ids');
      subject = resource(expandName(active, mustBeText(value), false));
    }
    return subject ?? fresh();
  }

  function propertyOf(active, term, subject, predicate, value, graph) {
    if (term.type === '@json' || (Array.isArray(value) && value.length === 0)) throw new LdError(predicate.text);
    if (term.container.includes('@list')) {
      add(subject, predicate, listOf(active, term, value, graph), graph);
    } else if (Array.isArray(value)) {
      for (const item of value) {
        if (Array.isArray(item)) throw new LdError('array in array');
        propertyOf(active, term, subject, predicate, item, graph);
      }
    } else if (term.container.includes('@graph')) {
      if (!(value instanceof Map)) throw new LdError('graph');
      const name = fresh();
      node(active, term, value, name, null);
      add(subject, predicate, name, graph);
    } else {
      add(subject, predicate, objectTerm(active, term, value, graph), graph);
    }
  }

  function listOf(active, term, value, graph) {
    let head = rdfNil;
    for (const item of (Array.isArray(value) ? [...value] : [value]).reverse()) {
      const cell = fresh();
      add(cell, rdfFirst, objectTerm(active, term, item, graph), graph);
      add(cell, rdfRest, head, graph);
      head = cell;
    }
    return head;
  }

  function objectTerm(active, term, value, graph) {
    if (value instanceof Map) return node(active, term, value, graph, null);
    if (term.scoped) active = step(active, term.scoped, true, true);
    switch (typeof value) {
      case 'string':
        if (term.type === '@id' || term.type === '@vocab') return resource(expandName(active, value, term.type === '@vocab'));
        return literalTerm(value, datatype(term, 'string'));
      case 'boolean': return literalTerm(String(value), datatype(term, 'boolean'));
      case 'number': return numberTerm(term, value);
      default: throw new LdError('null or array');
    }
  }
}

function numberTerm(term, number) {
  if (Number.isSafeInteger(number) && term.type !== xsdWords + 'double') return literalTerm(String(number), datatype(term, 'integer'));
  const size = Math.abs(number);
  if (!(size <= Number.MAX_SAFE_INTEGER && size >= 1e-5)) throw new LdError('number');
  const [mantissa, exponent] = number.toExponential(15).split('e');
  return literalTerm(`${mantissa.replace(/0+$/, '').replace(/\.$/, '.0')}E${Number(exponent)}`, datatype(term, 'double'));
}

function datatype(term, fallback) {
  return !term.type || ['@id', '@vocab', '@none'].includes(term.type) ? xsdWords + fallback : term.type;
}

function mustBeText(value) {
  if (typeof value !== 'string') throw new LdError('text expected');
  return value;
}

function resource(iri) {
  if (iri === null || iri.startsWith('_:') || iri.indexOf(':') <= 0 || /[\u0000-\u0020<>"{}|\\^`]/.test(iri)) throw new LdError('iri');
  return iriTerm(iri);
}
