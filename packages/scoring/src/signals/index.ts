import type { Observation, Observations } from '../evidence/observation.ts';
import type { Scene } from '../pair/pair.ts';
import { address } from './address.ts';
import { age } from './age.ts';
import { anonymiser } from './anonymiser.ts';
import { cancel } from './cancel.ts';
import { chain } from './chain.ts';
import { device } from './device.ts';
import { disposable } from './disposable.ts';
import { email } from './email.ts';
import { interleave } from './interleave.ts';
import { ip } from './ip.ts';
import { latency } from './latency.ts';
import { name } from './name.ts';
import { payment } from './payment.ts';
import { phone } from './phone.ts';
import { rebook } from './rebook.ts';
import { siblings } from './siblings.ts';
import type { Signal } from './signal.ts';
import { value } from './value.ts';
import { voip } from './voip.ts';

/** Every signal. A new one is one file and one row here, and one entry in `rules/model.json`. */
export const SIGNALS: readonly Signal[] = [
  address,
  name,
  ip,
  device,
  interleave,
  payment,
  phone,
  email,
  latency,
  age,
  anonymiser,
  disposable,
  voip,
  value,
  cancel,
  siblings,
  chain,
  rebook,
];

/** Looks at a scene through every signal. */
export function observe(scene: Scene): Observations {
  const seen: Record<string, Observation> = {};
  for (const signal of SIGNALS) seen[signal.name] = signal.observe(scene);
  return seen;
}
