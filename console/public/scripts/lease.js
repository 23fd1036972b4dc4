// Keeps what is in one's hands while one is at it, tells who else looks, and says so when a hold has ended, before
// anything is sent. What was typed stays where it is.

const BEAT_MS = 20_000;
/** Without a key, a click or a scroll for so long nobody is there. */
const ACTIVE_MS = 5 * 60_000;

const place = document.querySelector('[data-lease]');

/**
 * Elements of the page.
 * @param {string} selector
 * @returns {Iterable<HTMLElement>}
 */
const all = (selector) => document.querySelectorAll(selector);

/** The tokens that the page's forms would send. */
const tokens = () =>
  [...all('input[name=leaseToken]')].filter((each) => each instanceof HTMLInputElement);

/** @param {HTMLElement} lease */
function keepLease(lease) {
  let active = Date.now();
  const [alert, again] = [lease.querySelector('[role=alert]'), lease.querySelector('button')];
  for (const type of ['keydown', 'pointerdown', 'pointermove', 'scroll', 'input'])
    document.addEventListener(type, () => (active = Date.now()), { passive: true, capture: true });

  /** @param {string} text @param {boolean} claimable */
  const say = (text, claimable) => {
    if (alert !== null && alert.textContent !== text) alert.textContent = text;
    if (again !== null) again.hidden = !claimable;
  };
  const lapsed = () => Date.parse(lease.dataset['ends'] ?? '') <= Date.now();

  /** @param {unknown} answer */
  const show = (answer) => {
    if (!isHere(answer)) return;
    for (const each of all('[data-viewers]'))
      each.textContent = answer.viewers || (each.dataset['viewers'] ?? '');
    if (answer.lease !== undefined) {
      lease.dataset['ends'] = answer.lease.until;
      for (const each of all('.case-head [data-until]')) each.dataset['until'] = answer.lease.until;
      for (const input of tokens()) input.value = String(answer.lease.token);
    }
    say(answer.said, answer.said === lease.dataset['lapsed']);
  };

  /** @param {string} claim minutes to take it for; empty to go on as before */
  const beat = async (claim) => {
    const leaseToken = tokens()[0]?.value ?? '';
    const answer = await fetch(lease.dataset['lease'] ?? '', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ leaseToken, claim }),
    }).catch(() => undefined);
    if (answer?.ok === true) show(await answer.json());
  };

  again?.addEventListener('click', () => void beat('15'));
  for (const form of all('form[data-keeps]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void beat(form.dataset['keeps'] ?? '');
    });
  setInterval(() => {
    if (lapsed()) say(lease.dataset['lapsed'] ?? '', true);
  }, 1000);
  setInterval(() => {
    const there = document.visibilityState === 'visible' && Date.now() - active < ACTIVE_MS;
    // A hold that has ended is taken again by whoever wants it, not by itself.
    if (there && !lapsed()) void beat('');
  }, BEAT_MS);
}

/**
 * @param {unknown} answer
 * @returns {answer is { viewers: string, said: string, lease?: { token: number, until: string } }}
 */
function isHere(answer) {
  return typeof answer === 'object' && answer !== null && 'viewers' in answer && 'said' in answer;
}

if (place instanceof HTMLElement) keepLease(place);
