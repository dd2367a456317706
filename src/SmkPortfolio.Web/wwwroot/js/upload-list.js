const LONGEST_WAIT = 30000;

// New files join the list; what is typed beside the others stays. While the line is broken or the server starts anew, it is asked for again.
export async function refresh(address, wait = 1000) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!answer || answer.status >= 500) {
    const again = () => {
      clearTimeout(due);
      removeEventListener('online', again);
      refresh(address, Math.min(wait * 2, LONGEST_WAIT));
    };
    const due = setTimeout(again, wait);
    addEventListener('online', again);
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

// A line stays with what is to be said of its file until it is closed.
export function stay(job, sentence, look, close) {
  job.bar.remove();
  job.ended = true;
  const line = document.createElement('span');
  line.className = look;
  // The name stands above it already.
  line.textContent = sentence.startsWith(`${job.name}: `) ? sentence.slice(job.name.length + 2) : sentence;
  job.line.replaceWith(line);
  job.item.querySelector('button span').textContent = close;
}
