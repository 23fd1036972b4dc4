/** Signals as analysts call them; one without a row keeps its name. */
const NAMES: Readonly<Record<string, string>> = {
  email: 'E-mail',
  phone: 'Phone',
  address: 'Address',
  name: 'Name',
  payment: 'Payment',
  device: 'Device',
  ip: 'IP address',
  cap: 'Cap',
};

/** What a signal is called on the page. */
export function signalName(signal: string): string {
  const words = signal.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return NAMES[signal] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A level as words: `sameBuilding` becomes `same building`. */
export function levelWords(level: string): string {
  return level
    .replaceAll(/([A-Z])/g, ' $1')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
}
