// PDF values from bytes. Depth is bounded; every step moves forward, so work is bounded by the length.

export class PdfError extends Error {}

export class PdfName { constructor(value) { this.value = value; } }
export class PdfNumber { constructor(value, isInteger) { this.value = value; this.isInteger = isInteger; } }
export class PdfString { constructor(bytes, start, end, isHex) { Object.assign(this, { bytes, start, end, isHex }); } }
export class PdfReference { constructor(id) { this.id = id; } }
export class PdfStream { constructor(dictionary, raw) { this.dictionary = dictionary; this.raw = raw; } }

/** A whole number from 0 to 2^31 - 1, or undefined. */
export const wholeOf = value => value instanceof PdfNumber && value.isInteger && value.value >= 0 && value.value < 2 ** 31 ? value.value : undefined;

const isBlank = c => c === 0 || c === 9 || c === 10 || c === 12 || c === 13 || c === 32;
const isRegular = c => c !== undefined && !isBlank(c) && !'()<>[]{}/%'.includes(String.fromCharCode(c));
const isDigit = c => c >= 48 && c <= 57;
const isOctal = c => c >= 48 && c <= 55;
const inNumber = c => isDigit(c) || c === 43 || c === 45 || c === 46;
const hexValue = c => isDigit(c) ? c - 48 : c >= 97 && c <= 102 ? c - 87 : c >= 65 && c <= 70 ? c - 55 : -1;
const escapes = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const mostPdfDepth = 64;

/** How much may be read out of one file, all its objects together: the same bytes can be read as part of many. */
export class PdfBudget {
  values = 500_000;
  bytes = 64 * 1024 * 1024;

  spendValue() { if (--this.values < 0) throw new PdfError('too many values'); }

  spendBytes(count) { if ((this.bytes -= count) < 0) throw new PdfError('the same bytes too often'); }
}

export class PdfParser {
  #depth = 0;

  constructor(source, isFile, budget, at = 0) {
    this.source = source;
    this.isFile = isFile;
    this.budget = budget;
    this.at = at;
  }

  value() {
    const start = this.at, value = this.#one();
    this.budget.spendBytes(this.at - start);
    return value;
  }

  #one() {
    this.budget.spendValue();
    this.blanks();
    const { source, at } = this;
    if (at >= source.length) throw new PdfError('a value is missing');
    switch (String.fromCharCode(source[at])) {
      case '/': return new PdfName(this.#name());
      case '(': return this.#literal();
      case '[': return this.#nested(() => this.#array());
      case '<': return source[at + 1] === 60 ? this.#nested(() => this.#dictionary()) : this.#hex();
    }
    if (inNumber(source[at])) return this.#numberOrReference();
    while (isRegular(source[this.at]) && this.at - at < 16) this.at++;
    const word = String.fromCharCode(...source.subarray(at, this.at));
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    throw new PdfError('an unknown word');
  }

  /** Skips blanks, then the word if it stands there. */
  keyword(word) {
    this.blanks();
    for (let i = 0; i < word.length; i++) if (this.source[this.at + i] !== word.charCodeAt(i)) return false;
    if (isRegular(this.source[this.at + word.length])) return false;
    this.at += word.length;
    return true;
  }

  integer() {
    const number = this.#number();
    if (!number.isInteger || Math.abs(number.value + 0.5) > 2 ** 31) throw new PdfError('a whole number was expected');
    return number.value;
  }

  blanks() {
    for (; this.at < this.source.length; this.at++) {
      if (this.source[this.at] === 37) {
        const start = this.at;
        while (this.at < this.source.length && this.source[this.at] !== 10 && this.source[this.at] !== 13) this.at++;
        this.budget.spendBytes(this.at - start);
      } else if (!isBlank(this.source[this.at])) return;
    }
    this.at = Math.min(this.at, this.source.length);
  }

  #nested(read) {
    if (++this.#depth > mostPdfDepth) throw new PdfError('nested too deeply');
    const value = read();
    this.#depth--;
    return value;
  }

  #array() {
    this.at++;
    const items = [];
    for (;;) {
      this.blanks();
      if (this.source[this.at] === 93) { this.at++; return items; }
      items.push(this.#one());
    }
  }

  #dictionary() {
    this.at += 2;
    const entries = new Map();
    for (;;) {
      this.blanks();
      if (this.source[this.at] === 62 && this.source[this.at + 1] === 62) { this.at += 2; return entries; }
      if (this.source[this.at] !== 47) throw new PdfError('a key is not a name');
      this.budget.spendValue();
      const name = this.#name();
      const value = this.#one();
      // A repeated key would let two readers see two documents.
      if (entries.has(name)) throw new PdfError('a key twice');
      entries.set(name, value);
    }
  }

  #name() {
    this.at++;
    let name = '';
    while (isRegular(this.source[this.at])) {
      let c = this.source[this.at++];
      const high = hexValue(this.source[this.at]), low = hexValue(this.source[this.at + 1]);
      if (c === 35 && high >= 0 && low >= 0) { c = high * 16 + low; this.at += 2; }
      name += String.fromCharCode(c);
      if (name.length > 1024) throw new PdfError('a name is too long');
    }
    return name;
  }

  #literal() {
    const start = this.at++, bytes = [];
    for (let open = 1; this.at < this.source.length;) {
      const c = this.source[this.at++];
      if (c === 92) { this.#escape(bytes); continue; }
      open += c === 40 ? 1 : c === 41 ? -1 : 0;
      if (open === 0) return this.#string(bytes, start, false);
      bytes.push(c);
    }
    throw new PdfError('a string has no end');
  }

  #escape(bytes) {
    if (this.at >= this.source.length) return;
    const c = this.source[this.at++];
    if (isOctal(c)) {
      let value = c - 48;
      for (let i = 0; i < 2 && isOctal(this.source[this.at]); i++) value = value * 8 + this.source[this.at++] - 48;
      bytes.push(value & 255);
    } else if (c === 13) {
      if (this.source[this.at] === 10) this.at++;
    } else if (c !== 10) {
      bytes.push(escapes[String.fromCharCode(c)] ?? c);
    }
  }

  #hex() {
    const start = this.at++, bytes = [];
    for (let high = -1; this.at < this.source.length;) {
      const c = this.source[this.at++];
      if (c === 62) {
        if (high >= 0) bytes.push(high << 4);
        return this.#string(bytes, start, true);
      }
      if (isBlank(c)) continue;
      const digit = hexValue(c);
      if (digit < 0) throw new PdfError('not hexadecimal');
      if (high >= 0) bytes.push(high << 4 | digit);
      high = high < 0 ? digit : -1;
    }
    throw new PdfError('a string has no end');
  }

  #string(bytes, start, isHex) {
    return new PdfString(Uint8Array.from(bytes), this.isFile ? start : -1, this.isFile ? this.at : -1, isHex);
  }

  #numberOrReference() {
    const number = this.#number();
    if (wholeOf(number) === undefined) return number;
    // "12 0 R" is a reference, "12 0 13" are three numbers.
    const after = this.at;
    this.blanks();
    if (isDigit(this.source[this.at]) && wholeOf(this.#number()) <= 65535 && this.keyword('R')) return new PdfReference(number.value);
    this.at = after;
    return number;
  }

  #number() {
    this.blanks();
    const start = this.at;
    while (inNumber(this.source[this.at])) this.at++;
    const digits = String.fromCharCode(...this.source.subarray(start, Math.min(this.at, start + 41)));
    if (digits.length > 40 || !/^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits)) throw new PdfError('a number cannot be read');
    return new PdfNumber(Number(digits), !digits.includes('.'));
  }
}
