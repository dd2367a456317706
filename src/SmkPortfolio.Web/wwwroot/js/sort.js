// <ol data-sort> whose items hold a field [data-sort-order], buttons [data-sort-up], [data-sort-down] and perhaps a handle [data-sort-grip]: moves items by
// button or by dragging the handle, and renumbers. Items and lists that other scripts add inside [data-sort-within] are taken in. Without script the
// fields are typed in, or the buttons are the form's own. [data-sort-status] beside the list says where an item [data-name] has come to.

const EDGE = 72, PACE = 10;

for (const list of document.querySelectorAll('[data-sort]')) prepare(list);
for (const place of document.querySelectorAll('[data-sort-within]')) {
  new MutationObserver(() => place.querySelectorAll('[data-sort]').forEach(prepare)).observe(place, { childList: true, subtree: true });
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-sort-up], [data-sort-down]');
  const list = button?.closest('[data-sort]');
  if (!list) return;
  event.preventDefault();
  const item = itemOf(list, button);
  if (button.hasAttribute('data-sort-up')) item.previousElementSibling?.before(item);
  else item.nextElementSibling?.after(item);
  moved(list, item);
  button.focus();
});

document.addEventListener('pointerdown', event => {
  const grip = event.target.closest('[data-sort-grip]');
  const list = grip?.closest('[data-sort]');
  if (!list || event.button !== 0) return;
  event.preventDefault();
  const item = itemOf(list, grip);
  const before = item.previousElementSibling;
  grip.setPointerCapture(event.pointerId);
  item.classList.add('held');
  let y = event.clientY, frame = 0;
  // The neighbours are moved round the item: an item that is taken out of the page loses the pointer. Near an edge the page scrolls along.
  const step = () => {
    if (y < EDGE) scrollBy(0, -PACE);
    else if (y > innerHeight - EDGE) scrollBy(0, PACE);
    for (let up; (up = item.previousElementSibling) && y < middle(up); ) item.after(up);
    for (let down; (down = item.nextElementSibling) && y > middle(down); ) item.before(down);
    frame = requestAnimationFrame(step);
  };
  const follow = move => { y = move.clientY; frame ||= requestAnimationFrame(step); };
  const drop = () => {
    cancelAnimationFrame(frame);
    item.classList.remove('held');
    grip.removeEventListener('pointermove', follow);
    if (item.previousElementSibling !== before) moved(list, item);
  };
  grip.addEventListener('pointermove', follow);
  grip.addEventListener('lostpointercapture', drop, { once: true });
});

function middle(item) {
  const box = item.getBoundingClientRect();
  return box.top + box.height / 2;
}

function itemOf(list, part) {
  return [...list.children].find(child => child.contains(part));
}

function prepare(list) {
  for (const button of list.querySelectorAll('[data-sort-up], [data-sort-down]')) button.hidden = button.disabled = false;
  for (const grip of list.querySelectorAll('[data-sort-grip]')) grip.hidden = false;
  for (const field of list.querySelectorAll('[data-sort-order]')) (field.closest('[data-sort-plain]') ?? field).hidden = true;
  number(list);
}

function moved(list, item) {
  number(list);
  const status = list.parentElement.querySelector('[data-sort-status]');
  const items = [...list.children];
  if (status) status.textContent = [item.dataset.name, items.indexOf(item) + 1, items.length].reduce((text, value, at) => text.replace(`{${at}}`, () => value), status.dataset.sortStatus);
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

function number(list) {
  [...list.children].forEach((item, index) => {
    const field = item.querySelector('[data-sort-order]');
    if (field) field.value = index + 1;
  });
}
