import type { Platform } from './platform.ts';

/**
 * Almost no entropy: Safari hides screen, canvas, audio and graphics hardware, so that unrelated
 * iPhones in one country share a visitor id about once in four pairs.
 */
export const iphone: Platform = {
  name: 'iphone',
  confidence: 0.3,
  browsers: [['safari', 1]],
  releaseDays: 300,
  hardware: (random) => ({
    platform: 'iPhone',
    vendor: 'Apple Computer, Inc.',
    vendorFlavors: [],
    touchSupport: { maxTouchPoints: 5, touchEvent: true, touchStart: true },
    hardwareConcurrency: 4,
    colorDepth: 24,
    colorGamut: 'p3',
    webGlBasics: { vendorUnmasked: 'Apple Inc.', rendererUnmasked: 'Apple GPU' },
    canvas: { winding: true, geometry: 'skipped', text: 'skipped' },
    audio: -4,
    fonts: [],
    plugins: [],
    reducedMotion: random.chance(0.06),
    // Dynamic Type: people with weaker eyes set a larger standard size.
    fontPreferences: {
      apple: random.weighted([
        [148, 86],
        [157, 9],
        [139, 5],
      ]),
    },
  }),
  software: ({ number }) => ({ applePay: 10 + (number % 40) }),
  visit: () => ({}),
};
