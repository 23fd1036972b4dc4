import type { Permission } from './permissions.ts';

/** One of the places the top bar leads to. */
export interface Place {
  readonly label: string;
  readonly href: string;
  /** Pressed after `g` it goes there. */
  readonly key: string;
  readonly needs: Permission;
  /** Other addresses that are part of it. */
  readonly also?: readonly string[];
}

/** Every place, as the bar shows them to those who may go there. The first is what `/` opens. */
export const NAVIGATION: readonly Place[] = [
  { label: 'Queue', href: '/queue', key: 'q', needs: 'cases.read' },
  { label: 'Approvals', href: '/approvals', key: 'a', needs: 'cases.approve' },
  { label: 'Samples', href: '/samples', key: 'y', needs: 'samples.review' },
  { label: 'Rules', href: '/rules', key: 'r', needs: 'rules.read' },
  { label: 'Statistics', href: '/statistics', key: 's', needs: 'statistics.read' },
  {
    label: 'Administration',
    href: '/users',
    key: 'x',
    needs: 'users.manage',
    also: ['/api-keys', '/webhooks', '/settings'],
  },
  { label: 'Audit', href: '/audit', key: 'l', needs: 'audit.read' },
  { label: 'Me', href: '/me', key: 'i', needs: 'me.manage' },
];
