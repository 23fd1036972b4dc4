/** An instant as it is shown: for machines, and in the reader's zone. */
export interface ShownTime {
  readonly iso: string;
  readonly text: string;
}

/** One choice of a `<select>`; see `partials/choice.ejs`. */
export interface Choice {
  readonly name: string;
  /** The form's name for it, where the page has others of that name. Default: `name`. */
  readonly field?: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly selected: string;
  readonly hint?: string;
}

/** What a page shows, to be had as a file. */
export interface ShownExports {
  readonly csv: string;
  readonly json: string;
  /** Rows at most. */
  readonly most: string;
}

/** Every page has a title. */
export interface Titled {
  readonly title: string;
}
