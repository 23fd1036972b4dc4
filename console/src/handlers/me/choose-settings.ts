import { z } from 'zod';
import { goTo, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { isZone } from '../../show/zones.ts';
import { mePage } from './me.ts';

const FORM = z.object({
  zone: z.string().refine(isZone, 'Choose a time zone of the list.'),
  theme: z.enum(['system', 'light', 'dark'], 'Choose one of the three.'),
  shortcuts: z.enum(['on', 'off']).default('off'),
});

/** Time zone, theme and whether single keys do anything. */
export async function chooseSettings(asked: SignedIn): Promise<Answer> {
  const read = readForm(FORM, asked.form);
  if (!read.ok) return mePage(asked, read.problems);
  const { zone, theme, shortcuts } = read.form;
  const { userId, settings: before } = asked.user;
  const settings = { ...before, zone, theme, shortcuts: shortcuts === 'on' };
  await asked.house.access.changeUser(userId, { settings });
  return goTo('/me', 'Saved.');
}
