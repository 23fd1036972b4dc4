/** A change of a country's numbering plan that left old spellings of today's lines in use. */
interface Renumbering {
  /** What all its numbers begin with, which is quicker looked at. */
  readonly plan: string;
  /** E.164 number under the old plan. */
  readonly old: RegExp;
  /** The same line today, as a replacement text. */
  readonly now: string;
  readonly source: string;
}

/** Old and new mobile prefixes of Viet Nam. */
const VIETNAM: readonly Renumbering[] = Object.entries({
  120: '70',
  121: '79',
  122: '77',
  126: '76',
  128: '78',
  123: '83',
  124: '84',
  125: '85',
  127: '81',
  129: '82',
  162: '32',
  163: '33',
  164: '34',
  165: '35',
  166: '36',
  167: '37',
  168: '38',
  169: '39',
  186: '56',
  188: '58',
  199: '59',
}).map(([old, now]) => ({
  plan: '+84',
  old: new RegExp(String.raw`^\+84${old}(\d{7})$`, 'u'),
  now: `+84${now}$1`,
  source:
    'Ministry of Information and Communications, Viet Nam: 11-digit mobile numbers cut to 10 from 2018-09-15',
}));

/** Old spellings that still reach the same line, one row each. */
const RENUMBERINGS: readonly Renumbering[] = [
  {
    plan: '+52',
    old: /^\+521(\d{10})$/u,
    now: '+52$1',
    source: 'IFT (Mexico): mobile prefix 1 dropped, 2019-08-03',
  },
  {
    plan: '+52',
    old: /^\+520(?:44|45|1|2)(\d{10})$/u,
    now: '+52$1',
    source: 'IFT (Mexico): national prefixes 01, 02, 044 and 045 dropped, 2019-08-03',
  },
  {
    plan: '+55',
    old: /^\+55([1-9]\d)([6-9]\d{7})$/u,
    now: '+55$19$2',
    source:
      'Anatel resolution 553/2010: ninth digit on every mobile number, complete since 2016-11-06',
  },
  {
    plan: '+229',
    old: /^\+229(\d{8})$/u,
    now: '+22901$1',
    source: 'ARCEP Benin: prefix 01 on every number, 2024-11-30',
  },
  ...VIETNAM,
];

/** The number a line has today, for an E.164 number that may follow an old plan. */
export function renumbered(e164: string): string {
  const rule = RENUMBERINGS.find(({ plan, old }) => e164.startsWith(plan) && old.test(e164));
  return rule === undefined ? e164 : e164.replace(rule.old, rule.now);
}
