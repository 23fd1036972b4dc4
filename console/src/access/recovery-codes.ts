import { digest } from './digest.ts';

const CODES = 8;
// Without 0, 1, I and O, which look alike on paper: 32 letters, so that a byte's low five bits choose one.
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 16;

/** Codes that each replace the second factor once: 80 random bits, in groups of four to be written down. */
export function recoveryCodes(random: (bytes: number) => Uint8Array): readonly string[] {
  return Array.from({ length: CODES }, () => {
    const letters = Array.from(random(LENGTH), (byte) => LETTERS.charAt(byte % LETTERS.length));
    return letters.join('').replace(/.{4}(?=.)/g, '$&-');
  });
}

/** What is kept of a code; however it was typed. */
export function recoveryCodeHash(code: string): string {
  return digest(code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
}
