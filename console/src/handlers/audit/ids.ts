import type { House } from '../../house.ts';

/** Ids of users by their names; what nobody is called stands for itself. */
export async function idsOf({ access }: Pick<House, 'access'>): Promise<(name: string) => string> {
  const users = await access.users();
  const ids = new Map(users.map(({ userId, name }) => [name, userId]));
  return (name) => ids.get(name) ?? name;
}
