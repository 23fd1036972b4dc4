import { existsSync, readFileSync } from 'node:fs';
import { COLLECTOR_ERROR_CODES } from '@doubletake/collector';
import { CONSOLE_ERROR_CODES } from '@doubletake/console';
import { GRAPH_ERROR_CODES } from '@doubletake/graph';
import { IDENTITY_ERROR_CODES } from '@doubletake/identity';
import { LEDGER_ERROR_CODES } from '@doubletake/ledger';
import { RULES_ERROR_CODES } from '@doubletake/rules';
import { SCORING_ERROR_CODES } from '@doubletake/scoring';
import { DOUBLETAKE_ERROR_CODES } from 'doubletake';
import { describe, expect, it } from 'vitest';

const ROOMS: readonly { readonly room: string; readonly codes: readonly string[] }[] = [
  { room: 'packages/identity', codes: IDENTITY_ERROR_CODES },
  { room: 'packages/rules', codes: RULES_ERROR_CODES },
  { room: 'packages/scoring', codes: SCORING_ERROR_CODES },
  { room: 'packages/graph', codes: GRAPH_ERROR_CODES },
  { room: 'packages/ledger', codes: LEDGER_ERROR_CODES },
  { room: 'packages/collector', codes: COLLECTOR_ERROR_CODES },
  { room: 'packages/doubletake', codes: DOUBLETAKE_ERROR_CODES },
  { room: 'console', codes: CONSOLE_ERROR_CODES },
];

const readmeOf = (room: string): URL => new URL(`../../${room}/README.md`, import.meta.url);

/** Codes in the first column of a table, where a word in backticks has an underscore in it. */
const CODE = /^\| `([a-z]+(?:_[a-z0-9]+)+)` +\|/gmu;

describe('every error a package can report is in its README, and none besides', () => {
  it.each(ROOMS.filter(({ room }) => existsSync(readmeOf(room))))('$room', ({ room, codes }) => {
    const text = readFileSync(readmeOf(room), 'utf8');
    const listed = [...text.matchAll(CODE)].map(([, code = '']) => code);
    expect(new Set(listed)).toEqual(new Set(codes));
    expect(listed).toHaveLength(codes.length);
  });
});
