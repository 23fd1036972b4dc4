const SOMEWHERE = 'https://console.invalid';

/** A path of this console to go to after signing in; the front page for anything else. */
export function safePath(path: string | undefined): string {
  // A browser drops tabs and line breaks and reads `\` as `/`: what could be read as another host is refused.
  if (path === undefined || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path)) return '/';
  const url = URL.canParse(path, SOMEWHERE) ? new URL(path, SOMEWHERE) : undefined;
  return url?.origin === SOMEWHERE && !url.pathname.startsWith('//')
    ? url.pathname + url.search
    : '/';
}
