import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Device, DeviceRaw } from './device.ts';
import { gpuModel } from './gpu-model.ts';
import { deviceKind } from './index.ts';

const read = (raw: DeviceRaw): Device => {
  const result = deviceKind.canonicalise(raw);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};
const components = (values: Record<string, unknown>): NonNullable<DeviceRaw['components']> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
const PC = {
  platform: 'Win32',
  webGlBasics: {
    rendererUnmasked: 'ANGLE (AMD, AMD Radeon RX 6600 Direct3D11 vs_5_0 ps_5_0, D3D11)',
  },
  hardwareConcurrency: 12,
  deviceMemory: 8,
  touchSupport: { maxTouchPoints: 0 },
  screenResolution: [2560, 1440],
  fonts: ['Calibri', 'Marlett'],
};
const PHONE = { ...PC, platform: 'iPhone', touchSupport: { maxTouchPoints: 5 } };

test.each([
  { platform: 'iPhone', touch: 5, family: 'iphone', note: 'iPhone' },
  { platform: 'MacIntel', touch: 5, family: 'iphone', note: 'iPad asking for desktop pages' },
  { platform: 'MacIntel', touch: 0, family: 'mac', note: 'Mac' },
  { platform: 'Linux armv8l', touch: 5, family: 'android', note: 'Android' },
  { platform: 'Linux x86_64', touch: 0, family: 'linux', note: 'desktop Linux' },
  { platform: 'Win32', touch: 10, family: 'windows', note: 'Windows tablet' },
  { platform: undefined, touch: 0, family: 'other', note: 'hidden' },
])('$note is $family', ({ platform, touch, family }) => {
  const shown = components({ platform, touchSupport: { maxTouchPoints: touch } });
  expect(read({ components: shown }).platform).toBe(family);
});

test.each([
  {
    renderer:
      'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x00002544) Direct3D11 vs_5_0 ps_5_0, D3D11)',
    model: 'nvidia geforce rtx 3060',
    note: 'Chrome on Windows',
  },
  {
    renderer: 'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060)',
    model: 'nvidia geforce rtx 3060',
    note: 'without an interface',
  },
  {
    renderer: 'NVIDIA GeForce RTX 3060, or similar',
    model: 'nvidia geforce rtx 3060',
    note: 'Firefox',
  },
  {
    renderer: 'NVIDIA GeForce RTX 3060/PCIe/SSE2',
    model: 'nvidia geforce rtx 3060',
    note: 'Linux driver',
  },
  {
    renderer: 'ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)',
    model: 'apple m1',
    note: 'Chrome on a Mac',
  },
  { renderer: 'Adreno (TM) 730', model: 'adreno 730', note: 'Android' },
  { renderer: '', model: undefined, note: 'hidden' },
  { renderer: -1, model: undefined, note: 'failed' },
])('graphics chip: $note', ({ renderer, model }) => {
  expect(gpuModel(renderer)).toBe(model);
});

