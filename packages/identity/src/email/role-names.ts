/**
 * Local parts that name a function, not a person: RFC 2142 mailboxes and the common shop and office ones. Sharing one
 * says nothing about who writes.
 */
const ROLE_NAMES = new Set(
  `abuse accounting accounts admin administrator billing booking bookings contact customerservice dev enquiries
  feedback finance ftp hello help helpdesk hostmaster hr info inquiries it jobs kontakt legal mail mailbox mailer-daemon
  marketing media news newsletter no-reply noc noreply office orders postmaster press privacy reception rechnung recruiting
  reservation reservations root sales security service shop spam staff support team test usenet user uucp webmaster
  welcome www`
    .trim()
    .split(/\s+/u),
);

/** Whether a local part names a function such as `info` or `postmaster`. */
export function isRoleName(local: string): boolean {
  return ROLE_NAMES.has(local);
}
