/**
 * Mailboxes people keep, although a public list calls them throw-away. Freemail, access-provider and relay domains are
 * allowed by their own tables; here are the rest.
 */
export const ALLOWED_DOMAINS: readonly string[] = [
  'angi.com',
  'cbamboo.com',
  'nus.edu.sg',
  'ubicloud.com',
];
