import type { House } from '../house.ts';

/** Names of users by their ids; an id nobody has stands for itself. */
export async function namesOf({ access }: Pick<House, 'access'>): Promise<(id: string) => string> {
  const users = await access.users();
  const names = new Map(users.map(({ userId, name }) => [userId, name]));
  return (id) => names.get(id) ?? id;
}
