import { giveOpinion } from '../handlers/samples/give-opinion.ts';
import { samplePage } from '../handlers/samples/sample-page.ts';
import { samples } from '../handlers/samples/samples.ts';
import { get, post, type Route } from './route.ts';

/** Second looks at a sample of what was decided. */
export const SAMPLE_ROUTES: readonly Route[] = [
  { ...get('/samples', 'samples.review'), handler: samples },
  { ...get('/samples/:caseId', 'samples.review'), handler: samplePage },
  { ...post('/samples/:caseId', 'samples.review'), handler: giveOpinion },
];
