/** Street types by language, and on which side of the name they stand; one `concept = form form …` per line, folded. */
export type StreetTypes = Readonly<
  Record<string, { readonly side: 'before' | 'after' | 'both'; readonly types: string }>
>;
