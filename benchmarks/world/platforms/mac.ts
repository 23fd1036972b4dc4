import { digest } from '../random.ts';
import type { Platform } from './platform.ts';

type Model = readonly [gpu: string, cores: number, screen: readonly [number, number]];

const MODELS: readonly Model[] = [
  ['Apple M1', 8, [900, 1440]],
  ['Apple M2', 8, [956, 1470]],
  ['Apple M3', 8, [956, 1470]],
  ['Intel Iris Plus Graphics 655', 8, [900, 1440]],
  ['Apple M1 Pro', 10, [982, 1512]],
  ['Apple M4', 10, [982, 1512]],
  ['Intel Iris Plus Graphics 640', 4, [800, 1280]],
  ['Apple M2 Pro', 12, [1117, 1728]],
  ['AMD Radeon Pro 5300M', 12, [1120, 1792]],
  ['Apple M3 Max', 14, [1117, 1728]],
];

export const mac: Platform = {
  name: 'mac',
  confidence: 0.5,
  browsers: [
    ['safari', 52],
    ['chrome', 43],
    ['firefox', 5],
  ],
  releaseDays: 90,
  hardware: (random) => {
    const [renderer, cores, screen] = random.skewed(MODELS);
    return {
      platform: 'MacIntel',
      touchSupport: { maxTouchPoints: 0, touchEvent: false, touchStart: false },
      hardwareConcurrency: cores,
      screenResolution: screen,
      colorDepth: random.chance(0.7) ? 30 : 24,
      colorGamut: 'p3',
      webGlBasics: { vendorUnmasked: 'Google Inc. (Apple)', rendererUnmasked: renderer },
      fonts: ['Arial Unicode MS', 'Gill Sans', 'Helvetica Neue', 'Menlo'].concat(
        random.chance(0.35) ? ['Calibri', 'Franklin Gothic', 'Marlett'] : [],
      ),
      reducedMotion: random.chance(0.05),
    };
  },
  software: ({ family, number, hardware }) => {
    const gpu = JSON.stringify(hardware['webGlBasics']);
    const safari = family === 'safari';
    return {
      vendor: safari ? 'Apple Computer, Inc.' : 'Google Inc.',
      vendorFlavors: safari ? ['safari'] : ['chrome'],
      canvas: safari
        ? { winding: true, geometry: 'skipped', text: 'skipped' }
        : {
            winding: true,
            geometry: digest(['geometry', gpu, family], 16),
            text: digest(['text', gpu, family, number], 16),
          },
      audio: safari ? -4 : 124 + parseInt(digest([family, Math.floor(number / 3)], 4), 16) / 1e6,
      ...(safari && { applePay: 10 + (number % 40) }),
    };
  },
  visit: (random) => (random.chance(0.08) ? { screenResolution: [1080, 1920] } : {}),
};
