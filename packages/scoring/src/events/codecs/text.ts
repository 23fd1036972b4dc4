import { hasCardNumber, isCardNumber } from '../card-number.ts';
import { isOwnId, OWN_PREFIXES } from '../own-ids.ts';
import { quoted } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { refuseKind } from './codec.ts';
import type { Codec } from './codec.ts';

export interface TextRule {
  /** In UTF-16 code units. Default 512. */
  readonly longest?: number;
  /** Whether a text of white space only may pass. Default: no. */
  readonly blank?: boolean;
  /** Whether 13 to 19 digits are what the field is for, so that no card number is looked for. Default: no. */
  readonly digits?: boolean;
  /** Whether it says something of a person, so that no problem quotes it. Default: no. */
  readonly personal?: boolean;
  /** Characters no store keeps faithfully. Default: NUL and lone surrogates. */
  readonly without?: RegExp;
  /** The form the text must have, and how a message calls it. */
  readonly form?: { readonly test: (text: string) => boolean; readonly called: string };
}

/** PostgreSQL refuses NUL in text and JSON, and a lone surrogate does not survive UTF-8. */
export const UNSTORABLE: RegExp = /[\0\p{Cs}]/u;
// A reader puts U+FFFD for whatever it cannot read: two ids with it that look the same may have been two different ones.
const NO_ID = /[\p{Cc}\p{Cs}\uFFFD]/u;

/** A text as written: never trimmed, never normalised. */
export const text = (rule: TextRule = {}): Codec<string> => ({
  read: (value, reading) =>
    typeof value === 'string'
      ? readText(value, rule, reading)
      : refuseKind(value, 'a text', reading),
  write: (value) => value,
});

/** An id the host gives: at most 200 characters, none of them a control character or one that could not be read. */
export const id: Codec<string> = text({ longest: 200, without: NO_ID });

/** The id of an event: none of those we give ourselves. */
export const eventId: Codec<string> = text({
  longest: 200,
  without: NO_ID,
  form: {
    test: (given) => !isOwnId(given),
    called: `an id for a host to give: ours begin with ${OWN_PREFIXES}`,
  },
});

function readText(value: string, rule: TextRule, reading: Reading): string | undefined {
  const { longest = 512, blank = false, digits = false, personal = false } = rule;
  const { without = UNSTORABLE, form } = rule;
  // INVARIANT: what is told of a person stands in no problem: problems are logged.
  const found = personal ? {} : { text: value };
  const called = personal ? `a text of ${value.length} characters` : `\`${quoted(value)}\``;
  if (!digits && (personal ? hasCardNumber : isCardNumber)(value)) {
    return reading.refuse({
      code: 'event_card_number',
      message: "a card number may not be sent, use the payment provider's fingerprint or token",
    });
  }
  if (value.length > longest) {
    return reading.refuse({
      code: 'event_too_long',
      message: `a text of ${value.length} characters, at most ${longest} are kept`,
      ...found,
    });
  }
  if (!blank && value.trim() === '') {
    return reading.refuse({
      code: 'event_bad_value',
      message: 'a blank text says nothing, leave the key out instead',
      ...found,
    });
  }
  if (without.test(value)) {
    return reading.refuse({
      code: 'event_bad_value',
      message: `${called} has a character that cannot be kept`,
      ...found,
    });
  }
  if (form !== undefined && !form.test(value)) {
    return reading.refuse({
      code: 'event_bad_value',
      message: `${called} is not ${form.called}`,
      ...found,
    });
  }
  return value;
}
