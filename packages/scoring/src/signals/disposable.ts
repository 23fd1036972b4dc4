import { missing } from '../evidence/observation.ts';
import { holdersOf } from '../pair/holders.ts';
import type { Signal } from './signal.ts';

/** A private domain with this many accounts and not one matured among them was likely bought for the purpose. */
const CATCH_ALL = 3;

/** Whether the referee's mailbox is a throw-away one, or on a young domain that takes any name. */
export const disposable: Signal = {
  name: 'disposable',
  observe: (scene) => {
    const emails = scene.referee.identities.email;
    if (emails.length === 0) return missing('no e-mail');
    if (emails.some(({ value }) => value.class === 'disposable'))
      return { kind: 'table', level: 'disposable' };
    const young = emails.some(({ keys }) => {
      const domain = keys.find((key) => key.type === 'email.domain');
      const held = holdersOf(scene, scene.referee, domain);
      return held.count >= CATCH_ALL && held.matured === 0;
    });
    return { kind: 'table', level: young ? 'catch_all' : 'ordinary' };
  },
};
