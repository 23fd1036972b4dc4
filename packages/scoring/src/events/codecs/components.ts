import { isCardNumber } from '../card-number.ts';
import type { DeviceComponent } from '../observed.ts';
import type { Reading } from '../reading.ts';
import { optional, refuseKind } from './codec.ts';
import type { Codec } from './codec.ts';
import { acceptsKey, json } from './json.ts';
import { isRecord, record } from './record.ts';

type Components = Readonly<Record<string, DeviceComponent>>;

/** The agent also says how long a component took and why it failed; neither tells devices apart. */
const component: Codec<DeviceComponent> = record<DeviceComponent>(
  { value: optional(json) },
  { dropped: ['duration', 'error'] },
);

/** A device's components by name. */
export const components: Codec<Components> = {
  read: (value, reading) => {
    if (!isRecord(value)) return refuseKind(value, 'an object', reading);
    const read: Record<string, DeviceComponent> = {};
    for (const [name, held] of Object.entries(value)) {
      reading.enter(name);
      const kept = acceptsName(name, reading) ? component.read(held, reading) : undefined;
      reading.leave();
      if (kept !== undefined) read[name] = kept;
    }
    return read;
  },
  write: (held) => {
    const named = Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(named.map(([name, kept]) => [name, component.write(kept)]));
  },
};

function acceptsName(name: string, reading: Reading): boolean {
  if (!isCardNumber(name)) return acceptsKey(name, reading);
  reading.refuse({ code: 'event_card_number', message: 'a card number cannot name a component' });
  return false;
}
