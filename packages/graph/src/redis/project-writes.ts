import type {
  AccountRef,
  AccountWrite,
  EraseWrite,
  GraphWrite,
  Instant,
  ReferralWrite,
  Token,
  UnlinkWrite,
} from '@doubletake/scoring';
import { NO_HOLDERS, withHolding, withoutAccount } from '../holder-list.ts';
import { holdingOf, type Holding } from '../holding.ts';
import type { Leaving } from '../leaving.ts';
import { withoutKin, withoutReferee, withoutReferrer, withReferee, withReferrer } from '../kin.ts';
import { applyEdits, type Edit, type EditAt } from './edits.ts';
import { packHolders, unpackHolders } from './packed-holders.ts';
import { packKin, unpackKin, type KinRecord } from './packed-kin.ts';
import { readKin } from './read-kin.ts';
import { settleAncestries } from './settle-ancestries.ts';
import type { Target } from './target.ts';

/** What is told of accounts and of who brought whom: edits of one record each, in any number at once. */
type Telling = AccountWrite | ReferralWrite | UnlinkWrite;

/** Applies checked writes in order: runs of what is told together, runs of releases together, each erasure by itself. */
export async function projectWrites(writes: readonly GraphWrite[], target: Target): Promise<void> {
  let tellings: Telling[] = [];
  let released: EditAt[] = [];
  const catchUp = async (): Promise<void> => {
    await tellAll(tellings, target);
    await applyEdits(target.store, released);
    [tellings, released] = [[], []];
  };
  for (const write of writes) {
    const takes = write.kind === 'erase' || write.kind === 'release';
    if (write.kind === 'erase' || (!takes && released.length > 0)) await catchUp();
    if (write.kind === 'erase') await erase(write, target);
    else if (write.kind === 'release') released.push(...releasing(write, target));
    else tellings.push(write);
  }
  await catchUp();
}

async function tellAll(writes: readonly Telling[], target: Target): Promise<void> {
  const holdings = new Map<Token, Holding[]>();
  const kin: EditAt[] = [];
  const referees = new Set<AccountRef>();
  for (const write of writes) {
    if (write.kind === 'account') {
      for (const held of write.tokens) {
        const known = holdings.get(held.token);
        if (known) known.push(holdingOf(write, held));
        else holdings.set(held.token, [holdingOf(write, held)]);
      }
      continue;
    }
    referees.add(write.referee);
    kin.push(...(write.kind === 'referral' ? linking(write, target) : unlinking(write, target)));
  }
  const joins = [...holdings.values()].map(joining);
  const edits = target
    .holders([...holdings.keys()])
    .flatMap((place, index): EditAt[] =>
      joins.slice(index, index + 1).map((edit) => ({ place, edit })),
    );
  await applyEdits(target.store, [...edits, ...kin]);
  await settleAncestries(referees, target);
}

function linking({ referrer, referee, at }: ReferralWrite, target: Target): readonly EditAt[] {
  return [
    editKin(target, referrer, (known) => withReferee(known, { account: referee, at })),
    editKin(target, referee, (known) => withReferrer(known, { account: referrer, at })),
  ];
}

function unlinking({ referrer, referee }: UnlinkWrite, target: Target): readonly EditAt[] {
  return [
    editKin(target, referrer, (known) => withoutReferee(known, referee)),
    editKin(target, referee, (known) => withoutReferrer(known, referrer)),
  ];
}

/** INVARIANT: the account's own kin goes last, since it alone tells a second attempt whom it was linked with. */
async function erase(write: EraseWrite, target: Target): Promise<void> {
  const { account } = write;
  const [own] = await readKin(target, [account]);
  const { referrers = [], referees = [] } = own ?? {};
  await applyEdits(target.store, [
    ...releasing(write, target),
    ...[...referrers, ...referees].map((link) =>
      editKin(target, link.account, (known) => withoutKin(known, account)),
    ),
  ]);
  await settleAncestries(new Set(referees.map((link) => link.account)), target);
  await applyEdits(target.store, [{ place: target.kin(account), edit: () => undefined }]);
}

function releasing({ account, tokens }: Leaving, target: Target): EditAt[] {
  const edits = tokens.map(({ last }) => leaving(account, last));
  return target
    .holders(tokens.map(({ token }) => token))
    .flatMap((place, nth) => edits.slice(nth, nth + 1).map((edit) => ({ place, edit })));
}

function joining(holdings: readonly Holding[]): Edit {
  return (record) => {
    const known = record ? unpackHolders(record) : NO_HOLDERS;
    return packHolders(holdings.reduce(withHolding, known));
  };
}

function leaving(account: AccountRef, last?: Instant): Edit {
  return (record) => {
    const rest = record && withoutAccount(unpackHolders(record), account, last);
    return rest && packHolders(rest);
  };
}

function editKin(
  target: Target,
  account: AccountRef,
  change: (known: KinRecord) => KinRecord,
): EditAt {
  return { place: target.kin(account), edit: (record) => packKin(change(unpackKin(record))) };
}
