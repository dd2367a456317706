// [data-copy] around a read-only field and a hidden button: shows the button and copies the field.

for (const line of document.querySelectorAll('[data-copy]')) {
  const field = line.querySelector('input');
  const button = line.querySelector('button');
  if (!field || !button || !navigator.clipboard) continue;
  button.hidden = false;
  const words = button.querySelector('span') ?? button;
  const before = words.textContent;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(field.value);
    words.textContent = line.dataset.copied;
    setTimeout(() => { words.textContent = before; }, 2500);
  });
}
