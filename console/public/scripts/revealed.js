// What was revealed goes back to its mask when its time is over; the server shows it masked from then on anyway.

/** @type {Iterable<HTMLElement>} */
const revealed = document.querySelectorAll('[data-lapses]');

function lapse() {
  const now = Date.now();
  for (const each of revealed)
    if (Date.parse(each.dataset['lapses'] ?? '') <= now && each.dataset['masked'] !== undefined) {
      each.textContent = each.dataset['masked'];
      each.classList.remove('clear');
    }
}

if ([...revealed].length > 0) setInterval(lapse, 1000);
