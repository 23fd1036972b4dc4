import { apiKeys } from '../handlers/api-keys/api-keys.ts';
import { makeApiKey } from '../handlers/api-keys/make-api-key.ts';
import { revokeApiKey } from '../handlers/api-keys/revoke-api-key.ts';
import { addWebhook } from '../handlers/webhooks/add-webhook.ts';
import { deliveryPage } from '../handlers/webhooks/delivery-page.ts';
import { disableWebhook, enableWebhook } from '../handlers/webhooks/disable-webhook.ts';
import { resendDelivery } from '../handlers/webhooks/resend-delivery.ts';
import { rotateWebhookSecret } from '../handlers/webhooks/rotate-webhook-secret.ts';
import { testWebhook } from '../handlers/webhooks/test-webhook.ts';
import { webhookPage } from '../handlers/webhooks/webhook-page.ts';
import { webhooks } from '../handlers/webhooks/webhooks.ts';
import { settings } from '../handlers/settings/settings.ts';
import { get, post, type Route } from './route.ts';

/** What machines come in with, what leaves the house, and what is settled elsewhere. */
export const ADMINISTRATION_ROUTES: readonly Route[] = [
  { ...get('/api-keys', 'api-keys.manage'), handler: apiKeys },
  { ...post('/api-keys', 'api-keys.manage'), handler: makeApiKey },
  { ...post('/api-keys/:keyId/revoke', 'api-keys.manage'), handler: revokeApiKey },
  { ...get('/webhooks', 'settings.manage'), handler: webhooks },
  { ...post('/webhooks', 'settings.manage'), handler: addWebhook },
  { ...get('/webhooks/:endpointId', 'settings.manage'), handler: webhookPage },
  { ...post('/webhooks/:endpointId/rotate', 'settings.manage'), handler: rotateWebhookSecret },
  { ...post('/webhooks/:endpointId/disable', 'settings.manage'), handler: disableWebhook },
  { ...post('/webhooks/:endpointId/enable', 'settings.manage'), handler: enableWebhook },
  { ...post('/webhooks/:endpointId/test', 'settings.manage'), handler: testWebhook },
  { ...get('/webhooks/:endpointId/:messageId', 'settings.manage'), handler: deliveryPage },
  {
    ...post('/webhooks/:endpointId/:messageId/resend', 'settings.manage'),
    handler: resendDelivery,
  },
  { ...get('/settings', 'settings.manage'), handler: settings },
];
