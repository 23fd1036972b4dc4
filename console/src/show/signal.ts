/** A signal as people read it, and what each of its levels says. */
interface Words {
  readonly name: string;
  readonly levels: Readonly<Record<string, string>>;
}

/** Every signal of the model. One without a row, of a model of one's own, keeps its name and its levels. */
const SIGNALS: Readonly<Record<string, Words>> = {
  email: {
    name: 'E-mail',
    levels: {
      exact: 'the same mailbox',
      probable: 'very likely the same mailbox',
      lookalike: 'a look-alike of the other',
      base: 'the same name, other digits',
      domain: 'the same private domain',
    },
  },
  phone: {
    name: 'Phone',
    levels: { exact: 'the same number', recycled: 'the same number, long apart' },
  },
  address: {
    name: 'Address',
    levels: { exact: 'the same home', building: 'the same building' },
  },
  name: {
    name: 'Name',
    levels: { full: 'the same full name', surname: 'the same surname' },
  },
  payment: {
    name: 'Payment',
    levels: { exact: 'the same card or account', likely: 'likely the same card' },
  },
  device: {
    name: 'Device',
    levels: {
      installation: 'the same app on the same device',
      visitor: 'the same browser',
      hardware: 'the same kind of hardware',
    },
  },
  ip: {
    name: 'IP address',
    levels: { same_time: 'the same line, at the same time', same_line: 'the same line' },
  },
  interleave: {
    name: 'Taking turns',
    levels: { yes: 'out of one account, into the other', no: 'never one after the other' },
  },
  latency: {
    name: 'From link to account',
    levels: {
      under_5_minutes: 'under 5 minutes',
      under_1_hour: 'under an hour',
      later: 'an hour or more',
    },
  },
  age: {
    name: 'Age of the referrer’s account',
    levels: { under_3_days: 'under 3 days', under_30_days: 'under 30 days', older: 'older' },
  },
  anonymiser: {
    name: 'Hidden origin',
    levels: { yes: 'the referee hides where it comes from', no: 'not hidden' },
  },
  disposable: {
    name: 'Mailbox of the referee',
    levels: {
      disposable: 'a throw-away one',
      catch_all: 'a young domain that takes any name',
      ordinary: 'ordinary',
    },
  },
  voip: {
    name: 'Number of the referee',
    levels: { yes: 'an internet number', unassigned: 'a number nobody was given', no: 'ordinary' },
  },
  value: {
    name: 'Value of the order',
    levels: { low: 'among the cheapest of its market', usual: 'usual' },
  },
  cancel: { name: 'Order undone', levels: { yes: 'cancelled or paid back', no: 'it stands' } },
  siblings: {
    name: 'Referees alike',
    levels: {
      one_or_two: 'one or two others share something rare',
      three_or_more: 'three or more share something rare',
      none: 'nothing shared',
    },
  },
  chain: {
    name: 'Chain in a hurry',
    levels: { yes: 'the referrer had only just been referred', no: 'none' },
  },
  rebook: {
    name: 'Earlier referees',
    levels: { some_returned: 'some came back', none_returned: 'none came back' },
  },
  cap: { name: 'Cap', levels: { bounded: 'no single kind of evidence decides' } },
};

/** What a signal is called on the page. */
export function signalName(signal: string): string {
  const words = apart(signal);
  return SIGNALS[signal]?.name ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What a signal's level says. Any signal may have found nothing in common. */
export function levelWords(signal: string, level: string): string {
  return SIGNALS[signal]?.levels[level] ?? (level === 'none' ? 'nothing in common' : apart(level));
}

/** A name of the model as words: `sameBuilding` becomes `same building`. */
function apart(name: string): string {
  return name
    .replaceAll(/([A-Z])/g, ' $1')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
}
