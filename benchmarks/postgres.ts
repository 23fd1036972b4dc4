import { startPostgres, type PostgresServer } from '../test/support/postgres-server.ts';

/** A server for one measurement, as it comes but for its memory and the size of its log: commits reach the disk. */
export async function startMeasured(): Promise<PostgresServer> {
  return startPostgres({ shared_buffers: '512MB', max_wal_size: '8GB' });
}
