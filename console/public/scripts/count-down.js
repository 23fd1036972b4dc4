/**
 * Elements of the page that carry a data attribute.
 * @param {string} selector
 * @returns {Iterable<HTMLElement>}
 */
const all = (selector) => document.querySelectorAll(selector);

/** Counts down what ends, each second, and takes away what can no longer be done. */
function countDown() {
  const now = Date.now();
  for (const each of all('[data-until]')) {
    const seconds = Math.round((Date.parse(each.dataset['until'] ?? '') - now) / 1000);
    if (Number.isNaN(seconds)) continue;
    each.textContent =
      seconds <= 0 ? 'over' : seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`;
  }
  for (const each of all('[data-gone]'))
    if (Date.parse(each.dataset['gone'] ?? '') <= now) each.hidden = true;
}

if (document.querySelector('[data-until], [data-gone]') !== null) setInterval(countDown, 1000);
