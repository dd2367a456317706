// Small comforts on signed-in pages. Everything works without them.

// The error summary or a notice is what a reader needs first after a post.
document.querySelector('.errors')?.focus();

// An open menu closes with Escape or a press elsewhere.
for (const menu of document.querySelectorAll('details.menu')) {
  const close = () => { menu.open = false; };
  document.addEventListener('click', event => { if (!menu.contains(event.target)) close(); });
  menu.addEventListener('keydown', event => {
    if (event.key === 'Escape' && menu.open) {
      close();
      menu.querySelector('summary').focus();
    }
  });
}

// One press, one post: a slow network invites a second press.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  setTimeout(() => delete form.dataset.sent, 8000);
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

// A form with data-confirm asks once before it is sent.
document.addEventListener('click', event => {
  const button = event.target.closest('button[data-confirm]');
  if (button && !confirm(button.dataset.confirm)) event.preventDefault();
});
