// <form data-verify> on the public check: a file dropped anywhere on the page, or picked, is sent at once.

const form = document.querySelector('form[data-verify]');
const input = form?.querySelector('input[type=file]');

if (input) {
  const box = input.closest('[data-drop]') ?? form;
  addEventListener('dragover', event => { event.preventDefault(); box.classList.add('over'); });
  addEventListener('dragleave', event => { if (!event.relatedTarget) box.classList.remove('over'); });
  addEventListener('drop', event => {
    // drop.js has already put it into the field, which sends it by its change.
    if (event.defaultPrevented) return;
    event.preventDefault();
    box.classList.remove('over');
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
  input.addEventListener('change', () => { if (input.files.length) form.requestSubmit(); });
}
