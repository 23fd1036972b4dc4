// Keys. Everything here is also a link or a button: without this script the console works all the same.

const AFTER_G_MS = 1500;
const TYPING =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog[open] *';

/** @type {Map<string, () => void>} What single keys do on every page. */
const keys = new Map([['?', () => open('shortcuts')]]);

let waitsForPlace = false;

/**
 * Lets a page's own script answer a key.
 * @param {string} key as `KeyboardEvent.key` names it
 * @param {() => void} act
 */
export function onKey(key, act) {
  keys.set(key, act);
}

/** @param {string | undefined} id */
function open(id) {
  const dialog = document.getElementById(id ?? '');
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

/**
 * Whether a key means a letter, or belongs to somebody else.
 * @param {KeyboardEvent} event
 */
function isTaken(event) {
  if (event.defaultPrevented || event.isComposing || event.repeat) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  return event.target instanceof Element && event.target.closest(TYPING) !== null;
}

/**
 * Elements of the page that carry a data attribute.
 * @param {string} selector
 * @returns {Iterable<HTMLElement>}
 */
const all = (selector) => document.querySelectorAll(selector);

/** @param {string} key */
function goTo(key) {
  for (const place of all('[data-go]')) if (place.dataset['go'] === key) place.click();
}

/** @param {KeyboardEvent} event */
function onKeyDown(event) {
  if (isTaken(event)) return;
  const act = keys.get(event.key);
  if (waitsForPlace) {
    waitsForPlace = false;
    goTo(event.key);
  } else if (event.key === 'g') {
    waitsForPlace = true;
    setTimeout(() => {
      waitsForPlace = false;
    }, AFTER_G_MS);
  } else if (act !== undefined) {
    event.preventDefault();
    act();
  }
}

for (const button of all('[data-opens]'))
  button.addEventListener('click', () => open(button.dataset['opens']));

if (document.body.dataset['shortcuts'] === 'on') {
  document.addEventListener('keydown', onKeyDown);
  for (const button of all('[data-opens=shortcuts]')) {
    button.hidden = false;
    button.setAttribute('aria-keyshortcuts', '?');
  }
  for (const place of all('[data-go]'))
    place.setAttribute('aria-keyshortcuts', `g ${place.dataset['go']}`);
}
