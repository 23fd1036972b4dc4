/**
 * Version of the canonical forms. Raised whenever a value's canonical text or keys change, so that tokens made under
 * another version are known to need rebuilding.
 */
export const IDENTITY_VERSION = '1';
