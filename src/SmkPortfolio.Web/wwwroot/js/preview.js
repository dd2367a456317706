// <form data-preview="/address">: shows the pages as they would be in #preview. Where there is room at once and after each change; on
// small screens, and where data is to be saved, first on the button, then after each change. Without script the button posts.

const QUIET = 700;

for (const form of document.querySelectorAll('form[data-preview]')) start(form);

function start(form) {
  const place = document.getElementById('preview'), button = form.querySelector('[data-preview-button]');
  if (!place || !button) return;
  let timer = 0, asked = null;
  let live = matchMedia('(min-width: 60rem)').matches && !navigator.connection?.saveData;

  form.addEventListener('input', later);
  form.addEventListener('change', later);
  button.addEventListener('click', async event => {
    event.preventDefault();
    live = true;
    if (await show()) place.scrollIntoView({ block: 'start' }); else form.requestSubmit(plain(button));
  });
  if (live && !place.querySelector('img')) show();

  function later(event) {
    if (!live || event.target.name === 'Input.Anyway') return;
    clearTimeout(timer);
    timer = setTimeout(show, QUIET);
  }

  async function show() {
    asked?.abort();
    const mine = asked = new AbortController();
    place.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(form.dataset.preview, { method: 'POST', body: new FormData(form), signal: mine.signal, redirect: 'manual', credentials: 'same-origin' });
      if (!answer.ok) return false;
      const text = await answer.text();
      if (mine === asked) place.innerHTML = text;
      return true;
    } catch {
      return mine.signal.aborted;
    } finally {
      if (mine === asked) place.removeAttribute('aria-busy');
    }
  }
}

// The same button without this script: the page says what does not fit.
function plain(button) {
  const copy = button.cloneNode(true);
  copy.hidden = true;
  button.after(copy);
  return copy;
}
