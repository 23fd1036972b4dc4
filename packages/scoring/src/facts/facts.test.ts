import type { Facts } from '@doubletake/rules';
import { describe, expect, it, test } from 'vitest';
import { EXPERT_MODEL } from '../../../../test/support/expert-model.ts';
import {
  ago,
  NOW,
  orderOf,
  referralOf,
  rewardOf,
  sceneOf,
  type SceneParts,
} from '../../../../test/support/scenes.ts';
import { weigh } from '../evidence/weigh.ts';
import type { Scene } from '../pair/pair.ts';
import { UNKNOWN_PROGRAMME, type Programme } from '../policy/programme.ts';
import { observe } from '../signals/index.ts';
import { collectFacts } from './index.ts';

const PROGRAMME: Programme = {
  ...UNKNOWN_PROGRAMME,
  programme: 'friends',
  name: 'Friends',
  description: '',
  caps: { per30Days: 10 },
};

function factsIn(scene: Scene): Facts {
  const observations = observe(scene);
  const evidence = weigh(EXPERT_MODEL, observations, scene.record.population);
  return collectFacts({ scene, observations, evidence, model: EXPERT_MODEL, programme: PROGRAMME });
}
const factsOf = (parts: SceneParts = {}): Facts => factsIn(sceneOf(parts));

const person = { email: 'bo@web.de', ip: '81.2.69.142', createdAt: ago(19) } as const;

describe('what is true of a screening', () => {
  it.each<{ note: string; parts: SceneParts; facts: Facts }>([
    {
      note: 'an ordinary pair',
      parts: { referrer: person, referee: person },
      facts: {
        'referral.known': true,
        'referral.first': true,
        'referral.selfReferral': false,
        'referrer.known': true,
        'referee.known': true,
        'referee.accountAgeDays': 19,
        'email.match': 'exact',
        'order.byReferee': true,
        'order.completed': true,
        'order.undone': false,
        'reward.forOrder': true,
        'reward.paid': false,
        'reward.claimedElsewhere': false,
        'reward.beneficiaryInPair': true,
        'reward.beneficiaryOnOtherSide': false,
        'programme.caps.per30Days': 10,
      },
    },
    {
      note: 'the hold window starts at completion',
      parts: { record: { order: orderOf({ completedAt: ago(3) }) } },
      facts: { 'reward.payableAt': ago(-4), 'reward.clawbackUntil': ago(-57) },
    },
    {
      note: 'an open order becomes payable a hold window after its end',
      parts: {
        record: {
          order: {
            orderId: 'order',
            accountId: 'bob',
            status: 'confirmed',
            createdAt: ago(9),
            endsAt: ago(-2),
          },
        },
      },
      facts: { 'order.completed': false, 'order.expectedPayableAt': ago(-9) },
    },
    {
      note: 'an open order without an end, or one that has passed, is asked about a window from now',
      parts: {
        record: {
          order: { orderId: 'order', accountId: 'bob', status: 'created', createdAt: ago(9) },
        },
      },
      facts: { 'order.expectedPayableAt': ago(-7) },
    },
    {
      note: 'somebody else’s order, a third party’s reward, one account on both sides',
      parts: {
        record: {
          order: orderOf({ accountId: 'cyd' }),
          reward: rewardOf({ beneficiaryId: 'zoe' }),
          referral: referralOf({ refereeId: 'ann' }),
        },
      },
      facts: {
        'order.byReferee': false,
        'reward.beneficiaryInPair': false,
        'referral.selfReferral': true,
      },
    },
    ...(['referrer', 'referee', 'partner'] as const).flatMap((side) =>
      ['ann', 'bob'].map((beneficiaryId) => ({
        note: `the ${side}’s reward goes to ${beneficiaryId}, of ann who referred bob`,
        parts: { record: { reward: rewardOf({ side, beneficiaryId }) } },
        facts: {
          'reward.beneficiaryOnOtherSide': ['referrer bob', 'referee ann'].includes(
            `${side} ${beneficiaryId}`,
          ),
        },
      })),
    ),
    {
      note: 'an earlier referral, and a code that was another’s',
      parts: {
        record: {
          referral: referralOf({ code: 'Key-1' }),
          earlierReferral: referralOf({ referralId: 'earlier' }),
          codeUsedBy: 'cyd',
        },
      },
      facts: { 'referral.first': false, 'referral.codeOfAnother': true },
    },
    {
      note: 'the claim is this reward’s own',
      parts: {
        record: { claim: { orderId: 'order', side: 'referrer', rewardId: 'reward', at: ago(1) } },
      },
      facts: { 'reward.claimedElsewhere': false },
    },
    {
      note: 'the claim is another reward’s',
      parts: {
        record: { claim: { orderId: 'order', side: 'referrer', rewardId: 'other', at: ago(1) } },
      },
      facts: { 'reward.claimedElsewhere': true },
    },
    {
      note: 'the first month ends thirty days after the first reward',
      parts: { record: { tally: { lifetime: 1, last30d: 0, last365d: [], firstAt: ago(30) } } },
      facts: { 'beneficiary.firstMonth': false, 'beneficiary.rewards': 1 },
    },
    {
      note: 'and lasts until then; money counts in the reward’s currency',
      parts: {
        record: {
          tally: {
            lifetime: 2,
            last30d: 1,
            last365d: [
              { minor: 500, currency: 'USD' },
              { minor: 900, currency: 'EUR' },
            ],
            firstAt: ago(30) + 1,
          },
        },
      },
      facts: {
        'beneficiary.firstMonth': true,
        'beneficiary.rewards30d': 1,
        'beneficiary.rewarded365dMinor': 900,
      },
    },
    {
      note: 'each brought the other',
      parts: { aboveReferrer: ['cyd', 'bob'] },
      facts: { 'referral.loop': true, 'referrer.chainDepth': 2 },
    },
    {
      note: 'signals as facts',
      parts: {
        referrer: { device: { installationId: 'i1' }, at: NOW },
        referee: {
          device: { installationId: 'i1' },
          at: NOW,
          email: 'x@mailinator.com',
          ip: '81.2.69.142',
          network: { vpn: true },
        },
        record: { referral: referralOf({ clickedAt: NOW - 90_000 }) },
      },
      facts: {
        'device.match': 'installation',
        'device.interleaved': true,
        'device.sharedBy': 2,
        'referee.emailDisposable': true,
        'referee.emailCatchAll': false,
        'referee.anonymised': true,
        'referee.minutesFromClick': 1.5,
      },
    },
  ])('$note', ({ parts, facts }) => {
    expect(factsOf(parts)).toMatchObject(facts);
  });

  test('referrals count in windows that end now', () => {
    const scene = sceneOf();
    const referees = [0.5, 1, 6, 29, 31].map((days) => ({ account: `a${days}`, at: ago(days) }));
    const facts = factsIn({ ...scene, neighbourhood: { ...scene.neighbourhood, referees } });
    expect(facts).toMatchObject({
      'referrer.referrals1d': 1,
      'referrer.referrals7d': 3,
      'referrer.referrals30d': 4,
      'referrer.referrals': 5,
    });
  });

  test('two signals of one group are one line of evidence', () => {
    const facts = factsOf({
      referrer: { email: 'ann@mailinator.com', createdAt: ago(900) },
      referee: { email: 'ann@mailinator.com', phone: { number: '+33972123456' } },
    });
    expect(facts['evidence.strongGroups']).toEqual(['email', 'phone']);
    expect(facts['evidence.strongGroupCount']).toBe(2);
  });
});

