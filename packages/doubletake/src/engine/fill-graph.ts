import type { AccountPage } from '@doubletake/scoring';
import { eraseWrite, graphWrites, writtenBy } from './graph-writes.ts';
import type { EngineParts } from './parts.ts';
import { writeDirectory } from './write-directory.ts';

/** Accounts, or referrals, that travel together. */
const PAGE = 1000;

/** How many accounts are in the graph by now, of how many. */
export type OnFilled = (accounts: number, total: number) => void;

/** Told whose profiles do not open any more: they are passed over, and hold up nobody else. */
export type OnUnreadable = (accountIds: readonly string[]) => void;

/**
 * Writes every account and every referral of the ledger into a graph that shows nothing yet, each once; returns how far
 * into the log the graph has come then. What is recorded meanwhile lies beyond that, and is followed as ever. It can be
 * cut short at any time and begun anew: until it is done the graph counts as one that shows nothing.
 */
export async function fillGraph(
  parts: EngineParts,
  onFilled: OnFilled = () => {},
  onUnreadable: OnUnreadable = () => {},
): Promise<number> {
  const { graph, ledger } = parts;
  const { census } = ledger;
  // INVARIANT: looked up before anything is read, since what is read later shows at least that much.
  const { end, accounts: total } = await census.extent();
  let filled = 0;
  await eachPage(
    (after?: string) => census.accounts(PAGE, after),
    async (page) => {
      await writeAccounts(page, parts);
      const { accounts, erased, unreadable = [] } = page;
      onUnreadable(unreadable);
      onFilled((filled += accounts.length + erased.length + unreadable.length), total);
    },
  );
  await eachPage(
    (after?: number) => census.referrals(PAGE, after),
    async ({ referrals }) =>
      graph.project(await graphWrites({ batch: { referrals, accounts: [], erased: [] } }, parts)),
  );
  await graph.advance(end);
  return end;
}

async function writeAccounts(page: AccountPage, parts: EngineParts): Promise<void> {
  const { graph, ledger } = parts;
  const batch = { ...page, referrals: [] };
  const writes = await graphWrites({ batch, passing: true }, parts);
  await Promise.all([graph.project(writes), writeDirectory(batch, parts)]);
  // Whoever went while the page was on its way would come back with it.
  const gone = await ledger.census.gone(page.accounts.map(({ profile }) => profile.accountId));
  if (gone.length === 0) return;
  const written = writtenBy(writes);
  await graph.project(await Promise.all(gone.map((id) => eraseWrite(id, parts, written))));
  await ledger.directory.leave(gone);
}

/** Works on pages one after another, reading the next and beginning it while the one before is being written. */
async function eachPage<Place, Page extends { readonly next?: Place }>(
  read: (after?: Place) => Promise<Page>,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  let before: Promise<void> = Promise.resolve();
  for (let page: Page | undefined = await read(); page !== undefined;) {
    const { next }: Page = page;
    const working = work(page);
    // A failure is met where it is waited for.
    working.catch(() => {});
    [page] = await Promise.all([next === undefined ? undefined : read(next), before]);
    before = working;
  }
  await before;
}
