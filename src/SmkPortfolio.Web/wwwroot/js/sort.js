// <ol data-sort> whose items hold a number field [data-sort-order] and buttons [data-sort-up], [data-sort-down]: moves items and
// renumbers. Without script the number fields are typed in.

for (const list of document.querySelectorAll('[data-sort]')) {
  for (const button of list.querySelectorAll('[data-sort-up], [data-sort-down]')) button.hidden = false;
  for (const field of list.querySelectorAll('[data-sort-order]')) (field.closest('[data-sort-plain]') ?? field).hidden = true;
  number(list);
  list.addEventListener('click', event => {
    const button = event.target.closest('[data-sort-up], [data-sort-down]');
    if (!button) return;
    event.preventDefault();
    const item = [...list.children].find(child => child.contains(button));
    if (button.hasAttribute('data-sort-up')) item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    number(list);
    button.focus();
    list.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

function number(list) {
  [...list.children].forEach((item, index) => {
    const field = item.querySelector('[data-sort-order]');
    if (field) field.value = index + 1;
  });
}