describe('what is missing is absent, never false', () => {
  const whole = sceneOf({ referrer: person, referee: person });
  const { order: _order, ...orderless } = whole.record;
  const { referral: _referral, ...unreferred } = whole.record;
  it.each<{ note: string; scene: Scene; absent: readonly string[] }>([
    {
      note: 'no order',
      scene: { ...whole, record: orderless },
      absent: [
        'order.status',
        'order.byReferee',
        'order.completed',
        'order.undone',
        'order.lowValue',
        'order.expectedPayableAt',
        'reward.payableAt',
        'reward.clawbackUntil',
      ],
    },
    {
      note: 'no referral',
      scene: { ...whole, record: unreferred },
      absent: [
        'referral.selfReferral',
        'referral.first',
        'referral.codeOfAnother',
        'referral.method',
        'reward.beneficiaryInPair',
        'reward.beneficiaryOnOtherSide',
        'order.byReferee',
        'referrer.accountAgeDaysAtReferral',
      ],
    },
    {
      note: 'nothing observed',
      scene: sceneOf({ referrer: 'unknown', referee: 'unknown', referees: [] }),
      absent: [
        'email.match',
        'device.match',
        'device.interleaved',
        'referee.emailDisposable',
        'referee.phoneVoip',
        'referee.anonymised',
        'referee.accountAgeDays',
        'referee.roles',
        'referee.siblings',
        'referrer.noReturnBits',
      ],
    },
    {
      note: 'whose profile does not open may have been observed',
      scene: sceneOf({ referrer: 'unknown', record: { unreadable: 'ledger_seal_broken' } }),
      absent: ['referrer.known'],
    },
    {
      note: 'nothing shared',
      scene: sceneOf({ referrer: { email: 'a@web.de' }, referee: { email: 'b@web.de' } }),
      absent: ['email.sharedBy', 'email.maturedHolders', 'programme.caps.lifetime'],
    },
  ])('$note', ({ scene, absent }) => {
    const facts = factsIn(scene);
    for (const fact of absent) expect(facts).not.toHaveProperty([fact]);
    expect(Object.values(facts)).not.toContain(undefined);
  });
});
