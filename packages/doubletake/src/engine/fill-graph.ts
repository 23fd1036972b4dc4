import type { AccountPage, GraphWrite, KeptTokens } from '@doubletake/scoring';
import { eraseWrite, graphWrites, writtenBy } from './graph-writes.ts';
import { keepTokens, keptWrite, readAs, tokensToKeep } from './kept-tokens.ts';
import type { EngineParts } from './parts.ts';
import { writeDirectory } from './write-directory.ts';

/** Accounts that are read together: profiles that stay open while many others are read are dear to collect. */
const READ = 250;

/** Accounts, or referrals, that are written together: what they share is written once. */
const WRITTEN = 1000;

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
  const unfilled = { writes: [], tokens: [], accountIds: [], erased: [], passed: 0 };
  let gathered: Gathered = unfilled;
  let filled = 0;
  await eachPage(
    (after?: string) => census.accounts(READ, after, readAs(parts.hashing)),
    async (page) => {
      onUnreadable(page.unreadable ?? []);
      gathered = await gather(page, gathered, parts);
      if (page.next !== undefined && gathered.passed < WRITTEN) return undefined;
      const some = gathered;
      gathered = unfilled;
      return async () => {
        await writeAccounts(some, parts);
        onFilled((filled += some.passed), total);
      };
    },
  );
  await eachPage(
    (after?: number) => census.referrals(WRITTEN, after),
    async ({ referrals }) => {
      const batch = { referrals, unlinked: [], accounts: [], erased: [] };
      const writes = await graphWrites({ batch }, parts);
      return async () => graph.project(writes);
    },
  );
  await graph.advance(end);
  return end;
}

/** What is to be written of accounts that were read. */
interface Written {
  readonly writes: readonly GraphWrite[];
  /** Those that were read, and are to be kept. */
  readonly tokens: readonly KeptTokens[];
  readonly accountIds: readonly string[];
  readonly erased: readonly string[];
}

interface Gathered extends Written {
  /** Accounts they are, those included that do not open. */
  readonly passed: number;
}

async function gather(page: AccountPage, before: Gathered, parts: EngineParts): Promise<Gathered> {
  const { accounts, kept = [], erased, unreadable = [] } = page;
  const { hashing } = parts;
  const batch = { ...page, referrals: [], unlinked: [] };
  const writes = await graphWrites({ batch, passing: true }, parts);
  const ids = [...accounts.map(({ profile }) => profile), ...kept].map(
    ({ accountId }) => accountId,
  );
  return {
    writes: [...before.writes, ...writes, ...kept.map(keptWrite(hashing))],
    tokens: [...before.tokens, ...tokensToKeep({ batch }, writes, hashing)],
    accountIds: [...before.accountIds, ...ids],
    erased: [...before.erased, ...erased],
    passed: before.passed + ids.length + erased.length + unreadable.length,
  };
}

/** Writes accounts that were read a moment ago, and takes out again who was erased since. */
export async function writeAccounts(gathered: Written, parts: EngineParts): Promise<void> {
  const { graph, ledger } = parts;
  const { writes, tokens, accountIds } = gathered;
  await Promise.all([
    graph.project(writes),
    writeDirectory(gathered, parts),
    keepTokens(tokens, parts),
  ]);
  // Whoever went while the page was on its way would come back with it.
  const gone = await ledger.census.gone(accountIds);
  if (gone.length === 0) return;
  const written = writtenBy(writes);
  await graph.project(await Promise.all(gone.map((id) => eraseWrite(id, parts, written))));
  await ledger.directory.leave(gone);
}

type Write = () => Promise<void>;

/** Works on pages one after another, the next being read and what came of the ones before being written meanwhile. */
async function eachPage<Place, Page extends { readonly next?: Place }>(
  read: (after?: Place) => Promise<Page>,
  work: (page: Page) => Promise<Write | undefined>,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  let reading: Promise<Page> | undefined = read();
  while (reading !== undefined) {
    const page: Page = await reading;
    reading = page.next === undefined ? undefined : read(page.next);
    // A failure is met where it is waited for.
    reading?.catch(() => {});
    const write = await work(page);
    if (write === undefined) continue;
    await writing;
    writing = write();
    writing.catch(() => {});
  }
  await writing;
}
