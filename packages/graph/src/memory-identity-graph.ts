import type {
  AccountRef,
  AccountWrite,
  EraseWrite,
  GraphWrite,
  IdentityGraph,
  Instant,
  Neighbourhood,
  PairQuestion,
  ReferralWrite,
  Token,
  UnlinkWrite,
} from '@doubletake/scoring';
import { walkUp } from './ancestry.ts';
import { checkQuestion, checkWrite } from './check.ts';
import { graphBehind } from './errors.ts';
import { heldBy, NO_HOLDERS, withHolding, withoutAccount, type HolderList } from './holder-list.ts';
import { holdingOf } from './holding.ts';
import {
  NO_KIN,
  withoutKin,
  withoutReferee,
  withoutReferrer,
  withReferee,
  withReferrer,
  type Kin,
} from './kin.ts';
import type { Leaving } from './leaving.ts';
import { neighbourhood } from './neighbourhood.ts';
import { tally } from './tally.ts';

/**
 * The identity graph in this process's memory, for replay, single pairs and tests, and the definition every other home
 * is compared with. Forgets everything when the process ends.
 */
export function memoryIdentityGraph(): IdentityGraph {
  const holders = new Map<Token, HolderList>();
  const kin = new Map<AccountRef, Kin>();
  let reached = 0;

  const kinOf = (account: AccountRef): Kin => kin.get(account) ?? NO_KIN;

  const apply = (write: GraphWrite): void => {
    if (write.kind === 'account') hold(write);
    else if (write.kind === 'referral') link(write);
    else if (write.kind === 'unlink') unlink(write);
    else if (write.kind === 'release') release(write);
    else erase(write);
  };

  const hold = (write: AccountWrite): void => {
    for (const held of write.tokens) {
      const list = holders.get(held.token) ?? NO_HOLDERS;
      holders.set(held.token, withHolding(list, holdingOf(write, held)));
    }
  };

  const link = ({ referrer, referee, at }: ReferralWrite): void => {
    kin.set(referrer, withReferee(kinOf(referrer), { account: referee, at }));
    kin.set(referee, withReferrer(kinOf(referee), { account: referrer, at }));
  };

  const unlink = ({ referrer, referee }: UnlinkWrite): void => {
    kin.set(referrer, withoutReferee(kinOf(referrer), referee));
    kin.set(referee, withoutReferrer(kinOf(referee), referrer));
  };

  const letGo = (account: AccountRef, token: Token, last?: Instant): void => {
    const rest = withoutAccount(holders.get(token) ?? NO_HOLDERS, account, last);
    if (rest) holders.set(token, rest);
    else holders.delete(token);
  };

  const release = ({ account, tokens }: Leaving): void => {
    for (const { token, last } of tokens) letGo(account, token, last);
  };

  const erase = (write: EraseWrite): void => {
    const { account } = write;
    release(write);
    const { referrers, referees } = kinOf(account);
    for (const other of [...referrers, ...referees])
      kin.set(other.account, withoutKin(kinOf(other.account), account));
    kin.delete(account);
  };

  const answer = (question: PairQuestion, upTo = 0): Neighbourhood => {
    checkQuestion(question);
    if (reached < upTo) throw graphBehind();
    const { account } = question.referrer;
    return neighbourhood(question, {
      holders: (token) => holders.get(token),
      referees: kinOf(account).referees,
      ancestry: walkUp(account, (below) => kinOf(below).referrers[0]),
    });
  };

  return {
    shared: false,
    project: async (writes) => {
      writes.forEach(checkWrite);
      writes.forEach(apply);
    },
    gather: async (question, upTo) => answer(question, upTo),
    gatherMany: async (questions, upTo) => questions.map((question) => answer(question, upTo)),
    alone: async (work) => work(),
    cursor: async () => reached,
    advance: async (cursor) => {
      reached = Math.max(reached, cursor);
    },
    dropKey: async (kid) => {
      for (const token of holders.keys()) if (token.startsWith(`${kid}:`)) holders.delete(token);
    },
    sweep: async (accounts) => {
      const gone = new Set(accounts);
      for (const [token, list] of holders)
        for (const account of heldBy(list, gone)) letGo(account, token);
    },
    clear: async () => {
      holders.clear();
      kin.clear();
      reached = 0;
    },
    stats: async () => {
      const count = tally();
      for (const list of holders.values()) count.add(list);
      return count.stats();
    },
    close: async () => {},
  };
}
