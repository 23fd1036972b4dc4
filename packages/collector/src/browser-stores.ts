import type { IdStore } from './installation-id.ts';

/** Key in local storage and name of the cookie. */
const NAME = 'doubletake_installation';

/** 400 days in seconds: the longest a browser keeps any cookie (RFC 6265bis §5.5); each visit starts it anew. */
const COOKIE_SECONDS = 34_560_000;

/** The id's cookie as `document.cookie` takes it. Only this site can read it; never sent with another site's posts. */
export function writeCookie(id: string, protocol: string): string {
  const secure = protocol === 'https:' ? '; Secure' : '';
  return `${NAME}=${id}; Path=/; Max-Age=${COOKIE_SECONDS}; SameSite=Lax${secure}`;
}

/** The id's value in the text of `document.cookie`, as it stands there. */
export function readCookie(cookies: string): string | undefined {
  const own = cookies.split('; ').find((cookie) => cookie.startsWith(`${NAME}=`));
  return own?.slice(NAME.length + 1);
}

/** Local storage first: a cookie can also be written by a neighbouring subdomain. */
export const browserStores: readonly IdStore[] = [
  {
    read: () => localStorage.getItem(NAME) ?? undefined,
    write: (id) => localStorage.setItem(NAME, id),
  },
  {
    read: () => readCookie(document.cookie),
    write: (id) => {
      document.cookie = writeCookie(id, location.protocol);
    },
  },
];
