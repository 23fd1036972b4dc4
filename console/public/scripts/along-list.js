// Goes along the list one came from. Each tab has its own, so that two of them do not mix. Its name puts it before
// `keys.js`, which lists what leads somewhere.

const LIST = 'doubletake.list';

/** @returns {readonly string[]} */
const rows = () =>
  [...document.querySelectorAll('a[data-row]')].flatMap((row) => row.getAttribute('href') ?? []);

/** @returns {readonly string[]} */
function kept() {
  return (sessionStorage.getItem(LIST) ?? '').split(' ');
}

/** @param {Element} nav */
function showSteps(nav) {
  const list = kept();
  const here = list.indexOf(location.pathname);
  if (here < 0) return;
  for (const link of nav.querySelectorAll('a')) {
    const there = list[here + Number(link.dataset['step'])];
    if (there === undefined) continue;
    link.href = there;
    link.hidden = false;
    nav.removeAttribute('hidden');
  }
}

const steps = document.querySelector('[data-steps]');
if (steps !== null) showSteps(steps);
else if (rows().length > 0) sessionStorage.setItem(LIST, rows().join(' '));
