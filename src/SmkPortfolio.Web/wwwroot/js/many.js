// <form data-verify> with several files: each is sent by itself, so that a weak network shows every answer as it comes, and one that does not
// get through can be tried again alone. Without this module the form is sent whole and answers with the same table.

const form = document.querySelector('form[data-verify]');
const input = form?.querySelector('input[type=file]');
const frame = document.querySelector('template[data-many]');
let round = 0;

form?.addEventListener('submit', event => {
  if (input.files.length < 2) return;
  event.preventDefault();
  run([...input.files]);
  input.value = '';
});

async function run(files) {
  const turn = ++round;
  document.querySelector('[data-results]')?.remove();
  form.parentElement.before(frame.content.cloneNode(true));
  const part = document.querySelector('[data-results]');
  const status = part.querySelector('[role=status]');
  const body = part.querySelector('tbody');
  const bar = part.querySelector('progress');
  const most = Number(input.dataset.most);
  part.querySelector('h2').focus();
  bar.max = files.length;
  for (const [index, file] of files.entries()) {
    if (index >= most) { body.append(emptyRow('[data-too-many]', file)); continue; }
    say(status.dataset.checking, index + 1, files.length);
    const rows = await send(file);
    if (turn !== round) return;
    bar.value = index + 1;
    if (rows) body.insertAdjacentHTML('beforeend', rows);
    else body.append(failedRow(file));
  }
  bar.parentElement.remove();
  summarise();

  function say(template, ...values) {
    status.textContent = template.replace(/\{(\d)\}/g, (_, n) => values[n]);
  }

  function summarise() {
    say(status.dataset.done, body.querySelectorAll('[data-verdict=genuine-current]').length, body.rows.length);
  }

  async function send(file) {
    for (;;) {
      const data = new FormData();
      data.append('file', file);
      const answer = await fetch(`${form.getAttribute('action')}?handler=rows`, { method: 'POST', body: data }).catch(() => null);
      if (answer?.status !== 429) return answer?.ok ? answer.text() : null;
      const seconds = Number(answer.headers.get('Retry-After')) || 30;
      say(status.dataset.waiting, seconds);
      await new Promise(resume => setTimeout(resume, seconds * 1000));
      if (turn !== round) return null;
    }
  }

  function emptyRow(kind, file) {
    const row = part.querySelector(`template${kind}`).content.cloneNode(true).querySelector('tr');
    row.cells[0].textContent = file.name;
    return row;
  }

  function failedRow(file) {
    const row = emptyRow('[data-failed]', file);
    row.querySelector('button').addEventListener('click', async event => {
      event.target.disabled = true;
      const rows = await send(file);
      if (rows) row.outerHTML = rows;
      else event.target.disabled = false;
      summarise();
    });
    return row;
  }
}
