import { newTotpSecret, totpUri } from '../../access/second-factor.ts';
import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { qrPicture } from '../../show/qr-picture.ts';

/** Shows a new secret for an authenticator app, kept in the session until a code confirms it. */
export function enrolSecondFactor(asked: SignedIn): Answer {
  const enrolling = asked.session.enrolling ?? newTotpSecret();
  return { ...enrolPage(asked, enrolling), session: { keep: { enrolling } } };
}

/** The page with what was wrong. */
export function enrolPage({ house, user }: SignedIn, secret: string, problem?: string): Answer {
  const uri = totpUri(secret, user.name);
  const model = {
    title: 'Second factor',
    name: user.name,
    secret: secret.replaceAll(/.{4}(?=.)/g, '$& '),
    uri,
    picture: qrPicture(uri),
    required: house.secondFactor === 'required',
    hasOne: user.totpSecret !== undefined,
    problem,
  };
  return page('second-factor', model, problem === undefined ? 200 : 422);
}
