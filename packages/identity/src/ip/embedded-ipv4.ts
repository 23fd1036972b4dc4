/**
 * The IPv4 address inside an IPv6 one, for the forms that stand for it: mapped (RFC 4291 §2.5.5.2), NAT64's well-known
 * prefix (RFC 6052 §2.1) and 6to4 (RFC 3056 §2). `parts` are eight 16-bit numbers.
 */
export function embeddedIpv4(parts: readonly number[]): string | undefined {
  const form = FORMS.find(({ prefix }) => prefix.every((part, at) => parts[at] === part));
  return form === undefined ? undefined : dotted(parts.slice(form.at, form.at + 2));
}

/** Leading parts of each form, and where its IPv4 address starts. */
const FORMS: readonly { readonly prefix: readonly number[]; readonly at: number }[] = [
  { prefix: [0, 0, 0, 0, 0, 0xffff], at: 6 },
  { prefix: [0x64, 0xff9b, 0, 0, 0, 0], at: 6 },
  { prefix: [0x2002], at: 1 },
];

function dotted(parts: readonly number[]): string {
  return parts.flatMap((part) => [part >> 8, part & 0xff]).join('.');
}
