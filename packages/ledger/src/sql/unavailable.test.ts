import { describe, expect, test } from 'vitest';
import { unavailable } from './unavailable.ts';

interface Row {
  readonly note: string;
  readonly code?: string;
  readonly message?: string;
}

const thrown = ({ code, message = 'why' }: Row): unknown => {
  const error = Object.assign(new Error(message), code === undefined ? {} : { code });
  try {
    return unavailable(error, { host: 'db.example.com:5432', role: 'app' });
  } catch (caught) {
    return caught === error ? 'itself' : caught;
  }
};

const NOT_LET_IN: readonly Row[] = [
  { note: 'a wrong password', code: '28P01' },
  { note: 'a role that is not there', code: '28000' },
  { note: 'a database that is not there', code: '3D000' },
];

const POOLED: readonly Row[] = [
  { note: 'a parameter that is not passed on', code: '08P01' },
  { note: 'a prepared statement that is there already', code: '42P05' },
  { note: 'one that is not there any more', code: '26000' },
];

const NOT_REACHED: readonly Row[] = [
  { note: 'nobody listens', code: 'ECONNREFUSED', message: '' },
  { note: 'nobody has the name', code: 'ENOTFOUND' },
  { note: 'nobody can tell the name just now', code: 'EAI_AGAIN' },
  { note: 'a server that starts', code: '57P03' },
  { note: 'a server that has no connection left', code: '53300' },
  { note: 'a certificate past its time', code: 'CERT_HAS_EXPIRED' },
  { note: 'a certificate that vouches for itself', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  { note: 'a certificate nobody here trusts', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
  { note: 'a certificate of another name', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
  { note: 'another protocol', code: 'ERR_SSL_WRONG_VERSION_NUMBER' },
  { note: 'a server without TLS', message: 'The server does not support SSL connections' },
  { note: 'a password that was not given', message: 'SASL: client password must be a string' },
  { note: 'a pool that is used up', message: 'timeout exceeded when trying to connect' },
];

const LOST: readonly Row[] = [
  { note: 'a connection cut', code: 'ECONNRESET' },
  { note: 'a connection ended', message: 'Connection terminated unexpectedly' },
  { note: 'no answer in time', message: 'Query read timeout' },
  { note: 'a server that goes down', code: '57P01' },
  { note: 'a full disk', code: '53100' },
  { note: 'a lock that was not to be had in the time a role is given', code: '55P03' },
];

const ANSWERS: readonly Row[] = [
  { note: 'a row that is there', code: '23505' },
  { note: 'something not allowed', code: '42501' },
  { note: 'a mistake of ours', code: 'ERR_INVALID_ARG_TYPE' },
  { note: 'any other', message: 'undefined is not a function' },
];

describe('what a driver throws', () => {
  test('an option the server does not take: nobody is let in', () => {
    const refused = Object.assign(new Error('why'), { code: '42601', severity: 'FATAL' });
    expect(() => unavailable(refused, { host: 'db.example.com:5432', role: 'app' })).toThrow(
      "the ledger's database at db.example.com:5432 lets `app` not in (why)",
    );
  });

  test.each(NOT_LET_IN)('$note: nobody is let in', (row) => {
    expect(thrown(row)).toMatchObject({
      code: 'ledger_unavailable',
      message: "the ledger's database at db.example.com:5432 lets `app` not in (why)",
    });
  });

  test.each(NOT_REACHED)('$note: it cannot be reached, and nothing was asked', (row) => {
    const why = row.message === '' ? row.code : (row.message ?? 'why');
    expect(thrown(row)).toMatchObject({
      code: 'ledger_unavailable',
      message: `the ledger's database at db.example.com:5432 cannot be reached (${why ?? ''})`,
    });
  });

  test.each(POOLED)('$note: a pooler stands in between', (row) => {
    expect(thrown(row)).toMatchObject({ code: 'ledger_unavailable' });
    expect(String(thrown(row))).toContain('is behind a pooler');
  });

  test.each(LOST)('$note: nobody knows whether it was done', (row) => {
    expect(thrown(row)).toMatchObject({ code: 'ledger_unavailable' });
    expect(String(thrown(row))).toMatch(/may or may not have been done/u);
  });

  test.each(ANSWERS)('$note: it is an answer, or a bug', (row) => {
    expect(thrown(row)).toBe('itself');
  });
});
