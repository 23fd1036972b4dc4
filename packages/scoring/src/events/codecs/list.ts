import { refuseKind } from './codec.ts';
import type { Codec } from './codec.ts';

/** One to `most` items. */
export const list = <Item>(item: Codec<Item>, most: number): Codec<readonly Item[]> => ({
  read: (value, reading) => {
    if (!Array.isArray(value)) return refuseKind(value, 'a list', reading);
    if (value.length === 0 || value.length > most) {
      return reading.refuse({
        code: value.length === 0 ? 'event_bad_value' : 'event_too_long',
        message: `a list of ${value.length}, expected 1 to ${most}`,
      });
    }
    const items: Item[] = [];
    for (let index = 0; index < value.length; index += 1) {
      reading.enter(index);
      const read = item.read(value[index], reading);
      reading.leave();
      if (read !== undefined) items.push(read);
    }
    return items;
  },
  write: (items) => items.map((each) => item.write(each)),
});
