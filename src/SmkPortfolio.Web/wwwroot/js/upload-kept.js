// What sending files needs beside the line: sizes and times in words, pictures made smaller, and a place where files wait in this browser.

const SIDE = 2560;
const language = document.documentElement.lang;

export function fill(text, ...values) { return text.replace(/\{(\d)\}/g, (_, n) => values[n]); }

export function size(bytes) {
  const [unit, value] = bytes < 1024 * 100 ? ['kilobyte', Math.ceil(bytes / 1024)] : ['megabyte', bytes / 1024 / 1024];
  return written(value, { unit, maximumFractionDigits: 1 });
}

export function span(seconds) {
  const [unit, value] = seconds < 90 ? ['second', Math.ceil(seconds)] : ['minute', Math.ceil(seconds / 60)];
  return written(value, { unit });
}

// Number and unit stay on one line.
function written(value, look) { return new Intl.NumberFormat(language, { style: 'unit', ...look }).format(value).replaceAll(' ', '\u00a0'); }

export function encoded(text) { return btoa(String.fromCharCode(...new TextEncoder().encode(text))); }

// A picture with a side longer than 2560 pixels is drawn smaller, upright; what this browser cannot draw goes as it is.
export async function smaller(file) {
  if (!file.type.startsWith('image/') || /svg|gif/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = SIDE / Math.max(picture.width, picture.height);
    if (scale >= 1) return file;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext('2d');
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await new Promise(made => canvas.toBlob(made, file.type === 'image/png' ? 'image/png' : 'image/jpeg', .88));
    return drawn && drawn.size < file.size ? drawn : file;
  } catch {
    return file;
  }
}

// The files that are under way, in this browser. Where there is no such store, only a reload loses them.
export const kept = {
  open() {
    return this.base ??= new Promise((opened, failed) => {
      const request = indexedDB.open('smk-uploads', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('files', { keyPath: 'id' });
      request.onsuccess = () => opened(request.result);
      request.onerror = () => failed(request.error);
    });
  },
  async on(mode, verb) {
    try {
      const store = (await this.open()).transaction('files', mode).objectStore('files');
      return await new Promise((done, failed) => {
        const request = verb(store);
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    } catch {
      return null;
    }
  },
  async all() { return await this.on('readonly', store => store.getAll()) ?? []; },
  put(job) { return this.on('readwrite', store => store.put(job)); },
  drop(id) { return this.on('readwrite', store => store.delete(id)); },
};
