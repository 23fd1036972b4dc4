import type { Request, Response } from 'express';
import { NAVIGATION } from '../navigation.ts';
import { may } from '../permissions.ts';
import { movedKeys } from '../shortcuts.ts';
import type { Layout } from '../views.ts';
import { changeSession } from './change-session.ts';
import type { Edge } from './edge.ts';
import { sessionOf } from './session-of.ts';

/** What surrounds every page: who is here, where they may go, what is said once. */
export async function chrome(
  { house, files }: Edge,
  request: Request,
  response: Response,
): Promise<Omit<Layout, 'body' | 'title'>> {
  const { user } = response.locals;
  const shown = user === undefined ? [] : NAVIGATION.filter((each) => may(user.role, each.needs));
  return {
    assets: files,
    user: user && { name: user.name, role: user.role },
    navigation: shown.map(({ label, href, key, also = [] }) => ({
      label,
      href,
      key,
      current: [href, ...also].some((place) => `${request.path}/`.startsWith(`${place}/`)),
    })),
    theme: user?.settings.theme ?? 'system',
    shortcuts: user?.settings.shortcuts ?? true,
    keys: movedKeys(user?.settings.keys),
    demo: house.demo,
    notice: await notice(request),
  };
}

/** Takes what is to be said once out of the session. A session that cannot be had says nothing. */
async function notice(request: Request): Promise<string | undefined> {
  const said = sessionOf(request)?.remembered?.notice;
  if (said !== undefined) await changeSession(request, { keep: { notice: undefined } });
  return said;
}
