// Keys. Everything here is also a link or a button: without this script the console works all the same.

const AFTER_G_MS = 1500;
const TYPING =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog[open] *';

/** Pairs of characters: where pages say a key is, and where this person has it. */
const moved = Array.from(document.body.dataset['keys'] ?? '');

/** @param {string} key */
function keyOf(key) {
  const nth = moved.findIndex((from, place) => place % 2 === 0 && from === key);
  return (nth < 0 ? undefined : moved[nth + 1]) ?? key;
}

/** @type {Map<string, () => void>} What single keys do on every page. */
const keys = new Map([
  [keyOf('?'), () => open('shortcuts')],
  [keyOf('/'), () => open('go-to')],
]);

let waitsForPlace = false;

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

/**
 * What the key of an element does: takes it into focus if it is written in or read, presses it otherwise.
 * @param {HTMLElement} element
 */
function use(element) {
  const fold = element.closest('details');
  if (fold !== null && !element.matches('summary')) fold.open = true;
  if (element.matches(TYPING) || element.tabIndex < 0) element.focus();
  else element.click();
  document.getElementById(element.dataset['then'] ?? '')?.focus();
}

/** @param {1 | -1} step */
function moveRow(step) {
  const rows = [...all('[data-row]')];
  const here = document.activeElement;
  const now = rows.findIndex((row) => row === here || row.closest('tr')?.contains(here));
  const next = now < 0 ? 0 : now + step;
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}

/**
 * Out of a field that was written in, so that keys do things again.
 * @param {EventTarget | null} field
 */
function leaveField(field) {
  if (field instanceof HTMLElement && field.matches(TYPING) && field.closest('dialog') === null)
    field.blur();
}

/** @param {KeyboardEvent} event */
function onKeyDown(event) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
    const form = document.querySelector('form[data-ctrl-enter]');
    if (form instanceof HTMLFormElement) form.requestSubmit(form.querySelector('button.main'));
    return;
  }
  if (event.key === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey) {
    event.preventDefault();
    open('go-to');
    return;
  }
  if (event.key === 'Escape' && !event.isComposing) leaveField(event.target);
  if (isTaken(event)) return;
  const act = keys.get(event.key);
  if (waitsForPlace) {
    waitsForPlace = false;
    goTo(event.key);
  } else if (event.key === keyOf('g')) {
    waitsForPlace = true;
    setTimeout(() => {
      waitsForPlace = false;
    }, AFTER_G_MS);
  } else if (act !== undefined) {
    event.preventDefault();
    act();
  }
}

/** Adds a key of this page to the list that `?` shows. @param {string} key @param {string} does */
function listKey(key, does) {
  const term = document.createElement('dt');
  const name = document.createElement('kbd');
  name.textContent = key;
  term.append(name);
  const meaning = document.createElement('dd');
  meaning.textContent = does;
  document.querySelector('#shortcuts .keys')?.append(term, meaning);
}

for (const button of all('[data-opens]'))
  button.addEventListener('click', (event) => {
    // Without this script a link opens it, by its address.
    event.preventDefault();
    open(button.dataset['opens']);
  });
for (const link of all('[data-closes]'))
  link.addEventListener('click', () => link.closest('dialog')?.close());

if (document.body.dataset['shortcuts'] === 'on') {
  for (const name of all('kbd:not([data-as-is])')) name.textContent = keyOf(name.textContent);
  for (const element of all('[data-key]')) {
    const key = keyOf(element.dataset['key'] ?? '');
    keys.set(key, () => use(element));
    element.setAttribute('aria-keyshortcuts', key);
    // The ends of a list lead nowhere.
    if (!element.matches('a:not([href])')) listKey(key, element.dataset['does'] ?? '');
  }
  if (document.querySelector('[data-row]') !== null) {
    keys.set(keyOf('j'), () => moveRow(1));
    keys.set(keyOf('k'), () => moveRow(-1));
    listKey(keyOf('j'), 'Next row');
    listKey(keyOf('k'), 'Row before');
  }
  document.addEventListener('keydown', onKeyDown);
  for (const button of all('[data-opens=shortcuts]')) {
    button.hidden = false;
    button.setAttribute('aria-keyshortcuts', keyOf('?'));
  }
  for (const place of all('[data-go]'))
    place.setAttribute('aria-keyshortcuts', `${keyOf('g')} ${place.dataset['go']}`);
}
