// The objects of a PDF, found through its cross references, its attachments and filled-in signature fields.

import { startsWith } from './bytes.js';
import { InflateError, unzlib } from './inflate.js';
import { PdfBudget, PdfError, PdfName, PdfParser, PdfReference, PdfStream, PdfString, wholeOf } from './pdfvalues.js';

const mostPdfBytes = 64 * 1024 * 1024;
// Attachments and tables; pictures and pages are never unpacked.
const mostUnpacked = 48 * 1024 * 1024;
const mostChain = 16;
// Of nodes, pairs and associated files together: what is named a thousand times is looked at a thousand times.
const mostSteps = 100_000;
const mostNodes = 10_000;
const mostTreeDepth = 32;
const mostAttachments = 2_000;
const mostSections = 256;
const mostObjects = 1_000_000;

export class PdfFile {
  #bytes;
  #left = mostUnpacked;
  #entries = new Map();
  #known = new Map();
  #objectStreams = new Map();
  #chain = 0;
  #budget = new PdfBudget();
  #trailer = new Map();

  constructor(bytes) {
    if (bytes.length > mostPdfBytes || !startsWith(bytes, '%PDF-')) throw new PdfError('no PDF');
    this.#bytes = bytes;
    this.#readChain(this.#findStart());
  }

  get isEncrypted() { return (this.#trailer.get('Encrypt') ?? null) !== null; }

  get catalog() {
    const catalog = this.get(this.#trailer, 'Root');
    if (!(catalog instanceof Map)) throw new PdfError('no catalogue');
    return catalog;
  }

  get(dictionary, key) { return this.resolve(dictionary.get(key) ?? null); }

  resolve(value) {
    for (let hops = 0; value instanceof PdfReference; hops++) {
      if (hops > mostChain) throw new PdfError('a circle');
      value = this.#load(value.id);
    }
    return value;
  }

  attachments() {
    const specifications = new Set(), nodes = new Set();
    let steps = 0;
    const step = () => { if (++steps > mostSteps) throw new PdfError('the list of attachments is too long'); };
    const add = value => {
      step();
      const specification = this.resolve(value);
      if (specification instanceof Map) specifications.add(specification);
      if (specifications.size > mostAttachments) throw new PdfError('too many attachments');
    };
    const walk = (value, depth) => {
      step();
      if (depth > mostTreeDepth) throw new PdfError('the list of attachments is broken');
      const node = this.resolve(value);
      if (!(node instanceof Map) || nodes.has(node)) return;
      nodes.add(node);
      const pairs = this.get(node, 'Names'), kids = this.get(node, 'Kids');
      if (Array.isArray(pairs)) for (let i = 1; i < pairs.length; i += 2) add(pairs[i]);
      if (Array.isArray(kids)) for (const kid of kids) walk(kid, depth + 1);
    };
    const names = this.get(this.catalog, 'Names');
    if (names instanceof Map) walk(names.get('EmbeddedFiles') ?? null, 0);
    const associated = this.get(this.catalog, 'AF');
    if (Array.isArray(associated)) associated.forEach(add);
    return [...specifications].map(specification => this.#open(specification)).filter(Boolean);
  }

  /** The dictionaries of filled-in signature fields. */
  signatures() {
    const found = new Set();
    let visited = 0;
    const walk = (value, inherited, depth) => {
      const fields = this.resolve(value);
      if (!Array.isArray(fields)) return;
      for (const item of fields) {
        if (++visited > mostNodes || depth > mostTreeDepth) throw new PdfError('too many fields');
        const field = this.resolve(item);
        if (!(field instanceof Map)) continue;
        const name = this.get(field, 'FT');
        const type = name instanceof PdfName ? name.value : inherited;
        const signature = type === 'Sig' ? this.get(field, 'V') : null;
        if (signature instanceof Map) found.add(signature);
        walk(field.get('Kids') ?? null, type, depth + 1);
      }
    };
    const form = this.get(this.catalog, 'AcroForm');
    if (form instanceof Map) walk(form.get('Fields') ?? null, null, 0);
    return [...found];
  }

  #open(specification) {
    const embedded = this.get(specification, 'EF');
    if (!(embedded instanceof Map)) return null;
    const stream = [this.get(embedded, 'UF'), this.get(embedded, 'F')].find(value => value instanceof PdfStream);
    const bytes = stream ? this.#decode(stream) : null;
    return bytes && { name: pdfText(this.get(specification, 'UF')) ?? pdfText(this.get(specification, 'F')) ?? '', bytes };
  }

  #load(id) {
    if (this.#known.has(id)) return this.#known.get(id);
    const entry = this.#entries.get(id);
    if (!entry) return null;
    if (++this.#chain > mostChain) throw new PdfError('a circle');
    const value = entry.offset > 0 ? this.#readAt(id, entry.offset) : this.#readPacked(id, entry.container);
    this.#chain--;
    this.#known.set(id, value);
    return value;
  }

  #readAt(id, offset) {
    if (offset >= this.#bytes.length) throw new PdfError('outside the file');
    const parser = new PdfParser(this.#bytes, true, this.#budget, offset);
    if (parser.integer() !== id) throw new PdfError('not where the cross references say');
    parser.integer();
    if (!parser.keyword('obj')) throw new PdfError('not where the cross references say');
    const value = parser.value();
    return value instanceof Map ? this.#streamBody(parser, value, this.get(value, 'Length')) ?? value : value;
  }

  #readPacked(id, container) {
    if (!this.#objectStreams.has(container)) {
      const stream = this.#entries.get(container)?.offset > 0 ? this.#load(container) : null;
      const data = stream instanceof PdfStream ? this.#decode(stream) : null;
      if (!data) throw new PdfError('an object stream cannot be read');
      const count = wholeOf(this.get(stream.dictionary, 'N')), first = wholeOf(this.get(stream.dictionary, 'First'));
      if (count === undefined || first === undefined || first > data.length || count > data.length) throw new PdfError('an object stream is broken');
      const parser = new PdfParser(data, false, this.#budget), offsets = new Map();
      for (let i = 0; i < count; i++) offsets.set(parser.integer(), first + parser.integer());
      this.#objectStreams.set(container, { data, offsets });
    }
    const { data, offsets } = this.#objectStreams.get(container);
    const offset = offsets.get(id);
    if (!(offset >= 0 && offset < data.length)) throw new PdfError('an object is missing');
    return new PdfParser(data, false, this.#budget, offset).value();
  }

  #streamBody(parser, dictionary, length) {
    if (!parser.keyword('stream')) return null;
    let start = parser.at;
    if (this.#bytes[start] === 13) start++;
    if (this.#bytes[start] === 10) start++;
    const size = wholeOf(length);
    if (size !== undefined && size <= this.#bytes.length - start) {
      parser.at = start + size;
      if (parser.keyword('endstream')) return new PdfStream(dictionary, this.#bytes.subarray(start, start + size));
    }
    throw new PdfError('a stream does not end where it says');
  }

  /** The decoded bytes, or null when a filter is used that we do not read. */
  #decode(stream, resolve = value => this.resolve(value)) {
    let filter = resolve(stream.dictionary.get('Filter') ?? null);
    let parameters = resolve(stream.dictionary.get('DecodeParms') ?? null);
    if (Array.isArray(filter) && filter.length <= 1) {
      filter = filter.length === 0 ? null : resolve(filter[0]);
      if (Array.isArray(parameters) && parameters.length === 1) parameters = resolve(parameters[0]);
    }
    if (filter === null) return this.#spend(stream.raw);
    if (!(filter instanceof PdfName) || !['FlateDecode', 'Fl'].includes(filter.value)) return null;
    try {
      const bytes = this.#spend(unzlib(stream.raw, this.#left));
      return parameters instanceof Map ? unpredict(bytes, parameters, resolve) : bytes;
    } catch (problem) {
      throw problem instanceof InflateError ? new PdfError('a compressed stream is broken') : problem;
    }
  }

  #spend(bytes) {
    this.#left -= bytes.length;
    if (this.#left < 0) throw new PdfError('unpacks to more than we accept');
    return bytes;
  }

  #findStart() {
    const from = Math.max(0, this.#bytes.length - 2048);
    const at = String.fromCharCode(...this.#bytes.subarray(from)).lastIndexOf('startxref');
    if (at < 0) throw new PdfError('no cross references');
    return new PdfParser(this.#bytes.subarray(from + at + 9), false, this.#budget).integer();
  }

  #readChain(start) {
    const seen = new Set(), next = [start];
    for (let first = true; next.length > 0; first = false) {
      const offset = next.shift();
      if (offset <= 0 || offset >= this.#bytes.length || seen.size >= mostSections || seen.has(offset)) throw new PdfError('the cross references are broken');
      seen.add(offset);
      const parser = new PdfParser(this.#bytes, true, this.#budget, offset);
      const trailer = parser.keyword('xref') ? this.#readTable(parser) : this.#readXrefStream(parser);
      if (first) this.#trailer = trailer;
      for (const key of ['XRefStm', 'Prev']) if (trailer.get(key)?.isInteger !== undefined) next.push(whole(trailer.get(key)));
    }
  }

  #readTable(parser) {
    while (!parser.keyword('trailer')) {
      const first = parser.integer(), count = parser.integer();
      if (first < 0 || count < 0 || count > Math.floor(this.#bytes.length / 18)) throw new PdfError('a table is broken');
      for (let i = 0; i < count; i++) {
        const offset = parser.integer();
        parser.integer();
        const isUsed = parser.keyword('n');
        if (!isUsed && !parser.keyword('f')) throw new PdfError('a table is broken');
        this.#add(first + i, isUsed ? { offset } : null);
      }
    }
    const trailer = parser.value();
    if (!(trailer instanceof Map)) throw new PdfError('the trailer is no dictionary');
    return trailer;
  }

  #readXrefStream(parser) {
    parser.integer();
    parser.integer();
    const dictionary = parser.keyword('obj') ? parser.value() : null;
    if (!(dictionary instanceof Map) || dictionary.get('Type')?.value !== 'XRef') throw new PdfError('no cross references');
    const stream = this.#streamBody(parser, dictionary, dictionary.get('Length') ?? null);
    const data = stream && this.#decode(stream, value => value);
    const fields = dictionary.get('W');
    if (!data || !Array.isArray(fields) || fields.length !== 3) throw new PdfError('the cross reference stream is broken');
    const widths = fields.map(whole);
    if (widths.some(width => width > 4) || widths[1] === 0) throw new PdfError('the cross reference stream is broken');
    const index = dictionary.get('Index');
    const sections = Array.isArray(index) ? index.map(whole) : [0, whole(dictionary.get('Size'))];
    const size = widths[0] + widths[1] + widths[2];
    let at = 0;
    const field = (width, otherwise) => {
      let value = 0;
      for (let i = 0; i < width; i++) value = value * 256 + data[at++];
      return width === 0 ? otherwise : value;
    };
    for (let s = 0; s + 1 < sections.length; s += 2) {
      for (let i = 0; i < sections[s + 1] && at + size <= data.length; i++) {
        const type = field(widths[0], 1), second = field(widths[1], 0), third = field(widths[2], 0);
        const fits = second > 0 && second < 2 ** 31 && third < 2 ** 31;
        this.#add(sections[s] + i, fits && type === 1 ? { offset: second } : fits && type === 2 ? { container: second } : null);
      }
    }
    return dictionary;
  }

  // Newer sections win over older ones.
  #add(id, entry) {
    if (this.#entries.size >= mostObjects) throw new PdfError('too many objects');
    if (!this.#entries.has(id)) this.#entries.set(id, entry?.offset > 0 || entry?.container > 0 ? entry : null);
  }
}

function whole(value) {
  return wholeOf(value) ?? (() => { throw new PdfError('the cross references are broken'); })();
}

function pdfText(value) {
  if (!(value instanceof PdfString)) return null;
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(3));
  return Array.from(bytes, b => String.fromCharCode(b)).join('');
}

function unpredict(data, parameters, resolve) {
  const number = (key, otherwise) => {
    const value = wholeOf(resolve(parameters.get(key) ?? null));
    return value >= 1 && value <= 100_000 ? value : otherwise;
  };
  const predictor = number('Predictor', 1);
  if (predictor === 1) return data;
  if (predictor < 10) throw new PdfError('a predictor that we do not read');
  const depth = number('Colors', 1) * number('BitsPerComponent', 8);
  const step = Math.max(1, Math.floor(depth / 8));
  const row = Math.floor((number('Columns', 1) * depth + 7) / 8);
  const rows = Math.floor(data.length / (row + 1));
  const result = new Uint8Array(rows * row);
  for (let r = 0; r < rows; r++) {
    const from = r * (row + 1);
    for (let i = 0; i < row; i++) {
      const at = r * row + i;
      const before = i >= step ? result[at - step] : 0;
      const above = r > 0 ? result[at - row] : 0;
      const corner = r > 0 && i >= step ? result[at - row - step] : 0;
      result[at] = data[from + 1 + i] + predicted(data[from], before, above, corner);
    }
  }
  return result;
}

function predicted(kind, before, above, corner) {
  if (kind > 4) throw new PdfError('a prediction is broken');
  if (kind < 4) return [0, before, above, (before + above) >> 1][kind];
  const guess = before + above - corner;
  const [a, b, c] = [before, above, corner].map(value => Math.abs(guess - value));
  return a <= b && a <= c ? before : b <= c ? above : corner;
}
