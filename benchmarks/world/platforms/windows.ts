import { digest } from '../random.ts';
import type { Platform } from './platform.ts';

const GPUS = [
  'Intel(R) UHD Graphics 620',
  'Intel(R) Iris(R) Xe Graphics',
  'NVIDIA GeForce GTX 1650',
  'AMD Radeon(TM) Graphics',
  'Intel(R) UHD Graphics 630',
  'NVIDIA GeForce RTX 3060',
  'Intel(R) HD Graphics 520',
  'NVIDIA GeForce RTX 4060 Laptop GPU',
  'Intel(R) UHD Graphics 770',
  'AMD Radeon RX 6600',
  'NVIDIA GeForce RTX 2060',
  'Intel(R) HD Graphics 4600',
  'NVIDIA GeForce RTX 3070',
  'AMD Radeon Vega 8 Graphics',
  'NVIDIA GeForce GT 1030',
  'NVIDIA GeForce RTX 4070 SUPER',
  'Intel(R) Arc(TM) Graphics',
  'AMD Radeon RX 580',
] as const;

const SCREENS = [
  [1080, 1920],
  [864, 1536],
  [768, 1366],
  [1440, 2560],
  [720, 1280],
  [1200, 1920],
  [900, 1600],
  [1152, 2048],
  [960, 1707],
  [1440, 3440],
] as const;

/** Fonts that come with an office suite, a drawing program, a printer driver or a language pack. */
const FONTS = [
  'Agency FB',
  'Calibri',
  'Century Gothic',
  'Franklin Gothic',
  'Haettenschweiler',
  'Leelawadee',
  'Lucida Bright',
  'MS Outlook',
  'MS UI Gothic',
  'Pristina',
  'SimHei',
  'Small Fonts',
] as const;

export const windows: Platform = {
  name: 'windows',
  confidence: 0.6,
  browsers: [
    ['chrome', 62],
    ['edge', 27],
    ['firefox', 11],
  ],
  releaseDays: 70,
  hardware: (random) => {
    const likely = random.chance(0.62) ? 0.92 : 0.2;
    return {
      platform: 'Win32',
      vendor: 'Google Inc.',
      touchSupport: {
        maxTouchPoints: random.chance(0.15) ? 10 : 0,
        touchEvent: false,
        touchStart: false,
      },
      hardwareConcurrency: random.weighted([
        [4, 22],
        [8, 34],
        [12, 18],
        [16, 18],
        [6, 5],
        [20, 3],
      ]),
      deviceMemory: random.weighted([
        [8, 72],
        [4, 22],
        [2, 6],
      ]),
      screenResolution: random.skewed(SCREENS),
      colorDepth: random.chance(0.97) ? 24 : 30,
      colorGamut: random.chance(0.9) ? 'srgb' : 'p3',
      webGlBasics: {
        vendorUnmasked: 'Google Inc.',
        rendererUnmasked: `ANGLE (${random.skewed(GPUS)} Direct3D11 vs_5_0 ps_5_0)`,
      },
      fonts: FONTS.filter((font) => random.chance(font === 'SimHei' ? 0.03 : likely)),
      reducedMotion: random.chance(0.07),
    };
  },
  software: ({ family, number, hardware }) => {
    const gpu = JSON.stringify(hardware['webGlBasics']);
    return {
      plugins: family === 'firefox' ? [] : ['PDF Viewer', 'Chrome PDF Viewer'],
      vendorFlavors: family === 'firefox' ? [] : ['chrome'],
      canvas: {
        winding: true,
        geometry: digest(['geometry', gpu, family], 16),
        text: digest(['text', gpu, family, number], 16),
      },
      audio: 124 + parseInt(digest([family, Math.floor(number / 3)], 4), 16) / 1e6,
    };
  },
  visit: (random) => (random.chance(0.08) ? { screenResolution: [1080, 1920] } : {}),
};
