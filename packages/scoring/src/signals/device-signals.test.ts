import { ago, type Seen } from '../../../../test/support/scenes.ts';
import { shows } from '../../../../test/support/signal-rows.ts';
import { device } from './device.ts';
import { ip } from './ip.ts';

const from = (days: number, ip_: string, network?: Seen['network']): Seen => ({
  at: ago(days),
  ip: ip_,
  ...(network && { network }),
});
const HOME = '81.2.69.142';

shows(ip, [
  {
    note: 'one line within two days',
    referrer: from(20, HOME),
    referee: from(19, HOME),
    level: 'same_time',
  },
  {
    note: 'one line within sixty days',
    referrer: from(40, HOME),
    referee: from(10, HOME),
    level: 'same_line',
  },
  {
    note: 'one line, more than sixty days apart: another household’s by now',
    referrer: from(90, HOME),
    referee: from(10, HOME),
    level: 'missing',
  },
  {
    note: 'overlapping spans count as one time',
    referrer: [from(90, HOME), from(10, HOME)],
    referee: from(50, HOME),
    level: 'same_time',
  },
  { note: 'other lines', referrer: from(20, HOME), referee: from(20, '81.2.70.1'), level: 'none' },
  {
    note: 'a VPN’s address is nobody’s, equal or not',
    referrer: from(20, HOME),
    referee: from(20, HOME, { vpn: true }),
    level: 'missing',
  },
  {
    note: 'behind a VPN a difference says nothing either',
    referrer: from(20, HOME),
    referee: from(20, '81.2.70.1', { vpn: true }),
    level: 'missing',
  },
  {
    note: 'looked up and found plain',
    referrer: from(20, HOME),
    referee: from(20, HOME, { vpn: false, mobile: true }),
    level: 'same_time',
  },
  {
    note: 'a private address is in every home',
    referrer: from(20, '192.168.1.5'),
    referee: from(20, '192.168.1.5'),
    level: 'missing',
  },
]);

const COMPONENTS = {
  platform: { value: 'Win32' },
  webGlBasics: { value: { rendererUnmasked: 'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060)' } },
  hardwareConcurrency: { value: 12 },
  deviceMemory: { value: 8 },
  touchSupport: { value: { maxTouchPoints: 0 } },
  screenResolution: { value: [2560, 1440] },
};
const on = (snapshot: NonNullable<Seen['device']>): Seen => ({ device: snapshot });

shows(device, [
  {
    note: 'one browser profile',
    referrer: on({ installationId: 'i1', visitorId: 'v1' }),
    referee: on({ installationId: 'i1', visitorId: 'v2' }),
    level: 'installation',
  },
  {
    note: 'one visitor id in two profiles',
    referrer: on({ installationId: 'i1', visitorId: 'v1' }),
    referee: on({ installationId: 'i2', visitorId: 'v1' }),
    level: 'visitor',
    comparable: ['installation', 'visitor'],
  },
  {
    note: 'one visitor id, the profile shown by one side only',
    referrer: on({ installationId: 'i1', visitorId: 'v1' }),
    referee: on({ visitorId: 'v1' }),
    level: 'visitor',
    comparable: ['visitor'],
  },
  {
    note: 'a second browser on the same machine',
    referrer: on({ visitorId: 'v1', components: COMPONENTS }),
    referee: on({ visitorId: 'v2', components: COMPONENTS }),
    level: 'hardware',
    comparable: ['visitor', 'hardware'],
  },
  {
    note: 'two devices',
    referrer: on({ visitorId: 'v1' }),
    referee: on({ visitorId: 'v2' }),
    level: 'none',
  },
  {
    note: 'visitor ids of two versions do not compare',
    referrer: on({ visitorId: 'v1', version: '5.1.0' }),
    referee: on({ visitorId: 'v1', version: '5.2.0' }),
    level: 'missing',
  },
  {
    note: 'one side shows what the other does not',
    referrer: on({ installationId: 'i1' }),
    referee: on({ visitorId: 'v1' }),
    level: 'missing',
  },
]);
