import type { Request, Response } from 'express';
import type { Answer } from '../answer.ts';
import { ERROR_TEXTS } from '../error-texts.ts';
import { changeSession } from './change-session.ts';
import { chrome } from './chrome.ts';
import type { Edge } from './edge.ts';
import { sendDownload } from './send-download.ts';

interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly answer: Answer;
}

/** Sends what a handler answered, its session first. */
export async function sendAnswer(
  edge: Edge,
  { request, response, answer }: Exchange,
): Promise<void> {
  if (answer.session !== undefined) await changeSession(request, answer.session);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  response.vary('Accept');
  if ('redirect' in answer) {
    response.redirect(303, answer.redirect);
    return;
  }
  if ('download' in answer) {
    await sendDownload(response, answer.download);
    return;
  }
  if ('json' in answer) {
    response.status(answer.status).json(answer.json);
    return;
  }
  if ('refused' in answer) {
    await sendRefusal(edge, { request, response, answer });
    return;
  }
  const html = await edge.render(answer.view, answer.model, await chrome(edge, request, response));
  response.status(answer.status).type('html').send(html);
}

/** An error page; for machines a problem document (RFC 9457). */
async function sendRefusal(
  edge: Edge,
  {
    request,
    response,
    answer,
  }: Exchange & { answer: { refused: keyof typeof ERROR_TEXTS; detail?: string } },
): Promise<void> {
  const { refused: status, detail } = answer;
  const { title, text } = ERROR_TEXTS[status];
  const { requestId } = response.locals;
  response.status(status);
  if (request.accepts(['html', 'json']) === 'json') {
    const problem = { type: 'about:blank', title, status, detail: detail ?? text, requestId };
    response.type('application/problem+json').send(JSON.stringify(problem));
    return;
  }
  const model = { title, status, text: detail ?? text, requestId };
  const html = await edge.render('error', model, await chrome(edge, request, response));
  response.type('html').send(html);
}
