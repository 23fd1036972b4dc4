import { accountPage } from '../handlers/accounts/account-page.ts';
import { addAccountNote } from '../handlers/accounts/add-account-note.ts';
import { endException } from '../handlers/accounts/end-exception.ts';
import { findAccount } from '../handlers/accounts/find-account.ts';
import { revealAccount } from '../handlers/accounts/reveal-account.ts';
import { revealPair } from '../handlers/cases/reveal-pair.ts';
import { get, post, type Route } from './route.ts';

/** Accounts: what is kept of one, who is connected, and seeing values in the clear. */
export const ACCOUNT_ROUTES: readonly Route[] = [
  { ...get('/accounts', 'cases.read'), handler: findAccount },
  { ...get('/accounts/:accountId', 'cases.read'), handler: accountPage },
  { ...post('/accounts/:accountId/notes', 'cases.decide'), handler: addAccountNote },
  { ...post('/accounts/:accountId/exceptions/end', 'cases.decide'), handler: endException },
  { ...post('/accounts/:accountId/reveal', 'identifiers.reveal'), handler: revealAccount },
  { ...post('/cases/:caseId/reveal', 'identifiers.reveal'), handler: revealPair },
];
