/** Signs somebody in at a console and gives the cookies of their session. */
export async function signedIn(
  url: string,
  person: { readonly name: string; readonly password: string } | undefined,
): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ name: '', password: '', ...person, next: '/queue' }),
  });
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .join('; ');
}
