import { expect, test } from 'vitest';
import { webhookUrlProblem } from './webhook-url-problem.ts';

test.each([
  { url: 'https://host.example/hook?of=us', demo: false, problem: undefined },
  { url: 'https://host.example:8443/', demo: false, problem: undefined },
  { url: 'http://host.example/', demo: false, problem: /https/ },
  { url: 'http://host.example/', demo: true, problem: /https/ },
  { url: 'http://127.0.0.1:9000/', demo: false, problem: /https/ },
  { url: 'http://127.0.0.1:9000/', demo: true, problem: undefined },
  { url: 'http://localhost:9000/', demo: true, problem: undefined },
  { url: 'javascript:alert(1)', demo: true, problem: /https/ },
  { url: 'https://ann:secret@host.example/', demo: false, problem: /signed/ },
  { url: 'https://10.1.2.3/hook', demo: false, problem: /Internet/ },
  { url: 'https://0x0a010203/hook', demo: false, problem: /Internet/ },
  { url: 'https://169.254.169.254/', demo: true, problem: /Internet/ },
  { url: 'https://[fd00::1]/', demo: false, problem: /Internet/ },
  { url: 'https://[::ffff:10.1.2.3]/', demo: false, problem: /Internet/ },
  { url: 'https://127.0.0.1/', demo: false, problem: /Internet/ },
  { url: 'https://127.0.0.1/', demo: true, problem: undefined },
  { url: 'https://8.8.8.8/hook', demo: false, problem: undefined },
  { url: 'host.example', demo: false, problem: /Enter a URL/ },
  { url: '', demo: false, problem: /Enter a URL/ },
  { url: `https://host.example/${'a'.repeat(2048)}`, demo: false, problem: /Enter a URL/ },
])('$url, demo $demo', ({ url, demo, problem }) => {
  const found = webhookUrlProblem(url, demo);
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(problem);
});
