import { digest } from '../random.ts';
import type { Platform } from './platform.ts';

type Model = readonly [
  gpu: string,
  cores: number,
  memory: number,
  screen: readonly [number, number],
];

/** Phone models, common ones first: a model fixes graphics, cores, memory and screen together. */
const MODELS: readonly Model[] = [
  ['Mali-G68', 8, 4, [384, 854]],
  ['Adreno (TM) 730', 8, 8, [360, 780]],
  ['Mali-G78', 8, 8, [384, 832]],
  ['Adreno (TM) 619', 8, 4, [393, 873]],
  ['Mali-G57', 8, 4, [385, 854]],
  ['Adreno (TM) 740', 8, 8, [384, 824]],
  ['Xclipse 920', 8, 8, [360, 800]],
  ['Mali-G710', 8, 8, [412, 915]],
  ['Adreno (TM) 618', 8, 4, [412, 892]],
  ['PowerVR Rogue GE8320', 8, 2, [360, 760]],
  ['Adreno (TM) 750', 8, 8, [412, 883]],
  ['Mali-G52', 8, 4, [412, 869]],
  ['Adreno (TM) 660', 8, 8, [393, 851]],
  ['Mali-G77', 8, 8, [412, 846]],
  ['Adreno (TM) 610', 8, 2, [360, 803]],
  ['Mali-G715', 9, 8, [411, 923]],
  ['Adreno (TM) 642L', 8, 4, [412, 919]],
  ['Mali-G76', 8, 4, [360, 740]],
  ['PowerVR B-Series BXM-8-256', 8, 4, [393, 886]],
  ['Adreno (TM) 650', 8, 8, [412, 914]],
  ['Adreno (TM) 509', 8, 2, [411, 731]],
  ['Mali-T830', 8, 2, [360, 640]],
];

export const android: Platform = {
  name: 'android',
  confidence: 0.4,
  browsers: [
    ['chrome', 82],
    ['samsung', 13],
    ['firefox', 5],
  ],
  releaseDays: 75,
  hardware: (random) => {
    const [renderer, cores, memory, screen] = random.skewed(MODELS);
    return {
      platform: random.pick(['Linux armv81', 'Linux armv8l', 'Linux aarch64']),
      vendor: 'Google Inc.',
      touchSupport: { maxTouchPoints: 5, touchEvent: true, touchStart: true },
      hardwareConcurrency: cores,
      deviceMemory: memory,
      screenResolution: screen,
      colorDepth: 24,
      colorGamut: random.chance(0.55) ? 'p3' : 'srgb',
      webGlBasics: { vendorUnmasked: 'Google Inc.', rendererUnmasked: renderer },
      fonts: random.chance(0.8) ? [] : ['sans-serif-thin'],
      plugins: [],
      reducedMotion: random.chance(0.04),
    };
  },
  software: ({ family, number, hardware }) => {
    const gpu = JSON.stringify(hardware['webGlBasics']);
    return {
      vendorFlavors: family === 'firefox' ? [] : ['chrome'],
      canvas: {
        winding: true,
        geometry: digest(['geometry', gpu, family], 16),
        text: digest(['text', gpu, family, number], 16),
      },
      audio: 124 + parseInt(digest([family, Math.floor(number / 3)], 4), 16) / 1e6,
    };
  },
  visit: () => ({}),
};
