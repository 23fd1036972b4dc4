import { afterAll, beforeAll, expect, test } from 'vitest';
import { Host } from './host.ts';
import { expectPromiseKept } from './promise.ts';
import { openAt, query, startServers, type Servers } from './stores.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => {
  await servers.stop();
});

/** Notes under which settings each event was inserted. */
const WATCHED = `
  create table watched (isolation text, waits text);
  grant insert on watched to public;
  create function watch() returns trigger language plpgsql as $$
    begin
      insert into watched
      values (current_setting('transaction_isolation'), current_setting('synchronous_commit'));
      return null;
    end $$;
  create trigger watching after insert on events for each row execute function watch()`;

test.each([
  { note: 'loses what it answered', name: 'synchronous_commit', value: 'off', waits: 'on' },
  { note: 'waits for copies', name: 'synchronous_commit', value: 'local', waits: 'local' },
  {
    note: 'looks back',
    name: 'default_transaction_isolation',
    value: 'repeatable read',
    waits: 'on',
  },
  { note: 'forbids', name: 'default_transaction_isolation', value: 'serializable', waits: 'on' },
])(
  'a database that by its settings $note is used as was promised',
  async ({ name, value, waits }) => {
    const place = await servers.place();
    await (await openAt(place)).close();
    await query(place.databaseUrl, WATCHED);
    const database = new URL(place.databaseUrl).pathname.slice(1);
    await query(place.databaseUrl, `alter database "${database}" set ${name} = '${value}'`);
    const engine = await openAt(place);
    const host = new Host(engine);
    await host.tell(0);
    await host.ask(0);
    const seen = await query(place.databaseUrl, 'select distinct isolation, waits from watched');
    expect(seen).toEqual([{ isolation: 'read committed', waits }]);
    await expectPromiseKept([host], place, engine);
    await engine.close();
  },
);
