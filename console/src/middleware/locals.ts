import type { User } from '@doubletake/scoring';
import type { Remembered } from '../remembered.ts';

declare global {
  // The names under which the middleware leaves what later ones need.
  namespace Express {
    interface Locals {
      requestId: string;
      user?: User;
    }
  }
}

declare module 'express-session' {
  interface SessionData {
    remembered: Remembered;
  }
}
