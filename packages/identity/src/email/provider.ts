/** How a provider reads a local part. A tag is what a user may append without changing the mailbox. */
export interface Provider {
  readonly name: string;
  readonly domains: readonly string[];
  /** `plus`: cut from the first `+`. `keyword`: Yahoo's `base-keyword`. `none`: a `+` is part of the name. */
  readonly tag: 'plus' | 'keyword' | 'none';
  /** All domains are one name space, written as this one. Absent: each domain has mailboxes of its own. */
  readonly home?: string;
  /** Characters of the local part that do not count. */
  readonly ignored?: string;
  /** A character read as another one. */
  readonly folded?: { readonly from: string; readonly to: string };
  /** `anything@user.domain` is delivered to `user@domain`. */
  readonly userDomains?: boolean;
  /** Where the provider says so. */
  readonly source: string;
}

/** A local part and domain after a provider's rules, with the rules that changed something. */
export interface Delivered {
  readonly local: string;
  readonly domain: string;
  readonly applied: readonly string[];
}

/** Reads an address as its provider does when it delivers: which mailbox is meant. */
export function deliver(
  provider: Provider,
  written: { readonly local: string; readonly domain: string },
): Delivered {
  const domain = provider.home ?? written.domain;
  const untagged = withoutTag(provider, written.local);
  const local = withoutIgnored(provider, untagged);
  const changes: readonly (readonly [string, boolean])[] = [
    ['one mailbox on all its domains', domain !== written.domain],
    ['a tag does not count', untagged !== written.local],
    ['punctuation does not count', local !== untagged],
  ];
  const applied = changes.filter(([, made]) => made).map(([rule]) => `${provider.name}: ${rule}`);
  return { local, domain, applied };
}

/** The keyword separator stays: Yahoo's base name is no login, so `x-` must never meet the mailbox `x`. */
function withoutTag(provider: Provider, local: string): string {
  if (provider.tag === 'none') return local;
  const at = local.indexOf(provider.tag === 'plus' ? '+' : '-');
  if (at < 1) return local;
  return local.slice(0, provider.tag === 'plus' ? at : at + 1);
}

function withoutIgnored(provider: Provider, local: string): string {
  const { ignored, folded } = provider;
  if (folded !== undefined) return local.replaceAll(folded.from, folded.to);
  if (ignored === undefined) return local;
  let kept = '';
  for (const letter of local) if (!ignored.includes(letter)) kept += letter;
  return kept === '' ? local : kept;
}
