import { emailKind, type Email } from '@doubletake/identity';
import { rawEmail } from '../identifier/raw.ts';
import { canonicalReading, type Reading, type Written } from '../identifier/written.ts';
import { inspectable, type Findings, type Inspectable } from './inspectable.ts';

/** A mailbox that stands for a domain nobody gave a mailbox of. */
const ANY_MAILBOX = 'mailbox';

const addresses = inspectable(emailKind, {
  tells:
    'provider, class, whether the domain is disposable, the rules that changed it; also of a bare domain',
  keys: ['email'],
  raw: rawEmail,
  findings: ({ canonical, applied, ...email }) => ({
    canonical,
    ...domainFindings(email),
    applied,
  }),
});

/** E-mail addresses, and bare domains: a text without `@`. */
export const emailInspectable: Inspectable = {
  ...addresses,
  keys: [...addresses.keys, 'domain'],
  inspect: (written) =>
    isDomain(written.value) ? inspectDomain(written) : addresses.inspect(written),
};

function isDomain(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('@') && value.includes('.');
}

function inspectDomain({ value, hints }: Written): Reading<Findings> {
  const read = canonicalReading(
    rawEmail({ value: `${ANY_MAILBOX}@${String(value)}`, hints }),
    emailKind.canonicalise,
  );
  if (!read.ok) return read;
  return { ok: true, value: { canonical: read.value.domain, ...domainFindings(read.value) } };
}

/** `disposable` is yes or no; `disposableBy` says whether a list names the domain or only its name tells. */
function domainFindings({
  class: kind,
  provider,
  registrable,
  disposable,
}: Pick<Email, 'class' | 'provider' | 'registrable' | 'disposable'>): Findings {
  return {
    class: kind,
    provider,
    registrable,
    disposable: disposable !== false,
    ...(disposable === false ? {} : { disposableBy: disposable === true ? 'list' : 'name' }),
  };
}
