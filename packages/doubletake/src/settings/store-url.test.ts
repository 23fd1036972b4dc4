import { expect, it } from 'vitest';
import { newKeysFile } from '../keys-file.ts';
import { settingsFromEnv } from '../settings.ts';

const DATABASE = 'postgres://app:secret@db.example.com/doubletake';

const read = (url: string): unknown =>
  settingsFromEnv({ DATABASE_URL: url, DOUBLETAKE_KEYS: newKeysFile() }, '/');

it.each(['1', '5432', '65535', '0005432'])('the port %s is one', (port) => {
  expect(read(`${DATABASE}?port=${port}`)).toMatchObject({ ok: true });
});

it.each(['abc', '0', '65536', '-1', '5432x', ''])('`%s` is no port', (port) => {
  expect(read(`${DATABASE}?port=${port}`)).toMatchObject({
    ok: false,
    problems: [
      {
        code: 'settings_url_invalid',
        message: `has \`${port}\` for \`port\`, not 1 to 65535`,
      },
    ],
  });
});

it.each(['%', '%b', '%B'])('an end in `%s` is half an escaped sign', (end) => {
  expect(read(`${DATABASE}${end}`)).toMatchObject({
    ok: false,
    problems: [{ code: 'settings_url_invalid', message: expect.stringMatching(/%25/u) as unknown }],
  });
  for (const whole of [`${DATABASE}%25`, DATABASE.replace('secret', `se${end}ret`)])
    expect(read(whole)).toMatchObject({ ok: true });
});
