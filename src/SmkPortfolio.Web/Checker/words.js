// What the page says, in the reader's language.

let allTexts = {};
let language = navigator.language?.startsWith('en') ? 'en' : 'id';

export const setTexts = texts => { allTexts = texts; };
export const setLanguage = code => { language = code; };
export const currentLanguage = () => language;
export const words = () => allTexts[language];

/** The sentence behind a reason code. */
export function sentence(code, values) {
  return fill(words().reasons[code] ?? words().page.failed, values);
}

/** A text with its places filled. */
export function fill(template, values) {
  return template.replace(/\{(\d)\}/g, (_, index) => {
    const value = values[Number(index)];
    if (value instanceof Date) return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(value) + ' (UTC)';
    return typeof value === 'string' ? value.replace(/[ .]+$/, '') : String(value ?? '');
  });
}

/** An instant in the reader's own zone. */
export function when(time) {
  return time === undefined ? undefined : new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'long' }).format(new Date(time));
}

const locale = () => language === 'id' ? 'id-ID' : 'en-GB';
