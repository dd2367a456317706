// <form method="post" data-autosave="/entries/ID/autosave">: sends the text fields after two quiet seconds, and on leaving.
// The answer is 204 or {"version": "…"}; the new version goes into the field named by data-autosave-version (default "Version").
// 409 somebody else changed it, 401 signed out, 400 something does not fit: the text always stays where it is.

const QUIET = 2000;

for (const form of document.querySelectorAll('form[data-autosave]')) start(form);

function start(form) {
  const status = form.querySelector('[data-autosave-status]');
  const key = 'autosave:' + form.dataset.autosave;
  let timer = 0, sent = read(form), halted = false, busy = false, stale = false;

  restore();
  form.addEventListener('input', later);
  form.addEventListener('change', later);
  form.addEventListener('submit', () => { halted = true; clearTimeout(timer); sessionStorage.removeItem(key); });
  // The page's own files made a version: what was refused because of it is not changed elsewhere.
  form.addEventListener('moved', () => {
    if (stale) halted = stale = false;
    if (read(form, true) === strip(sent)) sent = read(form); else later();
  });
  addEventListener('online', later);
  addEventListener('pagehide', () => { if (isChanged()) save(true); });

  function isChanged() { return !halted && read(form) !== sent; }

  function later() {
    clearTimeout(timer);
    if (!halted) timer = setTimeout(() => { if (isChanged()) save(false); }, QUIET);
  }

  async function save(leaving) {
    if (busy && !leaving) return later();
    busy = true;
    const now = read(form);
    say('saving');
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'POST', body: new URLSearchParams(now), keepalive: leaving && now.length < 60000,
        headers: { Accept: 'application/json' }, redirect: 'manual', credentials: 'same-origin',
      });
      if (answer.ok) await kept(answer, now);
      else if (answer.status === 409 && new URLSearchParams(now).get('Version') !== form.elements.Version?.value) later();
      else if (answer.status === 409) { stale = true; stop('conflict'); }
      else if (answer.status === 401 || answer.type === 'opaqueredirect') { remember(now); stop('signin'); }
      else say('invalid', true);
    } catch {
      remember(now);
      say('waiting', true);
    } finally {
      busy = false;
    }
  }

  async function kept(answer, now) {
    sent = now;
    const body = answer.status === 204 ? null : await answer.json().catch(() => null);
    const version = form.elements[form.dataset.autosaveVersion ?? 'Version'];
    if (body?.version && version) {
      version.value = body.version;
      form.dispatchEvent(new Event('version'));
      sent = read(form) === now ? now : sent;
    }
    sessionStorage.removeItem(key);
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
    say('saved', false, time);
    if (read(form, true) !== strip(now)) later(); else sent = read(form);
  }

  function stop(word) { halted = true; say(word, true); }

  function say(word, bad = false, value = '') {
    if (!status) return;
    status.textContent = (status.dataset[word] ?? '').replace('{0}', value);
    status.classList.toggle('bad', bad);
  }

  // Only this tab, only until it is saved: a shared phone must not keep a classmate's text.
  function remember(text) { sessionStorage.setItem(key, strip(text)); }

  function restore() {
    const text = sessionStorage.getItem(key);
    if (!text) return;
    for (const [name, value] of new URLSearchParams(text)) {
      const field = form.elements[name];
      if (field && 'value' in field && !['checkbox', 'hidden', 'file'].includes(field.type)) field.value = value;
    }
    sessionStorage.removeItem(key);
    if (read(form) !== sent) { say('restored'); later(); }
  }
}

// Everything the form would post but files and passwords.
function read(form, bare = false) {
  const pairs = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && form.elements[name]?.type !== 'password') pairs.append(name, value);
  }
  return bare ? strip(pairs.toString()) : pairs.toString();
}

// Without the token and the version, which change by themselves.
function strip(text) {
  const pairs = new URLSearchParams(text);
  for (const name of ['__RequestVerificationToken', 'Version']) pairs.delete(name);
  return pairs.toString();
}
