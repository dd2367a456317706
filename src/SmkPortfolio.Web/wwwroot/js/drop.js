// [data-drop] around a file input: take dropped files and show what was picked. The picks stay in the input itself, so the
// form is sent the plain way.

for (const box of document.querySelectorAll('[data-drop]')) start(box);

function start(box) {
  const input = box.querySelector('input[type=file]');
  if (!input) return;
  const list = document.createElement('ul');
  list.className = 'picks';
  list.setAttribute('aria-live', 'polite');
  const words = document.createElement('p');
  words.className = 'hint';
  words.textContent = box.dataset.dropText ?? '';
  if (matchMedia('(hover: hover)').matches) box.append(words);
  box.append(list);

  for (const kind of ['dragenter', 'dragover']) {
    box.addEventListener(kind, event => { event.preventDefault(); box.classList.add('over'); });
  }
  for (const kind of ['dragleave', 'drop']) {
    box.addEventListener(kind, () => box.classList.remove('over'));
  }
  box.addEventListener('drop', event => {
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
  input.addEventListener('change', show);
  if (input.files.length) show();

  function take(files) {
    const picks = new DataTransfer();
    for (const file of input.multiple ? [...input.files, ...files] : files.slice(0, 1)) picks.items.add(file);
    input.files = picks.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function show() {
    for (const old of list.querySelectorAll('img')) URL.revokeObjectURL(old.src);
    list.replaceChildren(...[...input.files].map(line));
  }
}

function line(file) {
  const item = document.createElement('li');
  if (/^image\/(jpeg|png|webp)$/.test(file.type)) {
    const picture = document.createElement('img');
    picture.alt = '';
    picture.src = URL.createObjectURL(file);
    item.append(picture);
  }
  const size = file.size / 1024 / 1024;
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  item.append(`${file.name} (${number.format(size < 0.1 ? Math.ceil(file.size / 1024) : size)} ${size < 0.1 ? 'KB' : 'MB'})`);
  return item;
}
