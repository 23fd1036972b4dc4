import type { CompiledPack } from '@doubletake/rules';
import type { Versions } from '../decision.ts';
import type { Model } from '../model/model.ts';
import { UNKNOWN_PROGRAMME, type Programme } from './programme.ts';
import type { ReasonTexts } from './reason.ts';
import type { RuleBook } from './rule-book.ts';

/** Everything a team keeps in `rules/`, read once: what a decision is made by. */
export interface Policy {
  readonly model: Model;
  /** What every programme promises; always runs. */
  readonly terms: CompiledPack;
  /** Risk packs by name. */
  readonly packs: ReadonlyMap<string, CompiledPack>;
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly reasons: ReasonTexts;
  /** The rules as people read them. */
  readonly book: RuleBook;
  readonly versions: Versions;
  /** Replaces every programme's risk pack, as `--pack` does. */
  readonly packOverride?: string;
}

/** The programme's terms; an id without a file gets the defaults under its own name. */
export function programmeOf(policy: Policy, programmeId: string): Programme {
  return (
    policy.programmes.get(programmeId) ?? {
      ...UNKNOWN_PROGRAMME,
      programme: programmeId,
      name: programmeId,
      description: 'no programme file',
    }
  );
}

/** The risk pack that judges a programme. */
export function riskPackOf(policy: Policy, programme: Programme): CompiledPack {
  const name = policy.packOverride ?? programme.pack;
  const pack = policy.packs.get(name);
  if (!pack) throw new RangeError(`no pack named ${name}`);
  return pack;
}
