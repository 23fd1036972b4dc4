import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryLedger, type ReviewedLedger } from '@doubletake/ledger';
import { webhookSender, type WebhookSenderOptions } from 'doubletake';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startAuthority, type Authority, type Certificate } from '../support/certificates.ts';
import { startReceiver, type Receiver } from './receiver.ts';
import { verified } from './verified.ts';

const HOST = 'hooks.example';
const here = async () => ['127.0.0.1'];
/** Time enough for a busy machine to shake hands, in milliseconds, and still to be waited for. */
const SOON = { timeout: 1500 };
const SECRET = `whsec_${randomBytes(32).toString('base64')}`;

let ours: Authority;
let theirs: Authority;
let ledger: ReviewedLedger;
let receiver: Receiver;

beforeAll(() => {
  ours = startAuthority();
  theirs = startAuthority();
});
afterAll(() => {
  for (const authority of [ours, theirs]) authority.close();
});
beforeEach(async () => {
  ledger = memoryLedger();
  receiver = await startReceiver(ours.sign(HOST));
});
afterEach(async () => receiver.close());

const trusting = (more: Partial<WebhookSenderOptions> = {}) => ({ ca: ours.cert, ...more });

/** Sends a test to a port of this machine under the host's name; what came of the try. */
async function send(
  port: number,
  more: Partial<WebhookSenderOptions> = trusting(),
): Promise<object> {
  const { outbox } = ledger;
  const now = Date.now();
  const url = `https://${HOST}:${port}/hook`;
  const secrets = { current: SECRET };
  const types = ['decision.made'] as const;
  const by = { createdBy: 'ada', createdAt: now };
  await outbox.addEndpoint({ endpointId: 'hook', url, types, secrets, ...by });
  await outbox.test('hook', 'msg_1', now);
  const loopback = { loopback: true, resolve: here, timeout: 20_000 };
  const common = { outbox, clock: () => now, chance: () => 0.5 };
  await webhookSender({ ...common, ...loopback, ...more }).sendDue();
  const [{ outcome, status } = {}] = await outbox.attempts('hook', 'msg_1');
  const { state } = (await outbox.delivery('hook', 'msg_1')) ?? {};
  return { outcome, status, state };
}

const DELIVERED = { outcome: 'delivered', status: 204, state: 'delivered' };

describe('an endpoint that speaks TLS', () => {
  test('is told what it can verify, by its own name', async () => {
    expect(await send(receiver.port)).toEqual(DELIVERED);
    const [message] = receiver.received;
    if (message === undefined) return expect.unreachable();
    expect(message.headers['host']).toBe(`${HOST}:${receiver.port}`);
    expect(verified(SECRET, message, Date.now())).toMatchObject({ type: 'webhook.test' });
  });

  test.each<{ note: string; of: () => Certificate; trusts?: () => object }>([
    { note: 'nobody we trust signed', of: () => theirs.sign(HOST) },
    { note: 'only a private authority signed', of: () => ours.sign(HOST), trusts: () => ({}) },
    { note: 'is another host’s', of: () => ours.sign('other.example') },
    { note: 'is for a host below it', of: () => ours.sign(`sub.${HOST}`) },
  ])(
    'is told nothing, and tried again, when its certificate $note',
    async ({ of, trusts = trusting }) => {
      const wrong = await startReceiver(of());
      expect(await send(wrong.port, trusts())).toEqual({
        outcome: 'certificate_refused',
        status: undefined,
        state: 'pending',
      });
      expect(wrong.received).toEqual([]);
      await wrong.close();
    },
  );

  test('is trusted by what Node.js was told to trust besides', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trusted-'));
    vi.stubEnv('NODE_EXTRA_CA_CERTS', join(folder, 'extra.pem'));
    const elsewhere = await startReceiver(theirs.sign(HOST));
    expect(await send(elsewhere.port)).toMatchObject({ outcome: 'certificate_refused' });
    await writeFile(join(folder, 'extra.pem'), theirs.cert);
    ledger = memoryLedger();
    expect(await send(elsewhere.port)).toEqual(DELIVERED);
    await elsewhere.close();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  test('is told nothing on an address that is not on the Internet, whatever its certificate', async () => {
    expect(await send(receiver.port, trusting({ loopback: false }))).toMatchObject({
      outcome: 'address_refused',
    });
    expect(receiver.received).toEqual([]);
  });

  test('that leads elsewhere is not followed', async () => {
    const location = `https://${HOST}:${receiver.port}/elsewhere`;
    receiver.answer((response) => response.writeHead(307, { location }).end());
    expect(await send(receiver.port)).toEqual({
      outcome: 'redirected',
      status: 307,
      state: 'pending',
    });
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
  });

  test('that takes the message and says nothing is given up', async () => {
    receiver.answer(() => {});
    expect(await send(receiver.port, trusting(SOON))).toMatchObject({ outcome: 'timed_out' });
    expect(receiver.received).toHaveLength(1);
  });

  test('that takes the line and shows no certificate is given up', async () => {
    const lines: Socket[] = [];
    const silent = createServer((line) => lines.push(line)).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    expect(await send(port, trusting(SOON))).toMatchObject({ outcome: 'timed_out' });
    expect(lines).toHaveLength(1);
    for (const line of lines) line.destroy();
    silent.close();
  });

  test('that speaks no TLS cannot be reached', async () => {
    const plain = await startReceiver();
    expect(await send(plain.port)).toMatchObject({ outcome: 'unreachable', state: 'pending' });
    await plain.close();
  });

  test('that answers at length is cut off: of 100 MB next to nothing is taken', async () => {
    const whole = 100 * 2 ** 20;
    const piece = Buffer.alloc(65_536);
    let taken = 0;
    const cut = new Promise<void>((resolve) => {
      receiver.answer((response) => {
        response.writeHead(200, { 'content-length': whole });
        response.once('close', resolve);
        const more = (): void => {
          while (response.write(piece, () => (taken += piece.length)));
          response.once('drain', more);
        };
        more();
      });
    });
    expect(await send(receiver.port)).toMatchObject({ outcome: 'delivered', status: 200 });
    await cut;
    // What the two ends of the line keep ready, and no more.
    expect(taken).toBeLessThan(whole / 10);
  });
});
