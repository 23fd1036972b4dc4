import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { CollectorErrorCode } from './errors.ts';
import { keepComponents, type SourceResult } from './keep-components.ts';
import { KEPT_SOURCES } from './kept-sources.ts';

const PICTURE = `data:image/png;base64,${'A'.repeat(5000)}`;

const DIGEST: unknown = expect.stringMatching(/^digest:[0-9a-f]{32}$/);

/** The agent times every source. */
const DURATION = { duration: 3 };

interface KeptRow {
  readonly note: string;
  readonly name: string;
  readonly result: SourceResult;
  readonly kept: unknown;
}

interface FailedRow extends Omit<KeptRow, 'kept'> {
  readonly code: CollectorErrorCode;
  readonly message: unknown;
}

const componentOf = (text: string): unknown =>
  keepComponents({ canvas: { value: text } }).components['canvas'];

describe('one source', () => {
  test.each<KeptRow>([
    { note: 'a value stays as it is', name: 'deviceMemory', result: { value: 8 }, kept: 8 },
    { note: 'null is a value', name: 'screenResolution', result: { value: null }, kept: null },
    {
      note: 'a duration stays behind',
      name: 'touchSupport',
      result: { value: { maxTouchPoints: 5 }, ...DURATION },
      kept: { maxTouchPoints: 5 },
    },
    {
      note: 'the agent’s word for a canvas it would not draw stays legible',
      name: 'canvas',
      result: { value: { winding: true, geometry: 'skipped', text: 'skipped' } },
      kept: { winding: true, geometry: 'skipped', text: 'skipped' },
    },
    {
      note: 'a picture becomes its digest',
      name: 'canvas',
      result: { value: { winding: true, geometry: PICTURE } },
      kept: { winding: true, geometry: DIGEST },
    },
  ])('$note', ({ name, result, kept }) => {
    expect(keepComponents({ [name]: result })).toEqual({
      components: { [name]: { value: kept } },
      problems: [],
    });
  });

  test.each([
    { note: 'nothing to say in this browser', name: 'deviceMemory', result: { value: undefined } },
    { note: 'an accessibility setting', name: 'invertedColors', result: { value: true } },
    { note: 'a name every object has', name: 'constructor', result: { value: 1 } },
  ])('absent without a problem: $note', ({ name, result }) => {
    expect(keepComponents({ [name]: result })).toEqual({ components: {}, problems: [] });
  });

  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  test.each<FailedRow>([
    {
      note: 'it threw',
      name: 'fonts',
      result: { error: new TypeError('no canvas here') },
      code: 'collector_source_failed',
      message: 'source `fonts` failed: `TypeError: no canvas here`',
    },
    {
      note: 'it threw, and is not kept, but shaped the visitor id',
      name: 'fontPreferences',
      result: { error: 'blocked' },
      code: 'collector_source_failed',
      message: 'source `fontPreferences` failed: `string`',
    },
    {
      note: 'JSON cannot hold it',
      name: 'plugins',
      result: { value: cyclic },
      code: 'collector_source_failed',
      message: expect.stringMatching(/^source `plugins` failed: `TypeError: Conv.{65}`$/),
    },
    {
      note: 'it is too large',
      name: 'fonts',
      result: { value: Array<string>(300).fill('Verdana') },
      code: 'collector_component_too_large',
      message: 'source `fonts` gave 3001 characters, more than 2048',
    },
  ])('absent with a problem: $note', ({ name, result, code, message }) => {
    expect(keepComponents({ [name]: result })).toEqual({
      components: {},
      problems: [{ code, message, at: `components.${name}` }],
    });
  });
});

const observations = fc.dictionary(
  fc.constantFrom('invertedColors', 'applePay', ...Object.keys(KEPT_SOURCES)),
  fc.oneof(
    fc.record({ value: fc.anything({ withBigInt: true, withDate: true }) }),
    fc.record({ value: fc.array(fc.string({ maxLength: 600 }), { maxLength: 40 }) }),
    fc.record({ error: fc.anything() }),
  ),
);

describe('laws', () => {
  test.prop([observations])('components survive being sent as JSON unchanged', (observed) => {
    const { components } = keepComponents(observed);
    expect(JSON.parse(JSON.stringify(components))).toEqual(components);
  });

  test.prop([observations])('no component is larger than its bound', (observed) => {
    for (const { value } of Object.values(keepComponents(observed).components)) {
      expect(JSON.stringify(value).length).toBeLessThanOrEqual(2048);
    }
  });

  test.prop([observations])('only kept sources leave the page', (observed) => {
    const left = Object.keys(keepComponents(observed).components);
    expect(Object.keys(KEPT_SOURCES)).toEqual(expect.arrayContaining(left));
  });

  test.prop([fc.string({ minLength: 257 }), fc.string({ minLength: 257 })])(
    'two pictures have the same digest exactly when they are the same',
    (left, right) => {
      expect(componentOf(left)).toEqual(componentOf(left));
      if (left !== right) expect(componentOf(left)).not.toEqual(componentOf(right));
    },
  );
});
