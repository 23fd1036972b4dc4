export type { AccountWork } from './account-work.ts';
export type { SingleSignOnOptions } from './access/single-sign-on.ts';
export type { CaseWork } from './case-work.ts';
export { CONSOLE_ERROR_CODES, ConsoleError, type ConsoleErrorCode } from './errors.ts';
export type { Log } from './house.ts';
export type { ConsoleOptions } from './options.ts';
export { startConsole, type RunningConsole } from './start-console.ts';
