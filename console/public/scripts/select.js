// Selecting rows: what the keys of the bar do, ranges with Shift, and how many are selected. The form works without it.

/** @type {HTMLInputElement[]} */
const boxes = [...document.querySelectorAll('.pick input')].filter(
  (each) => each instanceof HTMLInputElement,
);
const picked = document.querySelector('[data-picked]');
const unpicked = picked?.textContent ?? '';

/** Where a range begins: the row that was changed last. */
let anchor = 0;

function tell() {
  const count = boxes.filter(({ checked }) => checked).length;
  if (picked === null) return;
  picked.textContent =
    count === 0 ? unpicked : count === 1 ? '1 case selected' : `${count} cases selected`;
}

/** The row that has the focus, or the first. */
function rowHere() {
  const row = document.activeElement?.closest('tr');
  return Math.max(
    0,
    boxes.findIndex((box) => box.closest('tr') === row),
  );
}

/**
 * Selects, or not, from the row that was changed last to another.
 * @param {number} to
 * @param {boolean} checked
 */
function pickRange(to, checked) {
  for (const box of boxes.slice(Math.min(anchor, to), Math.max(anchor, to) + 1))
    box.checked = checked;
  anchor = to;
}

/** @type {Readonly<Record<string, () => void>>} */
const picks = {
  row() {
    anchor = rowHere();
    const box = boxes[anchor];
    if (box !== undefined) box.checked = !box.checked;
  },
  range: () => pickRange(rowHere(), true),
  all() {
    const checked = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = checked;
  },
};

for (const button of document.querySelectorAll('[data-pick]')) {
  if (!(button instanceof HTMLElement)) continue;
  if ('shown' in button.dataset) button.hidden = false;
  button.addEventListener('click', () => {
    picks[button.dataset['pick'] ?? '']?.();
    tell();
  });
}
for (const [nth, box] of boxes.entries())
  box.addEventListener('click', (event) => {
    if (event.shiftKey) pickRange(nth, box.checked);
    anchor = nth;
    tell();
  });
if (picked !== null) tell();
