/** What kind of mailbox an address names, as far as the address alone tells. */
export type EmailClass = 'personal' | 'free' | 'role' | 'relay' | 'disposable' | 'placeholder';

/** An e-mail address in canonical form, with everything known from its text alone. */
export interface Email {
  /** The one spelling of this mailbox; two addresses that are surely one mailbox share it. Not for sending. */
  readonly canonical: string;
  /** Local part of `canonical`. */
  readonly local: string;
  /** Domain of `canonical`, lower case, in its ASCII (`xn--`) form. */
  readonly domain: string;
  /** The domain somebody registered: the public suffix and one label. */
  readonly registrable: string;
  /** Name of the mail provider, where its rules are known. */
  readonly provider: string | undefined;
  /** Letters of the local part, lower case, without digits, separators and tag; absent when fewer than 4 or a role. */
  readonly base: string | undefined;
  /** `canonical` without its tag where the provider's tag rule is unknown, otherwise `canonical`. */
  readonly probable: string;
  /** UTS #39 skeleton: addresses that look alike share it. Compared with other skeletons only, never stored. */
  readonly skeleton: string;
  /**
   * `placeholder` (reserved domain: nobody's mailbox), `relay` (forwarding alias), `disposable`, `role` (`info@`),
   * `free` (freemail or access provider), otherwise `personal` (a domain of its own: company, school, family).
   */
  readonly class: EmailClass;
  /** `true` when a list names the domain, `suspected` when only its name says so. */
  readonly disposable: boolean | 'suspected';
  /** The rules that changed the address, in the order they were applied. */
  readonly applied: readonly string[];
}
