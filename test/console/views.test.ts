import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HtmlValidate, type ConfigData } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { render } from '../../console/src/edge/render.ts';
import type { Layout, PageName, Views } from '../../console/src/views.ts';
import { VIEW_MODELS } from '../support/console-views.ts';
import { checkViews } from '../support/check-views.ts';

const FOLDER = fileURLToPath(new URL('../../console/views/', import.meta.url));
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ejs'),
);

const LAYOUT: Omit<Layout, 'body' | 'title'> = {
  assets: { style: '/static/a.css', scripts: ['/static/a.js'], icon: '/static/a.svg' },
  user: { name: 'ann', role: 'lead' },
  navigation: [
    { label: 'Users', href: '/users', key: 'u', current: true },
    { label: 'Me', href: '/me', key: 'i', current: false },
  ],
  theme: 'dark',
  shortcuts: true,
  keys: 'mw',
  demo: true,
  notice: 'Saved.',
};

const PAYLOAD = '"><img src=x onerror=1>\'`${1}<%= 1 %>';

/** The same value with every text in it replaced by something hostile. */
function hostile<Value>(value: Value): Value;
function hostile(value: unknown): unknown {
  if (typeof value === 'string') return PAYLOAD;
  if (Array.isArray(value)) return value.map((each) => hostile<unknown>(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hostile(each)]));
}

interface Shown {
  readonly name: PageName;
  readonly html: (evil?: boolean) => Promise<string>;
}

/** Every view with every model it is shown with. */
function pages(): readonly Shown[] {
  const names = Object.keys(VIEW_MODELS).filter((name): name is PageName => name in VIEW_MODELS);
  return names.flatMap((name) => pagesOf(name, VIEW_MODELS[name]));
}

function pagesOf<Name extends PageName>(name: Name, models: readonly Views[Name][]): Shown[] {
  return models.map((model) => ({
    name,
    html: (evil = false) =>
      evil ? render(name, hostile(model), hostile(LAYOUT)) : render(name, model, LAYOUT),
  }));
}

test('every view has models here, and every model a view', () => {
  const views = FILES.filter((file) => !file.startsWith('partials') && file !== 'layout.ejs');
  expect(views.map((file) => file.replace('.ejs', '')).toSorted()).toEqual(
    Object.keys(VIEW_MODELS).toSorted(),
  );
});

test('views read only what their models have', () => {
  expect(checkViews(FOLDER, FILES)).toEqual([]);
});

test('a view that reads what is not there is found', () => {
  const extra = {
    'error.ejs':
      '<p><%= v.titel %></p><%- include("partials/time", { time: { iso: 1, text: "" } }) %>',
  };
  expect(checkViews(FOLDER, FILES, extra)).toEqual([
    expect.stringContaining("Did you mean 'title'?"),
    expect.stringContaining("'number' is not assignable to type 'string'"),
  ]);
});

test('a partial is shown what it is given, and nothing of the page around it', async () => {
  const [model] = VIEW_MODELS['sign-in'];
  if (model === undefined) throw new Error('expected a model');
  const html = await render('sign-in', { ...model, problem: 'Only once.' }, LAYOUT);
  expect(html.match(/Only once\./g)).toHaveLength(1);
});

test.each(FILES)('%s puts out nothing unescaped but partials and the page', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const raw = text.match(/<%-.*?%>/gs) ?? [];
  const allowed = file === 'layout.ejs' ? ['<%- v.body %>'] : [];
  for (const each of raw)
    expect(
      allowed.includes(each) || /^<%- include\('partials\/[\w-]+', .*\) %>$/.test(each),
      each,
    ).toBe(true);
  expect(text).not.toMatch(
    /\son\w+=|\sstyle=|<style|<script(?! type="module" src="<%=)|javascript:/i,
  );
});

describe.each(pages())('$name', ({ html }) => {
  test('is valid HTML', async () => {
    const validate = new HtmlValidate({ extends: ['html-validate:recommended'], rules: RULES });
    const { results } = await validate.validateString(await html());
    const found = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`),
    );
    expect(found).toEqual([]);
  });

  test('escapes whatever it is given', async () => {
    const text = await html(true);
    expect(text).toContain('&lt;img src=x');
    expect(text).not.toContain('<img');
    expect(text).not.toMatch(/="[^"]*"><img|onerror=1>/);
  });
});

const RULES: NonNullable<ConfigData['rules']> = {
  // How the templates are indented is nobody's business once rendered.
  'no-trailing-whitespace': 'off',
  // HTML as it is written by hand: `<input>`, `<!doctype html>`.
  'void-style': 'off',
  'doctype-style': 'off',
  // Cases that are decided together are all called `case`.
  'form-dup-name': ['error', { shared: ['radio', 'button', 'submit', 'checkbox'] }],
};
