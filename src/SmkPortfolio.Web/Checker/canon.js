// RDF Dataset Canonicalization (RDFC-1.0) with SHA-256. Work is counted: statements built to be slow end in an error and not in a frozen page.

import { hex, sha256, utf8 } from './bytes.js';

export class CanonError extends Error {}

const mostMentions = 64;
const mostDepth = 200;
const workBudget = 60_000;
const copyBudget = 2_000_000;

const hashText = text => hex(sha256(utf8(text)));

class LabelIssuer {
  constructor(prefix, issued = new Map()) {
    this.prefix = prefix;
    this.issued = issued;
  }

  has(label) { return this.issued.has(label); }

  issue(label) {
    if (!this.issued.has(label)) this.issued.set(label, `_:${this.prefix}${this.issued.size}`);
    return this.issued.get(label);
  }

  copy() { return new LabelIssuer(this.prefix, new Map(this.issued)); }
}

function quadLine(quad, label) {
  const text = term => term.kind === 'blank' ? label(term.text) : term.text;
  const graph = quad.graph ? ` ${text(quad.graph)}` : '';
  return `${text(quad.subject)} ${text(quad.predicate)} ${text(quad.object)}${graph} .\n`;
}

/** The canonical text of statements. */
export function canonicalText(dataset) {
  const quads = [...new Map(dataset.map(quad => [quadLine(quad, label => `_:${label}`), quad])).values()];
  const quadsOf = new Map();
  for (const quad of quads) {
    for (const term of [quad.subject, quad.object, quad.graph]) {
      if (term?.kind !== 'blank') continue;
      if (!quadsOf.has(term.text)) quadsOf.set(term.text, []);
      const own = quadsOf.get(term.text);
      if (own.at(-1) !== quad) own.push(quad);
    }
  }
  const canonical = new LabelIssuer('c14n');
  const firstDegrees = new Map();
  let budget = workBudget, copies = copyBudget;
  const groups = new Map();
  for (const blank of quadsOf.keys()) put(groups, firstDegree(blank), blank);
  for (const [, group] of sorted(groups)) if (group.length === 1) canonical.issue(group[0]);
  for (const [, group] of sorted(groups)) if (group.length > 1) labelAlike(group);
  return [...new Set(quads.map(quad => quadLine(quad, label => canonical.issue(label))))].sort().join('');

  function put(map, key, value) {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(value);
  }

  function sorted(map) {
    return [...map].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  }

  function spend(work) {
    budget -= work + 1;
    if (budget < 0) throw new CanonError('too much work');
  }

  // Each copy costs what was issued before, which in a hostile dataset is thousands of labels.
  function copyOf(issuer) {
    copies -= issuer.issued.size + 1;
    if (copies < 0) throw new CanonError('too much work');
    return issuer.copy();
  }

  function firstDegree(blank) {
    if (!firstDegrees.has(blank)) {
      const lines = quadsOf.get(blank).map(quad => quadLine(quad, other => other === blank ? '_:a' : '_:z'));
      firstDegrees.set(blank, hashText(lines.sort().join('')));
    }
    return firstDegrees.get(blank);
  }

  function labelAlike(group) {
    const results = [];
    for (const blank of group) {
      if (canonical.has(blank)) continue;
      const temporary = new LabelIssuer('b');
      temporary.issue(blank);
      results.push(nDegree(blank, temporary, 0));
    }
    results.sort((a, b) => a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0);
    for (const { issuer } of results) for (const blank of issuer.issued.keys()) canonical.issue(blank);
  }

  function related(other, quad, issuer, position) {
    const predicate = position === 'g' ? '' : quad.predicate.text;
    const label = canonical.has(other) ? canonical.issue(other) : issuer.has(other) ? issuer.issue(other) : firstDegree(other);
    return hashText(position + predicate + label);
  }

  function nDegree(blank, issuer, depth) {
    if (depth > mostDepth) throw new CanonError('too deep');
    spend(quadsOf.get(blank).length);
    const alike = new Map();
    for (const quad of quadsOf.get(blank)) {
      for (const [term, position] of [[quad.subject, 's'], [quad.object, 'o'], [quad.graph, 'g']]) {
        if (term?.kind === 'blank' && term.text !== blank) put(alike, related(term.text, quad, issuer, position), term.text);
      }
    }
    let data = '';
    for (const [hash, blanks] of sorted(alike)) {
      if (blanks.length > mostMentions) throw new CanonError('too many alike');
      const best = bestPath(blanks, issuer, depth);
      data += hash + best.path;
      issuer = best.issuer;
    }
    return { hash: hashText(data), issuer };
  }

  function bestPath(blanks, issuer, depth) {
    let best = null;
    for (const permutation of permutations(blanks)) {
      spend(permutation.length);
      const found = pathOf(permutation, copyOf(issuer), best?.path ?? null, depth);
      if (found && (best === null || found.path < best.path)) best = found;
    }
    return best;
  }

  // Null as soon as it cannot beat the best one.
  function pathOf(permutation, issuer, best, depth) {
    let path = '';
    const recursion = [];
    const loses = () => best !== null && path.length >= best.length && path > best;
    for (const blank of permutation) {
      if (canonical.has(blank)) {
        path += canonical.issue(blank);
      } else {
        if (!issuer.has(blank)) recursion.push(blank);
        path += issuer.issue(blank);
      }
      if (loses()) return null;
    }
    for (const blank of recursion) {
      const result = nDegree(blank, issuer, depth + 1);
      path += `${issuer.issue(blank)}<${result.hash}>`;
      issuer = result.issuer;
      if (loses()) return null;
    }
    return { path, issuer };
  }
}

function* permutations(items) {
  if (items.length <= 1) {
    yield [...items];
    return;
  }
  for (let i = 0; i < items.length; i++) {
    if (items.indexOf(items[i]) !== i) continue;
    for (const tail of permutations([...items.slice(0, i), ...items.slice(i + 1)])) yield [items[i], ...tail];
  }
}