test.each([
  {
    left: { installationId: 'I1' },
    right: { installationId: 'i1 ' },
    level: 'installation',
    same: true,
    note: 'one browser profile',
  },
  {
    left: { visitorId: 'v', version: '5.2.0' },
    right: { visitorId: 'v', version: '5.2.9' },
    level: 'visitor',
    same: true,
    note: 'one minor version',
  },
  {
    left: { visitorId: 'v' },
    right: { visitorId: 'v' },
    level: 'visitor',
    same: true,
    note: 'both without a version',
  },
  {
    left: { visitorId: 'v', version: '5.2.0' },
    right: { visitorId: 'v', version: '5.3.0' },
    level: 'unknown',
    same: false,
    note: 'ids of two versions do not compare',
  },
  {
    left: { visitorId: 'v' },
    right: { visitorId: 'w' },
    level: 'none',
    same: false,
    note: 'two visitors',
  },
  {
    left: { visitorId: 'v', components: components(PHONE) },
    right: { visitorId: 'v', components: components(PHONE) },
    level: 'visitor',
    same: false,
    note: 'phones of a model share the id',
  },
  {
    left: { components: components(PC) },
    right: { components: components({ ...PC, screenResolution: [1440, 2560], fonts: [] }) },
    level: 'hardware',
    same: false,
    note: 'turned screen, hidden fonts',
  },
  {
    left: { components: components(PC) },
    right: { components: components({ ...PC, deviceMemory: undefined }) },
    level: 'near',
    same: false,
    note: 'one part hidden',
  },
  {
    left: { components: components(PC) },
    right: {
      components: components({
        ...PC,
        webGlBasics: { renderer: 'Intel UHD' },
        hardwareConcurrency: 4,
      }),
    },
    level: 'none',
    same: false,
    note: 'other hardware',
  },
  {
    left: { components: components(PHONE) },
    right: { components: components(PHONE) },
    level: 'unknown',
    same: false,
    note: 'iPhones show nothing',
  },
  {
    left: { installationId: 'i' },
    right: { visitorId: 'v' },
    level: 'unknown',
    same: false,
    note: 'nothing in common',
  },
] satisfies { left: DeviceRaw; right: DeviceRaw; level: string; same: boolean; note: string }[])(
  '$level: $note',
  ({ left, right, level, same }) => {
    expect(deviceKind.compare(read(left), read(right))).toMatchObject({ level, same });
  },
);

test('each identifier has its key, and iPhones have no hardware key', () => {
  const ids = { visitorId: 'V', version: '5.2.0', installationId: 'I' };
  const types = (shown: Record<string, unknown>): string[] =>
    deviceKind.keys(read({ ...ids, components: components(shown) })).map(({ type }) => type);
  expect(types(PC)).toEqual(['installation', 'visitor', 'hardware']);
  expect(types(PHONE)).toEqual(['installation', 'visitor']);
  expect(types({ platform: 'Win32', deviceMemory: 8 })).toEqual(['installation', 'visitor']);
  expect(deviceKind.keys(read(ids))[1]).toEqual({ type: 'visitor', value: '5.2:v' });
});

test.each([
  { raw: {}, note: 'nothing' },
  { raw: { visitorId: ' ', components: { canvas: {} } }, note: 'failed components' },
])('refused: $note', ({ raw }) => {
  const refused = deviceKind.canonicalise(raw);
  expect(refused.ok ? refused.value : refused.problem.code).toBe('identity_device_unreadable');
});

const raw: fc.Arbitrary<DeviceRaw> = fc.record(
  {
    visitorId: fc.constantFrom('v', 'w'),
    installationId: fc.constantFrom('i', 'j'),
    version: fc.constantFrom('5.1.0', '5.2.0'),
    components: fc.constantFrom(PC, PHONE, { ...PC, hardwareConcurrency: 4 }).map(components),
  },
  { requiredKeys: ['visitorId'] },
);

describe('laws', () => {
  property.prop([raw, raw])('sameness is symmetric', (left, right) => {
    const [one, other] = [read(left), read(right)];
    expect(deviceKind.compare(one, other)).toEqual(deviceKind.compare(other, one));
  });

  property.prop([raw, raw])('devices that share a key stand on the ladder', (left, right) => {
    const [one, other] = [read(left), read(right)];
    const keys = new Set(deviceKind.keys(one).map(({ type, value }) => `${type} ${value}`));
    const shared = deviceKind.keys(other).some(({ type, value }) => keys.has(`${type} ${value}`));
    const { level } = deviceKind.compare(one, other);
    if (shared) expect(['installation', 'visitor', 'hardware']).toContain(level);
  });

  property.prop([fc.anything()])('a component may be anything', (value) => {
    const names = ['platform', 'webGlBasics', 'hardwareConcurrency', 'screenResolution', 'fonts'];
    const shown = Object.fromEntries(names.map((name) => [name, { value }]));
    expect(read({ visitorId: 'v', components: shown }).visitorId).toBe('v');
  });
});
