// [data-upload] in a form with a file input: files picked there are sent at once, in parts (tus 1.0), two at a time, and go on by themselves after
// a lost connection, a reload or a restart of the server. What is under way is kept in this browser until it has arrived. Without this
// module the form sends its files itself. Texts stand in data- attributes; {0}… are filled in here.

const SIDE = 2560, AT_ONCE = 2, FIRST_WAIT = 1000, LONGEST_WAIT = 30000, KEPT = 48 * 3600 * 1000, STILL = 30000, LOOKING = 300000;
const TUS = { 'Tus-Resumable': '1.0.0' };
const language = document.documentElement.lang;

function start(box) {
  const form = box.closest('form'), input = form.querySelector('input[type=file]');
  const list = box.querySelector('ul'), status = box.querySelector('[role=status]'), row = box.querySelector('template');
  const texts = box.dataset, entry = texts.entry, steps = new Map();
  const queue = [];
  let running = 0, strange = 0;

  input.addEventListener('change', () => {
    const files = [...input.files];
    input.value = '';
    for (const file of files) take({ id: `${Date.now()}-${Math.random()}`, entry, name: file.name, file, at: Date.now() });
  }, true);
  form.addEventListener('version', follow);
  form.addEventListener('submit', event => {
    if (list.querySelector('progress') && !confirm(texts.leave)) { event.preventDefault(); event.stopImmediatePropagation(); }
  }, true);
  kept.all().then(jobs => {
    for (const job of jobs) {
      if (Date.now() - job.at > KEPT) kept.drop(job.id);
      else if (job.entry === entry) take(job);
    }
  });

  function take(job) {
    const item = row.content.cloneNode(true).firstElementChild;
    Object.assign(job, { item, line: item.querySelector('[data-line]'), bar: item.querySelector('progress'), waking: () => {} });
    item.querySelector('[data-name]').textContent = job.name;
    item.querySelector('[data-size]').textContent = size((job.blob ?? job.file).size);
    job.bar.setAttribute('aria-label', job.name);
    const stop = item.querySelector('button');
    stop.querySelector('span').textContent = fill(texts.cancel, job.name);
    stop.addEventListener('click', () => cancel(job));
    say(job, texts.queued);
    list.append(item);
    queue.push(job);
    next();
  }

  async function next() {
    if (running >= AT_ONCE || !queue.length) return;
    const job = queue.shift();
    running++;
    next();
    try {
      await prepare(job);
      await send(job);
    } catch (error) {
      if (error !== job.over) await fail(job, error);
    }
    running--;
    next();
  }

  // What it measures is shown before the first byte goes.
  async function prepare(job) {
    if (!job.blob) {
      say(job, texts.preparing);
      job.blob = await smaller(job.file);
      if (job.blob !== job.file) job.was = job.file.size;
      await kept.put({ id: job.id, entry, name: job.name, blob: job.blob, was: job.was, at: job.at });
    }
    if (job.was) job.item.querySelector('[data-size]').textContent = fill(texts.shrunk, size(job.was), size(job.blob.size));
    job.bar.max = job.blob.size;
    tell(fill(texts.sending, job.name));
  }

  async function send(job) {
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      job.progress = 0;
      const end = await attempt(job);
      if (job.over) throw job.over;
      if (end === 'done') return done(job);
      if (end === 'again') { wait = FIRST_WAIT / 2; continue; }
      if (job.progress) wait = FIRST_WAIT;
      say(job, texts.waiting);
      tell(`${job.name}: ${texts.waiting}`);
      await new Promise(wake => {
        job.waking = wake;
        setTimeout(wake, wait);
        addEventListener('online', wake, { once: true });
      });
      if (job.over) throw job.over;
    }
  }

  // One try to bring the rest over: 'done', 'again' (at once) or 'later'; what cannot succeed is thrown.
  async function attempt(job) {
    let offset = 0;
    if (!job.url) {
      const made = await ask(job, 'POST', texts.upload, { 'Upload-Length': job.blob.size, 'Upload-Metadata': `entry ${encoded(entry)},filename ${encoded(job.name)}` });
      if (made.status !== 201) return refused(made);
      job.url = new URL(made.getResponseHeader('Location'), location.href).pathname;
      await kept.put({ id: job.id, entry, name: job.name, blob: job.blob, was: job.was, at: job.at, url: job.url });
    } else {
      const stand = await ask(job, 'HEAD', job.url, {});
      if (stand.status === 404 || stand.status === 410) { job.url = null; return job.anew ? refused(stand) : (job.anew = true, 'again'); }
      if (stand.status === 422) throw { sentence: (await state(job))?.reason ?? texts.broken };
      if (stand.status !== 200) return refused(stand);
      offset = Number(stand.getResponseHeader('Upload-Offset'));
      if (offset === job.blob.size) { job.told = stand; return 'done'; }
    }
    meter(job, offset);
    const sent = await ask(job, 'PATCH', job.url, { 'Upload-Offset': offset, 'Content-Type': 'application/offset+octet-stream' }, job.blob.slice(offset), bytes => {
      job.progress = bytes;
      meter(job, offset + bytes);
    });
    if (sent.status !== 204) return refused(sent);
    job.told = sent;
    return 'done';
  }

  function refused(answer) {
    const code = answer.status;
    if (code === 0 || code >= 500 || code === 409 && answer.method !== 'POST' || code === 423 || code === 429 || code === 460) return 'later';
    if (code === 401) throw { sentence: texts.signin, keep: true };
    let problem = null;
    try { problem = JSON.parse(answer.responseText); } catch { /* an answer of something between us */ }
    throw { sentence: problem?.title ?? texts.broken };
  }

  function ask(job, method, url, headers, body, progress) {
    return new Promise(answered => {
      const request = job.request = new XMLHttpRequest();
      request.open(method, url);
      for (const [name, value] of Object.entries({ ...TUS, ...headers })) request.setRequestHeader(name, value);
      request.method = method;
      // A dead line says nothing: without a sign of life the try is given up, and the next one finds out how far it came.
      let quiet = setTimeout(() => request.abort(), STILL);
      const alive = still => { clearTimeout(quiet); quiet = setTimeout(() => request.abort(), still); };
      if (body) {
        request.upload.onprogress = event => { alive(STILL); progress(event.loaded); };
        request.upload.onload = () => { alive(LOOKING); say(job, texts.checking); };
      }
      request.onloadend = () => { clearTimeout(quiet); answered(request); };
      request.send(body);
    });
  }

  async function state(job) {
    const answer = await fetch(job.url).catch(() => null);
    return answer?.ok ? answer.json() : null;
  }

  async function done(job) {
    job.bar.value = job.bar.max;
    const step = job.told.getResponseHeader('Smk-Entry-Version')?.split(' ');
    if (step) steps.set(step[0], step[1]);
    else await guess(job);
    follow();
    await refresh();
    await kept.drop(job.id);
    job.item.remove();
    tell(fill(texts.done, job.name));
  }

  // The answer that named the step was lost. When the entry stands just as far on as files of ours came to it, nobody else changed it.
  async function guess(job) {
    const now = (await state(job))?.version, own = Number(form.elements.Version.value);
    if (now === undefined || now <= own) return;
    strange++;
    if (now === own + strange + steps.size) { steps.clear(); steps.set(String(own), String(now)); strange = 0; }
  }

  // The form goes on from the version that our own files made; another device's change stays in the way, as it must.
  function follow() {
    const version = form.elements.Version;
    let moved = false;
    for (let to; to = steps.get(version.value); moved = true) { steps.delete(version.value); version.value = to; }
    if (moved) form.dispatchEvent(new Event('moved'));
  }

  // New files join the list; what is typed beside the others stays.
  async function refresh() {
    const answer = await fetch(texts.list, { headers: { Accept: 'text/html' } }).catch(() => null);
    if (!answer?.ok) {
      addEventListener('online', refresh, { once: true });
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const here = document.querySelector('[data-files]'), there = page.querySelector('[data-files]');
    if (!here || !there) return;
    here.querySelector('.hint').textContent = there.querySelector('.hint').textContent;
    const old = here.querySelector('ol'), fresh = there.querySelector('ol');
    if (!fresh) return;
    if (!old) { here.append(fresh); return; }
    for (const file of fresh.querySelectorAll('[data-file]')) {
      const known = old.querySelector(`[data-file="${file.dataset.file}"]`);
      if (!known) { old.append(file); continue; }
      for (const button of file.querySelectorAll('button')) {
        const same = known.querySelector(`button[value="${button.value}"]`);
        if (same) same.disabled = button.disabled;
      }
    }
  }

  async function fail(job, error) {
    const sentence = error.sentence ?? texts.broken;
    if (!error.keep) await kept.drop(job.id);
    job.bar.remove();
    job.failed = true;
    const line = document.createElement('span');
    line.className = 'error';
    line.textContent = sentence;
    job.line.replaceWith(line);
    job.item.querySelector('button span').textContent = fill(texts.dismiss, job.name);
    tell(sentence);
  }

  async function cancel(job) {
    job.over ??= {};
    const at = queue.indexOf(job);
    if (at >= 0) queue.splice(at, 1);
    job.request?.abort();
    job.waking();
    await kept.drop(job.id);
    job.item.remove();
    input.focus();
    if (job.failed) return;
    tell(fill(texts.cancelled, job.name));
    if (job.url) fetch(job.url, { method: 'DELETE', headers: TUS }).catch(() => {});
  }

  function meter(job, sent) {
    job.bar.value = sent;
    const now = performance.now();
    job.marks = [...(job.marks ?? []).filter(mark => now - mark[0] < 5000 && mark[1] <= sent), [now, sent]];
    if (now - (job.shown ?? 0) < 400) return;
    job.shown = now;
    const [since, from] = job.marks[0], speed = (sent - from) / Math.max(1, now - since) * 1000;
    say(job, speed > 0
      ? fill(texts.going, size(sent), size(job.blob.size), size(speed), span((job.blob.size - sent) / speed))
      : fill(texts.begun, size(sent), size(job.blob.size)));
  }

  function say(job, text) { job.line.textContent = text; }

  function tell(text) { status.textContent = text; }
}

function fill(text, ...values) { return text.replace(/\{(\d)\}/g, (_, n) => values[n]); }

function size(bytes) {
  const [unit, value] = bytes < 1024 * 100 ? ['kilobyte', Math.ceil(bytes / 1024)] : ['megabyte', bytes / 1024 / 1024];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

function span(seconds) {
  const [unit, value] = seconds < 90 ? ['second', Math.ceil(seconds)] : ['minute', Math.ceil(seconds / 60)];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

function encoded(text) { return btoa(String.fromCharCode(...new TextEncoder().encode(text))); }

// A picture with a side longer than 2560 pixels is drawn smaller, upright; what this browser cannot draw goes as it is.
async function smaller(file) {
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
const kept = {
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

for (const box of document.querySelectorAll('[data-upload]')) start(box);
