/** What the error pages say, by status: what happened, and what to do now. */
export const ERROR_TEXTS = {
  400: { title: 'That request made no sense', text: 'Go back and try again from the page.' },
  401: { title: 'Please sign in', text: 'Your session has ended. Sign in to go on.' },
  403: {
    title: 'You may not do this',
    text: 'Your role does not include it. Ask a lead or an administrator if you need it.',
  },
  404: {
    title: 'There is nothing here',
    text: 'The address may be mistyped, or what it named is gone.',
  },
  409: {
    title: 'That cannot be done now',
    text: 'What you were changing has changed since. Look at it again before you decide.',
  },
  413: { title: 'That was too much', text: 'The form was larger than this page takes.' },
  422: { title: 'Something is missing', text: 'Go back and complete the form.' },
  429: { title: 'Too many tries', text: 'Wait a little, then try again.' },
  500: {
    title: 'That went wrong here',
    text: 'Nothing you did. It has been written down under the number below.',
  },
  503: {
    title: 'We cannot reach our records',
    text: 'Nothing was lost. Try again in a moment: what you sent may or may not have been done.',
  },
} as const;

export type ErrorStatus = keyof typeof ERROR_TEXTS;

/** A status that has a page of its own; any other is 500. */
export function errorStatus(status: unknown): ErrorStatus {
  return typeof status === 'number' && isErrorStatus(status) ? status : 500;
}

function isErrorStatus(status: number): status is ErrorStatus {
  return Object.hasOwn(ERROR_TEXTS, status);
}
