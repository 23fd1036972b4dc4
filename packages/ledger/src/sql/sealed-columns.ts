/** A column whose values are sealed; each is bound to its place there. */
export interface SealedColumn {
  readonly table: string;
  /** What identifies the row in the seal, as SQL over one row; unique, and not null. */
  readonly key: string;
  readonly column: string;
}

/** Every sealed column. A new one is a row here, or its values keep an old key alive. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'events', key: 'event_id', column: 'sealed' },
  { table: 'accounts', key: 'account_id', column: 'profile' },
  { table: 'orders', key: 'order_id', column: 'payment' },
  { table: 'notes', key: "note_id || '#' || version", column: 'sealed' },
  { table: 'access_users', key: 'user_id', column: 'totp_secret' },
  { table: 'webhook_endpoints', key: 'endpoint_id', column: 'secrets' },
];
