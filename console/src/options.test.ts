import { expect, test } from 'vitest';
import { checkedOrigin } from './options.ts';

test.each([
  ['https://console.example.com', 'https://console.example.com'],
  ['https://console.example.com:8443/', 'https://console.example.com:8443'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  ['http://localhost:8080', 'http://localhost:8080'],
])('%s is an origin', (origin, written) => {
  expect(checkedOrigin(origin)).toBe(written);
});

test.each([
  ['console.example.com', 'console_origin_invalid'],
  ['https://console.example.com/path', 'console_origin_invalid'],
  ['ftp://console.example.com', 'console_origin_invalid'],
  ['http://console.example.com', 'console_origin_insecure'],
  ['http://127.0.0.1.example.com', 'console_origin_insecure'],
])('%s is refused: %s', (origin, code) => {
  expect(() => checkedOrigin(origin)).toThrow(expect.objectContaining({ code }));
});
