import type { AccountRef } from '@doubletake/scoring';
import { heldBy, withoutAccount, type HolderList } from '../holder-list.ts';
import { allRecords } from './bucket.ts';
import { applyEdits, type Edit, type EditAt } from './edits.ts';
import { TOKEN_BYTES, type Keys } from './keys.ts';
import { packHolders, unpackHolders } from './packed-holders.ts';
import type { SealedStore } from './sealed-store.ts';

/** Takes accounts out of whatever they hold, looking through everything. */
export async function sweep(
  accounts: ReadonlySet<AccountRef>,
  { store, keys }: { readonly store: SealedStore; readonly keys: Keys },
): Promise<void> {
  const edit = leavingAll(accounts);
  for await (const page of store.everyKey()) {
    const held = page.filter(keys.isHolders).map(keys.keyFrom);
    const found = await store.read(held);
    const edits = held.flatMap((key, index): EditAt[] =>
      [...allRecords(found[index], TOKEN_BYTES)]
        .filter(({ record }) => heldBy(unpackHolders(record), accounts).size > 0)
        .map(({ id }) => ({ place: Object.assign(keys.keyFrom(key.key), id), edit })),
    );
    await applyEdits(store, edits);
  }
}

function leavingAll(accounts: ReadonlySet<AccountRef>): Edit {
  return (record) => {
    let rest: HolderList | undefined = record && unpackHolders(record);
    for (const account of accounts) rest = rest && withoutAccount(rest, account);
    return rest && packHolders(rest);
  };
}
