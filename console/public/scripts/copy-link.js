// Copies where one is, to be sent to a colleague.

const SAID_MS = 2000;

for (const button of document.querySelectorAll('button[data-copies]')) {
  if (!(button instanceof HTMLElement)) continue;
  const text = button.querySelector('[role=status]');
  const before = text?.textContent ?? '';
  /** @param {string} words */
  const say = (words) => {
    if (text !== null) text.textContent = words;
    setTimeout(() => {
      if (text !== null) text.textContent = before;
    }, SAID_MS);
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(location.origin + location.pathname).then(
      () => say('Link copied'),
      () => say('Not copied: the browser forbids it'),
    );
  });
}
