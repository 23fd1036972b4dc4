const BYTES = 32;

/** A secret for signing webhooks, in the form of Standard Webhooks: `whsec_` and 256 random bits in base64. */
export function webhookSecret(random: (bytes: number) => Uint8Array): string {
  return `whsec_${Buffer.from(random(BYTES)).toString('base64')}`;
}
