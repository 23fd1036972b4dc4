import { rule } from '../handlers/rules/rule.ts';
import { rules } from '../handlers/rules/rules.ts';
import { get, type Route } from './route.ts';

/** The rules, to be read. */
export const RULE_ROUTES: readonly Route[] = [
  { ...get('/rules', 'rules.read'), handler: rules },
  { ...get('/rules/:pack/:name', 'rules.read'), handler: rule },
];
